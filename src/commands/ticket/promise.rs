//! What is promised for one ticket alone.
use super::super::options::{Tickets, Write};
use crate::desk::Desk;
use crate::failure::Failure;
use crate::render::Outcome;

/// `agree`: a target for this ticket, where the plan says `negotiable`.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Agree {
    pub tickets: Tickets,
    pub milestone: String,
    /// A duration.
    pub within: String,
    /// What was said, or why.
    pub text: Option<String>,
    pub write: Write,
}

/// `eta`: when it will be done, and who was told.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Eta {
    pub tickets: Tickets,
    /// An instant ahead.
    pub at: String,
    /// To whom it was said.
    pub told: Option<String>,
    /// What was said, or why.
    pub text: Option<String>,
    pub write: Write,
}

/// `agree`.
///
/// # Errors
/// Not built yet.
pub fn agree(_desk: &mut Desk, _options: &Agree) -> Result<Outcome, Failure> {
    Err(Failure::not_built("agree"))
}

/// `eta`.
///
/// # Errors
/// Not built yet.
pub fn eta(_desk: &mut Desk, _options: &Eta) -> Result<Outcome, Failure> {
    Err(Failure::not_built("eta"))
}
