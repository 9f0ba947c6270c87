//! Tests of the store as a whole.

/// The suite: each test named is run on every engine. One that is left out of the list is dead
/// code, which the compiler tells.
macro_rules! on_every_engine {
    ($($test:ident),+ $(,)?) => {
        on_every_engine!(@ on_a_file File: $($test),+);
        on_every_engine!(@ in_memory Memory: $($test),+);
        #[cfg(feature = "postgres")]
        on_every_engine!(@ on_a_server Server: $($test),+);
    };
    (@ $engine:ident $on:ident: $($test:ident),+) => {
        mod $engine {
            $(
                #[test]
                fn $test() {
                    let on = $crate::store::tests::On::$on;
                    if on.can_be_had() {
                        super::$test(on);
                    }
                }
            )+
        }
    };
}

/// The same of what is SQLite's own: its plans, its steps, its copies, its words for damage.
macro_rules! on_sqlite {
    ($($test:ident),+ $(,)?) => {
        on_every_engine!(@ of_a_file File: $($test),+);
        on_every_engine!(@ of_memory Memory: $($test),+);
    };
}

mod conformance;
mod contention;
mod damage;
mod files;
mod find;
mod fixture;
mod history;
mod live;
mod plans;
mod portable;
mod record;
mod search;
#[cfg(feature = "postgres")]
mod server;
#[cfg(feature = "postgres")]
mod server_plans;
mod states;
mod triggers;

use std::path::{Path, PathBuf};

use tempfile::TempDir;

use super::engine::{Engine, Memory, MemoryPlace};
use super::{Access, ClockSource, Founding, NewEntry, Store, StoreError, engine, schema};
use crate::core::time::Instant;

/// The engines.
#[derive(Clone, Copy, Debug)]
pub(super) enum On {
    File,
    Memory,
    #[cfg(feature = "postgres")]
    Server,
}

impl On {
    /// Whether there is one to run on: a server is not everywhere.
    fn can_be_had(self) -> bool {
        match self {
            On::File | On::Memory => true,
            #[cfg(feature = "postgres")]
            On::Server => server::can_be_had(),
        }
    }
}

/// Where a desk is, for whoever opens it once more.
#[derive(Clone)]
pub(super) enum DeskPlace {
    /// Or a database on a server.
    File(PathBuf),
    Memory(MemoryPlace),
}

impl DeskPlace {
    pub(super) fn open(&self, access: Access) -> Result<Store, StoreError> {
        match self {
            DeskPlace::File(path) => Store::open(path, access),
            DeskPlace::Memory(_) => {
                let engine = self.engine(access)?;
                schema::check(&*engine)?;
                Store::ready(engine, access)
            }
        }
    }

    /// Whatever is there, desk or not.
    pub(super) fn engine(&self, access: Access) -> Result<Box<dyn Engine>, StoreError> {
        match self {
            DeskPlace::File(path) => engine::open(path, access),
            DeskPlace::Memory(place) => Ok(Box::new(Memory::open(place.clone(), access)?)),
        }
    }
}

pub(super) fn entry(actor: &str) -> NewEntry {
    NewEntry {
        actor: actor.to_owned(),
        login: Some("login".to_owned()),
        recorded: Instant(1_790_000_000),
        given: ClockSource::Machine,
        once: None,
    }
}

pub(super) fn founding() -> Founding {
    Founding {
        zone: "Europe/Madrid".to_owned(),
        by: entry("founder"),
    }
}

/// Founds a desk in a file and opens it.
pub(super) fn found(path: &Path, founding: Founding) -> Result<Store, StoreError> {
    Store::found(path, founding, |_| Ok::<(), StoreError>(()))?;
    Store::open(path, Access::Write)
}

/// A desk of its own, and a folder for what is made of it.
pub(super) struct Desk {
    pub folder: TempDir,
    pub place: DeskPlace,
    pub store: Store,
}

pub(super) fn desk(on: On) -> Desk {
    let folder = tempfile::tempdir().unwrap();
    let (place, store) = match on {
        On::File => {
            let path = folder.path().join("desk.db");
            let store = found(&path, founding()).unwrap();
            (DeskPlace::File(path), store)
        }
        #[cfg(feature = "postgres")]
        On::Server => {
            let path = server::database();
            let store = found(&path, founding()).unwrap();
            (DeskPlace::File(path), store)
        }
        On::Memory => {
            let place = MemoryPlace::new().unwrap();
            let engine = Memory::open(place.clone(), Access::Write).unwrap();
            let store = Store::on(Box::new(engine));
            store.make(founding()).unwrap();
            (DeskPlace::Memory(place), store)
        }
    };
    Desk {
        folder,
        place,
        store,
    }
}

impl Desk {
    /// Every byte that is kept of it.
    pub(super) fn bytes(self) -> Vec<u8> {
        let path = match &self.place {
            DeskPlace::File(path) => path.clone(),
            DeskPlace::Memory(_) => {
                let copy = self.folder.path().join("copy.db");
                self.store.backup(&copy).unwrap();
                copy
            }
        };
        drop(self.store);
        let mut bytes = std::fs::read(&path).unwrap();
        bytes.extend(std::fs::read(super::file::log_of(&path)).unwrap_or_default());
        bytes
    }
}
