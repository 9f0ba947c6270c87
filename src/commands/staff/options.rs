//! What is typed about staff.

use super::super::options::{List, Write};

/// `staff add`: somebody begins.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(crate) struct AddStaff {
    pub id: String,
    pub name: Option<String>,
    pub email: Option<String>,
    pub lines: Vec<String>,
    pub write: Write,
}

/// `staff list`: everybody.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(crate) struct ListStaff {
    pub list: List,
}

/// `staff edit`: changes what is said of somebody.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(crate) struct EditStaff {
    pub id: String,
    pub name: Option<String>,
    pub email: Option<String>,
    pub lines: Vec<String>,
    /// The last day.
    pub end: Option<String>,
    pub write: Write,
}
