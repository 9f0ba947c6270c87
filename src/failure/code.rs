//! Failures that are a code and its parameters still: their sentences are made where all sentences
//! are made, before they are drawn.

use super::Noun;
use crate::core::model::{ContractId, EntryId, Event, EventText, State, TicketNo};
use crate::core::sla::{BreachLoss, NotAccepted, TicketRemark};
use crate::core::time::Instant;
use crate::plans::PlanError;
use crate::store::{LineFault, ServerFault};

/// Why a saved filter cannot be put in place of its name.
#[derive(Clone, Debug, PartialEq)]
pub(crate) enum SavedFilterFault {
    /// There is none of that name; some are built in where it was looked for.
    Missing {
        name: String,
        built_in: Vec<&'static str>,
    },
    /// Its words name it again.
    LeadsBack { name: String },
    /// `not:` before one of several words, or of none.
    NegatesSeveral { word: String },
}

/// What could not be done.
#[derive(Clone, Debug, PartialEq)]
pub(crate) enum FailureCode {
    /// A plan that could not be found, read or agreed.
    Plan(PlanError),
    /// Nothing is called so.
    NoSuch {
        noun: Noun,
        word: String,
        /// Whose it would be, where one's own were looked through.
        of: Option<String>,
    },
    /// A line of a record is not taken.
    RecordLine(LineFault),
    /// A desk on a server, or how it is reached.
    Server { path: String, what: ServerFault },
    /// Something was written to the desk that a record is to come into.
    NotEmpty { path: String },
    /// No ticket came with that key from another tool.
    NoTicketOfKey { word: String },
    /// Tickets of several tools have that key.
    SeveralOfKey {
        word: String,
        /// Each with the name of its tool.
        sources: Vec<String>,
    },
    /// A ticket would come back whose number in another tool is another ticket's by now.
    SourceTaken {
        ticket: TicketNo,
        /// The tool and the number.
        source: String,
        other: TicketNo,
    },
    /// A saved filter cannot be put in place of its name.
    SavedFilter(SavedFilterFault),
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
    /// Whoever asks may read the desk, and not write to it.
    ReadOnly,
    /// The clock lies before what stands in the record.
    ClockBehind {
        /// The entry that the latest clock recorded.
        entry: EntryId,
        actor: String,
        login: Option<String>,
        /// When it was recorded, and the clock, as people read them.
        recorded: String,
        clock: String,
        /// The seconds after which it goes by itself.
        by_itself: i64,
    },
    /// There is no ticket of that number; the newest that there is.
    NoTicket {
        ticket: TicketNo,
        newest: Option<TicketNo>,
    },
    /// An instant before the ticket was opened, both as people read them.
    BeforeOpening {
        ticket: TicketNo,
        at: String,
        opened: String,
    },
    /// The ticket's state does not take that fact.
    NotAccepted {
        ticket: TicketNo,
        why: NotAccepted,
        /// What brought the ticket into its state, where it is told.
        since: Option<StateChange>,
        state: State,
        merged_into: Option<TicketNo>,
    },
    /// `--at` lies ahead: as people read it.
    Future { at: String },
    /// More seconds of work are taken back than were booked.
    MoreThanWorked {
        ticket: TicketNo,
        booked: i64,
        back: i64,
    },
    /// More seconds are given back than were charged.
    MoreThanCharged {
        ticket: TicketNo,
        charged: i64,
        back: i64,
    },
    /// What is to be charged has no allowance of hours that it could be charged to.
    NothingToCharge { ticket: TicketNo },
    /// The key of `--once` was used before.
    UsedBefore { key: String, entry: EntryId },
    /// The customer has no contract in force then.
    NoneInForce { customer: String },
    /// The customer has several contracts in force.
    SeveralInForce {
        customer: String,
        contracts: Vec<ContractId>,
    },
    /// Nobody has that address, and who is meant does not follow from its domain.
    NoContactOfDomain {
        address: String,
        /// People of several customers have the domain; else nobody.
        shared: bool,
    },
    /// Nobody has that address; who is nearest to it.
    NoContact {
        word: String,
        sought: SoughtAs,
        near: Option<NearContact>,
    },
    /// An address that stands for several customers, by their keys.
    SeveralCustomers {
        word: String,
        sought: SoughtAs,
        keys: Vec<String>,
    },
    /// The record names something that it does not hold.
    MissingInRecord { what: &'static str, id: String },
    /// The clock shows a year in which nothing can be reckoned.
    ClockOutside { clock: Instant },
    /// The fact would mean nothing where the ticket stands.
    MeansNothing {
        ticket: TicketNo,
        remark: TicketRemark,
    },
    /// Several names begin so.
    SeveralBegin {
        word: String,
        /// How many more there are than are listed.
        more: Option<usize>,
    },
    /// A part of a target that is none.
    NoShare(String),
    /// A duration that the clock on the wall does not show.
    NoWallClock(String),
    /// A text is to be written in the editor, and no terminal is there to write it at.
    NoTerminal,
    /// A log has more rows than are read of one.
    TooManyRows { most: u64 },
    /// A log with more columns than are read.
    TooManyColumns { most: usize },
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

/// What brought a ticket into its state.
#[derive(Clone, Debug, PartialEq)]
pub(crate) struct StateChange {
    pub actor: String,
    /// When, as people read it.
    pub at: String,
    pub entry: EntryId,
}

/// As what somebody was looked for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum SoughtAs {
    /// As whoever asks for something: a stranger may.
    Requester,
    /// As a contact of the record.
    Contact,
}

/// A contact whose address or name is near to what was typed.
#[derive(Clone, Debug, PartialEq)]
pub(crate) struct NearContact {
    pub customer: String,
    pub email: String,
    pub name: String,
}
