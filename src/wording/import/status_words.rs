//! What a word of a status likely means, in the languages that tools speak.

use crate::core::text::{folded, word_sections};

/// Words of a status by what a mapping makes of them.
const STATUSES: &str = include_str!("words/statuses.txt");

/// What a status word likely means; none: nobody can tell by the word.
pub(crate) fn likely_status(word: &str) -> Option<&'static str> {
    let word = folded(word);
    let mut sections = word_sections(STATUSES).into_iter();
    sections
        .find(|(_, words)| words.contains(&word.as_str()))
        .map(|(means, _)| means)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::core::intake::LogStatus;

    #[test]
    fn a_word_means_one_thing_and_is_written_as_it_is_compared() {
        let mut known = std::collections::BTreeSet::new();
        for (means, words) in word_sections(STATUSES) {
            let mut all = LogStatus::WORDS.into_iter();
            assert!(all.any(|(word, _)| word == means), "{means}");
            for word in words {
                assert_eq!(folded(word), word);
                assert!(known.insert(word), "{word}");
            }
        }
    }
}
