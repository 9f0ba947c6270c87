//! The ledger of a clock as people read it: facts first, long spans folded, and what would move
//! the deadline in sentences.

use super::super::ticket::record::{held_said, promised_to};
use super::clock_causes::CausingEvent;
use super::explained::{Explained, why_in_hours};
use super::ledger_rows::{DueRow, LedgerRows};
use crate::core::calendar::ZoneRules;
use crate::core::sla::{ClockState, DeadlineMover, LedgerLine, LedgerReason, OtherPriority};
use crate::core::time::Instant;
use crate::core::time::{LocalNow, precise_moment};
use crate::plans::AROUND_THE_CLOCK;
use crate::render::{Cell, Said};
use crate::wording::plan as words;
use crate::wording::{NameKind, said};

/// What is so of a clock: target and clause, calendar and zone, the due on each wall.
pub(super) fn facts(explained: &Explained, here: LocalNow<'_>) -> Vec<(Said, Cell)> {
    let clock = &explained.record.clock;
    let measure = explained.record.measure;
    let limit = clock.limits.get(clock.governing);
    let calendar = limit.map(|limit| calendar(explained, &limit.calendar));
    let clock_causes = &explained.clock_causes;
    let by = |told: &Option<CausingEvent>| Cell::from(told.as_ref().map(CausingEvent::said));
    let mut facts = vec![
        (said::explain_target(), target(explained)),
        (said::explain_set_by(), by(&clock_causes.target)),
        (said::explain_begun_by(), by(&clock_causes.began)),
        (said::explain_calendar(), Cell::from(calendar)),
        (
            said::explain_counts_from(),
            limit.map_or(Cell::Absent, |limit| Cell::Precise(limit.from)),
        ),
    ];
    for (whose, zone) in &explained.zones {
        let due = clock.due.map(|due| on_wall(due, here.now, zone));
        let whose = Cell::word_of(*whose);
        facts.push((said::explain_due(whose), Cell::from(due)));
    }
    facts.extend(also_promised(explained, here));
    let breach = clock_causes.breach.map(|breach| {
        let breach = near(breach, here);
        said::explain_not_before(breach)
    });
    facts.push((said::explain_breaks(), Cell::from(breach)));
    let stood = measure.map(|m| m.paused).filter(|paused| *paused > 0);
    facts.extend([
        (said::explain_elapsed(), spent(measure.map(|m| m.elapsed))),
        (
            said::explain_left(),
            spent(measure.and_then(|m| m.remaining)),
        ),
        (said::explain_late(), spent(measure.and_then(|m| m.late))),
        (said::explain_stood_still(), spent(stood)),
        (
            said::explain_stands_still_until(),
            explained
                .record
                .paused_until()
                .map_or(Cell::Absent, Cell::Precise),
        ),
        (
            said::explain_ended(),
            clock.ended.map_or(Cell::Absent, Cell::Precise),
        ),
        (said::explain_ended_by(), by(&clock_causes.ended)),
        (said::explain_counts_nowhere(), by(&clock_causes.exempt)),
    ]);
    let holder = match explained.record.held_by() {
        Some(by) => Cell::person(by.to_owned()),
        None => Cell::Said(said::explain_nobody()),
    };
    facts.push((said::explain_held_by(), holder));
    if explained.record.was_held() {
        let parts = held_said(&explained.record.held);
        facts.push((said::explain_of_its_time(), parts));
    }
    let cause = explained.record.cause.as_ref();
    let cause = cause.filter(|_| clock.breach.is_some());
    facts.push((
        said::explain_cause(),
        match cause {
            Some(cause) => Cell::text(cause.says()),
            None if explained.record.state == ClockState::Breached => {
                let (milestone, ticket) = (&clock.milestone, explained.record.ticket);
                let command = format!("`sladesk cause {ticket} {milestone}`");
                Cell::Said(said::explain_no_cause(Cell::text(command)))
            }
            None => Cell::Absent,
        },
    ));
    let given = clock_causes.breached.as_ref();
    let given = given.map(|given| Cell::Said(given.by_whom()));
    facts.push((said::explain_cause_given_by(), Cell::from(given)));
    if clock.rests_on_late_entry() {
        let says = Cell::Said(said::explain_late_entry_is());
        facts.push((said::explain_late_entry(), says));
    }
    if clock.moved_later {
        let says = Cell::Said(said::meaning_of_moved_later());
        facts.push((said::explain_moved_later(), says));
    }
    if let Some((by, when, _, why)) = &explained.record.corrected {
        let (by, at) = (Cell::person(by.clone()), Cell::Precise(*when));
        let says: Said = match why {
            Some(why) => {
                let why = Cell::Named(NameKind::Reason, why.clone().into());
                said::explain_taken_back_why(at, by, why)
            }
            None => said::explain_taken_back(at, by),
        };
        facts.push((said::explain_corrected(), says.into()));
    }
    facts
}

fn target(explained: &Explained) -> Cell {
    let clock = &explained.record.clock;
    let limit = clock.limits.get(clock.governing);
    let clause = limit.and_then(|limit| limit.clause.clone());
    let target = of_kind(explained, clock.governing, explained.record.target_cell());
    match (target, clause) {
        (Cell::Absent, _) => Cell::Absent,
        (target, Some(clause)) => Cell::Said(said::with_clause(Cell::code(clause), target)),
        (target, None) => target,
    }
}

/// What a limit promises, with the kind of tickets that it is promised to.
fn of_kind(explained: &Explained, place: usize, target: Cell) -> Cell {
    let kind = explained.record.kinds.get(place).and_then(Option::as_ref);
    promised_to(kind.map(Cell::text), target)
}

fn calendar(explained: &Explained, calendar: &str) -> Cell {
    let hours = explained.hours.as_ref().map(|(week, _)| week.as_str());
    let calendar = match hours.filter(|week| *week != calendar && calendar != AROUND_THE_CLOCK) {
        // one that the plan names says nothing of its hours
        Some(week) => {
            let hours = Cell::Phrase(words::week(week));
            let name = Cell::Named(NameKind::Calendar, calendar.to_owned().into());
            Cell::Said(said::agreed_term(hours, name))
        }
        None => Cell::Phrase(words::week(calendar)),
    };
    match &explained.rules {
        Some((zone, source, version)) if !version.is_empty() => {
            let [zone, version] = [zone, version].map(|word| Cell::code(word.clone()));
            let source = Cell::word_of(source.clone());
            Cell::Said(said::explain_calendar_rules(
                calendar, source, version, zone,
            ))
        }
        Some((zone, ..)) => Cell::Said(said::explain_calendar_in(
            calendar,
            Cell::code(zone.clone()),
        )),
        None => calendar,
    }
}

/// The limits that do not govern.
fn also_promised(explained: &Explained, here: LocalNow<'_>) -> Vec<(Said, Cell)> {
    let clock = &explained.record.clock;
    let others = clock.limits.iter().enumerate();
    let others = others.filter(|(place, _)| *place != clock.governing);
    let told = others.map(|(place, limit)| {
        let due: Said = match limit.due {
            Some(due) => said::explain_limit_due(near(due, here)),
            None => said::explain_limit_no_due(),
        };
        let target = Cell::Target(limit.within.to_string());
        let target = of_kind(explained, place, target);
        let event = Cell::Id(limit.by.0);
        let says: Said = match explained.record.promised_at.get(place) {
            Some(at) => said::explain_limit_at(due, event, Cell::priority(at.clone()), target),
            None => said::explain_limit(due, event, target),
        };
        (said::explain_also_promised(), Cell::Said(says))
    });
    told.collect()
}

/// Open time to the second: what is shown adds up.
fn spent(seconds: Option<i64>) -> Cell {
    seconds.map_or(Cell::Absent, Cell::Exact)
}

fn near(at: Instant, here: LocalNow<'_>) -> Cell {
    Cell::Wall(Box::new((precise_moment(at, here), here.zone.wall(at))))
}

fn on_wall(due: Instant, at: Instant, zone: &ZoneRules) -> Said {
    let due = near(due, LocalNow::new(at, zone));
    said::explain_wall(due, Cell::code(zone.name.clone()))
}

/// A run of lines that are told as one.
pub(super) struct FoldedLines {
    from: Instant,
    /// None: an instant, the due.
    to: Option<Instant>,
    counted: i64,
    /// None: nothing is counted there.
    sum: Option<i64>,
    why: Cell,
}

impl FoldedLines {
    /// Its cells: from, to, counted, sum, why.
    pub(super) fn row(self) -> Vec<Cell> {
        let counted = Cell::Exact(self.counted);
        vec![
            Cell::Precise(self.from),
            self.to.map_or(Cell::Absent, Cell::Precise),
            self.to.map_or(Cell::Absent, |_| counted),
            self.sum.map_or(Cell::Absent, Cell::Exact),
            self.why,
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
        let why = why_in_hours(&line.reason, explained);
        Cell::Said(match line.event {
            Some(event) => said::ledger_with_event(Cell::Id(event.0), why),
            None => why,
        })
    };
    let LedgerRows { before, due, after } = &explained.ledger;
    let mut folds = fold_lines(before, plan, why);
    folds.extend(due.as_ref().map(|due| due_line(due, explained)));
    folds.extend(fold_lines(after, plan, why));
    folds
}

/// The due; of a clock that had ended before it, nothing was used up then.
fn due_line(due: &DueRow, explained: &Explained) -> FoldedLines {
    let ended = explained.record.clock.ended;
    let (sum, why): (_, Said) = match ended.is_some_and(|ended| ended < due.at) {
        true => (None, said::ledger_due_ended()),
        false => (
            Some(due.sum),
            said::ledger_due(explained.record.target_cell()),
        ),
    };
    FoldedLines {
        from: due.at,
        to: None,
        counted: 0,
        sum,
        why: Cell::Said(why),
    }
}

fn fold_lines(
    lines: &[LedgerLine],
    zone: &ZoneRules,
    why: impl Fn(&LedgerLine) -> Cell,
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
                sum: Some(first.sum),
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
        sum: Some(last.sum),
        why: Cell::Said(said::ledger_days(Cell::Number(days), Cell::Exact(counted))),
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
pub(super) fn said_of(moves: &DeadlineMover, here: LocalNow<'_>) -> Said {
    match moves {
        DeadlineMover::StandsStill(state) => {
            said::move_stands_still(Cell::word_of(state.to_string()))
        }
        DeadlineMover::Priority { to, then } => {
            let to = Cell::priority(to.clone());
            match then {
                OtherPriority::Due(due) => said::move_due(near(*due, here), to),
                OtherPriority::StandsStill => said::move_still(to),
                OtherPriority::Never => said::move_never(to),
                OtherPriority::GoesOn => said::move_goes_on(to),
                OtherPriority::NotPromised => said::move_not_promised(to),
            }
        }
        DeadlineMover::Negotiable => said::move_negotiable(),
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
        let folds = fold_lines(&lines, &utc, |line| {
            Cell::text(format!("{:?}", line.reason))
        });
        let whys: Vec<Cell> = folds.iter().map(|fold| fold.why.clone()).collect();
        let holiday = Cell::text("Holiday(\"Christmas Day\")");
        let folded = Cell::Said(said::ledger_days(Cell::Number(1), Cell::Exact(500)));
        let closed = Cell::text("Closed");
        assert_eq!(whys, [folded.clone(), holiday, folded, closed]);
        assert_eq!(folds.iter().map(|fold| fold.counted).sum::<i64>(), 1000);
        assert_eq!(folds.last().and_then(|fold| fold.sum), Some(1000));
    }
}
