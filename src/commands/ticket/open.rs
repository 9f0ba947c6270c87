//! Opening a ticket against a contract.
use super::super::options::Write;
use crate::desk::Desk;
use crate::failure::Failure;
use crate::render::Outcome;

/// `open`: a ticket begins.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Open {
    /// A contact (e-mail), a customer or a contract.
    pub who: String,
    pub subject: String,
    pub priority: Option<String>,
    pub channel: Option<String>,
    pub topic: Option<String>,
    /// The person, where `who` is a customer.
    pub contact: Option<String>,
    pub contract: Option<String>,
    pub environment: Option<String>,
    pub component: Option<String>,
    pub version: Option<String>,
    pub tags: Vec<String>,
    pub assignee: Option<String>,
    /// It is acknowledged at once.
    pub ack: bool,
    /// Rules whose refusal is forgiven.
    pub overrides: Vec<String>,
    /// A refused request is kept as refused.
    pub refuse: bool,
    /// Time spent on it, to be booked.
    pub worked: Option<String>,
    /// What was said, or why.
    pub text: Option<String>,
    pub write: Write,
}

/// `open`.
///
/// # Errors
/// Not built yet.
pub fn open(_desk: &mut Desk, _options: &Open) -> Result<Outcome, Failure> {
    Err(Failure::not_built("open"))
}
