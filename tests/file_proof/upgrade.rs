//! A desk of the schema before this one, and what brings it here.

use rusqlite::Connection;

use crate::desk::{Desk, told};

/// What schema 1 kept of the search, word for word.
const SEARCH_OF_FIRST: &str = "CREATE VIRTUAL TABLE search USING fts5 (subject, words, content='', \
    contentless_delete=1, tokenize='unicode61 remove_diacritics 2');";

/// The columns that schema 1 had not.
const LATER_COLUMNS: [&str; 2] = ["plan_rank", "moved_later"];

/// Makes a table anew as schema 1 had it, with its rows.
fn narrow(file: &Connection, table: &str) {
    let mut asked = file
        .prepare("SELECT sql FROM sqlite_schema WHERE tbl_name = $1 AND sql IS NOT NULL ORDER BY type DESC")
        .expect("a statement");
    let made = asked.query_map([table], |row| row.get(0)).expect("rows");
    let made: Vec<String> = made.map(|text| text.expect("a text")).collect();
    let later = |line: &&str| {
        let first = line.split_whitespace().next().unwrap_or_default();
        !LATER_COLUMNS.contains(&first)
    };
    let narrowed = made.iter().map(|text| {
        let text = text.lines().filter(later).collect::<Vec<_>>().join("\n");
        text.replace(", plan_rank", "").replace(", moved_later", "")
    });
    let dropped = LATER_COLUMNS.map(|column| {
        let has = made[0].contains(&format!("\n  {column} "));
        let drop = format!("ALTER TABLE kept DROP COLUMN {column};");
        if has { drop } else { String::new() }
    });
    let sql = format!(
        "CREATE TABLE kept AS SELECT * FROM {table}; {} DROP TABLE {table}; {}; \
         INSERT INTO {table} SELECT * FROM kept; DROP TABLE kept",
        dropped.concat(),
        narrowed.collect::<Vec<_>>().join(";")
    );
    file.execute_batch(&sql).expect("it is done");
}

/// Makes a desk what a program of schema 1 would have left, but for the words of its search.
fn as_of_first(desk: &Desk) {
    let file = Connection::open(desk.path()).expect("a database");
    file.execute_batch("PRAGMA foreign_keys = OFF")
        .expect("it is done");
    narrow(&file, "ticket");
    narrow(&file, "clock");
    let text = "SELECT sql FROM sqlite_schema WHERE name = 'desk_kept'";
    let trigger: String = file
        .query_row(text, [], |row| row.get(0))
        .expect("a trigger");
    let sql = format!(
        "DROP TABLE search; DROP TABLE token; DROP INDEX clock_corrected; DROP TRIGGER desk_kept; UPDATE desk SET version = 1; \
         {trigger}; {SEARCH_OF_FIRST} PRAGMA user_version = 1; PRAGMA wal_checkpoint(TRUNCATE)"
    );
    file.execute_batch(&sql).expect("it is done");
}

#[test]
fn a_desk_of_the_first_schema_is_told_apart_brought_here_and_kept_beside() {
    for desk in [Desk::with_ticket(), Desk::with_history(40)] {
        is_told_apart_brought_here_and_kept_beside(&desk);
    }
}

fn is_told_apart_brought_here_and_kept_beside(desk: &Desk) {
    desk.done(&["note", "1", "-m", "the printer in Straße 7"]);
    let seal = desk.done(&["db", "seal"]);
    as_of_first(desk);
    let before = std::fs::read(desk.path()).expect("a file");

    let refused = desk.run(&["list"]);
    assert_eq!(refused.status.code(), Some(6), "{}", told(&refused));
    let said = String::from_utf8_lossy(&refused.stderr).into_owned();
    assert!(
        said.contains("has schema 1, this sladesk needs schema 2"),
        "{said}"
    );
    assert!(said.contains("`sladesk db upgrade`"), "{said}");
    assert_eq!(std::fs::read(desk.path()).expect("a file"), before);

    let upgraded = desk.run(&["db", "upgrade"]);
    assert!(upgraded.status.success(), "{}", told(&upgraded));
    let said = String::from_utf8_lossy(&upgraded.stderr).into_owned();
    assert!(said.contains("desk-schema-1.db is what it was"), "{said}");
    assert_eq!(desk.done(&["db", "seal"]), seal);
    assert_eq!(desk.done(&["db", "check", "-f", "json"]).trim(), "[]");
    assert_eq!(
        desk.done(&["list", "print", "strasse", "-f", "ids"]).trim(),
        "1"
    );

    let kept = Connection::open(desk.folder.path().join("desk-schema-1.db")).expect("a database");
    let schema: i64 = kept
        .query_row("PRAGMA user_version", [], |row| row.get(0))
        .expect("a number");
    assert_eq!(schema, 1);

    let again = desk.run(&["db", "upgrade"]);
    assert!(again.status.success(), "{}", told(&again));
    let said = String::from_utf8_lossy(&again.stderr).into_owned();
    assert!(said.contains("there is nothing to do"), "{said}");
}
