//! A ticket of a file of one row a ticket that an earlier file brought in: what of its row is new.
//!
//! What is told without a time (priority, words, tags, who has it) is as it is now: where that is not
//! what the record has, it has changed since, and counts when the row was written last.

use super::acts::TicketBefore;
use super::fault::RowRemark;
use super::log_row::{LogRow, RowPart};
use super::mapping::LogStatus;
use crate::core::model::Fact;
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
    let standing = |row: &&mut LogRow| row.part == RowPart::Standing;
    for row in rows.iter_mut().filter(standing) {
        if row.at < before.since {
            // what came after it in the record would be told as if it had not been
            row.status = None;
            if row.stands.is_some_and(|stands| stands != before.status) {
                row.remarks.push(RowRemark::Older);
            }
        } else if before.since < row.at && goes_on(row.stands, before.status) {
            row.status = row.stands;
            row.remarks.push(RowRemark::SinceUpdate);
        }
    }
    let last = rows.iter().map(|row| row.at).max();
    rows.retain(|row| row.part == RowPart::Opening || !has(row));
    for row in &mut rows {
        let came_at_opening = row.assignee.is_some() && row.opened == Some(row.at);
        if row.part == RowPart::Opening || row.worked.is_some() || came_at_opening {
            row.at = last.unwrap_or(row.at);
        }
    }
    rows.sort_by_key(|row| row.at);
    rows
}
