//! Live clocks: what is overdue, what comes next. One range of one index, however long the desk's
//! history is.

use super::clock::standstill;
use super::find::TicketQuery;
use super::rows::TicketRow;
use super::sql::Sql;
use super::test::{Condition, TicketTest};
use crate::core::model::{ContactId, CustomerId, State, TicketNo};
use crate::core::sla::{ClockState, Standstill};
use crate::core::time::Instant;
use crate::store::engine::{ColumnError, RowCells};
use crate::store::tables::{Pass, Tables};
use crate::store::{Store, StoreError};

/// A clock that has not ended, as its index has it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct LiveClock {
    pub ticket: TicketNo,
    pub n: u32,
    pub milestone: String,
    pub priority: String,
    pub rank: Option<u32>,
    pub customer: CustomerId,
    pub due: Option<Instant>,
    pub breach: Option<Instant>,
    pub at_risk: Option<Instant>,
    pub paused: Option<Standstill>,
    pub contact: Option<ContactId>,
    pub assignee: Option<String>,
    pub subject: String,
    pub plan_rank: Option<u32>,
}

const COLUMNS: &str = "SELECT c.ticket, c.n, c.milestone, c.priority, c.rank, c.customer, c.due, \
                       c.breach, c.at_risk, c.paused, c.resumes, c.contact, c.assignee, c.subject, c.plan_rank FROM clock c";

impl LiveClock {
    fn read(cells: &mut RowCells<'_>) -> Result<LiveClock, ColumnError> {
        Ok(LiveClock {
            ticket: cells.take()?,
            n: cells.take()?,
            milestone: cells.take()?,
            priority: cells.take()?,
            rank: cells.take()?,
            customer: cells.take()?,
            due: cells.take()?,
            breach: cells.take()?,
            at_risk: cells.take()?,
            paused: standstill(cells.take()?, cells.take()?),
            contact: cells.take()?,
            assignee: cells.take()?,
            subject: cells.take::<Option<String>>()?.unwrap_or_default(),
            plan_rank: cells.take()?,
        })
    }

    /// What it shows at `now`.
    pub(crate) fn state(&self, now: Instant) -> ClockState {
        ClockState::at(now, self.due, self.breach, None, self.paused)
    }
}

/// The live clocks that break before an instant, or all of them; of tickets that fit. The clocks
/// are asked first, whatever is asked of their tickets: they are few.
pub(in crate::store) fn live(before: Option<Instant>, filter: &Condition, pass: Pass) -> Sql {
    let mut sql = Sql::new(COLUMNS);
    if filter.is_everything() {
        sql.push(" WHERE c.ended IS NULL");
    } else {
        sql.push(" CROSS JOIN ticket t WHERE t.number = c.ticket AND c.ended IS NULL");
    }
    if let Some(before) = before {
        sql.push(" AND c.breach <= ").whole(before.0);
        sql.push(" AND c.due < ").whole(before.0);
    }
    sql.and(filter).known("c", pass);
    sql.push(" ORDER BY c.breach NULLS FIRST, c.ticket, c.n");
    sql
}

/// Tickets that are not done and have no live clock.
pub(in crate::store) fn unclocked(filter: &Condition) -> TicketQuery {
    TicketQuery::of(
        active()
            .and(Condition::Is(TicketTest::Unclocked))
            .and(filter.clone()),
    )
}

/// Tickets that are not done, of which a follow-up or an estimate has come.
pub(in crate::store) fn reminders(by: Instant, filter: &Condition) -> TicketQuery {
    let come = |key| Condition::from(TicketTest::moment(key, None, Some(by.plus(1))));
    TicketQuery::of(
        active()
            .and(Condition::Any(vec![come("follow_up"), come("eta")]))
            .and(filter.clone()),
    )
}

/// What is not done.
fn active() -> Condition {
    let active = State::ALL.into_iter().filter(|state| state.is_active());
    Condition::from(TicketTest::State(active.collect()))
}

impl Tables<'_> {
    /// The clocks that broke before `now` and have not ended, the oldest first; of tickets that
    /// fit. With a later instant: also what breaks until then.
    pub(crate) fn overdue(
        &self,
        now: Instant,
        filter: &Condition,
    ) -> Result<Vec<LiveClock>, StoreError> {
        self.live(Some(now), filter)
    }

    /// All clocks that have not ended, of tickets that fit: first those that stand still unbroken
    /// (they have no due), then in the order in which they break.
    pub(crate) fn live_clocks(&self, filter: &Condition) -> Result<Vec<LiveClock>, StoreError> {
        self.live(None, filter)
    }

    fn live(
        &self,
        before: Option<Instant>,
        filter: &Condition,
    ) -> Result<Vec<LiveClock>, StoreError> {
        let mut all = Vec::new();
        for pass in self.passes() {
            let sql = live(before, filter, pass);
            let text = sql.text_of(pass);
            all.append(&mut self.engine().rows(&text, &sql.args(), LiveClock::read)?);
        }
        all.sort_by_key(|clock| (clock.breach, clock.ticket, clock.n));
        Ok(all)
    }

    /// Tickets that are not done, of which a follow-up or an estimate has come by then.
    pub(crate) fn reminders(
        &self,
        by: Instant,
        filter: &Condition,
    ) -> Result<Vec<TicketRow>, StoreError> {
        self.tickets(&reminders(by, filter))
    }

    /// Tickets that are not done and on which no clock runs, newest first.
    pub(crate) fn unclocked(&self, filter: &Condition) -> Result<Vec<TicketRow>, StoreError> {
        self.tickets(&unclocked(filter))
    }
}

impl Store {
    /// All clocks that have not ended, of tickets that fit, as they are.
    pub(crate) fn live_clocks(&self, filter: &Condition) -> Result<Vec<LiveClock>, StoreError> {
        self.present().live_clocks(filter)
    }
}
