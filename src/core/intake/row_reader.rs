//! Rows of a file, read by a mapping.

use chrono::NaiveDateTime;

use super::cells::{Cells, MappedFile};
use super::columns::ColumnKey;
use super::export_row::export_row;
use super::fault::{BadRow, ColumnFault, RowFault};
use super::log_row::{LogRow, RowPart};
use super::mapping::Mapping;
use super::places::Places;
use super::times::{ColumnTimes, TimeReader};
use crate::core::time::{Instant, WallTime};

/// Reads rows: the mapping with its columns found in the file's header.
pub struct RowReader<'m> {
    file: MappedFile<'m>,
}

impl<'m> RowReader<'m> {
    /// Finds the columns in the header. `instants` says when the clocks of the mapping's zone show
    /// a time; what lies after `present` is no row.
    ///
    /// # Errors
    /// A column that the mapping names and the header has not, or has twice.
    pub fn new(
        mapping: &'m Mapping,
        header: &[&str],
        instants: impl Fn(NaiveDateTime) -> WallTime + 'm,
        present: Instant,
    ) -> Result<RowReader<'m>, ColumnFault> {
        let file = MappedFile {
            mapping,
            places: Places::find(mapping, header)?,
            times: TimeReader::of(&mapping.times),
            times_of: own_readers(mapping),
            instants: Box::new(instants),
            present,
        };
        Ok(RowReader { file })
    }

    /// The columns that the mapping names and the file lacks: what they would say is not known.
    pub fn lacking(&self) -> &[&'m str] {
        &self.file.places.lacking
    }

    /// Whether the mapping reads the column that stands at that place of the header.
    pub fn reads(&self, place: usize) -> bool {
        self.file.places.read(place)
    }

    /// Reads one row; `cell` gives the text of a column. A row of a log is one change; one of a file
    /// of one row a ticket is what is told of each time of it, the opening first.
    ///
    /// # Errors
    /// The line and what cannot be read in it.
    pub fn read<'r>(
        &self,
        line: u64,
        cell: impl Fn(usize) -> Option<&'r str>,
    ) -> Result<Vec<LogRow>, BadRow> {
        let mut cells = Cells {
            file: &self.file,
            cell: &cell,
            remarks: Vec::new(),
        };
        let rows = match self.file.mapping.columns.has(ColumnKey::At) {
            true => change(&mut cells, line).map(|row| vec![row]),
            false => export_row(&mut cells, line),
        };
        rows.map_err(|fault| BadRow { line, fault })
    }
}

/// The readers of the columns whose times are written otherwise than those of the others.
fn own_readers(mapping: &Mapping) -> Vec<(&str, TimeReader)> {
    let own = mapping.times_of.iter();
    let reader = |times: &ColumnTimes| TimeReader::of(&times.beside(&mapping.times));
    own.map(|(key, times)| (key.as_str(), reader(times)))
        .collect()
}

/// A row of a log.
fn change(cells: &mut Cells<'_, '_>, line: u64) -> Result<LogRow, RowFault> {
    let ticket = cells.key()?;
    let at = cells.needed_time(ColumnKey::At)?;
    let mut row = LogRow::blank(line, &ticket, RowPart::Change, at);
    (row.status, row.skipped) = cells.status()?;
    row.opened = cells.time_of(ColumnKey::Opened)?;
    cells.values(&mut row)?;
    row.remarks = std::mem::take(&mut cells.remarks);
    Ok(row)
}
