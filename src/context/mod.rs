//! What a command has in hand: settings, the present, the desk's file, the plans. All of it is
//! opened when it is first needed.

mod accounts;
mod adopt;
mod adoptions;
mod allowance;
mod asked_field;
mod beginnings;
mod begun;
mod bulk;
mod charge;
mod clock_traits;
mod clock_words;
mod filter_context;
mod finish;
mod known_values;
mod named;
mod names;
pub(crate) mod persisted;
mod pinned_content;
mod present;
mod reading;
mod reconcile;
mod redact;
mod refusal;
mod rules_cache;
mod save;
mod saved_filters;
mod select;
mod session;
mod take_record;
mod ticket_text;
mod view;
mod write_options;
mod write_state;
mod zones;

use std::cell::{Cell, OnceCell};

pub(crate) use accounts::{account_history, staff_rows};
pub(crate) use allowance::{Allowances, case_allowance};
pub(crate) use beginnings::TermsHolder;
pub(crate) use begun::several;
pub(crate) use bulk::{Bulk, system_of};
pub(crate) use clock_traits::{ClockTraits, TraitTest};
pub(crate) use known_values::meant_in_list;
pub(crate) use names::{Directory, missing_in_record};
pub(crate) use pinned_content::{UNREADABLE_CONTENT, document};
pub(crate) use reading::{Reading, TicketWithHistory};
pub(crate) use rules_cache::RulesCache;
pub(crate) use save::ticket_ledger;
pub(crate) use select::BUILT_IN_FILTERS;
pub(crate) use session::{CommitSummary, Session, TicketChange};
pub(crate) use ticket_text::{all_texts, whole_subject};
pub(crate) use view::{AsOfExpr, View};
pub(crate) use write_options::{WriteMode, WriteOptions};
pub(crate) use write_state::whom;
pub(crate) use zones::Zones;

use crate::almanac;
use crate::core::calendar::ZoneRules;
use crate::core::model::CustomerId;
use crate::core::terms::Terms;
use crate::core::text::Language;
use crate::core::time::Instant;
use crate::core::time::LocalNow;
use crate::failure::Failure;
use crate::plans::{Catalogue, SystemNames};
use crate::settings::{Abbreviations, PresentSource, Rights, Settings};
use crate::store::{
    Access, AsOf, ClockSource, FilePlaced, Founding, NewEntry, Store, StoreError, Upgraded,
};

/// A desk as a command meets it.
pub(crate) struct Context {
    pub settings: Settings,
    store: OnceCell<Store>,
    zones: OnceCell<Zones>,
    catalogue: OnceCell<Catalogue>,
    /// What a reader takes for the present, once the desk was opened.
    present: OnceCell<present::ReaderPresent>,
    /// The instant of a view of the past that was read.
    viewed_at: Cell<Option<Instant>>,
}

impl Context {
    /// The desk that the settings name; nothing is opened yet.
    pub(crate) fn new(settings: Settings) -> Context {
        Context {
            settings,
            store: OnceCell::new(),
            zones: OnceCell::new(),
            catalogue: OnceCell::new(),
            present: OnceCell::new(),
            viewed_at: Cell::new(None),
        }
    }

    /// Who acts: a staff id.
    pub(crate) fn actor(&self) -> &str {
        &self.settings.actor.value
    }

    /// The desk's file, for reading.
    ///
    /// # Errors
    /// It is missing, foreign, newer, damaged or busy.
    pub(crate) fn store(&self) -> Result<&Store, Failure> {
        if let Some(store) = self.store.get() {
            return Ok(store);
        }
        let store = self.open(Access::Read)?;
        Ok(self.store.get_or_init(|| store))
    }

    /// The desk's own zone and the one in which times are shown.
    ///
    /// # Errors
    /// The desk's file cannot be read, or `--times-in` names no zone.
    pub(crate) fn zones(&self) -> Result<&Zones, Failure> {
        if let Some(zones) = self.zones.get() {
            return Ok(zones);
        }
        let zones = Zones::of(self)?;
        Ok(self.zones.get_or_init(|| zones))
    }

    /// Where and when words are said and times are shown: `--times-in`, else the desk's zone.
    ///
    /// # Errors
    /// As [`Context::zones`].
    pub(crate) fn here(&self) -> Result<LocalNow<'_>, Failure> {
        let zone = &self.zones()?.wall;
        Ok(LocalNow::new(self.now(), zone))
    }

    /// The zone in which times are shown, for those that need no desk: its own when there is one,
    /// else UTC.
    ///
    /// # Errors
    /// No zone has the name that was asked for.
    pub(crate) fn shown_without_desk(&self) -> Result<ZoneRules, Failure> {
        match (self.zones(), &self.settings.times_in.value) {
            (Ok(zones), _) => Ok(zones.shown.clone()),
            (Err(_), Some(name)) => Ok(almanac::zone(name)?),
            (Err(_), None) => Ok(Zones::utc()),
        }
    }

    /// The plans: built in, and those of `--plans` or the configuration folder.
    ///
    /// # Errors
    /// A folder of plan files that cannot be read.
    pub(crate) fn catalogue(&self) -> Result<&Catalogue, Failure> {
        if let Some(catalogue) = self.catalogue.get() {
            return Ok(catalogue);
        }
        let built_in = Catalogue::built_in(self.system_names());
        let catalogue = match &self.settings.plans.value {
            Some(folder) => built_in.with_folder(folder)?,
            None => built_in,
        };
        Ok(self.catalogue.get_or_init(|| catalogue))
    }

    /// The zones and holiday sets that can be named: the machine's, and what the desk took up of
    /// its own. Without a desk, the machine's.
    fn system_names(&self) -> SystemNames {
        let sets =
            |rules_cache: RulesCache| rules_cache.adopted_days().map(str::to_owned).collect();
        SystemNames {
            desk_sets: self.rules_cache().map(sets).unwrap_or_default(),
        }
    }

    /// Reading as of an instant or a seal, or of the present.
    ///
    /// # Errors
    /// The desk's file cannot be read, or the record has no such seal.
    pub(crate) fn reading(&self, as_of: Option<&AsOfExpr>) -> Result<Reading<'_>, Failure> {
        let view = View::of(self, as_of)?;
        if as_of.is_some() {
            self.viewed_at.set(Some(view.at));
        }
        self.reading_through(view)
    }

    /// What `today` is where an answer is shown: of a view of the past its own day, so that one
    /// seal shows the same on every day.
    pub(crate) fn shown_from(&self) -> Instant {
        self.viewed_at.get().unwrap_or_else(|| self.now())
    }

    /// Reading through a view of the record.
    ///
    /// # Errors
    /// The desk's file cannot be read.
    pub(crate) fn reading_through(&self, view: View) -> Result<Reading<'_>, Failure> {
        Reading::new(self.store()?, view, self.settings.abbreviations)
    }

    /// Reading what a write has written so far, and nobody else can see yet.
    ///
    /// # Errors
    /// The desk's file cannot be read.
    pub(crate) fn reading_within<'w>(
        &self,
        session: &'w Session<'_>,
    ) -> Result<Reading<'w>, Failure> {
        let view = View {
            known: AsOf::All,
            at: session.now(),
        };
        Reading::new(&session.writer, view, self.settings.abbreviations)
    }

    /// Does one thing in one transaction: all of it, or nothing.
    ///
    /// # Errors
    /// What `act` fails with; a breach that would go off the record without `--corrects`; a clock
    /// that lies before what stands in the record; a desk's file that cannot be written. Then
    /// nothing was changed.
    pub(crate) fn write<T>(
        &self,
        options: &WriteOptions,
        act: impl FnOnce(&mut Session<'_>) -> Result<T, Failure>,
    ) -> Result<(T, CommitSummary), Failure> {
        self.may_write()?;
        let zone = &self.zones()?.wall;
        persisted::nothing_yet();
        let read = self.store()?;
        let access = read.begin_writing()?;
        let opened = match &access {
            Some(_) => None,
            None => Some(self.open(Access::Write)?),
        };
        let store = opened.as_ref().unwrap_or(read);
        let machine = almanac::NewestRules::of_machine();
        let mut writer = store.begin(self.entry(options))?;
        if let Some(entry) = writer.used_before()? {
            return Err(refusal::used_before(options, entry));
        }
        let clock = self.clock();
        let present = present::writer_present(&writer, clock, options, LocalNow::new(clock, zone))?;
        writer.behind(present);
        let here = LocalNow::new(present, zone);
        if let Some(at) = options.at.filter(|at| *at > present) {
            return Err(refusal::future(at, here));
        }
        let who = (self.actor(), self.settings.abbreviations);
        let mut session = Session::new(writer, here, clock, who, options.clone())?;
        adopt::newer_zone_rules(&mut session, &machine)?;
        let result = act(&mut session)?;
        let written = session.finish()?;
        Ok((result, written))
    }

    /// Whether whoever asks may write.
    ///
    /// # Errors
    /// They may look, and nothing else.
    pub(crate) fn may_write(&self) -> Result<(), Failure> {
        match self.settings.rights {
            Rights::All => Ok(()),
            Rights::Read => Err(refusal::read_only()),
        }
    }

    /// Makes a new desk where the settings say, with the rules of its own zone.
    ///
    /// # Errors
    /// An unknown zone, a file that is there already, a folder that cannot be written.
    pub(crate) fn found(&self, zone: &str) -> Result<FilePlaced, Failure> {
        self.may_write()?;
        let rules = match ZoneRules::fixed(zone) {
            Some(fixed) => fixed,
            None => almanac::zone(zone)?,
        };
        let by = self.entry(&WriteOptions::default());
        let founding = Founding {
            zone: rules.name.clone(),
            by: by.clone(),
        };
        Store::found(&self.settings.db.value, founding, |store| {
            if ZoneRules::fixed(zone).is_none() {
                let clock = self.clock_of(store).unwrap_or(self.clock());
                let here = LocalNow::new(clock, &rules);
                let by = NewEntry {
                    recorded: clock,
                    ..by
                };
                let writer = store.begin(by)?;
                let options = WriteOptions::default();
                let who = (self.actor(), Abbreviations::Refused);
                let mut session = Session::new(writer, here, clock, who, options)?;
                session.adopt_zone(&rules)?;
                session.finish()?;
            }
            // It stands when the file has its name.
            persisted::nothing_yet();
            Ok::<(), Failure>(())
        })
    }

    /// Whether the file is read as one that does not change, because it cannot be locked.
    pub(crate) fn reads_at_rest(&self) -> bool {
        self.store.get().is_some_and(Store::is_read_at_rest)
    }

    /// Whether what was read so far is one state of the file. Only a reader who may not write asks
    /// for more than nothing: its file is read as one that does not change.
    pub(crate) fn undisturbed(&self) -> bool {
        self.store.get().is_none_or(Store::undisturbed)
    }

    fn open(&self, access: Access) -> Result<Store, Failure> {
        let path = &self.settings.db.value;
        Store::open(path, access).map_err(|error| match error {
            StoreError::Missing { .. } => refusal::no_desk(error, &self.settings),
            error => Failure::from(error),
        })
    }

    /// Brings the desk's file to this version's schema, where it has an earlier one; `seen` is told
    /// of every ticket how many there are.
    ///
    /// # Errors
    /// As [`Store::upgrade`].
    pub(crate) fn upgrade(&self, seen: impl FnMut(usize)) -> Result<Option<Upgraded>, Failure> {
        self.may_write()?;
        let path = &self.settings.db.value;
        let by = self.entry(&WriteOptions::default());
        Store::upgrade(path, by, all_texts, seen).map_err(|error| match error {
            StoreError::Missing { .. } => refusal::no_desk(error, &self.settings),
            error => Failure::from(error),
        })
    }

    fn entry(&self, options: &WriteOptions) -> NewEntry {
        NewEntry {
            actor: self.actor().to_owned(),
            login: Some(self.settings.login.clone()),
            recorded: self.clock(),
            given: match self.settings.present {
                PresentSource::Clock(_) => ClockSource::Machine,
                PresentSource::Given(_) => ClockSource::Given,
                PresentSource::MadeUp(_) => ClockSource::MadeUp,
            },
            once: options.once.clone(),
        }
    }

    /// The zone of a customer as it is, where it has one of its own.
    ///
    /// # Errors
    /// The desk's file cannot be read.
    pub(crate) fn zone_of(&self, customer: CustomerId) -> Result<Option<ZoneRules>, Failure> {
        zones::own_zone(self.store()?.present(), &mut self.rules_cache()?, customer)
    }

    /// All plans of a vendor, for what another one would allow; none when its file cannot be read.
    pub(crate) fn plans_of(&self, vendor: &str, language: Language) -> Vec<Terms> {
        let found = self.catalogue().and_then(|all| Ok(all.find_all(vendor)?));
        let plans = found.unwrap_or_default().into_iter();
        plans
            .map(|plan| plan.document().terms_in(language))
            .collect()
    }

    /// The rules in force now.
    ///
    /// # Errors
    /// The desk's file cannot be read.
    pub(crate) fn rules_cache(&self) -> Result<RulesCache, Failure> {
        RulesCache::open(self.store()?, AsOf::All)
    }
}
