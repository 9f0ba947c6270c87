//! Priorities and the reasons for which a ticket's priority may change.

use serde::{Deserialize, Serialize};

use super::Source;
use crate::core::model::Side;

/// A priority, the most urgent first in [`Terms::priorities`](super::Terms).
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Priority {
    /// The word that plan files, flags, columns and the record have for it.
    pub id: String,
    /// What people read.
    pub title: String,
    /// Other words that people type for it.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub aliases: Vec<String>,
    /// When it applies, in the words of the plan.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub means: Option<String>,
    /// Channels that the plan advises; advice, not a rule.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub recommended: Vec<String>,
    /// Environments and components that can never have it.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub never_for: Vec<String>,
    /// Whether this plan has it; all of the file where it does not say.
    #[serde(default = "included", skip_serializing_if = "is_included")]
    pub included: bool,
    /// Where the source says it.
    #[serde(flatten)]
    pub source: Source,
}

fn included() -> bool {
    true
}

fn is_included(included: &bool) -> bool {
    *included
}

/// The priority that an impact and an urgency give together.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct MatrixCell {
    /// The word of the impact.
    pub impact: String,
    /// The word of the urgency.
    pub urgency: String,
    /// The id of the priority.
    pub priority: String,
    /// Where the source says it.
    #[serde(flatten)]
    pub source: Source,
}

/// To which priorities a reason may lead.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum ChangeTo {
    /// To any.
    Any,
    /// To less urgent ones only.
    Lower,
    /// To more urgent ones only.
    Higher,
    /// To these only.
    These(Vec<String>),
}

/// A reason for which a priority may be changed.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct PriorityChange {
    /// The word that plan files, flags, columns and the record have for it.
    pub id: String,
    /// What people read.
    pub title: String,
    /// Who may ask for it.
    pub by: Side,
    /// From which priorities; empty: any.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub from: Vec<String>,
    /// To which priorities.
    pub to: ChangeTo,
    /// Milestones that this change ends.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub meets: Vec<String>,
    /// The priority replaced never was; a breach it takes back is shown as corrected.
    #[serde(default)]
    pub corrects: bool,
    /// Whether this plan includes it; a reason of the file that the plan lacks stays listed, so
    /// that a refusal can name the plan that has it.
    pub included: bool,
    /// Where the source says it.
    #[serde(flatten)]
    pub source: Source,
}
