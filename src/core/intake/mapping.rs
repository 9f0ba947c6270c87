//! A mapping: a small TOML that says what the columns of a log mean.

use std::collections::BTreeMap;

use serde::Deserialize;

use crate::core::model::{TicketWord, WaitingOn};

/// What a row's status says.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Status {
    /// Nobody has looked yet.
    New,
    /// The desk has the next move.
    Open,
    /// Somebody else has it.
    Waiting(WaitingOn),
    /// Solved.
    Resolved,
    /// Done with.
    Closed,
}

impl Status {
    /// The words that a mapping may use, in the order of a ticket's life.
    pub const WORDS: [(&'static str, Status); 7] = [
        ("new", Status::New),
        ("open", Status::Open),
        ("waiting-customer", Status::Waiting(WaitingOn::Customer)),
        ("waiting-vendor", Status::Waiting(WaitingOn::Vendor)),
        (
            "waiting-third-party",
            Status::Waiting(WaitingOn::ThirdParty),
        ),
        ("resolved", Status::Resolved),
        ("closed", Status::Closed),
    ];
}

/// What a mapping does with a status.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Skip {
    /// It says where the ticket stands.
    Means(Status),
    /// The row's status says nothing; it is counted and named.
    Skipped,
}

/// One or more columns; several are joined with ` / `.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
#[serde(untagged)]
pub enum ColumnNames {
    One(String),
    Several(Vec<String>),
}

impl ColumnNames {
    /// The names.
    pub fn names(&self) -> &[String] {
        match self {
            ColumnNames::One(name) => std::slice::from_ref(name),
            ColumnNames::Several(names) => names,
        }
    }
}

/// Which column holds what.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
pub struct Columns {
    /// The ticket's key in the log.
    pub ticket: String,
    /// When the row's change was made.
    pub at: String,
    /// When the ticket was opened; absent: at its first row.
    pub opened: Option<String>,
    pub status: Option<String>,
    pub priority: Option<String>,
    pub channel: Option<String>,
    pub assignee: Option<String>,
    pub subject: Option<ColumnNames>,
    /// The customer's key or the contract, where the log holds several.
    pub customer: Option<String>,
    /// The plan's words, by their keys.
    #[serde(flatten)]
    pub words: BTreeMap<String, String>,
}

/// How times are written.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Times {
    /// In the letters of strftime: `%d/%m/%Y %H:%M`, or `rfc3339`.
    pub format: String,
    /// IANA name or `UTC+3`; not for `rfc3339`.
    #[serde(default = "utc")]
    pub zone: String,
}

fn utc() -> String {
    "UTC".to_owned()
}

/// What stands for a cell that says nothing.
#[derive(Clone, Debug, Default, PartialEq, Eq, Deserialize)]
#[serde(default)]
pub struct Defaults {
    pub priority: Option<String>,
    pub channel: Option<String>,
    pub subject: Option<String>,
    /// Under which contract (its id, or the customer's key) the tickets fall.
    pub contract: Option<String>,
    /// The plan's words, by their keys.
    #[serde(flatten)]
    pub words: BTreeMap<String, String>,
}

/// A mapping as its file says it.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
pub struct Mapping {
    /// Stands before each ticket's key: `servicenow:INC0000045`.
    pub name: String,
    /// What the file is, for people.
    pub title: Option<String>,
    /// Which column says what.
    pub columns: Columns,
    /// How its times are written.
    pub times: Times,
    /// Cells that say nothing, besides the empty one.
    #[serde(default)]
    pub unknown: Vec<String>,
    /// A word of the log → new, open, waiting-customer, waiting-vendor, waiting-third-party,
    /// resolved, closed or skip.
    #[serde(default)]
    pub status: BTreeMap<String, String>,
    /// A word of the log → a priority of the plan, or one of its aliases. A word not listed stands
    /// for itself.
    #[serde(default)]
    pub priority: BTreeMap<String, String>,
    /// Their word for a channel to ours.
    #[serde(default)]
    pub channel: BTreeMap<String, String>,
    /// What holds where no column says it.
    #[serde(default)]
    pub defaults: Defaults,
    /// `,` unless said.
    pub delimiter: Option<char>,
    /// By the key of a word of the plan: a word of the log → one of the plan. A word not listed
    /// stands for itself.
    #[serde(flatten)]
    pub words: BTreeMap<String, BTreeMap<String, String>>,
}

/// Why a text is no mapping, with its place in bytes where it has one.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[error("{message}")]
pub struct MappingError {
    /// What is wrong, in full.
    pub message: String,
    /// Where in the mapping, in bytes.
    pub span: Option<std::ops::Range<usize>>,
}

impl Mapping {
    /// Reads a mapping.
    ///
    /// # Errors
    /// What is no TOML, an unknown or missing key, a status word that there is not.
    pub fn read(text: &str) -> Result<Mapping, MappingError> {
        let mapping: Mapping = toml::from_str(text).map_err(|error| MappingError {
            message: error.message().to_owned(),
            span: error.span(),
        })?;
        let named = mapping.columns.words.keys();
        let named = named.chain(mapping.defaults.words.keys());
        for key in named.chain(mapping.words.keys()) {
            if TicketWord::of_key(key).is_none() {
                return Err(MappingError {
                    message: format!(
                        "unknown key `{key}`; of the plan's words there are {}",
                        TicketWord::ALL.map(TicketWord::key).join(", ")
                    ),
                    span: text.find(key.as_str()).map(|at| at..at + key.len()),
                });
            }
        }
        for (word, means) in &mapping.status {
            if mapping.status_of(word).is_none() {
                return Err(MappingError {
                    message: format!(
                        "status `{word}` means `{means}`; expected {} or skip",
                        Status::WORDS.map(|(word, _)| word).join(", ")
                    ),
                    span: text
                        .find(&format!("\"{means}\""))
                        .map(|at| at..at + means.len() + 2),
                });
            }
        }
        Ok(mapping)
    }

    /// The column that holds a word of the plan.
    pub fn column_of(&self, word: TicketWord) -> Option<&String> {
        self.columns.words.get(word.key())
    }

    /// What a word of the log is in the plan.
    pub fn word_of(&self, word: TicketWord, typed: &str) -> String {
        let words = self.words.get(word.key());
        let means = words.and_then(|words| words.get(typed));
        means.map_or_else(|| typed.to_owned(), Clone::clone)
    }

    /// What a status of the log means; none when the mapping does not name it.
    pub fn status_of(&self, word: &str) -> Option<Skip> {
        let means = self.status.get(word)?;
        if means == "skip" {
            return Some(Skip::Skipped);
        }
        Status::WORDS
            .into_iter()
            .find(|(known, _)| known == means)
            .map(|(_, status)| Skip::Means(status))
    }
}
