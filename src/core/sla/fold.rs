//! The fold: a ticket's own events and the content they pin → its state and clocks.

use std::collections::HashSet;

use super::breach::corrected_breaches;
use super::clock::{Clock, ClockState, Fate, Limit, Standstill};
use super::deadline::{ClockInputs, Deadline, counted, deadline};
use super::event_cow::EventCow;
use super::holders::Holders;
use super::milestone_state::{ContractContext, MilestoneState};
use super::readback::read_back;
use super::rules::Rulebook;
use super::ticket::{Corrected, Entered, Ticket};
use super::ticket_folder::TicketFolder;
use crate::core::model::{EntryId, Event, Fact, Opened, Side, State, undone_entries};
use crate::core::time::Instant;

/// A ticket's state from its events, in whatever order they come.
///
/// State is the fold in order of (`at`, `id`); nothing in it depends on the present. None when no
/// event opens the ticket.
pub fn fold(events: &[Event], rules: &dyn Rulebook) -> Option<Ticket> {
    let mut ticket = fold_plain(events, rules)?;
    corrected_breaches(&mut ticket, events, rules);
    Some(ticket)
}

/// The fold without the breaches that corrections took back.
pub(super) fn fold_plain(events: &[Event], rules: &dyn Rulebook) -> Option<Ticket> {
    let undone = undone_entries(events.iter());
    let opening = opening(events)?;
    let mut kept = in_order(events, opening, &undone);
    let Fact::Opened(opened) = &opening.fact else {
        return None;
    };
    let ground = ground(&kept, opened, rules);
    let read = read_back(&mut kept, ground.as_ref());
    let Fact::Opened(opened) = &kept[0].fact else {
        return None;
    };
    // what was kept as refused is taken up when it is found to be entitled
    let mut events_kept = kept.iter();
    let taken_up = events_kept.any(|event| matches!(event.fact, Fact::Entitled(_)));
    let refused = !opened.refused.is_empty() && !taken_up;
    let never_was = undone.contains(&opening.entry) || refused;
    let ground = if never_was { None } else { ground };
    let mut machine = TicketFolder::new(blank(opening, opened, ground.as_ref()), ground, read);
    for event in &kept {
        machine.take(event);
    }
    machine.end();
    let mut ticket = finish(machine, &kept);
    ticket.last = events.iter().map(|e| e.id).max().unwrap_or(ticket.last);
    if never_was {
        ticket.state = State::Void;
        ticket.states = vec![Entered {
            at: opening.at,
            state: State::Void,
            event: opening.id,
        }];
        ticket.ended = Some(opening.at);
    }
    Some(ticket)
}

/// The events that stand (what was undone never was), in the order in which the fold takes them.
///
/// Empty when no event opens the ticket.
pub fn standing(events: &[Event]) -> Vec<EventCow<'_>> {
    match opening(events) {
        Some(opening) => in_order(events, opening, &undone_entries(events.iter())),
        None => Vec::new(),
    }
}

fn opening(events: &[Event]) -> Option<&Event> {
    events
        .iter()
        .filter(|event| matches!(event.fact, Fact::Opened(_)))
        .min_by_key(|event| event.id)
}

/// The events that count, the opening first, then by (at, id). What is dated before the opening
/// counts at the opening.
fn in_order<'e>(
    events: &'e [Event],
    opening: &Event,
    undone: &HashSet<EntryId>,
) -> Vec<EventCow<'e>> {
    let stands = |event: &&Event| !undone.contains(&event.entry) || event.id == opening.id;
    let mut kept: Vec<EventCow<'e>> = Vec::with_capacity(events.len());
    kept.extend(events.iter().filter(stands).map(EventCow::Written));
    for event in &mut kept {
        if event.at < opening.at {
            event.amend().at = opening.at;
        }
    }
    let order = |event: &EventCow<'_>| (event.id != opening.id, event.at, event.id);
    if !kept.is_sorted_by_key(order) {
        kept.sort_by_key(order);
    }
    kept
}

/// The terms that the ticket lives under: those of its opening, unless it was moved or entitled
/// since; then all clocks are anew, and none is breached before that.
fn ground<'r>(
    kept: &[EventCow<'_>],
    opened: &Opened,
    rules: &'r dyn Rulebook,
) -> Option<ContractContext<'r>> {
    let since = kept.iter().rev().filter_map(|event| match &event.fact {
        Fact::Moved(moved) => Some((moved.terms, event.at)),
        Fact::Entitled(entitled) => Some((Some(entitled.terms), event.at)),
        _ => None,
    });
    let mut pinned = since.chain([(opened.terms, Instant::MIN)]);
    let (terms_id, floor) = pinned.next()?;
    let terms_id = terms_id?;
    let earlier = pinned.map(|(terms, since)| (terms.and_then(|id| rules.terms(id)), since));
    Some(ContractContext {
        rules,
        terms_id,
        terms: rules.terms(terms_id)?,
        floor,
        earlier: earlier.collect(),
    })
}

fn blank(opening: &Event, opened: &Opened, ground: Option<&ContractContext<'_>>) -> Ticket {
    Ticket {
        customer: opened.customer,
        contract: opened.contract,
        terms: ground.map(|ground| ground.terms_id),
        contact: opened.contact,
        opened: opening.at,
        opened_by: opening.actor.clone(),
        side: opened.side,
        state: State::Open,
        state_by: opening.id,
        states: first_state(opening),
        ended: None,
        priority: opened.priority.clone(),
        priorities: Vec::new(),
        channel: opened.channel.clone(),
        words: opened.words.clone(),
        language: opened.language.clone(),
        allowance: opened.allowance.clone(),
        line: ground.and_then(|ground| ground.terms.lines.first().cloned()),
        assignee: None,
        holders: Holders::default(),
        tags: Vec::new(),
        links: Vec::new(),
        responded: None,
        resolved: None,
        closed: None,
        closed_as: None,
        merged_into: None,
        follow_up: None,
        spoke_last: Side::Customer,
        eta: None,
        worked: 0,
        charged: 0,
        courtesy: ground.is_none() && !opened.overridden.is_empty(),
        overridden: opened.overridden.clone(),
        refused: opened.refused.clone(),
        exempt: None,
        causes: Vec::new(),
        clocks: Vec::with_capacity(ground.map_or(0, |ground| ground.terms.milestones.len())),
        corrected: Vec::new(),
        source: opened.source.clone(),
        updated: opening.at,
        last: opening.id,
        remarks: Vec::new(),
    }
}

/// Most tickets enter a handful of states.
fn first_state(opening: &Event) -> Vec<Entered> {
    let mut states = Vec::with_capacity(6);
    states.push(Entered {
        at: opening.at,
        state: State::Open,
        event: opening.id,
    });
    states
}

fn finish(machine: TicketFolder<'_>, kept: &[EventCow<'_>]) -> Ticket {
    let TicketFolder {
        mut ticket,
        tracks,
        ground,
        held,
        ..
    } = machine;
    ticket.holders = Holders::from(held);
    for clock in &mut ticket.clocks {
        clock.holders = ticket.holders.clone();
    }
    if let Some(ground) = &ground {
        for clock in &mut ticket.clocks {
            let track = tracks.iter().find(|t| t.milestone.id == clock.milestone);
            let track = track.expect("every clock was started by its milestone's track");
            work_out(clock, track, ground.rules);
        }
    }
    let exempted = ticket.exempt.as_ref().map(|exemption| exemption.event);
    let exempted = exempted.and_then(|id| kept.iter().find(|event| event.id == id));
    if let Some(event) = exempted {
        exempt(&mut ticket, event);
    }
    ticket
}

/// Deadlines of one clock, now that all its limits and pauses are known.
fn work_out(clock: &mut Clock, track: &MilestoneState<'_>, rules: &dyn Rulebook) {
    let starts = clock.limits.iter().map(|limit| limit.from);
    let (first, last) = (starts.clone().min(), starts.max());
    clock.pauses = track.pauses_of(first.unwrap_or(clock.started), clock.ended);
    let course = ClockInputs {
        pauses: &clock.pauses,
        end: clock.ended,
        resumed: last.unwrap_or(clock.started),
    };
    let mut earliest: Option<Instant> = None;
    for (place, limit) in clock.limits.iter_mut().enumerate() {
        let Some(found) = deadline(limit, course, rules) else {
            continue;
        };
        limit.due = found.due;
        clock.breach = [clock.breach, found.breach].into_iter().flatten().min();
        let projected_due = found.projected_due();
        if place == 0
            || projected_due
                .is_some_and(|projected_due| earliest.is_none_or(|best| projected_due < best))
        {
            earliest = projected_due;
            clock.governing = place;
            clock.due = found.due;
            clock.paused = track
                .standstill()
                .filter(|_| clock.ended.is_none())
                .and_then(|paused| stands(limit, &found, paused));
            clock.elapsed_at_end = match (clock.fate, clock.ended) {
                (Some(Fate::Reached), Some(ended)) => {
                    Some(counted(found.calendar, course.pauses, limit.from, ended))
                }
                _ => None,
            };
        }
    }
    decide(clock);
}

/// How a limit stands still: not at all where it was broken before or began after that was over,
/// and from its own start on.
fn stands(limit: &Limit, found: &Deadline<'_>, paused: Standstill) -> Option<Standstill> {
    let broken = match (found.standing, paused.until) {
        (None, Some(until)) => found.due.is_some_and(|due| due < until),
        (standing, _) => standing.is_none(),
    };
    let since = paused.since.max(limit.from);
    let over = paused.until.is_some_and(|until| until <= since);
    (!broken && !over).then_some(Standstill { since, ..paused })
}

/// A clock is decided when it ends in time, else when it is breached.
fn decide(clock: &mut Clock) {
    let in_time = clock
        .ended
        .filter(|ended| clock.due.is_none_or(|due| *ended <= due));
    clock.decided = in_time.or(clock.breach).or(clock.ended);
}

/// No target from the opening on: clocks count nowhere, a breach stays as corrected.
fn exempt(ticket: &mut Ticket, event: &Event) {
    for clock in &mut ticket.clocks {
        let corrected = clock.state(event.at) == ClockState::Breached;
        if corrected {
            clock.fate = Some(Fate::Corrected);
            ticket.corrected.push(Corrected::by(clock.n, event));
        } else {
            clock.fate = Some(Fate::Cancelled);
            clock.due = None;
            clock.breach = None;
        }
        clock.elapsed_at_end = None;
        decide(clock);
    }
}
