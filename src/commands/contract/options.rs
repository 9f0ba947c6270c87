//! What is typed about contracts.

use super::super::options::{List, Read, Write};

/// `contract sign`: freezes the terms.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(crate) struct Sign {
    pub customer: String,
    pub plan: String,
    pub start: Option<String>,
    pub end: Option<String>,
    pub zone: Option<String>,
    pub region: Option<String>,
    /// `KEY=VALUE` as agreed.
    pub set: Vec<String>,
    /// What was said, or why.
    pub text: Option<String>,
    pub write: Write,
}

/// `contract amend`: other terms from a day on.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(crate) struct Amend {
    pub contract: String,
    pub start: String,
    pub set: Vec<String>,
    /// `keep` or `repin`; needed when dated back.
    pub open_tickets: Option<String>,
    /// What was said, or why.
    pub text: Option<String>,
    pub write: Write,
}

/// `contract renew`: goes on, perhaps on another plan.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(crate) struct Renew {
    pub contract: String,
    pub plan: Option<String>,
    pub start: Option<String>,
    pub end: Option<String>,
    pub set: Vec<String>,
    /// What was said, or why.
    pub text: Option<String>,
    pub write: Write,
}

/// `contract cancel`: ends.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(crate) struct Cancel {
    pub contract: String,
    pub end: Option<String>,
    /// What was said, or why.
    pub text: Option<String>,
    pub write: Write,
}

/// `contract adjust`: buys or takes from an allowance.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(crate) struct Adjust {
    pub contract: String,
    pub allowance: String,
    /// With its sign: `+5`, `-2h`.
    pub amount: String,
    /// What was said, or why.
    pub text: Option<String>,
    pub write: Write,
}

/// `contract list`: all contracts.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(crate) struct ListContracts {
    pub list: List,
}

/// `contract show`: one page a contract.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(crate) struct ShowContract {
    /// Its id, or the customer when one is in force.
    pub contract: String,
    pub read: Read,
}
