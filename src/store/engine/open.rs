//! Opening a file: only a desk of this version is let in.

use std::cell::Cell;
use std::path::Path;

use rusqlite::config::DbConfig;
use rusqlite::{Connection, OpenFlags};

use super::busy::{BUSY_TIMEOUT, Wait};
use super::fault::{explain, folder_of};
use super::{Access, Engine};
use crate::store::error::{Fault, StoreError};

/// Set on every connection. FULL: what a command reported as done survives a power cut.
const PRAGMAS: &str = "\
    PRAGMA synchronous = FULL;\
    PRAGMA foreign_keys = ON;\
    PRAGMA trusted_schema = OFF;\
    PRAGMA temp_store = MEMORY;\
    PRAGMA journal_size_limit = 67108864;";

impl Engine {
    /// Opens a file that is there. Whether it is a desk is for the schema to judge.
    ///
    /// A reader opens for writing too where it may, so that the last one out folds the log into
    /// the file; `query_only` keeps it from writing rows.
    pub(crate) fn open(path: &Path, access: Access) -> Result<Engine, StoreError> {
        let about = std::fs::metadata(path).map_err(|e| StoreError::of_io(path, "reading", e))?;
        let foreign = |what| StoreError::Foreign {
            path: path.to_owned(),
            what,
        };
        if about.is_dir() {
            return Err(foreign("it is a folder"));
        }
        if about.len() == 0 {
            return Err(foreign("it is empty"));
        }
        std::fs::File::open(path).map_err(|e| StoreError::of_io(path, "reading", e))?;
        let engine = match Engine::connect(path, OpenFlags::SQLITE_OPEN_READ_WRITE) {
            Err(StoreError::FolderNotWritable { .. } | StoreError::ReadOnly { .. })
                if access == Access::Read && !log_of(path).exists() =>
            {
                return Engine::at_rest(path);
            }
            other => other?,
        };
        match access {
            Access::Read => engine.script("PRAGMA query_only = ON")?,
            Access::Write => engine.must_be_writable()?,
        }
        Ok(engine)
    }

    /// Opens a new file, which nothing else may have named yet.
    pub(crate) fn create(path: &Path) -> Result<Engine, StoreError> {
        let folder = folder_of(path);
        let not_writable = |error: std::io::Error| StoreError::FolderNotWritable {
            folder: folder.clone(),
            fault: Fault::new(error),
        };
        std::fs::create_dir_all(&folder).map_err(not_writable)?;
        match std::fs::OpenOptions::new()
            .write(true)
            .create_new(true)
            .open(path)
        {
            Ok(_) => {}
            // An empty file is what a founding leaves behind that was cut off.
            Err(e) if e.kind() == std::io::ErrorKind::AlreadyExists => {
                match std::fs::metadata(path) {
                    Ok(about) if about.is_file() && about.len() == 0 => {}
                    _ => {
                        return Err(StoreError::Exists {
                            path: path.to_owned(),
                        });
                    }
                }
            }
            Err(e) => return Err(not_writable(e)),
        }
        Engine::connect(path, OpenFlags::SQLITE_OPEN_READ_WRITE)
    }

    /// A file in a folder where nothing can be written (a backup on a read-only disk) and that
    /// nobody writes to now: it has no log.
    fn at_rest(path: &Path) -> Result<Engine, StoreError> {
        let absolute =
            std::path::absolute(path).map_err(|e| StoreError::of_io(path, "reading", e))?;
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
        let flags = OpenFlags::SQLITE_OPEN_READ_ONLY | OpenFlags::SQLITE_OPEN_URI;
        Engine::connect_as(path, Path::new(&format!("file:{name}?immutable=1")), flags)
    }

    fn connect(path: &Path, flags: OpenFlags) -> Result<Engine, StoreError> {
        Engine::connect_as(path, path, flags)
    }

    fn connect_as(path: &Path, name: &Path, flags: OpenFlags) -> Result<Engine, StoreError> {
        let fail = |error| explain(path, "opening", error);
        let flags = flags | OpenFlags::SQLITE_OPEN_NO_MUTEX;
        let mut connection = Connection::open_with_flags(name, flags).map_err(fail)?;
        let mut wait = Wait::new(BUSY_TIMEOUT, seed());
        connection
            .busy_handler(Some(move |before| wait.once_more(before)))
            .map_err(fail)?;
        for (config, on) in [
            (DbConfig::SQLITE_DBCONFIG_DEFENSIVE, true),
            (DbConfig::SQLITE_DBCONFIG_DQS_DML, false),
            (DbConfig::SQLITE_DBCONFIG_DQS_DDL, false),
            // otherwise a statement is planned anew whenever other values are bound to it
            (DbConfig::SQLITE_DBCONFIG_ENABLE_QPSG, true),
        ] {
            connection.set_db_config(config, on).map_err(fail)?;
        }
        connection.set_prepared_statement_cache_capacity(128);
        connection.execute_batch(PRAGMAS).map_err(fail)?;
        let engine = Engine {
            connection,
            path: path.to_owned(),
            busy: Cell::new(false),
        };
        // The first look into the file: what is no database shows here.
        engine.number("PRAGMA schema_version")?;
        Ok(engine)
    }

    /// The number that a pragma answers.
    pub(crate) fn number(&self, pragma: &str) -> Result<i64, StoreError> {
        self.one(pragma, &[], |cells| cells.take())
    }

    /// How the file keeps its log.
    pub(crate) fn journal(&self) -> Result<String, StoreError> {
        self.one("PRAGMA journal_mode", &[], |cells| cells.take())
    }

    /// How much room a file and its log take.
    pub(crate) fn bytes(path: &Path) -> u64 {
        [path, &log_of(path)]
            .into_iter()
            .filter_map(|file| std::fs::metadata(file).ok())
            .map(|about| about.len())
            .sum()
    }

    /// Makes readers and the writer independent of each other. It stays so in the file.
    pub(crate) fn keep_a_log(&self) -> Result<(), StoreError> {
        if self.journal()? != "wal" {
            self.script("PRAGMA journal_mode = WAL")?;
        }
        Ok(())
    }

    /// Folds the log into the file and cuts it to nothing.
    pub(crate) fn empty_the_log(&self) -> Result<(), StoreError> {
        self.script("PRAGMA wal_checkpoint(TRUNCATE)")
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

fn log_of(path: &Path) -> std::path::PathBuf {
    let mut name = path.as_os_str().to_owned();
    name.push("-wal");
    name.into()
}

/// Differs from process to process and from connection to connection.
fn seed() -> u64 {
    use std::hash::{BuildHasher, RandomState};
    RandomState::new().hash_one(std::process::id())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn desk(folder: &Path) -> std::path::PathBuf {
        let path = folder.join("100% mine? #1.db");
        let engine = Engine::create(&path).unwrap();
        engine.script("CREATE TABLE t (a INTEGER)").unwrap();
        engine.keep_a_log().unwrap();
        engine.script("INSERT INTO t VALUES (7)").unwrap();
        path
    }

    #[test]
    fn a_file_at_rest_is_read_without_a_trace() {
        let folder = tempfile::tempdir().unwrap();
        let path = desk(folder.path());
        let engine = Engine::at_rest(&path).unwrap();
        assert_eq!(engine.number("SELECT a FROM t").unwrap(), 7);
        let files = std::fs::read_dir(folder.path()).unwrap().count();
        assert_eq!(files, 1, "no log and no index of one");
        assert!(engine.script("INSERT INTO t VALUES (8)").is_err());
    }

    #[test]
    fn a_lock_that_is_held_too_long_is_told_as_busy() {
        let folder = tempfile::tempdir().unwrap();
        let path = desk(folder.path());
        let holder = Engine::open(&path, Access::Write).unwrap();
        let _lock = holder.begin(super::super::Purpose::Write).unwrap();
        let mut other = Engine::open(&path, Access::Write).unwrap();
        other
            .connection
            .busy_handler(None::<fn(i32) -> bool>)
            .unwrap();
        let refused = other.begin(super::super::Purpose::Write).map(|_| ());
        let error = refused.unwrap_err();
        assert!(matches!(error, StoreError::Busy { .. }), "{error:?}");
        assert!(error.to_string().ends_with("for 10 s"), "{error}");
    }
}
