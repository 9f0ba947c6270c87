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
    pub effective_events: Option<PausedLimit>,
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
        self.effective_events
            .map_or(self.due, |effective_events| effective_events.due)
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
/// a version was adopted cannot have been breached before that.
fn under_versions<'r>(
    limit: &Limit,
    inputs: ClockInputs<'_>,
    versions: &'r Versions,
) -> Deadline<'r> {
    let mut newest = None;
    for (since, calendar, until) in versions.iter() {
        let found = on_calendar(limit, since, inputs, calendar);
        let decided = [inputs.end, found.breach].into_iter().flatten().min();
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
    let mut due = calendar.due_within(limit.from, limit.within);
    let mut effective_events = None;
    let mut still = MergedPause::default();
    for pause in inputs.pauses {
        if pause.to.is_some_and(|to| to <= limit.from) {
            continue;
        }
        let from = pause.from.max(limit.from);
        let to = pause.to.unwrap_or(inputs.resumed).max(from);
        still = still.and(from, to);
        if still.is_past(due) {
            break;
        }
        due = due.and_then(|due| moved(calendar, limit.within, due, from, to));
        if pause.to.is_none() {
            effective_events = Some(PausedLimit { resumed: to, due });
        }
    }
    let due = due.filter(|_| effective_events.is_none());
    Deadline {
        due,
        breach: due.map(|due| breach(due, limit.effective_from, adopted, inputs.pauses)),
        effective_events,
        calendar,
    }
}

/// When a limit breaks: at its due, but no earlier than the event and the adoption that brought
/// that about. What had ended in time and goes on with nothing left is late from the reopening on.
fn breach(due: Instant, effective_from: Instant, adopted: Instant, pauses: &[Pause]) -> Instant {
    let withdrawn = pauses.iter().filter(|pause| pause.withdrawn);
    withdrawn.fold(due.max(effective_from).max(adopted), |breach, pause| {
        let was_late = due < pause.from && adopted <= pause.from;
        match pause.to.filter(|_| !was_late) {
            Some(reopened) => breach.max(reopened),
            None => breach,
        }
    })
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
    let mut still = MergedPause::default();
    for (start, end) in pauses.iter().filter(|(_, end)| *end > from) {
        let start = (*start).max(from);
        still = still.and(start, *end);
        if still.is_past(due) {
            break;
        }
        due = due.and_then(|due| moved(calendar, within, due, start, *end));
    }
    due
}

/// Pauses that touch, as the one standstill that they are: a wait that changes its reason is the
/// same wait.
#[derive(Clone, Copy, Debug, Default)]
struct MergedPause(Option<(Instant, Instant)>);

impl MergedPause {
    fn and(self, from: Instant, to: Instant) -> MergedPause {
        let touching = self.0.filter(|(_, end)| *end == from);
        MergedPause(Some((touching.map_or(from, |(begun, _)| begun), to)))
    }

    /// Whether all had counted when it began: it moves nothing then.
    fn is_past(self, due: Option<Instant>) -> bool {
        let begun = self.0.map(|(begun, _)| begun);
        due.zip(begun).is_some_and(|(due, begun)| due <= begun)
    }
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
        Span::CalendarDays(_) => due.plus(to.since(from)),
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
