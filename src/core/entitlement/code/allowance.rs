//! What is found of cases and hours.

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

use super::super::AllowanceUnit;
use crate::core::terms::{TermPeriod, WhenUsedUp};

/// What is left of an allowance. Amounts are cases, or seconds.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "code", content = "parameters", rename_all = "kebab-case")]
pub enum AllowanceCode {
    /// Nothing of this kind is counted.
    NotCounted {
        /// Which kind.
        unit: AllowanceUnit,
    },
    /// How much there is was left open.
    AmountNotPromised {
        /// The allowance.
        allowance: String,
    },
    /// So much in each period.
    Granted {
        /// The allowance.
        allowance: String,
        /// What it counts.
        unit: AllowanceUnit,
        /// How much.
        amount: i64,
        /// In which period.
        per: TermPeriod,
    },
    /// Some is left.
    Left {
        /// The allowance.
        allowance: String,
        /// What it counts.
        unit: AllowanceUnit,
        /// What is left.
        left: i64,
        /// Of how much.
        of: i64,
        /// The last day of the period.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        until: Option<NaiveDate>,
    },
    /// None is left, and nothing is asked of it.
    NoneLeft {
        /// The allowance.
        allowance: String,
        /// What it counts.
        unit: AllowanceUnit,
        /// Of how much.
        of: i64,
        /// The last day of the period.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        until: Option<NaiveDate>,
    },
    /// None is left of what the request needs.
    UsedUp {
        /// The allowance.
        allowance: String,
        /// What it counts.
        unit: AllowanceUnit,
        /// Of how much.
        of: i64,
        /// The last day of the period.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        until: Option<NaiveDate>,
        /// What the plan does then.
        then: WhenUsedUp,
    },
}
