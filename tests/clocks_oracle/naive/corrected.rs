//! Breaches that corrections took back.

use sladesk::core::model::{Event, Fact};
use sladesk::core::sla::{ClockEnd, ClockState};
use sladesk::core::time::Instant;

use super::events::undone;
use super::ticket::plain;
use super::{Page, Reading, Shown};
use crate::world::World;

fn key(clock: &Shown) -> (&str, &str, Option<Instant>) {
    (&clock.milestone, &clock.priority, clock.breach)
}

/// The same breach in the same name, which ends no earlier than it did. What breaks in this very
/// second is not in anybody's name yet.
fn stands(old: &Shown, new: &Shown, now: Instant) -> bool {
    let named = old.decided.is_some_and(|decided| decided < now);
    let less_late = match (old.ended, new.ended) {
        (Some(then), Some(now)) => now < then,
        _ => false,
    };
    key(old) == key(new) && !less_late && (!named || old.holder == new.holder)
}

fn broken(page: &Page) -> Vec<&Shown> {
    let breached = |clock: &&Shown| clock.at[0].state == ClockState::Breached;
    page.clocks.iter().filter(breached).collect()
}

/// Breaches of `before` that `after` has not or has with less lateness, as many times as it has
/// them.
fn lost(before: &Page, after: &Page, now: Instant) -> Vec<Shown> {
    let mut after = broken(after);
    let mut lost = Vec::new();
    for old in broken(before) {
        match after.iter().position(|new| stands(old, new, now)) {
            Some(place) => {
                after.remove(place);
            }
            None => lost.push(old.clone()),
        }
    }
    lost
}

/// The page of a ticket, with the breaches that corrections took back.
pub fn page(world: &World, nows: &[Instant]) -> Option<Page> {
    let events = &world.events;
    let mut page = plain(world, events, nows)?;
    let gone = undone(events);
    let mut terms = Vec::new();
    for event in events {
        terms.extend(match &event.fact {
            Fact::Opened(opened) => opened.terms,
            Fact::Moved(moved) => moved.terms,
            Fact::Entitled(entitled) => Some(entitled.terms),
            _ => None,
        });
    }
    let corrects = |reason: &Option<String>| {
        let mut terms = terms.iter().filter_map(|id| world.pages.get(id));
        terms.any(|page| page.terms.corrects(reason.as_deref()))
    };
    let mut by_entry: Vec<&Event> = events.iter().collect();
    by_entry.sort_by_key(|event| event.id);
    let mut entries = Vec::new();
    for event in by_entry {
        let by_reason = match &event.fact {
            Fact::Prioritised(change) => corrects(&change.reason),
            _ => false,
        };
        if (event.corrects || by_reason)
            && !gone.contains(&event.entry)
            && !entries.contains(&(event.entry, event.present))
        {
            entries.push((event.entry, event.present));
        }
    }
    for (entry, recorded) in entries {
        let known = |keep: &dyn Fn(&Event) -> bool| -> Option<Page> {
            let prefix: Vec<Event> = events.iter().filter(|e| keep(e)).cloned().collect();
            plain(world, &prefix, &[recorded, nows[0]])
        };
        let before = known(&|event| event.entry < entry);
        let after = known(&|event| event.entry <= entry);
        let (Some(before), Some(after)) = (before, after) else {
            continue;
        };
        for clock in lost(&before, &after, recorded) {
            let there = |shown: &Shown| {
                let breached = |now: &Reading| now.state == ClockState::Breached;
                let corrected = shown.fate == Some(ClockEnd::Corrected);
                stands(&clock, shown, recorded) && (corrected || shown.at.iter().any(breached))
            };
            if page.clocks.iter().any(there) {
                continue;
            }
            page.clocks.push(Shown {
                ended: clock.ended.or(Some(recorded)),
                fate: Some(ClockEnd::Corrected),
                paused: None,
                elapsed_at_end: None,
                at: Vec::new(),
                ..clock
            });
        }
    }
    Some(page)
}
