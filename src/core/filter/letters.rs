//! Words of a filter taken apart into letters that know whether they were quoted: a quoted comma
//! or colon is a letter like any other.

use crate::core::search::Sought;
use crate::core::text::Misread;

/// One letter of a word.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Letter {
    pub(super) c: char,
    pub(super) quoted: bool,
}

impl Letter {
    /// Whether it is this sign, meant as a sign.
    pub(super) fn stands_for(self, sign: char) -> bool {
        self.c == sign && !self.quoted
    }
}

/// Hands out the letters of a text, blanks as well, and none for a double quote. Within quotes `\"`,
/// and as csv writes it `""`, is a quote like any letter.
fn scan(text: &str, mut each: impl FnMut(Option<Letter>)) -> Result<(), Misread> {
    let mut quoted = false;
    let mut signs = text.chars().peekable();
    while let Some(c) = signs.next() {
        match c {
            '"' if quoted && signs.next_if_eq(&'"').is_some() => each(Some(Letter { c, quoted })),
            '"' => {
                quoted = !quoted;
                each(None);
            }
            '\\' if quoted && signs.next_if_eq(&'"').is_some() => {
                each(Some(Letter { c: '"', quoted }))
            }
            c => each(Some(Letter { c, quoted })),
        }
    }
    match quoted {
        true => Err(Misread::new(format!("a quote is not closed in `{text}`"))
            .hint("a quote itself is written `\\\"`")),
        false => Ok(()),
    }
}

/// All letters of a text.
pub(super) fn letters(text: &str) -> Result<Vec<Letter>, Misread> {
    let mut letters = Vec::new();
    scan(text, |letter| letters.extend(letter))?;
    Ok(letters)
}

/// The words of a text, parted by spaces outside double quotes.
pub(super) fn split_words(text: &str) -> Result<Vec<Vec<Letter>>, Misread> {
    let mut words: Vec<Vec<Letter>> = Vec::new();
    let mut word: Option<Vec<Letter>> = None;
    scan(text, |letter| match letter {
        Some(letter) if letter.c.is_whitespace() && !letter.quoted => words.extend(word.take()),
        letter => word.get_or_insert_default().extend(letter),
    })?;
    words.extend(word);
    Ok(words)
}

/// The parts between commas.
pub(super) fn split_or(letters: &[Letter]) -> impl Iterator<Item = &[Letter]> {
    letters.split(|letter| letter.stands_for(','))
}

/// The letters as text.
pub(super) fn plain(letters: &[Letter]) -> String {
    letters.iter().map(|letter| letter.c).collect()
}

/// What letters that are no key's value look for in texts.
pub(super) fn sought(letters: &[Letter]) -> Sought {
    match letters.iter().any(|letter| letter.quoted) {
        true => Sought::Phrase(plain(letters)),
        false => Sought::Words(plain(letters)),
    }
}

/// A word of a filter as one types it at a shell: `state:open`, `'line:"second line"'`.
///
/// ```
/// use sladesk::core::filter::as_typed;
/// assert_eq!(as_typed("state", "open"), "state:open");
/// assert_eq!(as_typed("line", "second line"), "'line:\"second line\"'");
/// ```
pub fn as_typed(key: &str, value: &str) -> String {
    let parts = |c: char| c.is_whitespace() || "\",:".contains(c);
    if !value.contains(parts) {
        return format!("{key}:{value}");
    }
    let quoted = format!("{key}:{}", in_quotes(value));
    format!("'{}'", quoted.replace('\'', "'\\''"))
}

/// A text in the quotes of a filter, where its letters are no signs.
pub(super) fn in_quotes(text: &str) -> String {
    format!("\"{}\"", text.replace('"', "\\\""))
}
