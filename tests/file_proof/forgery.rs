//! Whoever knows the file changes it past its triggers: every cell of every table, every row taken
//! out, rows put in. `db check` names each.

use rusqlite::Connection;
use rusqlite::types::Value;

use crate::desk::{Desk, rounds, told};

/// What the engine keeps for the search by itself.
const INNER: &str = "search_";

/// What is forged in other words: they have no rows with numbers.
const OF_SEARCH: [&str; 2] = ["search", "token"];

struct Table {
    name: String,
    /// Name, and whether it may be empty.
    columns: Vec<(String, bool)>,
}

fn tables(connection: &Connection) -> Vec<Table> {
    let names = texts(
        connection,
        "SELECT name FROM sqlite_schema WHERE type = 'table' ORDER BY name",
    );
    let own = names
        .into_iter()
        .filter(|name| !name.starts_with(INNER) && !OF_SEARCH.contains(&name.as_str()));
    own.map(|name| {
        let mut statement = connection
            .prepare(&format!("PRAGMA table_info({name})"))
            .expect("a table");
        let columns = statement.query_map([], |row| {
            Ok((
                row.get(1)?,
                row.get::<_, i64>(3)? == 0 && row.get::<_, i64>(5)? == 0,
            ))
        });
        let columns = columns
            .expect("columns")
            .map(|column| column.expect("a column"))
            .collect();
        Table { name, columns }
    })
    .collect()
}

fn texts(connection: &Connection, sql: &str) -> Vec<String> {
    let mut statement = connection.prepare(sql).expect("a statement");
    let rows = statement.query_map([], |row| row.get(0)).expect("rows");
    rows.map(|row| row.expect("a text")).collect()
}

/// Runs SQL past triggers, keys and checks, and leaves the schema word for word as it was.
fn forge(desk: &Desk, sql: &str) -> rusqlite::Result<usize> {
    let connection = Connection::open(desk.path())?;
    connection
        .execute_batch("PRAGMA foreign_keys = OFF; PRAGMA ignore_check_constraints = ON; BEGIN")?;
    let names = texts(
        &connection,
        "SELECT name FROM sqlite_schema WHERE type = 'trigger' ORDER BY name",
    );
    let triggers = texts(
        &connection,
        "SELECT sql FROM sqlite_schema WHERE type = 'trigger' ORDER BY name",
    );
    for name in &names {
        connection.execute_batch(&format!("DROP TRIGGER {name}"))?;
    }
    let changed = connection.execute(sql, [])?;
    for text in &triggers {
        connection.execute_batch(text)?;
    }
    connection.execute_batch("COMMIT")?;
    Ok(changed)
}

/// Another value of the same kind.
fn others(value: &Value, may_be_empty: bool) -> Vec<String> {
    let mut others = match value {
        Value::Null => vec!["7".to_owned(), "'forged'".to_owned(), "x'00'".to_owned()],
        Value::Integer(n) => vec![
            n.wrapping_add(1).to_string(),
            n.wrapping_sub(86_400).to_string(),
        ],
        Value::Text(text) => {
            let quoted = text.replace('\'', "''");
            vec![format!("'{quoted}x'"), "'forged'".to_owned()]
        }
        Value::Blob(bytes) => {
            let digits: String = bytes
                .iter()
                .map(|byte| format!("{:02x}", byte ^ 1))
                .collect();
            vec![format!("x'{digits}'")]
        }
        Value::Real(_) => Vec::new(),
    };
    if may_be_empty && *value != Value::Null {
        others.push("NULL".to_owned());
    }
    others
}

/// All that is tried: SQL that changes one row.
fn forgeries(connection: &Connection) -> Vec<String> {
    let mut all = Vec::new();
    for Table { name, columns } in tables(connection) {
        let count: i64 = connection
            .query_row(&format!("SELECT count(*) FROM {name}"), [], |row| {
                row.get(0)
            })
            .expect("a count");
        let list: Vec<&str> = columns.iter().map(|(column, _)| column.as_str()).collect();
        let count = usize::try_from(count).expect("a count");
        let places = rounds(1, 4).min(count);
        for place in 0..places {
            let offset = place * count.saturating_sub(1) / places.max(2).saturating_sub(1).max(1);
            let row = format!("SELECT rowid FROM {name} LIMIT 1 OFFSET {offset}");
            for (column, may_be_empty) in &columns {
                let value: Value = connection
                    .query_row(
                        &format!("SELECT {column} FROM {name} WHERE rowid = ({row})"),
                        [],
                        |row| row.get(0),
                    )
                    .expect("a value");
                let tried = others(&value, *may_be_empty);
                for other in tried.into_iter().take(rounds(1, 3)) {
                    all.push(format!(
                        "UPDATE {name} SET {column} = {other} WHERE rowid = ({row})"
                    ));
                }
            }
            all.push(format!("DELETE FROM {name} WHERE rowid = ({row})"));
        }
        if count > 0 {
            // The same row once more, under another key.
            let first = &columns[0].0;
            let moved: Vec<String> = list.iter().map(|column| match *column == first {
                true => format!("CASE typeof({column}) WHEN 'integer' THEN {column} + 1000000 WHEN 'text' THEN {column} || 'x' ELSE zeroblob(32) END"),
                false => (*column).to_owned(),
            }).collect();
            all.push(format!(
                "INSERT INTO {name} ({}) SELECT {} FROM {name} LIMIT 1",
                list.join(", "),
                moved.join(", ")
            ));
        }
    }
    for search in [
        "INSERT INTO search (search) VALUES ('delete-all')",
        "DELETE FROM search WHERE rowid = 1",
        "INSERT INTO search (rowid, words) VALUES (1000000, 'put in')",
        "INSERT INTO token (token) VALUES ('putin')",
        "UPDATE token SET token = token || 'x' WHERE token = (SELECT min(token) FROM token)",
        "DELETE FROM token WHERE token = (SELECT max(token) FROM token)",
    ] {
        all.push(search.to_owned());
    }
    all
}

/// A desk that has a row in every table.
fn desk() -> Desk {
    let desk = Desk::with_history(rounds(12, 40));
    for words in [
        &["note", "1", "-m", "a password", "--once", "monday"][..],
        &["note", "1", "-m", "taken back", "--once", "tuesday"],
        &["undo"],
        &["edit", "1", "--tag", "vip"],
        &["note", "2", "-m", "to be erased"],
    ] {
        desk.done(words);
    }
    let last = desk.done(&["log", "type:noted", "-f", "ids", "-L", "0"]);
    let last = last.lines().last().expect("a note").to_owned();
    desk.done(&["db", "redact", &last, "-m", "asked for", "-y"]);
    desk.is_whole();
    desk
}

#[test]
fn whatever_is_forged_is_named() {
    let desk = desk();
    let copy = desk.folder.path().join("whole.db");
    desk.done(&["db", "backup", "whole.db"]);
    let connection = Connection::open(&copy).expect("the copy can be read");
    let all = forgeries(&connection);
    drop(connection);
    let whole = std::fs::read(&copy).expect("the copy can be read");
    let (mut named, mut refused) = (0, 0);
    let mut unseen = Vec::new();
    for sql in &all {
        for log in ["desk.db-wal", "desk.db-shm"] {
            let _ = std::fs::remove_file(desk.folder.path().join(log));
        }
        std::fs::write(desk.path(), &whole).expect("the desk can be written");
        match forge(&desk, sql) {
            // The engine itself refuses it: a value of another kind, a key twice.
            Err(_) | Ok(0) => {
                refused += 1;
                continue;
            }
            Ok(_) => {}
        }
        let output = desk.run(&["db", "check", "-f", "json"]);
        match output.status.code() {
            Some(6) => named += 1,
            _ => unseen.push(format!("{sql}\n    {}", told(&output))),
        }
    }
    println!("{named} forgeries named, {refused} refused by the engine");
    assert!(
        unseen.is_empty(),
        "{} not named:\n{}",
        unseen.len(),
        unseen.join("\n")
    );
    assert!(named > 100, "{named}");
}

#[test]
fn a_text_that_was_taken_out_without_a_word_is_named_against_a_seal_too() {
    let desk = Desk::with_ticket();
    let seal = desk.done(&["db", "seal"]);
    let connection = Connection::open(desk.path()).expect("the desk can be opened");
    let salt: Vec<u8> = connection
        .query_row(
            "SELECT salt FROM prose ORDER BY event DESC LIMIT 1",
            [],
            |row| row.get(0),
        )
        .expect("a text");
    let text: String = connection
        .query_row(
            "SELECT body FROM prose ORDER BY event DESC LIMIT 1",
            [],
            |row| row.get(0),
        )
        .expect("a text");
    drop(connection);
    let digest: String = {
        use sha2::{Digest, Sha256};
        let digest = Sha256::new()
            .chain_update(salt)
            .chain_update(text)
            .finalize();
        digest.iter().map(|byte| format!("{byte:02x}")).collect()
    };
    // This is what `db redact` does, and no trigger can tell.
    let connection = Connection::open(desk.path()).expect("the desk can be opened");
    let erased = connection.execute(
        &format!(
            "UPDATE prose SET salt = NULL, body = NULL, digest = x'{digest}'
             WHERE event = (SELECT max(event) FROM prose)"
        ),
        [],
    );
    assert_eq!(erased, Ok(1));
    drop(connection);
    for words in [
        &["db", "check"][..],
        &["db", "check", "--against", seal.trim()],
    ] {
        let output = desk.run(words);
        assert_eq!(output.status.code(), Some(6), "{}", told(&output));
        assert!(
            String::from_utf8_lossy(&output.stdout).contains("erased"),
            "{}",
            told(&output)
        );
    }
}

#[test]
fn a_schema_that_is_not_word_for_word_ours_is_not_let_in_whatever_its_parts_are_called() {
    for sql in [
        "CREATE TRIGGER search_x AFTER INSERT ON event BEGIN UPDATE prose SET salt = NULL, body = NULL, digest = zeroblob(32) WHERE body IS NOT NULL; END",
        "CREATE TRIGGER search_data_x AFTER INSERT ON prose BEGIN SELECT 1; END",
        "CREATE TABLE search_more (a)",
        "CREATE VIEW search_view AS SELECT 1",
        "CREATE INDEX search_i ON ticket (subject)",
        "CREATE TABLE more (a)",
        "DROP TRIGGER event_kept",
        "DROP INDEX clock_live",
    ] {
        let desk = Desk::with_ticket();
        let connection = Connection::open(desk.path()).expect("the desk can be opened");
        connection.execute_batch(sql).expect(sql);
        drop(connection);
        for words in [&["list"][..], &["note", "1", "-m", "x"], &["db", "check"]] {
            let output = desk.run(words);
            assert_eq!(
                output.status.code(),
                Some(6),
                "{sql}: {words:?}: {}",
                told(&output)
            );
        }
    }
}
