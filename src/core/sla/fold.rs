//! The fold: a ticket's own events and the content they pin → its state and clocks.

use std::borrow::Cow;
use std::collections::{HashMap, HashSet};

use super::breach::corrected_breaches;
use super::clock::{Clock, Fate};
use super::deadline::{counted, deadline};
use super::machine::Machine;
use super::rules::Rulebook;
use super::ticket::{Entered, Ticket};
use super::track::{Ground, Track};
use crate::core::model::{EntryId, Event, EventId, Fact, Instant, Opened, Side, State};

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
    let undone = undone_entries(events);
    let opening = opening(events)?;
    let mut kept = in_order(events, opening, &undone);
    let Fact::Opened(opened) = &opening.fact else {
        return None;
    };
    let ground = ground(&kept, opened, rules);
    let originals = read_back(&mut kept, ground.as_ref());
    let Fact::Opened(opened) = &kept[0].fact else {
        return None;
    };
    let never_was = undone.contains(&opening.entry) || !opened.refused.is_empty();
    let ground = if never_was { None } else { ground };
    let mut machine = Machine::new(blank(opening, opened, ground.as_ref()), ground, originals);
    for event in &kept {
        machine.take(event);
    }
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
pub fn standing(events: &[Event]) -> Vec<Cow<'_, Event>> {
    match opening(events) {
        Some(opening) => in_order(events, opening, &undone_entries(events)),
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
) -> Vec<Cow<'e, Event>> {
    let mut kept: Vec<Cow<'e, Event>> = events
        .iter()
        .filter(|event| !undone.contains(&event.entry) || event.id == opening.id)
        .map(Cow::Borrowed)
        .collect();
    for event in &mut kept {
        if event.at < opening.at {
            event.to_mut().at = opening.at;
        }
    }
    kept.sort_by_key(|event| (event.id != opening.id, event.at, event.id));
    kept
}

/// Entries that were taken back; taking back an undo brings its entry back.
fn undone_entries(events: &[Event]) -> HashSet<EntryId> {
    let mut undone = HashSet::new();
    let mut undos: Vec<(&Event, EntryId)> = events
        .iter()
        .filter_map(|event| match &event.fact {
            Fact::Undone(undo) => Some((event, undo.entry)),
            _ => None,
        })
        .collect();
    undos.sort_by_key(|(event, _)| std::cmp::Reverse(event.id));
    for (event, entry) in undos {
        if !undone.contains(&event.entry) {
            undone.insert(entry);
        }
    }
    undone
}

/// The terms that the ticket lives under: those of its opening, unless it was moved or entitled
/// since; then all clocks are anew, and none is breached before that.
fn ground<'r>(
    kept: &[Cow<'_, Event>],
    opened: &Opened,
    rules: &'r dyn Rulebook,
) -> Option<Ground<'r>> {
    let since = kept.iter().rev().find_map(|event| match &event.fact {
        Fact::Moved(moved) => Some((moved.terms, event.at)),
        Fact::Entitled(entitled) => Some((Some(entitled.terms), event.at)),
        _ => None,
    });
    let (terms_id, floor) = since.unwrap_or((opened.terms, Instant::MIN));
    let terms_id = terms_id?;
    Some(Ground {
        rules,
        terms_id,
        terms: rules.terms(terms_id)?,
        floor,
    })
}

/// A correcting change of priority is read back into the event that set the priority: that event
/// is read as if it had set the new one. Returns what those events had set.
fn read_back(kept: &mut [Cow<'_, Event>], ground: Option<&Ground<'_>>) -> HashMap<EventId, String> {
    let mut originals = HashMap::new();
    let Some(ground) = ground else {
        return originals;
    };
    let mut setter = 0;
    for place in 0..kept.len() {
        let Fact::Prioritised(change) = &kept[place].fact else {
            continue;
        };
        if !ground.terms.corrects(change.reason.as_deref()) {
            setter = place;
            continue;
        }
        let to = change.to.clone();
        let named = change.replaces;
        let target = kept[..place]
            .iter()
            .position(|event| Some(event.id) == named);
        let target = target.unwrap_or(setter);
        let replaced = kept[target].id;
        let set = match &mut kept[target].to_mut().fact {
            Fact::Opened(opened) => opened.priority.replace(to),
            Fact::Prioritised(set) => Some(std::mem::replace(&mut set.to, to)),
            _ => None,
        };
        if let Some(set) = set {
            originals.entry(replaced).or_insert(set);
        }
        if let Fact::Prioritised(change) = &mut kept[place].to_mut().fact {
            change.replaces = Some(replaced);
        }
    }
    originals
}

fn blank(opening: &Event, opened: &Opened, ground: Option<&Ground<'_>>) -> Ticket {
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
        states: vec![Entered {
            at: opening.at,
            state: State::Open,
            event: opening.id,
        }],
        ended: None,
        priority: opened.priority.clone(),
        priorities: Vec::new(),
        channel: opened.channel.clone(),
        topic: opened.topic.clone(),
        environment: opened.environment.clone(),
        component: opened.component.clone(),
        version: opened.version.clone(),
        allowance: opened.allowance.clone(),
        line: ground.and_then(|ground| ground.terms.lines.first().cloned()),
        assignee: None,
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
        clocks: Vec::new(),
        corrected: Vec::new(),
        source: opened.source.clone(),
        updated: opening.at,
        last: opening.id,
        remarks: Vec::new(),
    }
}

fn finish(machine: Machine<'_>, kept: &[Cow<'_, Event>]) -> Ticket {
    let Machine {
        mut ticket,
        tracks,
        ground,
        ..
    } = machine;
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
        exempt(&mut ticket.clocks, event);
    }
    ticket
}

/// Deadlines of one clock, now that all its limits and pauses are known.
fn work_out(clock: &mut Clock, track: &Track<'_>, rules: &dyn Rulebook) {
    clock.pauses = track.pauses_until(clock.ended);
    let mut earliest: Option<Instant> = None;
    for (place, limit) in clock.limits.iter_mut().enumerate() {
        let Some(found) = deadline(limit, &clock.pauses, clock.ended, rules) else {
            continue;
        };
        limit.due = found.due;
        clock.breach = [clock.breach, found.breach].into_iter().flatten().min();
        if place == 0
            || found
                .standing
                .is_some_and(|due| earliest.is_none_or(|best| due < best))
        {
            earliest = found.standing;
            clock.governing = place;
            clock.due = found.due;
            clock.paused = found.paused;
        }
    }
    clock.decided = [clock.ended, clock.breach].into_iter().flatten().min();
    if let (Some(ended), Some(Fate::Reached), Some(limit)) =
        (clock.ended, clock.fate, clock.limits.get(clock.governing))
        && let Some(found) = deadline(limit, &clock.pauses, clock.ended, rules)
    {
        clock.took = Some(counted(found.calendar, &clock.pauses, limit.from, ended));
    }
}

/// No target from the opening on: clocks count nowhere, a breach stays as corrected.
fn exempt(clocks: &mut [Clock], event: &Event) {
    for clock in clocks {
        let broken = clock
            .breach
            .is_some_and(|breach| breach < clock.ended.unwrap_or(event.at).min(event.at));
        if broken {
            clock.fate = Some(Fate::Corrected);
        } else {
            clock.fate = Some(Fate::Cancelled);
            clock.due = None;
            clock.breach = None;
        }
        clock.ended = Some(event.at);
        clock.ended_by = Some(event.id);
        clock.ended_recorded = Some(event.recorded);
        clock.paused = None;
        clock.took = None;
        clock.decided = [clock.ended, clock.breach].into_iter().flatten().min();
    }
}
