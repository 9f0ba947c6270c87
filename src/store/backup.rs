//! The file as a whole: backup, restore, figures.

use std::path::Path;

use super::Store;
use super::engine::{Access, alone_with, args, is_on_server};
use super::error::{Fault, ServerFault, StoreError};
use super::file::{NewFile, Replaces, folder_of, is_free, make_folder, same};
use super::place::{FilePlaced, place};
use super::schema;
use super::seal::Seal;

/// Figures about the file.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Stats {
    pub schema: i64,
    /// The version of sladesk that made the schema.
    pub program: String,
    pub entries: i64,
    /// Entries under `--now`.
    pub given: i64,
    /// Entries that `demo` made up.
    pub made_up: i64,
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
    MADE_UP: "SELECT count(*) FROM entry WHERE given = 2" => "SCAN entry";
    EVENTS: "SELECT COALESCE(max(id), 0) FROM event" => "SEARCH event";
    /// Some customers' record keeps the numbers of its tickets, so that the last one is no count.
    TICKETS: "SELECT count(*) FROM ticket"
        => "SCAN ticket USING COVERING INDEX ticket_known";
}

/// A copy that was made.
#[derive(Debug)]
pub(crate) struct BackupMade {
    /// Of the record as it was copied.
    pub seal: Seal,
    pub placed: FilePlaced,
}

/// A name that leads elsewhere is not given away.
pub(super) fn must_be_no_link(path: &Path) -> Result<(), StoreError> {
    match std::fs::symlink_metadata(path).is_ok_and(|about| about.is_symlink()) {
        true => Err(StoreError::Link {
            path: path.to_owned(),
        }),
        false => Ok(()),
    }
}

impl Store {
    /// Copies the desk to a new file while others go on writing. It has its name when it is whole.
    ///
    /// # Errors
    /// A file of that name is there, or its folder cannot be written.
    pub(crate) fn backup(&self, to: &Path) -> Result<BackupMade, StoreError> {
        Store::must_be_a_file(self.path())?;
        if !is_free(to) {
            return Err(StoreError::Exists {
                path: to.to_owned(),
            });
        }
        self.copy_beside(to, Replaces::Nothing)
    }

    /// Copies are made of files, and put in the place of files.
    ///
    /// # Errors
    /// It is a desk on a server.
    pub(crate) fn must_be_a_file(to: &Path) -> Result<(), StoreError> {
        match is_on_server(to) {
            true => Err(StoreError::of_server(to, ServerFault::NoFile)),
            false => Ok(()),
        }
    }

    /// Puts a backup in the place of the desk at `to`. The backup is opened as a desk first: what
    /// is none is not restored. What is there stays until the new one is whole.
    ///
    /// # Errors
    /// The backup is no desk, what is at `to` is a link or the backup itself, or it may not be
    /// replaced.
    pub(crate) fn restore(
        from: &Path,
        to: &Path,
        replace: Replace,
    ) -> Result<BackupMade, StoreError> {
        Store::must_be_a_file(to)?;
        let source = Store::open(from, Access::Read)?;
        if is_free(to) {
            // On a new machine there is no folder for a desk yet.
            let folder = folder_of(to);
            make_folder(&folder).map_err(|error| StoreError::FolderNotWritable {
                folder,
                fault: Fault::new(error),
            })?;
            return source.backup(to);
        }
        if replace == Replace::Never {
            return Err(StoreError::Exists {
                path: to.to_owned(),
            });
        }
        must_be_no_link(to)?;
        if same(from, to) {
            return Err(StoreError::Itself {
                path: to.to_owned(),
            });
        }
        let still = source.snapshot()?;
        let seal = source.head()?;
        match source.engine.copy_over(to, to, &|| Ok(())) {
            Ok(()) => Ok(BackupMade {
                seal,
                placed: FilePlaced::default(),
            }),
            // What is there is no database, or one that cannot be read any more.
            Err(StoreError::Foreign { .. } | StoreError::Damaged { .. }) => {
                drop(still);
                let _alone = alone_with(to)?;
                source.copy_beside(to, Replaces::WhatIsThere)
            }
            Err(error) => Err(error),
        }
    }

    fn copy_beside(&self, to: &Path, replaces: Replaces) -> Result<BackupMade, StoreError> {
        let (new, file) = NewFile::beside(to).map_err(|error| match error.kind() {
            std::io::ErrorKind::StorageFull => StoreError::Full {
                path: to.to_owned(),
            },
            _ => StoreError::FolderNotWritable {
                folder: folder_of(to),
                fault: Fault::new(error),
            },
        })?;
        drop(file);
        let still = self.snapshot()?;
        let seal = self.head()?;
        self.engine.copy_over(to, new.path(), &|| Ok(()))?;
        drop(still);
        let placed = place(new, to, replaces)?;
        Ok(BackupMade { seal, placed })
    }

    /// Figures about the file.
    pub(crate) fn stats(&self) -> Result<Stats, StoreError> {
        let number = |text| self.engine.one(text, args![], |c| c.take::<i64>());
        Ok(Stats {
            schema: schema::VERSION,
            program: self.engine.one(PROGRAM, args![], |c| c.take())?,
            entries: number(ENTRIES)?,
            given: number(GIVEN)?,
            made_up: number(MADE_UP)?,
            events: number(EVENTS)?,
            tickets: number(TICKETS)?,
            bytes: self.engine.size()?,
            journal: self.engine.journal()?,
        })
    }
}
