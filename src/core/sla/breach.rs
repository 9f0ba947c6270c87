//! Breaches on a ticket's record, and what a write would take off it.

use super::clock::{Clock, ClockState};
use super::rules::Rulebook;
use super::ticket::Ticket;
use crate::core::model::{EntryId, Event, Fact};
use crate::core::time::Instant;

/// The clocks that are breached at `now`.
pub fn breaches(ticket: &Ticket, now: Instant) -> impl Iterator<Item = &Clock> {
    ticket
        .clocks
        .iter()
        .filter(move |clock| clock.state(now) == ClockState::Breached)
}

/// What a write would do to a breach that stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum BreachLoss {
    /// It goes off the record, or to another instant.
    Gone,
    /// It stays and ends earlier than it did.
    LessLate,
    /// It stays and is in somebody else's name.
    OtherHolder,
}

/// Breaches of `before` that `after` no longer has, or has at another instant, with less lateness
/// than they ended with or in another name.
///
/// A write that loses one is refused unless it is a correction, and then shows as one. Cycles are
/// not compared: a late entry may number them anew without moving a breach. Nor are the holders of
/// what breaks in this very second: what happens in a second comes before what is decided in it.
pub fn lost_breaches<'t>(before: &'t Ticket, after: &Ticket, now: Instant) -> Vec<&'t Clock> {
    let mut kept: Vec<&Clock> = breaches(after, now).collect();
    breaches(before, now)
        .filter(
            |old| match kept.iter().position(|new| is_same_breach(old, new, now)) {
                Some(place) => {
                    kept.remove(place);
                    false
                }
                None => true,
            },
        )
        .collect()
}

/// Whether a breach came with an import that is taken back: it had happened before the desk had the
/// ticket, and goes as if it had never been.
pub fn came_with_import<'e>(
    lost: &Clock,
    undone: EntryId,
    events: impl Iterator<Item = &'e Event> + Clone,
    rules: &dyn Rulebook,
) -> bool {
    let opened = events.clone().find_map(|event| match &event.fact {
        Fact::Opened(opened) => opened.source.as_deref(),
        _ => None,
    });
    let Some(source) = opened else {
        return false;
    };
    let mut imported = events.filter(|event| event.entry == undone);
    imported.any(|event| {
        let before = lost.breach.is_some_and(|breach| breach <= event.present);
        before && rules.imported(event.id, source)
    })
}

/// How `after` loses a breach that it does not have as it was.
pub fn breach_loss(lost: &Clock, after: &Ticket, now: Instant) -> BreachLoss {
    let mut effective_events = breaches(after, now).filter(|clock| is_of_same_instant(lost, clock));
    match effective_events.next() {
        None => BreachLoss::Gone,
        Some(clock) if ends_earlier(lost, clock) => BreachLoss::LessLate,
        Some(_) => BreachLoss::OtherHolder,
    }
}

/// Whether the breach stands as it was: of the same promise, at the same instant, of the same
/// holder, and ended no earlier than it did.
pub(super) fn is_same_breach(old: &Clock, new: &Clock, now: Instant) -> bool {
    let over = old.decided.is_some_and(|decided| decided < now);
    is_of_same_instant(old, new)
        && !ends_earlier(old, new)
        && (!over || is_of_same_holder(old, new))
}

fn is_of_same_instant(one: &Clock, other: &Clock) -> bool {
    one.milestone == other.milestone && one.priority == other.priority && one.breach == other.breach
}

fn is_of_same_holder(one: &Clock, other: &Clock) -> bool {
    let named = |clock: &Clock| {
        let holder = clock.holder()?;
        Some((holder.by.clone(), holder.line.clone()))
    };
    named(one) == named(other)
}

fn ends_earlier(old: &Clock, new: &Clock) -> bool {
    let earlier = |ended| new.ended.is_some_and(|anew| anew < ended);
    old.ended.is_some_and(earlier)
}
