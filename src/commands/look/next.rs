//! The work list: what to do first, and why.

use std::collections::{HashMap, HashSet};
use std::rc::Rc;
use std::sync::LazyLock;

use clap::Args;

use super::super::ticket::record::{RecordNames, TicketRecord};
use super::live::{LiveRecord, ReadDepth, live, ticket, with_those_of_tickets};
use crate::commands::Input;
use crate::commands::args::ListArgs;
use crate::commands::list_fields::ListFields;
use crate::context::{Context, Reading, TraitTest};
use crate::core::filter::CLOCK_KEYS;
use crate::core::model::{Side, TicketNo};
use crate::core::sla::ClockState;
use crate::core::time::Instant;
use crate::failure::Failure;
use crate::render::{Cell, Column, Listing, Outcome};
use crate::store::{Condition, CustomerRow, StoredContact, TicketRow};
use crate::wording::why;

/// Show what to do first, and why
#[derive(Args, Debug)]
#[command(
    after_help = "Examples:\n  sladesk next\n  sladesk next @mine\n  sladesk next line:2 -L 1 -f ids"
)]
pub(crate) struct Next {
    #[command(flatten)]
    list: ListArgs,
}

impl Next {
    /// What breaks within the hour, then what is broken by priority, then follow-ups and estimates
    /// whose time has come, then by due; then, where no clock runs, by priority, who spoke last.
    /// Among those of one priority the rank of the plan comes first.
    ///
    /// # Errors
    /// A word of the filter cannot be read.
    pub(crate) fn run(self, context: &Context, input: &dyn Input) -> Result<Outcome, Failure> {
        Ok(Outcome::listing(listing(context, input, &self.list)?))
    }
}

/// What breaks within this many seconds comes before all else.
const SOON: i64 = 3600;

/// Where a ticket stands in the list; the smaller the sooner.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
enum Urgency {
    /// Breaks within the hour.
    Soon(Instant),
    /// Broken: by rank, then by due.
    Broken(Ranks, Instant),
    /// What was to come of it has come: by rank, then by when.
    Reminded(Ranks, Instant, Reminder),
    /// Breaks later.
    Later(Instant),
    /// No clock runs: by rank, then who spoke last, then how long ago.
    Unclocked(Ranks, LastWord, Instant),
}

/// Where a ticket stands among those of which the same is to be said.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
struct Ranks {
    priority: u32,
    plan: u32,
}

impl Ranks {
    /// What has no priority comes last; a plan that says nothing stands with the first.
    fn of(priority: Option<u32>, plan: Option<u32>) -> Ranks {
        Ranks {
            priority: priority.unwrap_or(u32::MAX),
            plan: plan.unwrap_or(FIRST),
        }
    }
}

/// The rank of a plan that does not say it.
const FIRST: u32 = 1;

/// Why a ticket comes up again.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
enum Reminder {
    /// It was to be looked at again by now.
    FollowUp,
    /// It was to be done by now.
    Eta,
}

/// Who spoke last; the customer waits for an answer.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
enum LastWord {
    Customer,
    Desk,
}

/// A ticket of the work list.
pub(super) struct WorkItem {
    urgency: Urgency,
    ticket: TicketNo,
    n: Option<u32>,
    milestone: Option<String>,
    state: Option<ClockState>,
    due: Option<Instant>,
    at: Instant,
    priority: Option<String>,
    rank: Option<u32>,
    /// None without a plan.
    plan_rank: Option<u32>,
    customer: Rc<CustomerRow>,
    contact: Option<Rc<StoredContact>>,
    assignee: Option<String>,
    subject: String,
    /// Only where a field asks for it.
    record: Option<TicketRecord>,
    held_by: Option<String>,
    held_line: Option<u32>,
    kind: Option<String>,
    place: usize,
}

impl WorkItem {
    fn why(&self) -> String {
        let milestone = self.milestone.as_deref().unwrap_or_default();
        match self.urgency {
            Urgency::Soon(_) => why::soon(milestone),
            Urgency::Broken(..) => why::broken(milestone),
            Urgency::Reminded(_, at, Reminder::FollowUp) => why::follow_up(self.at.since(at)),
            Urgency::Reminded(_, at, Reminder::Eta) => why::eta(self.at.since(at)),
            Urgency::Later(_) => why::due(milestone),
            Urgency::Unclocked(_, LastWord::Customer, _) => why::CUSTOMER.to_owned(),
            Urgency::Unclocked(_, LastWord::Desk, _) => why::DESK.to_owned(),
        }
    }
}

type C = Column<WorkItem>;

fn columns() -> &'static [C] {
    static COLUMNS: LazyLock<Vec<C>> =
        LazyLock::new(|| with_those_of_tickets(OWN, |todo: &WorkItem| todo.record.as_ref()));
    &COLUMNS
}

const OWN: [C; 19] = [
    C::shown("ticket", |t| Cell::from(t.ticket)).names(),
    C::shown("due", |t| Cell::from(t.due)).gives_way(2).ahead(),
    C::shown("overdue_seconds", |t| {
        t.due
            .map_or(Cell::Absent, |due| Cell::Overdue(t.at.since(due)))
    })
    .titled("LEFT")
    .gives_way(4),
    // It says how much is left in words.
    C::shown("why", |t| Cell::code(t.why())),
    C::shown("priority", |t| Cell::code_if(t.priority.clone())),
    C::shown("customer", |t| Cell::code(t.customer.key.clone())).gives_way(3),
    C::shown("assignee", |t| Cell::code_if(t.assignee.clone())).gives_way(1),
    C::shown("subject", |t| Cell::text(t.subject.clone())).last(),
    C::more("rank", |t| Cell::from(t.place)),
    C::more("clock", |t| {
        Cell::code_if(t.n.map(|n| format!("{}.{n}", t.ticket)))
    }),
    C::more("milestone", |t| Cell::code_if(t.milestone.clone())),
    C::more("state", |t| Cell::from(t.state)),
    C::more("priority_rank", |t| Cell::from(t.rank)),
    C::more("contact", |t| {
        Cell::address_if(t.contact.as_ref().map(|c| c.row.email.clone()))
    }),
    C::more("line", |t| {
        Cell::text_if(t.record.as_ref().and_then(|record| record.row.line.clone()))
    }),
    C::more("held_by", |t| Cell::code_if(t.held_by.clone())),
    C::more("held_line", |t| Cell::from(t.held_line)),
    C::more("kind", |t| Cell::code_if(t.kind.clone())),
    C::more("plan_rank", |t| Cell::from(t.plan_rank)),
];

const IN_INDEX: &[&str] = &[
    "ticket",
    "due",
    "overdue_seconds",
    "why",
    "priority",
    "customer",
    "assignee",
    "subject",
    "rank",
    "clock",
    "milestone",
    "state",
    "priority_rank",
    "contact",
    "plan_rank",
];

/// The work list as records.
///
/// # Errors
/// A word of the filter cannot be read.
pub(super) fn listing(
    context: &Context,
    input: &dyn Input,
    list: &ListArgs,
) -> Result<Listing, Failure> {
    let mut reading = list.read.reading(context)?;
    let (filter, traits) = context.select_clocks_in(&list.filter, &mut reading)?;
    let depth = ReadDepth::of(context, list, IN_INDEX);
    let mut todo = clocked(&mut reading, (&filter, &traits), depth)?;
    if traits.is_everything() {
        let rest = unclocked(&mut reading, &filter, &todo, depth)?;
        todo.extend(rest);
        remind(&mut reading, &filter, &mut todo)?;
    }
    todo.sort_by_key(|one| (one.urgency, one.ticket));
    for (place, one) in todo.iter_mut().enumerate() {
        one.place = place + 1;
    }
    let listing = Listing::of("next", columns(), todo).if_empty("nothing to do");
    list.arranged(listing, input)
}

/// Each ticket once, by the most urgent of its clocks that run.
fn clocked(
    reading: &mut Reading<'_>,
    asked: (&Condition, &TraitTest),
    depth: ReadDepth,
) -> Result<Vec<WorkItem>, Failure> {
    let at = reading.at();
    let mut todo: Vec<WorkItem> = live(reading, asked, None, depth)?
        .into_iter()
        .filter_map(|record| of_clock(record, at))
        .collect();
    todo.sort_by_key(|one| (one.ticket, one.urgency));
    todo.dedup_by_key(|one| one.ticket);
    Ok(todo)
}

fn of_clock(record: LiveRecord, at: Instant) -> Option<WorkItem> {
    let breach = record.clock.breach?;
    let left = breach.since(at);
    let urgency = if breach < at {
        let ranks = Ranks::of(record.clock.rank, record.clock.plan_rank);
        Urgency::Broken(ranks, record.clock.due?)
    } else if left <= SOON {
        Urgency::Soon(breach)
    } else {
        Urgency::Later(breach)
    };
    Some(WorkItem {
        urgency,
        held_by: record.held_by().map(str::to_owned),
        held_line: record.held_line(),
        kind: record.kind().map(str::to_owned),
        ticket: record.clock.ticket,
        n: Some(record.clock.n),
        milestone: Some(record.clock.milestone),
        state: Some(record.state),
        due: record.clock.due,
        at,
        priority: Some(record.clock.priority),
        rank: record.clock.rank,
        plan_rank: record.clock.plan_rank.or(Some(FIRST)),
        customer: record.customer,
        contact: record.contact,
        assignee: record.clock.assignee,
        subject: record.clock.subject,
        record: record.ticket,
        place: 0,
    })
}

/// Tickets that are not done and of which a follow-up or an estimate has come: they stand where
/// that puts them, unless a clock puts them higher.
fn remind(
    reading: &mut Reading<'_>,
    filter: &Condition,
    todo: &mut [WorkItem],
) -> Result<(), Failure> {
    let at = reading.at();
    let tables = reading.tables_for(filter)?;
    let mut come: HashMap<TicketNo, Urgency> = HashMap::new();
    for row in tables.reminders(at, filter)? {
        let ranks = Ranks::of(row.priority_rank, row.plan_rank);
        let follow_up = row.follow_up.map(|at| (at, Reminder::FollowUp));
        let eta = row.eta.map(|at| (at, Reminder::Eta));
        let times = [follow_up, eta].into_iter().flatten();
        let first = times.filter(|(time, _)| *time <= at).min();
        let urgency = first.map(|(time, reminder)| Urgency::Reminded(ranks, time, reminder));
        come.extend(urgency.map(|urgency| (row.number, urgency)));
    }
    for one in todo {
        if let Some(urgency) = come.get(&one.ticket) {
            one.urgency = one.urgency.min(*urgency);
        }
    }
    Ok(())
}

/// Tickets that are not done and on which no clock runs: none was ever promised, all are met, or
/// they stand still.
fn unclocked(
    reading: &mut Reading<'_>,
    filter: &Condition,
    clocked: &[WorkItem],
    depth: ReadDepth,
) -> Result<Vec<WorkItem>, Failure> {
    let running: HashSet<TicketNo> = clocked.iter().map(|one| one.ticket).collect();
    let tables = reading.tables_for(filter)?;
    let mut rows = tables.unclocked(filter)?;
    let mut known: HashSet<TicketNo> = rows.iter().map(|row| row.number).collect();
    for clock in tables.live_clocks(filter)? {
        let stands_still = clock.breach.is_none() && !running.contains(&clock.ticket);
        if stands_still && known.insert(clock.ticket) {
            rows.extend(tables.ticket(clock.ticket)?);
        }
    }
    let at = reading.at();
    let mut names = RecordNames::of(tables);
    rows.retain(|row| !running.contains(&row.number));
    let mut todo = Vec::with_capacity(rows.len());
    for row in rows {
        let record = ticket(reading, tables, &mut names, row.number, depth)?;
        todo.push(of_row(&mut names, row, record, at)?);
    }
    Ok(todo)
}

fn of_row(
    names: &mut RecordNames<'_>,
    row: TicketRow,
    record: Option<TicketRecord>,
    at: Instant,
) -> Result<WorkItem, Failure> {
    Ok(WorkItem {
        urgency: Urgency::Unclocked(
            Ranks::of(row.priority_rank, row.plan_rank),
            match row.spoke_last {
                Side::Customer => LastWord::Customer,
                Side::Desk => LastWord::Desk,
            },
            row.updated,
        ),
        ticket: row.number,
        n: None,
        milestone: None,
        state: None,
        due: None,
        at,
        priority: row.priority,
        rank: row.priority_rank,
        plan_rank: row.plan.and(row.plan_rank.or(Some(FIRST))),
        customer: names.customer(row.customer)?,
        contact: names.contact(row.contact)?,
        assignee: row.assignee,
        subject: names.subject(row.number, row.subject)?,
        record,
        held_by: None,
        held_line: None,
        kind: None,
        place: 0,
    })
}

/// The fields of the list.
pub(super) fn fields() -> ListFields {
    ListFields::of("next", columns()).asked(CLOCK_KEYS)
}
