//! Holiday sets: which there are, and their days.

use chrono::{Datelike, NaiveDate};
use clap::Args;

use super::dates::dates;
use super::day_sets::day_set;
use crate::almanac;
use crate::commands::Input;
use crate::commands::args::parse;
use crate::commands::candidates;
use crate::commands::list_fields::ListFields;
use crate::context::Context;
use crate::core::calendar::{DaySet, Hours};
use crate::core::time::{Direction, LocalNow, PeriodExpr, period};
use crate::failure::Failure;
use crate::render::{Cell, Column, Listing, Outcome};

const NAME: &str = "calendar holidays";

struct ShownHoliday {
    set: String,
    date: NaiveDate,
    name: String,
    worked: bool,
    projected: bool,
    /// When half a day is worked.
    hours: Option<String>,
}

type H = Column<ShownHoliday>;

const HOLIDAYS: &[H] = &[
    H::shown("set", |h| Cell::code(h.set.clone())),
    H::shown("date", |h| Cell::from(h.date)),
    H::shown("name", |h| Cell::text(h.name.clone())),
    H::more("worked", |h| Cell::Flag(h.worked)),
    H::more("projected", |h| Cell::Flag(h.projected)),
    H::more("hours", |h| Cell::code_if(h.hours.clone())),
];

type S = Column<DaySet>;

const SETS: &[S] = &[
    S::shown("set", |s| Cell::code(s.name.clone())).names(),
    S::shown("from", |s| Cell::from(s.from)),
    S::shown("to", |s| Cell::from(s.to)),
    S::shown("projected_from", |s| Cell::from(s.projected_from)).gives_way(1),
    S::shown("title", |s| Cell::text(s.title.clone())),
    S::more("days", |s| Cell::from(s.days.len())),
    S::more("worked", |s| Cell::from(s.worked.len())),
    S::more("source", |s| Cell::text(s.source.clone())),
    S::more("half_days", |s| Cell::from(s.half_days.len())),
];

/// List the days of a holiday set
#[derive(Args, Debug)]
#[command(
    after_help = "Examples:\n  sladesk calendar holidays\n  sladesk calendar holidays vietnam --period 2027\n  sladesk calendar holidays --period 2026-12"
)]
pub(crate) struct CalendarHolidays {
    /// A holiday set; none: which there are, or with --period the days of all
    #[arg(value_name = "SET", add = candidates::holidays())]
    set: Option<String>,
    /// Which days
    #[arg(long, value_name = "PERIOD", value_parser = parse::<PeriodExpr>)]
    period: Option<PeriodExpr>,
}

impl CalendarHolidays {
    /// The days of a holiday set in a period, this year when none is named. Without a set the days
    /// of all in that period; without a period too, the sets with the years that they cover.
    ///
    /// # Errors
    /// An unknown set.
    pub(crate) fn run(self, context: &Context, _: &dyn Input) -> Result<Outcome, Failure> {
        let sets: Vec<DaySet> = match (self.set.as_deref(), &self.period) {
            (Some(name), _) => vec![day_set(context, name)?],
            (None, Some(_)) => known(context)?,
            (None, None) => {
                let sets = Listing::of(NAME, SETS, known(context)?);
                return Ok(Outcome::listing(sets));
            }
        };
        let zone = context.shown_without_desk()?;
        let here = LocalNow::new(context.now(), &zone);
        let period = match &self.period {
            Some(period) => period.resolve(&here, Direction::Either)?,
            None => period("this-year", &here, Direction::Either)?,
        };
        let (first, last) = dates(&period, &here)?;
        let mut rows: Vec<ShownHoliday> = Vec::new();
        let mut warnings = Vec::new();
        for set in &sets {
            let holiday = |date: NaiveDate, name: String, worked: bool| ShownHoliday {
                set: set.name.clone(),
                date,
                name,
                worked,
                projected: set.projects(date.year()),
                hours: None,
            };
            let closed = set.days.range(first..=last);
            rows.extend(closed.map(|(date, name)| holiday(*date, name.clone(), false)));
            let worked = set.worked.range(first..=last);
            rows.extend(worked.map(|(date, weekday)| {
                holiday(*date, format!("worked, with the hours of {weekday}"), true)
            }));
            let halves = set.half_days.range(first..=last);
            rows.extend(halves.map(|(date, half)| {
                let hours = Hours(half.hours.clone()).to_string();
                let named = format!("{} ({hours})", half.name);
                ShownHoliday {
                    hours: Some(hours),
                    ..holiday(*date, named, false)
                }
            }));
            warnings.extend(set.warnings(first.year(), last.year()));
        }
        rows.sort_by(|a, b| (a.date, &a.set).cmp(&(b.date, &b.set)));
        let listing = Listing::of(NAME, HOLIDAYS, rows).if_empty("no holiday then");
        Ok(warnings
            .iter()
            .map(ToString::to_string)
            .fold(Outcome::listing(listing), Outcome::warn))
    }
}

/// The desk's own sets and the built-in ones.
fn known(context: &Context) -> Result<Vec<DaySet>, Failure> {
    let mut names: Vec<String> = almanac::day_set_names().map(str::to_owned).collect();
    if let Ok(rules_cache) = context.rules_cache() {
        names.extend(rules_cache.adopted_days().map(str::to_owned));
    }
    names.sort();
    names.dedup();
    names.iter().map(|name| day_set(context, name)).collect()
}

/// The fields of the list.
pub(super) fn fields() -> ListFields {
    ListFields::of(NAME, HOLIDAYS)
}

/// The fields of the sets.
pub(super) fn fields_of_sets() -> ListFields {
    ListFields::of("sets", SETS)
}
