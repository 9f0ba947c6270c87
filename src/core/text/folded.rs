//! Texts made alike for a comparison: one rule, by which words are compared and by which the texts of
//! tickets go into the index.

use unicode_normalization::UnicodeNormalization;

/// A text without case, without the accents of Latin and Greek letters, and with letters that are
/// written otherwise where a keyboard lacks them spelt so: `Straße` is `strasse`, `Đà Nẵng` is
/// `da nang`. Marks that make another letter in another script (й) tell words apart and stay.
///
/// ```
/// use sladesk::core::text::folded;
/// assert_eq!(folded("Ibáñez"), folded("ibanez"));
/// assert_eq!(folded("Nguyễn"), folded("NGUYEN"));
/// assert_eq!(folded("Straße"), folded("STRASSE"));
/// assert_eq!(folded("Đà Nẵng"), folded("da nang"));
/// assert_eq!(folded("Αθήνα"), folded("ΑΘΗΝΑ"));
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
    spelt.nfc().filter(|c| !is_mark(*c)).collect()
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
