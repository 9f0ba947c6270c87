//! What makes an answer less certain than it looks: years that a holiday set does not cover, days
//! that nobody has announced yet, boundaries in an hour that comes twice.

use std::fmt;

use chrono::NaiveDateTime;

use super::DaySet;
use crate::core::time::Instant;

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

    pub(super) fn warnings(&self, first: i32, last: i32) -> impl Iterator<Item = Warning> {
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
    BeyondSet {
        /// The set's name.
        set: String,
        /// The first and the last year that it covers.
        covers: (i32, i32),
    },
    /// A year whose days follow from the rules alone.
    Projected {
        /// The set's name.
        set: String,
        /// The first such year.
        from: i32,
    },
    /// An opening or closing in an hour that comes twice.
    Twice {
        /// The wall time.
        wall: NaiveDateTime,
        /// When it comes first.
        first: Instant,
        /// When it comes again.
        second: Instant,
    },
    /// The deadline's wall time comes twice; the first was taken.
    DueTwice {
        /// The wall time.
        wall: NaiveDateTime,
        /// When it comes first.
        first: Instant,
        /// When it comes again.
        second: Instant,
    },
    /// The deadline's wall time is skipped; the instant of the jump was taken.
    DueSkipped {
        /// The wall time.
        wall: NaiveDateTime,
        /// The instant taken.
        at: Instant,
    },
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
