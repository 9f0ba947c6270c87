//! What stands in a database, against what the statements of a schema make, word for word. None is
//! passed over by its name.

use super::handle::Handle;
use crate::store::engine::cell::{ColumnError, RowCells};
use crate::store::engine::difference::{changed, lost};
use crate::store::error::StoreError;

/// The tables that the search keeps for itself, as the engine writes them down.
const INNER: [&str; 4] = [
    "CREATE TABLE 'search_data'(id INTEGER PRIMARY KEY, block BLOB)",
    "CREATE TABLE 'search_idx'(segid, term, pgno, PRIMARY KEY(segid, term)) WITHOUT ROWID",
    "CREATE TABLE 'search_docsize'(id INTEGER PRIMARY KEY, sz BLOB, origin INTEGER)",
    "CREATE TABLE 'search_config'(k PRIMARY KEY, v) WITHOUT ROWID",
];

/// What the engine calls the indexes that it makes for keys by itself.
const OF_KEYS: &str = "sqlite_autoindex_";

statements! {
    ALL: "SELECT type, name, tbl_name, sql FROM sqlite_schema" => "SCAN sqlite_schema";
    COUNT: "SELECT count(*) FROM sqlite_schema" => "SCAN sqlite_master";
}

/// Whether nothing stands in it.
pub(in crate::store::engine) fn is_empty(handle: &Handle) -> Result<bool, StoreError> {
    Ok(handle.number(COUNT)? == 0)
}

/// In what they are not those that the statements make, if in anything.
pub(in crate::store::engine) fn difference(
    handle: &Handle,
    made_by: &[&'static str],
) -> Result<Option<String>, StoreError> {
    let mut found = Vec::new();
    handle.each(ALL, |cells| {
        found.push(SchemaObject::read(cells)?);
        Ok(())
    })?;
    Ok(between(made_by, found))
}

/// What stands in a file: a table, an index, a trigger.
#[derive(Clone, Debug, PartialEq, Eq)]
struct SchemaObject {
    kind: String,
    name: String,
    /// The table it belongs to.
    table: String,
    /// What made it; none for an index that the engine made by itself.
    text: Option<String>,
}

impl SchemaObject {
    fn read(c: &mut RowCells<'_>) -> Result<SchemaObject, ColumnError> {
        Ok(SchemaObject {
            kind: c.take()?,
            name: c.take()?,
            table: c.take()?,
            text: c.take()?,
        })
    }

    /// What a statement of the schema makes.
    fn made_by(text: &str) -> SchemaObject {
        let mut words = text
            .split(|c: char| c.is_whitespace() || c == '(')
            .filter(|word| !["", "CREATE", "UNIQUE", "VIRTUAL"].contains(word));
        let kind = words.next().unwrap_or_default().to_lowercase();
        let name = words
            .next()
            .unwrap_or_default()
            .trim_matches('\'')
            .to_owned();
        let table = match kind.as_str() {
            "table" => name.clone(),
            _ => words
                .skip_while(|word| *word != "ON")
                .nth(1)
                .unwrap_or_default()
                .to_owned(),
        };
        SchemaObject {
            kind,
            name,
            table,
            text: Some(text.to_owned()),
        }
    }

    /// `table ticket`, `trigger event_next`.
    fn title(&self) -> String {
        format!("{} {}", self.kind, self.name)
    }
}

/// What is not as the schema has it, whatever it is called.
fn between(made_by: &[&'static str], found: Vec<SchemaObject>) -> Option<String> {
    let mut expected: Vec<SchemaObject> = made_by
        .iter()
        .copied()
        .chain(INNER)
        .map(SchemaObject::made_by)
        .collect();
    let tables: Vec<String> = expected.iter().map(|object| object.table.clone()).collect();
    for object in found {
        let of_key = object.text.is_none()
            && object.kind == "index"
            && object.name.starts_with(OF_KEYS)
            && tables.contains(&object.table);
        match expected.iter().position(|ours| *ours == object) {
            Some(place) => {
                expected.swap_remove(place);
            }
            None if of_key => {}
            None => return Some(changed(&object.title())),
        }
    }
    expected.first().map(|missing| lost(&missing.title()))
}
