//! Reading where nothing can be written: another's file, a folder of others, a full disk. It
//! leaves nothing behind, and writers beside it are not disturbed.
//!
//! The engine reads a database with a log only together with the log and the log's index, and
//! makes those that are missing. So:
//! - both are there: they are read as they are, and nothing is made;
//! - there is no log: all that was written is in the file. It is read as one that does not change,
//!   and whoever answers from it asks at the end whether it did;
//! - there is a log and no room for its index: the index is held in memory, with the file locked.

use std::fs::{self, File};
use std::os::unix::fs::MetadataExt;
use std::path::Path;
use std::sync::{Mutex, PoisonError};
use std::time::{Duration, Instant};

use rusqlite::OpenFlags;
use rustix::fs::{FlockOperation, fcntl_lock};

use super::at_rest::AtRest;
use super::file::SqliteFile;
use super::handle::NOTHING;
use super::names::{has_a_log, may_write, named};
use crate::store::error::StoreError;
use crate::store::file::{folder_of, logs_of};

/// How long to wait while a writer is between two states.
const SETTLING: Duration = Duration::from_secs(2);
const NAP: Duration = Duration::from_millis(2);

/// Opens the file for reading, whatever this process may not do.
pub(super) fn open(path: &Path) -> Result<SqliteFile, StoreError> {
    // The logs stand beside the file itself, not beside a link to it.
    let real = path
        .canonicalize()
        .map_err(|e| StoreError::of_io(path, "reading", e))?;
    let since = Instant::now();
    loop {
        let opened = once(path, &real);
        match opened {
            Err(ref error) if passes(error) && since.elapsed() < SETTLING => {
                std::thread::sleep(NAP)
            }
            other => return other,
        }
    }
}

fn once(path: &Path, real: &Path) -> Result<SqliteFile, StoreError> {
    let flags = OpenFlags::SQLITE_OPEN_READ_ONLY | OpenFlags::SQLITE_OPEN_URI;
    if !has_a_log(real) {
        let rest = AtRest::of(real);
        let name = named(real, "immutable=1")?;
        let mut engine = match SqliteFile::connect_as(path, &name, flags, NOTHING) {
            // What is read while somebody writes to it says nothing about the file.
            Err(_) if !rest.holds() => return Err(between_two_states(path)),
            opened => opened?,
        };
        engine.rest = Some(rest);
        return Ok(engine);
    }
    if may_write(&folder_of(real)) {
        keep_the_logs(real);
    }
    // Looked at only now: what is there stays.
    let [log, index, _] = logs_of(real);
    if log.exists() && index.exists() {
        let name = named(real, "readonly_shm=1")?;
        return SqliteFile::connect_as(path, &name, flags, NOTHING);
    }
    if may_write(real) {
        let flags = OpenFlags::SQLITE_OPEN_READ_WRITE;
        return SqliteFile::connect_as(path, real, flags, "PRAGMA locking_mode = EXCLUSIVE");
    }
    Err(between_two_states(path))
}

fn between_two_states(path: &Path) -> StoreError {
    StoreError::Busy {
        path: path.to_owned(),
        seconds: SETTLING.as_secs(),
    }
}

/// An error of a moment: a writer comes or goes.
fn passes(error: &StoreError) -> bool {
    matches!(
        error,
        StoreError::Busy { .. }
            | StoreError::ReadOnly { .. }
            | StoreError::Disk { .. }
            | StoreError::FolderNotWritable { .. }
    )
}

/// Takes the lock that keeps a writer which leaves from taking the logs along: the engine would
/// make a log that is missing, and a log of ours would lock its owner out. The descriptor stays
/// open for as long as the process lives, since closing it would drop the engine's locks.
fn keep_the_logs(path: &Path) {
    static HELD: Mutex<Vec<((u64, u64), File)>> = Mutex::new(Vec::new());
    let Ok(about) = fs::metadata(path) else {
        return;
    };
    let identity = (about.dev(), about.ino());
    let mut held = HELD.lock().unwrap_or_else(PoisonError::into_inner);
    let place = match held.iter().position(|(file, _)| *file == identity) {
        Some(place) => place,
        None => {
            let Ok(file) = File::open(path) else { return };
            held.push((identity, file));
            held.len() - 1
        }
    };
    let _ = fcntl_lock(&held[place].1, FlockOperation::NonBlockingLockShared);
}
