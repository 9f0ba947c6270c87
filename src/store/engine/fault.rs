//! What the engine's error codes mean to a person.

use std::path::Path;

use rusqlite::ErrorCode;
use rusqlite::ffi;

use super::Engine;
use super::busy::BUSY_TIMEOUT;
use crate::store::error::{Fault, StoreError};

impl Engine {
    pub(super) fn fault(&self, doing: &'static str, error: rusqlite::Error) -> StoreError {
        explain(&self.path, doing, error)
    }
}

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
        ErrorCode::DatabaseBusy | ErrorCode::DatabaseLocked => StoreError::Busy {
            path: at,
            seconds: BUSY_TIMEOUT.as_secs(),
        },
        ErrorCode::NotADatabase => StoreError::Foreign {
            path: at,
            what: "it is not a database",
        },
        ErrorCode::DatabaseCorrupt => StoreError::Damaged {
            path: at,
            what: "its pages contradict each other".to_owned(),
            fault: Some(Fault::new(error)),
        },
        ErrorCode::DiskFull => StoreError::Full { path: at },
        ErrorCode::ReadOnly if code.extended_code == ffi::SQLITE_READONLY_DIRECTORY => {
            folder_not_writable(path, error)
        }
        ErrorCode::ReadOnly => StoreError::ReadOnly { path: at },
        ErrorCode::CannotOpen => folder_not_writable(path, error),
        ErrorCode::PermissionDenied => StoreError::Unreadable {
            path: at,
            fault: Fault::new(error),
        },
        ErrorCode::SystemIoFailure => StoreError::Disk {
            path: at,
            doing,
            fault: Fault::new(error),
        },
        _ => StoreError::Bug {
            what: format!("while {doing} {}", path.display()),
            fault: Some(Fault::new(error)),
        },
    }
}

/// Beside the file stand its log and the log's index; without them the engine cannot open it.
fn folder_not_writable(path: &Path, error: rusqlite::Error) -> StoreError {
    StoreError::FolderNotWritable {
        folder: folder_of(path),
        fault: Fault::new(error),
    }
}

/// The folder in which a file stands; a bare name stands in the current one.
pub(super) fn folder_of(path: &Path) -> std::path::PathBuf {
    match path.parent() {
        Some(parent) if !parent.as_os_str().is_empty() => parent.to_owned(),
        _ => std::path::PathBuf::from("."),
    }
}
