//! The keys of a plan file as data, for the page that lists them: from the table that validates it.

use super::expects::described;
use super::schema::TOP_KEYS;
use super::shape::{COMMON, KeyScope, KeySpec, RESERVED, TableShape, ValueShape};
use super::visit::visit_tables;

/// A table of keys: `file` for what stands at the top of a file and in a plan, `any` for what may
/// stand in every table.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SchemaTable {
    /// What it is called by.
    pub id: &'static str,
    /// Its keys, in their order.
    pub keys: Vec<SchemaKey>,
    /// Keys of which only one may stand.
    pub one_of: &'static [&'static str],
}

/// A key of a plan file.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SchemaKey {
    /// The table by which its meaning is found: that of a plan's own key is `plan`.
    pub table: &'static str,
    /// As it is written.
    pub name: &'static str,
    /// `F` at the top of a file, `P` in a plan, `FP` in either; none inside of tables.
    pub side: Option<&'static str>,
    /// Whether it may be left to be agreed at signing.
    pub agreed: bool,
    /// Whether it is a table by milestone, each for all priorities or by priority.
    pub by_milestone: bool,
    /// What may stand at it, one phrase each.
    pub types: Vec<String>,
    /// What holds without it: a value in backticks, or words.
    pub default: &'static str,
    /// Whether its table cannot do without it.
    pub required: bool,
}

/// Words that no definition may be called.
pub fn reserved_words() -> &'static [&'static str] {
    RESERVED
}

/// Every table of keys: the top of the file, then each that stands inside, then what may stand in
/// all of them.
///
/// ```
/// let tables = sladesk::plans::schema_tables();
/// assert_eq!(tables[0].id, "file");
/// assert!(tables[0].keys.iter().any(|key| key.name == "targets" && key.by_milestone));
/// ```
pub fn schema_tables() -> Vec<SchemaTable> {
    let mut inner: Vec<&'static TableShape> = Vec::new();
    for key in TOP_KEYS {
        visit_tables(&key.shape, &mut |table| {
            let new = inner.iter().all(|known| known.id != table.id);
            if new {
                inner.push(table);
            }
            new
        });
    }
    let top = TOP_KEYS.iter().map(|key| match key.scope {
        KeyScope::File => row(key, "file", Some("F")),
        KeyScope::Plan => row(key, "plan", Some("P")),
        KeyScope::Both | KeyScope::Inside | KeyScope::Document => row(key, "file", Some("FP")),
    });
    let top = SchemaTable {
        id: "file",
        keys: top.collect(),
        one_of: &[],
    };
    let inside = |table: &'static TableShape| {
        let of_files = |key: &&KeySpec| key.scope != KeyScope::Document;
        let keys = table.keys.iter().filter(of_files);
        SchemaTable {
            id: table.id,
            keys: keys.map(|key| row(key, table.id, None)).collect(),
            one_of: table.one_of,
        }
    };
    let any = SchemaTable {
        id: "any",
        keys: COMMON.iter().map(|key| row(key, "any", None)).collect(),
        one_of: &[],
    };
    let inner = inner.into_iter().map(inside);
    std::iter::once(top).chain(inner).chain([any]).collect()
}

fn row(key: &KeySpec, table: &'static str, side: Option<&'static str>) -> SchemaKey {
    let (agreed, by_milestone, shape) = match &key.shape {
        ValueShape::Agreed(shape) => (true, false, *shape),
        ValueShape::Of(_, ValueShape::ByKind(shape)) => (true, true, *shape),
        shape => (false, false, shape),
    };
    SchemaKey {
        table,
        name: key.name,
        side,
        agreed,
        by_milestone,
        types: described(shape),
        default: key.default,
        required: key.required,
    }
}

#[cfg(test)]
mod tests {
    use super::super::schema::{PLAN, TOP};
    use super::*;

    #[test]
    fn every_key_takes_something_and_a_plan_has_keys_of_its_own() {
        for table in schema_tables() {
            for key in table.keys {
                assert!(!key.types.is_empty(), "{} {}", table.id, key.name);
            }
        }
        let side = |table: &TableShape| table.key("channels").map(|key| key.scope);
        assert_eq!(side(&PLAN), Some(KeyScope::Plan));
        assert_eq!(side(&TOP), Some(KeyScope::File));
        assert!(PLAN.key("vendor").is_none());
    }
}
