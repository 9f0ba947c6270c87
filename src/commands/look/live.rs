//! Live clocks of a view of the record, with the names of who is involved.

use std::rc::Rc;

use super::super::ticket::record::{RecordNames, TicketRecord, needs_whole, ticket_columns};
use crate::commands::args::ListArgs;
use crate::context::{ClockTraits, Context, Reading, TraitTest};
use crate::core::model::TicketNo;
use crate::core::sla::ClockState;
use crate::core::time::Instant;
use crate::failure::Failure;
use crate::render::Column;
use crate::settings::Format;
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
    pub ticket: Option<TicketRecord>,
    /// The clock's own row, likewise.
    pub row: Option<ClockRow>,
}

impl LiveRecord {
    /// Wall-clock seconds past the due; negative while there is time left.
    pub(super) fn overdue(&self) -> Option<i64> {
        self.clock.due.map(|due| self.at.since(due))
    }

    /// The row of its ticket, where that was read.
    pub(super) fn row_of_ticket(&self) -> Option<&TicketRow> {
        self.ticket.as_ref().map(|ticket| &ticket.row)
    }

    /// Whose it is, where its row was read; none: nobody's.
    pub(super) fn held_by(&self) -> Option<&str> {
        self.row.as_ref()?.held_by.as_deref()
    }

    /// The number of the support line whose it is.
    pub(super) fn held_line(&self) -> Option<u32> {
        self.row.as_ref()?.held_line
    }

    /// The kind of tickets whose target it has.
    pub(super) fn kind(&self) -> Option<&str> {
        self.row.as_ref()?.kind.as_deref()
    }
}

/// The columns of a list of live clocks: its own, then those of the ticket that it has not.
pub(super) fn with_those_of_tickets<T: 'static>(
    own: impl IntoIterator<Item = Column<T>>,
    ticket: fn(&T) -> Option<&TicketRecord>,
) -> Vec<Column<T>> {
    let mut columns: Vec<Column<T>> = own.into_iter().collect();
    for column in ticket_columns() {
        if !columns.iter().any(|own| own.field.key == column.field.key) {
            columns.push(column.on_request_within(ticket));
        }
    }
    columns
}

/// How much of each clock's ticket is read.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum ReadDepth {
    /// What stands in the index of live clocks, and names.
    Index,
    /// The ticket's own row too.
    Ticket,
    /// The ticket as it is folded.
    Whole,
}

impl ReadDepth {
    /// What the fields need that are shown or sorted by: the index has the default ones.
    pub(super) fn of(context: &Context, list: &ListArgs, in_index: &[&str]) -> ReadDepth {
        let settings = &context.settings;
        let sorted = list.order.sort.iter().map(|sort| &sort.field);
        let mut fields = settings.fields.iter().flatten().chain(sorted);
        let beyond = fields.any(|field| !in_index.contains(&field.key().as_str()));
        // a calendar has follow-ups, which the ticket's row has
        match beyond || settings.format == Some(Format::Ics) {
            _ if needs_whole(context, list) => ReadDepth::Whole,
            true => ReadDepth::Ticket,
            false => ReadDepth::Index,
        }
    }
}

/// The live clocks that fit, of tickets that do; with `before`, those that break
/// before it.
///
/// # Errors
/// The desk's file cannot be read.
pub(super) fn live(
    reading: &mut Reading<'_>,
    (filter, traits): (&Condition, &TraitTest),
    before: Option<Instant>,
    depth: ReadDepth,
) -> Result<Vec<LiveRecord>, Failure> {
    let depth = match traits.is_everything() {
        true => depth,
        false => depth.max(ReadDepth::Ticket),
    };
    let tables = reading.tables_for(filter)?;
    let clocks = match before {
        Some(before) => tables.overdue(before, filter)?,
        None => tables.live_clocks(filter)?,
    };
    let mut names = RecordNames::of(tables);
    let mut all = Vec::new();
    for clock in clocks {
        let record = record(reading, tables, &mut names, clock, depth)?;
        let own = ClockTraits {
            held_by: record.held_by(),
            held_line: record.held_line(),
            kind: record.kind(),
        };
        if traits.fits(own) {
            all.push(record);
        }
    }
    Ok(all)
}

fn record<'s>(
    reading: &mut Reading<'s>,
    tables: Tables<'s>,
    names: &mut RecordNames<'s>,
    mut clock: LiveClock,
    depth: ReadDepth,
) -> Result<LiveRecord, Failure> {
    let at = reading.at();
    let row = match depth {
        ReadDepth::Index => None,
        ReadDepth::Ticket | ReadDepth::Whole => {
            let clocks = tables.clocks(clock.ticket)?;
            clocks.into_iter().find(|row| row.n == clock.n)
        }
    };
    let ticket = ticket(reading, tables, names, clock.ticket, depth)?;
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

/// A ticket, as much of it as is asked for.
pub(super) fn ticket<'s>(
    reading: &mut Reading<'s>,
    tables: Tables<'s>,
    names: &mut RecordNames<'s>,
    number: TicketNo,
    depth: ReadDepth,
) -> Result<Option<TicketRecord>, Failure> {
    match depth {
        ReadDepth::Index => Ok(None),
        ReadDepth::Ticket => tables
            .ticket(number)?
            .map(|row| names.record(row))
            .transpose(),
        ReadDepth::Whole => names.whole(reading, number).map(Some),
    }
}
