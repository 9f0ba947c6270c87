//! Stretches that do not count, said beside a calendar: `--paused FROM..TO`.

use std::str::FromStr;

use super::chosen_calendar::ChosenCalendar;
use crate::context::Context;
use crate::core::text::Misread;
use crate::core::time::{Instant, PointExpr};
use crate::failure::Failure;

/// A stretch as typed, from one point in time to another.
#[derive(Clone, Debug)]
pub(super) struct PauseArg {
    text: String,
    from: PointExpr,
    to: PointExpr,
}

impl FromStr for PauseArg {
    type Err = Misread;

    fn from_str(word: &str) -> Result<PauseArg, Misread> {
        let ends = word.split_once("..").map(|(a, b)| (a.trim(), b.trim()));
        let Some((from, to)) = ends.filter(|(a, b)| !a.is_empty() && !b.is_empty()) else {
            return Err(Misread::new(format!("`{word}` is no pause"))
                .hint("write its two ends: `2026-03-27T16:00..2026-03-30T10:00`"));
        };
        Ok(PauseArg {
            text: word.to_owned(),
            from: from.parse()?,
            to: to.parse()?,
        })
    }
}

/// Sorted, disjoint, not touching.
pub(super) struct Pauses(pub Vec<(Instant, Instant)>);

impl Pauses {
    /// Reads them in the calendar's own zone.
    ///
    /// # Errors
    /// One that ends before it begins, or whose ends fit two moments.
    pub(super) fn of(
        context: &Context,
        stretches: &[PauseArg],
        asked: &ChosenCalendar,
    ) -> Result<Pauses, Failure> {
        let mut paused = Vec::new();
        for stretch in stretches {
            let from = asked.instant(context, Some(&stretch.from))?;
            let to = asked.instant(context, Some(&stretch.to))?;
            if to < from {
                return Err(Failure::usage(format!(
                    "`{}` ends before it begins",
                    stretch.text
                )));
            }
            paused.push((from, to));
        }
        paused.sort_unstable();
        let mut disjoint: Vec<(Instant, Instant)> = Vec::new();
        for (from, to) in paused {
            match disjoint.last_mut() {
                Some(last) if from <= last.1 => last.1 = last.1.max(to),
                _ => disjoint.push((from, to)),
            }
        }
        Ok(Pauses(disjoint))
    }

    /// What is paused of [from, to), in open seconds.
    pub(super) fn within(&self, asked: &ChosenCalendar, from: Instant, to: Instant) -> i64 {
        let cut = self.0.iter().map(|(a, b)| ((*a).max(from), (*b).min(to)));
        cut.filter(|(a, b)| a < b)
            .map(|(a, b)| asked.calendar.elapsed(a, b))
            .sum()
    }
}
