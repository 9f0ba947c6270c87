//! Which zone rules and holiday sets the record took up, and since when each holds.

use std::collections::{HashMap, HashSet};

use crate::core::model::{EntryId, Event, EventId, Fact, undone_entries};
use crate::core::time::Instant;

/// One version of a zone's rules or of a holiday set.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Adoption {
    /// The first of a name stands for all time before it.
    pub since: Instant,
    pub hash: String,
    /// Where a zone's rules come from and which they are: not part of what is hashed, so that the
    /// same rules are kept once.
    pub origin: Option<(String, String)>,
}

/// The versions of every name, in the order in which they hold.
#[derive(Clone, Debug, Default)]
pub(super) struct Adoptions {
    pub zones: HashMap<String, Vec<Adoption>>,
    pub days: HashMap<String, Vec<Adoption>>,
    /// The entries that took up rules, or took such an entry back.
    entries: HashSet<EntryId>,
    /// Whether any name ever had more than one version.
    several: bool,
}

impl Adoptions {
    /// From the desk's own stream, in whatever order.
    ///
    /// What was learnt later holds from its own instant on, also over versions that were learnt
    /// before it and dated after it. What was taken back holds only where nothing else does: terms
    /// that name it cannot do without.
    pub(super) fn of(events: &[Event]) -> Adoptions {
        let undone = undone_entries(events.iter());
        let mut known = Adoptions::default();
        let mut events: Vec<&Event> = events.iter().collect();
        events.sort_by_key(|event| event.id);
        let (stand, taken_back): (Vec<&Event>, Vec<&Event>) = events
            .iter()
            .partition(|event| !undone.contains(&event.entry));
        for event in stand {
            known.take(event);
        }
        for event in taken_back {
            match known.named(&event.fact) {
                Some(list) if list.is_empty() => known.take(event),
                Some(_) => known.several = true,
                None => {}
            }
        }
        for event in events {
            known.note_entry(event);
        }
        known
    }

    fn take(&mut self, event: &Event) {
        let (hash, origin) = match &event.fact {
            Fact::ZoneAdopted(zone) => {
                let origin = (zone.source.clone(), zone.version.clone());
                (zone.hash.clone(), Some(origin))
            }
            Fact::DaysAdopted(days) => (days.hash.clone(), None),
            _ => return,
        };
        let Some(list) = self.named(&event.fact) else {
            return;
        };
        let since = match list.is_empty() {
            true => Instant::MIN,
            false => event.at,
        };
        list.retain(|version| version.since < since || version.since == Instant::MIN);
        list.push(Adoption {
            since,
            hash,
            origin,
        });
        self.several |= since > Instant::MIN;
    }

    fn note_entry(&mut self, event: &Event) {
        let of_rules = match &event.fact {
            Fact::ZoneAdopted(_) | Fact::DaysAdopted(_) => true,
            Fact::Undone(undone) => self.entries.contains(&undone.entry),
            _ => false,
        };
        if of_rules {
            self.entries.insert(event.entry);
        }
    }

    fn named(&mut self, fact: &Fact) -> Option<&mut Vec<Adoption>> {
        match fact {
            Fact::ZoneAdopted(zone) => Some(self.zones.entry(zone.name.clone()).or_default()),
            Fact::DaysAdopted(days) => Some(self.days.entry(days.name.clone()).or_default()),
            _ => None,
        }
    }

    /// The facts of the desk's own stream, in the order of knowing, that let clocks read otherwise
    /// when they were written.
    pub(super) fn shifting<'e>(events: impl Iterator<Item = &'e Event>) -> Vec<EventId> {
        let mut known = Adoptions::default();
        let mut shifting = Vec::new();
        for event in events {
            if known.shifts(&event.fact, event.at).is_some() {
                shifting.push(event.id);
            }
            known.take(event);
            known.note_entry(event);
        }
        shifting
    }

    /// From when on clocks may read otherwise once this fact of the desk's stream is written at
    /// `at`; none when it leaves them as they are.
    pub(super) fn shifts(&self, fact: &Fact, at: Instant) -> Option<Instant> {
        match fact {
            Fact::ZoneAdopted(zone) => self.zones.contains_key(&zone.name).then_some(at),
            Fact::DaysAdopted(days) => self.days.contains_key(&days.name).then_some(at),
            Fact::Undone(undone) => {
                let of_rules = self.several && self.entries.contains(&undone.entry);
                of_rules.then_some(Instant::MIN)
            }
            _ => None,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::core::model::{CustomerId, DaysAdopted, Stream, Undone};

    fn event(id: i64, at: i64, fact: Fact) -> Event {
        Event {
            id: EventId(id),
            entry: EntryId(id),
            stream: Stream::Customer(CustomerId::DESK),
            at: Instant(at),
            recorded: Instant(1000 + id),
            present: Instant(1000 + id),
            actor: "tess".to_owned(),
            fact,
            corrects: false,
        }
    }

    fn days(id: i64, at: i64, hash: &str) -> Event {
        let (name, hash) = ("england".to_owned(), hash.to_owned());
        event(id, at, DaysAdopted { name, hash }.into())
    }

    fn held(events: &[Event]) -> Vec<(i64, String)> {
        let list = &Adoptions::of(events).days["england"];
        let each = list.iter().map(|a| (a.since.0, a.hash.clone()));
        each.collect()
    }

    const EVER: i64 = Instant::MIN.0;

    fn versions(list: &[(i64, &str)]) -> Vec<(i64, String)> {
        let each = list
            .iter()
            .map(|(since, hash)| (*since, (*hash).to_owned()));
        each.collect()
    }

    #[test]
    fn the_first_version_stands_for_all_time_before_it() {
        assert_eq!(held(&[days(1, 50, "a")]), versions(&[(EVER, "a")]));
        let two = [days(1, 50, "a"), days(2, 90, "b")];
        assert_eq!(held(&two), versions(&[(EVER, "a"), (90, "b")]));
    }

    #[test]
    fn what_was_learnt_later_holds_over_what_is_dated_after_it() {
        let three = [days(1, 50, "a"), days(2, 90, "b"), days(3, 70, "c")];
        assert_eq!(held(&three), versions(&[(EVER, "a"), (70, "c")]));
        let before_all = [days(1, 50, "a"), days(2, 20, "b")];
        assert_eq!(held(&before_all), versions(&[(EVER, "a"), (20, "b")]));
    }

    #[test]
    fn what_is_known_does_not_hang_on_the_order_in_which_events_are_read() {
        let mut events = [days(1, 50, "a"), days(2, 90, "b"), days(3, 70, "c")];
        let known = held(&events);
        events.sort_by_key(|event| (event.at, event.id));
        assert_eq!(held(&events), known);
        events.reverse();
        assert_eq!(held(&events), known);
    }

    #[test]
    fn clocks_are_shifted_by_another_version_and_by_what_takes_rules_back_among_several() {
        let undone = |id, entry| {
            let entry = EntryId(entry);
            event(id, 99, Undone { entry }.into())
        };
        let other = |id| {
            let (name, hash) = ("france".to_owned(), "f".to_owned());
            event(id, 99, DaysAdopted { name, hash }.into())
        };
        for (events, shifting) in [
            (vec![days(1, 50, "a"), other(2)], vec![]),
            (vec![days(1, 50, "a"), undone(2, 1)], vec![]),
            (vec![days(1, 50, "a"), days(2, 90, "b")], vec![2]),
            (
                vec![
                    days(1, 50, "a"),
                    days(2, 20, "b"),
                    undone(3, 2),
                    undone(4, 3),
                ],
                vec![2, 3, 4],
            ),
            (
                vec![days(1, 50, "a"), days(2, 90, "b"), undone(3, 7)],
                vec![2],
            ),
        ] {
            let found = Adoptions::shifting(events.iter());
            let found: Vec<i64> = found.iter().map(|id| id.0).collect();
            assert_eq!(found, shifting, "{events:?}");
            // as whoever wrote each of them saw it
            for (n, event) in events.iter().enumerate() {
                let before = Adoptions::of(&events[..n]);
                let shifts = before.shifts(&event.fact, event.at).is_some();
                assert_eq!(shifts, shifting.contains(&event.id.0), "{event:?}");
            }
        }
    }

    #[test]
    fn what_was_taken_back_holds_only_where_nothing_else_does() {
        let undone = |id, entry| {
            let entry = EntryId(entry);
            event(id, 99, Undone { entry }.into())
        };
        let second = [days(1, 50, "a"), days(2, 90, "b"), undone(3, 2)];
        assert_eq!(held(&second), versions(&[(EVER, "a")]));
        let first = [days(1, 50, "a"), days(2, 90, "b"), undone(3, 1)];
        assert_eq!(held(&first), versions(&[(EVER, "b")]));
        let only = [days(1, 50, "a"), undone(2, 1)];
        assert_eq!(held(&only), versions(&[(EVER, "a")]));
    }
}
