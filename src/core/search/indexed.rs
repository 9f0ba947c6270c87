//! What the index gets of texts.

use std::collections::BTreeSet;

use super::parts::{SearchPart, is_sign, parts};

/// Stands between two texts, so that no phrase reaches from one into the other. In no text: what
/// is for private use parts words.
const BETWEEN: char = '\u{e000}';

/// Stands before a word with a digit among the tokens that are looked up.
pub(super) const WITH_DIGIT: char = '\u{e0ff}';

/// How long the beginnings of words are that are tokens themselves. Words of letters are few
/// enough to be named each from four letters on; of numbers there is no end.
pub(super) const LONGEST_OF_LETTERS: usize = 3;
pub(super) const LONGEST_WITH_DIGIT: usize = 15;

/// What stands before a beginning of that length, which is odd: the words of an even length are
/// those of the next.
pub(super) fn beginning_sign(length: usize) -> char {
    u32::try_from(length)
        .ok()
        .and_then(|length| char::from_u32(u32::from(BETWEEN) + length))
        .expect("a beginning that is a token is short")
}

pub(super) fn has_digit(word: &str) -> bool {
    word.chars().any(char::is_numeric)
}

/// The texts of a ticket as the index knows them.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(crate) struct IndexedText {
    /// Tokens parted by spaces: those of the texts in order, then what their words begin with.
    pub tokens: String,
    /// Those that are looked up by their beginning.
    pub looked_up: BTreeSet<String>,
}

impl IndexedText {
    /// What the index gets of these texts.
    pub(crate) fn of<'t>(texts: impl IntoIterator<Item = &'t str>) -> IndexedText {
        let mut indexed = IndexedText::default();
        let (mut beginnings, mut signed) = (BTreeSet::new(), BTreeSet::new());
        for text in texts {
            for part in parts(text) {
                match part {
                    SearchPart::Word(word) => {
                        of_word(&word, &mut beginnings, &mut indexed.looked_up);
                        indexed.push(&word);
                    }
                    SearchPart::Signed(word) => signed.extend(with_fewer_signs(&word)),
                    SearchPart::Run(run) => {
                        for token in run_tokens(&run) {
                            indexed.push(&token);
                            if token.chars().nth(1).is_some() {
                                indexed.looked_up.insert(token);
                            }
                        }
                        let sign = beginning_sign(1);
                        beginnings.extend(run.iter().map(|c| String::from_iter([sign, *c])));
                    }
                }
            }
            if !indexed.tokens.is_empty() {
                indexed.push(BETWEEN.encode_utf8(&mut [0; 4]));
            }
        }
        for word in signed {
            indexed.push(&word);
        }
        for beginning in beginnings {
            indexed.push(&beginning);
            if beginning.chars().nth(LONGEST_OF_LETTERS).is_some() {
                indexed.looked_up.insert(beginning);
            }
        }
        indexed
    }

    fn push(&mut self, token: &str) {
        if !self.tokens.is_empty() {
            self.tokens.push(' ');
        }
        self.tokens.push_str(token);
    }
}

/// A word with its signs, and with the last of them left out, down to the first: `c+` finds `C++`.
fn with_fewer_signs(signed: &str) -> impl Iterator<Item = String> {
    let ends = signed.char_indices().filter(|(_, c)| is_sign(*c));
    ends.map(|(at, c)| signed[..at + c.len_utf8()].to_owned())
}

/// Every two neighbours, and the last character by itself: as many tokens as characters.
pub(super) fn run_tokens(run: &[char]) -> impl Iterator<Item = String> {
    (0..run.len()).map(|place| run[place..].iter().take(2).collect())
}

/// What a word begins with, and what of it is looked up.
fn of_word(word: &str, beginnings: &mut BTreeSet<String>, looked_up: &mut BTreeSet<String>) {
    let with_digit = has_digit(word);
    let longest = match with_digit {
        true => LONGEST_WITH_DIGIT,
        false => LONGEST_OF_LETTERS,
    };
    let mut length = 0;
    for (start, c) in word.char_indices() {
        length += 1;
        if length % 2 == 1 && length <= longest {
            let end = start + c.len_utf8();
            beginnings.insert(format!("{}{}", beginning_sign(length), &word[..end]));
        }
    }
    if length > LONGEST_OF_LETTERS {
        looked_up.insert(match with_digit {
            true => format!("{WITH_DIGIT}{word}"),
            false => word.to_owned(),
        });
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Of texts whose characters are all of a kind, which no person writes.
    #[test]
    fn what_is_indexed_of_a_text_is_a_few_times_its_length() {
        const LONG: usize = 10_000;
        let cycled = |unit: &str| -> String { unit.chars().cycle().take(LONG).collect() };
        let numbers: Vec<String> = (0..LONG / 5).map(|n| format!("{n:05x}+#")).collect();
        let texts = [
            ";",
            "+",
            "a+",
            "a#+",
            "c+++++++ ",
            "#",
            "x1+2+3#",
            "🔥",
            "👍🏽",
            "é",
            "e\u{301}",
            "\u{301}",
            "接",
            "接続",
            "ได",
            "a",
            "a ",
            "1",
            "1 ",
            "1a2b3c ",
            "€",
            "→a",
            "\u{200b}",
            ".,",
            "a\u{200b}",
            "ม\u{e49}",
        ];
        let texts = texts.map(cycled).into_iter();
        let texts = texts.chain(["a".to_owned() + &cycled("+#"), numbers.join(" ")]);
        for text in texts {
            let of = |text: &str| IndexedText::of([text]);
            let (indexed, begins) = (of(&text), text.chars().take(9).collect::<String>());
            let tokens = indexed.tokens.split(' ').count();
            let characters = text.chars().count();
            assert!(tokens <= 4 * characters, "{begins}: {tokens} tokens");
            let bytes =
                indexed.tokens.len() + indexed.looked_up.iter().map(String::len).sum::<usize>();
            assert!(
                bytes <= 12 * text.len().max(characters),
                "{begins}: {bytes} bytes"
            );
        }
    }
}
