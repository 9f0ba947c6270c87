//! Walking a clock half hour by half hour: what counted, what stood still, when it is due.

use chrono::{Datelike, Days, NaiveDate, NaiveDateTime, NaiveTime};
use sladesk::core::time::Instant;
use sladesk::core::time::Span;

use crate::world::{Adopted, BEGIN, Hours, STEP};

/// No test's deadline lies further ahead.
const FAR: i64 = 120 * 86_400;

/// When the ticket stands still for a milestone.
pub type NaivePauses = Vec<NaivePause>;

#[derive(Clone, Copy, Debug)]
pub struct NaivePause {
    pub from: Instant,
    /// None: still.
    pub to: Option<Instant>,
    /// The milestone was over in this time, and then not.
    pub over: bool,
}

/// Since when it has stood still up to `at`, whatever for; `at` where it did not.
pub fn unbroken_since(pauses: &NaivePauses, at: Instant) -> Instant {
    let mut since = at;
    let reaches = |since: Instant| {
        let before = pauses.iter().filter(|pause| pause.from < since);
        let mut reaching = before.filter(|pause| pause.to.is_none_or(|to| to >= since));
        reaching.next().map(|pause| pause.from)
    };
    while let Some(earlier) = reaches(since) {
        since = earlier;
    }
    since
}

pub fn is_open(hours: &Hours, at: Instant) -> bool {
    let wall = at.utc();
    let second = u32::try_from(at.0.rem_euclid(86_400)).expect("a second of a day");
    hours
        .of(wall.date())
        .iter()
        .any(|(from, to)| (*from..*to).contains(&second))
}

/// What is known of how a clock went: where it stood still, and its end.
#[derive(Clone, Copy, Debug)]
pub struct ClockRun<'w> {
    pub pauses: &'w NaivePauses,
    pub end: Option<Instant>,
}

impl ClockRun<'_> {
    pub fn stands(&self, at: Instant) -> bool {
        let over = self.end.is_some_and(|end| at >= end);
        let pause = |pause: &NaivePause| pause.from <= at && pause.to.is_none_or(|to| at < to);
        !over && self.pauses.iter().any(pause)
    }

    /// Since when it stands still for good, if it does.
    pub fn since(&self) -> Option<Instant> {
        let last = self.pauses.iter().find(|pause| pause.to.is_none())?;
        let since = unbroken_since(self.pauses, last.from);
        self.end.is_none().then_some(since)
    }

    /// What was over in time and then not is broken when it was over no more; the rules that say
    /// when it was due are those of `since`.
    fn broken(&self, due: Instant, mut broken: Instant, since: Instant) -> Instant {
        for pause in self.ends_taken_back() {
            let late = due < pause.from && since <= pause.from;
            if let (false, Some(to)) = (late, pause.to) {
                broken = broken.max(to);
            }
        }
        broken
    }

    fn ends_taken_back(&self) -> impl Iterator<Item = &NaivePause> {
        let of_this = |pause: &&NaivePause| self.end.is_none_or(|end| pause.from < end);
        self.pauses
            .iter()
            .filter(|pause| pause.over)
            .filter(of_this)
    }

    /// When it was over too late for the first time, by rules that held then.
    fn over_too_late(&self, due: Option<Instant>, since: Instant) -> Option<Instant> {
        let mut ends = self.ends_taken_back().map(|pause| pause.from);
        ends.find(|end| due.is_some_and(|due| due < *end) && since <= *end)
    }
}

fn steps(from: Instant) -> impl Iterator<Item = Instant> {
    (0..FAR / STEP).map(move |n| from.plus(n * STEP))
}

/// Open time of [from, to) in which `counts` holds.
pub fn sum(hours: &Hours, from: Instant, to: Instant, counts: impl Fn(Instant) -> bool) -> i64 {
    let counted = steps(from).take_while(|at| *at < to);
    let counted = counted.filter(|at| is_open(hours, *at) && counts(*at));
    counted.count() as i64 * STEP
}

/// A promise, from where it counts.
#[derive(Clone, Copy, Debug)]
pub struct Counting {
    pub from: Instant,
    pub within: Span,
    /// The due that it was left with, of what is left of one.
    pub left: Option<Instant>,
}

/// When a limit is due; none while it stands still unbroken. `resumed`: where a standstill that is
/// still on is thought to end.
pub fn due(
    hours: &Hours,
    counting: Counting,
    run: ClockRun<'_>,
    resumed: Option<Instant>,
) -> Option<Instant> {
    let Counting { from, within, .. } = counting;
    let since = run.since();
    let stands = |at: Instant| {
        run.stands(at)
            && match (resumed, since) {
                (Some(resumed), Some(since)) => at < since || at < resumed,
                _ => true,
            }
    };
    let for_good = |at: Instant| resumed.is_none() && since.is_some_and(|since| at >= since);
    let mut counted = 0;
    let mut day = match within {
        Span::Time(_) => left_shut(hours, counting),
        days => Some(on_day(hours, from, days)?),
    };
    for at in steps(from) {
        let reached = match (within, day) {
            (Span::Time(seconds), None) => counted == seconds,
            _ => day == Some(at),
        };
        let stood = at > from && stands(at.plus(-1));
        if reached && !(stands(at) && stood) {
            return Some(at);
        }
        if for_good(at) {
            return None;
        }
        match (stands(at), within) {
            (false, _) if is_open(hours, at) => counted += STEP,
            (false, _) => {}
            (true, Span::Time(_)) if day.is_none() => {}
            (true, Span::CalendarDays(_) | Span::CalendarMonths(_)) => {
                day = day.map(|day| day.plus(STEP))
            }
            (true, _) if reached => day = Some(at.plus(STEP)),
            (true, _) if is_open(hours, at) => day = day.map(|day| one_more(hours, day)),
            (true, _) => {}
        }
    }
    None
}

/// The due that a rest was left with, where it lies in hours that are shut: all of the rest has
/// counted before they shut, and none of it is owed before that due.
fn left_shut(hours: &Hours, counting: Counting) -> Option<Instant> {
    let Counting { from, within, left } = counting;
    let Span::Time(rest) = within else {
        return None;
    };
    let left = left.filter(|left| *left > from)?;
    let open_before = |to: Instant| sum(hours, from, to, |_| true);
    let last = left.plus(-STEP);
    (open_before(left) == rest && !is_open(hours, last)).then_some(left)
}

/// The earliest instant with one more open step before it.
fn one_more(hours: &Hours, from: Instant) -> Instant {
    let open = steps(from).find(|at| is_open(hours, *at));
    open.expect("some hours are open").plus(STEP)
}

fn midnight(date: NaiveDate) -> Instant {
    Instant::from_utc(NaiveDateTime::new(date, NaiveTime::MIN))
}

fn dates_after(date: NaiveDate) -> impl Iterator<Item = NaiveDate> {
    (1..100).map(move |n| date.checked_add_days(Days::new(n)).expect("a near date"))
}

fn closing(hours: &Hours, date: NaiveDate) -> Option<Instant> {
    let (_, to) = hours.of(date).last()?;
    Some(midnight(date).plus(i64::from(*to)))
}

/// A promise in days, no standstill considered.
fn on_day(hours: &Hours, from: Instant, within: Span) -> Option<Instant> {
    let date = from.utc().date();
    match within {
        Span::Time(_) => None,
        Span::CalendarDays(n) => Some(from.plus(i64::from(n) * 86_400)),
        Span::CalendarMonths(n) => {
            let month = date.month0() + n;
            let first =
                NaiveDate::from_ymd_opt(date.year() + (month / 12) as i32, month % 12 + 1, 1)?;
            let days = first
                .iter_days()
                .take_while(|day| day.month() == first.month());
            let day = days.take(date.day() as usize).last()?;
            Some(midnight(day).plus(from.since(midnight(date))))
        }
        Span::EndOfBusinessDay => match closing(hours, date) {
            Some(closing) if closing > from => Some(closing),
            _ => dates_after(date).find_map(|date| closing(hours, date)),
        },
        Span::EndOfNextBusinessDay => dates_after(date).find_map(|date| closing(hours, date)),
        Span::BusinessDays(n) => {
            let start = steps(from).find(|at| is_open(hours, *at))?;
            let date = start.utc().date();
            let second = u32::try_from(start.since(midnight(date))).ok()?;
            let open = dates_after(date).filter(|date| !hours.of(*date).is_empty());
            let day = [date].into_iter().chain(open).nth(n as usize)?;
            let hours = hours.of(day);
            let inside = hours.iter().find(|(_, to)| second <= *to);
            let second = match inside {
                Some((opens, _)) => second.max(*opens),
                None => hours.last()?.1,
            };
            Some(midnight(day).plus(i64::from(second)))
        }
    }
}

/// From when a promise counts, step by step: what starts on an open day after the cut-off starts
/// with the next day that is open, or with the next day where it counts days of the calendar.
pub fn after_cut_off(adopted: &Adopted, from: Instant, within: Span, cut_off: u32) -> Instant {
    let held = adopted.0.iter().rev().find(|(since, _)| *since <= from);
    let (_, hours) = held.unwrap_or(&adopted.0[0]);
    let date = from.utc().date();
    let late = from > midnight(date).plus(i64::from(cut_off));
    if !late || hours.of(date).is_empty() {
        return from;
    }
    let midnights = dates_after(date).map(midnight);
    match within {
        Span::CalendarDays(_) | Span::CalendarMonths(_) => midnights.min().unwrap_or(from),
        _ => {
            let mut steps = steps(midnight(date).plus(86_400));
            steps.find(|at| is_open(hours, *at)).unwrap_or(from)
        }
    }
}

/// The hours that decide a limit, its due and when it breaks: the first version that decides it
/// before the next is adopted, else the newest.
pub fn decided<'h>(
    adopted: &'h Adopted,
    (counting, effective_from): (Counting, Instant),
    run: ClockRun<'_>,
) -> (&'h Hours, Option<Instant>, Option<Instant>) {
    for (place, (since, hours)) in adopted.0.iter().enumerate() {
        let due = due(hours, counting, run, None);
        let since = if place == 0 { BEGIN } else { *since };
        let breach = due.map(|due| run.broken(due, due.max(effective_from).max(since), since));
        let next = adopted.0.get(place + 1).map(|(next, _)| *next);
        let decided = [run.end, breach, run.over_too_late(due, since)];
        let decided = decided.into_iter().flatten().min();
        match next {
            Some(next) if decided.is_none_or(|decided| decided >= next) => {}
            _ => return (hours, due, breach),
        }
    }
    unreachable!("the newest version decides")
}
