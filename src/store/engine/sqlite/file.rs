//! A desk in a file, with the logs that the engine keeps beside it. Readers and the writer are
//! independent of each other: a reader sees the state that was committed last when it began.

use std::cell::{Cell, RefCell};
use std::fs;
use std::path::Path;
use std::time::Duration;

use rusqlite::OpenFlags;
use rusqlite::config::DbConfig;

use super::at_rest::AtRest;
use super::handle::{Handle, NOTHING};
use super::names::{has_a_log, no_room_for_a_log, real};
use super::objects;
use super::queue::{self, WriterTurn};
use crate::store::engine::cell::Arg;
use crate::store::engine::interface::{
    Access, BUSY_TIMEOUT, Engine, RowError, RowVisitor, Stamp, TransactionPurpose,
};
use crate::store::error::StoreError;
use crate::store::file::{folder_of, log_of};

/// A log that is longer than this (256 pages) is folded into the file and cut to nothing. The
/// engine by itself would fold it and go on at its end: a process that is alone does not know what
/// of a log is in the file already, so that from then on every write would fold it.
const LONG_LOG: u64 = 1 << 20;

/// One connection to one desk's file.
pub(super) struct SqliteFile {
    pub(super) handle: Handle,
    /// Where the file is read as one that does not change.
    pub(super) rest: Option<AtRest>,
    /// Something could not be read because somebody wrote at that very moment.
    disturbed: Cell<bool>,
    /// There was no log before this connection came.
    pub(super) log_is_new: bool,
    /// It was opened as a writer opens it: what keeps it from writing is only that it is to read.
    pub(super) can_write: bool,
    /// Nobody else can open it: it has no name yet.
    pub(super) alone: bool,
    /// While a write is under way.
    turn: RefCell<Option<WriterTurn>>,
}

impl SqliteFile {
    pub(super) fn connect(path: &Path, flags: OpenFlags) -> Result<SqliteFile, StoreError> {
        SqliteFile::connect_as(path, path, flags, NOTHING)
    }

    /// Opens the file called `name`; messages call it `path`. `first` is set before the first look
    /// into it.
    pub(super) fn connect_as(
        path: &Path,
        name: &Path,
        flags: OpenFlags,
        first: &str,
    ) -> Result<SqliteFile, StoreError> {
        Ok(SqliteFile {
            handle: Handle::open(path, name, flags, first)?,
            rest: None,
            disturbed: Cell::new(false),
            log_is_new: false,
            can_write: false,
            alone: false,
            turn: RefCell::default(),
        })
    }

    /// Whether the file ends in the middle of a page.
    fn ends_in_a_page(&self) -> Result<bool, StoreError> {
        let page = self.handle.number("PRAGMA page_size")?.max(1);
        let about = fs::metadata(self.path());
        Ok(about.is_ok_and(|about| about.len() % page.unsigned_abs() != 0))
    }

    /// Whoever leaves last takes the log along.
    pub(super) fn fold_on_leaving(&self) -> Result<(), StoreError> {
        let leave = DbConfig::SQLITE_DBCONFIG_NO_CKPT_ON_CLOSE;
        let set = self.handle.connection.set_db_config(leave, false);
        set.map(|_| ())
            .map_err(|error| self.handle.fault("opening", error))
    }

    /// After a commit: a log that has grown long is cut, if nobody is in the way.
    fn cut_a_long_log(&self) {
        let long = fs::metadata(log_of(self.path())).is_ok_and(|about| about.len() > LONG_LOG);
        if long {
            // The write stands whether this is done or not; the next one tries again.
            let _ = self.forget_older_states(Duration::ZERO);
        }
    }

    /// A commit that failed after its pages were written would stand when the log is read anew:
    /// the log is cut before anybody does.
    fn taken_back(&self, error: StoreError) -> StoreError {
        const WAIT: Duration = Duration::from_secs(1);
        match error {
            StoreError::Disk { path, fault, .. } => match self.forget_older_states(WAIT) {
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

    /// Makes sure that a log which was not there before is found after a power cut: what it holds
    /// is in no other file.
    fn sync_folder(&self) -> Result<(), StoreError> {
        let folder = folder_of(&real(self.path()));
        fs::File::open(&folder)
            .and_then(|folder| folder.sync_all())
            .map_err(|error| StoreError::of_io(&folder, "writing to", error))
    }

    pub(super) fn must_be_writable(&self) -> Result<(), StoreError> {
        match self.handle.connection.is_readonly("main") {
            Ok(false) => Ok(()),
            Ok(true) => Err(StoreError::ReadOnly {
                path: self.path().to_owned(),
            }),
            Err(error) => Err(self.handle.fault("opening", error)),
        }
    }
}

impl Engine for SqliteFile {
    fn path(&self) -> &Path {
        self.handle.path()
    }

    fn run(&self, text: &str, args: &[Arg<'_>]) -> Result<usize, StoreError> {
        self.handle.run(text, args)
    }

    fn visit(
        &self,
        text: &str,
        args: &[Arg<'_>],
        visit: &mut RowVisitor<'_>,
    ) -> Result<(), RowError> {
        let visited = self.handle.visit(text, args, visit);
        if let Err(RowError::Failed(StoreError::ReadOnly { .. })) = visited {
            // Who asks writes nothing: the log's index, which others make, was not ready.
            self.disturbed.set(true);
        }
        visited
    }

    fn script(&self, text: &str) -> Result<(), StoreError> {
        self.handle.script(text)
    }

    fn start(&self, purpose: TransactionPurpose) -> Result<(), StoreError> {
        match purpose {
            TransactionPurpose::Snapshot => self.script("BEGIN"),
            // A turn would be one among those who write to what has the name now.
            TransactionPurpose::Write if self.alone => self.script("BEGIN IMMEDIATE"),
            TransactionPurpose::Write => {
                let turn = queue::turn(self.path(), self.handle.patience.get());
                let turn = turn.map_err(|_| StoreError::Busy {
                    path: self.path().to_owned(),
                    seconds: BUSY_TIMEOUT.as_secs(),
                })?;
                self.script("BEGIN IMMEDIATE")?;
                self.turn.replace(turn);
                Ok(())
            }
        }
    }

    fn commit(&self) -> Result<(), StoreError> {
        if let Err(error) = self.script("COMMIT") {
            self.roll_back();
            return Err(self.taken_back(error));
        }
        // The next one would be in the way.
        self.cut_a_long_log();
        self.turn.take();
        Ok(())
    }

    fn roll_back(&self) {
        self.handle.roll_back();
        self.turn.take();
    }

    fn is_in_transaction(&self) -> bool {
        self.handle.is_in_transaction()
    }

    fn access(&self) -> Result<Access, StoreError> {
        self.handle.access()
    }

    fn set_access(&self, access: Access) -> Result<(), StoreError> {
        self.handle.set_access(access)
    }

    fn stamp(&self) -> Result<Stamp, StoreError> {
        self.handle.stamp()
    }

    fn set_stamp(&self, stamp: Stamp) -> Result<(), StoreError> {
        self.handle.set_stamp(stamp)
    }

    fn is_empty(&self) -> Result<bool, StoreError> {
        objects::is_empty(&self.handle)
    }

    fn difference(&self, made_by: &[&'static str]) -> Result<Option<String>, StoreError> {
        objects::difference(&self.handle, made_by)
    }

    fn defer_references(&self) -> Result<(), StoreError> {
        self.handle.defer_references()
    }

    fn is_cut_short(&self) -> Result<bool, StoreError> {
        // Its last page may still be in the log.
        Ok(!has_a_log(self.path()) && self.ends_in_a_page()?)
    }

    fn broken_pages(&self) -> Result<Vec<String>, StoreError> {
        let mut says = self.handle.broken_pages()?;
        if self.is_cut_short()? {
            says.push("the file ends in the middle of a page".to_owned());
        }
        Ok(says)
    }

    fn broken_keys(&self) -> Result<Vec<String>, StoreError> {
        self.handle.broken_keys()
    }

    fn prepare_to_write(&self) -> Result<(), StoreError> {
        if self.journal()? != "wal" {
            // It stays so in the file.
            self.script("PRAGMA journal_mode = WAL")?;
        }
        // Whoever made a log, a reader perhaps: nobody has waited for its name while it is empty.
        match has_a_log(self.path()) {
            true => Ok(()),
            false => self.sync_folder(),
        }
    }

    fn begin_writing(&self) -> Result<bool, StoreError> {
        if !self.can_write || self.is_in_transaction() {
            return Ok(false);
        }
        if no_room_for_a_log(self.path()) {
            return Err(StoreError::Full {
                path: self.path().to_owned(),
            });
        }
        self.set_access(Access::Write)?;
        self.prepare_to_write()?;
        Ok(true)
    }

    fn rewrite(&self) -> Result<(), StoreError> {
        self.handle.rewrite()
    }

    /// Folds the log into the file and cuts it to nothing.
    fn forget_older_states(&self, timeout: Duration) -> Result<bool, StoreError> {
        self.handle.patience.set(timeout);
        let busy = self.handle.number("PRAGMA wal_checkpoint(TRUNCATE)");
        self.handle.patience.set(BUSY_TIMEOUT);
        Ok(busy? == 0)
    }

    fn copy_over(
        &self,
        path: &Path,
        name: &Path,
        still_may: &dyn Fn() -> Result<(), StoreError>,
    ) -> Result<(), StoreError> {
        self.handle.copy_over(path, name, still_may)
    }

    fn size(&self) -> Result<u64, StoreError> {
        let log = log_of(self.path());
        let files = [self.path(), &log].into_iter();
        let about = files.filter_map(|file| fs::metadata(file).ok());
        Ok(about.map(|about| about.len()).sum())
    }

    fn journal(&self) -> Result<String, StoreError> {
        self.handle.journal()
    }

    fn is_read_at_rest(&self) -> bool {
        self.rest.is_some()
    }

    fn undisturbed(&self) -> bool {
        !self.disturbed.get() && self.rest.as_ref().is_none_or(AtRest::holds)
    }
}

impl Drop for SqliteFile {
    /// A file that lay there alone, and that nobody wrote to, lies there alone afterwards.
    fn drop(&mut self) {
        if self.log_is_new && !has_a_log(self.path()) {
            // What is left behind otherwise is an empty log.
            let _ = self.fold_on_leaving();
        }
    }
}
