//! One page a ticket.
use super::super::options::{Read, Tickets};
use crate::desk::Desk;
use crate::failure::Failure;
use crate::render::Outcome;

/// `show`: who, what, clocks, timeline.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Show {
    pub tickets: Tickets,
    pub read: Read,
}

/// `show`.
///
/// # Errors
/// Not built yet.
pub fn show(_desk: &mut Desk, _options: &Show) -> Result<Outcome, Failure> {
    Err(Failure::not_built("show"))
}
