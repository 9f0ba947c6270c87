//! The fold: a ticket's own events and the content they pin → its state and clocks.

use std::collections::HashSet;

use super::clock::{AT_RISK_PERCENT, Clock, ClockEnd, ClockState, Limit, Standstill};
use super::contract_context::ContractContext;
use super::corrections::read_back;
use super::deadline::{ClockInputs, Deadline, counted, deadline, used};
use super::event_cow::EventCow;
use super::holders::Holders;
use super::milestone_state::MilestoneState;
use super::renamed::{RenamedEvents, read_words_back};
use super::rules::Rulebook;
use super::ticket::{Corrected, Entered, Ticket};
use super::ticket_folder::TicketFolder;
use crate::core::model::{EntryId, Event, Fact, Opened, Side, State, undone_entries};
use crate::core::terms::AskedKinds;
use crate::core::time::Instant;

/// A ticket's state from its events, in whatever order they come, without the breaches that
/// corrections took back.
///
/// State is the fold in order of (`at`, `id`); nothing in it depends on the present. None when no
/// event opens the ticket.
pub(super) fn fold_plain(events: &[&Event], rules: &dyn Rulebook) -> Option<Ticket> {
    let undone = undone_entries(events.iter().copied());
    let opening = opening(events)?;
    let mut kept = in_order(events, opening, &undone);
    let Fact::Opened(opened) = &opening.fact else {
        return None;
    };
    let contract = ContractContext::of(&kept, opened, rules);
    let read = read_back(&mut kept, contract.as_ref().map(|contract| contract.terms));
    let mut contract = contract;
    let renamed = match &mut contract {
        Some(contract) if contract.has_kinds() => {
            let renamed = read_words_back(&mut kept);
            contract.words_known_since = renamed.known_since(opening.id);
            renamed
        }
        _ => RenamedEvents::default(),
    };
    let Fact::Opened(opened) = &kept[0].fact else {
        return None;
    };
    // what was kept as refused is taken up when it is found to be entitled
    let mut taken_up = kept.iter();
    let taken_up = taken_up.any(|event| matches!(event.fact, Fact::Entitled(_)));
    let refused = !opened.refused.is_empty() && !taken_up;
    let never_was = undone.contains(&opening.entry) || refused;
    let contract = if never_was { None } else { contract };
    let blank = blank(opening, opened, contract.as_ref());
    let mut folder = TicketFolder::new(blank, contract, read, renamed);
    for event in &kept {
        folder.take(event);
    }
    folder.end();
    let mut ticket = finish(folder, &kept);
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
pub fn effective_events<E: AsRef<Event>>(events: &[E]) -> Vec<EventCow<'_>> {
    let events: Vec<&Event> = events.iter().map(AsRef::as_ref).collect();
    match opening(&events) {
        Some(opening) => in_order(&events, opening, &undone_entries(events.iter().copied())),
        None => Vec::new(),
    }
}

fn opening<'e>(events: &[&'e Event]) -> Option<&'e Event> {
    events
        .iter()
        .copied()
        .filter(|event| matches!(event.fact, Fact::Opened(_)))
        .min_by_key(|event| event.id)
}

/// The events that count, the opening first, then by (at, id). What is dated before the opening
/// counts at the opening.
fn in_order<'e>(
    events: &[&'e Event],
    opening: &Event,
    undone: &HashSet<EntryId>,
) -> Vec<EventCow<'e>> {
    let stands = |event: &&Event| !undone.contains(&event.entry) || event.id == opening.id;
    let mut kept: Vec<EventCow<'e>> = Vec::with_capacity(events.len());
    kept.extend(events.iter().copied().filter(stands).map(EventCow::Written));
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

fn blank(opening: &Event, opened: &Opened, contract: Option<&ContractContext<'_>>) -> Ticket {
    Ticket {
        customer: opened.customer,
        contract: opened.contract,
        terms: contract.map(|contract| contract.terms_id),
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
        asked: AskedKinds::default(),
        allowance: opened.allowance.clone(),
        line: contract.and_then(|contract| contract.terms.lines.first().cloned()),
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
        courtesy: contract.is_none() && !opened.overridden.is_empty(),
        overridden: opened.overridden.clone(),
        refused: opened.refused.clone(),
        exempt: None,
        marks: Vec::new(),
        causes: Vec::new(),
        kinds: Vec::new(),
        clocks: Vec::with_capacity(contract.map_or(0, |contract| contract.terms.milestones.len())),
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

fn finish(folder: TicketFolder<'_>, kept: &[EventCow<'_>]) -> Ticket {
    let TicketFolder {
        mut ticket,
        milestones,
        contract,
        held,
        ..
    } = folder;
    ticket.holders = Holders::from(held);
    let chosen = milestones.iter().filter_map(|milestone| {
        let kind = milestone.cycle.target?.kind?;
        Some((milestone.definition.id.clone(), kind.id.clone()))
    });
    ticket.kinds = chosen.collect();
    for clock in &mut ticket.clocks {
        clock.holders = ticket.holders.clone();
    }
    if let Some(contract) = &contract {
        for clock in &mut ticket.clocks {
            let mut milestones = milestones.iter();
            let milestone = milestones.find(|m| m.definition.id == clock.milestone);
            let milestone = milestone.expect("every clock was started by its milestone");
            work_out(clock, milestone, contract.rules);
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
fn work_out(clock: &mut Clock, milestone: &MilestoneState<'_>, rules: &dyn Rulebook) {
    if clock.ended.is_none() {
        clock.pauses = milestone.pauses.of_clock(clock);
    }
    let last = clock.limits.iter().map(|limit| limit.from).max();
    let inputs = ClockInputs {
        pauses: &clock.pauses,
        end: clock.ended,
        resumed: last.unwrap_or(clock.started),
    };
    let mut earliest: Option<Instant> = None;
    for (place, limit) in clock.limits.iter_mut().enumerate() {
        let Some(found) = deadline(limit, inputs, rules) else {
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
            clock.at_risk = match (found.due, clock.ended) {
                (Some(due), None) => {
                    used(limit, due, inputs.pauses, found.calendar, AT_RISK_PERCENT)
                }
                _ => None,
            };
            clock.paused = milestone
                .pauses
                .standstill()
                .filter(|_| clock.ended.is_none())
                .and_then(|paused| stands(limit, &found, paused));
            clock.elapsed_at_end = match (clock.fate, clock.ended) {
                (Some(ClockEnd::Reached), Some(ended)) => {
                    Some(counted(found.calendar, inputs.pauses, limit.from, ended))
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
    let broken = match (found.paused, paused.until) {
        (None, Some(until)) => found.due.is_some_and(|due| due < until),
        (paused, _) => paused.is_none(),
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
            clock.fate = Some(ClockEnd::Corrected);
            ticket.corrected.push(Corrected::by(clock.n, event));
        } else {
            clock.fate = Some(ClockEnd::Cancelled);
            clock.due = None;
            clock.breach = None;
            clock.at_risk = None;
        }
        clock.elapsed_at_end = None;
        decide(clock);
    }
}
