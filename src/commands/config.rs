//! Configuration, with where each value comes from.
use crate::desk::Desk;
use crate::failure::Failure;
use crate::render::Outcome;

/// `config show`: every value and its origin.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct ShowConfig;

/// `config check`: whether it can be understood.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct CheckConfig;

/// `config show`.
///
/// # Errors
/// Not built yet.
pub fn show(_desk: &mut Desk, _options: &ShowConfig) -> Result<Outcome, Failure> {
    Err(Failure::not_built("config show"))
}

/// `config check`.
///
/// # Errors
/// Not built yet.
pub fn check(_desk: &mut Desk, _options: &CheckConfig) -> Result<Outcome, Failure> {
    Err(Failure::not_built("config check"))
}
