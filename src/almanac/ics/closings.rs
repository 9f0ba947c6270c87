//! What a holiday calendar closes, and what of it is left out.

use std::collections::{BTreeMap, BTreeSet};

use chrono::{Datelike, NaiveDate};

use super::classify::{Choice, IcsSkip, Mark, mark, skipped_by};
use super::components::Components;
use super::event::Busy;
use super::misread::{IcsError, IcsMistake};
use super::occurrences::{ClosingOrigin, NoOccurrence, Occurrences, SortedEvents};
use crate::core::calendar::{DaySet, HalfDay, Hours};

/// The largest file, and the most days (counted again where events fall on the same), that are
/// taken for a list of holidays.
const LARGEST: usize = 4 << 20;
const MOST_DAYS: usize = 250_000;

/// Days of an event that are days off.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Closing {
    /// The line on which the event begins, from 1.
    pub line: usize,
    /// Its name.
    pub name: String,
    /// The days on which it begins.
    pub starts: Vec<NaiveDate>,
    /// How many days it lasts each time.
    pub days: usize,
    /// Half a day each.
    pub half: bool,
    /// It stands in place of an occurrence on this day, which is worked.
    pub in_place_of: Option<NaiveDate>,
    /// It stands by itself: the years that it begins in are known.
    single: bool,
}

impl Closing {
    /// Every day of it.
    pub fn dates(&self) -> impl Iterator<Item = NaiveDate> + '_ {
        let stretch = |start: &NaiveDate| start.iter_days().take(self.days);
        self.starts.iter().flat_map(stretch)
    }
}

/// An event that closes nothing.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct NonClosingEvent {
    /// The line on which the event begins, from 1.
    pub line: usize,
    /// Its name.
    pub name: Option<String>,
    /// Its day, or the day of the series that it is about.
    pub on: Option<NaiveDate>,
    /// Why.
    pub why: IcsSkip,
}

/// A holiday calendar, read whole.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct HolidayFile {
    /// What it calls itself.
    pub title: Option<String>,
    /// What it closes, in the order of their first days.
    pub closings: Vec<Closing>,
    /// What closes nothing, in the order of the file.
    pub left_out: Vec<NonClosingEvent>,
    /// What is not understood, in the order of the file; it closes nothing either.
    pub misread: Vec<IcsMistake>,
}

impl HolidayFile {
    /// Reads a calendar file (`.ics`, RFC 5545).
    ///
    /// ```
    /// use sladesk::almanac::{Choice, HolidayFile};
    /// let text = "BEGIN:VCALENDAR\r\nBEGIN:VEVENT\r\nDTSTART;VALUE=DATE:20261224\r\n\
    ///     DTEND;VALUE=DATE:20261227\r\nSUMMARY:Christmas\r\nEND:VEVENT\r\nEND:VCALENDAR\r\n";
    /// let file = HolidayFile::read(text, &Choice::default()).expect("a calendar");
    /// let set = file.day_set("office", None);
    /// assert_eq!(set.days.len(), 3);
    /// assert_eq!((set.from, set.to), (2026, 2026));
    /// ```
    ///
    /// # Errors
    /// It is no calendar file, is cut off, or has more than a list of holidays can have.
    pub fn read(text: &str, choice: &Choice) -> Result<HolidayFile, IcsError> {
        if text.len() > LARGEST {
            return Err(IcsError::TooLarge(LARGEST));
        }
        let read = Components::read(text)?;
        let sorted = SortedEvents::of(&read.events);
        if let Some(line) = sorted.too_many {
            return Err(IcsError::TooManyDays(line, MOST_DAYS));
        }
        let mut file = HolidayFile {
            title: read.title.filter(|title| !title.is_empty()),
            misread: read.mistakes,
            ..HolidayFile::default()
        };
        for (event, name, gone) in sorted.gone {
            let why = match gone {
                NoOccurrence::Cancelled => IcsSkip::Cancelled,
                NoOccurrence::Replaced(by) => IcsSkip::Replaced(by),
                NoOccurrence::TimeOfDay => IcsSkip::TimeOfDay,
            };
            file.left_out.push(NonClosingEvent {
                line: event.line,
                name: name.map(str::to_owned),
                on: event.instead_of.or(event.on()),
                why,
            });
        }
        for (event, name, mistake) in sorted.misread {
            match skipped_by(event, name, choice) {
                None => file.misread.push(mistake),
                Some(word) => file.left_out.push(NonClosingEvent {
                    line: event.line,
                    name: name.map(str::to_owned),
                    on: event.on(),
                    why: IcsSkip::Skipped(word),
                }),
            }
        }
        let busy = |o: &Occurrences<'_>| o.event.busy != Some(Busy::Free);
        let others_busy = sorted.occurrences.iter().any(busy);
        let mut written = 0;
        for found in sorted.occurrences {
            written += found.days * found.starts.len();
            if written > MOST_DAYS {
                return Err(IcsError::TooManyDays(found.event.line, MOST_DAYS));
            }
            match mark(found.event, found.name, choice, others_busy) {
                Mark::LeftOut(why) => file.left_out.push(NonClosingEvent {
                    line: found.event.line,
                    name: found.name.map(str::to_owned),
                    on: found.starts.first().copied(),
                    why,
                }),
                off => file.closings.push(closing(found, off == Mark::HalfDayOff)),
            }
        }
        file.closings.retain(|closing| !closing.starts.is_empty());
        file.closings
            .sort_by_key(|closing| (closing.starts[0], closing.line));
        file.left_out.sort_by_key(|left| left.line);
        file.misread.sort_by_key(|mistake| mistake.line);
        file.misread.dedup();
        Ok(file)
    }

    /// The closed days as the set `name`; half days are worked in these hours, as far as the
    /// calendar is open then. It covers the years in which events that do not repeat begin, or,
    /// where all repeat, those from the first to the last beginning.
    pub fn day_set(&self, name: &str, half_days: Option<&Hours>) -> DaySet {
        let mut days: BTreeMap<NaiveDate, String> = BTreeMap::new();
        let mut halves = BTreeMap::new();
        for closing in &self.closings {
            for date in closing.dates() {
                match half_days.filter(|_| closing.half) {
                    Some(hours) => {
                        halves.entry(date).or_insert_with(|| HalfDay {
                            name: closing.name.clone(),
                            hours: hours.0.clone(),
                        });
                    }
                    None => {
                        days.entry(date).or_insert_with(|| closing.name.clone());
                    }
                }
            }
        }
        halves.retain(|date, _| !days.contains_key(date));
        let mut set = DaySet::of_dates(name, days);
        set.half_days = halves;
        if let Some((from, to)) = self.years() {
            (set.from, set.to) = (from, to);
        }
        if let Some(title) = &self.title {
            title.clone_into(&mut set.title);
        }
        set
    }

    /// The years that are covered. A day that a closing reaches into is none of the next year's
    /// own, and what was moved says nothing of the year it was moved to.
    fn years(&self) -> Option<(i32, i32)> {
        let years = |single: bool| -> BTreeSet<i32> {
            let closings = self.closings.iter();
            let starts = closings.filter(|closing| closing.single == single);
            let starts = starts.filter(|closing| closing.in_place_of.is_none());
            starts
                .flat_map(|closing| closing.starts.iter().map(Datelike::year))
                .collect()
        };
        let single = years(true);
        let years = if single.is_empty() {
            years(false)
        } else {
            single
        };
        years.first().copied().zip(years.last().copied())
    }
}

fn closing(found: Occurrences<'_>, half: bool) -> Closing {
    Closing {
        line: found.event.line,
        name: found.name.unwrap_or("closed").to_owned(),
        starts: found.starts,
        days: found.days,
        half,
        in_place_of: match found.origin {
            ClosingOrigin::InPlaceOf(date) => Some(date),
            _ => None,
        },
        single: found.origin == ClosingOrigin::Once,
    }
}
