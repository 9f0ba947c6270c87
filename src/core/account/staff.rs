//! The people of the desk, from the desk's own stream.

use crate::core::model::{Event, EventId, EventText, Fact, undone_entries};
use crate::core::time::Instant;

/// Somebody who works at the desk.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Staff {
    /// What people type, and what stands as the actor of events.
    pub key: String,
    /// Absent when erased.
    pub name: Option<String>,
    /// Where messages to them go.
    pub email: Option<String>,
    /// The support lines that they stand in, by title.
    pub lines: Vec<String>,
    /// Since when they are of the desk.
    pub since: Instant,
    /// The instant from which he or she is no longer there.
    pub until: Option<Instant>,
    /// The event that said so last.
    pub event: EventId,
}

impl Staff {
    /// Whether he or she is there at an instant.
    pub fn is_there(&self, at: Instant) -> bool {
        self.since <= at && self.until.is_none_or(|until| at < until)
    }
}

/// The people of the desk, in the order in which they were added. Somebody added again is back.
pub fn staff(events: &[(Event, Option<EventText>)]) -> Vec<Staff> {
    let undone = undone_entries(events.iter().map(|(event, _)| event));
    let mut kept: Vec<_> = events
        .iter()
        .filter(|(event, _)| !undone.contains(&event.entry))
        .collect();
    kept.sort_by_key(|(event, _)| (event.at, event.id));
    let mut staff: Vec<Staff> = Vec::new();
    for (event, prose) in kept {
        take(&mut staff, event, prose.as_ref());
    }
    staff
}

fn take(staff: &mut Vec<Staff>, event: &Event, prose: Option<&EventText>) {
    let known = |staff: &mut Vec<Staff>, key: &str| staff.iter().position(|one| one.key == key);
    let place = match &event.fact {
        Fact::StaffAdded(added) => {
            let place = known(staff, &added.key).unwrap_or_else(|| {
                staff.push(Staff {
                    key: added.key.clone(),
                    name: None,
                    email: None,
                    lines: Vec::new(),
                    since: event.at,
                    until: None,
                    event: event.id,
                });
                staff.len() - 1
            });
            staff[place].lines.clone_from(&added.lines);
            staff[place].until = None;
            place
        }
        Fact::StaffEdited(edited) => {
            let Some(place) = known(staff, &edited.key) else {
                return;
            };
            if let Some(lines) = &edited.lines {
                staff[place].lines.clone_from(lines);
            }
            staff[place].until = edited.until.or(staff[place].until);
            place
        }
        _ => return,
    };
    let Some(prose) = prose else { return };
    let one = &mut staff[place];
    one.name = prose.name.clone().or(one.name.take());
    one.email = prose.email.clone().or(one.email.take());
}
