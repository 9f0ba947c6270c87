//! The statements that make tables, as this server takes them.
//!
//! Tables and indexes are made by the same text after four words were replaced; the index of words
//! is a table of its own shape here, and the triggers have a body of their own.

use std::fmt::Write;

/// What comes first: a schema of the desk's own, which holds nothing else.
pub(super) const BEFORE: &str = "CREATE SCHEMA sladesk";

/// What comes last: the stamp, and what keeps the record as it is.
pub(super) const BEHIND: &str = include_str!("behind.sql");

/// The index of words, of that kind and name.
const WORDS: &str = include_str!("words.sql");

/// Statements that are parted by semicolons at the ends of lines, as they are said here.
pub(super) fn said_here(text: &str) -> String {
    let mut said = String::with_capacity(text.len() + 256);
    for statement in text.split(";\n") {
        let statement = statement.trim();
        let Some(make) = statement.strip_prefix("CREATE ") else {
            let _ = writeln!(said, "{statement};");
            continue;
        };
        if make.starts_with("TRIGGER") {
            continue;
        }
        if let Some(index) = make.strip_prefix("VIRTUAL TABLE ") {
            said.push_str(&word_index(index));
        } else if make.starts_with("TABLE") || make.starts_with("TEMP TABLE") {
            let _ = writeln!(said, "{};", typed(statement));
        } else {
            let _ = writeln!(said, "{statement};");
        }
    }
    said
}

/// A table's text with this server's types. Texts are ordered by their bytes, as everywhere.
fn typed(table: &str) -> String {
    let table = table
        .replace("INTEGER", "bigint")
        .replace(" TEXT", " text COLLATE \"C\"")
        .replace("BLOB", "bytea");
    let table = deferrable(&table);
    let end = table.rfind(") STRICT").unwrap_or(table.len() - 1);
    format!("{})", &table[..end])
}

/// A key that names another table may wait for it until the transaction ends, where that is asked.
fn deferrable(table: &str) -> String {
    let mut parts = table.split(" REFERENCES ");
    let mut said = parts.next().unwrap_or_default().to_owned();
    for part in parts {
        let (key, rest) = part.split_once(')').unwrap_or((part, ""));
        let _ = write!(said, " REFERENCES {key}) DEFERRABLE{rest}");
    }
    said
}

/// The index of words: a row a ticket, and more where one is too long for a row.
fn word_index(made: &str) -> String {
    let name = made.split_whitespace().next().unwrap_or_default();
    let (kind, name) = match name.strip_prefix("temp.") {
        Some(name) => ("TEMP TABLE", name),
        None => ("TABLE", name),
    };
    WORDS.replace("KIND", kind).replace("NAME", name)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_table_is_said_in_this_servers_types() {
        let said = said_here(
            "CREATE TABLE a (\n  n INTEGER PRIMARY KEY, -- a number\n  t TEXT NOT NULL,\n  b BLOB\n) STRICT, WITHOUT ROWID;\nCREATE INDEX i ON a (t) WHERE t IS NOT NULL",
        );
        assert_eq!(
            said,
            "CREATE TABLE a (\n  n bigint PRIMARY KEY, -- a number\n  t text COLLATE \"C\" NOT NULL,\n  b bytea\n);\nCREATE INDEX i ON a (t) WHERE t IS NOT NULL;\n"
        );
    }

    #[test]
    fn triggers_have_a_body_of_their_own() {
        let text = "CREATE TRIGGER a BEFORE UPDATE ON b BEGIN SELECT 1; END;\nDELETE FROM c";
        assert_eq!(said_here(text), "DELETE FROM c;\n");
    }
}
