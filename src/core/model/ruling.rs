//! What a rule said of a request when it was opened.

use serde::{Deserialize, Serialize};

use super::Coded;

/// What came of what a rule said.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Ruled {
    /// The request was kept as refused.
    Refused,
    /// It refused, and the desk opened it all the same.
    Forgiven,
    /// It let the request pass with a remark.
    Remark,
}

impl Ruled {
    /// The word that people and scripts read.
    pub fn word(self) -> &'static str {
        match self {
            Ruled::Refused => "refused",
            Ruled::Forgiven => "forgiven",
            Ruled::Remark => "remark",
        }
    }
}

/// What a rule found against a request when it was opened, as it was given then.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Ruling {
    /// The rule's word.
    pub rule: String,
    /// What came of it.
    pub ruled: Ruled,
    /// What it found.
    #[serde(flatten)]
    pub found: Coded,
    /// Of whom it speaks: places among the people of the event's prose.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub people: Vec<usize>,
    /// Where the source says it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub clause: Option<String>,
}
