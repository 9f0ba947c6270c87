//! A ticket of a file of one row a ticket that an earlier file brought in: what of its row is new.
//!
//! What is told without a time (priority, words, tags, who has it, what was worked) is as it is now: where
//! that is not what the record has, it has changed since, and counts when the row was written last. Of a
//! file that was written before the record has it as it is, nothing of that is new.

use super::acts::{TicketBefore, tagged};
use super::fault::RowRemark;
use super::log_row::{LogRow, RowPart};
use super::mapping::LogStatus;
use crate::core::model::{Fact, TicketWords};
use crate::core::time::Instant;

/// Whether a ticket that waited, or was done, is open again: no time of a row says so.
fn goes_on(stands: Option<LogStatus>, before: LogStatus) -> bool {
    let open = matches!(stands, Some(LogStatus::New | LogStatus::Open));
    open && !matches!(before, LogStatus::New | LogStatus::Open)
}

/// The rows without what the record has already, and those without a time dated at the last of all.
pub fn renewed(
    mut rows: Vec<LogRow>,
    before: &TicketBefore,
    known: &[(Instant, Fact)],
) -> Vec<LogRow> {
    let has = |row: &LogRow| {
        let at = row.at.max(before.opened);
        known.iter().any(|(when, fact)| {
            *when == at
                && match (row.part, row.status, fact) {
                    (RowPart::Replied, _, Fact::Replied(_)) => true,
                    (_, Some(LogStatus::Resolved), Fact::Resolved(_)) => true,
                    (_, Some(LogStatus::Closed(closed)), Fact::Closed(fact)) => closed == fact.r#as,
                    _ => false,
                }
        })
    };
    let Some(last) = rows.iter().map(|row| row.at).max() else {
        return rows;
    };
    let mut is_older = false;
    let standing = |row: &&mut LogRow| row.part == RowPart::Standing;
    for row in rows.iter_mut().filter(standing) {
        if row.at < before.since {
            // what came after it in the record would be told as if it had not been
            row.status = None;
            is_older |= row.stands.is_some_and(|stands| stands != before.status);
        } else if before.since < row.at && goes_on(row.stands, before.status) {
            row.status = row.stands;
            row.remarks.push(RowRemark::SinceUpdate);
        }
    }
    for row in &mut rows {
        is_older |= forget_what_is_older(row, last, before, known);
    }
    let opening = rows.iter_mut().find(|row| row.part == RowPart::Opening);
    if let Some(opening) = opening.filter(|_| is_older) {
        // nothing is taken to have been since then
        let since = |remark: &RowRemark| *remark == RowRemark::SinceUpdate;
        opening.remarks.retain(|remark| !since(remark));
        opening.remarks.push(RowRemark::Older);
    }
    rows.retain(|row| row.part == RowPart::Opening || !has(row));
    for row in &mut rows {
        if row.part == RowPart::Opening || row.worked.is_some() || is_undated(row) {
            row.at = last;
        }
    }
    rows.sort_by_key(|row| row.at);
    rows
}

/// Whether a row tells who has the ticket and not since when.
fn is_undated(row: &LogRow) -> bool {
    row.assignee.is_some() && row.opened == Some(row.at)
}

/// Takes out of a row what is told without a time, is otherwise in the record and was known there only
/// after the file was written; whether there was any.
fn forget_what_is_older(
    row: &mut LogRow,
    written: Instant,
    before: &TicketBefore,
    known: &[(Instant, Fact)],
) -> bool {
    let told_after = |tells: fn(&Fact) -> bool| {
        let mut later = known.iter().filter(|(at, _)| written < *at);
        written < before.since || later.any(|(_, fact)| tells(fact))
    };
    let mut forgot = false;
    let mut forget = |otherwise: bool, tells: fn(&Fact) -> bool| {
        let older = otherwise && told_after(tells);
        forgot |= older;
        older
    };
    if row.part == RowPart::Opening {
        let otherwise = row.priority.is_some() && row.priority != before.priority;
        if forget(otherwise, |fact| matches!(fact, Fact::Prioritised(_))) {
            row.priority = None;
        }
        let otherwise = !row.words.unlike(&before.words).is_empty();
        if forget(otherwise, |fact| matches!(fact, Fact::Edited(_))) {
            row.words = TicketWords::default();
        }
        let tags = row.tags.as_deref();
        let otherwise = tags.is_some_and(|tags| tagged(tags, &before.tags).is_some());
        if forget(otherwise, |fact| matches!(fact, Fact::Tagged(_))) {
            row.tags = None;
        }
    }
    let otherwise = is_undated(row) && row.assignee != before.assignee;
    if forget(otherwise, |fact| matches!(fact, Fact::Assigned(_))) {
        row.assignee = None;
        // what is told there is of who that is
        row.remarks.clear();
    }
    let otherwise = row.worked.is_some_and(|worked| worked != before.worked);
    if forget(otherwise, |fact| matches!(fact, Fact::Worked(_))) {
        row.worked = None;
    }
    forgot
}
