//! What a check finds.

use crate::core::model::{EventId, TicketNo};

/// Something that is not as it should be.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Finding {
    pub ticket: Option<TicketNo>,
    pub event: Option<EventId>,
    /// A word for scripts.
    pub what: &'static str,
    pub says: String,
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
