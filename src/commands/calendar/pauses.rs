//! Stretches that do not count, said beside a calendar: `--paused FROM..TO`.

use super::whose::ChosenCalendar;
use crate::context::Context;
use crate::core::time::Instant;
use crate::failure::Failure;

/// Sorted, disjoint, not touching.
pub(super) struct Pauses(pub Vec<(Instant, Instant)>);

impl Pauses {
    /// Reads them in the calendar's own zone.
    ///
    /// # Errors
    /// One that has not both its ends, or cannot be read.
    pub(super) fn of(
        context: &Context,
        words: &[String],
        asked: &ChosenCalendar,
    ) -> Result<Pauses, Failure> {
        let mut paused = Vec::new();
        for word in words {
            let ends = word.split_once("..").map(|(a, b)| (a.trim(), b.trim()));
            let Some((from, to)) = ends.filter(|(a, b)| !a.is_empty() && !b.is_empty()) else {
                return Err(Failure::usage(format!("`{word}` is no pause"))
                    .hint("write its two ends: `2026-03-27T16:00..2026-03-30T10:00`"));
            };
            let (from, to) = (
                asked.instant(context, Some(from))?,
                asked.instant(context, Some(to))?,
            );
            if to < from {
                return Err(Failure::usage(format!("`{word}` ends before it begins")));
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
