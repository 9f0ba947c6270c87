//! What a file defines: the names that the rest of it may use.

use super::shape::Vocabulary;
use super::tree::Table;
use crate::almanac;
use crate::core::text::nearest;

/// Zones and holiday sets that are known where a file is read.
pub trait Almanac {
    /// Whether it is a zone.
    fn has_zone(&self, name: &str) -> bool;
    /// The zone that was most likely meant.
    fn nearest_zone(&self, name: &str) -> Option<String>;
    /// All holiday sets.
    fn day_sets(&self) -> Vec<String>;
}

/// The zones and holiday sets of this machine, and the sets that a desk has of its own.
#[derive(Clone, Debug, Default)]
pub struct SystemNames {
    /// The holiday sets that the desk took up.
    pub desk_sets: Vec<String>,
}

impl Almanac for SystemNames {
    fn has_zone(&self, name: &str) -> bool {
        almanac::zone(name).is_ok_and(|zone| zone.name == name)
    }

    fn nearest_zone(&self, name: &str) -> Option<String> {
        match almanac::zone(name) {
            Ok(zone) => Some(zone.name),
            Err(unknown) => unknown.nearest.map(str::to_owned),
        }
    }

    fn day_sets(&self) -> Vec<String> {
        let built_in = almanac::day_set_names().map(str::to_owned);
        built_in.chain(self.desk_sets.iter().cloned()).collect()
    }
}

/// The definitions of a file, by their names.
#[derive(Clone)]
pub(super) struct Definitions<'f> {
    /// The file, and the plans whose own definitions hold where they are looked for.
    tables: Vec<&'f Table>,
}

impl<'f> Definitions<'f> {
    pub(super) fn of(root: &'f Table) -> Definitions<'f> {
        Definitions { tables: vec![root] }
    }

    /// The same in a plan, which may define words of its own.
    pub(super) fn in_plan(&self, plan: &str) -> Definitions<'f> {
        let plans = self.tables[0].table("plans");
        let own = plans.and_then(|plans| plans.table(plan));
        self.with(own)
    }

    /// The same in what is about any plan.
    pub(super) fn in_any_plan(&self) -> Definitions<'f> {
        let plans = self.tables[0]
            .table("plans")
            .into_iter()
            .flat_map(definitions);
        self.with(plans.filter_map(|(_, plan)| plan.table()))
    }

    fn with(&self, plans: impl IntoIterator<Item = &'f Table>) -> Definitions<'f> {
        let tables = self.tables.iter().copied().chain(plans);
        Definitions {
            tables: tables.collect(),
        }
    }

    /// The names in the order in which they are written.
    pub(super) fn all(&self, words: Vocabulary) -> Vec<&'f str> {
        let mut all: Vec<&str> = Vec::new();
        for (name, _) in self.defining(words).flat_map(definitions) {
            if !all.contains(&name) {
                all.push(name);
            }
        }
        all
    }

    fn defining(&self, words: Vocabulary) -> impl Iterator<Item = &'f Table> {
        let names = words.tables().iter();
        names.flat_map(|name| self.tables.iter().filter_map(|table| table.table(name)))
    }

    pub(super) fn has(&self, words: Vocabulary, name: &str) -> bool {
        !is_common(name) && self.defining(words).any(|table| table.has(name))
    }

    /// The priority that has that alias.
    pub(super) fn alias(&self, alias: &str) -> Option<&'f str> {
        let mut priorities = self.defining(Vocabulary::Priorities).flat_map(definitions);
        let found = priorities.find(|(_, node)| {
            let aliases = node.table().and_then(|table| table.get("aliases"));
            aliases.is_some_and(|aliases| aliases.texts().iter().any(|text| text == alias))
        });
        found.map(|(name, _)| name)
    }

    pub(super) fn nearest(&self, words: Vocabulary, name: &str) -> Option<&'f str> {
        nearest(name, self.all(words))
    }
}

/// The entries of a table that define a word.
pub(super) fn definitions(table: &Table) -> impl Iterator<Item = (&str, &super::tree::Node)> {
    let entries = table.0.iter().filter(|(key, _)| !is_common(&key.name));
    entries.map(|(key, node)| (key.name.as_str(), node))
}

/// Whether a key may stand in every table, and so defines nothing.
pub(super) fn is_common(name: &str) -> bool {
    super::shape::COMMON.iter().any(|key| key.name == name)
}
