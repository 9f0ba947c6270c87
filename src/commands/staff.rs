//! The people of the desk.
use super::options::{List, Write};
use crate::desk::Desk;
use crate::failure::Failure;
use crate::render::Outcome;

/// `staff add`: somebody begins.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct AddStaff {
    pub id: String,
    pub name: Option<String>,
    pub email: Option<String>,
    pub lines: Vec<String>,
    pub write: Write,
}

/// `staff list`: everybody.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct ListStaff {
    pub list: List,
}

/// `staff edit`: changes what is said of somebody.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct EditStaff {
    pub id: String,
    pub name: Option<String>,
    pub email: Option<String>,
    pub lines: Vec<String>,
    /// The last day.
    pub end: Option<String>,
    pub write: Write,
}

/// `staff add`.
///
/// # Errors
/// Not built yet.
pub fn add(_desk: &mut Desk, _options: &AddStaff) -> Result<Outcome, Failure> {
    Err(Failure::not_built("staff add"))
}

/// `staff list`.
///
/// # Errors
/// Not built yet.
pub fn list(_desk: &mut Desk, _options: &ListStaff) -> Result<Outcome, Failure> {
    Err(Failure::not_built("staff list"))
}

/// `staff edit`.
///
/// # Errors
/// Not built yet.
pub fn edit(_desk: &mut Desk, _options: &EditStaff) -> Result<Outcome, Failure> {
    Err(Failure::not_built("staff edit"))
}
