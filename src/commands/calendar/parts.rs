//! What a calendar is made of, and what is said to change it: other hours, holidays, closed hours.

use std::collections::BTreeMap;

use chrono::NaiveDate;

use super::args::CalendarArgs;
use super::day_sets::day_set;
use crate::commands::args::{ClosedHours, HolidayArg};
use crate::context::Context;
use crate::core::calendar::{Calendar, DaySet, Hours, Week, ZoneRules};
use crate::failure::Failure;

type Intervals = Vec<(u32, u32)>;

/// A calendar before it is built.
pub(super) struct CalendarParts {
    /// What to call it.
    pub name: String,
    pub week: Week,
    pub zone: ZoneRules,
    pub sets: Vec<DaySet>,
    /// Days with hours of their own; none: closed.
    pub days: BTreeMap<NaiveDate, Intervals>,
}

impl CalendarParts {
    pub(super) fn calendar(&self) -> Calendar {
        let sets: Vec<&DaySet> = self.sets.iter().collect();
        Calendar::new(&self.week, &self.zone, &sets, &self.days)
    }

    /// Adds holidays, then days with hours of their own, then takes out what is closed.
    ///
    /// # Errors
    /// An unknown set, or hours of a day that overlap.
    pub(super) fn change(&mut self, context: &Context, said: &CalendarArgs) -> Result<(), Failure> {
        for word in &said.holiday {
            match word {
                HolidayArg::Date(date) => {
                    self.days.insert(*date, Vec::new());
                }
                HolidayArg::Set(name) => self.add_set(context, name)?,
            }
        }
        self.days.extend(own_days(&said.day)?);
        self.close(&said.closed);
        Ok(())
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
    fn close(&mut self, closed: &[ClosedHours]) {
        if closed.is_empty() {
            return;
        }
        let usual = self.calendar();
        let mut left: BTreeMap<NaiveDate, Intervals> = BTreeMap::new();
        for ClosedHours { date, hours } in closed {
            let open = left.entry(*date).or_insert_with(|| usual.day(*date).hours);
            *open = match hours {
                Some(hours) => without(open, &hours.0),
                None => Vec::new(),
            };
        }
        left.retain(|date, open| *open != usual.day(*date).hours);
        self.days.extend(left);
    }
}

/// The hours of days, those of one date together.
///
/// # Errors
/// Two of them overlap.
fn own_days(said: &[(NaiveDate, Hours)]) -> Result<BTreeMap<NaiveDate, Intervals>, Failure> {
    let mut texts: BTreeMap<NaiveDate, Vec<String>> = BTreeMap::new();
    for (date, hours) in said {
        texts.entry(*date).or_default().push(hours.to_string());
    }
    let days = texts.into_iter().map(|(date, texts)| {
        let text = texts.join(", ");
        let hours: Result<Hours, _> = text.parse();
        let hours = hours.map_err(|error| Failure::of_hours(&error, &text))?;
        Ok((date, hours.0))
    });
    days.collect()
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
