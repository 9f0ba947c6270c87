//! Holiday sets by name: those that are compiled in, from plain data files.

use std::collections::BTreeMap;

use chrono::Weekday;

use crate::core::calendar::{DaySet, iso_date};
use crate::core::text::nearest;

/// The files, by the names of their sets.
const FILES: [(&str, &str); 6] = [
    ("australia", include_str!("days/australia.txt")),
    (
        "england-and-wales",
        include_str!("days/england-and-wales.txt"),
    ),
    ("russia", include_str!("days/russia.txt")),
    ("spain", include_str!("days/spain.txt")),
    ("united-states", include_str!("days/united-states.txt")),
    ("vietnam", include_str!("days/vietnam.txt")),
];

/// No holiday set has that name.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[error("no holiday set `{name}`")]
pub struct UnknownDays {
    /// Its name, as a plan writes it.
    pub name: String,
    /// The set that was most likely meant.
    pub nearest: Option<&'static str>,
}

impl UnknownDays {
    /// What would be right.
    pub fn hint(&self) -> String {
        match self.nearest {
            Some(nearest) => format!("did you mean `{nearest}`?"),
            None => {
                let names: Vec<_> = day_set_names().map(|name| format!("`{name}`")).collect();
                format!("there are {}", names.join(", "))
            }
        }
    }
}

/// The names of the sets that are compiled in, in alphabetical order.
pub fn day_set_names() -> impl Iterator<Item = &'static str> {
    FILES.iter().map(|(name, _)| *name)
}

/// The sets that are compiled in.
pub fn day_sets() -> impl Iterator<Item = DaySet> {
    FILES.iter().map(|(name, text)| read(name, text))
}

/// The set of that name, as it is compiled in.
///
/// ```
/// let set = sladesk::almanac::day_set("england-and-wales")?;
/// let funeral = "2022-09-19".parse().expect("a date");
/// assert_eq!(set.closed(funeral), Some("State Funeral of Queen Elizabeth II"));
/// # Ok::<(), sladesk::almanac::UnknownDays>(())
/// ```
///
/// # Errors
/// No set has that name; the error has the nearest.
pub fn day_set(name: &str) -> Result<DaySet, UnknownDays> {
    let found = FILES.iter().find(|(known, _)| *known == name);
    found
        .map(|(name, text)| read(name, text))
        .ok_or_else(|| UnknownDays {
            name: name.to_owned(),
            nearest: nearest(name, day_set_names()),
        })
}

/// Reads a file of ours. What a line says is checked by the tests, so that reading cannot fail.
fn read(name: &str, text: &str) -> DaySet {
    let mut set = DaySet {
        name: name.to_owned(),
        title: name.to_owned(),
        source: String::new(),
        from: 0,
        to: 0,
        projected_from: None,
        days: BTreeMap::new(),
        worked: BTreeMap::new(),
        half_days: BTreeMap::new(),
    };
    for line in text.lines() {
        let Some((key, value)) = line.split_once(' ') else {
            continue;
        };
        match key {
            "#" => {}
            "title" => value.clone_into(&mut set.title),
            "source" => value.clone_into(&mut set.source),
            "projected" => set.projected_from = value.parse().ok(),
            "years" => (set.from, set.to) = years(value).unwrap_or_default(),
            date => add(&mut set, date, value),
        }
    }
    set
}

fn years(text: &str) -> Option<(i32, i32)> {
    let (from, to) = text.split_once('-')?;
    Some((from.parse().ok()?, to.parse().ok()?))
}

/// `2026-12-25 Christmas Day`, `2026-08-22 worked as mon`.
fn add(set: &mut DaySet, date: &str, says: &str) {
    let Some(date) = iso_date(date) else {
        return;
    };
    let worked = says.strip_prefix("worked as ");
    match worked.and_then(|day| day.parse::<Weekday>().ok()) {
        Some(weekday) => {
            set.worked.insert(date, weekday);
        }
        None => {
            set.days.insert(date, says.to_owned());
        }
    }
}

#[cfg(test)]
mod tests {
    use chrono::{Datelike, NaiveDate};

    use super::*;

    #[test]
    fn every_line_of_every_set_is_read() {
        for ((name, text), set) in FILES.iter().zip(day_sets()) {
            let facts = text.lines().filter(|line| line.starts_with("20")).count();
            assert_eq!(set.days.len() + set.worked.len(), facts, "{name}");
            assert!(!set.title.is_empty() && !set.source.is_empty(), "{name}");
            assert!(set.from <= 2015 && set.to >= 2030, "{name}");
            let projected = set.projected_from.unwrap();
            assert!((2027..=set.to).contains(&projected), "{name}");
            for year in set.from..=set.to {
                let days = set.days.keys().filter(|date| date.year() == year).count();
                assert!(days >= 6, "{name} has {days} days in {year}");
            }
            let years = || set.days.keys().chain(set.worked.keys()).map(Datelike::year);
            assert!(years().all(|year| set.covers(year)), "{name}");
        }
    }

    #[test]
    fn moved_days_and_days_of_a_single_year_are_there() {
        for (set, date, says) in [
            (
                "england-and-wales",
                "2011-04-29",
                "Wedding of William and Catherine",
            ),
            (
                "england-and-wales",
                "2012-06-05",
                "Diamond Jubilee of Elizabeth II",
            ),
            ("england-and-wales", "2020-05-08", "May Day"),
            ("england-and-wales", "2022-06-02", "Spring Bank Holiday"),
            (
                "england-and-wales",
                "2022-06-03",
                "Platinum Jubilee of Elizabeth II",
            ),
            (
                "england-and-wales",
                "2022-09-19",
                "State Funeral of Queen Elizabeth II",
            ),
            (
                "england-and-wales",
                "2023-05-08",
                "Coronation of Charles III",
            ),
            ("england-and-wales", "2026-12-28", "Boxing Day (observed)"),
            ("united-states", "2026-07-03", "Independence Day (observed)"),
            ("russia", "2026-01-09", "Day off (moved from 2026-01-03)"),
            ("vietnam", "2026-08-31", "Day off (worked on 2026-08-22)"),
            ("vietnam", "2026-01-02", "Day off (worked on 2026-01-10)"),
            ("spain", "2026-10-12", "National Day"),
            ("australia", "2011-12-27", "Christmas Day (observed)"),
            ("australia", "2022-01-03", "New Year's Day (observed)"),
            ("australia", "2025-01-27", "Australia Day (observed)"),
            ("australia", "2026-12-28", "Boxing Day (observed)"),
            ("australia", "2027-12-28", "Boxing Day (observed)"),
            (
                "australia",
                "2022-09-22",
                "National Day of Mourning for Queen Elizabeth II",
            ),
        ] {
            let date = date.parse().unwrap();
            assert_eq!(
                day_set(set).unwrap().closed(date),
                Some(says),
                "{set} {date}"
            );
        }
        let england = day_set("england-and-wales").unwrap();
        for not in ["2020-05-04", "2022-05-30"] {
            assert_eq!(
                england.closed(not.parse().unwrap()),
                None,
                "moved away from {not}"
            );
        }
    }

    #[test]
    fn a_saturday_that_is_worked_takes_the_hours_of_the_day_it_is_worked_for() {
        for (set, date, like) in [
            ("vietnam", "2026-08-22", Weekday::Mon),
            ("vietnam", "2026-01-10", Weekday::Fri),
            ("russia", "2024-11-02", Weekday::Tue),
        ] {
            let date: NaiveDate = date.parse().unwrap();
            assert_eq!(
                day_set(set).unwrap().worked.get(&date),
                Some(&like),
                "{set} {date}"
            );
        }
    }

    #[test]
    fn an_unknown_set_is_refused_with_the_nearest() {
        let error = day_set("england").unwrap_err();
        assert_eq!(error.to_string(), "no holiday set `england`");
        assert_eq!(error.hint(), "did you mean `england-and-wales`?");
        assert!(
            day_set("atlantis")
                .unwrap_err()
                .hint()
                .starts_with("there are `australia`, ")
        );
    }
}
