//! A row that tells a whole ticket: what it tells of each time.

use super::cells::Cells;
use super::columns::ColumnKey;
use super::fault::{RowFault, RowRemark};
use super::log_row::{LogRow, RowPart};
use super::mapping::LogStatus;
use super::theirs::Reached;
use crate::core::model::ClosedAs;
use crate::core::time::Instant;

/// When what was done, as far as the row says it.
struct ExportTimes {
    responded: Option<Instant>,
    assigned: Option<Instant>,
    resolved: Option<Instant>,
    closed: Option<Instant>,
    updated: Option<Instant>,
}

impl ExportTimes {
    fn read(cells: &mut Cells<'_, '_>, opened: Instant) -> Result<ExportTimes, RowFault> {
        Ok(ExportTimes {
            responded: cells.responded(opened)?,
            assigned: cells.time_of(ColumnKey::Assigned)?,
            resolved: cells.time_of(ColumnKey::Resolved)?,
            closed: cells.time_of(ColumnKey::Closed)?,
            updated: cells.time_of(ColumnKey::Updated)?,
        })
    }

    /// What of the status the times do not say already.
    fn untold(&self, status: LogStatus, answers_are_told: bool) -> Option<LogStatus> {
        let told = match status {
            LogStatus::New => true,
            // nobody has answered, as the file says, whoever has looked at it
            LogStatus::Open => answers_are_told && self.resolved.or(self.closed).is_none(),
            LogStatus::Resolved => self.resolved.is_some() && self.closed.is_none(),
            LogStatus::Closed(_) => self.closed.is_some(),
            LogStatus::Waiting(_) => false,
        };
        (!told).then_some(status)
    }
}

/// What the row tells, the opening first.
pub(super) fn export_row(cells: &mut Cells<'_, '_>, line: u64) -> Result<Vec<LogRow>, RowFault> {
    let key = cells.key()?;
    let opened = cells.needed_time(ColumnKey::Opened)?;
    let (status, skipped) = cells.status()?;
    let mut times = ExportTimes::read(cells, opened)?;
    let is_closed = matches!(status, Some(LogStatus::Closed(_)));
    if is_closed && times.closed.is_some() && times.closed < times.resolved {
        times.closed = times.resolved;
        cells.remarks.push(RowRemark::ClosedBefore);
    }
    let times = times;
    let blank = |part, at| LogRow::blank(line, &key, part, at);
    let mut opening = blank(RowPart::Opening, opened);
    cells.values(&mut opening)?;
    opening.skipped = skipped;
    let has_end = times.resolved.or(times.closed).is_some();
    opening.theirs = cells.theirs(Reached {
        responded: times.responded.is_some(),
        // one that was opened again may have the time of before
        ended: status.map_or(has_end, LogStatus::is_done),
    })?;
    let dated = |at, status| LogRow {
        status,
        ..blank(RowPart::Dated, at)
    };
    let mut rows = Vec::new();
    if let Some(assignee) = opening.assignee.take() {
        // where it is not said when it came to somebody, from the beginning
        let mut to = dated(times.assigned.unwrap_or(opened), None);
        to.assignee = Some(assignee);
        rows.push(to);
    }
    rows.extend(times.responded.map(|at| blank(RowPart::Replied, at)));
    rows.extend(
        times
            .resolved
            .map(|at| dated(at, Some(LogStatus::Resolved))),
    );
    // what it was closed as is said by where it stands
    let closing = status.filter(|status| matches!(status, LogStatus::Closed(_)));
    let closing = closing.unwrap_or(LogStatus::Closed(ClosedAs::Done));
    rows.extend(times.closed.map(|at| dated(at, Some(closing))));

    let latest = |rows: &[LogRow]| {
        let all = rows.iter().map(|row| row.at);
        all.max().unwrap_or(opened)
    };
    let stands = status.and_then(|status| times.untold(status, cells.tell_answers()));
    let ended = times.resolved.max(times.closed);
    let since = match (stands, times.updated) {
        (_, Some(at)) => Some(at.max(latest(&rows))),
        (Some(status), None) if status.is_done() && ended.is_some() => ended,
        (Some(_), None) => {
            let word = cells.said(ColumnKey::Status).unwrap_or_default();
            return Err(RowFault::NoTimeOf(word.to_owned()));
        }
        (None, None) => None,
    };
    rows.extend(since.map(|at| LogRow {
        status: stands,
        stands: status,
        ..blank(RowPart::Standing, at)
    }));
    let since_unknown = |status| status != LogStatus::Open || ended.is_some();
    if times.updated.is_some() && stands.is_some_and(since_unknown) {
        cells.remarks.push(RowRemark::SinceUpdate);
    }
    if let Some(worked) = opening.worked.take().filter(|worked| *worked != 0) {
        let mut work = dated(latest(&rows).max(opened), None);
        work.worked = Some(worked);
        rows.push(work);
    }
    opening.remarks = std::mem::take(&mut cells.remarks);
    rows.insert(0, opening);
    for row in &mut rows {
        row.opened = Some(opened);
    }
    Ok(rows)
}
