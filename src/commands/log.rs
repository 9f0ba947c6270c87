//! The desk's feed.
use super::options::List;
use crate::desk::Desk;
use crate::failure::Failure;
use crate::render::Outcome;

/// `log`: events, oldest first.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Log {
    pub list: List,
    /// Only events after this one.
    pub after: Option<String>,
    /// Exit with 10 when there is something.
    pub exit_code: bool,
}

/// `log`.
///
/// # Errors
/// Not built yet.
pub fn log(_desk: &mut Desk, _options: &Log) -> Result<Outcome, Failure> {
    Err(Failure::not_built("log"))
}
