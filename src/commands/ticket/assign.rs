//! Who has it, and on which support line.
use super::super::options::{Tickets, Write};
use crate::desk::Desk;
use crate::failure::Failure;
use crate::render::Outcome;

/// `assign`: to me when nobody is named; `nobody` frees.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Assign {
    pub tickets: Tickets,
    pub to: Option<String>,
    /// What was said, or why.
    pub text: Option<String>,
    pub write: Write,
}

/// `escalate`: the next support line when none is named.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Escalate {
    pub tickets: Tickets,
    pub line: Option<String>,
    /// What was said, or why.
    pub text: Option<String>,
    pub write: Write,
}

/// `assign`.
///
/// # Errors
/// Not built yet.
pub fn assign(_desk: &mut Desk, _options: &Assign) -> Result<Outcome, Failure> {
    Err(Failure::not_built("assign"))
}

/// `escalate`.
///
/// # Errors
/// Not built yet.
pub fn escalate(_desk: &mut Desk, _options: &Escalate) -> Result<Outcome, Failure> {
    Err(Failure::not_built("escalate"))
}
