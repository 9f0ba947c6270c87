//! What is found of who asks.

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

/// How many may ask.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum SeatCount {
    /// So many.
    AtMost(u32),
    /// As many as the customer likes.
    Unlimited,
    /// It was left open.
    NotPromised,
}

/// Whether somebody may ask. The finding names him or her; days are those of the contract's zone.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "code", content = "parameters", rename_all = "kebab-case")]
pub enum ContactCode {
    /// Nobody was named: who may ask. The finding names them.
    MayAsk {
        /// How many seats there are.
        seats: SeatCount,
    },
    /// He or she may.
    Authorised,
    /// He or she may, but how many may ask is not promised.
    AuthorisedButSeatsNotPromised,
    /// From a day on.
    AuthorisedFrom {
        /// That day.
        from: NaiveDate,
    },
    /// No more.
    AuthorisedUntil {
        /// The last day.
        until: NaiveDate,
    },
    /// Never was.
    NotAuthorised,
}

/// A topic that only some may ask about.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct ReservedTopic {
    /// Its id.
    pub topic: String,
    /// The title of what one must hold.
    pub title: String,
}

/// Whether somebody holds what the topic is reserved for. The finding names him or her.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "code", content = "parameters", rename_all = "kebab-case")]
pub enum QualificationCode {
    /// No topic is.
    NothingReserved,
    /// These are.
    Reserved {
        /// Each with what it is reserved for.
        topics: Vec<ReservedTopic>,
    },
    /// This topic is not.
    NotReserved {
        /// The topic.
        topic: String,
    },
    /// It is; nobody was named.
    ReservedFor {
        /// The topic.
        topic: String,
        /// The title of what one must hold.
        title: String,
    },
    /// Whoever asks holds it.
    Qualified {
        /// The id of what is held.
        qualification: String,
    },
    /// Held it once.
    QualifiedUntil {
        /// The id of what was held.
        qualification: String,
        /// Its title.
        title: String,
        /// The last day.
        until: NaiveDate,
        /// The topic.
        topic: String,
    },
    /// Does not hold it.
    NotQualified {
        /// The id of what is not held.
        qualification: String,
        /// Its title.
        title: String,
        /// The topic.
        topic: String,
    },
}
