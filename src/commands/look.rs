//! What to do first, what is too late, and why.
use super::options::{List, Read, Tickets};
use crate::desk::Desk;
use crate::failure::Failure;
use crate::render::Outcome;

/// `sladesk`: counts and the work list.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Home {
    pub list: List,
}

/// `next`: what to do first, and why.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Next {
    pub list: List,
}

/// `overdue`: breached and not met yet.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Overdue {
    pub list: List,
    /// Also what is due within this, by the wall clock.
    pub within: Option<String>,
    /// Exit with 10 when there is something.
    pub exit_code: bool,
}

/// `explain`: the ledger behind each deadline.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Explain {
    pub tickets: Tickets,
    pub milestone: Option<String>,
    pub lang: Option<String>,
    pub paper: Option<String>,
    pub read: Read,
}

/// `sladesk`.
///
/// # Errors
/// Not built yet.
pub fn home(_desk: &mut Desk, _options: &Home) -> Result<Outcome, Failure> {
    Err(Failure::not_built("sladesk"))
}

/// `next`.
///
/// # Errors
/// Not built yet.
pub fn next(_desk: &mut Desk, _options: &Next) -> Result<Outcome, Failure> {
    Err(Failure::not_built("next"))
}

/// `overdue`.
///
/// # Errors
/// Not built yet.
pub fn overdue(_desk: &mut Desk, _options: &Overdue) -> Result<Outcome, Failure> {
    Err(Failure::not_built("overdue"))
}

/// `explain`.
///
/// # Errors
/// Not built yet.
pub fn explain(_desk: &mut Desk, _options: &Explain) -> Result<Outcome, Failure> {
    Err(Failure::not_built("explain"))
}
