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

use tempfile::TempDir;

use super::{Founding, NewEntry, Store};
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
    let store = Store::found(&folder.path().join("desk.db"), founding).unwrap();
    Desk { folder, store }
}
