//! How a field of a row stands in its table: mostly as the column of its name, the plan's words of
//! a ticket as a column each.

use super::engine::{Arg, ColumnError, ColumnType, RowCells};
use crate::core::model::{TicketWord, TicketWords};

/// What takes up one or more columns of a row.
pub(super) trait RowColumns: Sized {
    /// The columns, in their order, of a field of that name.
    fn names(field: &'static str) -> Vec<&'static str>;

    /// Reads them.
    ///
    /// # Errors
    /// A column holds something else.
    fn read(cells: &mut RowCells<'_>) -> Result<Self, ColumnError>;

    /// Their values, in their order.
    fn values(&self) -> Vec<Arg<'_>>;

    /// The value of the column of that name, if it is one of the field's.
    fn value(&self, field: &'static str, column: &str) -> Option<Arg<'_>>;
}

impl<T: ColumnType> RowColumns for T {
    fn names(field: &'static str) -> Vec<&'static str> {
        vec![field]
    }

    fn read(cells: &mut RowCells<'_>) -> Result<T, ColumnError> {
        cells.take()
    }

    fn values(&self) -> Vec<Arg<'_>> {
        vec![self.arg()]
    }

    fn value(&self, field: &'static str, column: &str) -> Option<Arg<'_>> {
        (field == column).then(|| self.arg())
    }
}

impl RowColumns for TicketWords {
    fn names(_: &'static str) -> Vec<&'static str> {
        TicketWord::ALL.map(TicketWord::key).to_vec()
    }

    fn read(cells: &mut RowCells<'_>) -> Result<TicketWords, ColumnError> {
        let mut words = TicketWords::default();
        for word in TicketWord::ALL {
            words.set(word, cells.take()?);
        }
        Ok(words)
    }

    fn values(&self) -> Vec<Arg<'_>> {
        let value = |word| self.get(word).map_or(Arg::Null, Arg::Text);
        TicketWord::ALL.map(value).to_vec()
    }

    fn value(&self, _: &'static str, column: &str) -> Option<Arg<'_>> {
        let word = TicketWord::of_key(column)?;
        Some(self.get(word).map_or(Arg::Null, Arg::Text))
    }
}
