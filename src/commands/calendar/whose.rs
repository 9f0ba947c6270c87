//! Whose calendar: a customer's, a contract's, a plan's, or one made up on the spot.

use std::collections::BTreeMap;

use chrono::NaiveDate;

use super::Whose;
use crate::almanac;
use crate::core::calendar::{Calendar, DaySet, Hours, Week, ZoneRules};
use crate::core::model::Instant;
use crate::core::terms::{CalendarTerms, Terms};
use crate::core::words::{Direction, Here, when};
use crate::desk::Desk;
use crate::failure::Failure;
use crate::store::Known;

/// A calendar, and what was said beside it.
pub(super) struct Asked {
    pub calendar: Calendar,
    /// What to call it.
    pub name: String,
    pub zone: ZoneRules,
    /// Stretches that do not count, sorted, disjoint.
    pub paused: Vec<(Instant, Instant)>,
}

impl Asked {
    /// Where and when its words are said: in its own zone.
    pub fn here<'a>(&'a self, desk: &Desk) -> Here<'a> {
        Here::new(desk.now(), &self.zone)
    }

    /// A point in time, in the calendar's own zone unless it says another.
    ///
    /// # Errors
    /// It cannot be read.
    pub fn instant(&self, desk: &Desk, word: Option<&str>) -> Result<Instant, Failure> {
        match word {
            Some(word) => Ok(when(word, &self.here(desk), Direction::Either)?),
            None => Ok(desk.now()),
        }
    }

    /// What is paused of [from, to), in open seconds.
    pub fn paused_within(&self, from: Instant, to: Instant) -> i64 {
        let cut = self
            .paused
            .iter()
            .map(|(a, b)| ((*a).max(from), (*b).min(to)));
        cut.filter(|(a, b)| a < b)
            .map(|(a, b)| self.calendar.elapsed(a, b))
            .sum()
    }
}

/// The calendar that was asked for; `key` names one of a plan's, its hours of support when absent.
///
/// # Errors
/// Nobody is called so, hours that are still open, a zone or hours that cannot be read.
pub(super) fn asked(desk: &Desk, whose: &Whose, key: Option<&str>) -> Result<Asked, Failure> {
    let mut asked = match whose.name.as_deref() {
        None => ad_hoc(desk, whose)?,
        Some(name) => of_terms(desk, name, whose, key)?,
    };
    asked.paused = pauses(desk, whose, &asked)?;
    Ok(asked)
}

/// The terms of a customer, a contract or a plan.
///
/// # Errors
/// Nobody is called so.
pub(in crate::commands) fn terms(desk: &Desk, name: &str) -> Result<Terms, Failure> {
    if name.contains('/') || name.contains(':') {
        return plan(desk, name);
    }
    let now = desk.now();
    let found = match desk.store() {
        Ok(_) => desk.contract(name, now),
        Err(no_desk) => Err(no_desk),
    };
    let (customer, contract) = match found {
        Ok(found) => found,
        Err(failure) => return plan(desk, name).map_err(|_| failure),
    };
    let account = desk.account(customer.id, Known::All)?;
    let event = account
        .contract(contract)
        .and_then(|c| c.terms_near(now))
        .map(|t| t.event);
    let mut book = desk.book()?;
    let terms = match event {
        Some(event) => book.learn_terms(desk.store()?, event)?.cloned(),
        None => None,
    };
    terms.ok_or_else(|| Failure::not_found(format!("contract {contract} has no terms yet")))
}

fn plan(desk: &Desk, name: &str) -> Result<Terms, Failure> {
    let found = desk.catalogue()?.find(name)?;
    found
        .terms()
        .ok_or_else(|| Failure::not_found(format!("no plan `{name}`")))
}

fn of_terms(desk: &Desk, name: &str, whose: &Whose, key: Option<&str>) -> Result<Asked, Failure> {
    let terms = terms(desk, name)?;
    let Some(key) = key.or(terms.hours.as_deref()) else {
        return Err(Failure::not_possible(format!(
            "{} has no hours of support",
            terms.name()
        )));
    };
    let Some(calendar) = terms.calendars.get(key) else {
        return Err(Failure::not_possible(format!(
            "the hours of {} are open: agreed at signing",
            terms.name()
        )));
    };
    let week = settled_week(calendar, &terms)?.clone();
    let zone = zone(desk, whose.zone.as_deref(), calendar, &terms)?;
    let sets: Vec<String> = calendar.holidays.settled().cloned().unwrap_or_default();
    let sets = sets
        .iter()
        .map(|set| day_set(desk, set))
        .collect::<Result<Vec<_>, _>>()?;
    let sets: Vec<&DaySet> = sets.iter().collect();
    Ok(Asked {
        calendar: Calendar::new(&week, &zone, &sets, &calendar.days),
        name: format!("{} {key}", terms.name()),
        zone,
        paused: Vec::new(),
    })
}

fn settled_week<'t>(calendar: &'t CalendarTerms, terms: &Terms) -> Result<&'t Week, Failure> {
    calendar.week.settled().ok_or_else(|| {
        Failure::not_possible(format!(
            "the hours of {} are open: agreed at signing",
            terms.name()
        ))
        .hint("name a customer or a contract, or say them: `--week \"mon-fri 09:00-17:00\"`")
    })
}

fn zone(
    desk: &Desk,
    typed: Option<&str>,
    calendar: &CalendarTerms,
    terms: &Terms,
) -> Result<ZoneRules, Failure> {
    match typed.or(calendar.zone.settled().map(String::as_str)) {
        Some(name) => rules(name),
        None => match desk.zones() {
            Ok(zones) => Ok(zones.desk.clone()),
            Err(_) => Err(Failure::missing(
                format!("the zone of {} is agreed at signing", terms.name()),
                "--zone",
                Vec::new(),
            )),
        },
    }
}

fn rules(name: &str) -> Result<ZoneRules, Failure> {
    match ZoneRules::fixed(name) {
        Some(fixed) => Ok(fixed),
        None => Ok(almanac::zone(name)?),
    }
}

/// A holiday set: the desk's own version where it has one, else the built-in one.
pub(super) fn day_set(desk: &Desk, name: &str) -> Result<DaySet, Failure> {
    if let Ok(mut book) = desk.book()
        && book.days_hash(name).is_some()
    {
        return book.day_set(desk.store()?, name);
    }
    Ok(almanac::day_set(name)?)
}

fn ad_hoc(desk: &Desk, whose: &Whose) -> Result<Asked, Failure> {
    let zone = match whose.zone.as_deref() {
        Some(name) => rules(name)?,
        None => desk.shown_without_desk(),
    };
    let week = match whose.week.is_empty() {
        true => Week::around_the_clock(),
        false => Week::of_list(&whose.week).map_err(|error| {
            let part = whose.week.get(error.part).map_or("", String::as_str);
            Failure::of_hours(&error, part)
        })?,
    };
    let mut days: BTreeMap<NaiveDate, Vec<(u32, u32)>> = BTreeMap::new();
    let mut sets = Vec::new();
    for word in &whose.holidays {
        match word.parse::<NaiveDate>() {
            Ok(date) => {
                days.insert(date, Vec::new());
            }
            Err(_) => sets.push(day_set(desk, word)?),
        }
    }
    for word in &whose.days {
        let (date, times) = dated(word)?;
        days.insert(date, times.unwrap_or_default().0);
    }
    for word in &whose.closed {
        let (date, times) = dated(word)?;
        let usual = week.hours(chrono::Datelike::weekday(&date)).to_vec();
        let open = days.get(&date).cloned().unwrap_or(usual);
        let left = times.map_or_else(Vec::new, |times| without(&open, &times.0));
        days.insert(date, left);
    }
    let sets: Vec<&DaySet> = sets.iter().collect();
    Ok(Asked {
        calendar: Calendar::new(&week, &zone, &sets, &days),
        name: week.to_string(),
        zone,
        paused: Vec::new(),
    })
}

/// `DATE` or `DATE TIMES`.
fn dated(word: &str) -> Result<(NaiveDate, Option<Hours>), Failure> {
    let (date, times) = match word.trim().split_once(char::is_whitespace) {
        Some((date, times)) => (date, Some(times.trim())),
        None => (word.trim(), None),
    };
    let date = date.parse::<NaiveDate>().map_err(|_| {
        Failure::usage(format!("`{date}` is no date"))
            .hint("write `2026-12-24` or `2026-12-24 09:00-12:00`")
    })?;
    let times = times.map(|text| {
        text.parse::<Hours>()
            .map_err(|error| Failure::of_hours(&error, text))
    });
    Ok((date, times.transpose()?))
}

/// Opening intervals with others taken out of them.
fn without(open: &[(u32, u32)], closed: &[(u32, u32)]) -> Vec<(u32, u32)> {
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

fn pauses(desk: &Desk, whose: &Whose, asked: &Asked) -> Result<Vec<(Instant, Instant)>, Failure> {
    let mut paused = Vec::new();
    for word in &whose.paused {
        let Some((from, to)) = word.split_once("..") else {
            return Err(Failure::usage(format!("`{word}` is no pause"))
                .hint("write its two ends: `2026-03-27T16:00..2026-03-30T10:00`"));
        };
        let from = asked.instant(desk, Some(from.trim()))?;
        let to = asked.instant(desk, Some(to.trim()))?;
        if to < from {
            return Err(Failure::usage(format!("`{word}` ends before it begins")));
        }
        paused.push((from, to));
    }
    paused.sort_unstable();
    let mut disjoint: Vec<(Instant, Instant)> = Vec::new();
    for (from, to) in paused {
        match disjoint.last_mut() {
            Some(last) if from <= last.1 => last.1 = last.1.max(to),
            _ => disjoint.push((from, to)),
        }
    }
    Ok(disjoint)
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
