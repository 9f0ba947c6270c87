//! Day by day: the hours of a calendar, the days of a holiday set.

use chrono::{Days, NaiveDate};

use super::whose::{asked, day_set};
use super::{Holidays, ShowCalendar};
use crate::almanac;
use crate::core::calendar::{CalendarDay, DaySet, Hours};
use crate::core::words::{Direction, Here, Period, period};
use crate::desk::Desk;
use crate::failure::Failure;
use crate::render::{Cell, Column, Listing, Outcome};

struct Day {
    day: CalendarDay,
    zone: String,
}

type C = Column<Day>;

const SHOW: &[C] = &[
    C::shown("date", |d| Cell::from(d.day.date)),
    C::shown("hours", |d| {
        Cell::code(Hours(d.day.hours.clone()).to_string())
    }),
    C::shown("why", |d| Cell::text_if(d.day.closed.clone())),
    C::more("zone", |d| Cell::code(d.zone.clone())),
];

/// More days than these are a slip.
const MOST: usize = 366 * 30;

/// The hours of each day of a period, this week when none is named.
///
/// # Errors
/// A word that cannot be read, or a period that never ends.
pub fn show(desk: &mut Desk, options: &ShowCalendar) -> Result<Outcome, Failure> {
    let desk = &*desk;
    let asked = asked(desk, &options.whose, None)?;
    let here = asked.here(desk);
    let word = options.period.as_deref().unwrap_or("this-week");
    let (first, last) = dates(&period(word, &here, Direction::Either)?, &here)?;
    let days = first.iter_days().take_while(|date| *date < last).take(MOST);
    let zone = asked.zone.name.clone();
    let rows: Vec<Day> = days
        .map(|date| Day {
            day: asked.calendar.day(date),
            zone: zone.clone(),
        })
        .collect();
    let from = crate::core::words::first_instant(first, &asked.zone);
    let to = crate::core::words::first_instant(last, &asked.zone);
    let warnings = asked.calendar.warnings(from, to.plus(-1));
    let outcome = Outcome::listing(Listing::of("calendar show", SHOW, rows)).say(format!(
        "{}, {} to {last} ({})",
        asked.name, first, asked.zone.name
    ));
    Ok(warnings
        .iter()
        .map(ToString::to_string)
        .fold(outcome, Outcome::warn))
}

/// The dates of a period on the wall: from one, up to and without the other.
fn dates(period: &Period, here: &Here<'_>) -> Result<(NaiveDate, NaiveDate), Failure> {
    let open_end = period.from == crate::core::model::Instant::MIN
        || period.to == crate::core::model::Instant::MAX;
    if open_end {
        return Err(Failure::usage(format!("`{}` has no end", period.title))
            .hint("write both: `2026-07..2026-09`"));
    }
    let first = here.zone.wall(period.from).date();
    let last = here.zone.wall(period.to.plus(-1)).date();
    Ok((first, last.checked_add_days(Days::new(1)).unwrap_or(last)))
}

struct Holiday {
    set: String,
    date: NaiveDate,
    name: String,
}

type H = Column<Holiday>;

const HOLIDAYS: &[H] = &[
    H::shown("set", |h| Cell::code(h.set.clone())),
    H::shown("date", |h| Cell::from(h.date)),
    H::shown("name", |h| Cell::text(h.name.clone())).last(),
];

/// The days of a holiday set in a period, this year when none is named; of all sets when none
/// is.
///
/// # Errors
/// An unknown set, or a period that cannot be read.
pub fn holidays(desk: &mut Desk, options: &Holidays) -> Result<Outcome, Failure> {
    let desk = &*desk;
    let sets: Vec<DaySet> = match options.set.as_deref() {
        Some(name) => vec![day_set(desk, name)?],
        None => known(desk)?,
    };
    let zone = desk.shown_without_desk();
    let here = Here::new(desk.now(), &zone);
    let word = options.period.as_deref().unwrap_or("this-year");
    let (first, last) = dates(&period(word, &here, Direction::Either)?, &here)?;
    let mut rows = Vec::new();
    let mut warnings = Vec::new();
    for set in &sets {
        for (date, name) in set.days.range(first..last) {
            rows.push(Holiday {
                set: set.name.clone(),
                date: *date,
                name: name.clone(),
            });
        }
        for (date, weekday) in set.worked.range(first..last) {
            rows.push(Holiday {
                set: set.name.clone(),
                date: *date,
                name: format!("worked, with the hours of {weekday}"),
            });
        }
        warnings.extend(beyond(set, first, last));
    }
    rows.sort_by(|a, b| (a.date, &a.set).cmp(&(b.date, &b.set)));
    let listing = Listing::of("calendar holidays", HOLIDAYS, rows).if_empty("no holiday then");
    Ok(warnings
        .into_iter()
        .fold(Outcome::listing(listing), Outcome::warn))
}

/// The desk's own sets and the built-in ones.
fn known(desk: &Desk) -> Result<Vec<DaySet>, Failure> {
    let mut names: Vec<String> = almanac::day_set_names().map(str::to_owned).collect();
    if let Ok(book) = desk.book() {
        names.extend(book.adopted_days().map(str::to_owned));
    }
    names.sort();
    names.dedup();
    names.iter().map(|name| day_set(desk, name)).collect()
}

fn beyond(set: &DaySet, first: NaiveDate, last: NaiveDate) -> Vec<String> {
    use chrono::Datelike;
    let (from, to) = (first.year(), last.pred_opt().unwrap_or(last).year());
    let mut warnings = Vec::new();
    if from < set.from || to > set.to {
        let (from, to) = (set.from, set.to);
        warnings.push(format!(
            "holidays of `{}` are known from {from} to {to} only",
            set.name
        ));
    }
    if let Some(projected) = set.projected_from.filter(|projected| *projected <= to) {
        warnings.push(format!(
            "holidays of `{}` are projected from {projected} on, not announced yet",
            set.name
        ));
    }
    warnings
}
