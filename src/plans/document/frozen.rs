//! A document as the record keeps it: the schema's number, then a row for each path, in the order of
//! the file: path, value, clause, layer. The note of a path stands at `PATH.note`, and how the
//! source contradicts itself there at `PATH.conflicts-with`.
//!
//! ```json
//! {"schema":1,"terms":[["contacts",5,null,"agreed"],["targets.response.p1.within","1h","A-2","plan"]]}
//! ```

use std::sync::Arc;

use serde_json::{Value as Json, json};

use super::super::place::{Place, SourceText};
use super::super::tree::{Layer, Node, Table, TreeKey, TreeValue};

/// The schema of the documents that are written.
const SCHEMA: u64 = 1;
/// Keys at which what is said around a value stands.
const NOTE: &str = "note";
const CONFLICT: &str = "conflicts-with";

/// The text of a tree: equal trees have equal texts.
pub(super) fn text(root: &Table) -> String {
    let mut rows = Vec::new();
    rows_of(root, "", &mut rows);
    let rows: Vec<String> = rows.iter().map(Json::to_string).collect();
    format!(
        "{{\"schema\":{SCHEMA},\"terms\":[\n{}\n]}}",
        rows.join(",\n")
    )
}

fn rows_of(table: &Table, around: &str, rows: &mut Vec<Json>) {
    for (key, node) in &table.0 {
        let path = match around {
            "" => key.name.clone(),
            around => format!("{around}.{}", key.name),
        };
        let inner = node.table().filter(|table| !is_value(table));
        let value = match inner {
            Some(_) => json!({}),
            None => json_of(&node.value),
        };
        let layer = node.layer.word();
        rows.push(json!([path, value, node.source.clause, layer]));
        for (key, said) in [(NOTE, &node.source.note), (CONFLICT, &node.source.conflict)] {
            if let Some(said) = said {
                rows.push(json!([format!("{path}.{key}"), said, Json::Null, layer]));
            }
        }
        if let Some(inner) = inner {
            rows_of(inner, &path, rows);
        }
    }
}

/// Each path at which a single value stands, with that value.
pub(super) fn values(root: &Table) -> Vec<(String, String)> {
    let mut rows = Vec::new();
    rows_of(root, "", &mut rows);
    let said = rows.iter().filter_map(|row| {
        let path = row[0].as_str()?;
        let last = path.rsplit('.').next()?;
        let about = [NOTE, CONFLICT, "clause", "title"].contains(&last);
        let value = match &row[1] {
            Json::Object(_) | Json::Null => return None,
            Json::String(text) => text.clone(),
            other => other.to_string(),
        };
        (!about).then(|| (path.to_owned(), value))
    });
    said.collect()
}

/// Whether a table stands for one value: one out of a list.
pub(super) fn is_value(table: &Table) -> bool {
    table.has("one-of") && table.0.len() == 1
}

fn json_of(value: &TreeValue) -> Json {
    match value {
        TreeValue::Text(text) | TreeValue::Figure(text) | TreeValue::Date(text) => json!(text),
        TreeValue::Whole(number) => json!(number),
        TreeValue::Flag(flag) => json!(flag),
        TreeValue::List(list) => list.iter().map(|node| json_of(&node.value)).collect(),
        TreeValue::Table(table) => {
            let entries = table.0.iter();
            let entries = entries.map(|(key, node)| (key.name.clone(), json_of(&node.value)));
            Json::Object(entries.collect())
        }
    }
}

/// Reads a tree back from its text.
///
/// # Errors
/// What of the text is no document of this schema.
pub(super) fn tree(text: &str) -> Result<Table, String> {
    let document: Json = serde_json::from_str(text).map_err(|error| error.to_string())?;
    match document.get("schema").and_then(Json::as_u64) {
        Some(SCHEMA) => {}
        Some(other) => return Err(format!("schema {other} is newer than {SCHEMA}")),
        None => return Err("no schema".to_owned()),
    }
    let rows = document
        .get("terms")
        .and_then(Json::as_array)
        .ok_or("no terms")?;
    let place = Place::new(&Arc::new(SourceText::new("the contract", "")), 0..0);
    let mut root = Table::default();
    for row in rows {
        put(&mut root, row, &place).ok_or_else(|| format!("not a row: {row}"))?;
    }
    Ok(root)
}

fn put(root: &mut Table, row: &Json, place: &Place) -> Option<()> {
    let [path, value, clause, layer] = row.as_array()?.as_slice() else {
        return None;
    };
    let layer = layer.as_str()?;
    let layer = Layer::ALL.into_iter().find(|known| known.word() == layer)?;
    let (around, name) = match path.as_str()?.rsplit_once('.') {
        Some((around, name)) => (around, name),
        None => ("", path.as_str()?),
    };
    let parts: Vec<&str> = around.split('.').filter(|part| !part.is_empty()).collect();
    if let (Some(text), Some(node)) = (value.as_str(), root.at_mut(&parts)) {
        let said = match name {
            NOTE => Some(&mut node.source.note),
            CONFLICT => Some(&mut node.source.conflict),
            _ => None,
        };
        if let Some(said) = said {
            *said = Some(text.to_owned());
            return Some(());
        }
    }
    let mut node = Node::of(value_of(value, place, layer)?, place, layer);
    node.source.clause = clause.as_str().map(str::to_owned);
    let table = match parts.as_slice() {
        [] => root,
        parts => match &mut root.at_mut(parts)?.value {
            TreeValue::Table(table) => table,
            _ => return None,
        },
    };
    table.0.push((TreeKey::at(name, place), node));
    Some(())
}

fn value_of(json: &Json, place: &Place, layer: Layer) -> Option<TreeValue> {
    Some(match json {
        Json::String(text) => TreeValue::Text(text.clone()),
        Json::Number(number) => TreeValue::Whole(Some(number.as_i64()?)),
        Json::Bool(flag) => TreeValue::Flag(*flag),
        Json::Array(list) => {
            let items = list
                .iter()
                .map(|item| Some(Node::of(value_of(item, place, layer)?, place, layer)));
            TreeValue::List(items.collect::<Option<_>>()?)
        }
        Json::Object(entries) => {
            let entries = entries.iter().map(|(name, value)| {
                let node = Node::of(value_of(value, place, layer)?, place, layer);
                Some((TreeKey::at(name, place), node))
            });
            TreeValue::Table(Table(entries.collect::<Option<_>>()?))
        }
        Json::Null => return None,
    })
}
