//! A file of an earlier schema is brought to this one.
//!
//! Schema 1 had words and no beginnings in its search, some columns less, and no index of what was
//! taken back.

use std::sync::LazyLock;

use super::{CreatedObject, STAMP, of_search, statement_of, statements, statements_in};
use crate::store::engine::{Engine, args};
use crate::store::error::StoreError;

/// The search of the first schema.
const FIRST_SEARCH: &str = include_str!("search_1.sql");

/// The columns that it had not. What holds there of a ticket of its time: nothing, and no.
const LATER_COLUMNS: [&str; 2] = ["plan_rank", "moved_later"];

/// What it had no index for.
const LATER_INDEX: &str = "INDEX clock_corrected";

/// Where they stand, tables before those that name them.
const WIDENED: [&str; 2] = ["ticket", "clock"];

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
    widen(engine)?;
    engine.script("DROP TRIGGER desk_kept")?;
    engine.run(SAY_VERSION, args![STAMP.version, env!("CARGO_PKG_VERSION")])?;
    engine.script(&format!("{};", statement_of("TRIGGER desk_kept")))?;
    engine.set_stamp(STAMP)
}

/// Makes the tables that have columns more anew, with the rows that they had.
fn widen(engine: &dyn Engine) -> Result<(), StoreError> {
    engine.defer_references()?;
    // what a row that goes is named by is looked for in its own table too: by an index
    engine.script("CREATE INDEX ticket_merged ON ticket (merged_into)")?;
    for table in WIDENED {
        let columns = first_columns(table).join(", ");
        let (more, values) = match table {
            "clock" => (", moved_later", ", 0"),
            _ => ("", ""),
        };
        engine.script(&format!(
            "CREATE TABLE kept AS SELECT * FROM {table}; DROP TABLE {table}"
        ))?;
        for statement in statements() {
            if CreatedObject::of(statement).is_some_and(|made| made.table == table) {
                engine.script(statement)?;
            }
        }
        engine.script(&format!(
            "INSERT INTO {table} ({columns}{more}) SELECT {columns}{values} FROM kept; DROP TABLE kept"
        ))?;
    }
    Ok(())
}

/// The columns of a table of the first schema, each of which has a line of its own.
fn first_columns(table: &str) -> Vec<&'static str> {
    let name = |line: &'static str| line.split_whitespace().next();
    let lines = statement_of(&format!("TABLE {table}")).lines().skip(1);
    let names = lines.filter_map(name);
    names
        .filter(|name| name.starts_with(|c: char| c.is_ascii_lowercase()))
        .filter(|name| !LATER_COLUMNS.contains(name))
        .collect()
}

/// The statements of the first schema.
fn first() -> Vec<&'static str> {
    static OF_TABLES: LazyLock<Vec<String>> = LazyLock::new(|| {
        let of_search = of_search();
        let same = statements().into_iter();
        let later = statement_of(LATER_INDEX);
        same.filter(|statement| !of_search.contains(statement) && *statement != later)
            .map(without_later_columns)
            .collect()
    });
    let of_tables = OF_TABLES.iter().map(String::as_str);
    of_tables.chain(statements_in(FIRST_SEARCH)).collect()
}

/// A statement without the columns that came later: in a table each has a line of its own.
fn without_later_columns(statement: &str) -> String {
    let is_later = |line: &str| {
        let words = line.split_whitespace();
        words.take(1).any(|word| LATER_COLUMNS.contains(&word))
    };
    let lines = statement.lines().filter(|line| !is_later(line));
    let text = lines.collect::<Vec<_>>().join("\n");
    let named = LATER_COLUMNS.map(|column| format!(", {column}"));
    named
        .iter()
        .fold(text, |text, named| text.replace(named, ""))
}

#[cfg(test)]
mod tests {
    use sha2::{Digest, Sha256};

    #[test]
    fn the_first_schema_is_word_for_word_what_its_programs_wrote() {
        let digest = Sha256::digest(super::first().join(";\n"));
        let digest: String = digest.iter().map(|byte| format!("{byte:02x}")).collect();
        assert_eq!(
            digest,
            "4a4cdf9053c5ef05bfc1fac93638ba4909e769597adaa15746c6ba05254a92f9"
        );
    }
}
