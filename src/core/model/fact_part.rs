//! What facts are made of, where a single value will not do.

use serde::{Deserialize, Serialize};

use super::EventId;
use crate::core::time::Instant;

/// Whose word it was.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Side {
    /// The side that gives support.
    #[default]
    Desk,
    /// The side that asks.
    Customer,
}

/// A qualification that a contact holds.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Qualified {
    /// The word of the qualification.
    pub what: String,
    /// The instant from which it no longer holds.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub until: Option<Instant>,
}

/// The limit that a merged ticket's clock leaves to the other.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct AbsorbedLimit {
    /// The word of the milestone.
    pub milestone: String,
    /// The priority at which it held.
    pub priority: String,
    /// The calendar's key in those terms.
    pub calendar: String,
    /// The event by which the terms behind it came to hold.
    pub terms: EventId,
    /// When it would have been due; of one that stood still, as if that had ended at the merge.
    pub due: Instant,
    /// The kind of tickets whose target it was; none: that of every ticket, or not said.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub kind: Option<String>,
    /// Where the source says so.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub clause: Option<String>,
}

/// What an entry of work took from one pot.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct WorkPart {
    /// The allowance.
    pub pot: String,
    /// The beginning of the period of that allowance which holds the work, where it has one.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub period: Option<Instant>,
    /// Seconds of the entry.
    pub spent: i64,
    /// Seconds charged for them.
    pub charged: i64,
}
