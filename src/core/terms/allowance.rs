//! Countable rights: cases or hours a year.

use serde::{Deserialize, Serialize};

use super::{Agreed, Source};

/// How much is granted for each period.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Grant {
    /// Tickets.
    Cases(Agreed<i64>),
    /// Seconds of work.
    Hours(Agreed<i64>),
}

/// The period in which a grant is used.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum TermPeriod {
    /// From anniversary to anniversary of the contract's start.
    ContractYear,
    /// From 1 January, in the zone of the contract.
    CalendarYear,
    /// A quarter of a calendar year.
    Quarter,
    /// A calendar month.
    Month,
    /// The contract's whole term.
    Term,
}

/// What happens when nothing is left.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum WhenUsedUp {
    /// The next request is refused.
    Refuse,
    /// These milestones stand still until more is bought.
    Lapses(Vec<String>),
    /// Said, not refused.
    Warn,
    /// Goes on and is counted as overage.
    Overage,
}

/// How much of what is left goes over into the next period.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum RollOver {
    /// All of it.
    All,
    /// Cases, or seconds.
    AtMost(i64),
}

/// A countable right.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Allowance {
    /// The word that plan files, flags, columns and the record have for it.
    pub id: String,
    /// What people read.
    pub title: String,
    /// How much, and of what.
    pub grant: Grant,
    /// In which period it may be used.
    pub per: TermPeriod,
    /// The topics it covers; empty: all.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub topics: Vec<String>,
    /// What happens when nothing is left.
    pub when_used_up: WhenUsedUp,
    /// Each entry of work is rounded up to whole multiples of so many seconds.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub rounded_up_to: Option<i64>,
    /// An entry of work counts for at least so many seconds.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub entry_at_least: Option<i64>,
    /// What is left at the end of a period may be used in the next one.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub rolls_over: Option<RollOver>,
    /// Where the source says it.
    #[serde(flatten)]
    pub source: Source,
}
