//! Whether somebody may ask for something.
use super::options::Read;
use crate::desk::Desk;
use crate::failure::Failure;
use crate::render::Outcome;

/// `may`: every rule of the contract, asked without opening anything.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct May {
    /// A contact (e-mail), a customer or a contract.
    pub who: String,
    pub priority: Option<String>,
    pub channel: Option<String>,
    pub topic: Option<String>,
    pub contact: Option<String>,
    pub contract: Option<String>,
    pub environment: Option<String>,
    pub component: Option<String>,
    pub version: Option<String>,
    /// At which instant.
    pub at: Option<String>,
    pub read: Read,
}

/// `may`.
///
/// # Errors
/// Not built yet.
pub fn may(_desk: &mut Desk, _options: &May) -> Result<Outcome, Failure> {
    Err(Failure::not_built("may"))
}
