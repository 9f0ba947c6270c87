//! Holiday sets by name: those that are compiled in, from plain data files.

use std::collections::BTreeMap;

use chrono::Weekday;

use super::day_files::FILES;
use crate::core::calendar::{DaySet, iso_date};
use crate::core::text::nearest;

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
            None => "`sladesk calendar holidays` lists them all".to_owned(),
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
    file(name)
        .map(|text| read(name, text))
        .ok_or_else(|| UnknownDays {
            name: name.to_owned(),
            nearest: nearest(name, day_set_names()),
        })
}

fn file(name: &str) -> Option<&'static str> {
    let found = FILES.binary_search_by_key(&name, |(known, _)| known);
    found.ok().map(|place| FILES[place].1)
}

/// Reads a file of ours. What a line says is checked by the tests, so that reading cannot fail. A
/// region's says what is different from its country's.
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
            "base" => {
                let base = file(value).map(|text| read(value, text));
                let base = base.map(|base| (base.days, base.worked));
                (set.days, set.worked) = base.unwrap_or_default();
            }
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

/// `2026-12-25 Christmas Day`, `2026-08-22 worked as mon`; `2026-04-23 open`: not as in the country.
fn add(set: &mut DaySet, date: &str, says: &str) {
    let Some(date) = iso_date(date) else {
        return;
    };
    let worked = says.strip_prefix("worked as ");
    match worked.and_then(|day| day.parse::<Weekday>().ok()) {
        Some(weekday) => {
            set.worked.insert(date, weekday);
        }
        None if says == "open" => {
            set.days.remove(&date);
            set.worked.remove(&date);
        }
        None => {
            set.worked.remove(&date);
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
            let facts = || text.lines().filter(|line| line.starts_with("20"));
            let of_base = text.lines().any(|line| line.starts_with("base "));
            if !of_base {
                assert_eq!(set.days.len() + set.worked.len(), facts().count(), "{name}");
            }
            for fact in facts() {
                let (date, says) = fact.split_once(' ').unwrap();
                let date = iso_date(date).unwrap();
                match says {
                    "open" => assert_eq!(set.closed(date), None, "{name} {date}"),
                    says if says.starts_with("worked as ") => {
                        assert!(set.worked.contains_key(&date), "{name} {date}");
                    }
                    says => assert_eq!(set.closed(date), Some(says), "{name} {date}"),
                }
            }
            assert!(!set.title.is_empty() && !set.source.is_empty(), "{name}");
            assert!(set.from <= 2015 && set.to >= 2030, "{name}");
            let projected = set.projected_from.unwrap();
            assert!((2026..=set.to).contains(&projected), "{name}");
            let days_of = |year: i32| set.days.keys().filter(|date| date.year() == year).count();
            let mut counts: Vec<usize> = (set.from..=set.to).map(days_of).collect();
            counts.sort_unstable();
            let (least, usual) = (counts[0], counts[counts.len() / 2]);
            assert!(least >= 4 && least * 5 >= usual * 3, "{name}: {counts:?}");
            let years = || set.days.keys().chain(set.worked.keys()).map(Datelike::year);
            assert!(years().all(|year| set.covers(year)), "{name}");
        }
    }

    #[test]
    fn sets_are_found_by_name_and_countries_are_many() {
        assert!(FILES.is_sorted_by_key(|(name, _)| name));
        let bases = FILES.iter().filter(|(_, text)| !text.contains("\nbase "));
        assert!(bases.count() >= 60);
        for (name, text) in FILES {
            let mut bases = text.lines().filter_map(|line| line.strip_prefix("base "));
            if let Some(base) = bases.next() {
                assert!(name.starts_with(base) && file(base).is_some(), "{name}");
            }
        }
    }

    /// As the governments announced them, looked up beside the source.
    #[test]
    fn regions_keep_days_of_their_own() {
        for (set, date, says) in [
            ("germany", "2026-10-03", Some("German Unity Day")),
            ("germany", "2026-01-06", None),
            ("germany-bayern", "2026-01-06", Some("Epiphany")),
            ("germany-bayern", "2026-10-03", Some("German Unity Day")),
            ("germany-berlin", "2026-03-08", Some("Women's Day")),
            ("scotland", "2026-01-02", Some("New Year Holiday")),
            (
                "northern-ireland",
                "2026-03-17",
                Some("Saint Patrick's Day"),
            ),
            ("spain-madrid", "2026-05-02", Some("Madrid Day")),
            (
                "canada-quebec",
                "2026-06-24",
                Some("Saint John the Baptist Day"),
            ),
            ("france", "2026-12-26", None),
            ("france-alsace", "2026-12-26", Some("Saint Stephen's Day")),
            (
                "australia-victoria",
                "2026-11-03",
                Some("Melbourne Cup Day"),
            ),
            ("switzerland-zurich", "2026-08-01", Some("National Day")),
            (
                "new-zealand-auckland",
                "2026-01-26",
                Some("Auckland Anniversary Day"),
            ),
        ] {
            let date = date.parse().unwrap();
            assert_eq!(day_set(set).unwrap().closed(date), says, "{set} {date}");
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
        let unknown = day_set("atlantis").unwrap_err();
        assert_eq!(unknown.hint(), "`sladesk calendar holidays` lists them all");
    }
}
