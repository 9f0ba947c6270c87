//! The rules that tickets live by, as the record holds them: terms by the event that pinned them,
//! calendars with every version of their zone's rules and holiday sets that was adopted.

use std::collections::{BTreeMap, BTreeSet, HashMap};

use super::adoptions::{Adoption, Adoptions};
use super::pinned_content::{PinnedDocuments, content, named};
use crate::almanac;
use crate::core::calendar::{Calendar, DaySet, ZoneRules};
use crate::core::model::{CustomerId, Event, EventId, Fact, Imports, Stream};
use crate::core::sla::{Rulebook, Versions};
use crate::core::terms::{CalendarTerms, Terms};
use crate::core::text::Language;
use crate::core::time::Instant;
use crate::failure::Failure;
use crate::plans::{Document, TERMS_VERSION};
use crate::store::{AsOf, ContentKind, Store};

/// A thing of the world (a zone's rules, a holiday set) through the versions that were adopted.
#[derive(Clone, Debug)]
struct Adopted<T> {
    versions: Vec<(Instant, T)>,
}

impl<T> Adopted<T> {
    /// One version, in force always.
    fn only(version: T) -> Adopted<T> {
        Adopted {
            versions: vec![(Instant::MIN, version)],
        }
    }

    /// The version in force at `at`; the first stands for all time before it.
    fn at(&self, at: Instant) -> &T {
        let place = self.versions.partition_point(|(since, _)| *since <= at);
        &self.versions[place.saturating_sub(1)].1
    }
}

/// The rules read so far; what a ticket needs is read when it is met.
#[derive(Debug)]
pub(crate) struct RulesCache {
    /// The desk's own zone, for calendars that name none.
    zone: String,
    terms: HashMap<EventId, Terms>,
    by_hash: HashMap<String, EventId>,
    versions: HashMap<EventId, HashMap<String, Versions>>,
    adoptions: Adoptions,
    /// Which events came out of the logs of other tools.
    pub imports: Imports,
    /// The rules as they were before an adoption that took breaches back.
    earlier: HashMap<EventId, RulesCache>,
    zones: HashMap<String, Adopted<ZoneRules>>,
    days: HashMap<String, Adopted<DaySet>>,
    pinned: PinnedDocuments,
    /// In which titles are read, where a plan has several.
    language: Language,
}

impl RulesCache {
    /// Reads the desk's own stream: what was adopted when.
    ///
    /// # Errors
    /// The desk's file cannot be read.
    pub(crate) fn open(store: &Store, known: AsOf) -> Result<RulesCache, Failure> {
        let events = store.events(Stream::Customer(CustomerId::DESK), known)?;
        let founded = events.iter().find_map(|event| match &event.fact {
            Fact::Founded(founded) => Some(founded.zone.clone()),
            _ => None,
        });
        Ok(RulesCache {
            zone: founded.unwrap_or_else(|| "UTC".to_owned()),
            terms: HashMap::new(),
            by_hash: HashMap::new(),
            versions: HashMap::new(),
            adoptions: Adoptions::of(&events),
            imports: Imports::of(&events),
            earlier: HashMap::new(),
            zones: HashMap::new(),
            days: HashMap::new(),
            pinned: PinnedDocuments::default(),
            language: Language::English,
        })
    }

    /// From when on clocks may read otherwise once this fact of the desk's stream is written at
    /// `at`; none when it leaves them as they are.
    pub(super) fn shifts(&self, fact: &Fact, at: Instant) -> Option<Instant> {
        self.adoptions.shifts(fact, at)
    }

    /// Reads titles in that language from here on, for a page that is written in it.
    pub(crate) fn speak(&mut self, language: Language) {
        if self.language != language {
            self.language = language;
            self.terms.clear();
            self.by_hash.clear();
            self.versions.clear();
        }
    }

    /// The name of the desk's own zone.
    pub(crate) fn desk_zone(&self) -> &str {
        &self.zone
    }

    /// Whether the record holds rules of that zone.
    pub(crate) fn has_zone(&self, name: &str) -> bool {
        ZoneRules::fixed(name).is_some() || self.adoptions.zones.contains_key(name)
    }

    /// The zones that the record holds rules of.
    pub(crate) fn adopted_zones(&self) -> impl Iterator<Item = &str> {
        self.adoptions.zones.keys().map(String::as_str)
    }

    /// The version of the rules of a zone that the record uses.
    pub(crate) fn adopted_version(&self, zone: &str) -> Option<&str> {
        let adoption = self.adoptions.zones.get(zone)?.last()?;
        adoption
            .origin
            .as_ref()
            .map(|(_, version)| version.as_str())
    }

    /// The hash of a holiday set that is in force, when the record holds it.
    pub(crate) fn days_hash(&self, name: &str) -> Option<&str> {
        let list = self.adoptions.days.get(name)?;
        list.last().map(|adoption| adoption.hash.as_str())
    }

    /// The holiday sets that the record holds.
    pub(crate) fn adopted_days(&self) -> impl Iterator<Item = &str> {
        self.adoptions.days.keys().map(String::as_str)
    }

    /// The newest rules of a zone that the record holds; a fixed offset needs none.
    ///
    /// # Errors
    /// The record lacks the zone, or its content cannot be read.
    pub(crate) fn zone_rules(&mut self, store: &Store, name: &str) -> Result<ZoneRules, Failure> {
        if let Some(fixed) = ZoneRules::fixed(name) {
            return Ok(fixed);
        }
        self.load_zone(store, name)?;
        let mut rules = self.zones[name].at(Instant::MAX).clone();
        let newest = self.adoptions.zones.get(name).and_then(|list| list.last());
        if let Some((source, version)) = newest.and_then(|newest| newest.origin.clone()) {
            rules.source = source;
            rules.version = version;
        }
        Ok(rules)
    }

    /// The newest version of a holiday set that the record holds.
    ///
    /// # Errors
    /// The record lacks the set, or its content cannot be read.
    pub(crate) fn day_set(&mut self, store: &Store, name: &str) -> Result<DaySet, Failure> {
        self.load_days(store, name)?;
        Ok(self.days[name].at(Instant::MAX).clone())
    }

    /// Reads the terms and calendars that these events pin.
    ///
    /// # Errors
    /// The record names content that it does not hold.
    pub(crate) fn load<E: AsRef<Event>>(
        &mut self,
        store: &Store,
        events: &[E],
    ) -> Result<(), Failure> {
        for event in events {
            match &event.as_ref().fact {
                Fact::Opened(opened) => self.load_if(store, opened.terms)?,
                Fact::Moved(moved) => self.load_if(store, moved.terms)?,
                Fact::Entitled(entitled) => self.load_if(store, Some(entitled.terms))?,
                Fact::Absorbed(absorbed) => {
                    for limit in &absorbed.limits {
                        self.load_if(store, Some(limit.terms))?;
                    }
                }
                Fact::Recalculated(told) => self.load_earlier(store, told.adoption, events)?,
                _ => {}
            }
        }
        Ok(())
    }

    /// The rules as they were before that adoption.
    fn load_earlier<E: AsRef<Event>>(
        &mut self,
        store: &Store,
        adoption: EventId,
        events: &[E],
    ) -> Result<(), Failure> {
        let mut rules_cache = match self.earlier.remove(&adoption) {
            Some(rules_cache) => rules_cache,
            None => RulesCache::open(store, AsOf::Through(EventId(adoption.0 - 1)))?,
        };
        let events = events.iter().map(AsRef::as_ref);
        let before: Vec<&Event> = events.filter(|event| event.id < adoption).collect();
        rules_cache.load(store, &before)?;
        self.earlier.insert(adoption, rules_cache);
        Ok(())
    }

    fn load_if(&mut self, store: &Store, id: Option<EventId>) -> Result<(), Failure> {
        match id {
            Some(id) => self.load_terms(store, id).map(|_| ()),
            _ => Ok(()),
        }
    }

    /// The terms that a signing, amendment or renewal pinned.
    ///
    /// # Errors
    /// The record names content that it does not hold.
    pub(crate) fn load_terms(
        &mut self,
        store: &Store,
        id: EventId,
    ) -> Result<Option<&Terms>, Failure> {
        if !self.terms.contains_key(&id) {
            let Some(hash) = self.pinned.hash(store, id)? else {
                return Ok(None);
            };
            // contracts of one plan have the same text
            let known = self
                .by_hash
                .get(&hash)
                .and_then(|event| self.terms.get(event));
            let terms = match known {
                Some(known) => known.clone(),
                None => self.resolved(store, &hash)?,
            };
            self.by_hash.entry(hash).or_insert(id);
            let versions = self.calendars(store, &terms)?;
            self.versions.insert(id, versions);
            self.terms.insert(id, terms);
        }
        Ok(self.terms.get(&id))
    }

    /// The document that a signing, amendment or renewal pinned.
    ///
    /// # Errors
    /// The record names content that it does not hold.
    pub(crate) fn document(&self, store: &Store, id: EventId) -> Result<Option<Document>, Failure> {
        match self.pinned.hash(store, id)? {
            Some(hash) => self.pinned.document(store, &hash).map(Some),
            None => Ok(None),
        }
    }

    /// Terms by the hash of their document: as they are kept resolved, else worked out.
    fn resolved(&self, store: &Store, hash: &str) -> Result<Terms, Failure> {
        if self.language != Language::English {
            let document = self.pinned.document(store, hash)?;
            if document.has_languages() {
                return Ok(document.terms_in(self.language));
            }
        }
        if let Some((TERMS_VERSION, kept)) = store.resolved_terms(hash)?
            && let Ok(terms) = serde_json::from_str(&kept)
        {
            return Ok(terms);
        }
        Ok(self.pinned.document(store, hash)?.terms())
    }

    /// The calendars of terms that are not in the record (yet): what-if, a signing under way.
    ///
    /// # Errors
    /// A zone or holiday set that the record does not hold.
    pub(crate) fn calendars(
        &mut self,
        store: &Store,
        terms: &Terms,
    ) -> Result<HashMap<String, Versions>, Failure> {
        let mut all = HashMap::new();
        for (key, calendar) in &terms.calendars {
            if let Some(versions) = self.compile(store, calendar)? {
                all.insert(key.clone(), versions);
            }
        }
        Ok(all)
    }

    /// Lets terms stand under an id of their own, for a question that pins nothing.
    pub(crate) fn insert_hypothetical(
        &mut self,
        id: EventId,
        terms: Terms,
        versions: HashMap<String, Versions>,
    ) {
        self.terms.insert(id, terms);
        self.versions.insert(id, versions);
    }

    /// Takes the zones and holiday sets that terms name and the record lacks from the machine, for
    /// a question that pins nothing.
    ///
    /// # Errors
    /// An unknown zone or holiday set.
    pub(crate) fn borrow_for(&mut self, terms: &Terms) -> Result<(), Failure> {
        for calendar in terms.calendars.values() {
            if let Some(zone) = calendar.zone.settled()
                && !self.has_zone(zone)
            {
                let rules = almanac::zone(zone)?;
                self.zones.insert(zone.clone(), Adopted::only(rules));
            }
            for set in calendar.holidays.settled().into_iter().flatten() {
                if self.days_hash(set).is_none() {
                    let days = almanac::day_set(set)?;
                    self.days.insert(set.clone(), Adopted::only(days));
                }
            }
        }
        Ok(())
    }

    fn compile(
        &mut self,
        store: &Store,
        calendar: &CalendarTerms,
    ) -> Result<Option<Versions>, Failure> {
        let Some(week) = calendar.week.settled() else {
            return Ok(None);
        };
        let zone = calendar.zone.settled().unwrap_or(&self.zone).clone();
        let sets: Vec<String> = calendar.holidays.settled().cloned().unwrap_or_default();
        let fixed = ZoneRules::fixed(&zone);
        if fixed.is_none() {
            self.load_zone(store, &zone)?;
        }
        for set in &sets {
            self.load_days(store, set)?;
        }
        let zone_versions = self.zones.get(&zone);
        let mut since: BTreeSet<Instant> = BTreeSet::new();
        if let (None, Some(adopted)) = (&fixed, zone_versions) {
            since.extend(adopted.versions.iter().skip(1).map(|(since, _)| *since));
        }
        for set in &sets {
            let adopted = &self.days[set];
            since.extend(adopted.versions.iter().skip(1).map(|(since, _)| *since));
        }
        let build = |at: Instant| {
            let rules = match (&fixed, zone_versions) {
                (Some(fixed), _) => fixed,
                (None, Some(adopted)) => adopted.at(at),
                (None, None) => unreachable!("the zone was learnt above"),
            };
            let days: Vec<&DaySet> = sets.iter().map(|set| self.days[set].at(at)).collect();
            let own: &BTreeMap<_, _> = &calendar.days;
            Calendar::new(week, rules, &days, own)
        };
        let mut versions = Versions::only(build(Instant::MIN));
        for at in since {
            versions.adopt(at, build(at));
        }
        Ok(Some(versions))
    }

    fn load_zone(&mut self, store: &Store, name: &str) -> Result<(), Failure> {
        if self.zones.contains_key(name) {
            return Ok(());
        }
        let adoptions = self.adoptions.zones.get(name);
        let adopted = load(store, adoptions, ContentKind::Zone)
            .map_err(|failure| failure.fact(format!("a calendar names the zone `{name}`")))?;
        self.zones.insert(name.to_owned(), adopted);
        Ok(())
    }

    fn load_days(&mut self, store: &Store, name: &str) -> Result<(), Failure> {
        if self.days.contains_key(name) {
            return Ok(());
        }
        let adoptions = self.adoptions.days.get(name);
        let adopted = load(store, adoptions, ContentKind::Days).map_err(|failure| {
            failure.fact(format!("a calendar names the holiday set `{name}`"))
        })?;
        self.days.insert(name.to_owned(), adopted);
        Ok(())
    }
}

fn load<T: serde::de::DeserializeOwned>(
    store: &Store,
    adoptions: Option<&Vec<Adoption>>,
    kind: ContentKind,
) -> Result<Adopted<T>, Failure> {
    let Some(adoptions) = adoptions else {
        return Err(Failure::desk_file(format!(
            "the record holds no {} that it needs",
            named(kind)
        )));
    };
    let versions = adoptions
        .iter()
        .map(|adoption| Ok((adoption.since, content(store, &adoption.hash, kind)?)))
        .collect::<Result<_, Failure>>()?;
    Ok(Adopted { versions })
}

impl Rulebook for RulesCache {
    fn terms(&self, id: EventId) -> Option<&Terms> {
        self.terms.get(&id)
    }

    fn calendar(&self, terms: EventId, key: &str) -> Option<&Versions> {
        self.versions.get(&terms)?.get(key)
    }

    fn before(&self, adoption: EventId) -> Option<&dyn Rulebook> {
        let rules_cache = self.earlier.get(&adoption)?;
        Some(rules_cache)
    }

    fn imported(&self, event: EventId, source: &str) -> bool {
        self.imports.wrote(event, source)
    }
}
