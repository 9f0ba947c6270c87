//! What can be asked of a file by its name alone.
//!
//! No descriptor of ours is ever opened on a database: closing it would drop every lock that this
//! process holds on the file, those of the engine too, and another program would take the log
//! away under a write.

use std::fs;
use std::path::{Path, PathBuf};

use rustix::fs::{Access as Right, AtFlags, CWD, accessat};

use crate::store::error::StoreError;
use crate::store::file::{folder_of, log_of, logs_of};

/// Whether something was written that may not be in the file yet.
pub(super) fn has_a_log(path: &Path) -> bool {
    fs::metadata(log_of(&real(path))).is_ok_and(|about| about.len() > 0)
}

/// The file itself: the engine keeps the logs beside it, not beside a link to it.
pub(super) fn real(path: &Path) -> PathBuf {
    path.canonicalize().unwrap_or_else(|_| path.to_owned())
}

/// Whether this process may read a file.
pub(super) fn may_read(path: &Path) -> bool {
    accessat(CWD, path, Right::READ_OK, AtFlags::EACCESS).is_ok()
}

/// Whether this process may write to a file or into a folder.
pub(super) fn may_write(path: &Path) -> bool {
    accessat(CWD, path, Right::WRITE_OK, AtFlags::EACCESS).is_ok()
}

/// Whether the engine would fail to make the log's index, and leave half of it behind.
pub(super) fn no_room_for_a_log(path: &Path) -> bool {
    const NEEDED: u64 = 256 * 1024;
    let Ok(real) = path.canonicalize() else {
        return false;
    };
    let [_, index, _] = logs_of(&real);
    let room = rustix::fs::statvfs(folder_of(&real));
    !index.exists() && room.is_ok_and(|disk| disk.f_bavail.saturating_mul(disk.f_frsize) < NEEDED)
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
