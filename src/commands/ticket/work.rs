//! Time booked on a ticket.
use super::super::options::{Tickets, Write};
use crate::desk::Desk;
use crate::failure::Failure;
use crate::render::Outcome;

/// `work`: books time; a negative duration takes it back.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Work {
    pub tickets: Tickets,
    /// A duration, with a hyphen in front to take it back.
    pub spent: String,
    /// What is charged to the allowance, when it is not what was spent.
    pub charge: Option<String>,
    /// What was said, or why.
    pub text: Option<String>,
    pub write: Write,
}

/// `work`.
///
/// # Errors
/// Not built yet.
pub fn work(_desk: &mut Desk, _options: &Work) -> Result<Outcome, Failure> {
    Err(Failure::not_built("work"))
}
