//! A correcting change of priority says that the priority it replaces never was: the event that
//! set that one is read as if it had set the new one, and the correction itself only confirms.
//!
//! Corrections with no other change of priority between them aim at one event, that of the first of
//! them, and the last of them speaks.

use super::event_cow::EventCow;
use crate::core::model::{EventId, Fact};
use crate::core::terms::Terms;
use crate::core::time::Instant;

/// What was read back.
#[derive(Debug, Default)]
pub(super) struct ReadBack {
    rewritten: Vec<Rewritten>,
    corrections: Vec<Correction>,
}

/// An event that is read as if it had set another priority.
#[derive(Debug)]
struct Rewritten {
    event: EventId,
    /// The priority that it had set; none where it had set none.
    original: Option<String>,
}

#[derive(Debug)]
struct Correction {
    event: EventId,
    at: Instant,
    /// The event that set the priority which never was.
    corrected_event: EventId,
    /// What that had said until then.
    replaced: Option<String>,
    to: String,
}

impl ReadBack {
    /// The priority that an event had set before it was read otherwise.
    pub(super) fn original(&self, id: EventId) -> Option<&String> {
        self.rewritten(id)?.original.as_ref()
    }

    /// The event at which a correction aims; none for what is no correction.
    pub(super) fn corrected_event(&self, id: EventId) -> Option<EventId> {
        self.correction(id)
            .map(|correction| correction.corrected_event)
    }

    /// The priority that a correction replaced.
    pub(super) fn replaced(&self, id: EventId) -> Option<&String> {
        self.correction(id)?.replaced.as_ref()
    }

    /// Since when it is known that an event had set the priority which it is read as setting: the
    /// first of the corrections that said so. None where it says again what it had said itself, as
    /// if nobody had spoken.
    pub(super) fn since(&self, id: EventId) -> Option<Instant> {
        let aimed = || {
            self.corrections
                .iter()
                .filter(|found| found.corrected_event == id)
        };
        let says = &aimed().next_back()?.to;
        if self.rewritten(id)?.original.as_ref() == Some(says) {
            return None;
        }
        let first = aimed().find(|correction| correction.to == *says);
        first.map(|correction| correction.at)
    }

    fn rewritten(&self, id: EventId) -> Option<&Rewritten> {
        self.rewritten.iter().find(|found| found.event == id)
    }

    fn correction(&self, id: EventId) -> Option<&Correction> {
        self.corrections.iter().find(|found| found.event == id)
    }

    /// Lets an event set another priority than it did; answers which one it did.
    fn rewrite(&mut self, event: &mut EventCow<'_>, to: &str) -> Option<String> {
        let id = event.id;
        let set = match &mut event.amend().fact {
            Fact::Opened(opened) => opened.priority.replace(to.to_owned()),
            Fact::Prioritised(change) => Some(std::mem::replace(&mut change.to, to.to_owned())),
            _ => None,
        };
        if self.rewritten(id).is_none() {
            self.rewritten.push(Rewritten {
                event: id,
                original: set.clone(),
            });
        }
        set
    }
}

/// Reads every correction back, in the order in which they happened.
pub(super) fn read_back(kept: &mut [EventCow<'_>], terms: Option<&Terms>) -> ReadBack {
    let mut read = ReadBack::default();
    let Some(terms) = terms else {
        return read;
    };
    // the opening, and every event since that changed the priority as it was read by then
    let mut setters = vec![0];
    // that at which the latest corrections aim, with no other change since
    let mut corrected_event = None;
    for place in 1..kept.len() {
        let Fact::Prioritised(change) = &kept[place].fact else {
            continue;
        };
        if !terms.corrects(change.reason.as_deref()) {
            let set = setters.last().and_then(|setter| set_by(&kept[*setter]));
            if set != Some(&change.to) {
                setters.push(place);
                corrected_event = None;
            }
            continue;
        }
        let (to, named) = (change.to.clone(), change.replaces);
        let (before, rest) = kept.split_at_mut(place);
        let target = match corrected_event {
            Some(target) => target,
            None => corrected_place(before, named, &setters, &read),
        };
        let next = setters.iter().find(|setter| **setter > target);
        let confirmed = target + 1..next.copied().unwrap_or(place);
        let replaced = read.rewrite(&mut before[target], &to);
        for event in &mut before[confirmed] {
            if sets(event, &read) {
                read.rewrite(event, &to);
            }
        }
        read.corrections.push(Correction {
            event: rest[0].id,
            at: rest[0].at,
            corrected_event: before[target].id,
            replaced,
            to,
        });
        corrected_event = Some(target);
    }
    read
}

/// The priority that an event sets.
fn set_by<'e>(event: &'e EventCow<'_>) -> Option<&'e String> {
    match &event.fact {
        Fact::Opened(opened) => opened.priority.as_ref(),
        Fact::Prioritised(change) => Some(&change.to),
        _ => None,
    }
}

/// Whether an event sets or confirms a priority.
fn sets(event: &EventCow<'_>, read: &ReadBack) -> bool {
    matches!(event.fact, Fact::Prioritised(_)) && read.corrected_event(event.id).is_none()
}

/// The place of the event at which a correction aims: the one that it names, or that which the
/// one it names confirmed; else the last that changed the priority.
fn corrected_place(
    before: &[EventCow<'_>],
    named: Option<EventId>,
    setters: &[usize],
    read: &ReadBack,
) -> usize {
    let place = named.and_then(|id| before.iter().position(|event| event.id == id));
    let place = place.filter(|place| *place == 0 || sets(&before[*place], read));
    let limit = place.unwrap_or(before.len());
    let setter = setters.iter().rfind(|setter| **setter <= limit);
    setter.copied().unwrap_or(0)
}
