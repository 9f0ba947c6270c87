//! The page of all keys of a plan file, as `docs/plans.md` has it.

use super::keys::{code, heading, meaning};
use crate::plans::{CODES, SchemaKey, SchemaTable, reserved_words, schema_tables};

/// Every key as Markdown: one table for the file and the plan, one for each table inside; then
/// the findings and the names that are taken.
pub(crate) fn keys_page() -> String {
    let mut page = String::new();
    for table in schema_tables() {
        page.push_str(&section(&table));
    }
    page.push_str(&findings());
    let reserved: Vec<String> = reserved_words()
        .iter()
        .map(|word| format!("`{word}`"))
        .collect();
    page.push_str(&format!(
        "\n## Names\n\nNothing can be called {}.\n",
        reserved.join(", ")
    ));
    page
}

fn section(table: &SchemaTable) -> String {
    let title = heading(table.id);
    let rows: String = table.keys.iter().map(row).collect();
    if table.id == "file" {
        return format!(
            "## {title}\n\nF: at the top of the file. P: in a plan. FP: either; the plan's wins. ° \
             may be `\"open\"` or `{{ one-of = [...] }}`: agreed at signing.\n\n| key | where | type | \
             default | meaning |\n|---|---|---|---|---|\n{rows}"
        );
    }
    let keys: Vec<String> = table.one_of.iter().map(|key| format!("`{key}`")).collect();
    let one_of = match keys.is_empty() {
        true => String::new(),
        false => format!("\nOnly one may stand of {}.\n", keys.join(", ")),
    };
    format!("\n## {title}\n\n| key | type | default | meaning |\n|---|---|---|---|\n{rows}{one_of}")
}

/// What `plan check` can find.
pub(crate) const FINDINGS: &str = "Findings of `plan check`";

fn findings() -> String {
    let rows = CODES.iter().map(|(name, severity)| {
        let severity = severity.word();
        format!("| `{name}` | {severity} | {} |\n", code(name))
    });
    format!(
        "\n## {FINDINGS}\n\nErrors keep a file from being used. Warnings and notes do \
         not; `allow = [\"CODE\"]` in the table around one, or at the top of the file, accepts \
         it.\n\n| code | | what it says |\n|---|---|---|\n{}",
        rows.collect::<String>()
    )
}

fn row(key: &SchemaKey) -> String {
    let agreed = if key.agreed { "°" } else { "" };
    let side = key
        .side
        .map(|side| format!("{side} | "))
        .unwrap_or_default();
    format!(
        "| `{}`{agreed} | {side}{} | {} | {} |\n",
        key.name,
        types(key),
        default(key),
        key_meaning(key)
    )
}

/// What may stand at a key.
pub(crate) fn types(key: &SchemaKey) -> String {
    let by_milestone = match key.by_milestone {
        true => "a table by milestone; in it, for all priorities or by priority: ",
        false => "",
    };
    format!("{by_milestone}{}", key.types.join(", "))
}

/// What holds without it.
pub(crate) fn default(key: &SchemaKey) -> &'static str {
    match (key.default, key.required) {
        ("", true) => "required",
        (default, _) => default,
    }
}

/// What it means.
pub(crate) fn key_meaning(key: &SchemaKey) -> &'static str {
    meaning(key.table, key.name)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_table_key_and_code_has_its_words() {
        for table in schema_tables() {
            assert!(!heading(table.id).is_empty(), "{}", table.id);
            for key in &table.keys {
                assert!(!key_meaning(key).is_empty(), "{} {}", key.table, key.name);
            }
        }
        for (name, _) in CODES {
            assert!(!code(name).is_empty(), "{name}");
        }
    }
}
