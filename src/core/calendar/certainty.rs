//! What to know of an answer of a calendar: where its holiday sets and zone rules end, and which
//! boundaries come twice.

use chrono::{Datelike, NaiveDateTime};

use super::compiled::{Calendar, day_of, second_of, start_of};
use super::warning::Warning;
use crate::core::time::{Instant, Span};

/// The years that an answer can be sure of the zone.
const ZONE_YEARS: std::ops::RangeInclusive<i32> = 1970..=2200;

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
