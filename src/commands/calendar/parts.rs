//! What a calendar is made of, and what is said to change it: other hours, holidays, closed hours.

use std::collections::BTreeMap;

use chrono::NaiveDate;

use super::args::Whose;
use super::day_sets::day_set;
use crate::context::Context;
use crate::core::calendar::{Calendar, DaySet, Hours, Week, ZoneRules, iso_date};
use crate::failure::Failure;

type Intervals = Vec<(u32, u32)>;

/// A calendar before it is built.
pub(super) struct Parts {
    /// What to call it.
    pub name: String,
    pub week: Week,
    pub zone: ZoneRules,
    pub sets: Vec<DaySet>,
    /// Days with hours of their own; none: closed.
    pub days: BTreeMap<NaiveDate, Intervals>,
}

impl Parts {
    pub(super) fn calendar(&self) -> Calendar {
        let sets: Vec<&DaySet> = self.sets.iter().collect();
        Calendar::new(&self.week, &self.zone, &sets, &self.days)
    }

    /// Adds holidays, then days with hours of their own, then takes out what is closed.
    ///
    /// # Errors
    /// An unknown set, a date or hours that cannot be read.
    pub(super) fn change(&mut self, context: &Context, said: &Whose) -> Result<(), Failure> {
        for word in &said.holiday {
            match iso_date(word) {
                Some(date) => {
                    self.days.insert(date, Vec::new());
                }
                None => self.add_set(context, word)?,
            }
        }
        self.days.extend(own_days(&said.day)?);
        self.close(&said.closed)
    }

    fn add_set(&mut self, context: &Context, word: &str) -> Result<(), Failure> {
        if self.sets.iter().any(|set| set.name == word) {
            return Ok(());
        }
        let set = day_set(context, word).map_err(|unknown| match looks_like_dates(word) {
            true => Failure::usage(format!("`{word}` is no holiday set and no date"))
                .hint("write a date as `2026-12-24`, and `--holiday` again for another"),
            false => unknown,
        });
        self.sets.push(set?);
        Ok(())
    }

    /// Closing can open nothing: it is taken out of the hours that the day would have.
    fn close(&mut self, words: &[String]) -> Result<(), Failure> {
        if words.is_empty() {
            return Ok(());
        }
        let usual = self.calendar();
        let mut left: BTreeMap<NaiveDate, Intervals> = BTreeMap::new();
        for word in words {
            let (date, times) = dated(word)?;
            let times = times.map(hours).transpose()?;
            let open = left.entry(date).or_insert_with(|| usual.day(date).hours);
            *open = match times {
                Some(times) if !times.0.is_empty() => without(open, &times.0),
                _ => Vec::new(),
            };
        }
        left.retain(|date, open| *open != usual.day(*date).hours);
        self.days.extend(left);
        Ok(())
    }
}

/// Weekly hours as they were typed, when they were.
///
/// # Errors
/// They cannot be read.
pub(super) fn week(typed: &[String]) -> Result<Option<Week>, Failure> {
    if typed.is_empty() {
        return Ok(None);
    }
    let week = Week::of_list(typed).map_err(|error| Failure::of_week(&error, typed));
    week.map(Some)
}

/// `DATE TIMES`, the times of one date together.
fn own_days(words: &[String]) -> Result<BTreeMap<NaiveDate, Intervals>, Failure> {
    let mut texts: BTreeMap<NaiveDate, String> = BTreeMap::new();
    for word in words {
        let (date, times) = dated(word)?;
        let Some(times) = times else {
            return Err(
                Failure::usage(format!("`--day {date}` does not say its hours"))
                    .hint(format!("write `--day \"{date} 09:00-12:00\"`"))
                    .hint(format!("`--closed {date}` closes it")),
            );
        };
        let text = texts.entry(date).or_default();
        if !text.is_empty() {
            text.push_str(", ");
        }
        text.push_str(times);
    }
    let days = texts.iter();
    days.map(|(date, text)| Ok((*date, hours(text)?.0)))
        .collect()
}

fn hours(text: &str) -> Result<Hours, Failure> {
    text.parse()
        .map_err(|error| Failure::of_hours(&error, text))
}

/// `DATE` or `DATE TIMES`.
fn dated(word: &str) -> Result<(NaiveDate, Option<&str>), Failure> {
    let (date, times) = match word.trim().split_once(char::is_whitespace) {
        Some((date, times)) => (date, Some(times.trim())),
        None => (word.trim(), None),
    };
    let date = iso_date(date).ok_or_else(|| {
        Failure::usage(format!("`{date}` is no date"))
            .hint("write `2026-12-24` or `2026-12-24 09:00-12:00`")
    })?;
    Ok((date, times))
}

/// Whether somebody may have meant a date, or several.
fn looks_like_dates(word: &str) -> bool {
    word.starts_with(|c: char| c.is_ascii_digit()) || word.contains(',')
}

/// Opening intervals with others taken out of them.
fn without(open: &[(u32, u32)], closed: &[(u32, u32)]) -> Intervals {
    let mut left = open.to_vec();
    for (from, to) in closed {
        left = left
            .into_iter()
            .flat_map(|(a, b)| [(a, b.min(*from)), (a.max(*to), b)])
            .filter(|(a, b)| a < b)
            .collect();
    }
    left
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn closed_hours_are_taken_out_of_the_open_ones() {
        let day = [(32_400, 64_800)];
        for (closed, left) in [
            (
                vec![(43_200, 46_800)],
                vec![(32_400, 43_200), (46_800, 64_800)],
            ),
            (vec![(0, 36_000)], vec![(36_000, 64_800)]),
            (vec![(0, 86_400)], vec![]),
            (vec![(70_000, 80_000)], day.to_vec()),
        ] {
            assert_eq!(without(&day, &closed), left);
        }
    }
}
