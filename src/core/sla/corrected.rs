//! The fold of a ticket with the breaches that corrections took back.

use super::breach::{came_with_import, is_same_breach, lost_breaches};
use super::clock::{Clock, ClockEnd, ClockState};
use super::fold::fold_plain;
use super::rules::Rulebook;
use super::ticket::{Corrected, Ticket};
use crate::core::model::{Event, Fact, Prioritised, undone_entries};
use crate::core::time::Instant;

/// A ticket's state from its events, in whatever order they come.
///
/// State is the fold in order of (`at`, `id`); nothing in it depends on the present. None when no
/// event opens the ticket.
pub fn fold<E: AsRef<Event>>(events: &[E], rules: &dyn Rulebook) -> Option<Ticket> {
    let events: Vec<&Event> = events.iter().map(AsRef::as_ref).collect();
    let mut ticket = fold_plain(&events, rules)?;
    corrected_breaches(&mut ticket, &events, rules);
    Some(ticket)
}

/// Adds the breaches that correcting entries took back, each as a clock in state corrected.
///
/// A correction that was itself undone took nothing back, nor did one whose breach came back by a
/// later one.
fn corrected_breaches(ticket: &mut Ticket, events: &[&Event], rules: &dyn Rulebook) {
    let corrects = |event: &&Event| event.corrects || corrects_by_reason(event, events, rules);
    let mut correcting: Vec<&Event> = events.iter().copied().filter(corrects).collect();
    if correcting.is_empty() {
        return;
    }
    let undone = undone_entries(events.iter().copied());
    correcting.retain(|event| !undone.contains(&event.entry));
    correcting.sort_by_key(|event| event.id);
    correcting.dedup_by_key(|event| event.entry);
    let mut dues = Vec::new();
    for event in correcting {
        let known = |upto: fn(&Event, &Event) -> bool| -> Vec<&Event> {
            let known = events.iter().filter(|e| upto(e, event));
            known.copied().collect()
        };
        let then = match &event.fact {
            Fact::Recalculated(told) => rules.before(told.adoption).unwrap_or(rules),
            _ => rules,
        };
        let before = fold_plain(&known(|e, event| e.entry < event.entry), then);
        let after = fold_plain(&known(|e, event| e.entry <= event.entry), rules);
        let (Some(before), Some(after)) = (before, after) else {
            continue;
        };
        if matches!(event.fact, Fact::Edited(_)) {
            mark_moved_later(ticket, (&before, &after), event.present, &mut dues);
        }
        for lost in lost_breaches(&before, &after, event.present) {
            let never_was = match &event.fact {
                Fact::Undone(undo) => {
                    came_with_import(lost, undo.entry, events.iter().copied(), rules)
                }
                _ => false,
            };
            if !never_was {
                keep_corrected(ticket, lost, event);
            }
        }
    }
}

/// By a reason of any terms that the ticket ever had.
fn corrects_by_reason(event: &Event, events: &[&Event], rules: &dyn Rulebook) -> bool {
    let Fact::Prioritised(Prioritised {
        reason: Some(reason),
        ..
    }) = &event.fact
    else {
        return false;
    };
    let terms = events.iter().filter_map(|event| match &event.fact {
        Fact::Opened(opened) => opened.terms,
        Fact::Moved(moved) => moved.terms,
        Fact::Entitled(entitled) => Some(entitled.terms),
        _ => None,
    });
    terms
        .filter_map(|id| rules.terms(id))
        .any(|terms| terms.corrects(Some(reason)))
}

/// A clock by its milestone, cycle and priority, and its due before any correction moved it.
type UncorrectedDue = ((String, u32, String), Option<Instant>);

/// Marks the clocks whose due corrections moved later, before they were breached; one that brings it
/// back takes the mark away.
fn mark_moved_later(
    ticket: &mut Ticket,
    (before, after): (&Ticket, &Ticket),
    now: Instant,
    dues: &mut Vec<UncorrectedDue>,
) {
    let is_same = |one: &Clock, other: &Clock| {
        (&one.milestone, one.cycle, &one.priority)
            == (&other.milestone, other.cycle, &other.priority)
    };
    let live = before.clocks.iter().filter(|clock| clock.ended.is_none());
    for old in live.filter(|clock| clock.state(now) != ClockState::Breached) {
        let key = (old.milestone.clone(), old.cycle, old.priority.clone());
        let known = dues.iter().find(|(known, _)| *known == key);
        let first = match known {
            Some((_, due)) => *due,
            None => {
                dues.push((key, old.due));
                old.due
            }
        };
        let mut anew = after.clocks.iter();
        let Some(new) = anew.find(|new| is_same(old, new)) else {
            continue;
        };
        let moved = first.zip(new.due).is_some_and(|(then, due)| due > then);
        let mut clocks = ticket.clocks.iter_mut();
        if let Some(clock) = clocks.find(|clock| is_same(old, clock)) {
            clock.moved_later = moved;
        }
    }
}

fn keep_corrected(ticket: &mut Ticket, lost: &Clock, event: &Event) {
    let told = |clock: &Clock| {
        is_same_breach(lost, clock, event.present)
            && matches!(
                clock.state(Instant::MAX),
                ClockState::Breached | ClockState::Corrected
            )
    };
    if ticket.clocks.iter().any(told) {
        return;
    }
    let n = u32::try_from(ticket.clocks.len() + 1).expect("a ticket has few clocks");
    ticket.clocks.push(Clock {
        n,
        ended: lost.ended.or(Some(event.present)),
        fate: Some(ClockEnd::Corrected),
        ended_by: lost.ended_by.or(Some(event.id)),
        ended_recorded: lost.ended_recorded.or(Some(event.present)),
        at_risk: None,
        paused: None,
        elapsed_at_end: None,
        ..lost.clone()
    });
    ticket.corrected.push(Corrected::by(n, event));
}
