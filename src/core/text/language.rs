//! The languages in which a customer can be handed a page.

use super::WordList;

/// A language that every sentence of reports, `explain`, `may` and `plan compare` is written in.
///
/// ```
/// use sladesk::core::text::{Language, WordList};
/// assert_eq!(Language::of_tag("es-MX"), Some(Language::Spanish));
/// assert_eq!(Language::of_tag("ja"), None);
/// assert_eq!(Language::Arabic.word(), "ar");
/// ```
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub enum Language {
    /// `en`
    #[default]
    English,
    /// `vi`
    Vietnamese,
    /// `ru`
    Russian,
    /// `es`
    Spanish,
    /// `ar`, with Western digits: what stands on a page is typed back into a shell.
    Arabic,
}

impl WordList for Language {
    const ALL: &'static [Language] = &[
        Language::English,
        Language::Vietnamese,
        Language::Russian,
        Language::Spanish,
        Language::Arabic,
    ];

    fn word(self) -> &'static str {
        match self {
            Language::English => "en",
            Language::Vietnamese => "vi",
            Language::Russian => "ru",
            Language::Spanish => "es",
            Language::Arabic => "ar",
        }
    }
}

/// Whether a word has the form of a language's tag: `vi`, `es-MX`.
///
/// ```
/// use sladesk::core::text::is_language_tag;
/// assert!(is_language_tag("es-MX"));
/// assert!(!is_language_tag("Spanish"));
/// ```
pub fn is_language_tag(word: &str) -> bool {
    let mut parts = word.split('-');
    let first = parts.next().unwrap_or_default();
    let letters = |part: &str| part.chars().all(|c| c.is_ascii_alphanumeric());
    let rest = parts.all(|part| (2..=8).contains(&part.len()) && letters(part));
    matches!(first.len(), 2 | 3) && first.chars().all(|c| c.is_ascii_lowercase()) && rest
}

/// Whether a word is the tag of a language as people name one: two letters, and after them scripts
/// and regions alone, in the letters in which these are written. `on-site` has the form of a tag,
/// and is none of these: ids have small letters.
///
/// ```
/// use sladesk::core::text::names_a_language;
/// assert!(names_a_language("vi") && names_a_language("zh-Hant-TW") && names_a_language("es-419"));
/// assert!(!names_a_language("on-site") && !names_a_language("by-us") && !names_a_language("enm"));
/// ```
pub fn names_a_language(word: &str) -> bool {
    let mut parts = word.split('-').skip(1);
    let first = word.split('-').next().unwrap_or_default();
    is_language_tag(word)
        && first.len() == 2
        && parts.all(|part| {
            let all = |such: fn(&char) -> bool| part.chars().all(|c| such(&c));
            let is_script = || {
                let mut letters = part.chars();
                let first = letters.next().is_some_and(|c| c.is_ascii_uppercase());
                first && letters.all(|c| c.is_ascii_lowercase())
            };
            match part.len() {
                2 => all(char::is_ascii_uppercase),
                3 => all(char::is_ascii_digit),
                4 => is_script(),
                _ => false,
            }
        })
}

/// Whether a tag is of a language: that one or one of its regions. Tags have no case.
///
/// ```
/// use sladesk::core::text::is_of_language;
/// assert!(is_of_language("en-gb", "en-GB") && is_of_language("en-GB", "en"));
/// assert!(!is_of_language("en", "en-GB") && !is_of_language("enm", "en"));
/// ```
pub fn is_of_language(tag: &str, language: &str) -> bool {
    let (mut parts, mut asked) = (tag.split('-'), language.split('-'));
    asked.all(|asked| {
        parts
            .next()
            .is_some_and(|part| part.eq_ignore_ascii_case(asked))
    })
}

impl Language {
    /// The language of a tag, whatever its region: `es-MX` is Spanish.
    pub fn of_tag(tag: &str) -> Option<Language> {
        let language = tag.split(['-', '_']).next()?.to_ascii_lowercase();
        Language::of_word(&language)
    }

    /// Its lines run from the right to the left.
    pub fn is_right_to_left(self) -> bool {
        self == Language::Arabic
    }
}
