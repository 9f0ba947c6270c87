//! Exclusions of the plan, and causes of breaches.
use super::super::options::{Tickets, Write};
use crate::desk::Desk;
use crate::failure::Failure;
use crate::render::Outcome;

/// `exempt`: an exclusion of the plan applies.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Exempt {
    pub tickets: Tickets,
    pub ground: String,
    /// What was said, or why.
    pub text: Option<String>,
    pub write: Write,
}

/// `cause`: why a breach happened, for the report.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Cause {
    pub tickets: Tickets,
    pub milestone: Option<String>,
    pub code: Option<String>,
    /// What was said, or why.
    pub text: Option<String>,
    pub write: Write,
}

/// `exempt`.
///
/// # Errors
/// Not built yet.
pub fn exempt(_desk: &mut Desk, _options: &Exempt) -> Result<Outcome, Failure> {
    Err(Failure::not_built("exempt"))
}

/// `cause`.
///
/// # Errors
/// Not built yet.
pub fn cause(_desk: &mut Desk, _options: &Cause) -> Result<Outcome, Failure> {
    Err(Failure::not_built("cause"))
}
