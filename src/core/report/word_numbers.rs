//! Words by number, so that a million clocks do not copy them.

use std::collections::HashMap;

/// Among so few a word is found sooner by looking at each.
const FEW: usize = 8;

/// Each word once, numbered in the order in which they came.
#[derive(Debug, Default)]
pub(super) struct WordNumbers {
    list: Vec<String>,
    /// All of them, once they are more than a few.
    numbers: HashMap<String, usize>,
}

impl WordNumbers {
    /// The number of a word, which it gets where it has none.
    pub(super) fn number(&mut self, word: &str) -> usize {
        let known = match self.numbers.is_empty() {
            true => self.list.iter().position(|known| known == word),
            false => self.numbers.get(word).copied(),
        };
        if let Some(number) = known {
            return number;
        }
        self.list.push(word.to_owned());
        if self.list.len() > FEW {
            let missing = self.list.iter().enumerate().skip(self.numbers.len());
            let missing = missing.map(|(number, word)| (word.clone(), number));
            self.numbers.extend(missing);
        }
        self.list.len() - 1
    }

    /// The words, each at its number.
    pub(super) fn into_list(self) -> Vec<String> {
        self.list
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_word_keeps_its_number_however_many_come_after_it() {
        let mut numbers = WordNumbers::default();
        for _ in 0..2 {
            for n in 0..3 * FEW {
                assert_eq!(numbers.number(&format!("p{n}")), n);
            }
        }
        assert_eq!(numbers.into_list()[FEW], format!("p{FEW}"));
    }
}
