//! The words around what terms say: titles, clauses, notes, and how the source contradicts itself.
//! They decide nothing, save that an exclusion is nothing but its title.

use super::{Difference, DifferenceKind};
use crate::core::terms::Source;
use crate::core::text::Language;
use crate::plans::document::Document;
use crate::plans::term_lines::{TermLine, TermWords};
use crate::plans::tree::Node;

/// Some words and the key that they stand at.
type WordsAndKey = (String, Option<String>);

/// Words that differ around what both terms say. Two plans of a vendor have names, clauses and
/// notes of their own, so of these only the titles of what they share are compared.
pub(super) fn differences(
    (old, before): (&Document, &[TermLine]),
    (new, after): (&Document, &[TermLine]),
) -> Vec<Difference> {
    let same_plan = said(old, "plan") == said(new, "plan");
    let mut found = Vec::new();
    if same_plan {
        found.extend(changed(of_the_plan(old), of_the_plan(new)));
    }
    for line in after {
        let Some(other) = before.iter().find(|other| other.path == line.path) else {
            continue;
        };
        found.extend(changed(vec![title(other)], vec![title(line)]));
        if same_plan && other.value == line.value {
            found.extend(changed(
                of_source(&line.path, &other.source),
                of_source(&line.path, &line.source),
            ));
        }
    }
    found
}

/// What is said when terms differ in nothing that is shown of them.
pub(super) fn elsewhere() -> Difference {
    Difference {
        path: "plan".to_owned(),
        of: DifferenceKind::Elsewhere,
        item: None,
        old: None,
        new: None,
        clause: None,
    }
}

/// Each of the same keys with what it says before and after.
fn changed(before: Vec<WordsAndKey>, after: Vec<WordsAndKey>) -> impl Iterator<Item = Difference> {
    let pairs = before.into_iter().zip(after);
    let differing = pairs.filter(|((_, old), (_, new))| old != new);
    differing.map(|((path, old), (_, new))| Difference {
        path,
        of: DifferenceKind::Term,
        item: None,
        old: old.map(TermWords::Text),
        new: new.map(TermWords::Text),
        clause: None,
    })
}

fn of_the_plan(document: &Document) -> Vec<WordsAndKey> {
    let mut words = vec![
        ("vendor title".to_owned(), said(document, "vendor-title")),
        ("title".to_owned(), said(document, "title")),
        ("source".to_owned(), said(document, "source")),
    ];
    if let Some(plan) = document.root().get("plan") {
        // its note is a line of its own
        let source = Source {
            note: None,
            ..plan.source.clone()
        };
        words.extend(of_source("plan", &source));
    }
    words
}

fn said(document: &Document, key: &str) -> Option<String> {
    let root = document.root_in(Language::English);
    root.get(key).and_then(Node::text).map(str::to_owned)
}

/// A target is called by its milestone, whose own line has the title.
fn title(line: &TermLine) -> WordsAndKey {
    let own = !line.path.starts_with("targets.");
    (
        format!("{}.title", line.path),
        own.then(|| line.item.written()),
    )
}

fn of_source(path: &str, source: &Source) -> Vec<WordsAndKey> {
    vec![
        (format!("{path}.clause"), source.clause.clone()),
        (format!("{path}.note"), source.note.clone()),
        (format!("{path}.conflicts-with"), source.conflict.clone()),
    ]
}
