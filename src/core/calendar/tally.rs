//! Sums over days without walking them: how many units (seconds, or open days) lie before a day,
//! and on which day a unit lies.
//!
//! A week has a fixed sum and most days follow it; those that do not are listed in order with the
//! sum of their differences. Either question is then a division and a search in that list.

/// Days are numbered from 1970-01-01. This is the Monday before it.
const MONDAY: i32 = -3;

/// Exceptions are found by the 64 days that they lie in.
const SHIFT: u32 = 6;

/// A day that does not follow its weekday.
#[derive(Clone, Copy, Debug)]
struct Exception {
    day: i32,
    weight: u32,
    /// What the exceptions before this one add to the sum.
    added: i64,
    /// All units before this day.
    units: i64,
}

/// Units by day: those of its weekday, unless the day is an exception.
#[derive(Clone, Debug)]
pub(super) struct Tally {
    /// Units from Monday up to each weekday; the last is the week's sum.
    upto: [i64; 8],
    exceptions: Vec<Exception>,
    /// What all exceptions add to the sum.
    added: i64,
    /// The first exception at or after the start of each piece of 64 days.
    pieces: Vec<u32>,
    first: i32,
}

/// Where a day stands in a tally.
#[derive(Clone, Copy, Debug)]
pub(super) struct Place {
    /// Units before it.
    pub before: i64,
    /// Its number among the exceptions, if it is one.
    pub exception: Option<usize>,
}

/// 0 is Monday.
pub(super) fn weekday(day: i32) -> usize {
    (day - MONDAY).rem_euclid(7) as usize
}

impl Tally {
    /// `week` has the units of each weekday, `exceptions` those of single days, in order.
    pub fn new(week: [u32; 7], exceptions: impl IntoIterator<Item = (i32, u32)>) -> Tally {
        let mut upto = [0; 8];
        for (i, units) in week.iter().enumerate() {
            upto[i + 1] = upto[i] + i64::from(*units);
        }
        let mut tally = Tally {
            upto,
            exceptions: Vec::new(),
            added: 0,
            pieces: Vec::new(),
            first: 0,
        };
        for (day, weight) in exceptions {
            tally.except(day, weight, week[weekday(day)]);
        }
        tally
    }

    fn except(&mut self, day: i32, weight: u32, usual: u32) {
        if self.exceptions.is_empty() {
            self.first = day;
        }
        let piece = ((day - self.first) >> SHIFT) as usize;
        let next = u32::try_from(self.exceptions.len()).expect("there are fewer days");
        self.pieces.resize(self.pieces.len().max(piece + 1), next);
        self.exceptions.push(Exception {
            day,
            weight,
            added: self.added,
            units: self.regular(day) + self.added,
        });
        self.added += i64::from(weight) - i64::from(usual);
    }

    /// Units before that day as if there were no exceptions.
    fn regular(&self, day: i32) -> i64 {
        let since = day - MONDAY;
        let (weeks, rest) = (since.div_euclid(7), since.rem_euclid(7));
        i64::from(weeks) * self.upto[7] + self.upto[rest as usize]
    }

    /// The number of exceptions before that day.
    fn passed(&self, day: i32) -> usize {
        let Ok(piece) = usize::try_from((day - self.first) >> SHIFT) else {
            return 0;
        };
        let Some(start) = self.pieces.get(piece) else {
            return self.exceptions.len();
        };
        let mut passed = *start as usize;
        while self.exceptions.get(passed).is_some_and(|e| e.day < day) {
            passed += 1;
        }
        passed
    }

    /// Where that day stands.
    pub fn place(&self, day: i32) -> Place {
        let passed = self.passed(day);
        let next = self.exceptions.get(passed);
        Place {
            before: self.regular(day) + next.map_or(self.added, |e| e.added),
            exception: next.is_some_and(|e| e.day == day).then_some(passed),
        }
    }

    /// The first exception on or after that day.
    pub fn next_exception(&self, day: i32) -> Option<i32> {
        self.exceptions.get(self.passed(day)).map(|e| e.day)
    }

    /// Units before that day.
    pub fn before(&self, day: i32) -> i64 {
        self.place(day).before
    }

    /// The units of that day.
    pub fn of(&self, day: i32) -> u32 {
        let weekday = weekday(day);
        match self.place(day).exception {
            Some(exception) => self.exceptions[exception].weight,
            None => (self.upto[weekday + 1] - self.upto[weekday]) as u32,
        }
    }

    /// The day on which that unit lies, which exception it is, and how many units of the day come
    /// before the asked one; `None` when there are not so many.
    pub fn day_of(&self, unit: i64) -> Option<(i32, Option<usize>, i64)> {
        let passed = self.exceptions.partition_point(|e| e.units <= unit);
        let mut added = 0;
        if let Some(number) = passed.checked_sub(1) {
            let last = &self.exceptions[number];
            let into = unit - last.units;
            if into < i64::from(last.weight) {
                return Some((last.day, Some(number), into));
            }
            added = self.exceptions.get(passed).map_or(self.added, |e| e.added);
        }
        let week = self.upto[7];
        if week == 0 {
            return None;
        }
        let regular = unit - added;
        let (weeks, rest) = (regular.div_euclid(week), regular.rem_euclid(week));
        let mut weekday = 0;
        while self.upto[weekday + 1] <= rest {
            weekday += 1;
        }
        let day = weeks.checked_mul(7)? + i64::from(MONDAY) + weekday as i64;
        Some((i32::try_from(day).ok()?, None, rest - self.upto[weekday]))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_unit_lies_on_the_day_that_counting_finds() {
        let week = [8, 8, 8, 8, 6, 0, 0];
        let exceptions = [
            (-10, 0),
            (-2, 1),
            (5, 9),
            (6, 0),
            (7, 0),
            (300, 0),
            (1000, 3),
            (1001, 4),
        ];
        let tally = Tally::new(week, exceptions);
        let mut unit = tally.before(-30);
        for day in -30..1300 {
            assert_eq!(tally.before(day), unit, "before day {day}");
            let special = exceptions.iter().find(|e| e.0 == day);
            let units = special.map_or(week[weekday(day)], |e| e.1);
            assert_eq!(tally.of(day), units, "of day {day}");
            for into in 0..i64::from(units) {
                let found = tally.day_of(unit + into).map(|(day, _, into)| (day, into));
                assert_eq!(found, Some((day, into)));
            }
            unit += i64::from(units);
        }
    }

    #[test]
    fn where_no_week_counts_the_units_end_with_the_exceptions() {
        let tally = Tally::new([0; 7], [(10, 2), (11, 0), (400, 1)]);
        let days: Vec<_> = (0..4)
            .map(|unit| tally.day_of(unit).map(|found| found.0))
            .collect();
        assert_eq!(days, [Some(10), Some(10), Some(400), None]);
    }
}
