//! `report breaches`: every breach of a period, how late it was, and why. Those that were taken
//! back stand among them, marked.

use std::collections::HashMap;

use clap::Args;

use super::about::ReportArgs;
use super::counted::count;
use super::folder::{Answered, AskedReport, FolderArgs, report};
use super::moved::MovedSince;
use super::names::{person_or_nobody, promised_words};
use super::scope::{DefaultPeriod, Scope};
use super::tickets_in_period::TicketInPeriod;
use super::{clocks, head};
use crate::commands::Input;
use crate::commands::args::OrderArgs;
use crate::commands::list_fields::ListFields;
use crate::commands::ticket::record::{BreachCause, HELD, held, kind_title, why_taken_back};
use crate::context::Context;
use crate::core::filter::CLOCK_KEYS;
use crate::core::model::{ContactId, CustomerId, EventId, EventText, TicketNo};
use crate::core::report::{ReportClock, breaches as listed};
use crate::core::sla::{
    Clock, ClockWait, HolderShare, Limit, Measure, Rulebook, measure, shares, waits,
};
use crate::core::time::Instant;
use crate::failure::Failure;
use crate::render::{
    Block, Cell, Column, Doc, DocTable, Listing, Outcome, PagePreference, Said, Words, record,
    sorted_by,
};
use crate::wording::{NOT_YET, NameKind, said};

const NAME: &str = "report breaches";

/// One line of the list.
#[derive(Clone, Debug)]
pub(super) struct Breach {
    pub row: ReportClock<'static>,
    pub measure: Option<Measure>,
    /// What its ticket is about.
    pub subject: String,
    pub customer: String,
    pub contact: Option<String>,
    pub assignee: Option<String>,
    /// What was given for it.
    pub cause: Option<BreachCause>,
    pub corrected: Option<TakenBack>,
    /// Who held it for how much of its open time.
    pub held: Vec<HolderShare>,
    /// What it stood still for.
    pub waits: Vec<ClockWait>,
    /// The hours in which it counts, and their zone.
    pub hours: Option<(String, String)>,
    /// The priorities that its ticket had up to its end, each with when it was set.
    pub priorities: Vec<(Instant, String)>,
    /// The words in which the source publishes the target.
    pub says: Option<String>,
    /// The kind of tickets whose target it is; none: that of every ticket.
    pub kind: Option<String>,
    /// Whether it is what was left of a promise on a ticket that was merged into this one.
    pub is_taken_over: bool,
    /// When it is looked at.
    pub at: Instant,
}

impl Breach {
    /// What its ticket is about, below its row.
    pub(super) fn about(&self) -> Words {
        said::as_it_is(Cell::text(&self.subject)).into()
    }

    /// What must be known beside how late it is: up to when that is counted where it goes on, and
    /// that no hours of support count where it ended after them.
    pub(super) fn how_late(&self) -> Option<Said> {
        let late = self.measure.as_ref()?.late?;
        let ended = self.row.ended.filter(|ended| *ended <= self.at);
        match (ended, self.row.due) {
            (None, _) => Some(said::why_not_done(Cell::Dated(self.at))),
            (Some(ended), Some(due)) if late == 0 && ended > due => {
                let after = Cell::Overdue(due.since(ended));
                Some(said::why_late_outside(after))
            }
            (Some(_), _) => None,
        }
    }
}

/// Who took a breach back, when and why.
#[derive(Clone, Debug)]
pub(super) struct TakenBack {
    pub event: EventId,
    pub actor: String,
    pub at: Instant,
    pub reason: Option<String>,
}

type C = Column<Breach>;

const TAKEN: &[&str] = &["event", "at", "actor", "reason"];

pub(super) const COLUMNS: &[C] = &[
    C::shown("ticket", |b| Cell::Id(b.row.ticket.0)).names(),
    C::shown("milestone", |b| Cell::milestone(b.row.milestone.clone())),
    C::shown("priority", |b| Cell::priority(b.row.priority.clone())),
    C::shown("held_by", |b| Cell::person_if(b.row.held_by.clone())).titled("HELD BY"),
    C::shown("due", |b| Cell::from(b.row.due)),
    C::shown("ended", |b| Cell::from(b.row.ended)),
    C::shown("late_seconds", |b| seconds(b, |m| m.late)).titled("LATE"),
    C::shown("paused_seconds", |b| seconds(b, |m| Some(m.paused)))
        .titled("PAUSED")
        .gives_way(1),
    C::shown("cause", why),
    C::more("clock", |b| {
        Cell::code(format!("{}.{}", b.row.ticket, b.row.n))
    }),
    C::more("customer", |b| Cell::code(b.customer.clone())),
    C::more("contact", |b| Cell::code_if(b.contact.clone())),
    C::more("assignee", |b| Cell::person_if(b.assignee.clone())),
    C::more("started", |b| Cell::Instant(b.row.started)),
    C::more("target", |b| {
        let target = b.row.target.clone();
        target.map_or(Cell::Absent, |target| Cell::Target(target.into_owned()))
    }),
    C::more("corrected", |b| taken(b.corrected.as_ref())).holds(TAKEN),
    C::more("clause", |b| Cell::code_if(b.row.clause.clone())),
    C::more("held_line", |b| Cell::from(b.row.held_line)),
    C::more("kind", |b| Cell::code_if(b.row.kind.clone())),
    C::more("held", |b| held(&b.held)).holds(HELD),
    C::more("waits", |b| Cell::List(b.waits.iter().map(wait).collect())).holds(WAIT),
    C::more("hours", |b| {
        Cell::code_if(
            b.hours
                .as_ref()
                .map(|(week, zone)| format!("{week} {zone}")),
        )
    }),
    C::more("priorities", |b| {
        Cell::List(b.priorities.iter().map(priority).collect())
    })
    .holds(PRIORITY),
    C::more("cause_code", |b| {
        Cell::code_if(b.cause.as_ref().and_then(|cause| cause.code.clone()))
    }),
    C::more("cause_text", |b| {
        Cell::text_if(b.cause.as_ref().and_then(|cause| cause.text.clone()))
    }),
    C::more("priority_rank", |b| Cell::from(b.row.rank)),
    C::more("subject", |b| Cell::text(&b.subject)),
];

/// Why it came about; of one that was taken back, that it was.
fn why(breach: &Breach) -> Cell {
    match &breach.corrected {
        Some(taken) => {
            let actor = Cell::person(taken.actor.clone());
            match &taken.reason {
                Some(reason) => Cell::told(
                    Cell::text(format!("corrected by {}: {reason}", taken.actor)),
                    said::corrected_by_for(
                        actor,
                        Cell::Named(NameKind::Reason, reason.clone().into()),
                    ),
                ),
                None => Cell::told(
                    Cell::text(format!("corrected by {}", taken.actor)),
                    said::corrected_by(actor),
                ),
            }
        }
        None => Cell::text_if(breach.cause.as_ref().map(BreachCause::says)),
    }
}

const WAIT: &[&str] = &["why", "seconds"];

fn wait(wait: &ClockWait) -> Cell {
    Cell::object([
        ("why", Cell::word_of(wait.why)),
        ("seconds", Cell::Seconds(wait.seconds)),
    ])
}

const PRIORITY: &[&str] = &["priority", "at"];

fn priority((at, to): &(Instant, String)) -> Cell {
    Cell::object([
        ("priority", Cell::priority(to.clone())),
        ("at", Cell::Instant(*at)),
    ])
}

fn seconds(breach: &Breach, of: fn(&Measure) -> Option<i64>) -> Cell {
    Cell::seconds_if(breach.measure.as_ref().and_then(of))
}

fn taken(taken: Option<&TakenBack>) -> Cell {
    taken.map_or(Cell::Absent, |taken| {
        Cell::object([
            ("event", Cell::Id(taken.event.0)),
            ("at", Cell::Instant(taken.at)),
            ("actor", Cell::person(taken.actor.clone())),
            ("reason", Cell::text_if(taken.reason.clone())),
        ])
    })
}

/// List the breaches, with their causes
#[derive(Args, Debug)]
#[command(
    after_help = "Examples:\n  sladesk report breaches --period last-month\n  sladesk report breaches customer:acme --period 2026Q3 -f csv"
)]
pub(crate) struct ReportBreaches {
    #[command(flatten)]
    folder: FolderArgs,
    #[command(flatten)]
    about: ReportArgs,
    #[command(flatten)]
    order: OrderArgs,
}

impl ReportBreaches {
    /// The report as records and as a page.
    ///
    /// # Errors
    /// What was asked for cannot be read, or the desk's file cannot.
    pub(crate) fn run(self, context: &Context, input: &dyn Input) -> Result<Outcome, Failure> {
        let asked = AskedReport {
            about: &self.about,
            folder: &self.folder,
            unsaid: DefaultPeriod::ThisQuarter,
            called: Some("breaches"),
        };
        report(context, &asked, |scope| self.answer(context, input, scope))
    }

    fn answer(
        &self,
        context: &Context,
        input: &dyn Input,
        mut scope: Scope<'_>,
    ) -> Result<Answered, Failure> {
        let moved = MovedSince::read(context, &mut scope)?;
        let found = all(&mut scope, &moved)?;
        let found = sorted_by(NAME, COLUMNS, found, self.order.sort.as_ref())?;
        let asked = self.order.limit_typed().unwrap_or(found.len());
        let page = scope.page_if_wanted(|| page(&scope, &found, asked, &moved))?;
        let listing = Listing::of(NAME, COLUMNS, found)
            .if_empty("no breach in that period")
            .page_if_any(PagePreference::PageAtTerminal, page);
        let listing = self.order.arranged(listing, input)?;
        Ok(Answered {
            listing,
            zone: scope.zone,
        })
    }
}

/// The breaches of the period in the order in which they came, those taken back among them.
///
/// # Errors
/// The desk's file cannot be read.
fn all(scope: &mut Scope<'_>, moved: &MovedSince) -> Result<Vec<Breach>, Failure> {
    let mut names = BreachNames::default();
    let mut found = Vec::new();
    let tickets = clocks::tickets_with_breaches(scope, moved)?;
    scope.reads(tickets.len());
    for ticket in tickets {
        scope.read_one();
        if let Some(in_period) = moved.in_period(scope, ticket)? {
            found.extend(of_ticket(scope, &in_period, &mut names)?);
        }
    }
    sort(&mut found);
    Ok(found)
}

/// Those of one ticket, in no order.
///
/// # Errors
/// The desk's file cannot be read.
pub(super) fn of_ticket(
    scope: &Scope<'_>,
    in_period: &TicketInPeriod,
    names: &mut BreachNames,
) -> Result<Vec<Breach>, Failure> {
    let listed = listed(&in_period.clocks, &scope.window);
    let all = listed.breached.into_iter().chain(listed.corrected);
    all.filter(|row| scope.traits.fits(clocks::traits(row)))
        .map(|row| breach(scope, in_period, row, names))
        .collect()
}

/// Brings breaches of several tickets into the order in which they came.
pub(super) fn sort(found: &mut [Breach]) {
    found.sort_by_key(|breach| (breach.row.breach, breach.row.ticket, breach.row.n));
}

/// What there is to tell of one clock.
///
/// # Errors
/// The desk's file cannot be read.
fn breach(
    scope: &Scope<'_>,
    in_period: &TicketInPeriod,
    row: &ReportClock<'static>,
    names: &mut BreachNames,
) -> Result<Breach, Failure> {
    let clock = in_period
        .ticket
        .clocks
        .iter()
        .find(|clock| clock.n == row.n);
    let measure =
        clock.and_then(|clock| measure(clock, &scope.reading.rules_cache, scope.reading.at()));
    let (rules, at) = (&scope.reading.rules_cache, scope.reading.at());
    let ended = row.ended.unwrap_or(at).min(at);
    let priorities = in_period.ticket.priorities.iter();
    let priorities = priorities.filter(|change| change.at <= ended);
    Ok(Breach {
        measure,
        held: clock.map_or_else(Vec::new, |clock| shares(clock, rules, at)),
        waits: clock.map_or_else(Vec::new, |clock| waits(clock, rules, at)),
        hours: clock.and_then(|clock| hours(clock, rules)),
        says: clock.and_then(|clock| says(clock, rules)),
        kind: clock.and_then(|clock| kind_title(clock.limits.get(clock.governing)?, rules)),
        is_taken_over: clock
            .and_then(|clock| clock.limits.get(clock.governing))
            .is_some_and(Limit::is_taken_over),
        at,
        priorities: priorities
            .map(|change| (change.at, change.to.clone()))
            .collect(),
        subject: subject(scope, in_period.number)?,
        customer: names.customer(scope, in_period.ticket.customer)?,
        contact: names.contact(scope, in_period.ticket.contact)?,
        assignee: in_period.ticket.assignee.clone(),
        cause: match clock {
            Some(clock) => cause(scope, in_period, clock)?,
            None => None,
        },
        corrected: corrected(scope, in_period, row)?,
        row: row.clone(),
    })
}

/// What a ticket is about.
fn subject(scope: &Scope<'_>, number: TicketNo) -> Result<String, Failure> {
    let row = scope.tables.ticket(number)?;
    Ok(row.map(|row| row.subject).unwrap_or_default())
}

/// The hours in which a clock counts, and their zone.
fn hours(clock: &Clock, rules: &dyn Rulebook) -> Option<(String, String)> {
    let limit = clock.limits.get(clock.governing)?;
    let calendar = rules.terms(limit.terms)?.calendars.get(&limit.calendar)?;
    let compiled = rules.calendar(limit.terms, &limit.calendar)?.newest();
    let week = calendar.week.settled()?.to_string();
    Some((week, compiled.zone().to_owned()))
}

/// The words in which the source publishes the target of a clock.
fn says(clock: &Clock, rules: &dyn Rulebook) -> Option<String> {
    let limit = clock.limits.get(clock.governing)?;
    let terms = rules.terms(limit.terms)?;
    let says = limit.published(&clock.milestone, &clock.priority, terms);
    says.map(str::to_owned)
}

/// What was given for it.
fn cause(
    scope: &Scope<'_>,
    in_period: &TicketInPeriod,
    clock: &Clock,
) -> Result<Option<BreachCause>, Failure> {
    let terms = in_period.ticket.terms;
    let terms = terms.and_then(|id| scope.reading.rules_cache.terms(id));
    BreachCause::of(&in_period.ticket, terms, clock, |event| {
        Ok(prose(scope, event)?.and_then(|prose| prose.text))
    })
}

fn corrected(
    scope: &Scope<'_>,
    in_period: &TicketInPeriod,
    row: &ReportClock<'_>,
) -> Result<Option<TakenBack>, Failure> {
    let mut all = in_period.ticket.corrected.iter();
    let Some(found) = all.find(|corrected| corrected.clock == row.n) else {
        return Ok(None);
    };
    let told = scope.reading.store.event(found.event)?;
    let reason = told.and_then(|told| why_taken_back(&told.event, &told.prose));
    Ok(Some(TakenBack {
        event: found.event,
        actor: found.actor.clone(),
        at: found.at,
        reason,
    }))
}

/// What was written beside an event.
///
/// # Errors
/// The desk's file cannot be read.
pub(super) fn prose(scope: &Scope<'_>, event: EventId) -> Result<Option<EventText>, Failure> {
    Ok(scope.reading.store.event(event)?.map(|told| told.prose))
}

/// Names of customers and contacts, read once each.
#[derive(Default)]
pub(super) struct BreachNames {
    customers: HashMap<CustomerId, String>,
    contacts: HashMap<ContactId, String>,
}

impl BreachNames {
    /// The key of a customer.
    ///
    /// # Errors
    /// The desk's file cannot be read.
    pub(super) fn customer(
        &mut self,
        scope: &Scope<'_>,
        id: CustomerId,
    ) -> Result<String, Failure> {
        if let Some(known) = self.customers.get(&id) {
            return Ok(known.clone());
        }
        let row = scope.customers.row(id)?;
        let key = row.map_or_else(|| id.to_string(), |row| row.key);
        self.customers.insert(id, key.clone());
        Ok(key)
    }

    /// The e-mail address of a contact.
    ///
    /// # Errors
    /// The desk's file cannot be read.
    pub(super) fn contact(
        &mut self,
        scope: &Scope<'_>,
        id: Option<ContactId>,
    ) -> Result<Option<String>, Failure> {
        let Some(id) = id else { return Ok(None) };
        if let Some(known) = self.contacts.get(&id) {
            return Ok(Some(known.clone()));
        }
        let contact = scope.tables.contact(id)?;
        let email = contact.map_or_else(|| id.to_string(), |contact| contact.row.email);
        self.contacts.insert(id, email.clone());
        Ok(Some(email))
    }
}

/// So many of the breaches as were asked for, and how many more there are.
fn page(
    scope: &Scope<'_>,
    found: &[Breach],
    asked: usize,
    moved: &MovedSince,
) -> Result<Doc, Failure> {
    let (found, more) = found.split_at(asked.min(found.len()));
    let mut page = head::page(
        scope,
        said::report_breaches(Cell::period(&scope.period.title)),
    );
    if found.is_empty() {
        page = page.text(said::breaches_none());
    } else {
        if scope.customer.is_some() {
            page = promised_words(page, scope)?;
        }
        let (taken, stand): (Vec<Breach>, Vec<Breach>) = found
            .iter()
            .cloned()
            .partition(|breach| breach.corrected.is_some());
        if !stand.is_empty() {
            let notes = (0..).zip(&stand).flat_map(|(row, breach)| {
                let late = breach.how_late().map(Words::from);
                std::iter::once(breach.about())
                    .chain(late)
                    .map(move |said| (row, said))
            });
            let table = table(&stand)?.noted(notes);
            page = page.block(Block::Table(table));
        }
        page = taken_back(page, &taken);
        if !more.is_empty() {
            page = page.text(said::and_more(count(more.len())));
        }
    }
    head::foot(moved.section(page)?, scope)
}

/// Those that were taken back, each with who did it and why; nothing where there are none.
pub(super) fn taken_back(page: Doc, taken_back: &[Breach]) -> Doc {
    if taken_back.is_empty() {
        return page;
    }
    let rows = taken_back.iter().map(|breach| {
        let taken = breach.corrected.as_ref();
        vec![
            Cell::Id(breach.row.ticket.0),
            Cell::milestone(breach.row.milestone.clone()),
            Cell::priority(breach.row.priority.clone()),
            Cell::from(breach.row.due),
            taken.map_or(Cell::Absent, |taken| Cell::person(taken.actor.clone())),
            Cell::from(taken.map(|taken| taken.at)),
            reason(taken),
        ]
    });
    let columns = [
        "ticket",
        "milestone",
        "priority",
        "due",
        "corrected_by",
        "at",
        "reason",
    ];
    let abouts = (0..).zip(taken_back.iter().map(Breach::about));
    let table = DocTable::keyed(columns, rows.collect::<Vec<_>>()).without_empty();
    page.heading(said::breaches_taken_back())
        .block(Block::Table(table.noted(abouts)))
}

/// A reason of the plan by its title, or what was said.
fn reason(taken: Option<&TakenBack>) -> Cell {
    let reason = taken.and_then(|taken| taken.reason.clone());
    reason.map_or(Cell::Absent, |reason| {
        Cell::Named(NameKind::Reason, reason.into())
    })
}

/// The breaches as a page has them.
///
/// # Errors
/// A record cannot be read.
pub(super) fn table(found: &[Breach]) -> Result<DocTable, Failure> {
    let holder = |cell: &Cell| match cell {
        Cell::Absent => person_or_nobody(None),
        holder => holder.clone(),
    };
    let ended = |cell: &Cell| match cell {
        Cell::Absent => Cell::word_of(NOT_YET),
        ended => ended.clone(),
    };
    let table = Listing::of("breaches", COLUMNS, found.to_vec()).table()?;
    let stood_still = |cell: &Cell| match cell {
        Cell::Seconds(0) => Cell::Absent,
        time => time.clone(),
    };
    let table = table.said_as("held_by", holder).said_as("ended", ended);
    Ok(table.said_as("paused_seconds", stood_still))
}

/// The breaches as objects of all their columns.
pub(super) fn objects(found: &[Breach]) -> Cell {
    Cell::List(found.iter().map(|breach| record(COLUMNS, breach)).collect())
}

/// The fields of the list.
pub(super) fn fields() -> ListFields {
    ListFields::of(NAME, COLUMNS).asked(CLOCK_KEYS)
}
