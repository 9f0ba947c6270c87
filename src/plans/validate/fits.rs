//! Whether a value is of the right kind, whatever it says.

use crate::plans::names::is_common;
use crate::plans::schema::TARGET;
use crate::plans::shape::ValueShape;
use crate::plans::tree::{Node, Table, TreeValue};

/// Whether a table under a milestone is one target and not a table by priority.
pub(in crate::plans) fn is_one_target(table: &Table) -> bool {
    let of_a_target = TARGET.keys.iter().map(|key| key.name);
    let mut own = of_a_target.filter(|name| !is_common(name));
    table.has("one-of") || own.any(|name| table.has(name))
}

pub(super) fn fits_agreed(node: &Node, shape: &ValueShape) -> bool {
    node.is_open() || fits(node, shape)
}

/// Whether a value is of the right kind, whatever it says.
pub(super) fn fits(node: &Node, shape: &ValueShape) -> bool {
    use ValueShape as S;
    match (&node.value, shape) {
        (_, S::Either(shapes)) => shapes.iter().any(|shape| fits(node, shape)),
        (_, S::Agreed(shape)) => fits_agreed(node, shape),
        (TreeValue::Table(_), S::ByPriority(_) | S::ByKind(_)) => true,
        (_, S::ByPriority(shape) | S::ByKind(shape)) => fits_agreed(node, shape),
        (TreeValue::Table(table), S::Included(_)) => table.has("all-but"),
        (
            TreeValue::Table(_),
            S::Table(_)
            | S::Of(..)
            | S::Defines(..)
            | S::Plans
            | S::Dates(_)
            | S::Clause
            | S::Title,
        ) => true,
        (TreeValue::List(_), S::List(_) | S::Included(_) | S::Week | S::Hours) => true,
        (TreeValue::Whole(_), S::Whole(..) | S::Figure) | (TreeValue::Figure(_), S::Figure) => true,
        (TreeValue::Flag(_), S::Flag) | (TreeValue::Date(_), S::Day) => true,
        (
            TreeValue::Text(_),
            S::Text
            | S::Title
            | S::LanguageTag
            | S::Id
            | S::Figure
            | S::Duration
            | S::CalendarDays
            | S::Effort
            | S::Period
            | S::Notice
            | S::Zone
            | S::DaySet
            | S::Week
            | S::Hours
            | S::DayHours
            | S::TimeOfDay
            | S::Day
            | S::Word(_)
            | S::Name(_)
            | S::Clause,
        ) => true,
        _ => false,
    }
}
