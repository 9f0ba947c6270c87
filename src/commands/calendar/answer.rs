//! What every answer of a calendar says of it.

use super::chosen_calendar::ChosenCalendar;
use crate::context::Context;
use crate::core::calendar::Warning;
use crate::core::time::{Instant, LocalNow, precise_moment};
use crate::failure::Failure;
use crate::render::{Cell, Outcome};

/// What every answer says of the calendar it was given by.
pub(super) struct Basis {
    pub calendar: String,
    pub zone: String,
    pub rules: (String, String),
    pub warnings: Vec<String>,
}

impl Basis {
    pub(super) fn of(asked: &ChosenCalendar, warnings: &[Warning]) -> Basis {
        Basis {
            calendar: asked.name.clone(),
            zone: asked.zone().name.clone(),
            rules: (asked.zone().source.clone(), asked.zone().version.clone()),
            warnings: warnings.iter().map(ToString::to_string).collect(),
        }
    }

    pub(super) fn rules(&self) -> Cell {
        Cell::object([
            ("source", Cell::code(self.rules.0.clone())),
            ("version", Cell::code(self.rules.1.clone())),
        ])
    }

    pub(super) fn warnings(&self) -> Cell {
        Cell::List(self.warnings.iter().map(Cell::text).collect())
    }
}

/// An instant to the second.
pub(super) fn precise(at: Option<Instant>) -> Cell {
    at.map_or(Cell::Absent, Cell::Precise)
}

/// An instant in the calendar's own zone, and in that of `--times-in`.
///
/// # Errors
/// `--times-in` names no zone.
pub(super) fn told(
    context: &Context,
    asked: &ChosenCalendar,
    at: Instant,
) -> Result<String, Failure> {
    let own = format!(
        "{} in {}",
        precise_moment(at, asked.here(context)),
        asked.zone().name
    );
    if context.settings.times_in.value.is_none() {
        return Ok(own);
    }
    let zone = context.shown_without_desk()?;
    let there = precise_moment(at, LocalNow::new(context.now(), &zone));
    Ok(format!("{own}, {there} in {}", zone.name))
}

/// The outcome with what must be known of its calendar.
pub(super) fn warned(outcome: Outcome, warnings: &[Warning]) -> Outcome {
    warnings
        .iter()
        .map(ToString::to_string)
        .fold(outcome, Outcome::warn)
}
