//! Breaches on a ticket's record: what a write would take off, and what corrections took back.

use super::clock::{Clock, ClockState, Fate};
use super::fold::fold_plain;
use super::rules::Rulebook;
use super::ticket::{Corrected, Ticket};
use crate::core::model::{Event, Fact, Instant};
use crate::core::terms::Terms;

/// The clocks that are breached at `now`.
pub fn breaches(ticket: &Ticket, now: Instant) -> impl Iterator<Item = &Clock> {
    ticket
        .clocks
        .iter()
        .filter(move |clock| clock.state(now) == ClockState::Breached)
}

/// Breaches of `before` that `after` no longer has, or has at another instant.
///
/// A write that loses one is refused unless it is a correction, and then shows as one.
pub fn lost_breaches<'t>(before: &'t Ticket, after: &Ticket, now: Instant) -> Vec<&'t Clock> {
    breaches(before, now)
        .filter(|old| {
            !breaches(after, now).any(|new| {
                new.milestone == old.milestone
                    && new.priority == old.priority
                    && new.breach == old.breach
            })
        })
        .collect()
}

/// Adds the breaches that correcting entries took back, each as a clock in state corrected.
pub(super) fn corrected_breaches(ticket: &mut Ticket, events: &[Event], rules: &dyn Rulebook) {
    let terms = ticket.terms.and_then(|id| rules.terms(id));
    let mut correcting: Vec<&Event> = events.iter().filter(|e| may_correct(e, terms)).collect();
    correcting.sort_by_key(|event| event.id);
    correcting.dedup_by_key(|event| event.entry);
    for event in correcting {
        let known = |upto: fn(&Event, &Event) -> bool| -> Vec<Event> {
            events.iter().filter(|e| upto(e, event)).cloned().collect()
        };
        let before = fold_plain(&known(|e, event| e.entry < event.entry), rules);
        let after = fold_plain(&known(|e, event| e.entry <= event.entry), rules);
        let (Some(before), Some(after)) = (before, after) else {
            continue;
        };
        for lost in lost_breaches(&before, &after, event.recorded) {
            keep_corrected(ticket, lost, event);
        }
    }
    for clock in &ticket.clocks {
        let by_exemption = clock.fate == Some(Fate::Corrected)
            && !ticket.corrected.iter().any(|c| c.clock == clock.n);
        if let (true, Some(id)) = (by_exemption, clock.ended_by)
            && let Some(event) = events.iter().find(|event| event.id == id)
        {
            ticket.corrected.push(note(clock.n, event));
        }
    }
}

fn may_correct(event: &Event, terms: Option<&Terms>) -> bool {
    let by_reason = match &event.fact {
        Fact::Prioritised(change) => {
            terms.is_some_and(|terms| terms.corrects(change.reason.as_deref()))
        }
        _ => false,
    };
    event.corrects || by_reason
}

fn keep_corrected(ticket: &mut Ticket, lost: &Clock, event: &Event) {
    let there = ticket.clocks.iter().any(|clock| {
        clock.fate == Some(Fate::Corrected)
            && clock.milestone == lost.milestone
            && clock.priority == lost.priority
            && clock.breach == lost.breach
    });
    if there {
        return;
    }
    let n = u32::try_from(ticket.clocks.len() + 1).expect("a ticket has few clocks");
    ticket.clocks.push(Clock {
        n,
        ended: Some(event.recorded),
        fate: Some(Fate::Corrected),
        ended_by: Some(event.id),
        ended_recorded: Some(event.recorded),
        paused: None,
        took: None,
        ..lost.clone()
    });
    ticket.corrected.push(note(n, event));
}

fn note(clock: u32, event: &Event) -> Corrected {
    Corrected {
        clock,
        event: event.id,
        actor: event.actor.clone(),
        at: event.recorded,
    }
}
