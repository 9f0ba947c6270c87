//! Tickets that a change of a contract touches, and what it does to their deadlines.

use crate::commands::list_fields::ListFields;
use crate::context::{CommitSummary, Context, TicketChange};
use crate::core::model::{ContractId, State, TicketNo};
use crate::core::sla::{Clock, ClockState, Standstill, Ticket};
use crate::core::time::Instant;
use crate::core::time::{LocalNow, moment};
use crate::failure::Failure;
use crate::render::{Cell, Column, Listing};
use crate::store::{Condition, Store, TicketOrder, TicketQuery, TicketTest};
use crate::wording::contract::{self as words, LiveDue};

/// The tickets of a contract that were opened in [from, until) and are not done.
///
/// # Errors
/// The desk's file cannot be read.
pub(super) fn open_under(
    store: &Store,
    contract: ContractId,
    from: Instant,
    until: Option<Instant>,
) -> Result<Vec<TicketNo>, Failure> {
    let active = State::ALL.into_iter().filter(|state| state.is_active());
    let filter = Condition::All(vec![
        TicketTest::Contract(vec![contract]).into(),
        TicketTest::moment("opened", Some(from), until).into(),
        TicketTest::State(active.collect()).into(),
    ]);
    let query = TicketQuery {
        order: TicketOrder::Number,
        ..TicketQuery::of(filter)
    };
    Ok(store.numbers(&query)?)
}

/// `ticket 42`, `tickets 42, 43 and 12 others`.
pub(in crate::commands) fn tickets(numbers: &[TicketNo]) -> String {
    const NAMED: usize = 10;
    let named = numbers.iter().take(NAMED).map(ToString::to_string);
    let named = named.collect::<Vec<_>>().join(", ");
    match numbers.len().checked_sub(NAMED).filter(|more| *more > 0) {
        Some(more) => format!("tickets {named} and {more} others"),
        None if numbers.len() == 1 => format!("ticket {named}"),
        None => format!("tickets {named}"),
    }
}

/// For each ticket that the write changed, what became of its live deadlines.
///
/// # Errors
/// The desk's file cannot be read.
pub(super) fn sentences(
    context: &Context,
    written: &CommitSummary,
) -> Result<Vec<String>, Failure> {
    let here = context.here()?;
    let told = written.tickets.iter().map(|(number, touched)| {
        let changes = changes(touched, here);
        match changes.is_empty() {
            true => format!("{number}: {}", words::NO_DEADLINE_CHANGES),
            false => format!("{number}: {}", changes.join("; ")),
        }
    });
    Ok(told.collect())
}

/// A live deadline of a ticket, as it is and as it would be.
struct DeadlineChange {
    ticket: TicketNo,
    milestone: String,
    now: Option<Clock>,
    then: Option<Clock>,
}

const MOVED: &[Column<DeadlineChange>] = &[
    Column::<DeadlineChange>::shown("ticket", |m| Cell::from(m.ticket)).names(),
    Column::<DeadlineChange>::shown("milestone", |m| Cell::code(m.milestone.clone())),
    Column::<DeadlineChange>::shown("due", |m| Cell::from(m.now.as_ref().and_then(|c| c.due))),
    Column::<DeadlineChange>::shown("due_then", |m| {
        Cell::from(m.then.as_ref().and_then(|c| c.due))
    }),
    Column::<DeadlineChange>::shown("breach", |m| {
        Cell::from(m.now.as_ref().and_then(|c| c.breach))
    }),
    Column::<DeadlineChange>::shown("breach_then", |m| {
        Cell::from(m.then.as_ref().and_then(|c| c.breach))
    }),
];

/// The live deadlines of the tickets that a write would change, for those who read it by machine.
pub(super) fn listing(name: &str, written: &CommitSummary) -> Listing {
    let mut moved = Vec::new();
    for (number, touched) in &written.tickets {
        let before = touched.before.as_ref();
        let before = before.map_or(&[][..], |ticket| &ticket.clocks);
        for milestone in milestones(before, &touched.now.clocks) {
            let of = |clocks: &[Clock]| {
                live(clocks)
                    .find(|clock| clock.milestone == milestone)
                    .cloned()
            };
            moved.push(DeadlineChange {
                ticket: *number,
                now: of(before),
                then: of(&touched.now.clocks),
                milestone: milestone.to_owned(),
            });
        }
    }
    Listing::of(name, MOVED, moved).if_empty(words::NO_DEADLINE_CHANGES)
}

fn milestones<'c>(before: &'c [Clock], after: &'c [Clock]) -> Vec<&'c str> {
    let mut milestones: Vec<&str> = live(before).map(|clock| clock.milestone.as_str()).collect();
    for clock in live(after) {
        if !milestones.contains(&clock.milestone.as_str()) {
            milestones.push(&clock.milestone);
        }
    }
    milestones
}

fn changes(touched: &TicketChange, here: LocalNow<'_>) -> Vec<String> {
    let none: &[Clock] = &[];
    let before = touched
        .before
        .as_ref()
        .map_or(none, |ticket| &ticket.clocks);
    let said = milestones(before, &touched.now.clocks)
        .into_iter()
        .filter_map(|milestone| {
            let old = due(before, milestone, here);
            let new = due(&touched.now.clocks, milestone, here);
            (old != new).then(|| format!("{milestone} {old} -> {new}"))
        });
    said.chain(breaches(touched, here.now)).collect()
}

fn live(clocks: &[Clock]) -> impl Iterator<Item = &Clock> {
    clocks.iter().filter(|clock| clock.ended.is_none())
}

fn due(clocks: &[Clock], milestone: &str, here: LocalNow<'_>) -> String {
    let clock = live(clocks).find(|clock| clock.milestone == milestone);
    let found = match clock.map(|clock| (clock.due, clock.paused)) {
        None => LiveDue::NotRunning,
        Some((
            Some(due),
            Some(Standstill {
                until: Some(until), ..
            }),
        )) if here.now < until => LiveDue::StandsStillUntil {
            until: moment(until, here),
            due: moment(due, here),
        },
        Some((Some(due), _)) => LiveDue::Due(moment(due, here)),
        Some((None, Some(_))) => LiveDue::StandsStill,
        Some((None, None)) => LiveDue::Never,
    };
    found.said()
}

/// How many breaches the ticket gains.
fn breaches(touched: &TicketChange, now: Instant) -> Option<String> {
    let broken = |clock: &&Clock| clock.state(now) == ClockState::Breached;
    let count = |ticket: &Ticket| ticket.clocks.iter().filter(broken).count();
    let before = touched.before.as_ref().map_or(0, count);
    let more = count(&touched.now).checked_sub(before)?;
    (more > 0).then(|| words::more_breaches(more))
}

/// The fields of the deadlines that would move.
pub(in crate::commands) fn fields() -> ListFields {
    ListFields::of("amend", MOVED)
}
