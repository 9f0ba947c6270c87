//! The lines of a clock's ledger, parted at its due: what was before it, the instant itself, what
//! came after it. A page and a script are told the same.

use super::super::ticket::record::ClockRecord;
use crate::core::sla::{ClockState, LedgerLine};
use crate::core::time::Instant;

/// The ledger of a clock, parted at its due.
pub(super) struct LedgerRows {
    pub before: Vec<LedgerLine>,
    pub due: Option<DueRow>,
    /// Empty where there is no due.
    pub after: Vec<LedgerLine>,
}

/// The instant of the due.
pub(super) struct DueRow {
    pub at: Instant,
    /// How much open time is counted by then.
    pub sum: i64,
}

impl LedgerRows {
    /// The lines of that clock.
    pub(super) fn of(record: &ClockRecord, lines: Vec<LedgerLine>) -> LedgerRows {
        let Some(due) = record.clock.due else {
            return LedgerRows {
                before: lines,
                due: None,
                after: Vec::new(),
            };
        };
        let (before, after) = parted(&lines, due);
        let due = match before.is_empty() && after.is_empty() {
            true => None,
            false => due_row(record, due, &before),
        };
        LedgerRows { before, due, after }
    }
}

fn due_row(record: &ClockRecord, due: Instant, before: &[LedgerLine]) -> Option<DueRow> {
    let counted = before.last().map_or(0, |line| line.sum);
    let measure = record.measure?;
    let left = match record.state {
        ClockState::Met => measure.spare?,
        ClockState::Running => measure.remaining?,
        ClockState::Breached => 0,
        _ => return None,
    };
    Some(DueRow {
        at: due,
        sum: counted + left,
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
