//! `explain`: the ledger behind each deadline.

use clap::Args;

use super::super::ticket::record::{
    CLOCK, ClockRecord, EVENT, EventRecord, NotPromised, TicketRecord, whole_tickets,
};
use super::clock_causes::{Behind, Cause, unclocked};
use super::ledger::{facts, folded, said};
use crate::commands::Input;
use crate::commands::args::{Paged, Read, TicketsArg};
use crate::context::{Context, Reading};
use crate::core::calendar::ZoneRules;
use crate::core::sla::{Line, Reason, Rulebook, Then, WouldMove, ledger, would_move};
use crate::core::text::nearest;
use crate::core::time::Here;
use crate::failure::Failure;
use crate::render::{Cell, Column, Doc, Listing, Object, Outcome, Prefer, record};
use crate::wording::event::mark;

/// Explain each deadline: the ledger behind it
#[derive(Args, Debug)]
#[command(
    after_help = "Examples:\n  sladesk explain 4711\n  sladesk explain 4711 response\n  sladesk explain 4711 -f json"
)]
pub(crate) struct Explain {
    #[command(flatten)]
    tickets: TicketsArg,
    /// Only this one
    #[arg(value_name = "MILESTONE")]
    milestone: Option<String>,
    #[command(flatten)]
    paged: Paged,
    #[command(flatten)]
    read: Read,
}

/// One clock with all that is behind it.
pub(super) struct Explained {
    pub record: ClockRecord,
    pub ledger: Vec<Line>,
    pub moves: Vec<WouldMove>,
    /// Desk, customer and plan: where the due is read.
    pub zones: Vec<(&'static str, ZoneRules)>,
    pub clock_causes: Behind,
    /// Which zone rules: name, source, version.
    pub rules: Option<(String, String, String)>,
}

impl Explain {
    /// Explains each clock of a ticket, or those of one milestone.
    ///
    /// # Errors
    /// There is no such ticket or milestone.
    pub(crate) fn run(self, context: &Context, input: &dyn Input) -> Result<Outcome, Failure> {
        let numbers = self.tickets.numbers(context, input)?;
        let mut reading = self.read.reading(context)?;
        let mut all = Vec::new();
        for ticket in whole_tickets(&mut reading, &numbers)? {
            let milestone = self.milestone.as_deref();
            let not_promised = not_promised(&ticket, milestone);
            let clocks = explained(context, &mut reading, &ticket, milestone)?;
            let page = page(context, &reading, &ticket, &clocks, &not_promised)?;
            let before = vec![("ticket".into(), Cell::from(ticket.row.number))];
            let not_promised = not_promised
                .iter()
                .map(|not_promised| not_promised.object())
                .collect();
            let after = vec![
                ("not_promised".into(), Cell::List(not_promised)),
                ("without_effect".into(), without_effect(&ticket)),
            ];
            let listing = Listing::of("explain", EXPLAINED, clocks)
                .around(before, "clocks", after)
                .page(Prefer::Page, page)
                .if_empty(not_promised_at_all(&ticket));
            all.push(listing);
        }
        Ok(match all.len() {
            1 => Outcome::listing(all.remove(0)),
            _ => Outcome::listings(all),
        })
    }
}

fn explained(
    context: &Context,
    reading: &mut Reading<'_>,
    ticket: &TicketRecord,
    milestone: Option<&str>,
) -> Result<Vec<Explained>, Failure> {
    let Some(whole) = &ticket.whole else {
        return Ok(Vec::new());
    };
    let asked = |c: &&ClockRecord| milestone.is_none_or(|name| c.clock.milestone == name);
    let clocks: Vec<&ClockRecord> = whole.clocks.iter().filter(asked).collect();
    if let (Some(name), true) = (milestone, clocks.is_empty()) {
        return match not_promised(ticket, milestone).is_empty() {
            true => Err(no_milestone(reading, ticket, name)),
            false => Ok(Vec::new()),
        };
    }
    let at = reading.at();
    let events = whole.page.events();
    let customer = context.zone_of(ticket.row.customer)?;
    let mut all = Vec::new();
    for record in clocks {
        let plan = plan_zone(reading, record)?;
        let named =
            |zone: &ZoneRules| (zone.name.clone(), zone.source.clone(), zone.version.clone());
        let rules = plan.as_ref().map(named);
        let walls = context.zones()?;
        let mut zones = vec![("desk", walls.desk.clone())];
        if walls.shown.name != walls.desk.name {
            zones.push(("shown", walls.shown.clone()));
        }
        zones.extend(customer.clone().map(|zone| ("customer", zone)));
        zones.extend(plan.map(|zone| ("plan", zone)));
        all.push(Explained {
            ledger: ledger(&record.clock, &reading.book, at),
            moves: would_move(
                &record.clock,
                &whole.page.ticket,
                &events,
                &reading.book,
                at,
            ),
            clock_causes: Behind::of(&record.clock, &whole.page.ticket, &events),
            record: record.clone(),
            zones,
            rules,
        });
    }
    Ok(all)
}

/// What the terms do not promise, of one milestone or of all.
fn not_promised<'t>(ticket: &'t TicketRecord, milestone: Option<&str>) -> Vec<&'t NotPromised> {
    let whole = ticket.whole.as_deref();
    let all = whole.map_or(&[][..], |whole| &whole.not_promised);
    let asked = |one: &&NotPromised| milestone.is_none_or(|name| one.milestone == name);
    all.iter().filter(asked).collect()
}

/// Why there is no clock on a ticket at all.
fn not_promised_at_all(ticket: &TicketRecord) -> &'static str {
    let row = &ticket.row;
    if row.refused {
        "not promised: it was refused"
    } else if row.courtesy {
        "not promised: it is a courtesy"
    } else if row.exempt.is_some() {
        "not promised: it is exempt"
    } else {
        "not promised: there is no clock on it"
    }
}

fn no_milestone(reading: &Reading<'_>, ticket: &TicketRecord, name: &str) -> Failure {
    let terms = ticket.row.terms.and_then(|id| reading.book.terms(id));
    let names: Vec<&str> = terms.map_or_else(Vec::new, |terms| {
        terms.milestones.iter().map(|m| m.id.as_str()).collect()
    });
    let number = ticket.row.number;
    if names.contains(&name) {
        return Failure::not_found(format!("{number} has no {name} clock"));
    }
    Failure::not_found(format!("{number} has no milestone `{name}`"))
        .meant(nearest(name, names.iter().copied()))
}

/// The zone of the calendar that a clock counts in.
fn plan_zone(
    reading: &mut Reading<'_>,
    record: &ClockRecord,
) -> Result<Option<ZoneRules>, Failure> {
    let Some(limit) = record.clock.limits.get(record.clock.governing) else {
        return Ok(None);
    };
    let calendar = reading.book.calendar(limit.terms, &limit.calendar);
    let Some(name) = calendar.map(|versions| versions.newest().zone().to_owned()) else {
        return Ok(None);
    };
    let store = reading.store;
    reading.book.zone_rules(store, &name).map(Some)
}

type C = Column<Explained>;

macro_rules! clock_keys {
    ([$($shown:literal),*], [$($more:literal),*], $($own:expr),*) => {
        &[
            $(C::shown($shown, |e| from_clock(e, $shown)),)*
            $(C::more($more, |e| from_clock(e, $more)),)*
            $($own),*
        ]
    };
}

/// A clock's keys stand here as they do everywhere; zones, rules, ledger and what would move it
/// come with them.
const EXPLAINED: &[C] = clock_keys!(
    [
        "clock",
        "ticket",
        "milestone",
        "priority",
        "state",
        "started",
        "due",
        "ended"
    ],
    [
        "cycle",
        "limits",
        "target",
        "target_seconds",
        "elapsed_seconds",
        "remaining_seconds",
        "overdue_seconds",
        "late_seconds",
        "paused_seconds",
        "calendar",
        "clause",
        "cause",
        "corrected",
        "paused_until",
        "held_by",
        "held_line",
        "held"
    ],
    C::more("began_by", |e| told(e.clock_causes.began.as_ref())),
    C::more("target_by", |e| told(e.clock_causes.target.as_ref())),
    C::more("ended_by", |e| told(e.clock_causes.ended.as_ref())),
    C::more("zones", zones),
    C::more("rules", |e| match &e.rules {
        Some((zone, source, version)) => Cell::object([
            ("zone", Cell::code(zone.clone())),
            ("source", Cell::code(source.clone())),
            (
                "version",
                Cell::code_if(Some(version.clone()).filter(|v| !v.is_empty()))
            ),
        ]),
        None => Cell::Absent,
    }),
    C::more("ledger", |e| Cell::List(
        e.ledger.iter().map(|line| entry(e, line)).collect()
    )),
    C::more("would_move", |e| Cell::List(
        e.moves.iter().map(would).collect()
    )),
    C::more("caused_by", |e| told(e.clock_causes.breached.as_ref()))
);

fn from_clock(explained: &Explained, key: &str) -> Cell {
    record(CLOCK, &explained.record).at(key).clone()
}

fn told(event: Option<&Cause>) -> Cell {
    event.map_or(Cell::Absent, Cause::object)
}

/// The due as the clocks on each wall show it.
fn zones(explained: &Explained) -> Cell {
    let due = explained.record.clock.due;
    let zones = explained.zones.iter().map(|(whose, zone)| {
        let shown = due.map(|due| zone.local(due).format("%Y-%m-%dT%H:%M:%S").to_string());
        Cell::object([
            ("whose", Cell::code(*whose)),
            ("zone", Cell::code(zone.name.clone())),
            ("due", Cell::code_if(shown)),
        ])
    });
    Cell::List(zones.collect())
}

fn entry(explained: &Explained, line: &Line) -> Cell {
    let clock = &explained.record.clock;
    let clause = clock
        .limits
        .get(clock.governing)
        .and_then(|limit| limit.clause.clone());
    Cell::object([
        ("from", Cell::from(line.from)),
        ("to", Cell::from(line.to)),
        ("counted_seconds", Cell::Seconds(line.counted)),
        ("sum_seconds", Cell::Seconds(line.sum)),
        (
            "why",
            Cell::code(why(&line.reason, &explained.clock_causes)),
        ),
        ("clause", Cell::code_if(clause)),
        ("event", Cell::from(line.event)),
    ])
}

/// Why an interval counted or not, in a few words.
pub(super) fn why(reason: &Reason, clock_causes: &Behind) -> String {
    match reason {
        Reason::Open => "open".to_owned(),
        Reason::Closed => "closed".to_owned(),
        Reason::Holiday(name) => format!("holiday: {name}"),
        Reason::Paused(why) => format!("paused: {why}"),
        Reason::BeforeChange => clock_causes.before.to_owned(),
    }
}

fn would(moves: &WouldMove) -> Cell {
    let (what, due, promised) = match moves {
        WouldMove::StandsStill(state) => (format!("stands still while {state}"), None, None),
        WouldMove::Priority { to, then } => {
            let due = match then {
                Then::Due(due) => Some(*due),
                _ => None,
            };
            let promised = !matches!(then, Then::GoesOn | Then::NotPromised);
            (format!("priority {to}"), due, Some(promised))
        }
        WouldMove::Negotiable => ("the sides may agree another target".to_owned(), None, None),
    };
    let object: Object = vec![
        ("what".into(), Cell::code(what)),
        ("due".into(), Cell::from(due)),
        ("promised".into(), Cell::from(promised.map(Cell::Flag))),
    ];
    Cell::Object(object)
}

/// The page: a section a clock, long spans folded.
fn page(
    context: &Context,
    reading: &Reading<'_>,
    ticket: &TicketRecord,
    clocks: &[Explained],
    not_promised: &[&NotPromised],
) -> Result<Doc, Failure> {
    let row = &ticket.row;
    let mut page = Doc::new(format!("Ticket {}: {}", row.number, row.subject));
    if clocks.is_empty() && not_promised.is_empty() {
        page = page.text(sentence(not_promised_at_all(ticket)));
        if let Some(told) = unclocked(ticket) {
            page = page.text(sentence(&told.words()));
        }
    }
    let here = Here::new(reading.at(), context.here()?.zone);
    for explained in clocks {
        let clock = &explained.record.clock;
        let state = explained.record.state.word();
        let cycle = match clock.cycle {
            1 => String::new(),
            cycle => format!(", cycle {cycle}"),
        };
        page = page
            .heading(format!(
                "{} at {}{cycle}: {state}",
                clock.milestone, clock.priority
            ))
            .facts(facts(explained, here));
        let rows = folded(explained).into_iter().map(|fold| fold.row(here));
        page = page.table(["from", "to", "counted", "sum", "why"], rows);
        page = explained
            .moves
            .iter()
            .fold(page, |page, moves| page.text(said(moves, here)));
    }
    for not_promised in not_promised {
        let clause = not_promised.clause.as_ref();
        let clause = clause.map_or_else(String::new, |clause| format!(" ({clause})"));
        page = page
            .heading(format!(
                "{} at {}: not promised",
                not_promised.milestone, not_promised.priority
            ))
            .text(sentence(&format!("{}{clause}", not_promised.why.word())));
    }
    Ok(beside(page, ticket, here))
}

/// The events that change nothing where they stand: taken back, or remarked by the fold.
fn idle(ticket: &TicketRecord) -> Vec<&EventRecord> {
    let events = ticket.whole.as_deref();
    let events = events.map_or(&[][..], |whole| &whole.events).iter();
    let idle = |event: &&EventRecord| event.marks.undone.is_some() || event.marks.remark.is_some();
    events.filter(idle).collect()
}

fn without_effect(ticket: &TicketRecord) -> Cell {
    let events = idle(ticket).into_iter();
    Cell::List(events.map(|event| record(EVENT, event)).collect())
}

/// What a reader of the clocks must know besides.
fn beside(page: Doc, ticket: &TicketRecord, here: Here<'_>) -> Doc {
    let idle = idle(ticket);
    let page = match idle.is_empty() {
        true => page,
        false => page.heading(mark::WITHOUT_EFFECT),
    };
    idle.iter().fold(page, |page, event| event.line(page, here))
}

/// A clause as a sentence of its own.
fn sentence(words: &str) -> String {
    let mut letters = words.chars();
    let first = letters.next().map(|first| first.to_uppercase().to_string());
    format!("{}{}.", first.unwrap_or_default(), letters.as_str())
}
