//! The tables, and whether a file has them.
//!
//! A file is let in when it says that it is a desk (application id), of this version (user
//! version), and its tables are word for word those of this version: a trigger that somebody
//! dropped to change the past is seen at the next opening.

use super::engine::{Cells, ColumnError, Engine, Purpose, args};
use super::error::StoreError;

/// The version of the schema that this program reads and writes.
pub(crate) const VERSION: i64 = 1;

/// "SLAd" in the file's header.
const APPLICATION: i64 = 0x534c_4164;

/// The tables that the search keeps for itself, as the engine writes them down.
const INNER: [&str; 4] = [
    "CREATE TABLE 'search_data'(id INTEGER PRIMARY KEY, block BLOB)",
    "CREATE TABLE 'search_idx'(segid, term, pgno, PRIMARY KEY(segid, term)) WITHOUT ROWID",
    "CREATE TABLE 'search_docsize'(id INTEGER PRIMARY KEY, sz BLOB, origin INTEGER)",
    "CREATE TABLE 'search_config'(k PRIMARY KEY, v) WITHOUT ROWID",
];

/// What the engine calls the indexes that it makes for keys by itself.
const OF_KEYS: &str = "sqlite_autoindex_";

/// The text of the schema, comments and all.
const TEXT: &str = include_str!("1.sql");

statements! {
    OBJECTS: "SELECT type, name, tbl_name, sql FROM sqlite_schema" => "SCAN sqlite_schema";
    TABLES: "SELECT count(*) FROM sqlite_schema" => "SCAN sqlite_master";
    PROGRAM: "SELECT program FROM desk WHERE one = 1" => "SEARCH desk USING INTEGER PRIMARY KEY (rowid=?)";
}

/// The statement that makes the index of words.
pub(super) fn search() -> &'static str {
    let mut all = statements().into_iter();
    all.find(|text| text.starts_with("CREATE VIRTUAL TABLE search "))
        .expect("the schema has an index of words")
}

/// Makes the tables in a file that has none. Part of the caller's transaction.
pub(super) fn make(engine: &Engine) -> Result<(), StoreError> {
    let tables: i64 = engine.one(TABLES, args![], |cells| cells.take())?;
    if tables > 0 {
        return Err(StoreError::Exists {
            path: engine.path().to_owned(),
        });
    }
    engine.script(TEXT)?;
    engine.script(&format!(
        "PRAGMA application_id = {APPLICATION}; PRAGMA user_version = {VERSION}"
    ))
}

/// Lets a file in, or says why not.
pub(super) fn check(engine: &Engine) -> Result<(), StoreError> {
    let path = || engine.path().to_owned();
    // All in one look: a founding that is under way elsewhere is seen whole or not at all.
    let _look = engine.begin(Purpose::Snapshot)?;
    if engine.number("PRAGMA application_id")? != APPLICATION {
        return Err(StoreError::Foreign {
            path: path(),
            what: "it is the database of another program",
        });
    }
    // Its last page may still be in the log.
    if !engine.has_a_log() && engine.ends_in_a_page()? {
        return Err(StoreError::damaged(
            engine.path(),
            "it ends in the middle of a page",
        ));
    }
    let found = engine.number("PRAGMA user_version")?;
    if found > VERSION {
        return Err(StoreError::Newer {
            path: path(),
            found,
            // A newer schema may say it elsewhere; then it stays unsaid.
            program: engine
                .first(PROGRAM, args![], |cells| cells.take())
                .unwrap_or_default(),
        });
    }
    if found < VERSION {
        return Err(StoreError::Older {
            path: path(),
            found,
        });
    }
    let found = engine.rows(OBJECTS, args![], Object::read)?;
    match difference(found) {
        None => Ok(()),
        Some(what) => Err(StoreError::damaged(engine.path(), what)),
    }
}

/// What stands in a file: a table, an index, a trigger.
#[derive(Clone, Debug, PartialEq, Eq)]
struct Object {
    kind: String,
    name: String,
    /// The table it belongs to.
    table: String,
    /// What made it; none for an index that the engine made by itself.
    text: Option<String>,
}

impl Object {
    fn read(c: &mut Cells<'_>) -> Result<Object, ColumnError> {
        Ok(Object {
            kind: c.take()?,
            name: c.take()?,
            table: c.take()?,
            text: c.take()?,
        })
    }

    /// What a statement of the schema makes.
    fn made_by(text: &str) -> Object {
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
        Object {
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
fn difference(found: Vec<Object>) -> Option<String> {
    let mut expected: Vec<Object> = statements()
        .into_iter()
        .chain(INNER)
        .map(Object::made_by)
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
            None => return Some(format!("it has a changed or foreign {}", object.title())),
        }
    }
    expected
        .first()
        .map(|missing| format!("it has lost {}", missing.title()))
}

/// The statements as the engine keeps them: from CREATE to before the semicolon.
pub(super) fn statements() -> Vec<&'static str> {
    let mut found = Vec::new();
    let mut rest = TEXT;
    while let Some(start) = rest.find("\nCREATE ") {
        let text = &rest[start + 1..];
        // A trigger's body has semicolons of its own; comments may have them too.
        let end = if text.starts_with("CREATE TRIGGER") {
            text.find("END;").map(|at| at + "END".len())
        } else if text.starts_with("CREATE TABLE") {
            text.find(") STRICT;").map(|at| at + ") STRICT".len())
        } else {
            text.find(';')
        };
        let end = end.unwrap_or(text.len());
        found.push(&text[..end]);
        rest = &text[end..];
    }
    found
}

/// What a statement makes, where it is a table or an index.
pub(super) struct Made {
    /// `CREATE UNIQUE INDEX`.
    pub kind: &'static str,
    pub name: &'static str,
    /// The table itself, or that of the index.
    pub table: &'static str,
    /// What follows the names.
    pub rest: &'static str,
}

impl Made {
    pub(super) fn of(statement: &'static str) -> Option<Made> {
        let word = |text: &'static str| {
            let end = text.find([' ', '(']).unwrap_or(text.len());
            text.split_at(end)
        };
        for kind in [
            "CREATE TABLE",
            "CREATE VIRTUAL TABLE",
            "CREATE INDEX",
            "CREATE UNIQUE INDEX",
        ] {
            let Some(names) = statement.strip_prefix(kind) else {
                continue;
            };
            let (name, rest) = word(names.trim_start());
            let (table, rest) = match rest.trim_start().strip_prefix("ON ") {
                Some(on) => word(on),
                None => (name, rest),
            };
            return Some(Made {
                kind,
                name,
                table,
                rest,
            });
        }
        None
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_statement_of_the_schema_is_known_by_name() {
        let titles: Vec<_> = statements()
            .into_iter()
            .map(|text| Object::made_by(text).title())
            .collect();
        assert_eq!(titles.len(), TEXT.matches("\nCREATE ").count());
        for title in [
            "table desk",
            "index clock_live",
            "trigger event_next",
            "table search",
        ] {
            assert!(titles.iter().any(|t| t == title), "{title}");
        }
    }
}
