//! Taking back what one command wrote.
use crate::desk::Desk;
use crate::failure::Failure;
use crate::render::Outcome;

/// `undo`: my last change, or that entry.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Undo {
    pub entry: Option<String>,
    /// Why.
    pub text: Option<String>,
    pub dry_run: bool,
    pub yes: bool,
    /// Why this may take a breach off the record.
    pub corrects: Option<String>,
}

/// `undo`.
///
/// # Errors
/// Not built yet.
pub fn undo(_desk: &mut Desk, _options: &Undo) -> Result<Outcome, Failure> {
    Err(Failure::not_built("undo"))
}
