//! Copying a whole file while others write to it.

use std::path::Path;

use rusqlite::backup::{Backup, StepResult};
use rusqlite::{Connection, OpenFlags};

use super::Engine;
use super::busy::{BUSY_TIMEOUT, Patience, Wait};
use super::fault::explain;
use crate::store::error::StoreError;

impl Engine {
    /// Copies what is committed now over whatever database is in the file `name`; messages call it
    /// `path`. Others who have it open see the change as one, and what was there is there until
    /// then.
    pub(in crate::store) fn copy_over(&self, path: &Path, name: &Path) -> Result<(), StoreError> {
        let fail = |error| explain(path, "writing to", error);
        let flags = OpenFlags::SQLITE_OPEN_READ_WRITE;
        let mut target = Connection::open_with_flags(name, flags).map_err(fail)?;
        let mut wait = Wait::new(Patience::default(), 1);
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
                            path: path.to_owned(),
                            seconds: BUSY_TIMEOUT.as_secs(),
                        });
                    }
                }
            }
        }
        target.close().map_err(|(_, error)| fail(error))
    }
}
