//! The tables, and whether a file has them.
//!
//! A file is let in when it says that it is a desk (application id), of this version (user
//! version), and its tables are word for word those of this version: a trigger that somebody
//! dropped to change the past is seen at the next opening.

mod upgrade;
mod version;

use super::engine::{Engine, Stamp, TransactionPurpose, args};
use super::error::StoreError;

pub(super) use upgrade::upgrade;
pub(crate) use version::VERSION;

/// What says that a database is a desk: "SLAd", and its version.
const STAMP: Stamp = Stamp {
    application: 0x534c_4164,
    version: VERSION,
};

/// The text of the schema, comments and all.
const TEXT: &str = include_str!("2.sql");

statements! {
    PROGRAM: "SELECT program FROM desk WHERE one = 1" => "SEARCH desk USING INTEGER PRIMARY KEY (rowid=?)";
}

/// The statements that make the index of words and the list of its tokens.
pub(super) fn search() -> String {
    of_search().join(";\n")
}

fn of_search() -> [&'static str; 2] {
    [statement_of("TABLE search"), statement_of("TABLE token")]
}

/// The statement that makes that object.
fn statement_of(object: &str) -> &'static str {
    let made = |text: &&str| {
        let head = text.split_once('(').map_or(*text, |(head, _)| head);
        let head = head.replace("VIRTUAL ", "");
        let rest = head
            .strip_prefix("CREATE ")
            .and_then(|head| head.strip_prefix(object));
        rest.is_some_and(|rest| rest.starts_with(' '))
    };
    let mut all = statements().into_iter();
    all.find(made).expect("the schema makes it")
}

/// Makes the tables in a database that has none. Part of the caller's transaction.
pub(super) fn make(engine: &dyn Engine) -> Result<(), StoreError> {
    if !engine.is_empty()? {
        return Err(StoreError::Exists {
            path: engine.path().to_owned(),
        });
    }
    engine.make(&statements())?;
    engine.set_stamp(STAMP)
}

/// Lets a desk in, or says why not.
pub(super) fn check(engine: &dyn Engine) -> Result<(), StoreError> {
    // All in one look: a founding that is under way elsewhere is seen whole or not at all.
    let _look = engine.begin(TransactionPurpose::Snapshot)?;
    let found = known(engine)?.version;
    if found < VERSION {
        return Err(StoreError::Older {
            path: engine.path().to_owned(),
            found,
        });
    }
    match engine.difference(&statements())? {
        None => Ok(()),
        Some(what) => Err(StoreError::damaged(engine.path(), what)),
    }
}

/// What says that it is a desk, of this schema or of an earlier one that can be brought to it.
pub(super) fn known(engine: &dyn Engine) -> Result<Stamp, StoreError> {
    let path = || engine.path().to_owned();
    let stamp = engine.stamp()?;
    let Stamp {
        application,
        version: found,
    } = stamp;
    if application != STAMP.application {
        return Err(StoreError::Foreign {
            path: path(),
            what: "it is the database of another program",
        });
    }
    if engine.is_cut_short()? {
        return Err(StoreError::damaged(
            engine.path(),
            "it ends in the middle of a page",
        ));
    }
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
    Ok(stamp)
}

/// The statements as the engine keeps them: from CREATE to before the semicolon.
pub(super) fn statements() -> Vec<&'static str> {
    statements_in(TEXT)
}

fn statements_in(text: &'static str) -> Vec<&'static str> {
    let mut found = Vec::new();
    let mut rest = text;
    while let Some(start) = rest.find("\nCREATE ") {
        let text = &rest[start + 1..];
        // A trigger's body has semicolons of its own; comments may have them too.
        let end = if text.starts_with("CREATE TRIGGER") {
            text.find("END;").map(|at| at + "END".len())
        } else if text.starts_with("CREATE TABLE") {
            let body = text.find(") STRICT").unwrap_or_default();
            text[body..].find(';').map(|end| body + end)
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
pub(super) struct CreatedObject {
    /// `CREATE UNIQUE INDEX`.
    pub kind: &'static str,
    pub name: &'static str,
    /// The table itself, or that of the index.
    pub table: &'static str,
    /// What follows the names.
    pub rest: &'static str,
}

impl CreatedObject {
    pub(super) fn of(statement: &'static str) -> Option<CreatedObject> {
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
            return Some(CreatedObject {
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
    fn the_schema_is_read_as_single_statements() {
        let found = statements();
        assert_eq!(found.len(), TEXT.matches("\nCREATE ").count());
        for start in [
            "CREATE TABLE desk (",
            "CREATE INDEX clock_live ",
            "CREATE TRIGGER event_next ",
            "CREATE VIRTUAL TABLE search ",
        ] {
            assert!(found.iter().any(|text| text.starts_with(start)), "{start}");
        }
    }
}
