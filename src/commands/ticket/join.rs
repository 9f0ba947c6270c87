//! Tickets that go on as others, or elsewhere.
use super::super::options::{Tickets, Write};
use crate::desk::Desk;
use crate::failure::Failure;
use crate::render::Outcome;

/// `merge`: it goes on as another ticket.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Merge {
    pub tickets: Tickets,
    pub into: String,
    /// What was said, or why.
    pub text: Option<String>,
    pub write: Write,
}

/// `move`: it belongs to another customer or contract.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Move {
    pub tickets: Tickets,
    /// A customer or a contract.
    pub to: String,
    /// What was said, or why.
    pub text: Option<String>,
    pub write: Write,
}

/// `merge`.
///
/// # Errors
/// Not built yet.
pub fn merge(_desk: &mut Desk, _options: &Merge) -> Result<Outcome, Failure> {
    Err(Failure::not_built("merge"))
}

/// `move`.
///
/// # Errors
/// Not built yet.
pub fn move_to(_desk: &mut Desk, _options: &Move) -> Result<Outcome, Failure> {
    Err(Failure::not_built("move"))
}
