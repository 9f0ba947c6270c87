//! What is found of the contract.

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

use crate::core::account::AfterTerm;
use crate::core::model::ContractId;

/// Whether a contract is in force. Days are those of its zone.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "code", content = "parameters", rename_all = "kebab-case")]
pub enum ContractCode {
    /// The customer has none.
    NoContract {
        /// The customer's key.
        customer: String,
    },
    /// It is in force.
    InForce {
        /// Which.
        contract: ContractId,
        /// Its plan, where its terms are known.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        plan: Option<String>,
        /// The last day that is agreed.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        until: Option<NaiveDate>,
        /// What comes then.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        then: Option<AfterTerm>,
    },
    /// It is over by itself.
    Ended {
        /// Which.
        contract: ContractId,
        /// Its plan.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        plan: Option<String>,
        /// Its last day.
        on: NaiveDate,
    },
    /// It is over because it was cancelled.
    CancelledAndEnded {
        /// Which.
        contract: ContractId,
        /// Its plan.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        plan: Option<String>,
        /// Its last day.
        on: NaiveDate,
    },
    /// It has not begun yet.
    NotBegun {
        /// Which.
        contract: ContractId,
        /// Its plan.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        plan: Option<String>,
        /// Its first day.
        from: NaiveDate,
    },
    /// It was cancelled before its first day.
    CancelledBeforeItBegan {
        /// Which.
        contract: ContractId,
        /// Its plan.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        plan: Option<String>,
    },
}
