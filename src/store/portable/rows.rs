//! What every record begins with: the desk, and the contents that its events name.

use super::{ContentLine, DeskLine, RecordLine};
use crate::store::Store;
use crate::store::chain::{Hash, hex};
use crate::store::engine::args;
use crate::store::error::StoreError;

statements! {
    DESK: "SELECT d.id, d.version, d.program FROM desk d WHERE d.one = 1"
        => "SEARCH d USING INTEGER PRIMARY KEY (rowid=?)";
    CONTENT: "SELECT c.kind, c.body FROM content c WHERE c.hash = $1"
        => "SEARCH c USING INDEX sqlite_autoindex_content_1 (hash=?)";
}

/// An event names an entry that is not there.
pub(super) fn no_entry() -> StoreError {
    StoreError::bug("an event has no entry")
}

/// The desk as it stands.
pub(super) fn desk_line(store: &Store) -> Result<DeskLine, StoreError> {
    store.engine.one(DESK, args![], |c| {
        Ok(DeskLine {
            id: c.take()?,
            version: c.take()?,
            program: c.take()?,
        })
    })
}

/// A content.
pub(super) fn content_line(store: &Store, hash: &Hash) -> Result<RecordLine, StoreError> {
    let (kind, body) = store
        .engine
        .one(CONTENT, args![*hash], |c| Ok((c.take()?, c.take()?)))?;
    let hash = hex(hash);
    Ok(RecordLine::Content(ContentLine { hash, kind, body }))
}
