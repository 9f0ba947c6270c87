//! The logs that the engine keeps beside a database, by the names that it gives them.

use std::ffi::OsString;
use std::fs;
use std::io;
use std::path::{Path, PathBuf};

use super::is_free;
use super::unique::random;

/// The log of what was written since the database was last brought up to it.
pub(crate) fn log_of(path: &Path) -> PathBuf {
    with(path, "-wal")
}

/// All that the engine would take for a part of the database at `path`.
pub(crate) fn logs_of(path: &Path) -> [PathBuf; 3] {
    ["-wal", "-shm", "-journal"].map(|end| with(path, end))
}

/// Moves away what lies under the names of the logs of `path`, so that a file which is given that
/// name is not read together with another's log. They are not ours to delete; where they are now
/// is answered.
///
/// # Errors
/// One of them cannot be moved.
pub(crate) fn set_logs_aside(path: &Path) -> io::Result<Vec<PathBuf>> {
    let mut aside = Vec::new();
    for log in logs_of(path) {
        if is_free(&log) {
            continue;
        }
        let place = with(&log, &format!(".old-{:08x}", random()? >> 32));
        fs::rename(&log, &place)?;
        aside.push(place);
    }
    Ok(aside)
}

/// Moves logs back that were set aside for nothing.
pub(crate) fn put_back(path: &Path, aside: &[PathBuf]) {
    for (log, place) in logs_of(path)
        .iter()
        .flat_map(|log| aside.iter().map(move |place| (log, place)))
    {
        let name = |path: &Path| path.to_string_lossy().into_owned();
        if name(place).starts_with(&format!("{}.old-", name(log))) && is_free(log) {
            // What cannot be moved back is where the name says that it is.
            let _ = fs::rename(place, log);
        }
    }
}

pub(super) fn with(path: &Path, end: &str) -> PathBuf {
    let mut name: OsString = path.as_os_str().to_owned();
    name.push(end);
    name.into()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn old_logs_are_moved_away_and_kept_and_a_link_is_moved_not_followed() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("desk.db");
        fs::write(log_of(&path), "an old log").unwrap();
        let elsewhere = folder.path().join("elsewhere");
        fs::write(&elsewhere, "untouched").unwrap();
        std::os::unix::fs::symlink(&elsewhere, with(&path, "-shm")).unwrap();
        let aside = set_logs_aside(&path).unwrap();
        assert_eq!(aside.len(), 2);
        assert!(logs_of(&path).iter().all(|log| is_free(log)));
        assert_eq!(fs::read_to_string(&aside[0]).unwrap(), "an old log");
        assert!(fs::symlink_metadata(&aside[1]).unwrap().is_symlink());
        assert_eq!(fs::read_to_string(&elsewhere).unwrap(), "untouched");
    }
}
