//! Texts made alike for a comparison: one rule, by which words are compared and by which the texts of
//! tickets go into the index.

use unicode_normalization::UnicodeNormalization;

/// A text without case, without the accents of Latin and Greek letters, and with letters that are
/// written otherwise where a keyboard lacks them spelt so: `Straße` is `strasse`, `Đà Nẵng` is
/// `da nang`. Points that say how Arabic and Hebrew are read are left out: hardly anybody types them. Marks
/// that make another letter in another script (й) tell words apart and stay.
///
/// ```
/// use sladesk::core::text::folded;
/// assert_eq!(folded("Ibáñez"), folded("ibanez"));
/// assert_eq!(folded("Nguyễn"), folded("NGUYEN"));
/// assert_eq!(folded("Straße"), folded("STRASSE"));
/// assert_eq!(folded("Đà Nẵng"), folded("da nang"));
/// assert_eq!(folded("Αθήνα"), folded("ΑΘΗΝΑ"));
/// assert_eq!(folded("مُدَرِّس"), folded("مدرس"));
/// assert_ne!(folded("й"), folded("и"));
/// ```
pub fn folded(text: &str) -> String {
    if text.is_ascii() {
        return text.to_ascii_lowercase();
    }
    let mut loses_marks = false;
    let mut spelt = String::with_capacity(text.len());
    for letter in text.nfkd().flat_map(char::to_lowercase) {
        if is_mark(letter) {
            if !loses_marks {
                spelt.push(letter);
            }
            continue;
        }
        loses_marks = is_latin(letter) || is_greek(letter);
        match spelling(letter) {
            Some(letters) => spelt.push_str(letters),
            None => spelt.push(letter),
        }
    }
    // a mark that makes no letter of its own with what stands before it is an accent
    let kept = |c: &char| !is_mark(*c) && !is_reading_point(*c);
    spelt.nfc().filter(kept).collect()
}

/// Vowels and other points of Hebrew and Arabic, and the stroke that only makes a word longer.
fn is_reading_point(c: char) -> bool {
    matches!(
        c,
        '\u{591}'..='\u{5bd}'
            | '\u{5bf}'
            | '\u{5c1}'..='\u{5c2}'
            | '\u{5c4}'..='\u{5c5}'
            | '\u{5c7}'
            | '\u{610}'..='\u{61a}'
            | '\u{640}'
            | '\u{64b}'..='\u{65f}'
            | '\u{670}'
            | '\u{6d6}'..='\u{6dc}'
            | '\u{6df}'..='\u{6e4}'
            | '\u{6e7}'..='\u{6e8}'
            | '\u{6ea}'..='\u{6ed}'
    )
}

fn is_mark(c: char) -> bool {
    ('\u{300}'..='\u{36f}').contains(&c)
}

fn is_latin(c: char) -> bool {
    c < '\u{300}' && c.is_alphabetic()
}

fn is_greek(c: char) -> bool {
    ('\u{370}'..='\u{3ff}').contains(&c)
}

/// How a small letter is written that is no other with an accent.
const fn spelling(letter: char) -> Option<&'static str> {
    Some(match letter {
        'ß' => "ss",
        'æ' => "ae",
        'œ' => "oe",
        'ø' => "o",
        'đ' | 'ð' => "d",
        'þ' => "th",
        'ł' => "l",
        'ħ' => "h",
        'ŧ' => "t",
        'ı' => "i",
        'ȷ' => "j",
        'ŋ' => "n",
        'ς' => "σ",
        _ => return None,
    })
}
