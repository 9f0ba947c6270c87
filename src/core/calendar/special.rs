//! Days that do not follow their weekday: closed, with hours of their own, or worked in exchange
//! for another.

use std::collections::BTreeMap;

use chrono::{NaiveDate, Weekday};

use super::hours::normalised;
use super::plan::DayPlans;
use super::tally::{DayUnits, weekday};
use super::{DaySet, HalfDay, Week};

/// What is said of a day that the calendar itself closes.
const OWN: &str = "special day";

/// What is said of a day with hours of its own.
const OWN_HOURS: &str = "hours of its own";

/// Dates beyond these are outside the years of any zone; days are numbered from 1970-01-01.
const YEARS: std::ops::Range<i32> = -25_567..120_530;

/// The names of days, in order, in one piece of text.
#[derive(Clone, Debug, Default)]
pub(super) struct DayNames {
    days: Vec<(i32, u32)>,
    text: String,
}

impl DayNames {
    fn push(&mut self, day: i32, name: &str) {
        self.text.push_str(name);
        self.days.push((day, self.text.len() as u32));
    }

    pub(super) fn get(&self, day: i32) -> Option<&str> {
        let number = self.days.binary_search_by_key(&day, |(day, _)| *day).ok()?;
        let start = number
            .checked_sub(1)
            .map_or(0, |before| self.days[before].1);
        self.text.get(start as usize..self.days[number].1 as usize)
    }
}

/// What makes a day special; what stands first decides.
#[derive(Clone, Copy)]
enum DayRule<'a> {
    Own(&'a [(u32, u32)]),
    Closed(&'a str),
    Half(&'a HalfDay),
    Worked(Weekday),
}

impl DayRule<'_> {
    fn rank(self) -> u8 {
        match self {
            DayRule::Own(_) => 0,
            DayRule::Closed(_) => 1,
            DayRule::Half(_) => 2,
            DayRule::Worked(_) => 3,
        }
    }
}

/// The days that differ, in order, and all kinds of days.
pub(super) struct SpecialDays {
    pub days: Vec<(i32, DayUnits)>,
    pub plans: DayPlans,
    /// Of closed days.
    pub names: DayNames,
    /// Why other days have not the hours of their weekday.
    pub notes: DayNames,
}

pub(super) fn collect(
    week: &Week,
    sets: &[&DaySet],
    own: &BTreeMap<NaiveDate, Vec<(u32, u32)>>,
) -> SpecialDays {
    let mut plans = DayPlans::new(week);
    let usual = plans.week();
    let closed = plans.kind_of(&[]);
    let (mut names, mut notes) = (DayNames::default(), DayNames::default());
    let special = in_order(sets, own);
    let mut days = Vec::with_capacity(special.len());
    for (number, special) in special {
        let day = match special {
            DayRule::Worked(like) => {
                notes.push(number, worked_as(like));
                usual[like.num_days_from_monday() as usize]
            }
            DayRule::Closed(name) => {
                names.push(number, name);
                closed
            }
            DayRule::Half(half) => {
                notes.push(number, &half.name);
                let usual = &week.0[weekday(number)];
                plans.kind_of(&common(usual, &normalised(half.hours.clone())))
            }
            DayRule::Own([]) => {
                names.push(number, OWN);
                closed
            }
            DayRule::Own(hours) => {
                notes.push(number, OWN_HOURS);
                plans.kind_of(&normalised(hours.to_vec()))
            }
        };
        if day != usual[weekday(number)] {
            days.push((number, day));
        }
    }
    SpecialDays {
        days,
        plans,
        names,
        notes,
    }
}

/// When both are open.
fn common(a: &[(u32, u32)], b: &[(u32, u32)]) -> Vec<(u32, u32)> {
    let cut = |(from, to): (u32, u32)| {
        b.iter()
            .map(move |(open, close)| (from.max(*open), to.min(*close)))
            .filter(|(from, to)| from < to)
    };
    a.iter().copied().flat_map(cut).collect()
}

/// What is said of a day that is worked for another.
fn worked_as(like: Weekday) -> &'static str {
    match like {
        Weekday::Mon => "worked, with the hours of Mon",
        Weekday::Tue => "worked, with the hours of Tue",
        Weekday::Wed => "worked, with the hours of Wed",
        Weekday::Thu => "worked, with the hours of Thu",
        Weekday::Fri => "worked, with the hours of Fri",
        Weekday::Sat => "worked, with the hours of Sat",
        Weekday::Sun => "worked, with the hours of Sun",
    }
}

/// Every special day once, by the entry that decides.
fn in_order<'a>(
    sets: &[&'a DaySet],
    own: &'a BTreeMap<NaiveDate, Vec<(u32, u32)>>,
) -> Vec<(i32, DayRule<'a>)> {
    let mut found =
        Vec::with_capacity(own.len() + sets.iter().map(|s| s.days.len()).sum::<usize>());
    let mut add = |date: &NaiveDate, special| found.push((date.to_epoch_days(), special));
    for (date, hours) in own {
        add(date, DayRule::Own(hours));
    }
    for set in sets {
        for (date, name) in &set.days {
            add(date, DayRule::Closed(name));
        }
        for (date, half) in &set.half_days {
            add(date, DayRule::Half(half));
        }
        for (date, like) in &set.worked {
            add(date, DayRule::Worked(*like));
        }
    }
    found.retain(|(day, _)| YEARS.contains(day));
    found.sort_by_key(|(day, special)| (*day, special.rank()));
    found.dedup_by(|next, kept| {
        // a day that the calendar closes too is called by its holiday
        if let (true, DayRule::Own([]), DayRule::Closed(_)) = (next.0 == kept.0, kept.1, next.1) {
            kept.1 = next.1;
        }
        next.0 == kept.0
    });
    found
}
