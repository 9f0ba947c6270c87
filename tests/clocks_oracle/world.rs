//! A small desk to try histories on: two sets of terms, each with two calendars of which one
//! changes by adoption. Everything lies on a grid of half hours, so that a naive walk is quick.

use std::collections::{BTreeMap, BTreeSet};
use std::fmt;

use chrono::NaiveDate;
use sladesk::core::calendar::{Calendar, DaySet, Week, ZoneRules};
use sladesk::core::model::{Event, EventId};
use sladesk::core::sla::Versions;
use sladesk::core::terms::Terms;
use sladesk::core::time::Instant;

use crate::book::RulesCache;

/// The step of the grid.
pub const STEP: i64 = 1800;
/// Monday 2026-03-02 00:00 UTC, when the first thing can happen.
pub const BEGIN: Instant = Instant(1_772_409_600);

/// Weekly hours in UTC and closed dates: plain enough to look an instant up by hand.
#[derive(Clone, Debug)]
pub struct Hours {
    pub week: [Vec<(u32, u32)>; 7],
    pub closed: BTreeSet<NaiveDate>,
}

impl Hours {
    /// The opening intervals of a date.
    pub fn of(&self, date: NaiveDate) -> &[(u32, u32)] {
        use chrono::Datelike;
        match self.closed.contains(&date) {
            true => &[],
            false => &self.week[date.weekday().num_days_from_monday() as usize],
        }
    }

    fn calendar(&self) -> Calendar {
        let days = self.closed.iter().map(|day| (*day, "closed".to_owned()));
        let set = DaySet::of_dates("closed", days.collect());
        let zone = ZoneRules::fixed("UTC").expect("UTC is a fixed offset");
        Calendar::new(&Week(self.week.clone()), &zone, &[&set], &BTreeMap::new())
    }
}

/// Hours through time: the first always, each other from its adoption on.
#[derive(Clone, Debug)]
pub struct Adopted(pub Vec<(Instant, Hours)>);

impl Adopted {
    fn versions(&self) -> Versions {
        let mut versions = Versions::only(self.0[0].1.calendar());
        for (since, hours) in &self.0[1..] {
            versions.adopt(*since, hours.calendar());
        }
        versions
    }
}

/// Terms and the hours that they name.
#[derive(Clone, Debug)]
pub struct Page {
    pub terms: Terms,
    pub hours: BTreeMap<String, Adopted>,
}

/// One case: what the desk promised, and what happened.
#[derive(Clone)]
pub struct World {
    pub pages: BTreeMap<EventId, Page>,
    pub events: Vec<Event>,
}

impl World {
    /// The content as the fold wants it.
    pub fn book(&self) -> RulesCache {
        let mut book = RulesCache::default();
        for (id, page) in &self.pages {
            let hours = page.hours.iter();
            let calendars = hours.map(|(key, hours)| (key.clone(), hours.versions()));
            book.add(*id, page.terms.clone(), calendars.collect());
        }
        book
    }

    /// When all has happened and been adopted.
    pub fn settled(&self) -> Instant {
        let events = self.events.iter().map(|e| e.at.max(e.present));
        let hours = self.pages.values().flat_map(|page| page.hours.values());
        let adopted = hours.flat_map(|hours| hours.0.iter().map(|(since, _)| *since));
        events.chain(adopted).max().unwrap_or(BEGIN)
    }
}

impl fmt::Debug for World {
    /// A case as short as it can be told: a step of the grid counts as one.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        for (id, page) in &self.pages {
            writeln!(f, "\nterms {id}")?;
            for m in &page.terms.milestones {
                writeln!(f, "  {}: starts {:?}, {:?}", m.id, m.starts, m.met_by)?;
                let policies = (m.on_raise, m.on_lower, m.on_reopen);
                writeln!(f, "    paused by {:?}, {policies:?}", m.paused_by)?;
                for target in &m.targets {
                    writeln!(f, "    {:?} on {:?}", target.promise, target.calendar)?;
                }
            }
            for allowance in &page.terms.allowances {
                writeln!(f, "  lapses: {:?}", allowance.when_used_up)?;
            }
            for (key, adopted) in &page.hours {
                for (since, hours) in &adopted.0 {
                    let closed: Vec<String> = hours.closed.iter().map(|d| d.to_string()).collect();
                    let since = since.since(BEGIN) / STEP;
                    writeln!(
                        f,
                        "  {key} since {since}: {:?} closed {closed:?}",
                        hours.week
                    )?;
                }
            }
        }
        for event in &self.events {
            let steps = |at: Instant| at.since(BEGIN) / STEP;
            let (at, recorded) = (steps(event.at), steps(event.recorded));
            let corrects = if event.corrects { " corrects" } else { "" };
            writeln!(
                f,
                "{} e{} at {at} recorded {recorded}{corrects}: {:?}",
                event.id, event.entry, event.fact
            )?;
        }
        Ok(())
    }
}
