//! A correcting change of priority says that the priority it replaces never was: the event that
//! set that one is read as if it had set the new one, and the correction itself only confirms.

use super::event_cow::EventCow;
use super::milestone_state::ContractContext;
use crate::core::model::{EventId, Fact};

/// What was read back.
#[derive(Debug, Default)]
pub(super) struct ReadBack {
    /// What events had set that are now read otherwise.
    originals: Vec<(EventId, String)>,
    corrections: Vec<EventId>,
}

impl ReadBack {
    /// The priority that an event had set before it was read otherwise.
    pub(super) fn original(&self, id: EventId) -> Option<&String> {
        let found = self.originals.iter().find(|(event, _)| *event == id);
        found.map(|(_, priority)| priority)
    }

    /// Whether an event corrected what another had set.
    pub(super) fn is_correction(&self, id: EventId) -> bool {
        self.corrections.contains(&id)
    }

    /// Lets an event set another priority than it did.
    fn rewrite(&mut self, event: &mut EventCow<'_>, to: &str) {
        let id = event.id;
        let set = match &mut event.amend().fact {
            Fact::Opened(opened) => opened.priority.replace(to.to_owned()),
            Fact::Prioritised(change) => Some(std::mem::replace(&mut change.to, to.to_owned())),
            _ => None,
        };
        if let (Some(set), None) = (set, self.original(id)) {
            self.originals.push((id, set));
        }
    }
}

/// Reads every correction back, in the order in which they happened.
pub(super) fn read_back(
    kept: &mut [EventCow<'_>],
    ground: Option<&ContractContext<'_>>,
) -> ReadBack {
    let mut read = ReadBack::default();
    let Some(ground) = ground else {
        return read;
    };
    for place in 1..kept.len() {
        let Fact::Prioritised(change) = &kept[place].fact else {
            continue;
        };
        if !ground.terms.corrects(change.reason.as_deref()) {
            continue;
        }
        let (to, named) = (change.to.clone(), change.replaces);
        let (before, rest) = kept.split_at_mut(place);
        let correction = &mut rest[0];
        let target = setter(before, named, &read);
        let old = set_by(&before[target], &read).map(str::to_owned);
        read.rewrite(&mut before[target], &to);
        confirmations(&mut before[target + 1..], old.as_deref(), &to, &mut read);
        read.corrections.push(correction.id);
        if let Fact::Prioritised(change) = &mut correction.amend().fact {
            change.replaces = Some(before[target].id);
        }
    }
    read
}

/// The priority that an event sets; none when it sets none or corrects one.
fn set_by<'e>(event: &'e EventCow<'_>, read: &ReadBack) -> Option<&'e str> {
    match &event.fact {
        Fact::Opened(opened) => opened.priority.as_deref(),
        Fact::Prioritised(change) if !read.is_correction(event.id) => Some(&change.to),
        _ => None,
    }
}

/// The place of the event that set the priority which a correction says never was: the one it
/// names, else the last that changed the priority.
fn setter(before: &[EventCow<'_>], named: Option<EventId>, read: &ReadBack) -> usize {
    let mut setter = 0;
    let mut priority = None;
    for (place, event) in before.iter().enumerate() {
        let set = set_by(event, read);
        if place > 0 && set.is_none() {
            continue;
        }
        if named == Some(event.id) {
            return place;
        }
        if place == 0 || set != priority {
            setter = place;
            priority = set;
        }
    }
    setter
}

/// Changes to the priority that the ticket had already confirmed it; they now confirm the new one.
fn confirmations(after: &mut [EventCow<'_>], old: Option<&str>, to: &str, read: &mut ReadBack) {
    for event in after {
        match set_by(event, read) {
            None => {}
            set if set == old => read.rewrite(event, to),
            Some(_) => break,
        }
    }
}
