//! Breaches that one of the two sets of terms has alone, and those that lie elsewhere in time.

use crate::core::report::{ComparedUnit, MovedBreach, OneSidedBreach};
use crate::render::{Cell, Column};

/// A breach on one side, with what the other side shows of the same clock.
pub(super) struct BreachSide {
    unit: ComparedUnit,
    /// A state of a clock, `refused` or `not-promised`.
    other: &'static str,
}

pub(super) const GAINED: &[Column<BreachSide>] = &[
    Column::shown("ticket", |s| Cell::Id(s.unit.0.0)),
    Column::shown("milestone", |s| Cell::milestone(s.unit.1.clone())),
    Column::shown("cycle", |s| Cell::Number(i64::from(s.unit.2))),
    Column::shown("state", |s| Cell::state(s.other)),
];

pub(super) const LOST: &[Column<BreachSide>] = &[
    Column::shown("ticket", |s| Cell::Id(s.unit.0.0)),
    Column::shown("milestone", |s| Cell::milestone(s.unit.1.clone())),
    Column::shown("cycle", |s| Cell::Number(i64::from(s.unit.2))),
    Column::shown("state_then", |s| Cell::state(s.other)),
];

pub(super) const MOVED: &[Column<MovedBreach>] = &[
    Column::shown("ticket", |m| Cell::Id(m.unit.0.0)),
    Column::shown("milestone", |m| Cell::milestone(m.unit.1.clone())),
    Column::shown("cycle", |m| Cell::Number(i64::from(m.unit.2))),
    Column::shown("breached", |m| Cell::Instant(m.now)),
    Column::shown("breached_then", |m| Cell::Instant(m.then)),
];

/// A breach that one side has alone; `without` is what the other shows where it has no such clock.
pub(super) fn side(one: &OneSidedBreach, without: &'static str) -> BreachSide {
    BreachSide {
        unit: one.unit.clone(),
        other: one.other.map_or(without, |state| state.word()),
    }
}
