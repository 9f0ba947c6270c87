//! Tests of the store as a whole.

mod contention;
mod damage;
mod find;
mod fixture;
mod history;
mod live;
mod plans;
mod record;
mod states;
mod triggers;

use std::path::Path;

use tempfile::TempDir;

use super::{Access, Founding, NewEntry, Store, StoreError};
use crate::core::time::Instant;

pub(super) fn entry(actor: &str) -> NewEntry {
    NewEntry {
        actor: actor.to_owned(),
        login: Some("login".to_owned()),
        recorded: Instant(1_790_000_000),
        given: false,
        once: None,
    }
}

/// Founds a desk and opens it.
pub(super) fn found(path: &Path, founding: Founding) -> Result<Store, StoreError> {
    Store::found(path, founding, |_| Ok::<(), StoreError>(()))?;
    Store::open(path, Access::Write)
}

/// A desk in a folder of its own.
pub(super) struct Desk {
    folder: TempDir,
    pub store: Store,
}

impl Desk {
    /// Closes the file; its folder stays for as long as what is returned.
    pub(super) fn close(self) -> TempDir {
        self.folder
    }
}

pub(super) fn desk() -> Desk {
    let folder = tempfile::tempdir().unwrap();
    let founding = Founding {
        zone: "Europe/Madrid".to_owned(),
        by: entry("founder"),
    };
    let path = folder.path().join("desk.db");
    let store = found(&path, founding).unwrap();
    Desk { folder, store }
}
