//! What changes from one set of terms to another.

mod wording;

use crate::core::text::Language;
use crate::plans::document::Document;
use crate::plans::names::definitions;
use crate::plans::term_lines::{TermLine, TermWords, lines, lines_in};

/// One thing that two sets of terms say differently.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Difference {
    /// Where a plan file says it.
    pub path: String,
    /// What kind of thing differs.
    pub of: DifferenceKind,
    /// What it is, where a line of terms says it: `Response, high`.
    pub item: Option<TermWords>,
    /// What is said of it; none: nothing of the kind.
    pub old: Option<TermWords>,
    /// The same of the new terms.
    pub new: Option<TermWords>,
    /// Where the new terms say it.
    pub clause: Option<String>,
}

/// What kind of thing differs.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum DifferenceKind {
    /// What is said at a path.
    Term,
    /// Which priority is the more urgent.
    OrderOfPriorities,
    /// Only what is shown nowhere.
    Elsewhere,
}

/// What the new terms say differently, in the order of a plan.
pub fn diff(old: &Document, new: &Document) -> Vec<Difference> {
    diff_in(old, new, Language::English)
}

/// The same, with the plans' titles in that language where they have them.
pub fn diff_in(old: &Document, new: &Document, language: Language) -> Vec<Difference> {
    let said_of = |document: &Document| {
        let lines = lines_in(document, language).into_iter();
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
        of: DifferenceKind::OrderOfPriorities,
        item: None,
        old: Some(TermWords::Text(before)),
        new: Some(TermWords::Text(after)),
        clause: None,
    })
}

fn difference(old: Option<&TermLine>, new: Option<&TermLine>) -> Option<Difference> {
    let line = new.or(old)?;
    Some(Difference {
        path: line.path.clone(),
        of: DifferenceKind::Term,
        item: Some(line.item.clone()),
        old: old.map(|line| line.said.clone()),
        new: new.map(|line| line.said.clone()),
        clause: new.and_then(|line| line.source.clause.clone()),
    })
}
