//! From a time on the wall to the instant at which the wall shows it.

use chrono::{NaiveDateTime, Timelike};

use super::super::local::{Local, WallTime};
use crate::core::text::Misread;
use crate::core::time::Instant;

/// The one instant at which the wall shows this; a time that was skipped or that comes twice is
/// refused with both readings.
pub(super) fn at_wall(wall: NaiveDateTime, zone: &dyn Local) -> Result<Instant, Misread> {
    match zone.instants_of(wall) {
        WallTime::Once(at) => Ok(at),
        WallTime::Twice(first, second) => Err(Misread::new(format!(
            "{} comes twice in {}",
            shown(wall),
            zone.name()
        ))
        .hint(format!(
            "write `{}` for the first or `{}` for the second",
            with_offset(first, zone),
            with_offset(second, zone)
        ))),
        WallTime::Never(before, after) => Err(Misread::new(format!(
            "{} does not exist in {}: clocks were turned forward over it",
            shown(wall),
            zone.name()
        ))
        .hint(format!(
            "write {} or {}",
            shown(zone.wall(before)),
            shown(zone.wall(after))
        ))),
    }
}

fn shown(wall: NaiveDateTime) -> String {
    let seconds = if wall.second() == 0 { "" } else { ":%S" };
    format!("`{}`", wall.format(&format!("%Y-%m-%d %H:%M{seconds}")))
}

fn with_offset(at: Instant, zone: &dyn Local) -> String {
    let minutes = zone.offset_at(at) / 60;
    let sign = if minutes < 0 { '-' } else { '+' };
    let (hours, minutes) = (minutes.abs() / 60, minutes.abs() % 60);
    format!(
        "{}{sign}{hours:02}:{minutes:02}",
        zone.wall(at).format("%Y-%m-%dT%H:%M:%S")
    )
}
