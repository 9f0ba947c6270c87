//! How far the record is known by whoever looks at it.

use crate::core::model::EventId;

/// How far the record is known: all of it, or as somebody knew it then.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(crate) enum AsOf {
    #[default]
    All,
    /// Nothing that was written after this event.
    Through(EventId),
}

impl AsOf {
    /// The last event that may be read.
    pub(crate) fn last(self) -> EventId {
        match self {
            AsOf::All => EventId(i64::MAX),
            AsOf::Through(event) => event,
        }
    }
}
