//! Failures that are a code and its parameters still: their sentences are made where all sentences
//! are made, before they are drawn.

use crate::core::model::{Event, EventText, TicketNo};
use crate::core::sla::Remark;

/// What could not be done.
#[derive(Clone, Debug, PartialEq)]
pub(crate) enum FailureCode {
    /// A saved filter asks for tickets and for holders, and `not:` turns it round as a whole.
    MixedNegation { word: String },
    /// `--if-event` names an event that is not the ticket's last any more.
    MovedOn {
        ticket: TicketNo,
        /// The event that was named.
        seen: i64,
        last: Event,
        text: EventText,
        /// When it happened, as people read it.
        at: String,
    },
    /// The fact would mean nothing where the ticket stands.
    MeansNothing { ticket: TicketNo, remark: Remark },
    /// A text is to be written in the editor, and no terminal is there to write it at.
    NoTerminal,
    /// A log has more rows than are read of one.
    TooManyRows { most: u64 },
    /// More rows of a log than are told of cannot be read.
    TooManyBadRows { most: usize },
    /// A ticket of a log has more rows than are read of one.
    TooManyRowsOfTicket {
        line: u64,
        ticket: String,
        most: usize,
    },
    /// It would leave something that happened after it without a meaning.
    LeavesNothing {
        ticket: TicketNo,
        remark: Remark,
        after: Event,
        text: EventText,
        /// When that happened, as people read it.
        at: String,
    },
}
