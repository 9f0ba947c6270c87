//! What makes an answer less certain than it looks: years that a holiday set does not cover, days
//! that nobody has announced yet, boundaries in an hour that comes twice.

use std::fmt;

use chrono::{Datelike, NaiveDateTime};

use super::DaySet;
use super::compiled::{Calendar, day_of, second_of, start_of};
use crate::core::time::Instant;
use crate::core::time::Span;

/// The years that an answer can be sure of the zone.
const ZONE_YEARS: std::ops::RangeInclusive<i32> = 1970..=2200;

/// What a set says of itself.
#[derive(Clone, Debug)]
pub(super) struct Coverage {
    set: String,
    from: i32,
    to: i32,
    projected_from: Option<i32>,
}

impl Coverage {
    pub(super) fn of(set: &DaySet) -> Coverage {
        Coverage {
            set: set.name.clone(),
            from: set.from,
            to: set.to,
            projected_from: set.projected_from,
        }
    }

    fn warnings(&self, first: i32, last: i32) -> impl Iterator<Item = Warning> {
        let beyond = (first < self.from || last > self.to).then(|| Warning::BeyondSet {
            set: self.set.clone(),
            covers: (self.from, self.to),
        });
        let projected = self
            .projected_from
            .filter(|from| *from <= last && first <= self.to)
            .map(|from| Warning::Projected {
                set: self.set.clone(),
                from,
            });
        beyond.into_iter().chain(projected)
    }
}

/// Something that the reader of an answer should know.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Warning {
    /// A date outside the years that a holiday set covers: it was counted without holidays.
    BeyondSet { set: String, covers: (i32, i32) },
    /// A year whose days follow from the rules alone.
    Projected { set: String, from: i32 },
    /// An opening or closing in an hour that comes twice.
    Twice {
        wall: NaiveDateTime,
        first: Instant,
        second: Instant,
    },
    /// The deadline's wall time comes twice; the first was taken.
    DueTwice {
        wall: NaiveDateTime,
        first: Instant,
        second: Instant,
    },
    /// The deadline's wall time is skipped; the instant of the jump was taken.
    DueSkipped { wall: NaiveDateTime, at: Instant },
    /// Before 1970 or after 2200, where zone rules are not looked at.
    BeyondZone,
}

impl fmt::Display for Warning {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let time = |wall: &NaiveDateTime| wall.format("%Y-%m-%d %H:%M").to_string();
        match self {
            Warning::BeyondSet {
                set,
                covers: (from, to),
            } => {
                write!(f, "holidays of `{set}` are known from {from} to {to} only")
            }
            Warning::Projected { set, from } => {
                write!(
                    f,
                    "holidays of `{set}` are projected from {from} on, not announced yet"
                )
            }
            Warning::Twice { wall, .. } => {
                write!(f, "{} comes twice; the hours were cut at both", time(wall))
            }
            Warning::DueTwice {
                wall,
                first,
                second,
            } => {
                write!(
                    f,
                    "{} comes twice, at {first} and {second}; the first holds",
                    time(wall)
                )
            }
            Warning::DueSkipped { wall, at } => {
                write!(f, "{} is skipped by the clocks; {at} holds", time(wall))
            }
            Warning::BeyondZone => f.write_str("zone rules are known from 1970 to 2200 only"),
        }
    }
}

impl DaySet {
    /// What to know of an answer about the years from the first to the last.
    pub fn warnings(&self, first: i32, last: i32) -> Vec<Warning> {
        Coverage::of(self).warnings(first, last).collect()
    }
}

fn on_wall(wall: i64) -> NaiveDateTime {
    Instant(wall).utc()
}

impl Calendar {
    /// What to know of any answer that counts the time of [from, to].
    pub fn warnings(&self, from: Instant, to: Instant) -> Vec<Warning> {
        let year = |wall: i64| on_wall(wall).year();
        let (first, last) = (self.wall(from), self.wall(to));
        let years = (year(first), year(last.max(first)));
        let sets = self.coverage.iter();
        let mut warnings: Vec<_> = sets
            .flat_map(|set| set.warnings(years.0, years.1))
            .collect();
        if !ZONE_YEARS.contains(&years.0) || !ZONE_YEARS.contains(&years.1) {
            warnings.push(Warning::BeyondZone);
        }
        self.boundaries_shown_twice(from.0, to.0, &mut warnings);
        warnings
    }

    /// What to know of a deadline that [`due_within`](Calendar::due_within) answered.
    pub fn warnings_within(&self, start: Instant, span: Span) -> Vec<Warning> {
        let Some(due) = self.due_within(start, span) else {
            return Vec::new();
        };
        let mut warnings = self.warnings(start, due);
        let Some(wall) = self.due_on_wall(start, span).filter(|_| due != start) else {
            return warnings;
        };
        let passes = self.passes(wall);
        if !passes.exists {
            warnings.push(Warning::DueSkipped {
                wall: on_wall(wall),
                at: passes.first,
            });
        } else if passes.first != passes.last {
            warnings.push(Warning::DueTwice {
                wall: on_wall(wall),
                first: passes.first,
                second: passes.last,
            });
        }
        warnings
    }

    fn boundaries_shown_twice(&self, from: i64, to: i64, warnings: &mut Vec<Warning>) {
        let near = self.pieces.at(from).saturating_sub(1);
        for (before, piece) in self.pieces.changes(near) {
            let back = before.offset - piece.offset;
            if piece.from.saturating_sub(back) > to {
                break;
            }
            if back <= 0 || piece.from + back <= from {
                continue;
            }
            let (start, end) = (piece.from + piece.offset, piece.from + before.offset);
            for day in day_of(start)..=day_of(end) {
                for (a, b) in self.hours_of(day) {
                    for wall in [start_of(day) + i64::from(*a), start_of(day) + i64::from(*b)] {
                        if start < wall && wall < end && self.turns(wall) {
                            warnings.push(Warning::Twice {
                                wall: on_wall(wall),
                                first: Instant(wall - before.offset),
                                second: Instant(wall - piece.offset),
                            });
                        }
                    }
                }
            }
        }
    }

    /// Whether the hours open or close at that wall time.
    fn turns(&self, wall: i64) -> bool {
        let open = |wall: i64| {
            let mut hours = self.hours_of(day_of(wall)).iter();
            hours.any(|(from, to)| *from <= second_of(wall) && second_of(wall) < *to)
        };
        open(wall - 1) != open(wall)
    }
}
