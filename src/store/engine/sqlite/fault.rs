//! What SQLite's error codes mean to a person.

use std::path::{Path, PathBuf};

use rusqlite::ErrorCode;
use rusqlite::ffi;

use super::names::{may_read, may_write};
use crate::store::engine::interface::BUSY_TIMEOUT;
use crate::store::error::{Fault, StoreError};
use crate::store::file::{folder_of, logs_of};

/// Translates an error of the engine about the file at `path`.
pub(super) fn explain(path: &Path, doing: &'static str, error: rusqlite::Error) -> StoreError {
    let at = path.to_owned();
    let Some(code) = error.sqlite_error().copied() else {
        return StoreError::Bug {
            what: format!("while {doing} {}", path.display()),
            fault: Some(Fault::new(error)),
        };
    };
    match code.code {
        ErrorCode::DatabaseBusy
        | ErrorCode::DatabaseLocked
        | ErrorCode::FileLockingProtocolFailed => StoreError::Busy {
            path: at,
            seconds: BUSY_TIMEOUT.as_secs(),
        },
        ErrorCode::NotADatabase => StoreError::Foreign {
            path: at,
            what: "it is not a database",
        },
        ErrorCode::DatabaseCorrupt => StoreError::pages_contradict(at, Fault::new(error)),
        ErrorCode::OperationInterrupted => StoreError::Interrupted,
        ErrorCode::DiskFull => StoreError::Full { path: at },
        ErrorCode::ReadOnly if code.extended_code == ffi::SQLITE_READONLY_DIRECTORY => {
            cannot_open(path, doing, error)
        }
        ErrorCode::ReadOnly => StoreError::ReadOnly {
            path: locked_out(path),
        },
        ErrorCode::CannotOpen => cannot_open(path, doing, error),
        ErrorCode::PermissionDenied => StoreError::Unreadable {
            path: at,
            fault: Fault::new(error),
        },
        ErrorCode::SystemIoFailure => of_disk(at, doing, code.extended_code, error),
        _ => StoreError::Bug {
            what: format!("while {doing} {}", path.display()),
            fault: Some(Fault::new(error)),
        },
    }
}

fn of_disk(path: PathBuf, doing: &'static str, code: i32, error: rusqlite::Error) -> StoreError {
    match code {
        ffi::SQLITE_IOERR_SHORT_READ => damaged(path, "it ends in the middle of a page", error),
        ffi::SQLITE_IOERR_CORRUPTFS | ffi::SQLITE_IOERR_DATA => {
            damaged(path, "what is read is not what was written", error)
        }
        // The index of the log is as large as it is made: it is made where there is room.
        ffi::SQLITE_IOERR_SHMSIZE => StoreError::Full { path },
        ffi::SQLITE_IOERR_WRITE | ffi::SQLITE_IOERR_TRUNCATE if longest().is_some() => {
            StoreError::Limited {
                path,
                bytes: longest().unwrap_or_default(),
            }
        }
        _ => StoreError::Disk {
            path,
            doing,
            fault: Fault::new(error),
        },
    }
}

/// Rows that are there contradict each other.
pub(super) fn contradicting(path: &Path, error: rusqlite::Error) -> StoreError {
    damaged(path.to_owned(), "its tables contradict each other", error)
}

/// How long a file of this process may grow, where there is a limit.
fn longest() -> Option<u64> {
    rustix::process::getrlimit(rustix::process::Resource::Fsize).current
}

fn damaged(path: PathBuf, what: &str, error: rusqlite::Error) -> StoreError {
    StoreError::Damaged {
        path,
        what: what.to_owned(),
        fault: Some(Fault::new(error)),
    }
}

/// Which file of a database it is that cannot be written: itself, or a log that another made.
fn locked_out(path: &Path) -> PathBuf {
    let logs = logs_of(path);
    let mut all = logs.iter().filter(|log| log.exists());
    match all.find(|log| !may_write(log)) {
        Some(log) if may_write(path) => log.clone(),
        _ => path.to_owned(),
    }
}

/// Beside the file stand its log and the log's index; without them the engine cannot open it.
fn cannot_open(path: &Path, doing: &'static str, error: rusqlite::Error) -> StoreError {
    let fault = Fault::new(error);
    let folder = folder_of(path);
    let mut all = logs_of(path).into_iter().filter(|log| log.exists());
    match all.find(|log| !may_read(log)) {
        Some(log) => StoreError::Unreadable { path: log, fault },
        None if may_write(&folder) => StoreError::Disk {
            path: path.to_owned(),
            doing,
            fault,
        },
        None => StoreError::FolderNotWritable { folder, fault },
    }
}
