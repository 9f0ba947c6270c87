//! When a limit is due: its span on its calendar, moved on by the open time of the pauses.

use super::clock::{Clock, Limit, Pause};
use super::rules::{Rulebook, Versions};
use crate::core::calendar::Calendar;
use crate::core::time::Instant;
use crate::core::time::Span;

/// How a clock went: what its limits are worked out from.
#[derive(Clone, Copy, Debug)]
pub(super) struct ClockInputs<'c> {
    /// Sorted and disjoint.
    pub pauses: &'c [Pause],
    pub end: Option<Instant>,
    /// The earliest instant at which a pause that is still on may be thought to end. The limits of
    /// one clock are compared while it stands still as if all went on at the same instant.
    pub resumed: Instant,
}

/// What a limit comes to.
#[derive(Clone, Copy, Debug)]
pub(super) struct Deadline<'r> {
    /// None while it stands still unbroken, and when nothing is ever due.
    pub due: Option<Instant>,
    /// When it breaks unless it ends before: the due, or the later event or adoption that brought
    /// it about.
    pub breach: Option<Instant>,
    pub paused: Option<PausedLimit>,
    /// The version it was worked out under.
    pub calendar: &'r Calendar,
}

/// A limit that stands still.
#[derive(Clone, Copy, Debug)]
pub(super) struct PausedLimit {
    /// When it is thought to go on: see [`ClockInputs::resumed`].
    pub resumed: Instant,
    /// When it would then be due.
    pub due: Option<Instant>,
}

impl Deadline<'_> {
    /// The due, or what it would be if the limit went on.
    pub(super) fn projected_due(&self) -> Option<Instant> {
        self.paused.map_or(self.due, |paused| paused.due)
    }
}

/// Works out a limit. None when its calendar is not known.
pub(super) fn deadline<'r>(
    limit: &Limit,
    inputs: ClockInputs<'_>,
    rules: &'r dyn Rulebook,
) -> Option<Deadline<'r>> {
    let versions = rules.calendar(limit.terms, &limit.calendar)?;
    Some(under_versions(limit, inputs, versions))
}

/// The limit that is or was a clock's deadline, and what it comes to now that all the
/// pauses are known.
pub(super) fn governing<'c, 'r>(
    clock: &'c Clock,
    rules: &'r dyn Rulebook,
) -> Option<(&'c Limit, Deadline<'r>)> {
    let limit = clock.limits.get(clock.governing)?;
    let inputs = ClockInputs {
        pauses: &clock.pauses,
        end: clock.ended,
        resumed: Instant::MIN,
    };
    Some((limit, deadline(limit, inputs, rules)?))
}

/// Goes through the versions of the calendar until one decides the limit. What was undecided when
/// a version was adopted cannot have been breached before that; what had ended too late was decided
/// then, even where that end was taken back since.
fn under_versions<'r>(
    limit: &Limit,
    inputs: ClockInputs<'_>,
    versions: &'r Versions,
) -> Deadline<'r> {
    let mut newest = None;
    for (since, calendar, until) in versions.iter() {
        let found = on_calendar(limit, since, inputs, calendar);
        let ended_late = found
            .due
            .and_then(|due| ended_late(due, since, inputs.pauses));
        let decided = [inputs.end, found.breach, ended_late];
        let decided = decided.into_iter().flatten().min();
        if until.is_none_or(|until| decided.is_some_and(|decided| decided < until)) {
            return found;
        }
        newest = Some(found);
    }
    newest.unwrap_or_else(|| on_calendar(limit, Instant::MIN, inputs, versions.newest()))
}

fn on_calendar<'r>(
    limit: &Limit,
    adopted: Instant,
    inputs: ClockInputs<'_>,
    calendar: &'r Calendar,
) -> Deadline<'r> {
    let mut due = unmoved(limit, calendar);
    let mut paused = None;
    let pauses = inputs.pauses.iter().map(|pause| (pause.from, pause.to));
    for (from, to) in standstills(pauses) {
        if to.is_some_and(|to| to <= limit.from) {
            continue;
        }
        let from = from.max(limit.from);
        if due.is_some_and(|due| due <= from) {
            // all had counted when it began: it moves nothing then
            break;
        }
        let resumed = to.unwrap_or(inputs.resumed).max(from);
        due = due.and_then(|due| moved(calendar, limit.within, due, from, resumed));
        if to.is_none() {
            paused = Some(PausedLimit { resumed, due });
        }
    }
    let due = due.filter(|_| paused.is_none());
    Deadline {
        due,
        breach: due.map(|due| breach(due, limit.effective_from, adopted, inputs.pauses)),
        paused,
        calendar,
    }
}

/// When a limit is due if nothing stands still. What is left of one is counted in open time, all of
/// which has counted at a closing: where nothing is open from there to the due that it was left
/// with, that due holds.
fn unmoved(limit: &Limit, calendar: &Calendar) -> Option<Instant> {
    let counted = calendar.due_within(limit.from, limit.within)?;
    let left = limit.left_due.filter(|left| *left > counted);
    let left = left.filter(|left| calendar.elapsed(counted, *left) == 0);
    Some(left.unwrap_or(counted))
}

/// When a limit breaks: at its due, but no earlier than the event and the adoption that brought
/// that about. What had ended in time and goes on with nothing left is late from the reopening on.
fn breach(due: Instant, effective_from: Instant, adopted: Instant, pauses: &[Pause]) -> Instant {
    let in_time = |end: &&Pause| !was_late(end, due, adopted);
    let reopened = pauses.iter().filter(|pause| pause.withdrawn);
    let reopened = reopened.filter(in_time).filter_map(|pause| pause.to);
    reopened.fold(due.max(effective_from).max(adopted), Instant::max)
}

/// The first end that was taken back and had come too late.
fn ended_late(due: Instant, adopted: Instant, pauses: &[Pause]) -> Option<Instant> {
    let mut withdrawn = pauses.iter().filter(|pause| pause.withdrawn);
    let late = withdrawn.find(|end| was_late(end, due, adopted))?;
    Some(late.from)
}

/// Whether an end that was taken back had come too late by rules that held then.
fn was_late(end: &Pause, due: Instant, adopted: Instant) -> bool {
    due < end.from && adopted <= end.from
}

/// When a promise is due that starts at `from` and stands still in `pauses` (sorted, disjoint):
/// the rule of the clocks, for those who ask without a ticket.
pub fn due_paused(
    calendar: &Calendar,
    from: Instant,
    within: Span,
    pauses: &[(Instant, Instant)],
) -> Option<Instant> {
    let mut due = calendar.due_within(from, within);
    let pauses = pauses.iter().map(|(from, to)| (*from, Some(*to)));
    for (start, end) in standstills(pauses) {
        let end = end.filter(|end| *end > from);
        let start = start.max(from);
        match (due, end) {
            (_, None) => {}
            (Some(before), Some(_)) if before <= start => break,
            (before, Some(end)) => {
                due = before.and_then(|due| moved(calendar, within, due, start, end));
            }
        }
    }
    due
}

/// Pauses (sorted, disjoint) as the standstills that they are: where one begins as another ends,
/// nothing went on between them. Without an end: still on.
fn standstills(
    pauses: impl Iterator<Item = (Instant, Option<Instant>)>,
) -> impl Iterator<Item = (Instant, Option<Instant>)> {
    let mut pauses = pauses.peekable();
    std::iter::from_fn(move || {
        let (from, mut to) = pauses.next()?;
        while let Some((_, later)) = pauses.next_if(|(next, _)| Some(*next) == to) {
            to = later;
        }
        Some((from, to))
    })
}

/// A pause never changes which days are open: it moves the deadline on by the open time it
/// covers; days that count open or not are moved on by the time of the clock. A promise in days
/// that is due at an opening may have no open time left in front of it: a pause that is on then
/// makes it due when the clock goes on.
fn moved(
    calendar: &Calendar,
    within: Span,
    due: Instant,
    from: Instant,
    to: Instant,
) -> Option<Instant> {
    let moved = match within {
        Span::CalendarDays(_) | Span::CalendarMonths(_) => due.plus(to.since(from)),
        Span::Time(_)
        | Span::BusinessDays(_)
        | Span::EndOfBusinessDay
        | Span::EndOfNextBusinessDay => calendar.due(due, calendar.elapsed(from, to))?,
    };
    Some(moved.max(to))
}

/// When so many hundredths of the open time between the start of a limit and its due will have
/// counted. None while it stands still before that.
pub(super) fn used(
    limit: &Limit,
    due: Instant,
    pauses: &[Pause],
    calendar: &Calendar,
    percent: u32,
) -> Option<Instant> {
    let whole = counted(calendar, pauses, limit.from, due);
    let part = (whole * i64::from(percent) + 99) / 100;
    let mut at = calendar.due(limit.from, part)?;
    for pause in pauses
        .iter()
        .filter(|pause| pause.to.is_none_or(|to| to > limit.from))
    {
        let from = pause.from.max(limit.from);
        if at <= from {
            break;
        }
        at = calendar.due(at, calendar.elapsed(from, pause.to?))?;
    }
    Some(at)
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
