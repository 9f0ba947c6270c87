//! Failures that are a code and its parameters still: their sentences are made where all sentences
//! are made, before they are drawn.

use crate::core::model::{EntryId, Event, EventText, TicketNo};
use crate::core::sla::{BreachLoss, TicketRemark};
use crate::core::time::Instant;

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
    /// The clock lies before what stands in the record.
    ClockBehind {
        /// The entry that the latest clock recorded.
        entry: EntryId,
        actor: String,
        login: Option<String>,
        /// When it was recorded, and the clock, as people read them.
        recorded: String,
        clock: String,
    },
    /// The clock shows a year in which nothing can be reckoned.
    ClockOutside { clock: Instant },
    /// The fact would mean nothing where the ticket stands.
    MeansNothing {
        ticket: TicketNo,
        remark: TicketRemark,
    },
    /// Several names begin so.
    SeveralBegin(String),
    /// A part of a target that is none.
    NoShare(String),
    /// A duration that the clock on the wall does not show.
    NoWallClock(String),
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
    /// What the ticket is owed would be lost: the one that it is merged into is exempt.
    MergedIntoExempt { ticket: TicketNo, into: TicketNo },
    /// The same: the one that it is merged into has no clocks.
    MergedIntoUnclocked { ticket: TicketNo, into: TicketNo },
    /// The write would take a breach off the record, or change one.
    BreachLost {
        ticket: TicketNo,
        milestone: String,
        /// When it broke, and when the write happens, as people read it.
        breach: String,
        at: String,
        /// Who held it; none where nobody did.
        holder: Option<String>,
        loss: BreachLoss,
    },
    /// It would leave something that happened after it without a meaning.
    LeavesNothing {
        ticket: TicketNo,
        remark: TicketRemark,
        after: Event,
        text: EventText,
        /// When that happened, as people read it.
        at: String,
    },
}
