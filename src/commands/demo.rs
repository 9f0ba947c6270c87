//! A desk to play with.
use crate::desk::Desk;
use crate::failure::Failure;
use crate::render::Outcome;

/// `demo`: a desk on all built-in plans, in a folder of its own.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Demo {
    pub folder: Option<String>,
    pub tickets: Option<u32>,
    pub seed: Option<u64>,
}

/// `demo`.
///
/// # Errors
/// Not built yet.
pub fn demo(_desk: &mut Desk, _options: &Demo) -> Result<Outcome, Failure> {
    Err(Failure::not_built("demo"))
}
