//! What changes from one set of terms to another, in words.

mod wording;

use crate::plans::document::Document;
use crate::plans::names::definitions;
use crate::plans::term_lines::{TermLine, lines};

/// One thing that two sets of terms say differently.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Difference {
    /// Where a plan file says it.
    pub path: String,
    /// As a plan file would write it; none: nothing of the kind.
    pub old: Option<String>,
    /// The same of the new terms.
    pub new: Option<String>,
    /// For people: `response p1: 1 h -> 30 min`.
    pub says: String,
    /// Where the new terms say it.
    pub clause: Option<String>,
}

/// What the new terms say differently, in the order of a plan.
pub fn diff(old: &Document, new: &Document) -> Vec<Difference> {
    let said_of = |document: &Document| {
        let lines = lines(document).into_iter();
        lines
            .filter(|line| !is_note(&line.path))
            .collect::<Vec<_>>()
    };
    said((old, &said_of(old)), (new, &said_of(new)))
}

/// The same, and the words around it that differ. Empty when the two are the same to the last
/// letter, as their hashes are.
pub fn diff_to_the_letter(old: &Document, new: &Document) -> Vec<Difference> {
    let (before, after) = (lines(old), lines(new));
    let mut found = said((old, &before), (new, &after));
    found.extend(wording::differences((old, &before), (new, &after)));
    if found.is_empty() && old.terms() != new.terms() {
        found.push(wording::elsewhere());
    }
    found
}

fn said(
    (old, before): (&Document, &[TermLine]),
    (new, after): (&Document, &[TermLine]),
) -> Vec<Difference> {
    let at = |lines: &[TermLine], path: &str| lines.iter().find(|line| line.path == path).cloned();
    let mut paths: Vec<String> = after.iter().map(|line| line.path.clone()).collect();
    for line in before {
        if !paths.contains(&line.path) {
            paths.push(line.path.clone());
        }
    }
    let pairs = paths.iter().map(|path| (at(before, path), at(after, path)));
    let mut found: Vec<Difference> = pairs
        .filter(|(old, new)| {
            old.as_ref().map(|line| &line.value) != new.as_ref().map(|line| &line.value)
        })
        .filter_map(|(old, new)| difference(old.as_ref(), new.as_ref()))
        .collect();
    found.extend(order(old, new));
    found
}

/// Notes decide nothing: they are no change of what is agreed.
fn is_note(path: &str) -> bool {
    path == "note" || path.ends_with(".note")
}

/// Which priority is the more urgent decides what raising and lowering are.
fn order(old: &Document, new: &Document) -> Option<Difference> {
    let ranked = |document: &Document| {
        let priorities = document.root().table("priorities");
        let ids = priorities.into_iter().flat_map(definitions);
        ids.map(|(id, _)| id).collect::<Vec<_>>().join(", ")
    };
    let (before, after) = (ranked(old), ranked(new));
    (before != after).then(|| Difference {
        path: "priorities".to_owned(),
        says: format!("priorities, the most urgent first: {before} -> {after}"),
        old: Some(before),
        new: Some(after),
        clause: None,
    })
}

fn difference(old: Option<&TermLine>, new: Option<&TermLine>) -> Option<Difference> {
    let path = &new.or(old)?.path;
    let words =
        |line: Option<&TermLine>| line.map_or("nothing".to_owned(), |line| line.words.clone());
    Some(Difference {
        path: path.clone(),
        old: old.map(|line| line.value.clone()),
        new: new.map(|line| line.value.clone()),
        says: format!("{}: {} -> {}", subject(path), words(old), words(new)),
        clause: new.and_then(|line| line.source.clause.clone()),
    })
}

/// The path as one says it: `targets.response.p1` is the response p1.
fn subject(path: &str) -> String {
    let parts: Vec<&str> = path.split('.').collect();
    match parts.as_slice() {
        ["targets", rest @ ..] if rest != ["note"] => rest.join(" "),
        [table, rest @ ..] if !rest.is_empty() => {
            let one = match *table {
                "priorities" => "priority",
                "priority-changes" => "priority change",
                table => table.strip_suffix('s').unwrap_or(table),
            };
            format!("{one} {}", rest.join(" "))
        }
        _ => path.to_owned(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::plans::{Document, PlanFile, SystemNames};

    const FILE: &str = r#"schema = 1
vendor = "acme"
[priorities]
high = "High"
low = { title = "Low", note = "seldom" }
[milestones.response]
met-by = ["replied"]
clause = "A-1"
[channels]
email = "E-mail"
[exclusions]
misuse = "(a) misuse"
[plans.small]
hours = "mon-fri 09:00-17:00"
targets.response = { high = "4h", low = "8h" }
price = { amount = "open", currency = "EUR" }
"#;

    fn document(text: &str) -> Document {
        let reading = PlanFile::read("acme.toml", text.as_bytes(), &SystemNames::default());
        let file = reading
            .file
            .unwrap_or_else(|| panic!("{:?}", reading.found));
        file.document("small").expect("it has the plan")
    }

    #[test]
    fn whatever_changes_the_hash_is_said() {
        let published = document(FILE);
        assert_eq!(diff_to_the_letter(&published, &published), []);
        for (old, new, says) in [
            (
                "high = \"High\"\nlow = { title = \"Low\", note = \"seldom\" }",
                "low = { title = \"Low\", note = \"seldom\" }\nhigh = \"High\"",
                "priorities, the most urgent first: high, low -> low, high",
            ),
            (
                "(a) misuse",
                "(a) any misuse",
                "exclusion misuse title: No target: (a) misuse -> No target: (a) any misuse",
            ),
            (
                "EUR",
                "USD",
                "price: not published: in EUR -> not published: in USD",
            ),
            ("E-mail", "Mail", "channel email title: E-mail -> Mail"),
            ("seldom", "never", "priority low note: seldom -> never"),
            ("A-1", "A-2", "milestone response clause: A-1 -> A-2"),
            (
                "[priorities]",
                "title = \"Acme\"\n[priorities]",
                "vendor title: acme -> Acme",
            ),
            (
                "[plans.small]",
                "[plans.small]\nconflicts-with = \"two pages\"",
                "plan conflicts-with: nothing -> two pages",
            ),
        ] {
            assert!(FILE.contains(old), "{old}");
            let edited = document(&FILE.replacen(old, new, 1));
            assert_ne!(published.hash(), edited.hash(), "{new}");
            let found: Vec<String> = diff_to_the_letter(&published, &edited)
                .into_iter()
                .map(|d| d.says)
                .collect();
            assert!(found.iter().any(|said| said == says), "{new}: {found:?}");
        }
    }
}
