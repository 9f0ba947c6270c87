//! Contracts: a subscription to a plan, from signing to cancelling.
use super::options::{List, Read, Write};
use crate::desk::Desk;
use crate::failure::Failure;
use crate::render::Outcome;

/// `contract sign`: freezes the terms.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Sign {
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
pub struct Amend {
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
pub struct Renew {
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
pub struct Cancel {
    pub contract: String,
    pub end: Option<String>,
    /// What was said, or why.
    pub text: Option<String>,
    pub write: Write,
}

/// `contract adjust`: buys or takes from an allowance.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Adjust {
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
pub struct ListContracts {
    pub list: List,
}

/// `contract show`: one page a contract.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct ShowContract {
    /// Its id, or the customer when one is in force.
    pub contract: String,
    pub read: Read,
}

/// `contract sign`.
///
/// # Errors
/// Not built yet.
pub fn sign(_desk: &mut Desk, _options: &Sign) -> Result<Outcome, Failure> {
    Err(Failure::not_built("contract sign"))
}

/// `contract amend`.
///
/// # Errors
/// Not built yet.
pub fn amend(_desk: &mut Desk, _options: &Amend) -> Result<Outcome, Failure> {
    Err(Failure::not_built("contract amend"))
}

/// `contract renew`.
///
/// # Errors
/// Not built yet.
pub fn renew(_desk: &mut Desk, _options: &Renew) -> Result<Outcome, Failure> {
    Err(Failure::not_built("contract renew"))
}

/// `contract cancel`.
///
/// # Errors
/// Not built yet.
pub fn cancel(_desk: &mut Desk, _options: &Cancel) -> Result<Outcome, Failure> {
    Err(Failure::not_built("contract cancel"))
}

/// `contract adjust`.
///
/// # Errors
/// Not built yet.
pub fn adjust(_desk: &mut Desk, _options: &Adjust) -> Result<Outcome, Failure> {
    Err(Failure::not_built("contract adjust"))
}

/// `contract list`.
///
/// # Errors
/// Not built yet.
pub fn list(_desk: &mut Desk, _options: &ListContracts) -> Result<Outcome, Failure> {
    Err(Failure::not_built("contract list"))
}

/// `contract show`.
///
/// # Errors
/// Not built yet.
pub fn show(_desk: &mut Desk, _options: &ShowContract) -> Result<Outcome, Failure> {
    Err(Failure::not_built("contract show"))
}
