//! Texts made alike for a comparison.

use unicode_normalization::UnicodeNormalization;

/// A text without case and without the accents of Latin letters: the folding by which the words of
/// tickets are found. Marks of other scripts tell words apart and stay.
///
/// ```
/// use sladesk::core::text::folded;
/// assert_eq!(folded("Ibáñez"), folded("ibanez"));
/// assert_eq!(folded("Nguyễn"), folded("NGUYEN"));
/// assert_ne!(folded("й"), folded("и"));
/// ```
pub fn folded(text: &str) -> String {
    let mut on_latin = false;
    let letters = text.nfd().filter(|c| {
        let is_mark = ('\u{300}'..='\u{36f}').contains(c);
        if !is_mark {
            on_latin = c.is_ascii_alphabetic();
        }
        !(is_mark && on_latin)
    });
    letters.flat_map(char::to_lowercase).collect()
}
