//! The end of a ticket, and its beginning again.
use super::super::options::{Tickets, Write};
use crate::desk::Desk;
use crate::failure::Failure;
use crate::render::Outcome;

/// `resolve`: the desk considers it done.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Resolve {
    pub tickets: Tickets,
    /// Time spent on it, to be booked.
    pub worked: Option<String>,
    /// What was said, or why.
    pub text: Option<String>,
    pub write: Write,
}

/// `reopen`: it was not done after all.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Reopen {
    pub tickets: Tickets,
    /// Time spent on it, to be booked.
    pub worked: Option<String>,
    /// What was said, or why.
    pub text: Option<String>,
    pub write: Write,
}

/// `close`: it is over.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Close {
    pub tickets: Tickets,
    /// `done`, `withdrawn`, `duplicate` or `spam`.
    pub closed_as: Option<String>,
    /// Time spent on it, to be booked.
    pub worked: Option<String>,
    /// What was said, or why.
    pub text: Option<String>,
    pub write: Write,
}

/// `resolve`.
///
/// # Errors
/// Not built yet.
pub fn resolve(_desk: &mut Desk, _options: &Resolve) -> Result<Outcome, Failure> {
    Err(Failure::not_built("resolve"))
}

/// `reopen`.
///
/// # Errors
/// Not built yet.
pub fn reopen(_desk: &mut Desk, _options: &Reopen) -> Result<Outcome, Failure> {
    Err(Failure::not_built("reopen"))
}

/// `close`.
///
/// # Errors
/// Not built yet.
pub fn close(_desk: &mut Desk, _options: &Close) -> Result<Outcome, Failure> {
    Err(Failure::not_built("close"))
}
