//! Opening a file: only a desk of this version is let in.
//!
//! No descriptor of ours is ever opened on a database: closing it would drop every lock that this
//! process holds on the file, those of the engine too, and another program would take the log
//! away under a write. What has to be known before is asked by name.

use std::cell::Cell;
use std::fs;
use std::path::{Path, PathBuf};
use std::time::Duration;

use rusqlite::config::DbConfig;
use rusqlite::{Connection, OpenFlags};
use rustix::fs::{Access as Right, AtFlags, CWD, accessat};

use super::busy::{BUSY_TIMEOUT, Patience, Wait};
use super::fault::explain;
use super::{Access, Engine, read_only};
use crate::store::error::{Fault, StoreError};
use crate::store::file::{NewFile, folder_of, is_free, is_left_empty, log_of, make_folder};

/// Set on every connection. FULL: what a command reported as done survives a power cut. The log is
/// folded into the file when it has grown long, by the write that made it so long, and not
/// whenever somebody leaves: that would be four more waits for the disk with every write.
const PRAGMAS: &str = "\
    PRAGMA synchronous = FULL;\
    PRAGMA foreign_keys = ON;\
    PRAGMA trusted_schema = OFF;\
    PRAGMA temp_store = MEMORY;\
    PRAGMA journal_size_limit = 67108864;\
    PRAGMA wal_autocheckpoint = 0;";

/// Nothing is set before the first look into a file.
pub(super) const NOTHING: &str = "";

/// A log that is longer than this (256 pages) is folded into the file and cut to nothing. The
/// engine by itself would fold it and go on at its end: a process that is alone does not know what
/// of a log is in the file already, so that from then on every write would fold it.
const LONG_LOG: u64 = 1 << 20;

impl Engine {
    /// Opens a file that is there. Whether it is a desk is for the schema to judge.
    ///
    /// A reader opens for writing too where it may, since the engine's log has to be shared
    /// between all; `query_only` keeps it from writing rows. One that may not is let in without
    /// leaving a trace.
    pub(in crate::store) fn open(path: &Path, access: Access) -> Result<Engine, StoreError> {
        let about = fs::metadata(path).map_err(|e| StoreError::of_io(path, "reading", e))?;
        let foreign = |what| StoreError::Foreign {
            path: path.to_owned(),
            what,
        };
        if about.is_dir() {
            return Err(foreign("it is a folder"));
        }
        if !about.is_file() {
            return Err(foreign("it is a device or a pipe"));
        }
        if about.len() == 0 {
            return Err(foreign("it is empty"));
        }
        if !may_read(path) {
            return Err(StoreError::Unreadable {
                path: path.to_owned(),
                fault: Fault::new("permission denied"),
            });
        }
        match access {
            Access::Write if read_only::no_room_for_a_log(path) => Err(StoreError::Full {
                path: path.to_owned(),
            }),
            Access::Write => {
                let log_is_new = !log_of(&real(path)).exists();
                let mut engine = Engine::connect(path, OpenFlags::SQLITE_OPEN_READ_WRITE)?;
                engine.must_be_writable()?;
                engine.log_is_new = log_is_new;
                Ok(engine)
            }
            Access::Read => {
                let engine = Engine::to_read(path)?;
                engine.script("PRAGMA query_only = ON")?;
                Ok(engine)
            }
        }
    }

    fn to_read(path: &Path) -> Result<Engine, StoreError> {
        if !may_write(path) || read_only::no_room_for_a_log(path) {
            return read_only::open(path);
        }
        let log_is_new = !log_of(&real(path)).exists();
        match Engine::connect(path, OpenFlags::SQLITE_OPEN_READ_WRITE) {
            Ok(mut engine) => {
                engine.log_is_new = log_is_new;
                Ok(engine)
            }
            Err(
                StoreError::FolderNotWritable { .. }
                | StoreError::ReadOnly { .. }
                | StoreError::Full { .. }
                | StoreError::Disk { .. },
            ) => read_only::open(path),
            Err(error) => Err(error),
        }
    }

    /// Opens a new file beside its place; it is to have its name when it is whole.
    pub(in crate::store) fn create(place: &Path) -> Result<(Engine, NewFile), StoreError> {
        let folder = folder_of(place);
        let not_writable =
            |error: std::io::Error| match StoreError::of_io(place, "writing to", error) {
                StoreError::Full { path } => StoreError::Full { path },
                other => StoreError::FolderNotWritable {
                    folder: folder.clone(),
                    fault: Fault::new(other.to_string()),
                },
            };
        if !is_free(place) && !is_left_empty(place) {
            return Err(StoreError::Exists {
                path: place.to_owned(),
            });
        }
        make_folder(&folder).map_err(not_writable)?;
        let (new, file) = NewFile::beside(place).map_err(not_writable)?;
        drop(file);
        let flags = OpenFlags::SQLITE_OPEN_READ_WRITE;
        let engine = Engine::connect_as(place, new.path(), flags, NOTHING)?;
        // What is to be renamed has to be one file.
        engine.fold_on_leaving()?;
        Ok((engine, new))
    }

    /// An empty database that nobody else sees, for the time of a comparison.
    pub(in crate::store) fn in_memory() -> Result<Engine, StoreError> {
        let flags = OpenFlags::SQLITE_OPEN_READ_WRITE | OpenFlags::SQLITE_OPEN_CREATE;
        Engine::connect(Path::new(":memory:"), flags)
    }

    pub(super) fn connect(path: &Path, flags: OpenFlags) -> Result<Engine, StoreError> {
        Engine::connect_as(path, path, flags, NOTHING)
    }

    /// Opens the file called `name`; messages call it `path`. `first` is set before the first look
    /// into it.
    pub(super) fn connect_as(
        path: &Path,
        name: &Path,
        flags: OpenFlags,
        first: &str,
    ) -> Result<Engine, StoreError> {
        let fail = |error| explain(path, "opening", error);
        let flags = flags | OpenFlags::SQLITE_OPEN_NO_MUTEX;
        let mut connection = Connection::open_with_flags(name, flags).map_err(fail)?;
        let patience = Patience::default();
        let mut wait = Wait::new(patience.clone(), seed());
        connection
            .busy_handler(Some(move |before| wait.once_more(before)))
            .map_err(fail)?;
        for (config, on) in [
            (DbConfig::SQLITE_DBCONFIG_DEFENSIVE, true),
            (DbConfig::SQLITE_DBCONFIG_DQS_DML, false),
            (DbConfig::SQLITE_DBCONFIG_DQS_DDL, false),
            // otherwise a statement is planned anew whenever other values are bound to it
            (DbConfig::SQLITE_DBCONFIG_ENABLE_QPSG, true),
            (DbConfig::SQLITE_DBCONFIG_NO_CKPT_ON_CLOSE, true),
        ] {
            connection.set_db_config(config, on).map_err(fail)?;
        }
        connection.set_prepared_statement_cache_capacity(128);
        connection.execute_batch(first).map_err(fail)?;
        connection.execute_batch(PRAGMAS).map_err(fail)?;
        let engine = Engine {
            connection,
            path: path.to_owned(),
            busy: Cell::new(false),
            patience,
            rest: None,
            log_is_new: false,
        };
        // The first look into the file: what is no database shows here.
        engine.number("PRAGMA schema_version")?;
        Ok(engine)
    }

    /// The number that a pragma answers.
    pub(in crate::store) fn number(&self, pragma: &str) -> Result<i64, StoreError> {
        self.one(pragma, &[], |cells| cells.take())
    }

    /// Whether the file ends in the middle of a page.
    pub(in crate::store) fn ends_in_a_page(&self) -> Result<bool, StoreError> {
        let page = self.number("PRAGMA page_size")?.max(1);
        let about = fs::metadata(&self.path);
        Ok(about.is_ok_and(|about| about.len() % page.unsigned_abs() != 0))
    }

    /// Whether something was written that may not be in the file yet.
    pub(in crate::store) fn has_a_log(&self) -> bool {
        has_a_log(&self.path)
    }

    /// How the file keeps its log.
    pub(in crate::store) fn journal(&self) -> Result<String, StoreError> {
        self.one("PRAGMA journal_mode", &[], |cells| cells.take())
    }

    /// How much room a file and its log take.
    pub(in crate::store) fn bytes(path: &Path) -> u64 {
        [path, &log_of(path)]
            .into_iter()
            .filter_map(|file| fs::metadata(file).ok())
            .map(|about| about.len())
            .sum()
    }

    /// Makes readers and the writer independent of each other. It stays so in the file.
    pub(in crate::store) fn keep_a_log(&self) -> Result<(), StoreError> {
        if self.journal()? != "wal" {
            self.script("PRAGMA journal_mode = WAL")?;
        }
        match self.log_is_new {
            true => self.sync_folder(),
            false => Ok(()),
        }
    }

    /// Whoever leaves last takes the log along.
    fn fold_on_leaving(&self) -> Result<(), StoreError> {
        let leave = DbConfig::SQLITE_DBCONFIG_NO_CKPT_ON_CLOSE;
        let set = self.connection.set_db_config(leave, false);
        set.map(|_| ())
            .map_err(|error| self.fault("opening", error))
    }

    /// Folds the log into the file and cuts it to nothing, unless somebody is still reading what
    /// stood there before: then false.
    pub(in crate::store) fn empty_the_log(&self, timeout: Duration) -> Result<bool, StoreError> {
        self.patience.set(timeout);
        let busy = self.number("PRAGMA wal_checkpoint(TRUNCATE)");
        self.patience.set(BUSY_TIMEOUT);
        Ok(busy? == 0)
    }

    /// After a commit: a log that has grown long is cut, if nobody is in the way.
    pub(super) fn cut_a_long_log(&self) {
        let long = fs::metadata(log_of(&self.path)).is_ok_and(|about| about.len() > LONG_LOG);
        if long {
            // The write stands whether this is done or not; the next one tries again.
            let _ = self.empty_the_log(Duration::ZERO);
        }
    }

    /// Makes sure that a log which was not there before is found after a power cut: what it holds
    /// is in no other file.
    fn sync_folder(&self) -> Result<(), StoreError> {
        let folder = folder_of(&real(&self.path));
        fs::File::open(&folder)
            .and_then(|folder| folder.sync_all())
            .map_err(|error| StoreError::of_io(&folder, "writing to", error))
    }

    fn must_be_writable(&self) -> Result<(), StoreError> {
        match self.connection.is_readonly("main") {
            Ok(false) => Ok(()),
            Ok(true) => Err(StoreError::ReadOnly {
                path: self.path.clone(),
            }),
            Err(error) => Err(self.fault("opening", error)),
        }
    }
}

/// Whether something was written that may not be in the file yet.
pub(super) fn has_a_log(path: &Path) -> bool {
    fs::metadata(log_of(&real(path))).is_ok_and(|about| about.len() > 0)
}

/// The file itself: the engine keeps the logs beside it, not beside a link to it.
fn real(path: &Path) -> PathBuf {
    path.canonicalize().unwrap_or_else(|_| path.to_owned())
}

impl Drop for Engine {
    /// A file that lay there alone, and that nobody wrote to, lies there alone afterwards.
    fn drop(&mut self) {
        if self.log_is_new && !self.has_a_log() {
            // What is left behind otherwise is an empty log.
            let _ = self.fold_on_leaving();
        }
    }
}

/// Whether this process may read a file.
pub(super) fn may_read(path: &Path) -> bool {
    accessat(CWD, path, Right::READ_OK, AtFlags::EACCESS).is_ok()
}

/// Whether this process may write to a file or into a folder.
pub(super) fn may_write(path: &Path) -> bool {
    accessat(CWD, path, Right::WRITE_OK, AtFlags::EACCESS).is_ok()
}

/// A name for the engine with something to be said about how it is opened.
pub(super) fn named(path: &Path, how: &str) -> Result<PathBuf, StoreError> {
    let absolute = std::path::absolute(path).map_err(|e| StoreError::of_io(path, "reading", e))?;
    let name: String = absolute
        .to_string_lossy()
        .chars()
        .map(|c| match c {
            '?' => "%3f".to_owned(),
            '#' => "%23".to_owned(),
            '%' => "%25".to_owned(),
            c => c.to_string(),
        })
        .collect();
    Ok(PathBuf::from(format!("file:{name}?{how}")))
}

/// Differs from process to process and from connection to connection.
fn seed() -> u64 {
    use std::hash::{BuildHasher, RandomState};
    RandomState::new().hash_one(std::process::id())
}
