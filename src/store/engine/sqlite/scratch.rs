//! A database for as long as its process has it: the engine makes a file where the system keeps
//! such, and takes its name away at once. What does not fit into little memory lies there.

use std::path::Path;

use rusqlite::OpenFlags;

use super::handle::{Handle, NOTHING};
use crate::store::engine::cell::{Arg, RowCells};
use crate::store::engine::interface::RowError;
use crate::store::error::StoreError;

/// It has no name: the engine takes that for a file of its own.
pub(super) const NAMELESS: &str = "";

/// How messages call it.
pub(super) const CALLED: &str = "a temporary file (SQLITE_TMPDIR says where)";

/// Sorting is done on the disk too. Nothing of it is to survive: it is one transaction without an
/// end, which began with nothing, so that there is nothing to keep for taking it back.
const SETTINGS: &str = "\
    PRAGMA temp_store = FILE;\
    PRAGMA synchronous = OFF;\
    PRAGMA cache_size = -8192;\
    BEGIN;";

/// A database of the process alone.
pub(in crate::store) struct Scratch(Handle);

impl Scratch {
    /// An empty one.
    ///
    /// # Errors
    /// The system has no place for it.
    pub(in crate::store) fn new() -> Result<Scratch, StoreError> {
        let flags = OpenFlags::SQLITE_OPEN_READ_WRITE | OpenFlags::SQLITE_OPEN_CREATE;
        let handle = Handle::open(Path::new(CALLED), Path::new(NAMELESS), flags, NOTHING)?;
        handle.script(SETTINGS)?;
        Ok(Scratch(handle))
    }

    /// Runs statements without arguments.
    pub(in crate::store) fn script(&self, text: &str) -> Result<(), StoreError> {
        self.0.script(text)
    }

    /// Runs a statement that returns nothing.
    pub(in crate::store) fn run(&self, text: &str, args: &[Arg<'_>]) -> Result<usize, StoreError> {
        self.0.run(text, args)
    }

    /// Gives each row of an answer to `read`.
    pub(in crate::store) fn each(
        &self,
        text: &str,
        args: &[Arg<'_>],
        mut read: impl FnMut(&mut RowCells<'_>) -> Result<(), RowError>,
    ) -> Result<(), StoreError> {
        let visited = self
            .0
            .visit(text, args, &mut |row| read(&mut RowCells::of(row)));
        visited.map_err(|error| match error {
            RowError::ColumnError(_) => {
                StoreError::damaged(Path::new(CALLED), "a row does not read as it was written")
            }
            RowError::Failed(error) => error,
        })
    }
}
