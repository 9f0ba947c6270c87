//! A desk of the schema before this one, and what brings it here.

use rusqlite::Connection;

use crate::desk::{Desk, told};

/// What schema 1 kept of the search, word for word.
const SEARCH_OF_FIRST: &str = "CREATE VIRTUAL TABLE search USING fts5 (subject, words, content='', \
    contentless_delete=1, tokenize='unicode61 remove_diacritics 2');";

/// Makes a desk what a program of schema 1 would have left, but for the words of its search.
fn as_of_first(desk: &Desk) {
    let file = Connection::open(desk.path()).expect("a database");
    let text = "SELECT sql FROM sqlite_schema WHERE name = 'desk_kept'";
    let trigger: String = file
        .query_row(text, [], |row| row.get(0))
        .expect("a trigger");
    let sql = format!(
        "DROP TABLE search; DROP TABLE token; DROP INDEX clock_corrected; DROP INDEX ticket_touched; DROP TRIGGER desk_kept; UPDATE desk SET version = 1; \
         {trigger}; {SEARCH_OF_FIRST} PRAGMA user_version = 1; PRAGMA wal_checkpoint(TRUNCATE)"
    );
    file.execute_batch(&sql).expect("it is done");
}

#[test]
fn a_desk_of_the_first_schema_is_told_apart_brought_here_and_kept_beside() {
    let desk = Desk::with_ticket();
    desk.done(&["note", "1", "-m", "the printer in Straße 7"]);
    let seal = desk.done(&["db", "seal"]);
    as_of_first(&desk);
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
    let entry = |seal: &str| seal.split('@').next().map(str::to_owned);
    assert_eq!(entry(&desk.done(&["db", "seal"])), entry(&seal));
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
