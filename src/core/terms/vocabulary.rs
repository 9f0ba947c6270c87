//! The words of a plan: channels, topics, services and the rest, each with its title and source.

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

use super::Source;
use crate::core::text::folded;

/// What a ticket must name.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum RequiredField {
    /// The version of the product.
    Version,
    /// Where the product runs.
    Environment,
    /// Which part of the product.
    Component,
    /// What it is about.
    Topic,
}

impl RequiredField {
    /// The word that plan files, flags and keys have for it.
    ///
    /// ```
    /// use sladesk::core::terms::RequiredField;
    /// assert_eq!(RequiredField::Environment.word(), "environment");
    /// ```
    pub fn word(self) -> &'static str {
        match self {
            RequiredField::Version => "version",
            RequiredField::Environment => "environment",
            RequiredField::Component => "component",
            RequiredField::Topic => "topic",
        }
    }
}

/// A word with a title and nothing more: environments, components, exclusions.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Word {
    /// The word that plan files, flags, columns and the record have for it.
    pub id: String,
    /// What people read.
    pub title: String,
    /// Whether this plan includes it.
    pub included: bool,
    /// Where the source says it.
    #[serde(flatten)]
    pub source: Source,
}

/// A way to reach the desk.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Channel {
    /// The word that plan files, flags, columns and the record have for it.
    pub id: String,
    /// What people read.
    pub title: String,
    /// Not a way to open a ticket.
    #[serde(default)]
    pub self_service: bool,
    /// Of what comes through it one of these must be so; empty: anything does.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub only_for: Vec<String>,
    /// Of what comes through it none of these may be so.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub never_for: Vec<String>,
    /// The key in [`Terms::calendars`](super::Terms) of the hours in which it is served.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub reachable: Option<String>,
    /// Whether this plan includes it.
    pub included: bool,
    /// Where the source says it.
    #[serde(flatten)]
    pub source: Source,
}

impl Channel {
    /// Whether a ticket can be opened through it: the plan includes it, and it is not self-service.
    pub fn takes_tickets(&self) -> bool {
        self.included && !self.self_service
    }
}

/// What a ticket may be about.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Topic {
    /// The word that plan files, flags, columns and the record have for it.
    pub id: String,
    /// What people read.
    pub title: String,
    /// Only for contacts who hold this qualification.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub only_for: Option<String>,
    /// In no plan unless the contract adds it.
    #[serde(default)]
    pub excluded: bool,
    /// Whether this plan includes it.
    pub included: bool,
    /// Where the source says it.
    #[serde(flatten)]
    pub source: Source,
}

/// What a plan gives besides tickets: shown and compared, never checked.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Service {
    /// The word that plan files, flags, columns and the record have for it.
    pub id: String,
    /// What people read.
    pub title: String,
    /// Whose person it is, when the contract names one: `desk` or `customer`.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub named_by: Option<crate::core::model::Side>,
    /// Whether this plan includes it.
    pub included: bool,
    /// Where the source says it.
    #[serde(flatten)]
    pub source: Source,
}

/// What a contact may hold.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Qualification {
    /// The word that plan files, flags, columns and the record have for it.
    pub id: String,
    /// What people read.
    pub title: String,
    /// How many contacts of a contract may hold it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub at_most: Option<u32>,
    /// Where the source says it.
    #[serde(flatten)]
    pub source: Source,
}

/// A version of the product.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct ProductVersion {
    /// The word that plan files, flags, columns and the record have for it.
    pub id: String,
    /// What people read.
    pub title: String,
    /// What it is called besides.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub aliases: Vec<String>,
    /// The last day of its support; absent where no end of it is said.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub supported_until: Option<NaiveDate>,
    /// Where the source says it.
    #[serde(flatten)]
    pub source: Source,
}

impl ProductVersion {
    /// Whether it is supported on a day.
    pub fn is_supported(&self, day: NaiveDate) -> bool {
        self.supported_until.is_none_or(|last| day <= last)
    }

    /// Whether a word means it: its id, its title or another name, whatever the case.
    pub fn is_called(&self, word: &str) -> bool {
        let mut names = [&self.id, &self.title].into_iter().chain(&self.aliases);
        let wanted = folded(word);
        names.any(|name| folded(name) == wanted)
    }
}

/// What the desk does besides the acts that every plan has: `mark` says that it was done.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct PlanAct {
    /// The word that plan files, commands and the record have for it.
    pub id: String,
    /// What people read.
    pub title: String,
    /// The customer is told: it counts as a reply.
    #[serde(default)]
    pub answers: bool,
    /// Where the source says it.
    #[serde(flatten)]
    pub source: Source,
}
