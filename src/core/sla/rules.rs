//! Where the fold finds the terms that a ticket pins and the calendars they name.

use crate::core::calendar::Calendar;
use crate::core::model::EventId;
use crate::core::terms::Terms;
use crate::core::time::Instant;

/// A calendar through time: zone rules and holiday sets change by adoption, and a clock that was
/// decided before an adoption keeps the version it was decided under.
#[derive(Clone, Debug)]
pub struct Versions {
    list: Vec<(Instant, Calendar)>,
}

impl Versions {
    /// One version, in force always.
    pub fn only(calendar: Calendar) -> Versions {
        Versions {
            list: vec![(Instant::MIN, calendar)],
        }
    }

    /// Adds a version that was adopted at `since`, later than all before.
    pub fn adopt(&mut self, since: Instant, calendar: Calendar) {
        self.list.push((since, calendar));
    }

    /// Each version with its adoption and the adoption that ended it.
    pub fn iter(&self) -> impl Iterator<Item = (Instant, &Calendar, Option<Instant>)> {
        self.list.iter().enumerate().map(|(i, (since, calendar))| {
            let until = self.list.get(i + 1).map(|(next, _)| *next);
            (*since, calendar, until)
        })
    }

    /// The version in force at `at`.
    pub fn at(&self, at: Instant) -> &Calendar {
        let place = self.list.partition_point(|(since, _)| *since <= at);
        &self.list[place.saturating_sub(1)].1
    }

    /// The newest version.
    pub fn newest(&self) -> &Calendar {
        self.at(Instant::MAX)
    }
}

/// The content that a ticket's events pin.
pub trait Rulebook {
    /// The terms of that signing, amendment or renewal.
    fn terms(&self, id: EventId) -> Option<&Terms>;
    /// The calendar of that key in those terms.
    fn calendar(&self, terms: EventId, key: &str) -> Option<&Versions>;
    /// The rules as they were before an adoption that took breaches back; none where nothing is
    /// adopted.
    fn before(&self, _adoption: EventId) -> Option<&dyn Rulebook> {
        None
    }
    /// Whether an import from where the ticket came wrote the event; no where nothing is imported.
    fn imported(&self, _event: EventId, _source: &str) -> bool {
        false
    }
}
