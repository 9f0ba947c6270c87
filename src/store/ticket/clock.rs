//! Clocks as rows. With `breach`, `ended` and `fate` a row says what the clock shows at any
//! instant; nothing in it depends on the present.

use crate::core::model::{ContactId, ContractId, CustomerId, EventId, Side, TicketNo};
use crate::core::sla::{ClockEnd, Standstill};
use crate::core::time::Instant;
use crate::store::engine::{ColumnError, RowCells, args};
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

/// A clock as a report reads it: from one index and nothing else.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct DecidedClock {
    pub customer: CustomerId,
    /// The earlier of end and breach; none while it stands still unbroken, or is never due.
    pub decided: Option<Instant>,
    pub ticket: TicketNo,
    pub n: u32,
    pub milestone: String,
    pub cycle: u32,
    pub priority: String,
    pub rank: Option<u32>,
    pub started: Instant,
    pub due: Option<Instant>,
    pub breach: Option<Instant>,
    pub ended: Option<Instant>,
    pub fate: Option<ClockEnd>,
    pub elapsed_at_end: Option<i64>,
    pub late_entry: bool,
    pub target: Option<String>,
    pub contract: Option<ContractId>,
    /// Met so by the import that brought the ticket.
    pub imported: bool,
    /// Who had the ticket when it was decided, or at its end.
    pub held_by: Option<String>,
    /// On which line, as its number.
    pub held_line: Option<u32>,
    /// Of the limit that is its deadline.
    pub kind: Option<String>,
    known: EventId,
}

impl Versioned for DecidedClock {
    fn known(&self) -> EventId {
        self.known
    }
}

impl Versioned for ClockRow {
    fn known(&self) -> EventId {
        self.known
    }
}

impl DecidedClock {
    fn read(cells: &mut RowCells<'_>) -> Result<DecidedClock, ColumnError> {
        Ok(DecidedClock {
            customer: cells.take()?,
            decided: cells.take()?,
            ticket: cells.take()?,
            n: cells.take()?,
            milestone: cells.take()?,
            cycle: cells.take()?,
            priority: cells.take()?,
            rank: cells.take()?,
            started: cells.take()?,
            due: cells.take()?,
            breach: cells.take()?,
            ended: cells.take()?,
            fate: cells.take()?,
            elapsed_at_end: cells.take()?,
            late_entry: cells.take()?,
            target: cells.take()?,
            contract: cells.take()?,
            imported: cells.take()?,
            held_by: cells.take()?,
            held_line: cells.take()?,
            kind: cells.take()?,
            known: cells.take()?,
        })
    }
}

statements! {
    OF_TICKET: "SELECT * FROM clock WHERE ticket = $1 ORDER BY n"
        => "SEARCH clock USING INDEX sqlite_autoindex_clock_1 (ticket=?)";
    DECIDED: "SELECT customer, decided, ticket, n, milestone, cycle, priority, rank, started, due, breach, ended, fate, elapsed_at_end, late_entry, target, contract, imported, held_by, held_line, kind, known
              FROM clock WHERE customer = $1 AND decided >= $2 AND decided < $3 ORDER BY decided, ticket, n"
        => "SEARCH clock USING COVERING INDEX clock_decided (customer=? AND decided>? AND decided<?)";
    DECIDED_LATER: "SELECT customer, decided, ticket, n, milestone, cycle, priority, rank, started, due, breach, ended, fate, elapsed_at_end, late_entry, target, contract, imported, held_by, held_line, kind, known
              FROM clock WHERE customer = $1 AND decided >= $2 AND started < $3 ORDER BY decided, ticket, n"
        => "SEARCH clock USING COVERING INDEX clock_decided (customer=? AND decided>?)";
    /// They stand at the beginning of the index of live clocks.
    NEVER_DUE: "SELECT customer, decided, ticket, n, milestone, cycle, priority, rank, started, due, breach, ended, fate, elapsed_at_end, late_entry, target, contract, imported, held_by, held_line, kind, known
              FROM clock WHERE ended IS NULL AND breach IS NULL AND customer = $1 AND started < $2 ORDER BY ticket, n"
        => "SEARCH clock USING INDEX clock_live (breach=?)";
    /// In this order, whatever the planner thinks: the period is the short side.
    BROKEN_BEFORE: "SELECT s.customer, s.decided, s.ticket, s.n, s.milestone, s.cycle, s.priority, s.rank, s.started, s.due, s.breach, s.ended, s.fate, s.elapsed_at_end, s.late_entry, s.target, s.contract, s.imported, s.held_by, s.held_line, s.kind, s.known
              FROM clock c CROSS JOIN clock s
              WHERE c.customer = $1 AND c.decided >= $2 AND c.decided < $3 AND c.n > 1 AND c.fate = 'reached'
              AND s.ticket = c.ticket AND s.n < c.n AND s.milestone = c.milestone AND s.cycle = c.cycle
              AND s.fate = 'replaced' AND s.breach < $2 ORDER BY s.ticket, s.n"
        => "SEARCH c USING COVERING INDEX clock_decided (customer=? AND decided>? AND decided<?); SEARCH s USING INDEX sqlite_autoindex_clock_1 (ticket=? AND n<?); USE TEMP B-TREE FOR ORDER BY";
}

impl Tables<'_> {
    /// A ticket's clocks, in the order of their birth.
    pub(crate) fn clocks(&self, ticket: TicketNo) -> Result<Vec<ClockRow>, StoreError> {
        self.rows(OF_TICKET, args![ticket], ClockRow::read)
    }

    /// A customer's clocks whose end or breach, whichever comes first, lies in [from, to). A live
    /// clock stands under its coming breach: a period that reaches past the present has to end
    /// at the present to hold only what was decided.
    pub(crate) fn decided_of(
        &self,
        customer: CustomerId,
        from: Instant,
        to: Instant,
    ) -> Result<Vec<DecidedClock>, StoreError> {
        self.rows(DECIDED, args![customer, from, to], DecidedClock::read)
    }

    /// A customer's clocks that had started before `to` and were not decided by then: those whose
    /// end or breach, whichever comes first, lies at `to` or later, and those that stand still.
    pub(crate) fn undecided_of(
        &self,
        customer: CustomerId,
        to: Instant,
    ) -> Result<Vec<DecidedClock>, StoreError> {
        let args = args![customer, to, to];
        let mut found = self.rows(DECIDED_LATER, args, DecidedClock::read)?;
        let args = args![customer, to];
        found.append(&mut self.rows(NEVER_DUE, args, DecidedClock::read)?);
        Ok(found)
    }

    /// Of a customer's clocks reached in [from, to): those before them of the same milestone and
    /// cycle that a change of priority ended, and that broke before `from`.
    pub(crate) fn broken_before(
        &self,
        customer: CustomerId,
        from: Instant,
        to: Instant,
    ) -> Result<Vec<DecidedClock>, StoreError> {
        let args = args![customer, from, to];
        self.rows(BROKEN_BEFORE, args, DecidedClock::read)
    }
}

impl Store {
    /// A ticket's clocks as they are.
    pub(in crate::store) fn clocks(&self, ticket: TicketNo) -> Result<Vec<ClockRow>, StoreError> {
        self.present().clocks(ticket)
    }
}
