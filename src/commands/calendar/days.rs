//! The hours of a calendar, day by day.

use chrono::{Days, NaiveDate};

use super::ShowCalendar;
use super::whose::asked;
use crate::context::Context;
use crate::core::calendar::{CalendarDay, Hours};
use crate::core::time::Instant;
use crate::core::time::{Direction, Here, Period, first_instant, open_time, period};
use crate::failure::Failure;
use crate::render::{Cell, Column, Listing, Outcome};

struct Day {
    day: CalendarDay,
    zone: String,
}

type C = Column<Day>;

const SHOW: &[C] = &[
    C::shown("date", |d| Cell::from(d.day.date)),
    C::shown("hours", |d| Cell::code(d.hours().to_string())),
    C::shown("why", |d| Cell::text_if(d.why())),
    C::more("zone", |d| Cell::code(d.zone.clone())),
];

impl Day {
    /// None where the clocks skip all of them.
    fn hours(&self) -> Hours {
        match self.day.open.is_empty() {
            true => Hours::default(),
            false => Hours(self.day.hours.clone()),
        }
    }

    /// The holiday, or why the hours are others than the weekday's; what the clocks make of them.
    fn why(&self) -> Option<String> {
        let named = self.day.closed.clone().or(self.day.note.clone());
        let clocks = match self.day.skipped() {
            0 => None,
            _ if self.day.open.is_empty() => Some("skipped by the clocks".to_owned()),
            skipped if skipped > 0 => Some(format!("{} skipped by the clocks", open_time(skipped))),
            twice => Some(format!("{} comes twice", open_time(-twice))),
        };
        let all: Vec<String> = named.into_iter().chain(clocks).collect();
        (!all.is_empty()).then(|| all.join("; "))
    }
}

/// The days of the years that zones are known for; more are a slip.
const MOST: i64 = 366 * 231;

/// The hours of each day of a period, this week when none is named.
///
/// # Errors
/// A word that cannot be read, or a period that never ends.
pub(crate) fn show(context: &mut Context, options: &ShowCalendar) -> Result<Outcome, Failure> {
    let context = &*context;
    let asked = asked(context, &options.whose, None)?;
    let here = asked.here(context);
    let word = options.period.as_deref().unwrap_or("this-week");
    let (first, last) = dates(&period(word, &here, Direction::Either)?, &here)?;
    if last.signed_duration_since(first).num_days() >= MOST {
        return Err(Failure::usage(format!("`{word}` is too long"))
            .hint("zones are known from 1970 to 2200: `1970..2200`"));
    }
    let zone = asked.zone().name.clone();
    let days = first.iter_days().take_while(|date| *date <= last);
    let rows: Vec<Day> = days
        .map(|date| Day {
            day: asked.calendar.day(date),
            zone: zone.clone(),
        })
        .collect();
    let from = first_instant(first, asked.zone());
    let next = last.checked_add_days(Days::new(1)).unwrap_or(last);
    let to = first_instant(next, asked.zone());
    let warnings = asked.calendar.warnings(from, to.plus(-1));
    let days = match first == last {
        true => first.to_string(),
        false => format!("{first} to {last}"),
    };
    let said = format!("{}, {days} ({})", asked.name, asked.zone().name);
    let outcome = Outcome::listing(Listing::of("calendar show", SHOW, rows)).say(said);
    Ok(warnings
        .iter()
        .map(ToString::to_string)
        .fold(outcome, Outcome::warn))
}

/// The first and the last date of a period on the wall.
///
/// # Errors
/// It has no end, or holds no date.
pub(super) fn dates(period: &Period, here: &Here<'_>) -> Result<(NaiveDate, NaiveDate), Failure> {
    if period.from == Instant::MIN || period.to == Instant::MAX {
        return Err(Failure::usage(format!("`{}` has no end", period.title))
            .hint("write both: `2026-07..2026-09`"));
    }
    let first = here.zone.wall(period.from).date();
    let last = here.zone.wall(period.to.plus(-1)).date();
    Ok((first, last.max(first)))
}
