//! The tables, and whether a file has them.
//!
//! A file is let in when it says that it is a desk (application id), of this version (user
//! version), and its tables are word for word those of this version: a trigger that somebody
//! dropped to change the past is seen at the next opening.

use super::engine::{Engine, Purpose, args};
use super::error::StoreError;

/// The version of the schema that this program reads and writes.
pub(crate) const VERSION: i64 = 1;

/// "SLAd" in the file's header.
const APPLICATION: i64 = 0x534c_4164;

/// The search keeps tables of its own under this name.
const INNER: &str = "search_";

/// The text of the schema, comments and all.
const TEXT: &str = include_str!("1.sql");

statements! {
    OBJECTS: "SELECT name, sql FROM sqlite_schema WHERE sql IS NOT NULL" => "SCAN sqlite_schema";
    TABLES: "SELECT count(*) FROM sqlite_schema" => "SCAN sqlite_master";
    PROGRAM: "SELECT program FROM desk WHERE one = 1" => "SEARCH desk USING INTEGER PRIMARY KEY (rowid=?)";
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
    let objects = engine.rows(OBJECTS, args![], |cells| {
        Ok((cells.take::<String>()?, cells.take::<String>()?))
    })?;
    let ours = objects.iter().filter(|(name, _)| !name.starts_with(INNER));
    match difference(ours.map(|(_, text)| text.as_str())) {
        None => Ok(()),
        Some(what) => Err(StoreError::damaged(engine.path(), what)),
    }
}

/// What is not as the schema has it.
fn difference<'f>(objects: impl Iterator<Item = &'f str>) -> Option<String> {
    let mut expected = statements();
    for found in objects {
        match expected.iter().position(|text| *text == found) {
            Some(place) => {
                expected.remove(place);
            }
            None => return Some(format!("it has a changed or foreign {}", title(found))),
        }
    }
    expected
        .first()
        .map(|missing| format!("it has lost {}", title(missing)))
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

/// `table ticket`, `trigger event_next`: what a statement makes.
fn title(statement: &str) -> String {
    let mut words = statement
        .split_whitespace()
        .filter(|word| !["CREATE", "UNIQUE", "VIRTUAL"].contains(word));
    let kind = words.next().unwrap_or_default().to_lowercase();
    let name = words.next().unwrap_or_default();
    format!("{kind} {name}")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_statement_of_the_schema_is_known_by_name() {
        let titles: Vec<_> = statements().into_iter().map(title).collect();
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
