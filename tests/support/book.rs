//! The content that the tickets of a test pin: terms by the event that brought them, and the
//! calendars they name.

use std::collections::BTreeMap;

use sladesk::core::model::EventId;
use sladesk::core::sla::{Rulebook, Versions};
use sladesk::core::terms::Terms;

/// A rulebook of plain maps.
#[derive(Debug, Default)]
pub struct RulesCache {
    pages: BTreeMap<EventId, (Terms, BTreeMap<String, Versions>)>,
}

impl RulesCache {
    /// Lets these terms and calendars stand under `id`.
    pub fn add(&mut self, id: EventId, terms: Terms, calendars: BTreeMap<String, Versions>) {
        self.pages.insert(id, (terms, calendars));
    }
}

impl Rulebook for RulesCache {
    fn terms(&self, id: EventId) -> Option<&Terms> {
        self.pages.get(&id).map(|(terms, _)| terms)
    }

    fn calendar(&self, terms: EventId, key: &str) -> Option<&Versions> {
        self.pages.get(&terms)?.1.get(key)
    }
}
