//! What is typed about contacts.

use super::super::options::{List, Read, Write};

/// `contact add`: authorises a person.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(crate) struct AddContact {
    pub customer: String,
    pub email: String,
    /// The only contract that covers him or her.
    pub contract: Option<String>,
    pub name: Option<String>,
    pub phone: Option<String>,
    pub language: Option<String>,
    /// The first day on which he or she may ask.
    pub start: Option<String>,
    /// The last day.
    pub end: Option<String>,
    /// `WHAT` or `WHAT=DAY`.
    pub qualifications: Vec<String>,
    /// Whose seat this person takes.
    pub replaces: Option<String>,
    pub write: Write,
}

/// `contact list`: all contacts.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(crate) struct ListContacts {
    pub list: List,
}

/// `contact show`: one page a contact.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(crate) struct ShowContact {
    pub contact: String,
    pub read: Read,
}

/// `contact edit`: changes what is said of him or her.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(crate) struct EditContact {
    pub contact: String,
    pub email: Option<String>,
    pub name: Option<String>,
    pub phone: Option<String>,
    pub language: Option<String>,
    /// The first day on which he or she may ask.
    pub start: Option<String>,
    /// The last day.
    pub end: Option<String>,
    /// `WHAT` or `WHAT=DAY`.
    pub qualifications: Vec<String>,
    /// Whose seat this person takes.
    pub replaces: Option<String>,
    pub write: Write,
}

/// `contact revoke`: he or she may ask no more.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(crate) struct RevokeContact {
    pub contact: String,
    /// The last day.
    pub end: Option<String>,
    /// What was said, or why.
    pub text: Option<String>,
    pub write: Write,
}
