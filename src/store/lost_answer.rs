//! What became of a write when the line to its server broke before the answer came: the record
//! knows.

use super::Store;
use super::chain::Hash;
use super::engine::{TransactionPurpose, args};
use super::error::{ServerFault, StoreError};
use crate::core::model::EventId;

statements! {
    HASH: "SELECT hash FROM event WHERE id = $1" => "SEARCH event USING INTEGER PRIMARY KEY (rowid=?)";
}

impl Store {
    /// Whether a write stands whose last event and head were these. It is looked for under the
    /// writer's lock: whoever had it before has ended by then. The commit of that look makes sure
    /// that a copy which the server waits for has all that came before it.
    ///
    /// # Errors
    /// It was not written; or nobody can tell.
    pub(super) fn is_written(&self, last: EventId, head: &Hash) -> Result<(), StoreError> {
        let says = |what| StoreError::of_server(self.path(), what);
        let unsure = |_: StoreError| says(ServerFault::MaybeWritten);
        let look = self
            .engine
            .begin(TransactionPurpose::Write)
            .map_err(unsure)?;
        let found: Option<Hash> = self
            .engine
            .first(HASH, args![last], |c| c.take())
            .map_err(unsure)?;
        match found.as_ref() == Some(head) {
            true => look.commit().map_err(unsure),
            false => Err(says(ServerFault::LineBroke)),
        }
    }
}
