//! Events that come back every year: on the same date, or on the same weekday of a month.

use chrono::{Datelike, NaiveDate, Weekday};

use super::line::IcsLine;
use super::misread::EventMistake;

/// The last year to which a yearly event without an end is written out.
pub(super) const LAST_YEAR: i32 = 2200;

/// `FREQ=YEARLY;BYMONTH=11;BYDAY=4TH`
#[derive(Debug, PartialEq, Eq)]
pub(super) struct Repeat {
    interval: i32,
    count: Option<usize>,
    until: Option<NaiveDate>,
    month: Option<u32>,
    month_day: Option<u32>,
    /// The how manieth (negative: from the end of the month) of which weekday.
    weekday: Option<(i8, Weekday)>,
}

impl Repeat {
    pub(super) fn read(line: &IcsLine) -> Result<Repeat, EventMistake> {
        let mut repeat = Repeat {
            interval: 1,
            count: None,
            until: None,
            month: None,
            month_day: None,
            weekday: None,
        };
        let mut yearly = false;
        for part in line.value.split(';').filter(|part| !part.is_empty()) {
            let (key, value) = part.split_once('=').unwrap_or((part, ""));
            let read = match key.to_ascii_uppercase().as_str() {
                "FREQ" => {
                    yearly = value.eq_ignore_ascii_case("YEARLY");
                    yearly
                }
                "INTERVAL" => set(&mut repeat.interval, value.parse().ok().filter(|n| *n > 0)),
                "COUNT" => set(
                    &mut repeat.count,
                    value.parse().ok().filter(|n| *n > 0).map(Some),
                ),
                "UNTIL" => {
                    // its time of day, if any, does not matter for whole days
                    let date = value.split('T').next().unwrap_or(value);
                    set(
                        &mut repeat.until,
                        NaiveDate::parse_from_str(date, "%Y%m%d").ok().map(Some),
                    )
                }
                "BYMONTH" => set(&mut repeat.month, number(value, 12).map(Some)),
                "BYMONTHDAY" => set(&mut repeat.month_day, number(value, 31).map(Some)),
                "BYDAY" => set(&mut repeat.weekday, nth_weekday(value).map(Some)),
                "WKST" => true,
                _ => false,
            };
            if !read {
                return Err(EventMistake::Rule(part.to_owned()));
            }
        }
        if !yearly {
            return Err(EventMistake::NotYearly);
        }
        repeat.consistent()
    }

    /// A weekday is one of a month; a date is not also a weekday.
    fn consistent(self) -> Result<Repeat, EventMistake> {
        if self.weekday.is_some() && (self.month.is_none() || self.month_day.is_some()) {
            return Err(EventMistake::WeekdayWithoutMonth);
        }
        Ok(self)
    }

    /// The first days of the event, its own first.
    pub(super) fn starts(&self, start: NaiveDate) -> Vec<NaiveDate> {
        let years = (start.year()..=LAST_YEAR).step_by(self.interval.unsigned_abs() as usize);
        let mut starts: Vec<NaiveDate> = years
            .filter_map(|year| self.in_year(start, year))
            .filter(|date| *date > start && self.until.is_none_or(|until| *date <= until))
            .take(self.count.map_or(usize::MAX, |count| count - 1))
            .collect();
        starts.insert(0, start);
        starts
    }

    fn in_year(&self, start: NaiveDate, year: i32) -> Option<NaiveDate> {
        let month = self.month.unwrap_or(start.month());
        let Some((nth, weekday)) = self.weekday else {
            let day = self.month_day.unwrap_or(start.day());
            return NaiveDate::from_ymd_opt(year, month, day);
        };
        if let Ok(nth) = u8::try_from(nth) {
            return NaiveDate::from_weekday_of_month_opt(year, month, weekday, nth);
        }
        let back = nth.unsigned_abs();
        let all = (1..=5)
            .filter_map(|nth| NaiveDate::from_weekday_of_month_opt(year, month, weekday, nth));
        let all: Vec<_> = all.collect();
        all.len().checked_sub(usize::from(back)).map(|at| all[at])
    }
}

/// Whether there was a value to set.
fn set<T>(place: &mut T, value: Option<T>) -> bool {
    match value {
        Some(value) => {
            *place = value;
            true
        }
        None => false,
    }
}

fn number(text: &str, most: u32) -> Option<u32> {
    text.parse().ok().filter(|n| (1..=most).contains(n))
}

/// `4TH`, `-1MO`.
fn nth_weekday(text: &str) -> Option<(i8, Weekday)> {
    let (nth, day) = text.split_at_checked(text.len().checked_sub(2)?)?;
    let weekday = match day.to_ascii_uppercase().as_str() {
        "MO" => Weekday::Mon,
        "TU" => Weekday::Tue,
        "WE" => Weekday::Wed,
        "TH" => Weekday::Thu,
        "FR" => Weekday::Fri,
        "SA" => Weekday::Sat,
        "SU" => Weekday::Sun,
        _ => return None,
    };
    let nth: i8 = nth.parse().ok()?;
    (nth != 0 && nth.abs() <= 5).then_some((nth, weekday))
}
