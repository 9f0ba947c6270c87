//! The ledger of a clock as people read it: facts first, long spans folded, and what would move
//! the deadline in sentences.

use super::super::ticket::record::{BreachCause, held_in_words};
use super::clock_causes::CausingEvent;
use super::explained::{Explained, why_in_hours};
use crate::core::calendar::ZoneRules;
use crate::core::sla::{ClockState, DeadlineMover, LedgerLine, LedgerReason, OtherPriority};
use crate::core::time::Instant;
use crate::core::time::{LocalNow, exact_time, precise_moment};
use crate::render::Cell;
use crate::wording::explanation;

/// What is so of a clock: target and clause, calendar and zone, the due on each wall.
pub(super) fn facts(explained: &Explained, here: LocalNow<'_>) -> Vec<(String, Cell)> {
    let clock = &explained.record.clock;
    let measure = explained.record.measure;
    let limit = clock.limits.get(clock.governing);
    let clause = limit.and_then(|limit| limit.clause.as_deref());
    let target = explained.record.target().map(|target| match clause {
        Some(clause) => format!("{target} ({clause})"),
        None => target,
    });
    let calendar = limit.map(|limit| match &explained.rules {
        Some((zone, source, version)) if !version.is_empty() => {
            format!(
                "{} in {zone} (zone rules {version}, {source})",
                limit.calendar
            )
        }
        Some((zone, ..)) => format!("{} in {zone}", limit.calendar),
        None => limit.calendar.clone(),
    });
    let clock_causes = &explained.clock_causes;
    let by = |told: &Option<CausingEvent>| Cell::code_if(told.as_ref().map(CausingEvent::words));
    let mut facts = vec![
        ("target".to_owned(), Cell::code_if(target)),
        ("set by".to_owned(), by(&clock_causes.target)),
        ("begun by".to_owned(), by(&clock_causes.began)),
        ("calendar".to_owned(), Cell::code_if(calendar)),
        (
            "counts from".to_owned(),
            Cell::code_if(limit.map(|limit| precise_moment(limit.from, here))),
        ),
    ];
    for (whose, zone) in &explained.zones {
        let due = clock.due.map(|due| exact(due, here.now, zone));
        facts.push((format!("due, {whose}"), Cell::code_if(due)));
    }
    for (place, limit) in clock.limits.iter().enumerate() {
        if place != clock.governing {
            let due = limit.due.map(|due| precise_moment(due, here));
            let due = due.map_or_else(|| "no due".to_owned(), |due| format!("due {due}"));
            let at = explained.record.promised_at.get(place);
            let at = at.map_or_else(String::new, |at| format!(" at {at}"));
            let says = format!("{}{at} from event {}: {due}", limit.within, limit.by);
            facts.push(("also promised".to_owned(), Cell::code(says)));
        }
    }
    let breach = clock_causes.breach.map(|breach| {
        let breach = precise_moment(breach, here);
        Cell::code(format!("{breach}, not before what brought it about"))
    });
    facts.push(("breaks".to_owned(), breach.unwrap_or(Cell::Absent)));
    let stood = measure.map(|m| m.paused).filter(|paused| *paused > 0);
    facts.extend([
        ("elapsed".to_owned(), spent(measure.map(|m| m.elapsed))),
        ("left".to_owned(), spent(measure.and_then(|m| m.remaining))),
        ("late".to_owned(), spent(measure.and_then(|m| m.late))),
        ("stood still".to_owned(), spent(stood)),
        (
            "stands still until".to_owned(),
            Cell::code_if(
                explained
                    .record
                    .paused_until()
                    .map(|until| precise_moment(until, here)),
            ),
        ),
        (
            "ended".to_owned(),
            Cell::code_if(clock.ended.map(|ended| precise_moment(ended, here))),
        ),
        ("ended by".to_owned(), by(&clock_causes.ended)),
        ("counts nowhere".to_owned(), by(&clock_causes.exempt)),
    ]);
    if explained.record.was_held() {
        let by = explained.record.held_by().unwrap_or("nobody").to_owned();
        facts.push(("held by".to_owned(), Cell::code(by)));
        let parts = held_in_words(&explained.record.held);
        facts.push(("of its time".to_owned(), Cell::text_if(parts)));
    }
    let cause = explained.record.cause.as_ref();
    let cause = cause.filter(|_| clock.breach.is_some());
    facts.push((
        "cause".to_owned(),
        Cell::text_if(cause.map(BreachCause::says).or_else(|| {
            let breached = explained.record.state == ClockState::Breached;
            let ticket = explained.record.ticket.to_string();
            breached.then(|| explanation::no_cause(&ticket, &clock.milestone))
        })),
    ));
    facts.push(("cause given by".to_owned(), by(&clock_causes.breached)));
    if clock.rests_on_late_entry() {
        let says = "met on the word of an event that was recorded after its due";
        facts.push(("late entry".to_owned(), Cell::code(says)));
    }
    if let Some((by, when, _, why)) = &explained.record.corrected {
        let why = why
            .as_deref()
            .map(|why| format!(": {why}"))
            .unwrap_or_default();
        let when = precise_moment(*when, here);
        let says = format!("the breach was taken back by {by}, {when}{why}");
        facts.push(("corrected".to_owned(), Cell::text(says)));
    }
    facts
}

/// Open time to the second: what is shown adds up.
fn spent(seconds: Option<i64>) -> Cell {
    seconds.map_or(Cell::Absent, Cell::Exact)
}

fn exact(due: Instant, at: Instant, zone: &ZoneRules) -> String {
    format!(
        "{} ({})",
        precise_moment(due, LocalNow::new(at, zone)),
        zone.name
    )
}

/// A run of lines that are told as one.
pub(super) struct FoldedLines {
    from: Instant,
    /// None: an instant, the due.
    to: Option<Instant>,
    counted: i64,
    sum: i64,
    why: String,
}

impl FoldedLines {
    /// Its cells: from, to, counted, sum, why.
    pub(super) fn row(self, here: LocalNow<'_>) -> Vec<Cell> {
        let counted = Cell::Exact(self.counted);
        vec![
            Cell::code(precise_moment(self.from, here)),
            Cell::code_if(self.to.map(|to| precise_moment(to, here))),
            self.to.map_or(Cell::Absent, |_| counted),
            Cell::Exact(self.sum),
            Cell::text(self.why),
        ]
    }
}

/// More stretches in a row than these are folded.
const LONG: usize = 6;

/// Open and closed hours that follow each other for long are told as so many working days; no
/// second is lost.
pub(super) fn folded(explained: &Explained) -> Vec<FoldedLines> {
    let Some((_, plan)) = explained.zones.last() else {
        return Vec::new();
    };
    let why = |line: &LedgerLine| {
        let event = line.event.map(|event| format!(" (event {event})"));
        let why = why_in_hours(&line.reason, explained);
        format!("{why}{}", event.unwrap_or_default())
    };
    let Some(due) = explained.record.clock.due else {
        return fold_lines(&explained.ledger, plan, why);
    };
    let (before, after) = parted(&explained.ledger, due);
    let mut folds = fold_lines(&before, plan, why);
    if !before.is_empty() || !after.is_empty() {
        folds.extend(due_line(explained, due, &before));
    }
    folds.extend(fold_lines(&after, plan, why));
    folds
}

/// The instant of the due, between what was before and what is after it.
fn due_line(explained: &Explained, due: Instant, before: &[LedgerLine]) -> Option<FoldedLines> {
    let counted = before.last().map_or(0, |line| line.sum);
    let measure = explained.record.measure?;
    let left = match explained.record.state {
        ClockState::Met => measure.spare?,
        ClockState::Running => measure.remaining?,
        ClockState::Breached => 0,
        _ => return None,
    };
    Some(FoldedLines {
        from: due,
        to: None,
        counted: 0,
        sum: counted + left,
        why: explanation::due(&explained.record.target()?),
    })
}

/// What was before an instant, and what after it.
fn parted(lines: &[LedgerLine], at: Instant) -> (Vec<LedgerLine>, Vec<LedgerLine>) {
    let (mut before, mut after) = (Vec::new(), Vec::new());
    for line in lines {
        if line.to <= at {
            before.push(line.clone());
        } else if line.from >= at {
            after.push(line.clone());
        } else {
            let late = match line.counted {
                0 => 0,
                _ => line.to.since(at),
            };
            before.push(LedgerLine {
                to: at,
                counted: line.counted - late,
                sum: line.sum - late,
                ..line.clone()
            });
            after.push(LedgerLine {
                from: at,
                counted: late,
                ..line.clone()
            });
        }
    }
    (before, after)
}

fn fold_lines(
    lines: &[LedgerLine],
    zone: &ZoneRules,
    why: impl Fn(&LedgerLine) -> String,
) -> Vec<FoldedLines> {
    let usual =
        |line: &&LedgerLine| matches!(line.reason, LedgerReason::Open | LedgerReason::Closed);
    let mut folds = Vec::new();
    let mut rest = lines;
    while let Some(first) = rest.first() {
        let mut run = rest.iter().take_while(usual).count();
        while run > 0 && rest[run - 1].reason == LedgerReason::Closed {
            run -= 1;
        }
        if run > LONG && first.reason == LedgerReason::Open {
            folds.push(fold(&rest[..run], zone));
            rest = &rest[run..];
        } else {
            folds.push(FoldedLines {
                from: first.from,
                to: Some(first.to),
                counted: first.counted,
                sum: first.sum,
                why: why(first),
            });
            rest = &rest[1..];
        }
    }
    folds
}

fn fold(run: &[LedgerLine], zone: &ZoneRules) -> FoldedLines {
    let counted = run.iter().map(|line| line.counted).sum();
    let last = &run[run.len() - 1];
    let days = working_days(run, zone);
    FoldedLines {
        from: run[0].from,
        to: Some(last.to),
        counted,
        sum: last.sum,
        why: explanation::working_days(days, &exact_time(counted)),
    }
}

/// How many days of the calendar have open time in these lines: a lunch break makes no day, and
/// hours that run through midnight belong to two.
fn working_days(run: &[LedgerLine], zone: &ZoneRules) -> i64 {
    let day = |at: Instant| zone.local(at).date();
    let mut days = 0;
    let mut counted = None;
    for line in run.iter().filter(|line| line.reason == LedgerReason::Open) {
        let (first, last) = (day(line.from), day(line.to.plus(-1)));
        days += last.signed_duration_since(first).num_days() + 1;
        if counted == Some(first) {
            days -= 1;
        }
        counted = Some(last);
    }
    days
}

/// What would move the deadline, as a sentence.
pub(super) fn said(moves: &DeadlineMover, here: LocalNow<'_>) -> String {
    match moves {
        DeadlineMover::StandsStill(state) => {
            format!("It stands still while the ticket is {state}.")
        }
        DeadlineMover::Priority { to, then } => match then {
            OtherPriority::Due(due) => {
                let due = precise_moment(*due, here);
                format!("At priority {to} it would be due {due}.")
            }
            OtherPriority::StandsStill => format!("At priority {to} it would stand still too."),
            OtherPriority::Never => format!("At priority {to} it would never be due."),
            OtherPriority::GoesOn => {
                format!("At priority {to} it is not promised: this promise would go on.")
            }
            OtherPriority::NotPromised => format!("At priority {to} it is not promised."),
        },
        DeadlineMover::Negotiable => {
            "The two sides may agree another target: `sladesk agree`.".to_owned()
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn days_are_counted_not_the_stretches_of_their_hours() {
        let utc = ZoneRules::fixed("UTC").expect("a fixed offset");
        let open = |from: i64, to: i64| LedgerLine {
            from: Instant(from * 3600),
            to: Instant(to * 3600),
            counted: (to - from) * 3600,
            sum: 0,
            reason: LedgerReason::Open,
            event: None,
        };
        let lunch = [open(9, 12), open(13, 17), open(33, 36), open(37, 41)];
        assert_eq!(working_days(&lunch, &utc), 2);
        assert_eq!(working_days(&[open(0, 120)], &utc), 5);
        assert_eq!(working_days(&[open(22, 30)], &utc), 2);
    }

    #[test]
    fn folding_loses_no_second() {
        let lines: Vec<LedgerLine> = (0..20)
            .map(|n| LedgerLine {
                from: Instant(n * 100),
                to: Instant(n * 100 + 100),
                counted: if n % 2 == 0 { 100 } else { 0 },
                sum: (n / 2 + 1) * 100,
                reason: match n {
                    9 => LedgerReason::Holiday("Christmas Day".to_owned()),
                    n if n % 2 == 0 => LedgerReason::Open,
                    _ => LedgerReason::Closed,
                },
                event: None,
            })
            .collect();
        let utc = ZoneRules::fixed("UTC").expect("a fixed offset");
        let folds = fold_lines(&lines, &utc, |line| format!("{:?}", line.reason));
        let whys: Vec<&str> = folds.iter().map(|fold| fold.why.as_str()).collect();
        let holiday = "Holiday(\"Christmas Day\")";
        let folded = "1 working day, 8m 20s";
        assert_eq!(whys, [folded, holiday, folded, "Closed"]);
        assert_eq!(folds.iter().map(|fold| fold.counted).sum::<i64>(), 1000);
        assert_eq!(folds.last().map(|fold| fold.sum), Some(1000));
    }
}
