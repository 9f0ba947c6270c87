//! Opening a desk on a server: only what is one is let in.

use std::path::Path;

use super::address::ServerAddress;
use super::desk::ServerDesk;
use crate::store::engine::interface::{Access, Engine};
use crate::store::error::StoreError;

/// Opens a desk that is there. Whether it is one is for the schema to judge.
///
/// # Errors
/// There is none; the server cannot be reached.
pub(in crate::store) fn open(place: &Path, access: Access) -> Result<Box<dyn Engine>, StoreError> {
    let desk = ServerDesk::connect(place, ServerAddress::read(place)?, access)?;
    match desk.is_founded() {
        true => Ok(Box::new(desk)),
        false => Err(StoreError::Missing {
            path: place.to_owned(),
        }),
    }
}

/// Opens a database in which a desk is to be made: all of it stands when it is kept.
///
/// # Errors
/// The server cannot be reached; somebody else is about to make one.
pub(in crate::store) fn create(place: &Path) -> Result<Box<dyn Engine>, StoreError> {
    let desk = ServerDesk::connect(place, ServerAddress::read(place)?, Access::Write)?;
    desk.begin_founding()?;
    Ok(Box::new(desk))
}

/// Runs statements in a database, whatever it holds: what somebody does who is no sladesk.
#[cfg(test)]
pub(in crate::store) fn script_at(place: &Path, text: &str) -> Result<(), StoreError> {
    use super::session::ServerSession;
    let address = ServerAddress::read(place)?;
    ServerSession::open(place, &address, Access::Write)?.script(text)
}
