//! What is said of a record that is not what was written.

use crate::core::model::{EventId, Stream, TicketNo};

/// Something that is not as it was written.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct CheckFinding {
    pub ticket: Option<TicketNo>,
    pub event: Option<EventId>,
    pub what: Flaw,
    pub says: String,
}

/// What kind of thing is wrong.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub(crate) enum Flaw {
    /// The file's pages contradict each other.
    Pages,
    /// A row names another that is not there.
    Keys,
    /// A number is missing or stands twice.
    Gap,
    /// A hash does not follow from what it covers.
    Chain,
    /// A fact cannot be read.
    Unreadable,
    /// A content is missing, or is not what its hash says, or nothing names it.
    Content,
    /// A text is gone and nobody took it out, or one that was taken out is there.
    Erased,
    /// What the desk says of itself is not what its founding says.
    Desk,
    /// What is kept of undone entries and used keys does not follow from the record.
    Undone,
    /// The record is not the one that a seal was printed of.
    Seal,
}

impl Flaw {
    /// The word that scripts see.
    pub(crate) fn word(self) -> &'static str {
        match self {
            Flaw::Pages => "pages",
            Flaw::Keys => "keys",
            Flaw::Gap => "gap",
            Flaw::Chain => "chain",
            Flaw::Unreadable => "unreadable",
            Flaw::Content => "content",
            Flaw::Erased => "erased",
            Flaw::Desk => "desk",
            Flaw::Undone => "undone",
            Flaw::Seal => "seal",
        }
    }
}

impl CheckFinding {
    pub(super) fn of(what: Flaw, says: impl Into<String>) -> CheckFinding {
        CheckFinding {
            ticket: None,
            event: None,
            what,
            says: says.into(),
        }
    }

    pub(super) fn about(
        what: Flaw,
        event: EventId,
        stream: Stream,
        says: impl Into<String>,
    ) -> CheckFinding {
        CheckFinding {
            ticket: match stream {
                Stream::Ticket(number) => Some(number),
                Stream::Customer(_) => None,
            },
            event: Some(event),
            ..CheckFinding::of(what, says)
        }
    }
}
