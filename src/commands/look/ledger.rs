//! The ledger of a clock as people read it: facts first, long spans folded, and what would move
//! the deadline in sentences.

use super::explain::{Explained, why};
use crate::core::calendar::ZoneRules;
use crate::core::model::Instant;
use crate::core::sla::{Line, Reason, Then, WouldMove};
use crate::core::words::{Here, exact_moment, open_time, written_moment};
use crate::render::Cell;

/// What is so of a clock: target and clause, calendar and zone, the due on each wall.
pub(super) fn facts(explained: &Explained, at: Instant) -> Vec<(String, Cell)> {
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
    let mut facts = vec![
        ("target".to_owned(), Cell::code_if(target)),
        ("calendar".to_owned(), Cell::code_if(calendar)),
        (
            "counts from".to_owned(),
            Cell::from(limit.map(|limit| limit.from)),
        ),
    ];
    for (whose, zone) in &explained.zones {
        let due = clock.due.map(|due| exact(due, at, zone));
        facts.push((format!("due, {whose}"), Cell::code_if(due)));
    }
    let stood = measure.map(|m| m.paused).filter(|paused| *paused > 0);
    facts.extend([
        (
            "elapsed".to_owned(),
            Cell::seconds_if(measure.map(|m| m.elapsed)),
        ),
        (
            "left".to_owned(),
            Cell::seconds_if(measure.and_then(|m| m.remaining)),
        ),
        (
            "late".to_owned(),
            Cell::seconds_if(measure.and_then(|m| m.late)),
        ),
        ("stood still".to_owned(), Cell::seconds_if(stood)),
        (
            "stands still until".to_owned(),
            Cell::from(explained.record.paused_until()),
        ),
        ("ended".to_owned(), Cell::from(clock.ended)),
    ]);
    if clock.rests_on_late_entry() {
        let says = "met on the word of an event that was recorded after its due";
        facts.push(("late entry".to_owned(), Cell::code(says)));
    }
    if let Some((by, when, _, why)) = &explained.record.corrected {
        let why = why
            .as_deref()
            .map(|why| format!(": {why}"))
            .unwrap_or_default();
        let says = format!("the breach was taken back by {by}, {when}{why}");
        facts.push(("corrected".to_owned(), Cell::text(says)));
    }
    facts
}

fn exact(due: Instant, at: Instant, zone: &ZoneRules) -> String {
    format!("{} ({})", exact_moment(due, Here::new(at, zone)), zone.name)
}

/// A run of lines that are told as one.
pub(super) struct Fold {
    from: Instant,
    to: Instant,
    counted: i64,
    sum: i64,
    why: String,
}

impl Fold {
    /// Its cells: from, to, counted, sum, why.
    pub fn row(self, here: Here<'_>) -> Vec<Cell> {
        vec![
            Cell::code(written_moment(self.from, here)),
            Cell::code(written_moment(self.to, here)),
            Cell::Seconds(self.counted),
            Cell::Seconds(self.sum),
            Cell::text(self.why),
        ]
    }
}

/// More stretches in a row than these are folded.
const LONG: usize = 6;

/// Open and closed hours that follow each other for long are told as so many working days; no
/// second is lost.
pub(super) fn folded(lines: &[Line]) -> Vec<Fold> {
    let usual = |line: &&Line| matches!(line.reason, Reason::Open | Reason::Closed);
    let mut folds = Vec::new();
    let mut rest = lines;
    while let Some(first) = rest.first() {
        let run = rest.iter().take_while(usual).count();
        if run > LONG {
            folds.push(fold(&rest[..run]));
            rest = &rest[run..];
        } else {
            folds.push(one(first));
            rest = &rest[1..];
        }
    }
    folds
}

fn one(line: &Line) -> Fold {
    let event = line.event.map(|event| format!(" (event {event})"));
    Fold {
        from: line.from,
        to: line.to,
        counted: line.counted,
        sum: line.sum,
        why: format!("{}{}", why(&line.reason), event.unwrap_or_default()),
    }
}

fn fold(run: &[Line]) -> Fold {
    let counted = run.iter().map(|line| line.counted).sum();
    let days = run
        .iter()
        .filter(|line| line.reason == Reason::Open)
        .count();
    let last = &run[run.len() - 1];
    Fold {
        from: run[0].from,
        to: last.to,
        counted,
        sum: last.sum,
        why: format!("{days} openings, {}", open_time(counted)),
    }
}

/// What would move the deadline, as a sentence.
pub(super) fn said(moves: &WouldMove, here: Here<'_>) -> String {
    match moves {
        WouldMove::StandsStill(state) => format!("It stands still while the ticket is {state}."),
        WouldMove::Priority { to, then } => match then {
            Then::Due(due) => {
                let due = exact_moment(*due, here);
                format!("At priority {to} it would be due {due}.")
            }
            Then::StandsStill => format!("At priority {to} it would stand still too."),
            Then::Never => format!("At priority {to} it would never be due."),
            Then::GoesOn => {
                format!("At priority {to} it is not promised: this promise would go on.")
            }
            Then::NotPromised => format!("At priority {to} it is not promised."),
        },
        WouldMove::Negotiable => {
            "The two sides may agree another target: `sladesk agree`.".to_owned()
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn folding_loses_no_second() {
        let lines: Vec<Line> = (0..20)
            .map(|n| Line {
                from: Instant(n * 100),
                to: Instant(n * 100 + 100),
                counted: if n % 2 == 0 { 100 } else { 0 },
                sum: (n / 2 + 1) * 100,
                reason: match n {
                    9 => Reason::Holiday("Christmas Day".to_owned()),
                    n if n % 2 == 0 => Reason::Open,
                    _ => Reason::Closed,
                },
                event: None,
            })
            .collect();
        let folds = folded(&lines);
        let whys: Vec<&str> = folds.iter().map(|fold| fold.why.as_str()).collect();
        assert_eq!(
            whys,
            [
                "5 openings, 8m 20s",
                "holiday: Christmas Day",
                "5 openings, 8m 20s"
            ]
        );
        assert_eq!(folds.iter().map(|fold| fold.counted).sum::<i64>(), 1000);
        assert_eq!(folds.last().map(|fold| fold.sum), Some(1000));
    }
}
