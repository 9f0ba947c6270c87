//! Adoption: zone rules and holiday sets come into the record by an event, and from then on hold
//! for what is not decided yet.

use anyhow::Context as _;

use super::session::Session;
use crate::almanac::{self, NewestRules};
use crate::core::calendar::{DaySet, ZoneRules};
use crate::core::model::{CustomerId, DaysAdopted, EventId, EventText, Fact, ZoneAdopted};
use crate::core::terms::Terms;
use crate::core::time::Instant;
use crate::failure::Failure;
use crate::plans::{Document, TERMS_VERSION};
use crate::store::ContentKind;

/// The next write adopts newer rules of the zones that the record uses, when this machine has
/// any: those of `machine`. Others wait for this write, so that no zone is read unless it is to be
/// compared.
pub(super) fn newer_zone_rules(
    session: &mut Session<'_>,
    machine: &NewestRules,
) -> Result<(), Failure> {
    let cache = &session.rules_cache;
    let older = |name: &&str| cache.adopted_version(name) < Some(machine.version.as_str());
    let names: Vec<String> = cache
        .adopted_zones()
        .filter(older)
        .map(str::to_owned)
        .collect();
    for name in names {
        let held = session.rules_cache.zone_rules(&session.writer, &name)?;
        let Ok(newest) = almanac::zone_from(&name, machine) else {
            continue;
        };
        if newest.version > held.version && !newest.same_rules(&held) {
            let now = session.now();
            session.adopt_zone_at(&newest, now)?;
        }
    }
    Ok(())
}

impl Session<'_> {
    /// Takes up the zones and holiday sets that terms name and the record does not hold yet.
    ///
    /// # Errors
    /// An unknown zone or holiday set.
    pub(crate) fn adopt_for(&mut self, terms: &Terms) -> Result<(), Failure> {
        for calendar in terms.calendars.values() {
            if let Some(zone) = calendar.zone.settled() {
                self.adopt_zone_named(zone)?;
            }
            for set in calendar.holidays.settled().into_iter().flatten() {
                if self.rules_cache.days_hash(set).is_none() {
                    self.adopt_days(&almanac::day_set(set)?)?;
                }
            }
        }
        Ok(())
    }

    /// Takes up the rules of a zone unless the record holds some, and answers its proper name.
    ///
    /// # Errors
    /// An unknown zone.
    pub(crate) fn adopt_zone_named(&mut self, name: &str) -> Result<String, Failure> {
        if let Some(fixed) = ZoneRules::fixed(name) {
            return Ok(fixed.name);
        }
        if self.rules_cache.has_zone(name) {
            return Ok(name.to_owned());
        }
        let rules = almanac::zone(name)?;
        if !self.rules_cache.has_zone(&rules.name) {
            self.adopt_zone(&rules)?;
        }
        Ok(rules.name)
    }

    /// Takes up rules of a zone.
    ///
    /// # Errors
    /// The desk's file cannot be written.
    pub(crate) fn adopt_zone(&mut self, rules: &ZoneRules) -> Result<EventId, Failure> {
        self.adopt_zone_at(rules, self.at())
    }

    fn adopt_zone_at(&mut self, rules: &ZoneRules, at: Instant) -> Result<EventId, Failure> {
        let hash = self.keep(ContentKind::Zone, rules)?;
        let fact = Fact::from(ZoneAdopted {
            name: rules.name.clone(),
            hash,
            source: rules.source.clone(),
            version: rules.version.clone(),
        });
        self.account_fact_at(CustomerId::DESK, at, fact, EventText::default())
    }

    /// Takes up a holiday set, or a newer version of it.
    ///
    /// # Errors
    /// The desk's file cannot be written.
    pub(crate) fn adopt_days(&mut self, set: &DaySet) -> Result<EventId, Failure> {
        let hash = self.keep(ContentKind::Days, set)?;
        self.desk_fact(Fact::from(DaysAdopted {
            name: set.name.clone(),
            hash,
        }))
    }

    /// Writes a fact to the desk's own stream.
    ///
    /// # Errors
    /// The desk's file cannot be written.
    pub(crate) fn desk_fact(&mut self, fact: Fact) -> Result<EventId, Failure> {
        self.account_fact(CustomerId::DESK, fact, EventText::default())
    }

    fn keep(
        &mut self,
        kind: ContentKind,
        value: &impl serde::Serialize,
    ) -> Result<String, Failure> {
        let text = serde_json::to_string(value).with_context(|| format!("no JSON of {kind:?}"))?;
        Ok(self.writer.keep(kind, &text)?)
    }

    /// Keeps a document, and resolved the terms that follow from it; its hash.
    ///
    /// # Errors
    /// The desk's file cannot be written.
    pub(crate) fn keep_terms(
        &mut self,
        document: &Document,
        terms: &Terms,
    ) -> Result<String, Failure> {
        let hash = self.writer.keep(ContentKind::Terms, &document.text())?;
        let resolved = serde_json::to_string(terms).context("no JSON of the terms")?;
        self.writer
            .keep_resolved_terms(&hash, TERMS_VERSION, &resolved)?;
        Ok(hash)
    }
}
