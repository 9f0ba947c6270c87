//! Which entries and which keys of entries stand, as the record alone says it: what `db check`
//! compares with the rows that writers keep of it.

use std::collections::{BTreeMap, BTreeSet};

use crate::core::model::EntryId;
use crate::store::entry::EntryRow;

/// Which entry was taken back by which, and whether that stands: it does where none that came
/// after and stands took the undo back. `undoings`: who took back what, in the order of knowing.
pub(super) fn undone(undoings: &[(EntryId, EntryId)]) -> BTreeSet<(EntryId, EntryId, bool)> {
    let mut taken_back = BTreeSet::new();
    let mut all = BTreeSet::new();
    for (by, entry) in undoings.iter().rev() {
        let stands = !taken_back.contains(by);
        if stands {
            taken_back.insert(*entry);
        }
        all.insert((*entry, *by, stands));
    }
    all
}

/// The keys that are used: that of an undone entry may be used again, and is its own again when
/// it stands again and no other entry has it.
pub(super) fn keys(
    entries: &[EntryRow],
    undoings: &[(EntryId, EntryId)],
) -> BTreeMap<String, EntryId> {
    let mut taken_by: BTreeMap<EntryId, Vec<EntryId>> = BTreeMap::new();
    for (by, entry) in undoings {
        taken_by.entry(*by).or_default().push(*entry);
    }
    let taken = |by: EntryId| taken_by.get(&by).into_iter().flatten().copied();
    let of: BTreeMap<EntryId, &String> = entries
        .iter()
        .filter_map(|entry| Some((entry.id, entry.once.as_ref()?)))
        .collect();
    let mut keys: BTreeMap<String, EntryId> = BTreeMap::new();
    for entry in entries {
        if let Some(key) = &entry.once {
            keys.insert(key.clone(), entry.id);
        }
        let mut turned: Vec<(EntryId, bool)> = taken(entry.id).map(|id| (id, false)).collect();
        while let Some((id, stands)) = turned.pop() {
            if let Some(key) = of.get(&id) {
                if stands {
                    keys.entry((*key).clone()).or_insert(id);
                } else if keys.get(*key) == Some(&id) {
                    keys.remove(*key);
                }
            }
            turned.extend(taken(id).map(|other| (other, !stands)));
        }
    }
    keys
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::core::model::EventId;
    use crate::core::time::Instant;
    use crate::store::ClockSource;

    fn entry(id: i64, once: Option<&str>) -> EntryRow {
        EntryRow {
            id: EntryId(id),
            recorded: Instant(0),
            given: ClockSource::Machine,
            actor: "ann".to_owned(),
            login: None,
            once: once.map(str::to_owned),
            first: EventId(id),
        }
    }

    #[test]
    fn an_undo_that_was_undone_does_not_stand_and_what_it_took_back_does() {
        let pairs = |pairs: &[(i64, i64)]| -> Vec<(EntryId, EntryId)> {
            let pairs = pairs.iter();
            pairs.map(|(by, id)| (EntryId(*by), EntryId(*id))).collect()
        };
        for (undoings, stand, used) in [
            (vec![], vec![], Some(1)),
            (vec![(2, 1)], vec![(1, 2, true)], None),
            (
                vec![(2, 1), (3, 2)],
                vec![(1, 2, false), (2, 3, true)],
                Some(1),
            ),
            (
                vec![(2, 1), (3, 2), (4, 3)],
                vec![(1, 2, true), (2, 3, false), (3, 4, true)],
                None,
            ),
            (
                vec![(2, 1), (3, 2), (4, 1)],
                vec![(1, 2, false), (1, 4, true), (2, 3, true)],
                None,
            ),
        ] {
            let undoings = pairs(&undoings);
            let all = stand
                .iter()
                .map(|(id, by, stands)| (EntryId(*id), EntryId(*by), *stands));
            assert_eq!(undone(&undoings), all.collect(), "{undoings:?}");
            let entries: Vec<EntryRow> = (1..=4)
                .map(|id| entry(id, (id == 1).then_some("monday")))
                .collect();
            let used = used.map(|id| ("monday".to_owned(), EntryId(id)));
            let all: BTreeMap<String, EntryId> = used.into_iter().collect();
            assert_eq!(keys(&entries, &undoings), all, "{undoings:?}");
        }
    }
}
