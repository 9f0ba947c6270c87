//! Breaches on a ticket's record: what a write would take off, and what corrections took back.

use super::clock::{Clock, ClockState, Fate};
use super::fold::fold_plain;
use super::rules::Rulebook;
use super::ticket::{Corrected, Ticket};
use crate::core::model::{Event, Fact, Prioritised, undone_entries};
use crate::core::time::Instant;

/// The clocks that are breached at `now`.
pub fn breaches(ticket: &Ticket, now: Instant) -> impl Iterator<Item = &Clock> {
    ticket
        .clocks
        .iter()
        .filter(move |clock| clock.state(now) == ClockState::Breached)
}

/// Breaches of `before` that `after` no longer has, or has at another instant or with less
/// lateness than they ended with.
///
/// A write that loses one is refused unless it is a correction, and then shows as one. Cycles are
/// not compared: a late entry may number them anew without moving a breach.
pub fn lost_breaches<'t>(before: &'t Ticket, after: &Ticket, now: Instant) -> Vec<&'t Clock> {
    let mut kept: Vec<&Clock> = breaches(after, now).collect();
    breaches(before, now)
        .filter(|old| match kept.iter().position(|new| holds(old, new)) {
            Some(place) => {
                kept.remove(place);
                false
            }
            None => true,
        })
        .collect()
}

/// Whether the breach stands as it was: one that had ended ends no earlier than it did.
fn holds(old: &Clock, new: &Clock) -> bool {
    let earlier = |ended| new.ended.is_some_and(|anew| anew < ended);
    same_breach(old, new) && !old.ended.is_some_and(earlier)
}

/// The same breach of the same promise, whenever it ended.
pub fn same_breach(one: &Clock, other: &Clock) -> bool {
    one.milestone == other.milestone && one.priority == other.priority && one.breach == other.breach
}

/// Adds the breaches that correcting entries took back, each as a clock in state corrected.
///
/// A correction that was itself undone took nothing back, nor did one whose breach came back by a
/// later one.
pub(super) fn corrected_breaches(ticket: &mut Ticket, events: &[Event], rules: &dyn Rulebook) {
    let corrects = |event: &&Event| event.corrects || corrects_by_reason(event, events, rules);
    let mut correcting: Vec<&Event> = events.iter().filter(corrects).collect();
    if correcting.is_empty() {
        return;
    }
    let undone = undone_entries(events.iter());
    correcting.retain(|event| !undone.contains(&event.entry));
    correcting.sort_by_key(|event| event.id);
    correcting.dedup_by_key(|event| event.entry);
    for event in correcting {
        let known = |upto: fn(&Event, &Event) -> bool| -> Vec<Event> {
            events.iter().filter(|e| upto(e, event)).cloned().collect()
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
        for lost in lost_breaches(&before, &after, event.recorded) {
            keep_corrected(ticket, lost, event);
        }
    }
}

/// By a reason of any terms that the ticket ever had.
fn corrects_by_reason(event: &Event, events: &[Event], rules: &dyn Rulebook) -> bool {
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

fn keep_corrected(ticket: &mut Ticket, lost: &Clock, event: &Event) {
    let told = |clock: &Clock| {
        holds(lost, clock)
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
        ended: lost.ended.or(Some(event.recorded)),
        fate: Some(Fate::Corrected),
        ended_by: lost.ended_by.or(Some(event.id)),
        ended_recorded: lost.ended_recorded.or(Some(event.recorded)),
        paused: None,
        elapsed_at_end: None,
        ..lost.clone()
    });
    ticket.corrected.push(Corrected::by(n, event));
}
