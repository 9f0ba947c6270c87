//! What its priority is, was and may become.
use super::super::options::{Tickets, Write};
use crate::desk::Desk;
use crate::failure::Failure;
use crate::render::Outcome;

/// `priority`: shown, changed or confirmed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Priority {
    pub tickets: Tickets,
    /// None: what it is, was and may become.
    pub to: Option<String>,
    /// A reason of the plan.
    pub reason: Option<String>,
    /// What was said, or why.
    pub text: Option<String>,
    pub write: Write,
}

/// `priority`.
///
/// # Errors
/// Not built yet.
pub fn priority(_desk: &mut Desk, _options: &Priority) -> Result<Outcome, Failure> {
    Err(Failure::not_built("priority"))
}
