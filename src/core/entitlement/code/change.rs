//! What is found of a change of priority.

use serde::{Deserialize, Serialize};

use crate::core::terms::ChangeTo;

/// Which way a priority goes.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Step {
    /// To a more urgent one.
    Raise,
    /// To a less urgent one.
    Lower,
}

/// Whether a priority may be changed so.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "code", content = "parameters", rename_all = "kebab-case")]
pub enum ChangeCode {
    /// The plan has no such word.
    UnknownPriority {
        /// The word.
        priority: String,
        /// The plan.
        plan: String,
    },
    /// It has that one.
    AlreadyIs {
        /// The priority.
        priority: String,
    },
    /// The desk may, in its own words.
    RaisedInOwnWords,
    /// The desk may not without a reason.
    LoweringNeedsReason,
    /// The customer's wish needs a reason.
    WishNeedsReason,
    /// The plan has no such reason.
    NoSuchReason {
        /// The word.
        reason: String,
        /// The plan.
        plan: String,
    },
    /// The reason is of the vendor's, not of the plan.
    ReasonNotIncluded {
        /// Its code.
        reason: String,
        /// What it would do.
        step: Step,
        /// The plan.
        plan: String,
    },
    /// The customer has not that reason.
    ReasonOfDesk {
        /// Its code.
        reason: String,
    },
    /// The reason starts elsewhere.
    ReasonStartsAt {
        /// Its code.
        reason: String,
        /// The priorities that it changes.
        from: Vec<String>,
    },
    /// The reason leads elsewhere.
    ReasonLeadsTo {
        /// Its code.
        reason: String,
        /// What it would do.
        step: Step,
        /// The priority that is wished for.
        to: String,
        /// Where the reason leads.
        only: ChangeTo,
    },
    /// It may, for that reason.
    ByReason {
        /// The title of the reason.
        title: String,
        /// The milestones that it meets.
        #[serde(default, skip_serializing_if = "Vec::is_empty")]
        meets: Vec<String>,
        /// Whether the priority replaced never was.
        corrects: bool,
    },
}
