//! All that the rest of the store sees of the database engine: open, query, transaction.
//!
//! Nothing outside this folder names rusqlite. Desks that outgrow one host move to another engine
//! with the same SQL text; then this folder gets a second body and the rest stays.

mod busy;
mod cell;
mod copy;
mod fault;
mod open;
mod queue;
mod read_only;

use std::cell::Cell;
use std::path::{Path, PathBuf};
use std::time::Duration;

use rusqlite::Connection;

use super::error::StoreError;
use busy::{BUSY_TIMEOUT, Patience};
use queue::Turn;
use read_only::AtRest;

pub(in crate::store) use cell::args;
pub(super) use cell::{Arg, Argument, Cells, Column, ColumnError};

/// What a command is going to do with the file.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Access {
    Read,
    Write,
}

/// One connection to one desk's file.
pub(super) struct Engine {
    connection: Connection,
    path: PathBuf,
    /// Whether a transaction of ours is under way.
    busy: Cell<bool>,
    patience: Patience,
    /// Where the file is read as one that does not change.
    rest: Option<AtRest>,
    /// There was no log before this connection came.
    log_is_new: bool,
}

/// A transaction; what is not committed is taken back when it goes out of scope.
pub(super) struct Transaction<'e> {
    engine: &'e Engine,
    committed: bool,
    turn: Option<Turn>,
}

/// What a transaction is for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Purpose {
    /// All reads see the same state; nobody waits for it.
    Snapshot,
    /// The writer's lock from the first moment, so that what is read stays true until the commit.
    Write,
}

impl Engine {
    pub(super) fn path(&self) -> &Path {
        &self.path
    }

    /// Whether a transaction of ours is under way.
    pub(super) fn is_busy(&self) -> bool {
        self.busy.get()
    }

    /// Begins a transaction.
    pub(super) fn begin(&self, purpose: Purpose) -> Result<Transaction<'_>, StoreError> {
        if self.busy.get() {
            return Err(StoreError::bug("a transaction inside a transaction"));
        }
        let turn = match purpose {
            Purpose::Snapshot => None,
            Purpose::Write => self.turn()?,
        };
        self.script(match purpose {
            Purpose::Snapshot => "BEGIN",
            Purpose::Write => "BEGIN IMMEDIATE",
        })?;
        self.busy.set(true);
        Ok(Transaction {
            engine: self,
            committed: false,
            turn,
        })
    }

    fn turn(&self) -> Result<Option<Turn>, StoreError> {
        queue::turn(&self.path, self.patience.get()).map_err(|_| StoreError::Busy {
            path: self.path.clone(),
            seconds: BUSY_TIMEOUT.as_secs(),
        })
    }

    pub(super) fn is_read_at_rest(&self) -> bool {
        self.rest.is_some()
    }

    /// Whether all that was read so far was of one file that nobody wrote to. Only a reader that
    /// could leave no trace has to ask.
    pub(super) fn undisturbed(&self) -> bool {
        self.rest.as_ref().is_none_or(AtRest::holds)
    }

    /// Runs a statement that returns nothing; answers how many rows it touched.
    pub(super) fn run(&self, text: &str, args: &[Arg<'_>]) -> Result<usize, StoreError> {
        let run = || {
            self.connection
                .prepare_cached(text)?
                .execute(rusqlite::params_from_iter(args))
        };
        run().map_err(|error| self.fault("writing to", error))
    }

    /// Gives each row to `visit` until it fails.
    pub(super) fn each(
        &self,
        text: &str,
        args: &[Arg<'_>],
        mut visit: impl FnMut(&mut Cells<'_>) -> Result<(), RowError>,
    ) -> Result<(), StoreError> {
        let fail = |error| self.fault("reading", error);
        let mut statement = self.connection.prepare_cached(text).map_err(fail)?;
        let mut rows = statement
            .query(rusqlite::params_from_iter(args))
            .map_err(fail)?;
        while let Some(row) = rows.next().map_err(fail)? {
            match visit(&mut Cells::of(row)) {
                Ok(()) => {}
                Err(RowError::ColumnError(unfit)) => {
                    return Err(StoreError::damaged(
                        &self.path,
                        format!("column {} of a row does not fit: {text}", unfit.column + 1),
                    ));
                }
                Err(RowError::Failed(error)) => return Err(error),
            }
        }
        Ok(())
    }

    /// All rows.
    pub(super) fn rows<T>(
        &self,
        text: &str,
        args: &[Arg<'_>],
        read: impl Fn(&mut Cells<'_>) -> Result<T, ColumnError>,
    ) -> Result<Vec<T>, StoreError> {
        let mut all = Vec::new();
        self.each(text, args, |cells| {
            all.push(read(cells)?);
            Ok(())
        })?;
        Ok(all)
    }

    /// The first row, if there is one.
    pub(super) fn first<T>(
        &self,
        text: &str,
        args: &[Arg<'_>],
        read: impl Fn(&mut Cells<'_>) -> Result<T, ColumnError>,
    ) -> Result<Option<T>, StoreError> {
        Ok(self.rows(text, args, read)?.into_iter().next())
    }

    /// The single row of a statement that always has one.
    pub(super) fn one<T>(
        &self,
        text: &str,
        args: &[Arg<'_>],
        read: impl Fn(&mut Cells<'_>) -> Result<T, ColumnError>,
    ) -> Result<T, StoreError> {
        self.first(text, args, read)?
            .ok_or_else(|| StoreError::damaged(&self.path, format!("a row is missing: {text}")))
    }

    /// Makes or drops something temporary, which a reader may do as well: it is in no file.
    pub(super) fn scratch(&self, text: &str) -> Result<(), StoreError> {
        let reads = self.number("PRAGMA query_only")? != 0;
        self.script("PRAGMA query_only = OFF")?;
        let made = self.script(text);
        if reads {
            self.script("PRAGMA query_only = ON")?;
        }
        made
    }

    /// Runs statements without arguments.
    pub(super) fn script(&self, text: &str) -> Result<(), StoreError> {
        self.connection
            .execute_batch(text)
            .map_err(|error| self.fault("writing to", error))
    }
}

/// Why a walk over rows stopped.
#[derive(Debug)]
pub(super) enum RowError {
    ColumnError(ColumnError),
    Failed(StoreError),
}

impl From<ColumnError> for RowError {
    fn from(unfit: ColumnError) -> RowError {
        RowError::ColumnError(unfit)
    }
}

impl From<StoreError> for RowError {
    fn from(error: StoreError) -> RowError {
        RowError::Failed(error)
    }
}

impl Transaction<'_> {
    pub(super) fn commit(mut self) -> Result<(), StoreError> {
        if let Err(error) = self.engine.script("COMMIT") {
            return Err(self.taken_back(error));
        }
        self.committed = true;
        self.turn = None;
        self.engine.cut_a_long_log();
        Ok(())
    }
}

impl Transaction<'_> {
    /// A commit that failed after its pages were written would stand when the log is read anew:
    /// the log is cut before anybody does.
    fn taken_back(self, error: StoreError) -> StoreError {
        const WAIT: Duration = Duration::from_secs(1);
        let engine = self.engine;
        drop(self);
        match error {
            StoreError::Disk { path, fault, .. } => match engine.empty_the_log(WAIT) {
                Ok(true) => StoreError::Disk {
                    path,
                    doing: "writing to",
                    fault,
                },
                _ => StoreError::Unsure { path, fault },
            },
            other => other,
        }
    }
}

impl Drop for Transaction<'_> {
    fn drop(&mut self) {
        self.engine.busy.set(false);
        // A failed commit may have ended the transaction already (disk full); and a rollback that
        // fails leaves nothing behind that the next opening would not roll back.
        if !self.committed && !self.engine.connection.is_autocommit() {
            let _ = self.engine.connection.execute_batch("ROLLBACK");
        }
    }
}
