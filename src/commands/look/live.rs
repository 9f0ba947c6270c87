//! Live clocks of a view of the record, with the names of who is involved.

use std::rc::Rc;

use super::super::ticket::record::RecordNames;
use crate::commands::args::ListArgs;
use crate::context::{Context, HeldTest, Reading};
use crate::core::sla::ClockState;
use crate::core::time::Instant;
use crate::failure::Failure;
use crate::store::{ClockRow, Condition, CustomerRow, LiveClock, StoredContact, Tables, TicketRow};

/// A live clock, read at an instant.
#[derive(Clone, Debug)]
pub(super) struct LiveRecord {
    pub clock: LiveClock,
    pub state: ClockState,
    pub at: Instant,
    pub customer: Rc<CustomerRow>,
    pub contact: Option<Rc<StoredContact>>,
    pub manager_email: Option<String>,
    /// Only where a field asks for it.
    pub ticket: Option<TicketRow>,
    /// The clock's own row, likewise.
    pub row: Option<ClockRow>,
}

impl LiveRecord {
    /// Wall-clock seconds past the due; negative while there is time left.
    pub(super) fn overdue(&self) -> Option<i64> {
        self.clock.due.map(|due| self.at.since(due))
    }

    /// Whose it is, where its row was read; none: nobody's.
    pub(super) fn held_by(&self) -> Option<&str> {
        self.row.as_ref()?.held_by.as_deref()
    }

    /// The number of the support line whose it is.
    pub(super) fn held_line(&self) -> Option<u32> {
        self.row.as_ref()?.held_line
    }
}

/// How much of each clock's ticket is read.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum ReadDepth {
    /// What stands in the index of live clocks, and names.
    Index,
    /// The ticket's own row too.
    Ticket,
}

impl ReadDepth {
    /// What the fields need that are shown or sorted by: the index has the default ones.
    pub(super) fn of(context: &Context, list: &ListArgs, in_index: &[&str]) -> ReadDepth {
        let settings = &context.settings;
        let sorted = list.order.sort.iter().map(|sort| &sort.field);
        let mut fields = settings.fields.iter().flatten().chain(sorted);
        let beyond = fields.any(|field| !in_index.contains(&field.key().as_str()));
        match beyond || settings.format.is_some_and(|format| format.is_json()) {
            true => ReadDepth::Ticket,
            false => ReadDepth::Index,
        }
    }
}

/// The live clocks of tickets that fit, and of holders that do; with `before`, those that break
/// before it.
///
/// # Errors
/// The desk's file cannot be read.
pub(super) fn live(
    reading: &mut Reading<'_>,
    (filter, held): (&Condition, &HeldTest),
    before: Option<Instant>,
    depth: ReadDepth,
) -> Result<Vec<LiveRecord>, Failure> {
    let depth = match held.is_everything() {
        true => depth,
        false => ReadDepth::Ticket,
    };
    let tables = reading.tables_for(filter)?;
    let clocks = match before {
        Some(before) => tables.overdue(before, filter)?,
        None => tables.live_clocks(filter)?,
    };
    let at = reading.at();
    let mut names = RecordNames::of(tables);
    let mut all = Vec::new();
    for clock in clocks {
        let record = record(tables, &mut names, clock, at, depth)?;
        if held.fits(record.held_by(), record.held_line()) {
            all.push(record);
        }
    }
    Ok(all)
}

fn record(
    tables: Tables<'_>,
    names: &mut RecordNames<'_>,
    mut clock: LiveClock,
    at: Instant,
    depth: ReadDepth,
) -> Result<LiveRecord, Failure> {
    let (ticket, row) = match depth {
        ReadDepth::Index => (None, None),
        ReadDepth::Ticket => {
            let clocks = tables.clocks(clock.ticket)?;
            let own = clocks.into_iter().find(|row| row.n == clock.n);
            (tables.ticket(clock.ticket)?, own)
        }
    };
    clock.subject = names.subject(clock.ticket, clock.subject)?;
    let customer = names.customer(clock.customer)?;
    Ok(LiveRecord {
        state: clock.state(at),
        contact: names.contact(clock.contact)?,
        manager_email: names.manager_email(&customer)?,
        customer,
        clock,
        at,
        ticket,
        row,
    })
}
