//! A file of an earlier schema is brought to this one.
//!
//! Schema 1 had another search, of words and no beginnings, and no index of what was taken back or of what
//! happened on a customer's tickets.

use super::{STAMP, of_search, statement_of, statements, statements_in};
use crate::store::engine::{Engine, args};
use crate::store::error::StoreError;

/// The search of the first schema.
const FIRST_SEARCH: &str = include_str!("search_1.sql");

/// What the first schema had no index for.
const NEW_INDEXES: [&str; 2] = ["INDEX ticket_touched", "INDEX clock_corrected"];

/// Not in the list of statements: the schema's own trigger refuses it at any other time.
const SAY_VERSION: &str = "UPDATE desk SET version = $1, program = $2";

/// Makes the tables of this schema of those of an earlier one. Part of the caller's transaction,
/// who then fills the index of words.
pub(in crate::store) fn upgrade(engine: &dyn Engine) -> Result<(), StoreError> {
    if let Some(what) = engine.difference(&first())? {
        return Err(StoreError::damaged(engine.path(), what));
    }
    engine.script("DROP TABLE search")?;
    engine.script(&super::search())?;
    for index in NEW_INDEXES {
        engine.script(statement_of(index))?;
    }
    engine.script("DROP TRIGGER desk_kept")?;
    engine.run(SAY_VERSION, args![STAMP.version, env!("CARGO_PKG_VERSION")])?;
    engine.script(&format!("{};", statement_of("TRIGGER desk_kept")))?;
    engine.set_stamp(STAMP)
}

/// The statements of the first schema.
fn first() -> Vec<&'static str> {
    let mut other = Vec::from(of_search());
    other.extend(NEW_INDEXES.map(statement_of));
    let same = statements().into_iter();
    same.filter(|statement| !other.contains(statement))
        .chain(statements_in(FIRST_SEARCH))
        .collect()
}
