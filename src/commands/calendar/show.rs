//! `calendar show`: the hours, day by day.

use chrono::Days;

use clap::Args;

use super::args::CalendarArgs;
use super::chosen_calendar::asked;
use super::dates::dates;
use crate::commands::Input;
use crate::commands::args::parse;
use crate::commands::list_fields::ListFields;
use crate::context::Context;
use crate::core::calendar::{CalendarDay, Hours};
use crate::core::time::{Direction, PeriodExpr, first_instant, open_time, period};
use crate::failure::Failure;
use crate::render::{Cell, Column, Listing, Outcome};

const NAME: &str = "calendar show";

struct ShownDay {
    day: CalendarDay,
    zone: String,
}

type C = Column<ShownDay>;

const SHOW: &[C] = &[
    C::shown("date", |d| Cell::from(d.day.date)),
    C::shown("hours", |d| Cell::code(d.hours().to_string())),
    C::shown("why", |d| Cell::text_if(d.why())),
    C::more("zone", |d| Cell::code(d.zone.clone())),
];

impl ShownDay {
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

/// Show the hours, day by day
#[derive(Args, Debug)]
#[command(
    after_help = "Examples:\n  sladesk calendar show acme --period 2026-W39\n  sladesk calendar show --zone Europe/London --week \"mon-fri 09:00-17:30\" --holiday england-and-wales"
)]
pub(crate) struct CalendarShow {
    #[command(flatten)]
    whose: CalendarArgs,
    /// Which days
    #[arg(long, value_name = "PERIOD", value_parser = parse::<PeriodExpr>)]
    period: Option<PeriodExpr>,
}

impl CalendarShow {
    /// The hours of each day of a period, this week when none is named.
    ///
    /// # Errors
    /// Nobody is called so, or a period that never ends.
    pub(crate) fn run(self, context: &Context, _: &dyn Input) -> Result<Outcome, Failure> {
        let asked = asked(context, &self.whose, None)?;
        let here = asked.here(context);
        let period = match &self.period {
            Some(period) => period.resolve(&here, Direction::Either)?,
            None => period("this-week", &here, Direction::Either)?,
        };
        let (first, last) = dates(&period, &here)?;
        if last.signed_duration_since(first).num_days() >= MOST {
            return Err(Failure::usage(format!("`{}` is too long", period.title))
                .hint("zones are known from 1970 to 2200: `1970..2200`"));
        }
        let zone = asked.zone().name.clone();
        let days = first.iter_days().take_while(|date| *date <= last);
        let rows: Vec<ShownDay> = days
            .map(|date| ShownDay {
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
        let outcome = Outcome::listing(Listing::of(NAME, SHOW, rows)).say(said);
        Ok(warnings
            .iter()
            .map(ToString::to_string)
            .fold(outcome, Outcome::warn))
    }
}

/// The fields of the list.
pub(super) fn fields() -> ListFields {
    ListFields::of(NAME, SHOW)
}
