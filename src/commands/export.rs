//! Handing out what the desk knows.
use crate::desk::Desk;
use crate::failure::Failure;
use crate::render::Outcome;

/// `export`: everything, or those customers, as `import desk` takes it.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Export {
    pub filter: Vec<String>,
}

/// `export`.
///
/// # Errors
/// Not built yet.
pub fn export(_desk: &mut Desk, _options: &Export) -> Result<Outcome, Failure> {
    Err(Failure::not_built("export"))
}
