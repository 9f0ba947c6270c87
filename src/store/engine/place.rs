//! Who opens a place: the engine that it names.

use std::path::Path;

use super::interface::{Access, Engine};
use super::server_address::is_on_server;
use super::sqlite;
use crate::store::error::StoreError;
use crate::store::file::NewFile;

/// A desk that is being made: it is one when it is kept.
pub(in crate::store) enum NewDesk {
    /// A file, which then gets its name.
    File(NewFile),
    OnServer,
}

#[cfg(test)]
impl NewDesk {
    /// The file that it will be.
    pub(in crate::store) fn file(self) -> NewFile {
        match self {
            NewDesk::File(new) => new,
            NewDesk::OnServer => panic!("it will be no file"),
        }
    }
}

/// Opens what is there. Whether it is a desk is for the schema to judge.
pub(in crate::store) fn open(place: &Path, access: Access) -> Result<Box<dyn Engine>, StoreError> {
    match is_on_server(place) {
        true => server::open(place, access),
        false => sqlite::open(place, access),
    }
}

/// Opens an empty place in which a desk is to be made.
pub(in crate::store) fn create(place: &Path) -> Result<(Box<dyn Engine>, NewDesk), StoreError> {
    match is_on_server(place) {
        true => Ok((server::create(place)?, NewDesk::OnServer)),
        false => {
            let (engine, new) = sqlite::create(place)?;
            Ok((engine, NewDesk::File(new)))
        }
    }
}

#[cfg(feature = "postgres")]
use super::postgres as server;

/// In a build without that engine.
#[cfg(not(feature = "postgres"))]
mod server {
    use std::path::Path;

    use crate::store::engine::interface::{Access, Engine};
    use crate::store::error::{ServerFault, StoreError};

    pub(super) fn open(place: &Path, _: Access) -> Result<Box<dyn Engine>, StoreError> {
        Err(StoreError::of_server(place, ServerFault::NotBuiltIn))
    }

    pub(super) fn create(place: &Path) -> Result<Box<dyn Engine>, StoreError> {
        open(place, Access::Write)
    }
}
