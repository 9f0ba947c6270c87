//! What stands in the desk's schema, against what makes a desk: every table, index, constraint,
//! function and trigger, and whether a trigger is awake. None is passed over by its name.

use sha2::{Digest, Sha256};

use crate::store::engine::difference::{changed, lost, names_nobody};
use crate::store::engine::interface::Engine;
use crate::store::error::StoreError;

/// What a desk's schema holds, as the server tells it.
const EXPECTED: &str = include_str!("objects.txt");

/// A line an object: its kind, its name, and what it is. What a newer server lists beside these
/// (that a column is never null, which the column says itself) is left out.
const LINES: &str = include_str!("lines.sql");

const EMPTY: &str = "SELECT count(*) FROM pg_class WHERE relnamespace = to_regnamespace('sladesk')";
const TABLES: &str = "SELECT relname FROM pg_class \
                      WHERE relkind = 'r' AND relnamespace = to_regnamespace('sladesk') ORDER BY relname";

const OWNED: &str = "SELECT count(*) FROM pg_class WHERE relkind = 'r' \
                     AND relnamespace = to_regnamespace('sladesk') AND NOT pg_has_role(relowner, 'USAGE')";

/// The keys that name other tables: table, columns; table, columns.
const KEYS: &str = "\
    SELECT t.relname, (SELECT string_agg(a.attname, ',' ORDER BY p.place) FROM unnest(k.conkey) WITH ORDINALITY p(n, place) \
             JOIN pg_attribute a ON a.attrelid = k.conrelid AND a.attnum = p.n), \
           o.relname, (SELECT string_agg(a.attname, ',' ORDER BY p.place) FROM unnest(k.confkey) WITH ORDINALITY p(n, place) \
             JOIN pg_attribute a ON a.attrelid = k.confrelid AND a.attnum = p.n) \
      FROM pg_constraint k JOIN pg_class t ON t.oid = k.conrelid JOIN pg_class o ON o.oid = k.confrelid \
     WHERE k.contype = 'f' AND k.connamespace = 'sladesk'::regnamespace ORDER BY 1, 2";

/// Whether nothing stands in it.
pub(super) fn is_empty(engine: &dyn Engine) -> Result<bool, StoreError> {
    let count: i64 = engine.one(EMPTY, &[], |cells| cells.take())?;
    Ok(count == 0)
}

/// Whether its tables are those of whoever asks.
pub(super) fn is_owned(engine: &dyn Engine) -> Result<bool, StoreError> {
    let of_others: i64 = engine.one(OWNED, &[], |cells| cells.take())?;
    Ok(of_others == 0)
}

/// The tables of the desk.
pub(super) fn tables(engine: &dyn Engine) -> Result<Vec<String>, StoreError> {
    engine.rows(TABLES, &[], |cells| cells.take())
}

/// In what it is not a desk's schema, if in anything. The server sums up what it has; all of it
/// is asked for where the sum is another.
pub(super) fn difference(engine: &dyn Engine) -> Result<Option<String>, StoreError> {
    let sum = format!(
        "SELECT sha256(convert_to(string_agg(line, E'\\n' ORDER BY line COLLATE \"C\"), 'UTF8')) FROM ({}) o",
        lines()
    );
    let found: Option<[u8; 32]> = engine.one(&sum, &[], |cells| cells.take())?;
    let expected: [u8; 32] = Sha256::digest(EXPECTED.trim_end()).into();
    if found == Some(expected) {
        return Ok(None);
    }
    Ok(between(&told(engine)?))
}

/// What stands in it, a line an object.
pub(super) fn told(engine: &dyn Engine) -> Result<Vec<String>, StoreError> {
    let all = format!(
        "SELECT line FROM ({}) o ORDER BY line COLLATE \"C\"",
        lines()
    );
    engine.rows(&all, &[], |cells| cells.take())
}

fn lines() -> String {
    format!(
        "SELECT kind || E'\\t' || name || E'\\t' || replace(says, E'\\n', ' ') AS line FROM ({LINES}) l"
    )
}

/// What is not as it should be.
fn between(found: &[String]) -> Option<String> {
    let title = |line: &str| {
        let mut fields = line.split('\t');
        let (kind, name) = (fields.next().unwrap_or_default(), fields.next());
        format!("{kind} {}", name.unwrap_or_default())
    };
    let mut expected: Vec<&str> = EXPECTED.lines().collect();
    for line in found {
        match expected.iter().position(|known| known == line) {
            Some(place) => {
                expected.swap_remove(place);
            }
            None => return Some(changed(&title(line))),
        }
    }
    let missing = expected.first()?;
    Some(lost(&title(missing)))
}

/// The rows that name others which are not there.
pub(super) fn broken_keys(engine: &dyn Engine) -> Result<Vec<String>, StoreError> {
    let keys: Vec<[String; 4]> = engine.rows(KEYS, &[], |cells| {
        Ok([cells.take()?, cells.take()?, cells.take()?, cells.take()?])
    })?;
    let mut says = Vec::new();
    for [table, own, parent, theirs] in keys {
        let pairs: Vec<(&str, &str)> = own.split(',').zip(theirs.split(',')).collect();
        let each = |pair: &dyn Fn(&(&str, &str)) -> String| {
            pairs.iter().map(pair).collect::<Vec<_>>().join(" AND ")
        };
        let given = each(&|(own, _)| format!("w.{own} IS NOT NULL"));
        let same = each(&|(own, theirs)| format!("p.{theirs} = w.{own}"));
        let text = format!(
            "SELECT 1 FROM {table} w WHERE {given} \
             AND NOT EXISTS (SELECT 1 FROM {parent} p WHERE {same}) LIMIT 20"
        );
        let broken: Vec<i64> = engine.rows(&text, &[], |cells| cells.take())?;
        says.extend(broken.iter().map(|_| names_nobody(&table, &parent)));
    }
    Ok(says)
}
