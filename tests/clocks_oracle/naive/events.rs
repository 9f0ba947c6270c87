//! Which events count, in which order, and what corrections of the priority make of them.

use std::collections::{BTreeMap, BTreeSet};

use sladesk::core::model::{EntryId, Event, EventId, Fact, PriorityConfirmed, Side};
use sladesk::core::terms::Terms;
use sladesk::core::time::Instant;

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

/// A word about the priority, as the record has it.
struct Word {
    id: EventId,
    at: Instant,
    /// What it said itself.
    own: Option<String>,
    /// What it is read as saying.
    says: Option<String>,
    role: Role,
}

/// What a word does; events are told by their id.
#[derive(Clone, Copy, PartialEq)]
enum Role {
    Sets,
    Confirms(EventId),
    Corrects(EventId),
}

/// Reads corrections of the priority: which event each aims at, what that and what confirmed it
/// say then, and that the correction itself only confirms. Answers since when it is known that an
/// event says another priority than it said itself.
pub fn read_back(
    opening: &mut Event,
    rest: &mut [Event],
    terms: &Terms,
) -> BTreeMap<EventId, Instant> {
    let Fact::Opened(opened) = &mut opening.fact else {
        return BTreeMap::new();
    };
    let mut words = vec![Word {
        id: opening.id,
        at: opening.at,
        own: opened.priority.clone(),
        says: opened.priority.clone(),
        role: Role::Sets,
    }];
    for event in &*rest {
        if let Fact::Prioritised(change) = &event.fact {
            let role = match terms.corrects(change.reason.as_deref()) {
                true => Role::Corrects(corrected(&words, change.replaces)),
                false => plain(&words, &change.to),
            };
            if let Role::Corrects(corrected) = role {
                let meant = |word: &&mut Word| {
                    word.role == Role::Confirms(corrected)
                        || word.role == Role::Sets && word.id == corrected
                };
                for word in words.iter_mut().filter(meant) {
                    word.says = Some(change.to.clone());
                }
            }
            words.push(Word {
                id: event.id,
                at: event.at,
                own: Some(change.to.clone()),
                says: Some(change.to.clone()),
                role,
            });
        }
    }
    let mut since = BTreeMap::new();
    for word in words
        .iter()
        .filter(|word| word.role == Role::Sets && word.says != word.own)
    {
        let mut spoke = words.iter().filter(|w| w.role == Role::Corrects(word.id));
        let first = spoke.find(|correction| correction.own == word.says);
        since.extend(first.map(|first| (word.id, first.at)));
    }
    opened.priority.clone_from(&words[0].says);
    for event in rest {
        let Some(word) = words.iter().find(|word| word.id == event.id) else {
            continue;
        };
        if let Fact::Prioritised(change) = &mut event.fact {
            change.to = word.says.clone().unwrap_or_default();
            event.fact = match (word.role, change.by) {
                (Role::Corrects(_), Side::Desk) => PriorityConfirmed {}.into(),
                (Role::Corrects(_), Side::Customer) => sladesk::core::model::Noted {}.into(),
                _ => continue,
            };
        }
    }
    since
}

/// The last event that set the priority.
fn last_set(words: &[Word]) -> &Word {
    let set = words.iter().rfind(|word| word.role == Role::Sets);
    set.expect("the opening sets it")
}

/// A word that corrects nothing: the priority that the ticket has is confirmed, another is set.
fn plain(words: &[Word], to: &str) -> Role {
    let last = last_set(words);
    match last.says.as_deref() == Some(to) {
        true => Role::Confirms(last.id),
        false => Role::Sets,
    }
}

/// The event at which a correction aims.
fn corrected(words: &[Word], named: Option<EventId>) -> EventId {
    let no_confirmation = |word: &&Word| !matches!(word.role, Role::Confirms(_));
    if let Some(Role::Corrects(corrected)) =
        words.iter().rfind(no_confirmation).map(|word| word.role)
    {
        return corrected;
    }
    let named = words.iter().find(|word| Some(word.id) == named);
    match named.map(|word| (word.role, word.id)) {
        Some((Role::Sets, id)) | Some((Role::Confirms(id), _)) => id,
        _ => last_set(words).id,
    }
}
