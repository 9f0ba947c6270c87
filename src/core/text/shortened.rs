//! What is said of a text without end: how it begins.

use std::borrow::Cow;

/// Words that are longer than this many characters are cut.
const LONGEST_WORD: usize = 400;

/// So many characters of such a word are kept.
const KEPT: usize = 100;

/// No sentence is longer than this many characters.
const LONGEST: usize = 4_000;

/// A sentence that quotes what somebody gave, however long that is: its beginning is quoted.
///
/// ```
/// use sladesk::core::text::shortened;
/// assert_eq!(shortened("no priority `p9`"), "no priority `p9`");
/// let long = format!("no priority `{}`", "p".repeat(1_000_000));
/// assert_eq!(shortened(&long), format!("no priority `{}...`", "p".repeat(99)));
/// assert!(shortened(&"many words ".repeat(100_000)).len() < 5_000);
/// ```
pub fn shortened(sentence: &str) -> Cow<'_, str> {
    // Bytes are no fewer than characters: what is short in bytes is short.
    let fits =
        sentence.len() <= LONGEST && sentence.split(' ').all(|word| word.len() <= LONGEST_WORD);
    if fits {
        return Cow::Borrowed(sentence);
    }
    let mut out = String::new();
    for word in sentence.split(' ') {
        if !out.is_empty() {
            out.push(' ');
        }
        match word.chars().nth(LONGEST_WORD) {
            None => out.push_str(word),
            Some(_) => {
                out.extend(word.chars().take(KEPT));
                out.push_str("...");
                out.extend(word.ends_with('`').then_some('`'));
            }
        }
        if out.len() > LONGEST {
            return Cow::Owned(out.chars().take(LONGEST).chain(" ...".chars()).collect());
        }
    }
    Cow::Owned(out)
}
