//! The file as a whole: backup, restore, figures.

use std::path::Path;

use super::Store;
use super::engine::{Access, Engine, args};
use super::error::StoreError;
use super::schema;

/// Figures about the file.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Stats {
    pub schema: i64,
    /// The version of sladesk that made the schema.
    pub program: String,
    pub entries: i64,
    /// Entries under `--now`.
    pub given: i64,
    pub events: i64,
    pub tickets: i64,
    /// Bytes of the file and its log.
    pub bytes: u64,
    /// How the file keeps its log.
    pub journal: String,
}

/// Whether a restore may take the place of a file that is there.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Replace {
    Never,
    WhatIsThere,
}

statements! {
    PROGRAM: "SELECT program FROM desk WHERE one = 1"
        => "SEARCH desk USING INTEGER PRIMARY KEY (rowid=?)";
    ENTRIES: "SELECT COALESCE(max(id), 0) FROM entry" => "SEARCH entry";
    /// Nobody asks often.
    GIVEN: "SELECT count(*) FROM entry WHERE given = 1" => "SCAN entry";
    EVENTS: "SELECT COALESCE(max(id), 0) FROM event" => "SEARCH event";
    TICKETS: "SELECT COALESCE(max(number), 0) FROM ticket" => "SEARCH ticket";
}

impl Store {
    /// Copies the desk to a new file while others go on writing.
    ///
    /// # Errors
    /// A file of that name is there, or its folder cannot be written.
    pub(crate) fn backup(&self, to: &Path) -> Result<(), StoreError> {
        self.engine.copy_to_new(to)
    }

    /// Puts a backup in the place of the desk at `to`. The backup is opened as a desk first: what
    /// is none is not restored.
    pub(crate) fn restore(from: &Path, to: &Path, replace: Replace) -> Result<(), StoreError> {
        let source = Store::open(from, Access::Read)?;
        if !to.exists() {
            return source.backup(to);
        }
        if replace == Replace::Never {
            return Err(StoreError::Exists {
                path: to.to_owned(),
            });
        }
        match source.engine.copy_over(to) {
            // What is there is no database, or one that cannot be read any more: nobody can have
            // it open.
            Err(StoreError::Foreign { .. } | StoreError::Damaged { .. }) => {
                std::fs::remove_file(to).map_err(|e| StoreError::of_io(to, "removing", e))?;
                source.backup(to)
            }
            other => other,
        }
    }

    /// Figures about the file.
    pub(crate) fn stats(&self) -> Result<Stats, StoreError> {
        let number = |text| self.engine.one(text, args![], |c| c.take::<i64>());
        Ok(Stats {
            schema: schema::VERSION,
            program: self.engine.one(PROGRAM, args![], |c| c.take())?,
            entries: number(ENTRIES)?,
            given: number(GIVEN)?,
            events: number(EVENTS)?,
            tickets: number(TICKETS)?,
            bytes: Engine::bytes(self.path()),
            journal: self.engine.journal()?,
        })
    }
}
