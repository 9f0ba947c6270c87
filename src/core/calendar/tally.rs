//! Sums over days without walking them: how many units (seconds, or open days) lie before a day,
//! and on which day a unit lies.
//!
//! A week has a fixed sum and most days follow it; those that do not are listed in order with the
//! sum of their differences. Either question is then a division and a look into that list. It is
//! asked millions of times when a desk is worked out anew, so it has no division by what is only
//! known at run time and few branches that depend on the day.

/// Days are numbered from 1970-01-01. Weeks are numbered from a Monday so long before that no
/// number of a week is negative.
const WEEKS: i64 = 1 << 21;
const MONDAY: i64 = -3 - 7 * WEEKS;

/// Exceptions are found by the 64 days that they lie in.
const SHIFT: u32 = 6;

/// What a day counts, and a number that tells whose units they are.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct DayUnits {
    pub units: u32,
    pub kind: u32,
}

/// A day that does not follow its weekday.
#[derive(Clone, Copy, Debug)]
struct DayException {
    number: i32,
    day: DayUnits,
    /// What the exceptions before this one add to the sum.
    added: i64,
    /// All units before this day.
    units: i64,
}

/// 64 days: which of them are exceptions, and how many exceptions and units are before them.
#[derive(Clone, Copy, Debug)]
struct TallyPiece {
    exceptions: u64,
    passed: usize,
    units: i64,
}

/// Units by day: those of its weekday, unless the day is an exception.
#[derive(Clone, Debug)]
pub(super) struct DayTally {
    week: [DayUnits; 7],
    /// Units from Monday up to each weekday; the last is the week's sum.
    upto: [i64; 8],
    /// Multiplied by it and shifted, units become weeks.
    reciprocal: u64,
    /// The last ones, `crowd` and one more, are none: they stand for what comes after all.
    exceptions: Vec<DayException>,
    /// The most exceptions that lie in one piece.
    crowd: usize,
    /// The first stands for all time before the exceptions, the last for all time after.
    pieces: Vec<TallyPiece>,
    /// The number of the first piece, in 64 days from 1970.
    first: i32,
    /// Pieces per unit, about.
    density: f64,
}

/// Where a day stands in a tally.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct TallyPlace {
    /// Units before it.
    pub before: i64,
    pub day: DayUnits,
}

/// Where a unit lies.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct FoundUnit {
    pub number: i32,
    pub kind: u32,
    /// Units of the day that come before it.
    pub into: u32,
}

/// Number of the week, and weekday from Monday on.
fn week_of(day: i32) -> (u32, usize) {
    let since = (i64::from(day) - MONDAY) as u32;
    (since / 7, (since % 7) as usize)
}

/// 0 is Monday.
pub(super) fn weekday(day: i32) -> usize {
    week_of(day).1
}

impl DayTally {
    /// What each weekday counts, and the days that count otherwise, in order.
    pub(super) fn new(week: [DayUnits; 7], exceptions: &[(i32, DayUnits)]) -> DayTally {
        let mut upto = [0; 8];
        for (i, day) in week.iter().enumerate() {
            upto[i + 1] = upto[i] + i64::from(day.units);
        }
        let ends = exceptions.first().zip(exceptions.last());
        let span = ends.map_or(0, |(first, last)| (last.0 - first.0) >> SHIFT);
        let mut tally = DayTally {
            week,
            upto,
            reciprocal: (1u64 << 63) / upto[7].max(1) as u64 + 1,
            exceptions: Vec::with_capacity(exceptions.len() + 16),
            crowd: 0,
            pieces: Vec::with_capacity(span as usize + 4),
            first: exceptions.first().map_or(0, |(day, _)| day >> SHIFT) - 1,
            density: 0.0,
        };
        let mut added = 0;
        for (number, day) in exceptions {
            tally.except(*number, *day, added);
            added += i64::from(day.units) - i64::from(week[weekday(*number)].units);
        }
        tally.close(added);
        tally
    }

    fn except(&mut self, number: i32, day: DayUnits, added: i64) {
        self.lay_pieces_to((number >> SHIFT) + 1, added);
        if let Some(piece) = self.pieces.last_mut() {
            piece.exceptions |= 1 << (number & 63);
        }
        self.exceptions.push(DayException {
            number,
            day,
            added,
            units: self.regular(number) + added,
        });
    }

    fn lay_pieces_to(&mut self, end: i32, added: i64) {
        let end = (end - self.first) as usize;
        while self.pieces.len() < end {
            let start = (self.first + self.pieces.len() as i32) << SHIFT;
            self.pieces.push(TallyPiece {
                exceptions: 0,
                passed: self.exceptions.len(),
                units: self.regular(start) + added,
            });
        }
    }

    fn close(&mut self, added: i64) {
        let end = self.first + self.pieces.len() as i32;
        self.lay_pieces_to(end.max(self.first + 1) + 1, added);
        let pairs = self.pieces.windows(2);
        let crowd = pairs.map(|pair| pair[1].passed - pair[0].passed).max();
        self.crowd = crowd.unwrap_or(0);
        let none = DayException {
            number: i32::MAX,
            day: DayUnits { units: 0, kind: 0 },
            added,
            units: i64::MAX,
        };
        let length = self.exceptions.len() + self.crowd + 1;
        self.exceptions.resize(length, none);
        let last = self.pieces.len() - 1;
        let units = self.pieces[last].units - self.pieces[0].units;
        self.density = last as f64 / units.max(1) as f64;
        self.pieces[0].units = i64::MIN;
    }

    /// Units before that day as if there were no exceptions.
    fn regular(&self, day: i32) -> i64 {
        let (week, weekday) = week_of(day);
        (i64::from(week) - WEEKS) * self.upto[7] + self.upto[weekday]
    }

    /// The number of exceptions before that day, and whether it is one.
    fn passed(&self, day: i32) -> (usize, bool) {
        let last = self.pieces.len() as i32 - 1;
        let piece = &self.pieces[((day >> SHIFT) - self.first).clamp(0, last) as usize];
        let bit = 1u64 << (day & 63);
        let passed = (piece.exceptions & (bit - 1)).count_ones() as usize;
        (piece.passed + passed, piece.exceptions & bit != 0)
    }

    /// Where that day stands.
    pub(super) fn place(&self, day: i32) -> TallyPlace {
        let (passed, special) = self.passed(day);
        let next = &self.exceptions[passed];
        let (week, weekday) = week_of(day);
        let regular = (i64::from(week) - WEEKS) * self.upto[7] + self.upto[weekday];
        TallyPlace {
            before: regular + next.added,
            day: if special {
                next.day
            } else {
                self.week[weekday]
            },
        }
    }

    /// The first exception on or after that day.
    pub(super) fn next_exception(&self, day: i32) -> Option<i32> {
        let next = &self.exceptions[self.passed(day).0];
        (next.number < i32::MAX).then_some(next.number)
    }

    /// Where that unit lies; `None` when there are not so many.
    pub(super) fn find(&self, unit: i64) -> Option<FoundUnit> {
        let start = self.pieces[self.piece_of(unit)].passed;
        // those of later pieces lie after the unit, so that it does no harm to look at them too,
        // and a loop of the same length every time is foreseen
        let near = &self.exceptions[start..start + self.crowd];
        let passed: usize = near.iter().map(|e| usize::from(e.units <= unit)).sum();
        let passed = start + passed;
        if let Some(last) = passed.checked_sub(1).map(|last| &self.exceptions[last]) {
            let into = unit - last.units;
            if into < i64::from(last.day.units) {
                return Some(FoundUnit {
                    number: last.number,
                    kind: last.day.kind,
                    into: into as u32,
                });
            }
        }
        self.find_regular(unit - self.exceptions[passed].added)
    }

    /// The last piece that begins at or before that unit.
    fn piece_of(&self, unit: i64) -> usize {
        let last = self.pieces.len() - 1;
        let Some(first) = self.pieces.get(1).filter(|first| first.units <= unit) else {
            return 0;
        };
        // pieces hold about as many units each, so that the guess is one off at most, or two
        let guess = (unit - first.units) as f64 * self.density;
        let mut piece = (guess as usize + 1).min(last);
        piece -= usize::from(self.pieces[piece].units > unit);
        while self.pieces[piece].units > unit {
            piece -= 1;
        }
        piece += usize::from(piece < last && self.pieces[piece + 1].units <= unit);
        while piece < last && self.pieces[piece + 1].units <= unit {
            piece += 1;
        }
        piece
    }

    /// Where a unit lies as if there were no exceptions.
    fn find_regular(&self, unit: i64) -> Option<FoundUnit> {
        let sum = self.upto[7];
        let since = u64::try_from(unit + WEEKS * sum).ok().filter(|_| sum > 0)?;
        let week = ((u128::from(since) * u128::from(self.reciprocal)) >> 63) as i64;
        let rest = since as i64 - week * sum;
        let weekday: usize = (1..7).map(|day| usize::from(self.upto[day] <= rest)).sum();
        Some(FoundUnit {
            number: i32::try_from(MONDAY + 7 * week + weekday as i64).ok()?,
            kind: self.week[weekday].kind,
            into: (rest - self.upto[weekday]) as u32,
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn day(units: u32) -> DayUnits {
        DayUnits {
            units,
            kind: units + 100,
        }
    }

    #[test]
    fn a_unit_lies_on_the_day_that_counting_finds() {
        let week = [8, 8, 8, 8, 6, 0, 0].map(day);
        let special = [
            (-70, 0),
            (-2, 1),
            (5, 9),
            (6, 0),
            (7, 0),
            (300, 0),
            (1000, 3),
            (1001, 4),
        ];
        let special = special.map(|(number, units)| (number, day(units)));
        let tally = DayTally::new(week, &special);
        let mut unit = tally.place(-300).before;
        for number in -300..1300 {
            let exception = special.iter().find(|exception| exception.0 == number);
            let day = exception.map_or(week[weekday(number)], |exception| exception.1);
            assert_eq!(
                tally.place(number),
                TallyPlace { before: unit, day },
                "day {number}"
            );
            for into in 0..day.units {
                let found = FoundUnit {
                    number,
                    kind: day.kind,
                    into,
                };
                assert_eq!(tally.find(unit + i64::from(into)), Some(found));
            }
            unit += i64::from(day.units);
        }
    }

    #[test]
    fn where_no_week_counts_the_units_end_with_the_exceptions() {
        let tally = DayTally::new([day(0); 7], &[(10, day(2)), (11, day(0)), (400, day(1))]);
        let days: Vec<_> = (0..4).map(|unit| Some(tally.find(unit)?.number)).collect();
        assert_eq!(days, [Some(10), Some(10), Some(400), None]);
    }

    #[test]
    fn weeks_are_divided_exactly_however_far() {
        for sum in [1u32, 2, 3, 5, 7, 3600, 162_000, 604_799, 604_800] {
            let mut week = [day(0); 7];
            week[2] = day(sum.min(86_400));
            week[5] = day(sum - sum.min(86_400));
            let tally = DayTally::new(week, &[]);
            for weeks in [-WEEKS, -1, 0, 1, 11_999, 1_800_000] {
                let first = weeks * i64::from(sum);
                let wednesday = (7 * weeks - 1) as i32;
                let found = tally.find(first).map(|found| (found.number, found.into));
                assert_eq!(found, Some((wednesday, 0)), "{sum} a week, {weeks} weeks");
                let before = tally.find(first - 1).map(|found| found.number);
                assert!(before.is_none_or(|before| before < wednesday && before > wednesday - 8));
            }
        }
    }
}
