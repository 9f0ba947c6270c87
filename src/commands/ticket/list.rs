//! Tickets, newest first.
use super::super::options::List;
use crate::desk::Desk;
use crate::failure::Failure;
use crate::render::Outcome;

/// `list`: all states; words search.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct ListTickets {
    pub list: List,
}

/// `list`.
///
/// # Errors
/// Not built yet.
pub fn list(_desk: &mut Desk, _options: &ListTickets) -> Result<Outcome, Failure> {
    Err(Failure::not_built("list"))
}
