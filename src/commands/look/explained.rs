//! A clock with all that is behind it: its ledger, what would move it, where its due is read.

use std::sync::LazyLock;

use super::super::ticket::record::{CLOCK, ClockRecord, NotPromised, TicketRecord};
use super::clock_causes::{BeforeLimit, CausingEvent, ClockCauses};
use super::ledger_rows::{DueRow, LedgerRows};
use crate::context::{Context, Reading};
use crate::core::calendar::ZoneRules;
use crate::core::sla::{
    DeadlineMover, LedgerLine, LedgerReason, OtherPriority, Rulebook, ledger, would_move,
};
use crate::core::text::nearest;
use crate::failure::{Failure, Noun};
use crate::render::{Cell, Column, Object, Said};
use crate::wording::plan as words;
use crate::wording::{pause_word, said};

/// One clock with all that is behind it.
pub(super) struct Explained {
    pub record: ClockRecord,
    pub ledger: LedgerRows,
    pub moves: Vec<DeadlineMover>,
    /// Desk, customer and plan: where the due is read.
    pub zones: Vec<(&'static str, ZoneRules)>,
    pub clock_causes: ClockCauses,
    /// The hours of its calendar, as plan files write them, and the clause that says so.
    pub hours: Option<(String, Option<String>)>,
    /// Which zone rules: name, source, version.
    pub rules: Option<(String, String, String)>,
}

/// The clocks of a ticket, or those of one milestone, each with what is behind it.
///
/// # Errors
/// The ticket has no such clock, or the desk's file cannot be read.
pub(super) fn explained(
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
    let customer = reading.zone_of(ticket.row.customer)?;
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
            ledger: LedgerRows::of(record, ledger(&record.clock, &reading.rules_cache, at)),
            moves: would_move(
                &record.clock,
                &whole.page.ticket,
                &events,
                &reading.rules_cache,
                at,
            ),
            clock_causes: ClockCauses::of(&record.clock, &whole.page.ticket, &whole.events),
            hours: hours(reading, record),
            record: record.clone(),
            zones,
            rules,
        });
    }
    Ok(all)
}

/// What the terms do not promise, of one milestone or of all.
pub(super) fn not_promised<'t>(
    ticket: &'t TicketRecord,
    milestone: Option<&str>,
) -> Vec<&'t NotPromised> {
    let whole = ticket.whole.as_deref();
    let all = whole.map_or(&[][..], |whole| &whole.not_promised);
    let asked = |one: &&NotPromised| milestone.is_none_or(|name| one.milestone == name);
    all.iter().filter(asked).collect()
}

fn no_milestone(reading: &Reading<'_>, ticket: &TicketRecord, name: &str) -> Failure {
    let terms = ticket
        .row
        .terms
        .and_then(|id| reading.rules_cache.terms(id));
    let names: Vec<&str> = terms.map_or_else(Vec::new, |terms| {
        terms.milestones.iter().map(|m| m.id.as_str()).collect()
    });
    let number = ticket.row.number;
    if names.contains(&name) {
        return Failure::not_found(format!("{number} has no {name} clock"));
    }
    Failure::no_such_of(number.to_string(), Noun::Called("milestone"), name)
        .meant(nearest(name, names.iter().copied()))
}

/// The hours of the calendar that a clock counts in.
fn hours(reading: &Reading<'_>, record: &ClockRecord) -> Option<(String, Option<String>)> {
    let limit = record.clock.limits.get(record.clock.governing)?;
    let terms = reading.rules_cache.terms(limit.terms)?;
    let calendar = terms.calendars.get(&limit.calendar)?;
    let week = calendar.week.settled()?.to_string();
    let clause = terms.clause_of_calendar(&limit.calendar);
    Some((week, clause.map(str::to_owned)))
}

/// The zone of the calendar that a clock counts in.
fn plan_zone(
    reading: &mut Reading<'_>,
    record: &ClockRecord,
) -> Result<Option<ZoneRules>, Failure> {
    let Some(limit) = record.clock.limits.get(record.clock.governing) else {
        return Ok(None);
    };
    let calendar = reading.rules_cache.calendar(limit.terms, &limit.calendar);
    let Some(name) = calendar.map(|versions| versions.newest().zone().to_owned()) else {
        return Ok(None);
    };
    let store = reading.store;
    reading.rules_cache.zone_rules(store, &name).map(Some)
}

type C = Column<Explained>;

/// A clock's keys stand here as they do everywhere; zones, rules, ledger and what would move it
/// come with them.
pub(super) fn columns() -> &'static [C] {
    static COLUMNS: LazyLock<Vec<C>> = LazyLock::new(|| {
        let of_clock = CLOCK
            .iter()
            .map(|column| column.within(|e: &Explained| &e.record));
        of_clock.chain(own_columns()).collect()
    });
    &COLUMNS
}

fn own_columns() -> [C; 8] {
    [
        C::more("began_by", |e| event_cell(e.clock_causes.began.as_ref())),
        C::more("target_by", |e| event_cell(e.clock_causes.target.as_ref())),
        C::more("ended_by", |e| event_cell(e.clock_causes.ended.as_ref())),
        C::more("zones", zones),
        C::more("rules", |e| match &e.rules {
            Some((zone, source, version)) => Cell::object([
                ("zone", Cell::code(zone.clone())),
                ("source", Cell::code(source.clone())),
                (
                    "version",
                    Cell::code_if(Some(version.clone()).filter(|v| !v.is_empty())),
                ),
            ]),
            None => Cell::Absent,
        }),
        C::more("ledger", |e| {
            let before = e.ledger.before.iter().map(|line| entry(e, line));
            let due = e.ledger.due.iter().map(|due| due_entry(e, due));
            let after = e.ledger.after.iter().map(|line| entry(e, line));
            Cell::List(before.chain(due).chain(after).collect())
        }),
        C::more("would_move", |e| {
            Cell::List(e.moves.iter().map(mover_cell).collect())
        }),
        C::more("caused_by", |e| {
            event_cell(e.clock_causes.breached.as_ref())
        }),
    ]
}

fn event_cell(event: Option<&CausingEvent>) -> Cell {
    event.map_or(Cell::Absent, CausingEvent::object)
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

fn target_clause(explained: &Explained) -> Option<String> {
    let clock = &explained.record.clock;
    clock.limits.get(clock.governing)?.clause.clone()
}

/// The clause of the hours where those decide, else that of the target.
fn clause(explained: &Explained, reason: &LedgerReason) -> Option<String> {
    let of_hours = match (reason, &explained.hours) {
        (LedgerReason::Open | LedgerReason::Closed, Some((_, clause))) => clause.clone(),
        _ => None,
    };
    of_hours.or_else(|| target_clause(explained))
}

fn entry(explained: &Explained, line: &LedgerLine) -> Cell {
    let clause = clause(explained, &line.reason);
    Cell::object([
        ("from", Cell::from(line.from)),
        ("to", Cell::from(line.to)),
        ("counted_seconds", Cell::Seconds(line.counted)),
        ("sum_seconds", Cell::Seconds(line.sum)),
        (
            "why",
            Cell::code(why_code(&line.reason, &explained.clock_causes)),
        ),
        ("clause", Cell::code_if(clause)),
        ("event", Cell::from(line.event)),
    ])
}

/// The instant of the due: from it on nothing is counted to it.
fn due_entry(explained: &Explained, due: &DueRow) -> Cell {
    Cell::object([
        ("from", Cell::from(due.at)),
        ("to", Cell::Absent),
        ("counted_seconds", Cell::Seconds(0)),
        ("sum_seconds", Cell::Seconds(due.sum)),
        ("why", Cell::code("due")),
        ("clause", Cell::code_if(target_clause(explained))),
        ("event", Cell::Absent),
    ])
}

/// Why an interval counted or not, in a few words.
fn why(reason: &LedgerReason, clock_causes: &ClockCauses) -> Said {
    match reason {
        LedgerReason::Open => said::ledger_open(),
        LedgerReason::Closed => said::ledger_closed(),
        LedgerReason::Holiday(name) => said::ledger_holiday(Cell::text(name)),
        LedgerReason::Paused(why) => said::ledger_paused(Cell::word_of(pause_word(why).to_owned())),
        LedgerReason::BeforeChange => match clock_causes.before {
            BeforeLimit::Merge => said::ledger_before_merge(),
            BeforeLimit::KindChange => said::ledger_before_kind(),
            BeforeLimit::PriorityChange => said::ledger_before_change(),
        },
    }
}

/// The same with the hours of the calendar, and the clause that says so.
pub(super) fn why_in_hours(reason: &LedgerReason, explained: &Explained) -> Said {
    let (Some((week, clause)), LedgerReason::Open | LedgerReason::Closed) =
        (&explained.hours, reason)
    else {
        return why(reason, &explained.clock_causes);
    };
    let week = Cell::Phrase(words::week(week));
    let why: Said = match reason {
        LedgerReason::Open => said::ledger_open_hours(week),
        _ => said::ledger_closed_hours(week),
    };
    match clause {
        Some(clause) => said::with_clause(Cell::code(clause.clone()), why),
        None => why,
    }
}

/// The same as scripts read it.
fn why_code(reason: &LedgerReason, clock_causes: &ClockCauses) -> String {
    let words = match reason {
        LedgerReason::Open => "open",
        LedgerReason::Closed => "closed",
        LedgerReason::Holiday(name) => return format!("holiday: {name}"),
        LedgerReason::Paused(why) => return format!("paused: {why}"),
        LedgerReason::BeforeChange => clock_causes.before.words(),
    };
    words.to_owned()
}

fn mover_cell(moves: &DeadlineMover) -> Cell {
    let (what, due, promised) = match moves {
        DeadlineMover::StandsStill(state) => (format!("stands still while {state}"), None, None),
        DeadlineMover::Priority { to, then } => {
            let due = match then {
                OtherPriority::Due(due) => Some(*due),
                _ => None,
            };
            let promised = !matches!(then, OtherPriority::GoesOn | OtherPriority::NotPromised);
            (format!("priority {to}"), due, Some(promised))
        }
        DeadlineMover::Negotiable => ("the sides may agree another target".to_owned(), None, None),
    };
    let object: Object = vec![
        ("what".into(), Cell::code(what)),
        ("due".into(), Cell::from(due)),
        ("promised".into(), Cell::from(promised.map(Cell::Flag))),
    ];
    Cell::Object(object)
}
