//! A file that is read as one that does not change, since it cannot be locked: whoever answers
//! from it asks at the end whether it did.

use std::fs;
use std::os::unix::fs::MetadataExt;
use std::path::{Path, PathBuf};
use std::time::Duration;

use super::names::has_a_log;

/// The clock of the file system ticks no slower.
const TICK: Duration = Duration::from_millis(20);

/// A file that was read as one that does not change, and how it was then.
#[derive(Debug)]
pub(super) struct AtRest {
    path: PathBuf,
    then: Option<FileState>,
}

/// What a write would change.
#[derive(Debug, PartialEq, Eq)]
struct FileState {
    file: (u64, u64),
    size: u64,
    written: (i64, i64),
    changed: (i64, i64),
}

impl AtRest {
    pub(super) fn of(path: &Path) -> AtRest {
        let written = fs::metadata(path).and_then(|about| about.modified());
        let age = written.ok().and_then(|at| at.elapsed().ok());
        // A second write in the tick of the first would leave no mark.
        if age.is_none_or(|age| age < TICK) {
            std::thread::sleep(TICK);
        }
        AtRest {
            path: path.to_owned(),
            then: state(path),
        }
    }

    /// Whether nobody has written since.
    pub(super) fn holds(&self) -> bool {
        self.then.is_some() && !has_a_log(&self.path) && state(&self.path) == self.then
    }
}

fn state(path: &Path) -> Option<FileState> {
    let about = fs::metadata(path).ok()?;
    Some(FileState {
        file: (about.dev(), about.ino()),
        size: about.size(),
        written: (about.mtime(), about.mtime_nsec()),
        changed: (about.ctime(), about.ctime_nsec()),
    })
}
