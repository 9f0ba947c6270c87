//! What a check finds.

use crate::core::model::{EventId, TicketNo};
use crate::wording::check;

/// Something that is not as it should be.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct DbFinding {
    pub ticket: Option<TicketNo>,
    pub event: Option<EventId>,
    /// A word for scripts.
    pub what: &'static str,
    pub says: String,
}

impl DbFinding {
    /// Of a row beside tickets and events.
    pub(super) fn of_rows(says: String) -> DbFinding {
        DbFinding {
            ticket: None,
            event: None,
            what: "rows",
            says,
        }
    }

    /// Of the index of words: a ticket's, or what it looks up.
    pub(super) fn of_search(ticket: Option<TicketNo>, says: &str) -> DbFinding {
        DbFinding {
            ticket,
            what: "search",
            ..DbFinding::of_rows(says.to_owned())
        }
    }

    /// A word that filters know otherwise than the record says it.
    pub(super) fn of_words(field: &str, word: &str) -> DbFinding {
        DbFinding {
            what: "words",
            ..DbFinding::of_rows(check::word_known_otherwise(field, word))
        }
    }
}

impl From<crate::store::CheckFinding> for DbFinding {
    fn from(found: crate::store::CheckFinding) -> DbFinding {
        DbFinding {
            ticket: found.ticket,
            event: found.event,
            what: found.what.word(),
            says: found.says,
        }
    }
}
