//! The plan's words on a ticket: what it is about, in codes that its terms define.
//!
//! An event carries them as one map, a row of the desk's tables as a column each. A word more is a
//! variant here, its row in the table of fields and its column in the schema.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

/// A word of the plan that a ticket may name.
///
/// ```
/// use sladesk::core::model::TicketWord;
/// assert_eq!(TicketWord::Topic.key(), "topic");
/// assert_eq!(TicketWord::of_key("impact"), Some(TicketWord::Impact));
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum TicketWord {
    /// What it is about.
    Topic,
    /// Where the product runs.
    Environment,
    /// Which part of the product.
    Component,
    /// Which version of the product.
    Version,
    /// How much it is about.
    Impact,
    /// How soon it is wanted.
    Urgency,
}

impl TicketWord {
    /// All of them, in the order of their columns.
    pub const ALL: [TicketWord; 6] = [
        TicketWord::Topic,
        TicketWord::Environment,
        TicketWord::Component,
        TicketWord::Version,
        TicketWord::Impact,
        TicketWord::Urgency,
    ];

    /// Flag, filter, column, JSON key and the name in the database.
    pub const fn key(self) -> &'static str {
        match self {
            TicketWord::Topic => "topic",
            TicketWord::Environment => "environment",
            TicketWord::Component => "component",
            TicketWord::Version => "version",
            TicketWord::Impact => "impact",
            TicketWord::Urgency => "urgency",
        }
    }

    /// The word of that key.
    pub fn of_key(key: &str) -> Option<TicketWord> {
        TicketWord::ALL.into_iter().find(|word| word.key() == key)
    }
}

/// What a ticket names of its plan.
///
/// ```
/// use sladesk::core::model::{TicketWord, TicketWords};
/// let mut words = TicketWords::default();
/// words.set(TicketWord::Topic, Some("integration".to_owned()));
/// assert_eq!(words.get(TicketWord::Topic), Some("integration"));
/// assert_eq!(serde_json::to_string(&words).unwrap(), r#"{"topic":"integration"}"#);
/// ```
#[derive(Clone, Debug, Default, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(transparent)]
pub struct TicketWords(BTreeMap<TicketWord, String>);

impl TicketWords {
    /// What it names of that kind.
    pub fn get(&self, word: TicketWord) -> Option<&str> {
        self.0.get(&word).map(String::as_str)
    }

    /// Names it, or names it no more.
    pub fn set(&mut self, word: TicketWord, value: Option<String>) {
        match value {
            Some(value) => self.0.insert(word, value),
            None => self.0.remove(&word),
        };
    }

    /// Takes over what another names; what it leaves out stays.
    pub fn take_over(&mut self, changed: &TicketWords) {
        for (word, value) in &changed.0 {
            self.0.insert(*word, value.clone());
        }
    }

    /// Those of these that differ from what another names.
    #[must_use]
    pub fn unlike(&self, other: &TicketWords) -> TicketWords {
        let new = self
            .iter()
            .filter(|(word, value)| other.get(*word) != Some(value));
        new.map(|(word, value)| (word, value.to_owned())).collect()
    }

    /// Each word and what it names, in the order of [`TicketWord::ALL`].
    pub fn iter(&self) -> impl Iterator<Item = (TicketWord, &str)> {
        self.0.iter().map(|(word, value)| (*word, value.as_str()))
    }

    /// It names nothing.
    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }
}

impl FromIterator<(TicketWord, String)> for TicketWords {
    fn from_iter<I: IntoIterator<Item = (TicketWord, String)>>(words: I) -> TicketWords {
        TicketWords(words.into_iter().collect())
    }
}
