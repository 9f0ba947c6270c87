//! Handing out what the desk knows.
use crate::context::Context;
use crate::failure::Failure;
use crate::render::Outcome;

/// `export`: everything, or those customers, as `import context` takes it.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(crate) struct Export {
    pub filter: Vec<String>,
}

/// `export`.
///
/// # Errors
/// Not built yet.
pub(crate) fn export(_desk: &mut Context, _options: &Export) -> Result<Outcome, Failure> {
    Err(Failure::not_built("export"))
}
