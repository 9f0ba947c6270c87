//! What was said of a point in time: a day, a time, a zone; and the instant that it comes to.

use super::super::instant::YEARS;
use chrono::{Datelike, NaiveDate, NaiveTime};

use super::place::at_wall;
use super::written::{self, NamedDay};
use crate::core::text::Misread;
use crate::core::time::Instant;
use crate::core::time::local::{Fixed, Local, LocalNow, first_instant, shifted};

/// Which way a word looks that fits two moments, such as a weekday.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Direction {
    /// When something happened.
    Past,
    /// When something is expected.
    Future,
    /// Neither: a weekday alone is refused with both dates.
    Either,
}

/// What was said: a day, a time, a zone; at least one of the first two.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct DayAndTime {
    pub day: Option<NamedDay>,
    pub time: Option<NaiveTime>,
    pub zone: Option<String>,
}

pub(super) fn said(text: &str) -> Result<Option<DayAndTime>, Misread> {
    let mut pieces = written::pieces(text);
    let day = NamedDay::of(&pieces, text)?;
    if day.is_some() {
        pieces.remove(0);
    }
    let (time, mut zone, used) = match written::time(&pieces)? {
        Some(found) => (Some(found.time), found.zone, found.pieces),
        None => (None, None, 0),
    };
    pieces.drain(..used);
    if zone.is_none() && !pieces.is_empty() {
        zone = Some(pieces.remove(0));
    }
    let whole = pieces.is_empty() && (day.is_some() || time.is_some());
    let zone = zone.map(str::to_owned);
    Ok(whole.then_some(DayAndTime { day, time, zone }))
}

impl DayAndTime {
    pub(super) fn resolve(
        &self,
        here: &LocalNow,
        direction: Direction,
        text: &str,
    ) -> Result<Option<Instant>, Misread> {
        let elsewhere = match &self.zone {
            Some(name) => match zone_named(name, here.zone)? {
                Some(zone) => Some(zone),
                None => return Ok(None),
            },
            None => None,
        };
        let there = LocalNow::new(here.now, elsewhere.as_deref().unwrap_or(here.zone));
        let date = match self.day {
            Some(day) => day.date(&there, self.time, direction, text)?,
            None => there.today(),
        };
        match self.time {
            Some(time) => at_wall(date.and_time(time), there.zone).map(Some),
            None => Ok(Some(first_instant(date, there.zone))),
        }
    }
}

impl NamedDay {
    /// The date meant. A weekday looks the way of `direction`, from the wall time of now.
    pub(super) fn date(
        self,
        here: &LocalNow,
        time: Option<NaiveTime>,
        direction: Direction,
        text: &str,
    ) -> Result<NaiveDate, Misread> {
        let today = here.today();
        let weekday = match self {
            NamedDay::Date(date) => return Ok(date),
            NamedDay::FromToday(days) => return shifted(today, days).ok_or_else(|| outside(text)),
            NamedDay::Weekday(weekday) => weekday,
        };
        let ahead =
            (7 + weekday.num_days_from_monday() - today.weekday().num_days_from_monday()) % 7;
        let this = shifted(today, i64::from(ahead)).ok_or_else(|| outside(text))?;
        let is_past = this.and_time(time.unwrap_or(NaiveTime::MIN)) <= here.wall();
        let (before, after) = if is_past { (0, 7) } else { (-7, 0) };
        let of = |days| shifted(this, days).ok_or_else(|| outside(text));
        match direction {
            Direction::Past => of(before),
            Direction::Future => of(after),
            Direction::Either => Err(two_dates(text, of(before)?, of(after)?)),
        }
    }
}

fn two_dates(text: &str, before: NaiveDate, after: NaiveDate) -> Misread {
    let rest = text.trim().split_once(char::is_whitespace);
    let rest = rest.map_or(String::new(), |(_, rest)| format!(" {}", rest.trim()));
    Misread::new(format!("`{text}` can be {before} or {after}"))
        .hint(format!("write `{before}{rest}` or `{after}{rest}`"))
}

/// A zone by what people write for one; none when the word does not look like a zone.
fn zone_named(name: &str, zone: &dyn Local) -> Result<Option<Box<dyn Local>>, Misread> {
    if let Some(fixed) = Fixed::named(name) {
        return Ok(Some(Box::new(fixed)));
    }
    match zone.elsewhere(name) {
        None if name.contains('/') => Err(Misread::new(format!("no zone `{name}`"))
            .hint("write a zone such as `Europe/Madrid`, or an offset such as `+02:00`")),
        found => Ok(found),
    }
}

pub(super) fn outside(text: &str) -> Misread {
    Misread::new(format!(
        "`{text}` lies outside the years {} to {}",
        YEARS.start(),
        YEARS.end()
    ))
}
