//! Words of a file and what they are in ours: as a mapping spells them, else whatever their case.

use std::collections::{BTreeMap, BTreeSet};

use serde::Deserialize;

use crate::core::text::folded;

/// Words of a file, each with what it is in ours.
///
/// ```
/// use std::collections::BTreeMap;
/// use sladesk::core::intake::WordTable;
/// let said = [("Open", "open"), ("open", "new")];
/// let words = said.map(|(word, means)| (word.to_owned(), means.to_owned()));
/// let words = WordTable::from(BTreeMap::from(words));
/// assert_eq!(words.of("open"), Some("new"));
/// assert_eq!(words.of("OPEN"), Some("open"));
/// assert_eq!(words.of("shut"), None);
/// ```
#[derive(Clone, Debug, Default, PartialEq, Eq, Deserialize)]
#[serde(from = "BTreeMap<String, String>")]
pub struct WordTable {
    spelt: BTreeMap<String, String>,
    /// By the word whatever its case, of several the first.
    folded: BTreeMap<String, String>,
}

impl From<BTreeMap<String, String>> for WordTable {
    fn from(spelt: BTreeMap<String, String>) -> WordTable {
        let mut by_fold = BTreeMap::new();
        for (word, means) in &spelt {
            by_fold.entry(folded(word)).or_insert_with(|| means.clone());
        }
        WordTable {
            spelt,
            folded: by_fold,
        }
    }
}

impl WordTable {
    /// What a word is in ours; none: the mapping does not say it.
    pub fn of(&self, typed: &str) -> Option<&str> {
        if self.spelt.is_empty() {
            return None;
        }
        let spelt = self.spelt.get(typed);
        let means = spelt.or_else(|| self.folded.get(&folded(typed)));
        means.map(String::as_str)
    }

    /// All of them, as the mapping spells them.
    pub(super) fn iter(&self) -> impl Iterator<Item = (&str, &str)> {
        let all = self.spelt.iter();
        all.map(|(word, means)| (word.as_str(), means.as_str()))
    }
}

/// Words that mean the same, whatever their case.
#[derive(Clone, Debug, Default, PartialEq, Eq, Deserialize)]
#[serde(from = "Vec<String>")]
pub struct WordSet(BTreeSet<String>);

impl From<Vec<String>> for WordSet {
    fn from(words: Vec<String>) -> WordSet {
        WordSet(words.iter().map(|word| folded(word)).collect())
    }
}

impl WordSet {
    /// Whether there is none.
    pub(super) fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    /// Whether a word is one of them.
    pub fn has(&self, typed: &str) -> bool {
        !self.0.is_empty() && self.0.contains(&folded(typed))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_word_is_found_as_it_is_spelt_before_it_is_found_whatever_its_case() {
        let said = [("RÉSOLU", "resolved"), ("résolu", "closed"), ("Neu", "new")];
        let said = said.map(|(word, means)| (word.to_owned(), means.to_owned()));
        let words = WordTable::from(BTreeMap::from(said));
        for (typed, means) in [
            ("RÉSOLU", Some("resolved")),
            ("résolu", Some("closed")),
            ("Résolu", Some("resolved")),
            ("NEU", Some("new")),
            ("neuer", None),
        ] {
            assert_eq!(words.of(typed), means, "{typed}");
        }
        assert_eq!(WordTable::default().of("Neu"), None);
    }

    #[test]
    fn words_of_a_set_are_alike_whatever_their_case() {
        let set = WordSet::from(vec!["Eingehalten".to_owned(), "İyi".to_owned()]);
        assert!(set.has("EINGEHALTEN") && set.has("iyi"));
        assert!(!set.has("verletzt") && !WordSet::default().has(""));
    }
}
