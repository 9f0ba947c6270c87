//! Copying a whole database while others write to it.

use std::path::Path;

use rusqlite::backup::{Backup, StepResult};
use rusqlite::{Connection, OpenFlags};

use super::busy::{BusyTimeout, BusyWait};
use super::fault::explain;
use super::handle::Handle;
use crate::store::engine::interface::BUSY_TIMEOUT;
use crate::store::error::{StoreError, WRITING};

/// How many pages a step copies.
const NO_PAGE: i32 = 0;
const ALL_PAGES: i32 = -1;

impl Handle {
    /// Copies what is committed now over whatever database is in the file `name`; messages call it
    /// `path`. `still_may` is asked under the lock of the one who writes there.
    pub(in crate::store::engine) fn copy_over(
        &self,
        path: &Path,
        name: &Path,
        still_may: &dyn Fn() -> Result<(), StoreError>,
    ) -> Result<(), StoreError> {
        let fail = |error| explain(path, WRITING, error);
        let flags = OpenFlags::SQLITE_OPEN_READ_WRITE;
        let mut target = Connection::open_with_flags(name, flags).map_err(fail)?;
        copy(&self.connection, &mut target, path, still_may)?;
        target.close().map_err(|(_, error)| fail(error))
    }

    /// Copies what is committed now into another database.
    #[cfg(test)]
    pub(in crate::store::engine) fn copy_into(&self, other: &mut Handle) -> Result<(), StoreError> {
        copy(&self.connection, &mut other.connection, &self.path, &|| {
            Ok(())
        })
    }
}

/// No page, which takes the lock; then all pages in one step: one state of the source, whoever
/// writes meanwhile.
fn copy(
    from: &Connection,
    to: &mut Connection,
    path: &Path,
    still_may: &dyn Fn() -> Result<(), StoreError>,
) -> Result<(), StoreError> {
    let backup = Backup::new(from, to).map_err(|error| explain(path, WRITING, error))?;
    stepped(&backup, NO_PAGE, path)?;
    still_may()?;
    stepped(&backup, ALL_PAGES, path)
}

/// Waits for those who are in the way, but not for ever.
fn stepped(backup: &Backup<'_, '_>, pages: i32, path: &Path) -> Result<(), StoreError> {
    let mut wait = BusyWait::new(BusyTimeout::default(), 1);
    let mut before = 0;
    loop {
        let step = backup.step(pages);
        match step.map_err(|error| explain(path, WRITING, error))? {
            StepResult::Done => return Ok(()),
            StepResult::More if pages == NO_PAGE => return Ok(()),
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
