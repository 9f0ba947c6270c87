//! Holiday sets: which there are, and their days.

use chrono::{Datelike, NaiveDate};

use super::Holidays;
use super::days::dates;
use super::whose::day_set;
use crate::almanac;
use crate::context::Context;
use crate::core::calendar::DaySet;
use crate::core::time::{Direction, Here, period};
use crate::failure::Failure;
use crate::render::{Cell, Column, Listing, Outcome};

struct Holiday {
    set: String,
    date: NaiveDate,
    name: String,
    worked: bool,
    projected: bool,
}

type H = Column<Holiday>;

const HOLIDAYS: &[H] = &[
    H::shown("set", |h| Cell::code(h.set.clone())),
    H::shown("date", |h| Cell::from(h.date)),
    H::shown("name", |h| Cell::text(h.name.clone())).last(),
    H::more("worked", |h| Cell::Flag(h.worked)),
    H::more("projected", |h| Cell::Flag(h.projected)),
];

type S = Column<DaySet>;

const SETS: &[S] = &[
    S::shown("set", |s| Cell::code(s.name.clone())).names(),
    S::shown("from", |s| Cell::from(s.from)),
    S::shown("to", |s| Cell::from(s.to)),
    S::shown("projected_from", |s| Cell::from(s.projected_from)),
    S::shown("title", |s| Cell::text(s.title.clone())).last(),
    S::more("days", |s| Cell::from(s.days.len())),
    S::more("worked", |s| Cell::from(s.worked.len())),
    S::more("source", |s| Cell::text(s.source.clone())),
];

/// The days of a holiday set in a period, this year when none is named. Without a set the days of
/// all in that period; without a period too, the sets with the years that they cover.
///
/// # Errors
/// An unknown set, or a period that cannot be read.
pub(crate) fn holidays(context: &mut Context, options: &Holidays) -> Result<Outcome, Failure> {
    let context = &*context;
    let sets: Vec<DaySet> = match (options.set.as_deref(), options.period.as_deref()) {
        (Some(name), _) => vec![day_set(context, name)?],
        (None, Some(_)) => known(context)?,
        (None, None) => {
            let sets = Listing::of("calendar holidays", SETS, known(context)?);
            return Ok(Outcome::listing(sets));
        }
    };
    let zone = context.shown_without_desk()?;
    let here = Here::new(context.now(), &zone);
    let word = options.period.as_deref().unwrap_or("this-year");
    let (first, last) = dates(&period(word, &here, Direction::Either)?, &here)?;
    let mut rows: Vec<Holiday> = Vec::new();
    let mut warnings = Vec::new();
    for set in &sets {
        let holiday = |date: NaiveDate, name: String, worked: bool| Holiday {
            set: set.name.clone(),
            date,
            name,
            worked,
            projected: set.projects(date.year()),
        };
        let closed = set.days.range(first..=last);
        rows.extend(closed.map(|(date, name)| holiday(*date, name.clone(), false)));
        let worked = set.worked.range(first..=last);
        rows.extend(worked.map(|(date, weekday)| {
            holiday(*date, format!("worked, with the hours of {weekday}"), true)
        }));
        warnings.extend(set.warnings(first.year(), last.year()));
    }
    rows.sort_by(|a, b| (a.date, &a.set).cmp(&(b.date, &b.set)));
    let listing = Listing::of("calendar holidays", HOLIDAYS, rows).if_empty("no holiday then");
    Ok(warnings
        .iter()
        .map(ToString::to_string)
        .fold(Outcome::listing(listing), Outcome::warn))
}

/// The desk's own sets and the built-in ones.
fn known(context: &Context) -> Result<Vec<DaySet>, Failure> {
    let mut names: Vec<String> = almanac::day_set_names().map(str::to_owned).collect();
    if let Ok(book) = context.book() {
        names.extend(book.adopted_days().map(str::to_owned));
    }
    names.sort();
    names.dedup();
    names.iter().map(|name| day_set(context, name)).collect()
}
