//! Copying a whole file while others write to it.

use std::path::{Path, PathBuf};

use rusqlite::backup::{Backup, StepResult};
use rusqlite::{Connection, OpenFlags};

use super::Engine;
use super::busy::{BUSY_TIMEOUT, Wait};
use super::fault::{explain, folder_of};
use crate::store::error::{Fault, StoreError};

impl Engine {
    /// Copies what is committed now to a file that is not there yet. It appears under its name
    /// when it is whole.
    pub(crate) fn copy_to_new(&self, to: &Path) -> Result<(), StoreError> {
        let claim = |error: std::io::Error| match error.kind() {
            std::io::ErrorKind::AlreadyExists => StoreError::Exists {
                path: to.to_owned(),
            },
            _ => StoreError::FolderNotWritable {
                folder: folder_of(to),
                fault: Fault::new(error),
            },
        };
        std::fs::OpenOptions::new()
            .write(true)
            .create_new(true)
            .open(to)
            .map_err(claim)?;
        let part = part_of(to);
        let copied = self.copy_over(&part).and_then(|()| finish(&part, to));
        if copied.is_err() {
            let _ = std::fs::remove_file(&part);
            let _ = std::fs::remove_file(to);
        }
        copied
    }

    /// Copies what is committed now over whatever database is at `to`. Others who have it open
    /// see the change as one.
    pub(crate) fn copy_over(&self, to: &Path) -> Result<(), StoreError> {
        let fail = |error| explain(to, "writing to", error);
        let flags = OpenFlags::SQLITE_OPEN_READ_WRITE | OpenFlags::SQLITE_OPEN_CREATE;
        let mut target = Connection::open_with_flags(to, flags).map_err(fail)?;
        let mut wait = Wait::new(BUSY_TIMEOUT, 1);
        let mut before = 0;
        {
            let backup = Backup::new(&self.connection, &mut target).map_err(fail)?;
            // All pages in one step: one state of the source, whoever writes meanwhile.
            loop {
                match backup.step(-1).map_err(fail)? {
                    StepResult::Done => break,
                    StepResult::More => {}
                    _ if wait.once_more(before) => before += 1,
                    _ => {
                        return Err(StoreError::Busy {
                            path: to.to_owned(),
                            seconds: BUSY_TIMEOUT.as_secs(),
                        });
                    }
                }
            }
        }
        target.close().map_err(|(_, error)| fail(error))
    }
}

fn part_of(to: &Path) -> PathBuf {
    let mut name = to.as_os_str().to_owned();
    name.push(".part");
    name.into()
}

/// Gives the whole copy its name, for good.
fn finish(part: &Path, to: &Path) -> Result<(), StoreError> {
    let rename = || -> std::io::Result<()> {
        std::fs::File::open(part)?.sync_all()?;
        std::fs::rename(part, to)?;
        std::fs::File::open(folder_of(to))?.sync_all()
    };
    rename().map_err(|e| StoreError::of_io(to, "writing to", e))
}
