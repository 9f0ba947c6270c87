//! The reference page of the plan file, printed from the table of keys that judges it.

use super::expects::described;
use super::findings::CODES;
use super::schema::TOP_KEYS;
use super::shape::{COMMON, KeyScope, KeySpec, RESERVED, TableShape, ValueShape};

/// Every key as Markdown: one table for the file and the plan, one for each table inside; then
/// the findings and the names that are taken.
pub fn reference() -> String {
    let mut page = at_the_top();
    let mut tables = Vec::new();
    for key in TOP_KEYS {
        inside(&key.shape, &mut tables);
    }
    for table in tables {
        page.push_str(&format!("\n## {}\n\n", table.title));
        page.push_str(&rows(table.keys));
        if !table.one_of.is_empty() {
            let keys: Vec<String> = table.one_of.iter().map(|key| format!("`{key}`")).collect();
            page.push_str(&format!("\nOnly one may stand of {}.\n", keys.join(", ")));
        }
    }
    page.push_str("\n## In every table\n\n");
    page.push_str(&rows(COMMON));
    page.push_str(&findings());
    let reserved: Vec<String> = RESERVED.iter().map(|word| format!("`{word}`")).collect();
    page.push_str("\n## Names\n");
    page.push_str(&format!(
        "\nNothing can be called {}.\n",
        reserved.join(", ")
    ));
    page
}

fn at_the_top() -> String {
    let mut page = String::from("## At the top of the file, and in a plan\n\n");
    page.push_str(
        "F: at the top of the file. P: in a plan. FP: either; the plan's wins. ° may be `\"open\"` \
         or `{ one-of = [...] }`: agreed at signing.\n\n",
    );
    page.push_str("| key | where | type | default | meaning |\n|---|---|---|---|---|\n");
    for key in TOP_KEYS {
        let scope = match key.scope {
            KeyScope::File => "F",
            KeyScope::Plan => "P",
            KeyScope::Both | KeyScope::Inside | KeyScope::Document => "FP",
        };
        page.push_str(&row(key, Some(scope)));
    }
    page
}

fn rows(keys: &[KeySpec]) -> String {
    let head = "| key | type | default | meaning |\n|---|---|---|---|\n";
    let of_files = keys.iter().filter(|key| key.scope != KeyScope::Document);
    let rows = of_files.map(|key| row(key, None));
    std::iter::once(head.to_owned()).chain(rows).collect()
}

fn findings() -> String {
    let mut page = String::from("\n## Findings of `plan check`\n\n");
    page.push_str(
        "Errors keep a file from being used. Warnings and notes do not; `allow = [\"CODE\"]` in the \
         table around one, or at the top of the file, accepts it.\n\n",
    );
    page.push_str("| code | | what it says |\n|---|---|---|\n");
    for (code, severity, says) in CODES {
        page.push_str(&format!("| `{code}` | {} | {says} |\n", severity.word()));
    }
    page
}

fn row(key: &KeySpec, scope: Option<&str>) -> String {
    let (agreed, shape) = match &key.shape {
        ValueShape::Agreed(shape) => ("°", *shape),
        ValueShape::Of(_, ValueShape::ByPriority(shape)) => ("°", *shape),
        shape => ("", shape),
    };
    let by_milestone = match &key.shape {
        ValueShape::Of(_, ValueShape::ByPriority(_)) => {
            "a table by milestone; in it, for all priorities or by priority: "
        }
        _ => "",
    };
    let types = format!("{by_milestone}{}", described(shape).join(", "));
    let default = match (key.default, key.required) {
        ("", true) => "required",
        (default, _) => default,
    };
    let scope = scope.map(|scope| format!("{scope} | ")).unwrap_or_default();
    format!(
        "| `{}`{agreed} | {scope}{types} | {default} | {} |\n",
        key.name, key.meaning
    )
}

/// The tables that stand inside a shape, each once, in order.
fn inside(shape: &ValueShape, tables: &mut Vec<&'static TableShape>) {
    match shape {
        ValueShape::Table(table) | ValueShape::Defines(table, _) => {
            if tables.iter().any(|known| known.title == table.title) {
                return;
            }
            tables.push(table);
            for key in table.keys {
                inside(&key.shape, tables);
            }
        }
        ValueShape::Agreed(shape)
        | ValueShape::ByPriority(shape)
        | ValueShape::List(shape)
        | ValueShape::Dates(shape)
        | ValueShape::Of(_, shape) => inside(shape, tables),
        ValueShape::Either(shapes) => shapes.iter().for_each(|shape| inside(shape, tables)),
        _ => {}
    }
}

#[cfg(test)]
mod tests {
    use super::super::schema::{PLAN, TOP};
    use super::*;

    /// `SLADESK_WRITE_DOCS=1 cargo test` writes the page anew.
    #[test]
    #[expect(clippy::disallowed_methods, reason = "a test has no settings")]
    fn the_page_in_the_docs_is_the_one_that_the_schema_prints() {
        const MARK: &str = "<!-- printed from the schema -->\n\n";
        let path = concat!(env!("CARGO_MANIFEST_DIR"), "/docs/plans.md");
        let page = std::fs::read_to_string(path).expect("docs/plans.md is there");
        let (before, after) = page.split_once(MARK).expect("the mark is there");
        if std::env::var_os("SLADESK_WRITE_DOCS").is_some() {
            std::fs::write(path, format!("{before}{MARK}{}", reference()))
                .expect("it can be written");
        } else {
            let anew = "docs/plans.md is not current: SLADESK_WRITE_DOCS=1 cargo test writes it";
            assert!(after == reference(), "{anew}");
        }
    }

    #[test]
    fn every_key_has_a_meaning_and_a_plan_has_keys_of_its_own() {
        for table in [&TOP, &PLAN] {
            for key in table.all() {
                assert!(!key.meaning.is_empty(), "{}", key.name);
                assert!(!described(&key.shape).is_empty(), "{}", key.name);
            }
        }
        assert!(
            PLAN.key("channels")
                .is_some_and(|key| key.scope == KeyScope::Plan)
        );
        assert!(
            TOP.key("channels")
                .is_some_and(|key| key.scope == KeyScope::File)
        );
        assert!(PLAN.key("vendor").is_none());
    }
}
