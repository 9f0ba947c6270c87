//! Live clocks of a view of the record, with the names of who is involved.

use std::collections::HashSet;
use std::rc::Rc;

use super::super::ticket::record::Names;
use crate::context::{Context, Page, Reading};
use crate::core::model::TicketNo;
use crate::core::sla::{Clock, ClockState};
use crate::core::time::Instant;
use crate::failure::Failure;
use crate::store::{AsOf, Contact, CustomerRow, LiveClock, TicketRow, Where};

/// A live clock, read at an instant.
#[derive(Clone, Debug)]
pub(super) struct LiveRecord {
    pub clock: LiveClock,
    pub state: ClockState,
    pub at: Instant,
    pub customer: Rc<CustomerRow>,
    pub contact: Option<Rc<Contact>>,
    pub manager_email: Option<String>,
    /// Only where a field asks for it.
    pub ticket: Option<TicketRow>,
    pub target: Option<String>,
}

impl LiveRecord {
    /// Wall-clock seconds past the due; negative while there is time left.
    pub(super) fn overdue(&self) -> Option<i64> {
        self.clock.due.map(|due| self.at.since(due))
    }
}

/// How much of each clock's ticket is read.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Depth {
    /// What stands in the index of live clocks, and names.
    Index,
    /// The ticket's own row too.
    Ticket,
}

impl Depth {
    /// What the asked fields need: the index has the default ones.
    pub(super) fn of(context: &Context, in_index: &[&str]) -> Depth {
        let settings = &context.settings;
        let fields = settings.fields.iter().flatten();
        let beyond = fields
            .into_iter()
            .any(|field| !in_index.contains(&field.as_str()));
        match beyond || settings.format.is_some_and(|format| format.is_json()) {
            true => Depth::Ticket,
            false => Depth::Index,
        }
    }
}

/// The live clocks of tickets that fit; with `before`, those that break before it.
///
/// # Errors
/// The desk's file cannot be read.
pub(super) fn live(
    reading: &mut Reading<'_>,
    filter: &Where,
    before: Option<Instant>,
    depth: Depth,
) -> Result<Vec<LiveRecord>, Failure> {
    let store = reading.store;
    let now = match before {
        Some(before) => store.overdue(before, filter, None)?,
        None => store.live_clocks(filter)?,
    };
    let clocks = match reading.view.known {
        AsOf::All => now,
        AsOf::Through(event) => then(reading, now, filter, before, event)?,
    };
    let at = reading.at();
    let mut names = Names::default();
    clocks
        .into_iter()
        .map(|clock| record(reading, &mut names, clock, at, depth))
        .collect()
}

/// The same as it was known then: a ticket that nobody wrote to since is right as it stands, the
/// others are folded.
fn then(
    reading: &mut Reading<'_>,
    now: Vec<LiveClock>,
    filter: &Where,
    before: Option<Instant>,
    known: crate::core::model::EventId,
) -> Result<Vec<LiveClock>, Failure> {
    let store = reading.store;
    let changed: HashSet<TicketNo> = store.tickets_after(known)?.into_iter().collect();
    let fitting: HashSet<TicketNo> = reading.numbers(filter)?.into_iter().collect();
    let mut clocks: Vec<LiveClock> = now
        .into_iter()
        .filter(|clock| !changed.contains(&clock.ticket))
        .collect();
    for number in changed.intersection(&fitting) {
        let Ok(page) = reading.ticket(*number) else {
            continue;
        };
        let live = page
            .ticket
            .clocks
            .iter()
            .filter(|clock| clock.ended.is_none());
        let breaks = |clock: &&Clock| {
            before.is_none_or(|before| clock.breach.is_some_and(|breach| breach < before))
        };
        clocks.extend(live.filter(breaks).map(|clock| folded(&page, clock)));
    }
    clocks.sort_by_key(|clock| (clock.breach, clock.ticket, clock.n));
    Ok(clocks)
}

fn folded(page: &Page, clock: &Clock) -> LiveClock {
    let ticket = &page.ticket;
    LiveClock {
        ticket: page.number,
        n: clock.n,
        milestone: clock.milestone.clone(),
        priority: clock.priority.clone(),
        rank: None,
        customer: ticket.customer,
        due: clock.due,
        breach: clock.breach,
        paused: clock.paused,
        contact: ticket.contact,
        assignee: ticket.assignee.clone(),
        subject: page.subject().to_owned(),
    }
}

fn record(
    reading: &Reading<'_>,
    names: &mut Names,
    clock: LiveClock,
    at: Instant,
    depth: Depth,
) -> Result<LiveRecord, Failure> {
    let store = reading.store;
    let (ticket, target) = match depth {
        Depth::Index => (None, None),
        Depth::Ticket => {
            let clocks = store.clocks(clock.ticket)?;
            let own = clocks.into_iter().find(|row| row.n == clock.n);
            (store.ticket(clock.ticket)?, own.and_then(|row| row.target))
        }
    };
    let customer = names.customer(store, clock.customer)?;
    Ok(LiveRecord {
        state: clock.state(at),
        contact: names.contact(store, clock.contact)?,
        manager_email: names.manager_email(store, &customer)?,
        customer,
        clock,
        at,
        ticket,
        target,
    })
}
