//! Which holiday sets and zone rules are in use again once an entry that took up others is undone.

use std::collections::{BTreeMap, BTreeSet};

use crate::context::{RulesCache, Session};
use crate::core::model::{CustomerId, Fact, Stream, undone_entries};
use crate::failure::Failure;
use crate::store::AsOf;
use crate::wording::undo;

type ByName = BTreeMap<String, String>;

/// What the desk reckons with, by name: the hash of each holiday set, the version of each zone's
/// rules.
pub(super) struct RulesInUse {
    days: ByName,
    zones: ByName,
    /// The sets that the entry took up.
    taken_up: BTreeSet<String>,
}

impl RulesInUse {
    /// As the record has it.
    pub(super) fn of(rules: &RulesCache) -> RulesInUse {
        let days = rules.adopted_days();
        let days =
            days.filter_map(|name| Some((name.to_owned(), rules.days_hash(name)?.to_owned())));
        let zones = rules.adopted_zones();
        let zones = zones
            .filter_map(|name| Some((name.to_owned(), rules.adopted_version(name)?.to_owned())));
        RulesInUse {
            days: days.collect(),
            zones: zones.collect(),
            taken_up: BTreeSet::new(),
        }
    }

    /// With the set that an event of the entry took up.
    pub(super) fn and_taken_up_by(mut self, fact: &Fact) -> RulesInUse {
        if let Fact::DaysAdopted(adopted) = fact {
            self.taken_up.insert(adopted.name.clone());
        }
        self
    }

    /// What of it is otherwise now, a line each.
    ///
    /// # Errors
    /// The record lacks a set that it names.
    pub(super) fn again(&self, session: &mut Session<'_>) -> Result<Vec<String>, Failure> {
        let now = RulesInUse::of(&session.rules_cache);
        let standing = standing_sets(session)?;
        let mut says = Vec::new();
        let newest = otherwise(&now.days, &self.days).map(|(name, _)| name);
        let mut newest: BTreeSet<&String> = newest.collect();
        // another version holds from the first on, though the newest is what it was
        newest.extend(self.taken_up.intersection(&standing));
        for name in newest {
            let set = session.rules_cache.day_set(&session.writer, name)?;
            says.push(undo::holidays(name, set.count(), set.span()));
        }
        let stay = self.taken_up.difference(&standing);
        says.extend(stay.map(|name| undo::holidays_stay(name)));
        let zones = otherwise(&now.zones, &self.zones);
        says.extend(zones.map(|(name, version)| undo::zone_rules(name, version)));
        Ok(says)
    }
}

/// The holiday sets that an entry took up which stands.
fn standing_sets(session: &Session<'_>) -> Result<BTreeSet<String>, Failure> {
    let desk = Stream::Customer(CustomerId::DESK);
    let events = session.writer.events(desk, AsOf::All)?;
    let undone = undone_entries(events.iter());
    let standing = events.iter().filter(|event| !undone.contains(&event.entry));
    let sets = standing.filter_map(|event| match &event.fact {
        Fact::DaysAdopted(adopted) => Some(adopted.name.clone()),
        _ => None,
    });
    Ok(sets.collect())
}

/// Those that are not as they were.
fn otherwise<'n>(
    now: &'n ByName,
    before: &'n ByName,
) -> impl Iterator<Item = (&'n String, &'n String)> {
    now.iter()
        .filter(|(name, is)| before.get(*name) != Some(*is))
}
