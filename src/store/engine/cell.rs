//! Values on their way into the database and out of it, each in the type that the rest of the
//! program uses: a customer's id cannot be read where a contract's is meant.

use crate::core::entitlement::LedgerKind;
use crate::core::model::{
    ClosedAs, ContactId, ContractId, CustomerId, EntryId, EventId, Side, State, TicketNo,
};
use crate::core::sla::ClockEnd;
use crate::core::time::Instant;

/// One value for a statement.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Arg<'a> {
    Null,
    Whole(i64),
    Text(&'a str),
    Bytes(&'a [u8]),
}

/// What can be given to a statement.
pub(crate) trait Argument {
    /// How it is written.
    fn arg(&self) -> Arg<'_>;
}

/// A type that stands in a column.
pub(crate) trait ColumnType: Argument + Sized {
    /// How it is read; none when the column holds something else.
    fn read(cell: Arg<'_>) -> Option<Self>;
}

impl Argument for &str {
    fn arg(&self) -> Arg<'_> {
        Arg::Text(self)
    }
}

impl Argument for &[u8] {
    fn arg(&self) -> Arg<'_> {
        Arg::Bytes(self)
    }
}

impl Argument for i64 {
    fn arg(&self) -> Arg<'_> {
        Arg::Whole(*self)
    }
}

impl ColumnType for i64 {
    fn read(cell: Arg<'_>) -> Option<i64> {
        match cell {
            Arg::Whole(n) => Some(n),
            _ => None,
        }
    }
}

impl Argument for u32 {
    fn arg(&self) -> Arg<'_> {
        Arg::Whole(i64::from(*self))
    }
}

impl ColumnType for u32 {
    fn read(cell: Arg<'_>) -> Option<u32> {
        i64::read(cell)?.try_into().ok()
    }
}

impl Argument for bool {
    fn arg(&self) -> Arg<'_> {
        Arg::Whole(i64::from(*self))
    }
}

impl ColumnType for bool {
    fn read(cell: Arg<'_>) -> Option<bool> {
        match i64::read(cell)? {
            0 => Some(false),
            1 => Some(true),
            _ => None,
        }
    }
}

impl Argument for String {
    fn arg(&self) -> Arg<'_> {
        Arg::Text(self)
    }
}

impl ColumnType for String {
    fn read(cell: Arg<'_>) -> Option<String> {
        match cell {
            Arg::Text(text) => Some(text.to_owned()),
            _ => None,
        }
    }
}

impl<const N: usize> Argument for [u8; N] {
    fn arg(&self) -> Arg<'_> {
        Arg::Bytes(self)
    }
}

impl<const N: usize> ColumnType for [u8; N] {
    fn read(cell: Arg<'_>) -> Option<[u8; N]> {
        match cell {
            Arg::Bytes(bytes) => bytes.try_into().ok(),
            _ => None,
        }
    }
}

impl<T: Argument> Argument for Option<T> {
    fn arg(&self) -> Arg<'_> {
        self.as_ref().map_or(Arg::Null, Argument::arg)
    }
}

impl<T: ColumnType> ColumnType for Option<T> {
    fn read(cell: Arg<'_>) -> Option<Option<T>> {
        match cell {
            Arg::Null => Some(None),
            cell => T::read(cell).map(Some),
        }
    }
}

macro_rules! numbers {
    ($($name:ident),+) => {$(
        impl Argument for $name {
            fn arg(&self) -> Arg<'_> {
                Arg::Whole(self.0)
            }
        }

        impl ColumnType for $name {
            fn read(cell: Arg<'_>) -> Option<$name> {
                i64::read(cell).map($name)
            }
        }
    )+};
}

numbers!(
    ContactId, ContractId, CustomerId, EntryId, EventId, Instant, TicketNo
);

macro_rules! words {
    ($($name:ident { $($variant:ident $word:literal),+ $(,)? })+) => {$(
        impl Argument for $name {
            fn arg(&self) -> Arg<'_> {
                Arg::Text(match self { $($name::$variant => $word),+ })
            }
        }

        impl ColumnType for $name {
            fn read(cell: Arg<'_>) -> Option<$name> {
                match cell {
                    $(Arg::Text($word) => Some($name::$variant),)+
                    _ => None,
                }
            }
        }
    )+};
}

words! {
    Side { Desk "desk", Customer "customer" }
    LedgerKind { Used "used", GivenBack "given-back", Adjusted "adjusted" }
    ClosedAs { Done "done", Withdrawn "withdrawn", Duplicate "duplicate", Spam "spam" }
}

impl Argument for State {
    fn arg(&self) -> Arg<'_> {
        Arg::Text(self.word())
    }
}

impl ColumnType for State {
    fn read(cell: Arg<'_>) -> Option<State> {
        match cell {
            Arg::Text(word) => State::of_word(word),
            _ => None,
        }
    }
}

impl Argument for ClockEnd {
    fn arg(&self) -> Arg<'_> {
        Arg::Text(self.word())
    }
}

impl ColumnType for ClockEnd {
    fn read(cell: Arg<'_>) -> Option<ClockEnd> {
        match cell {
            Arg::Text(word) => ClockEnd::of_word(word),
            _ => None,
        }
    }
}

/// A row of an answer, as an engine has it in hand.
pub(in crate::store) trait EngineRow {
    /// The cell at a place; none when it holds what no column of ours does.
    fn cell(&self, place: usize) -> Option<Arg<'_>>;
}

/// The cells of one row, read from left to right.
pub(crate) struct RowCells<'r> {
    row: &'r dyn EngineRow,
    next: usize,
}

impl<'r> RowCells<'r> {
    pub(super) fn of(row: &'r dyn EngineRow) -> RowCells<'r> {
        RowCells { row, next: 0 }
    }

    /// The next cell.
    ///
    /// # Errors
    /// It does not hold what this column holds: the file was tampered with.
    pub(crate) fn take<T: ColumnType>(&mut self) -> Result<T, ColumnError> {
        let unfit = ColumnError { column: self.next };
        T::read(self.cell()?).ok_or(unfit)
    }

    /// The next cell as it stands in the row, for whoever reads columns that he was given.
    ///
    /// # Errors
    /// It holds what no column of ours does.
    pub(crate) fn cell(&mut self) -> Result<Arg<'r>, ColumnError> {
        let unfit = ColumnError { column: self.next };
        let cell = self.row.cell(self.next).ok_or(unfit)?;
        self.next += 1;
        Ok(cell)
    }

    /// The next cell, which holds a text, as it stands in the row.
    ///
    /// # Errors
    /// As [`RowCells::take`].
    pub(crate) fn text(&mut self) -> Result<&'r str, ColumnError> {
        let unfit = ColumnError { column: self.next };
        self.text_if_any()?.ok_or(unfit)
    }

    /// The same of one that may hold nothing.
    ///
    /// # Errors
    /// As [`RowCells::take`].
    pub(crate) fn text_if_any(&mut self) -> Result<Option<&'r str>, ColumnError> {
        let unfit = ColumnError { column: self.next };
        match self.cell()? {
            Arg::Null => Ok(None),
            Arg::Text(text) => Ok(Some(text)),
            _ => Err(unfit),
        }
    }
}

/// A cell that does not hold what its column holds.
#[derive(Clone, Copy, Debug)]
pub(crate) struct ColumnError {
    pub column: usize,
}

/// The values of a statement, in the order of its placeholders.
macro_rules! args {
    ($($value:expr),* $(,)?) => {
        &[$($crate::store::engine::Argument::arg(&$value)),*]
    };
}
pub(in crate::store) use args;
