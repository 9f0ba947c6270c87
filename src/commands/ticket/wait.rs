//! Waiting, and the end of it.
use super::super::options::{Tickets, Write};
use crate::desk::Desk;
use crate::failure::Failure;
use crate::render::Outcome;

/// `wait`: for the customer, the vendor or a third party.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Wait {
    pub tickets: Tickets,
    /// `customer`, `vendor` or `third-party`.
    pub on: Option<String>,
    /// When to look again.
    pub until: Option<String>,
    /// Time spent on it, to be booked.
    pub worked: Option<String>,
    /// What was said, or why.
    pub text: Option<String>,
    pub write: Write,
}

/// `resume`: waiting is over without a message.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Resume {
    pub tickets: Tickets,
    /// What was said, or why.
    pub text: Option<String>,
    pub write: Write,
}

/// `wait`.
///
/// # Errors
/// Not built yet.
pub fn wait(_desk: &mut Desk, _options: &Wait) -> Result<Outcome, Failure> {
    Err(Failure::not_built("wait"))
}

/// `resume`.
///
/// # Errors
/// Not built yet.
pub fn resume(_desk: &mut Desk, _options: &Resume) -> Result<Outcome, Failure> {
    Err(Failure::not_built("resume"))
}
