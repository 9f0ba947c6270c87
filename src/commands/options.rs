//! What many commands take: the tickets they are about and the flags they share, as typed.

pub use crate::core::words::Tickets;

/// LIST: every list takes these.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct List {
    /// The words of the filter.
    pub filter: Vec<String>,
    /// A field; with a hyphen in front, the other way round.
    pub sort: Option<String>,
    /// How many at most; none: all.
    pub limit: Option<usize>,
    pub read: Read,
}

/// READ: every look at the desk takes this.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Read {
    /// An instant or a seal: what was known then.
    pub as_of: Option<String>,
}

/// WRITE: every write takes these.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Write {
    /// When it happened.
    pub at: Option<String>,
    /// Say what would be done, and do nothing.
    pub dry_run: bool,
    /// Every question is answered with yes.
    pub yes: bool,
    /// A key by which the same command is known again.
    pub once: Option<String>,
    /// The last event that the caller has seen on the ticket.
    pub if_event: Option<i64>,
    /// Why this may take a breach off the record.
    pub corrects: Option<String>,
}
