//! When a limit is due: its span on its calendar, moved on by the open time of the pauses.

use super::clock::{Limit, Pause};
use super::rules::{Rulebook, Versions};
use crate::core::calendar::Calendar;
use crate::core::model::Instant;
use crate::core::words::Span;

/// What a limit comes to.
#[derive(Clone, Copy, Debug)]
pub(super) struct Deadline<'r> {
    /// None while it stands still unbroken, and when nothing is ever due.
    pub due: Option<Instant>,
    /// When it breaks unless it ends before: the due, or the later event or adoption that brought
    /// it about.
    pub breach: Option<Instant>,
    /// Since when it stands still.
    pub paused: Option<Instant>,
    /// The due as it would be if the current pause ended at once.
    pub standing: Option<Instant>,
    /// The version it was worked out under.
    pub calendar: &'r Calendar,
}

/// Works out a limit. `end` is when its clock ended; pauses are sorted and disjoint.
pub(super) fn deadline<'r>(
    limit: &Limit,
    pauses: &[Pause],
    end: Option<Instant>,
    rules: &'r dyn Rulebook,
) -> Option<Deadline<'r>> {
    let versions = rules.calendar(limit.terms, &limit.calendar)?;
    Some(under_versions(limit, pauses, end, versions))
}

fn under_versions<'r>(
    limit: &Limit,
    pauses: &[Pause],
    end: Option<Instant>,
    versions: &'r Versions,
) -> Deadline<'r> {
    let mut before: Option<Deadline<'r>> = None;
    for (since, calendar, until) in versions.iter() {
        let mut found = on_calendar(limit, pauses, calendar);
        let shortened = before.is_some_and(|old| match (old.due, found.due) {
            (Some(old), Some(new)) => new < old,
            (None, Some(_)) => true,
            (_, None) => false,
        });
        if shortened {
            found.breach = found.breach.map(|breach| breach.max(since));
        }
        let decided = [end, found.breach].into_iter().flatten().min();
        if until.is_none_or(|until| decided.is_some_and(|decided| decided < until)) {
            return found;
        }
        before = Some(found);
    }
    before.unwrap_or_else(|| on_calendar(limit, pauses, versions.newest()))
}

fn on_calendar<'r>(limit: &Limit, pauses: &[Pause], calendar: &'r Calendar) -> Deadline<'r> {
    let mut due = calendar.due_within(limit.from, limit.within);
    let mut paused = None;
    for pause in pauses {
        if pause.to.is_some_and(|to| to <= limit.from) {
            continue;
        }
        let from = pause.from.max(limit.from);
        if due.is_none_or(|due| due < from) {
            break;
        }
        match pause.to {
            Some(to) => due = due.and_then(|due| moved(calendar, limit.within, due, from, to)),
            None => paused = Some(pause.from),
        }
    }
    let standing = due;
    let due = if paused.is_some() { None } else { due };
    Deadline {
        due,
        breach: due.map(|due| due.max(limit.born)),
        paused,
        standing,
        calendar,
    }
}

/// A pause never changes which days are open: it moves the deadline on by the open time it
/// covers; days that count open or not are moved on by the time of the clock.
fn moved(
    calendar: &Calendar,
    within: Span,
    due: Instant,
    from: Instant,
    to: Instant,
) -> Option<Instant> {
    match within {
        Span::CalendarDays(_) => Some(due.plus(to.since(from))),
        Span::Time(_)
        | Span::BusinessDays(_)
        | Span::EndOfBusinessDay
        | Span::EndOfNextBusinessDay => calendar.due(due, calendar.elapsed(from, to)),
    }
}

/// Open time of [from, to) that no pause covers.
pub(super) fn counted(calendar: &Calendar, pauses: &[Pause], from: Instant, to: Instant) -> i64 {
    calendar.elapsed(from, to) - paused_time(calendar, pauses, from, to)
}

/// Open time of [from, to) that pauses cover.
pub(super) fn paused_time(
    calendar: &Calendar,
    pauses: &[Pause],
    from: Instant,
    to: Instant,
) -> i64 {
    pauses
        .iter()
        .map(|pause| {
            let until = pause.to.unwrap_or(Instant::MAX).min(to);
            calendar.elapsed(pause.from.max(from), until)
        })
        .sum()
}
