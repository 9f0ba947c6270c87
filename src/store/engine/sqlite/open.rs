//! Opening a file: only what may be a desk is let in. What has to be known before is asked by name.

use std::fs::{self, File};
use std::path::Path;

use rusqlite::OpenFlags;
use rustix::fs::{FlockOperation, fcntl_lock};
use rustix::io::Errno;

use super::file::SqliteFile;
use super::handle::NOTHING;
use super::names::{may_read, may_write, no_room_for_a_log, real};
use super::read_only;
use super::scratch::{CALLED, NAMELESS};
use crate::store::engine::interface::{Access, Engine};
use crate::store::error::{Fault, StoreError};
use crate::store::file::{NewFile, folder_of, log_of, make_folder};

/// Opens a file that is there. Whether it is a desk is for the schema to judge.
///
/// A reader opens for writing too where it may, since the engine's log has to be shared
/// between all; `query_only` keeps it from writing rows. One that may not is let in without
/// leaving a trace.
pub(in crate::store) fn open(path: &Path, access: Access) -> Result<Box<dyn Engine>, StoreError> {
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
        Access::Write if no_room_for_a_log(path) => Err(StoreError::Full {
            path: path.to_owned(),
        }),
        Access::Write => {
            let log_is_new = !log_of(&real(path)).exists();
            let mut engine = SqliteFile::connect(path, OpenFlags::SQLITE_OPEN_READ_WRITE)?;
            engine.must_be_writable()?;
            engine.log_is_new = log_is_new;
            Ok(Box::new(engine))
        }
        Access::Read => {
            let engine = to_read(path)?;
            engine.set_access(access)?;
            Ok(Box::new(engine))
        }
    }
}

fn to_read(path: &Path) -> Result<SqliteFile, StoreError> {
    if !may_write(path) || no_room_for_a_log(path) {
        return read_only::open(path);
    }
    let log_is_new = !log_of(&real(path)).exists();
    match SqliteFile::connect(path, OpenFlags::SQLITE_OPEN_READ_WRITE) {
        Ok(mut engine) => {
            engine.log_is_new = log_is_new;
            engine.can_write = engine.must_be_writable().is_ok();
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
pub(in crate::store) fn create(place: &Path) -> Result<(Box<dyn Engine>, NewFile), StoreError> {
    let folder = folder_of(place);
    let not_writable = |error: std::io::Error| match StoreError::of_io(place, "writing to", error) {
        StoreError::Full { path } => StoreError::Full { path },
        other => StoreError::FolderNotWritable {
            folder: folder.clone(),
            fault: Fault::new(other.to_string()),
        },
    };
    make_folder(&folder).map_err(not_writable)?;
    let (new, file) = NewFile::beside(place).map_err(not_writable)?;
    drop(file);
    let flags = OpenFlags::SQLITE_OPEN_READ_WRITE;
    let mut engine = SqliteFile::connect_as(place, new.path(), flags, NOTHING)?;
    engine.alone = true;
    // What is to be renamed has to be one file.
    engine.fold_on_leaving()?;
    Ok((Box::new(engine), new))
}

/// Opens a new file that has no name and never gets one: it is gone with its process, however that
/// ends.
pub(in crate::store) fn create_nameless() -> Result<Box<dyn Engine>, StoreError> {
    let flags = OpenFlags::SQLITE_OPEN_READ_WRITE | OpenFlags::SQLITE_OPEN_CREATE;
    let (called, name) = (Path::new(CALLED), Path::new(NAMELESS));
    let mut engine = SqliteFile::connect_as(called, name, flags, NOTHING)?;
    engine.alone = true;
    Ok(Box::new(engine))
}

/// Makes sure that nobody has a file open that is no database any more: the lock that every
/// engine holds is free. It stays so until what is returned is dropped.
pub(in crate::store) fn alone_with(path: &Path) -> Result<File, StoreError> {
    let failed = |error| StoreError::of_io(path, "writing to", error);
    let file = File::options()
        .read(true)
        .write(true)
        .open(path)
        .map_err(failed)?;
    match fcntl_lock(&file, FlockOperation::NonBlockingLockExclusive) {
        Ok(()) => Ok(file),
        Err(Errno::AGAIN | Errno::ACCESS) => Err(StoreError::Busy {
            path: path.to_owned(),
            seconds: 0,
        }),
        Err(error) => Err(failed(error.into())),
    }
}
