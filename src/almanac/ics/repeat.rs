//! Events that come back (`RRULE`): every day, week, month or year, on which dates or weekdays.

use std::collections::BTreeSet;

use chrono::{Datelike, Days, Months, NaiveDate, Weekday};

use super::line::IcsLine;
use super::misread::EventMistake;

/// The last year to which an event without an end is written out.
pub(super) const LAST_YEAR: i32 = 2200;

/// What a rule counts in.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Frequency {
    Daily,
    Weekly,
    Monthly,
    Yearly,
}

/// A weekday, and where it is counted in a month or a year the how manieth (negative: from the
/// end).
type NthWeekday = (Option<i16>, Weekday);

/// `FREQ=YEARLY;BYMONTH=11;BYDAY=4TH`
#[derive(Debug, PartialEq, Eq)]
pub(super) struct Repeat {
    frequency: Frequency,
    interval: u32,
    count: Option<usize>,
    until: Option<NaiveDate>,
    months: Vec<u32>,
    /// Negative: from the end of the month.
    month_days: Vec<i32>,
    weekdays: Vec<NthWeekday>,
    /// Which of the days that a period has; negative: from the last.
    positions: Vec<i32>,
    week_start: Weekday,
}

impl Repeat {
    pub(super) fn read(line: &IcsLine) -> Result<Repeat, EventMistake> {
        let mut repeat = Repeat {
            frequency: Frequency::Yearly,
            interval: 1,
            count: None,
            until: None,
            months: Vec::new(),
            month_days: Vec::new(),
            weekdays: Vec::new(),
            positions: Vec::new(),
            week_start: Weekday::Mon,
        };
        let mut has_frequency = false;
        for part in line.value.split(';').filter(|part| !part.is_empty()) {
            let (key, value) = part.split_once('=').unwrap_or((part, ""));
            let key = key.to_ascii_uppercase();
            has_frequency |= key == "FREQ";
            if !repeat.part(&key, value) {
                return Err(EventMistake::Rule(part.to_owned()));
            }
        }
        match has_frequency {
            true => repeat.consistent(),
            false => Err(EventMistake::NoFrequency),
        }
    }

    /// Takes a part of the rule in, if it says something of whole days.
    fn part(&mut self, key: &str, value: &str) -> bool {
        let positive = |n: &u32| *n > 0;
        match key {
            "FREQ" => set(&mut self.frequency, frequency(value)),
            "INTERVAL" => set(&mut self.interval, value.parse().ok().filter(positive)),
            "COUNT" => {
                let count = value.parse().ok().filter(positive);
                set(&mut self.count, count.map(|count| Some(count as usize)))
            }
            "UNTIL" => {
                // its time of day, if any, does not matter for whole days
                let date = value.split('T').next().unwrap_or(value);
                let until = NaiveDate::parse_from_str(date, "%Y%m%d").ok();
                set(&mut self.until, until.map(Some))
            }
            "BYMONTH" => set(&mut self.months, list(value, |n| number(n, 12))),
            "BYMONTHDAY" => set(&mut self.month_days, list(value, |n| signed(n, 31))),
            "BYDAY" => set(&mut self.weekdays, list(value, nth_weekday)),
            "BYSETPOS" => set(&mut self.positions, list(value, |n| signed(n, 366))),
            "WKST" => set(&mut self.week_start, weekday(value)),
            _ => false,
        }
    }

    /// What cannot stand together says nothing that one could rely on.
    fn consistent(self) -> Result<Repeat, EventMistake> {
        let counted = self.weekdays.iter().any(|(nth, _)| nth.is_some());
        let in_weeks = matches!(self.frequency, Frequency::Daily | Frequency::Weekly);
        let odd = if counted && (in_weeks || !self.month_days.is_empty()) {
            Some("BYDAY")
        } else if self.frequency == Frequency::Weekly && !self.month_days.is_empty() {
            Some("BYMONTHDAY")
        } else if !self.positions.is_empty()
            && self.weekdays.is_empty()
            && self.month_days.is_empty()
        {
            Some("BYSETPOS")
        } else {
            None
        };
        match odd {
            Some(part) => Err(EventMistake::RuleTogether(part)),
            None => Ok(self),
        }
    }

    /// The first days of the event, its own first. `steps` is how many periods may still be looked
    /// at; when none is left the days are not all there.
    pub(super) fn starts(&self, start: NaiveDate, steps: &mut usize) -> Vec<NaiveDate> {
        let most = self.count.unwrap_or(usize::MAX);
        let mut starts = vec![start];
        for n in 0.. {
            let Some(period) = self.period(start, n) else {
                break;
            };
            if period.year() > LAST_YEAR || self.until.is_some_and(|until| period > until) {
                break;
            }
            let Some(left) = steps.checked_sub(1) else {
                break;
            };
            *steps = left;
            for date in self.in_period(period, start) {
                if starts.len() == most {
                    return starts;
                }
                if date > start
                    && date.year() <= LAST_YEAR
                    && self.until.is_none_or(|until| date <= until)
                {
                    starts.push(date);
                }
            }
        }
        starts
    }

    /// The first day of the nth period: a day, a week, a month, a year.
    fn period(&self, start: NaiveDate, n: u32) -> Option<NaiveDate> {
        let steps = n.checked_mul(self.interval)?;
        match self.frequency {
            Frequency::Daily => start.checked_add_days(Days::new(steps.into())),
            Frequency::Weekly => {
                let into = start.weekday().days_since(self.week_start);
                let week = start.checked_sub_days(Days::new(into.into()))?;
                week.checked_add_days(Days::new(u64::from(steps) * 7))
            }
            Frequency::Monthly => start.with_day(1)?.checked_add_months(Months::new(steps)),
            Frequency::Yearly => {
                let year = start.year().checked_add(i32::try_from(steps).ok()?)?;
                NaiveDate::from_ymd_opt(year, 1, 1)
            }
        }
    }

    /// The days that the rule names in a period, in their order.
    fn in_period(&self, period: NaiveDate, start: NaiveDate) -> Vec<NaiveDate> {
        let mut days = match self.frequency {
            Frequency::Daily => vec![period],
            Frequency::Weekly => period
                .iter_days()
                .take(7)
                .filter(|day| match self.weekdays.is_empty() {
                    true => day.weekday() == start.weekday(),
                    false => true,
                })
                .collect(),
            Frequency::Monthly => self.in_month(period, start),
            Frequency::Yearly => self.in_year(period, start),
        };
        days.retain(|day| self.lets_through(*day));
        if self.positions.is_empty() {
            return days;
        }
        let length = i32::try_from(days.len()).unwrap_or(i32::MAX);
        let places = self.positions.iter().map(|at| match at {
            at if *at < 0 => length + at,
            at => at - 1,
        });
        let places: BTreeSet<usize> = places.filter_map(|at| usize::try_from(at).ok()).collect();
        places
            .into_iter()
            .filter_map(|at| days.get(at).copied())
            .collect()
    }

    fn in_month(&self, first: NaiveDate, start: NaiveDate) -> Vec<NaiveDate> {
        let all: Vec<NaiveDate> = of_month(first).collect();
        if !self.month_days.is_empty() {
            let length = i32::try_from(all.len()).unwrap_or(i32::MAX);
            let named = |day: &NaiveDate| {
                let number = i32::try_from(day.day()).unwrap_or(i32::MAX);
                self.month_days.contains(&number)
                    || self.month_days.contains(&(number - length - 1))
            };
            return all.into_iter().filter(named).collect();
        }
        match self.weekdays.is_empty() {
            true => all
                .into_iter()
                .filter(|day| day.day() == start.day())
                .collect(),
            false => self.counted(all),
        }
    }

    fn in_year(&self, first: NaiveDate, start: NaiveDate) -> Vec<NaiveDate> {
        let year: Vec<NaiveDate> = (1..=12)
            .filter_map(|month| NaiveDate::from_ymd_opt(first.year(), month, 1))
            .collect();
        if self.months.is_empty() && self.month_days.is_empty() {
            return match self.weekdays.is_empty() {
                true => self.in_month(year[start.month0() as usize], start),
                false => self.counted(year.into_iter().flat_map(of_month).collect()),
            };
        }
        let named =
            |first: &NaiveDate| self.months.is_empty() || self.months.contains(&first.month());
        let months = year.into_iter().filter(named);
        months
            .flat_map(|first| self.in_month(first, start))
            .collect()
    }

    /// The days of a month or a year that are the named weekdays in it.
    fn counted(&self, days: Vec<NaiveDate>) -> Vec<NaiveDate> {
        let mut found = BTreeSet::new();
        for (nth, weekday) in &self.weekdays {
            let all: Vec<NaiveDate> = days
                .iter()
                .copied()
                .filter(|day| day.weekday() == *weekday)
                .collect();
            match nth {
                None => found.extend(all),
                Some(nth) => {
                    let back = usize::from(nth.unsigned_abs());
                    let place = match nth {
                        nth if *nth < 0 => all.len().checked_sub(back),
                        _ => back.checked_sub(1),
                    };
                    found.extend(place.and_then(|place| all.get(place)));
                }
            }
        }
        found.into_iter().collect()
    }

    /// Whether a day is one of the months, dates and weekdays that the rule allows.
    fn lets_through(&self, day: NaiveDate) -> bool {
        let number = i32::try_from(day.day()).unwrap_or(i32::MAX);
        let in_month = || i32::try_from(of_month(day).count()).unwrap_or(i32::MAX);
        let weekdays = self.weekdays.iter();
        let mut weekdays = weekdays.map(|(_, weekday)| *weekday);
        (self.months.is_empty() || self.months.contains(&day.month()))
            && (self.month_days.is_empty()
                || self.month_days.contains(&number)
                || self.month_days.contains(&(number - in_month() - 1)))
            && (self.weekdays.is_empty() || weekdays.any(|weekday| weekday == day.weekday()))
    }
}

/// The days of the month of that day.
fn of_month(day: NaiveDate) -> impl Iterator<Item = NaiveDate> {
    let first = day.with_day(1).unwrap_or(day);
    first
        .iter_days()
        .take(31)
        .take_while(move |day| day.month() == first.month())
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

fn frequency(word: &str) -> Option<Frequency> {
    [
        ("DAILY", Frequency::Daily),
        ("WEEKLY", Frequency::Weekly),
        ("MONTHLY", Frequency::Monthly),
        ("YEARLY", Frequency::Yearly),
    ]
    .into_iter()
    .find(|(name, _)| word.eq_ignore_ascii_case(name))
    .map(|(_, frequency)| frequency)
}

/// All of a list with commas, if each of it can be read.
fn list<T>(value: &str, read: impl Fn(&str) -> Option<T>) -> Option<Vec<T>> {
    value.split(',').map(read).collect()
}

fn number(text: &str, most: u32) -> Option<u32> {
    text.parse().ok().filter(|n| (1..=most).contains(n))
}

fn signed(text: &str, most: i32) -> Option<i32> {
    let n: i32 = text.parse().ok()?;
    (n != 0 && n.abs() <= most).then_some(n)
}

/// `TH`, `4TH`, `-1MO`.
fn nth_weekday(text: &str) -> Option<NthWeekday> {
    let (nth, day) = text.split_at_checked(text.len().checked_sub(2)?)?;
    let day = weekday(day)?;
    if nth.is_empty() {
        return Some((None, day));
    }
    let nth: i16 = nth.parse().ok()?;
    (nth != 0 && nth.abs() <= 53).then_some((Some(nth), day))
}

fn weekday(text: &str) -> Option<Weekday> {
    match text.to_ascii_uppercase().as_str() {
        "MO" => Some(Weekday::Mon),
        "TU" => Some(Weekday::Tue),
        "WE" => Some(Weekday::Wed),
        "TH" => Some(Weekday::Thu),
        "FR" => Some(Weekday::Fri),
        "SA" => Some(Weekday::Sat),
        "SU" => Some(Weekday::Sun),
        _ => None,
    }
}
