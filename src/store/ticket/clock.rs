//! Clocks as rows. With `breach`, `ended` and `fate` a row says what the clock shows at any
//! instant; nothing in it depends on the present.

use crate::core::model::{ContactId, ContractId, CustomerId, EventId, Side, TicketNo};
use crate::core::sla::{ClockEnd, Standstill};
use crate::core::time::Instant;
use crate::store::engine::args;
use crate::store::tables::{Tables, Versioned};
use crate::store::{Store, StoreError};

row! {
    /// A clock as it stands after its ticket's last event.
    pub(crate) struct ClockRow in "clock" key "ticket, n" {
        ticket: TicketNo,
        /// Order of birth, from 1.
        n: u32,
        milestone: String,
        cycle: u32,
        priority: String,
        /// Of the priority in the ticket's terms; 1 is the highest.
        rank: Option<u32>,
        customer: CustomerId,
        contract: Option<ContractId>,
        started: Instant,
        /// None while it stands still without a known end and is not breached.
        due: Option<Instant>,
        /// When it breaks or broke, unless it ends before.
        breach: Option<Instant>,
        /// When little of its target will be left, if it goes on.
        at_risk: Option<Instant>,
        paused: Option<Instant>,
        /// When a pause ends by itself.
        resumes: Option<Instant>,
        ended: Option<Instant>,
        fate: Option<ClockEnd>,
        /// The earlier of end and breach: when a report lists it, if nothing happens first.
        decided: Option<Instant>,
        /// Open seconds to its end, when reached.
        elapsed_at_end: Option<i64>,
        /// Met on the word of an event that was recorded after its due.
        late_entry: bool,
        /// Met so by the import that brought the ticket.
        imported: bool,
        /// Its due is later by a correction that came before it was breached.
        moved_later: bool,
        /// When its breach was taken back.
        corrected_at: Option<Instant>,
        /// Who had the ticket when it was decided, or at its end.
        held_by: Option<String>,
        /// On which line, as its number.
        held_line: Option<u32>,
        /// Of the limit that is its deadline.
        kind: Option<String>,
        /// For whom the milestone is: one of the desk's own is on no page of a customer.
        audience: Side,
        /// What the limit that is its deadline allows, as people write it.
        target: Option<String>,
        clause: Option<String>,
        /// The code given for its breach.
        cause: Option<String>,
        /// The event that gave it.
        caused: Option<EventId>,
        /// These three while it lives, none after.
        contact: Option<ContactId>,
        assignee: Option<String>,
        subject: Option<String>,
        /// Its ticket's, while it lives.
        plan_rank: Option<u32>,
        /// The highest event on which its ticket's rows rest.
        known: EventId,
    }
}

/// How a clock stands still, of its two columns.
pub(super) fn standstill(since: Option<Instant>, until: Option<Instant>) -> Option<Standstill> {
    since.map(|since| Standstill { since, until })
}

impl Versioned for ClockRow {
    fn known(&self) -> EventId {
        self.known
    }
}

statements! {
    OF_TICKET: "SELECT * FROM clock WHERE ticket = $1 ORDER BY n"
        => "SEARCH clock USING INDEX sqlite_autoindex_clock_1 (ticket=?)";
}

impl Tables<'_> {
    /// A ticket's clocks, in the order of their birth.
    pub(crate) fn clocks(&self, ticket: TicketNo) -> Result<Vec<ClockRow>, StoreError> {
        self.rows(OF_TICKET, args![ticket], ClockRow::read)
    }
}

impl Store {
    /// A ticket's clocks as they are.
    pub(in crate::store) fn clocks(&self, ticket: TicketNo) -> Result<Vec<ClockRow>, StoreError> {
        self.present().clocks(ticket)
    }
}
