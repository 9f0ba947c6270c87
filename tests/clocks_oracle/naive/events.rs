//! Which events count, in which order, and what corrections of the priority make of them.

use std::collections::BTreeSet;

use sladesk::core::model::{EntryId, Event, EventId, Fact, PriorityConfirmed, Side};
use sladesk::core::terms::Terms;

/// Entries that were taken back: the latest undo is asked first, since it may take back another.
pub fn undone(events: &[Event]) -> BTreeSet<EntryId> {
    let mut gone = BTreeSet::new();
    let mut latest_first: Vec<&Event> = events.iter().collect();
    latest_first.sort_by_key(|event| -event.id.0);
    for event in latest_first {
        if let Fact::Undone(undo) = &event.fact
            && undo.entry < event.entry
            && !gone.contains(&event.entry)
        {
            gone.insert(undo.entry);
        }
    }
    gone
}

/// The opening and, after it, what stands, in order of happening.
pub fn that_stand(events: &[Event]) -> Option<(Event, bool, Vec<Event>)> {
    let gone = undone(events);
    let opens = |event: &&Event| matches!(event.fact, Fact::Opened(_));
    let opening = events.iter().filter(opens).min_by_key(|e| e.id)?.clone();
    let void = gone.contains(&opening.entry);
    let mut rest: Vec<Event> = events.to_vec();
    rest.retain(|event| !gone.contains(&event.entry) && event.id != opening.id);
    for event in &mut rest {
        event.at = event.at.max(opening.at);
    }
    rest.sort_by_key(|event| (event.at, event.id));
    Some((opening, void, rest))
}

fn priority_of(event: &mut Event) -> Option<&mut String> {
    match &mut event.fact {
        Fact::Opened(opened) => Some(opened.priority.get_or_insert_default()),
        Fact::Prioritised(change) => Some(&mut change.to),
        _ => None,
    }
}

/// Reads corrections of the priority back: what set the priority set another, and the correction
/// itself only confirms.
pub fn read_back(opening: &mut Event, rest: &mut [Event], terms: &Terms) {
    let mut corrections: Vec<EventId> = Vec::new();
    for place in 0..rest.len() {
        let Fact::Prioritised(change) = rest[place].fact.clone() else {
            continue;
        };
        if !terms.corrects(change.reason.as_deref()) {
            continue;
        }
        corrections.push(rest[place].id);
        let named = |event: &Event| Some(event.id) == change.replaces;
        let sets = |event: &Event| {
            matches!(event.fact, Fact::Prioritised(_)) && !corrections.contains(&event.id)
        };
        let mut before = rest[..place].to_vec();
        let target = if named(opening) {
            None
        } else if let Some(found) = before.iter().position(|e| named(e) && sets(e)) {
            Some(found)
        } else {
            let mut now = match &opening.fact {
                Fact::Opened(opened) => opened.priority.clone(),
                _ => None,
            };
            let mut last = None;
            for (place, event) in before.iter_mut().enumerate().filter(|(_, e)| sets(e)) {
                let to = priority_of(event).cloned();
                if to != now {
                    last = Some(place);
                    now = to;
                }
            }
            last
        };
        let event = match target {
            Some(place) => &mut rest[place],
            None => &mut *opening,
        };
        let old = match &event.fact {
            Fact::Opened(opened) => opened.priority.clone(),
            _ => priority_of(event).cloned(),
        };
        if let Some(priority) = priority_of(event) {
            *priority = change.to.clone();
        }
        // what confirmed the old priority confirms the new one
        let after = target.map_or(0, |target| target + 1)..place;
        for event in rest[after].iter_mut().filter(|event| sets(event)) {
            match priority_of(event) {
                Some(to) if Some(&*to) == old.as_ref() => *to = change.to.clone(),
                _ => break,
            }
        }
    }
    for event in rest.iter_mut().filter(|e| corrections.contains(&e.id)) {
        let Fact::Prioritised(change) = &event.fact else {
            continue;
        };
        event.fact = match change.by {
            Side::Desk => PriorityConfirmed {}.into(),
            Side::Customer => sladesk::core::model::Noted {}.into(),
        };
    }
}
