//! What a ticket names, and the tickets it is linked to.
use super::super::options::{Tickets, Write};
use crate::desk::Desk;
use crate::failure::Failure;
use crate::render::Outcome;

/// `edit`: changes what the ticket names.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Edit {
    pub tickets: Tickets,
    pub subject: Option<String>,
    pub topic: Option<String>,
    pub environment: Option<String>,
    pub component: Option<String>,
    pub version: Option<String>,
    pub contact: Option<String>,
    /// Tags to add.
    pub tags: Vec<String>,
    /// Tags to take off.
    pub untags: Vec<String>,
    pub write: Write,
}

/// `link`: to another ticket; touches no clock.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Link {
    pub tickets: Tickets,
    pub other: String,
    pub kind: Option<String>,
    pub remove: bool,
    pub write: Write,
}

/// `edit`.
///
/// # Errors
/// Not built yet.
pub fn edit(_desk: &mut Desk, _options: &Edit) -> Result<Outcome, Failure> {
    Err(Failure::not_built("edit"))
}

/// `link`.
///
/// # Errors
/// Not built yet.
pub fn link(_desk: &mut Desk, _options: &Link) -> Result<Outcome, Failure> {
    Err(Failure::not_built("link"))
}
