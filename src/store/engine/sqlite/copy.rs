//! Copying a whole database while others write to it.

use std::path::Path;

use rusqlite::backup::{Backup, StepResult};
use rusqlite::{Connection, OpenFlags};

use super::busy::{BUSY_TIMEOUT, BusyTimeout, BusyWait};
use super::fault::explain;
use super::handle::Handle;
use crate::store::error::StoreError;

impl Handle {
    /// Copies what is committed now over whatever database is in the file `name`; messages call it
    /// `path`.
    pub(in crate::store::engine) fn copy_over(
        &self,
        path: &Path,
        name: &Path,
    ) -> Result<(), StoreError> {
        let fail = |error| explain(path, "writing to", error);
        let flags = OpenFlags::SQLITE_OPEN_READ_WRITE;
        let mut target = Connection::open_with_flags(name, flags).map_err(fail)?;
        copy(&self.connection, &mut target, path)?;
        target.close().map_err(|(_, error)| fail(error))
    }

    /// Copies what is committed now into another database.
    pub(in crate::store::engine) fn copy_into(&self, other: &mut Handle) -> Result<(), StoreError> {
        copy(&self.connection, &mut other.connection, &self.path)
    }
}

/// All pages in one step: one state of the source, whoever writes meanwhile.
fn copy(from: &Connection, to: &mut Connection, path: &Path) -> Result<(), StoreError> {
    let fail = |error| explain(path, "writing to", error);
    let backup = Backup::new(from, to).map_err(fail)?;
    let mut wait = BusyWait::new(BusyTimeout::default(), 1);
    let mut before = 0;
    loop {
        match backup.step(-1).map_err(fail)? {
            StepResult::Done => return Ok(()),
            StepResult::More => {}
            _ if wait.once_more(before) => before += 1,
            _ => {
                return Err(StoreError::Busy {
                    path: path.to_owned(),
                    seconds: BUSY_TIMEOUT.as_secs(),
                });
            }
        }
    }
}
