//! What a check finds.

use crate::core::model::{EventId, TicketNo};
use crate::wording::check;

/// Something that is not as it should be.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Finding {
    pub ticket: Option<TicketNo>,
    pub event: Option<EventId>,
    /// A word for scripts.
    pub what: &'static str,
    pub says: String,
}

impl Finding {
    /// Of a row beside tickets and events.
    pub(super) fn of_rows(says: String) -> Finding {
        Finding {
            ticket: None,
            event: None,
            what: "rows",
            says,
        }
    }

    /// A word that filters know otherwise than the record says it.
    pub(super) fn of_words(field: &str, word: &str) -> Finding {
        Finding {
            what: "words",
            ..Finding::of_rows(check::word_known_otherwise(field, word))
        }
    }
}

impl From<crate::store::Finding> for Finding {
    fn from(found: crate::store::Finding) -> Finding {
        Finding {
            ticket: found.ticket,
            event: found.event,
            what: found.what.word(),
            says: found.says,
        }
    }
}
