//! What is said on a ticket, by the desk and by the customer.
use super::super::options::{Tickets, Write};
use crate::desk::Desk;
use crate::failure::Failure;
use crate::render::Outcome;

/// `ack`: acknowledged, and its priority confirmed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Ack {
    pub tickets: Tickets,
    /// The priority that is confirmed, when it is another.
    pub priority: Option<String>,
    /// What was said, or why.
    pub text: Option<String>,
    pub write: Write,
}

/// `reply`: the desk speaks to the customer.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Reply {
    pub tickets: Tickets,
    /// Time spent on it, to be booked.
    pub worked: Option<String>,
    /// What was said.
    pub text: String,
    pub write: Write,
}

/// `receive`: the customer spoke.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Receive {
    pub tickets: Tickets,
    pub contact: Option<String>,
    pub channel: Option<String>,
    /// Time spent on it, to be booked.
    pub worked: Option<String>,
    /// What was said.
    pub text: String,
    pub write: Write,
}

/// `note`: for the desk only.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Note {
    pub tickets: Tickets,
    /// Time spent on it, to be booked.
    pub worked: Option<String>,
    /// What was said.
    pub text: String,
    pub write: Write,
}

/// `ack`.
///
/// # Errors
/// Not built yet.
pub fn ack(_desk: &mut Desk, _options: &Ack) -> Result<Outcome, Failure> {
    Err(Failure::not_built("ack"))
}

/// `reply`.
///
/// # Errors
/// Not built yet.
pub fn reply(_desk: &mut Desk, _options: &Reply) -> Result<Outcome, Failure> {
    Err(Failure::not_built("reply"))
}

/// `receive`.
///
/// # Errors
/// Not built yet.
pub fn receive(_desk: &mut Desk, _options: &Receive) -> Result<Outcome, Failure> {
    Err(Failure::not_built("receive"))
}

/// `note`.
///
/// # Errors
/// Not built yet.
pub fn note(_desk: &mut Desk, _options: &Note) -> Result<Outcome, Failure> {
    Err(Failure::not_built("note"))
}
