//! Where the source contradicts itself.

use super::{FindingContext, codes};
use crate::plans::diagnostic::Diagnostic;
use crate::plans::merge::clause_at;
use crate::plans::tree::{Node, Table, TreeKey};

/// Every `conflicts-with` of the file.
pub(super) fn find(finder: &mut FindingContext<'_>) {
    let root = finder.root;
    in_table(finder, root, &mut Vec::new());
}

fn in_table<'f>(finder: &mut FindingContext<'f>, table: &'f Table, path: &mut Vec<&'f str>) {
    for (key, node) in &table.0 {
        path.push(&key.name);
        if key.name == "conflicts-with" {
            found(finder, table, (key, node), path);
        } else if let Some(inner) = node.table() {
            in_table(finder, inner, path);
        }
        path.pop();
    }
}

fn found(
    finder: &mut FindingContext<'_>,
    table: &Table,
    (key, node): (&TreeKey, &Node),
    path: &[&str],
) {
    let of = &path[..path.len() - 1];
    let subject = match of {
        [] => "the source".to_owned(),
        ["plans", plan] => format!("plan {plan}"),
        ["plans", plan, rest @ ..] => format!("`{}` of {plan}", rest.join(".")),
        path => format!("`{}`", path.join(".")),
    };
    let message = match (node.text(), figures(table, node)) {
        (Some(text), _) => format!("{subject}: {text}"),
        (None, Some((held, other))) => {
            format!("{subject}: the source says {held} and {other}; the stricter holds")
        }
        (None, None) => format!("{subject}: the source contradicts itself"),
    };
    let plan = match of {
        ["plans", plan, ..] => Some((*plan).to_owned()),
        _ => None,
    };
    let severity = codes::severity("contradiction");
    let mut finding = Diagnostic::new(severity, "contradiction", message)
        .at(&key.place)
        .label("the source contradicts itself")
        .clause(clause(finder.root, of).as_deref())
        .key(of.join("."));
    finding.plan = plan;
    finder.found.push(finding);
}

/// The two figures of a target, each with its clause.
fn figures(table: &Table, node: &Node) -> Option<(String, String)> {
    let held = table.get("within")?.text()?.to_owned();
    let other = node.table()?;
    let figure = other.get("within")?.text()?;
    let clause = other.get("clause").and_then(Node::text);
    let clause = clause
        .map(|clause| format!(" ({clause})"))
        .unwrap_or_default();
    Some((held, format!("{figure}{clause}")))
}

/// The clause of a table of the file: outward in the plan, then in the file.
fn clause(root: &Table, path: &[&str]) -> Option<String> {
    match path {
        ["plans", plan, rest @ ..] => {
            let plan = root.table("plans").and_then(|plans| plans.table(plan))?;
            clause_at(&[plan, root], rest)
        }
        path => clause_at(&[root], path),
    }
}
