//! What is found of what a ticket names, and of its priority.

use serde::{Deserialize, Serialize};

use crate::core::terms::RequiredField;

/// Whether a ticket names what the plan asks for.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "code", content = "parameters", rename_all = "kebab-case")]
pub enum NamedCode {
    /// The plan asks for nothing.
    NothingToName,
    /// All of it is named.
    Names {
        /// What the plan asks for.
        fields: Vec<RequiredField>,
    },
    /// It is to be named.
    MustName {
        /// What is missing.
        fields: Vec<RequiredField>,
    },
}

/// A milestone for which nothing is promised.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct UnpromisedMilestone {
    /// The milestone's id.
    pub milestone: String,
    /// At which priorities; none: at all of them.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub at: Vec<String>,
}

/// Whether a ticket can have a priority.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "code", content = "parameters", rename_all = "kebab-case")]
pub enum PriorityCode {
    /// None was named: what it can have.
    CanHave {
        /// The priorities.
        priorities: Vec<String>,
        /// What is not promised at them.
        #[serde(default, skip_serializing_if = "Vec::is_empty")]
        not_promised: Vec<UnpromisedMilestone>,
    },
    /// None was named, and the plan takes no tickets.
    NoPriority,
    /// The plan has no such word.
    NoSuchPriority {
        /// The word.
        priority: String,
        /// The plan.
        plan: String,
    },
    /// It can.
    CanBe {
        /// The priority.
        priority: String,
        /// What is not promised at it.
        #[serde(default, skip_serializing_if = "Vec::is_empty")]
        not_promised: Vec<String>,
    },
    /// It is of the vendor's, not of the plan.
    PriorityNotIncluded {
        /// The priority.
        priority: String,
        /// The plan.
        plan: String,
    },
    /// It is ruled out.
    NeverFor {
        /// The priority.
        priority: String,
        /// The environment and the component that rule it out.
        words: Vec<String>,
    },
}
