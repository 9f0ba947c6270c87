//! Priorities and the reasons for which a ticket's priority may change.

use serde::{Deserialize, Serialize};

use super::Source;
use crate::core::model::Side;

/// A priority, the most urgent first in [`Terms::priorities`](super::Terms).
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Priority {
    pub id: String,
    pub title: String,
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub aliases: Vec<String>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub means: Option<String>,
    /// Channels that the plan advises; advice, not a rule.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub recommended: Vec<String>,
    /// Environments and components that can never have it.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub never_for: Vec<String>,
    #[serde(flatten)]
    pub source: Source,
}

/// The priority that an impact and an urgency give together.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct MatrixCell {
    pub impact: String,
    pub urgency: String,
    /// The id of the priority.
    pub priority: String,
    #[serde(flatten)]
    pub source: Source,
}

/// To which priorities a reason may lead.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum ChangeTo {
    Any,
    Lower,
    Higher,
    These(Vec<String>),
}

/// A reason for which a priority may be changed.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct PriorityChange {
    pub id: String,
    pub title: String,
    /// Who may ask for it.
    pub by: Side,
    /// From which priorities; empty: any.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub from: Vec<String>,
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
    #[serde(flatten)]
    pub source: Source,
}
