//! The clocks that a period counts: handed on row by row, from the index of decided clocks and
//! nothing else where nothing is asked of their tickets.

use std::borrow::Cow;

use super::sql::Sql;
use super::test::Condition;
use crate::core::model::{CustomerId, TicketNo};
use crate::core::report::{CauseSaid, ReportClock};
use crate::core::time::Instant;
use crate::store::StoreError;
use crate::store::engine::{Arg, ColumnError, RowCells};
use crate::store::tables::{Pass, Tables};

/// Which clocks of a period are wanted.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum DecidedClocks {
    /// All of them.
    All,
    /// Those that may be breaches, taken back or not: what ended in time is passed over where the
    /// engine stands, and read by nobody. Whether one is a breach depends on the present.
    MaybeBroken,
}

/// A customer's clocks that can count in a period: from `from` on and before `to`.
#[derive(Clone, Copy, Debug)]
pub(crate) struct DecidedQuery<'q> {
    pub customer: CustomerId,
    pub which: DecidedClocks,
    pub from: Instant,
    pub to: Instant,
    /// Which tickets they are of; none: of any of the customer's.
    pub tickets: Option<&'q Condition>,
    /// The columns of their tickets that are wanted with them.
    pub columns: &'q [&'static str],
}

/// Which of them; one after the other.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(in crate::store) enum DecidedPart {
    /// Their end or breach, whichever comes first, lies in the period. A live clock stands under its
    /// coming breach: a period that reaches past the present has to end at the present to hold only
    /// what was decided.
    Within,
    /// They had started before its end and were decided later.
    Later,
    /// The same, and they stand still: at the beginning of the index of live clocks.
    NeverDue,
    /// Before a clock that was reached in the period, of the same milestone and cycle: a change of
    /// priority ended them, and they broke before the period.
    BrokenBefore,
}

impl DecidedPart {
    pub(in crate::store) const ALL: [DecidedPart; 4] = [
        DecidedPart::Within,
        DecidedPart::Later,
        DecidedPart::NeverDue,
        DecidedPart::BrokenBefore,
    ];
}

/// The columns of a clock, in the order in which it is read.
const COLUMNS: &str = "s.ticket, s.n, s.milestone, s.cycle, s.priority, s.rank, s.started, s.due, \
                       s.breach, s.ended, s.fate, s.elapsed_at_end, s.late_entry, s.target, \
                       s.imported, s.held_by, s.held_line, s.kind, s.moved_later";

impl DecidedQuery<'_> {
    pub(in crate::store) fn sql(&self, part: DecidedPart, pass: Pass) -> Sql {
        let joins = self.tickets.is_some() || !self.columns.is_empty();
        let mut sql = Sql::new("SELECT ");
        sql.push(COLUMNS);
        for column in self.columns {
            sql.push(", t.").push(column);
        }
        sql.push(" FROM ");
        if part == DecidedPart::BrokenBefore {
            // in this order, whatever the planner thinks: the period is the short side
            sql.push("clock c CROSS JOIN ");
        }
        sql.push("clock s");
        if joins {
            sql.push(" CROSS JOIN ticket t");
        }
        sql.push(" WHERE ");
        self.is_of(part, &mut sql);
        if self.which == DecidedClocks::MaybeBroken {
            // a clock that broke is decided by that
            sql.push(" AND (s.decided = s.breach OR s.fate = 'corrected')");
        }
        if joins {
            sql.push(" AND t.number = s.ticket");
        }
        if let Some(tickets) = self.tickets {
            sql.and(tickets);
        }
        sql.known("s", pass);
        sql.push(match part {
            DecidedPart::Within | DecidedPart::Later => " ORDER BY s.decided, s.ticket, s.n",
            DecidedPart::NeverDue => " ORDER BY s.ticket, s.n",
            DecidedPart::BrokenBefore => "",
        });
        sql
    }

    fn is_of(&self, part: DecidedPart, sql: &mut Sql) {
        let (customer, from, to) = (self.customer.0, self.from.0, self.to.0);
        match part {
            DecidedPart::Within => {
                sql.push("s.customer = ").whole(customer);
                sql.push(" AND s.decided >= ").whole(from);
                sql.push(" AND s.decided < ").whole(to);
            }
            DecidedPart::Later => {
                sql.push("s.customer = ").whole(customer);
                sql.push(" AND s.decided >= ").whole(to);
                sql.push(" AND s.started < ").whole(to);
            }
            DecidedPart::NeverDue => {
                sql.push("s.ended IS NULL AND s.breach IS NULL AND s.customer = ")
                    .whole(customer);
                sql.push(" AND s.started < ").whole(to);
            }
            DecidedPart::BrokenBefore => {
                sql.push("c.customer = ").whole(customer);
                sql.push(" AND c.decided >= ").whole(from);
                sql.push(" AND c.decided < ").whole(to);
                sql.push(" AND c.n > 1 AND c.fate = 'reached' AND s.ticket = c.ticket");
                sql.push(" AND s.n < c.n AND s.milestone = c.milestone AND s.cycle = c.cycle");
                sql.push(" AND s.fate = 'replaced' AND s.breach < ")
                    .whole(from);
            }
        }
    }
}

/// Reads the columns of a clock, of which nothing is copied.
fn clock<'r>(cells: &mut RowCells<'r>) -> Result<ReportClock<'r>, ColumnError> {
    let mut clock = ReportClock {
        ticket: cells.take()?,
        n: cells.take()?,
        milestone: Cow::Borrowed(cells.text()?),
        cycle: cells.take()?,
        priority: Cow::Borrowed(cells.text()?),
        rank: cells.take()?,
        started: cells.take()?,
        due: cells.take()?,
        breach: cells.take()?,
        paused: None,
        ended: cells.take()?,
        fate: cells.take()?,
        elapsed_at_end: cells.take()?,
        late_entry: cells.take()?,
        target: cells.text_if_any()?.map(Cow::Borrowed),
        imported: cells.take()?,
        held_by: cells.text_if_any()?.map(Cow::Borrowed),
        held_line: cells.take()?,
        kind: cells.text_if_any()?.map(Cow::Borrowed),
        moved_later: cells.take()?,
        clause: None,
        cause: CauseSaid::Nothing,
    };
    clock.late_entry &= !clock.imported;
    Ok(clock)
}

impl Tables<'_> {
    /// Hands each of the clocks to `visit`, with the columns of its ticket that were asked for.
    pub(crate) fn each_decided(
        &self,
        query: &DecidedQuery<'_>,
        mut visit: impl FnMut(ReportClock<'_>, &[Arg<'_>]),
    ) -> Result<(), StoreError> {
        for part in DecidedPart::ALL {
            for pass in self.passes() {
                let sql = query.sql(part, pass);
                let read = |cells: &mut RowCells<'_>| {
                    let clock = clock(cells)?;
                    let columns = query.columns.iter().map(|_| cells.cell());
                    let columns: Vec<Arg<'_>> = columns.collect::<Result<_, _>>()?;
                    visit(clock, &columns);
                    Ok(())
                };
                self.engine().each(&sql.text_of(pass), &sql.args(), read)?;
            }
        }
        Ok(())
    }

    /// The tickets of a customer of which a breach was taken back in [from, to), of those that fit.
    pub(crate) fn corrected_in(
        &self,
        customer: CustomerId,
        (from, to): (Instant, Instant),
        tickets: &Condition,
    ) -> Result<Vec<TicketNo>, StoreError> {
        let mut all = Vec::new();
        for pass in self.passes() {
            let sql = corrected(customer, (from, to), tickets, pass);
            let text = sql.text_of(pass);
            all.append(&mut self.engine().rows(&text, &sql.args(), |c| c.take())?);
        }
        Ok(all)
    }
}

/// Clocks of which the breach was taken back.
pub(in crate::store) fn corrected(
    customer: CustomerId,
    (from, to): (Instant, Instant),
    tickets: &Condition,
    pass: Pass,
) -> Sql {
    let mut sql = Sql::new("SELECT s.ticket FROM clock s CROSS JOIN ticket t WHERE s.customer = ");
    sql.whole(customer.0);
    sql.push(" AND s.corrected_at >= ").whole(from.0);
    sql.push(" AND s.corrected_at < ").whole(to.0);
    sql.push(" AND t.number = s.ticket").and(tickets);
    sql.known("s", pass);
    sql
}
