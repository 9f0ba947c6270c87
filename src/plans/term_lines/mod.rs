//! What terms say, line by line, with the path of each line in a plan file: `plan show`,
//! `plan compare` and `plan diff` are made of these. How a key is called and what it adds to its
//! line stands in the schema; here is what follows from several keys together.

mod hours;
mod line;
mod phrase;
mod price;
mod target;
mod term_words;
mod value;

pub use line::TermLine;
pub use term_words::{TermMessage, TermNoun, TermWords, Together};
pub use value::span_in_words;
pub(super) use value::value;

use super::document::Document;
use super::resolve::resolve;
use super::section::Section;
use super::shape::ValueShape;
use super::tree::{Node, Table, TreeValue};
use super::visit::{VisitedKey, visit};
use crate::core::terms::{Source, Terms};
use crate::core::text::Language;
use line::line;
use value::said;

/// All that terms say, section by section.
///
/// ```
/// use sladesk::plans::{Catalogue, SystemNames, lines};
/// let found = Catalogue::built_in(SystemNames::default()).find("creatio/basic")?;
/// let said = lines(&found.document());
/// let response = said.iter().find(|line| line.path == "targets.response.high");
/// assert_eq!(response.map(|line| line.value.as_str()), Some("4h"));
/// # Ok::<(), sladesk::plans::PlanError>(())
/// ```
pub fn lines(document: &Document) -> Vec<TermLine> {
    lines_in(document, Language::English)
}

/// The same, with the plan's titles in that language where it has them.
pub fn lines_in(document: &Document, language: Language) -> Vec<TermLine> {
    let root = &*document.root_in(language);
    let english = &*document.root_in(Language::English);
    let terms = resolve(root).0;
    let mut lines = hours::lines(root, &terms);
    visit(root, &mut |at| {
        lines.extend(of_place(at, (root, english), &terms));
        // of what has a line of its own it stands there
        if let ([_], ValueShape::Defines(..) | ValueShape::Of(..)) | (["targets", _], _) =
            (at.path, at.shape)
        {
            lines.extend(note(at.spec.page, at.path(), at.node));
        }
    });
    let facts = Some((Section::Facts, ""));
    for (key, path) in [("vendor", "vendor"), ("plan", "")] {
        lines.extend(
            root.get(key)
                .and_then(|node| note(facts, path.to_owned(), node)),
        );
    }
    // the lines of support come after what is given besides
    lines.sort_by_key(|line| (line.section, line.path == "lines"));
    lines
}

/// The lines of a place, if it has some of its own.
fn of_place(
    at: &VisitedKey<'_, '_>,
    (root, english): (&Table, &Table),
    terms: &Terms,
) -> Vec<TermLine> {
    match (at.path, at.shape) {
        (["hours" | "business-days" | "zone" | "holidays"], _) => Vec::new(),
        (["price"], _) => vec![line(at, untitled(), price::price(at))],
        (["term"], _) => vec![line(at, untitled(), price::term(at))],
        (["priority-matrix", impact], _) => {
            let item = TermWords::Text((*impact).to_owned());
            let mut line = line(at, item, matrix(at.node.table()));
            line.source = first(at.node.table());
            vec![line]
        }
        (["milestones", id], _) if terms.milestone(id).is_some() => {
            let mut lines = target::lines((root, english), id, at);
            lines.push(word(at, root));
            lines
        }
        (["reachable", channel], _) => {
            let title = root
                .at(&["channels", channel, "title"])
                .and_then(Node::text);
            let title = TermWords::Text(title.unwrap_or(channel).to_owned());
            vec![line(at, title, said(at.node, at.spec, &at.shape))]
        }
        (["facts", _], _) if is_taken_away(at.node) => Vec::new(),
        ([table, _], _) if has_words(table) => vec![word(at, root)],
        ([_], ValueShape::Defines(..) | ValueShape::Of(..)) => Vec::new(),
        ([_], _) if at.spec.page.is_some() => {
            let none = matches!(&at.node.value, TreeValue::List(list) if list.is_empty());
            match none {
                true => Vec::new(),
                false => vec![line(at, untitled(), said(at.node, at.spec, &at.shape))],
            }
        }
        _ => Vec::new(),
    }
}

/// What is noted of all that stands at a path.
fn note(page: Option<(Section, &str)>, path: String, node: &Node) -> Option<TermLine> {
    let (section, _) = page?;
    let said = node.source.note.clone()?;
    Some(TermLine::new(
        section,
        format!("{path}.note").trim_start_matches('.').to_owned(),
        TermWords::message("item-note", "Note"),
        TermWords::Text(said),
        Source {
            clause: node.source.clause.clone(),
            ..Source::default()
        },
    ))
}

/// Of what the page has its own name, and no word of the plan.
fn untitled() -> TermWords {
    TermWords::Text(String::new())
}

/// Whether each word of a table has a line. Calendars have one where their hours are in use, and
/// milestones where they have targets.
fn has_words(table: &str) -> bool {
    let spec = super::schema::TOP.key(table);
    let defines = spec.is_some_and(|spec| matches!(spec.shape, ValueShape::Defines(..)));
    defines && !["calendars", "milestones"].contains(&table)
}

/// A word with all that is said of it.
fn word(at: &VisitedKey<'_, '_>, root: &Table) -> TermLine {
    let id = at.path[1];
    let own = at.node.table().and_then(|table| table.get("title")?.text());
    let title = own.unwrap_or(id);
    let text = |text: &str| TermWords::Text(text.to_owned());
    let (said, open) = phrase::of_word(at);
    let (called, said) = match (at.path[0], title.eq_ignore_ascii_case(id)) {
        ("priorities", false) => (text(&format!("{id}: {title}")), or(said, title)),
        ("priorities", true) => (text(title), or(said, title)),
        ("milestones", _) => (TermWords::milestone(id, own), said),
        _ => (text(title), said),
    };
    let said = match (open, &said) {
        (false, _) => said,
        (true, TermWords::Word(_)) => TermWords::open(None),
        (true, _) => TermWords::open(Some(said)),
    };
    let mut line = line(at, called, said);
    // the clause of a plan's list says of a word what its definition does not
    let list = root.get(at.path[0]).map(|node| &node.source.clause);
    if at.node.table().is_some_and(|table| table.has("included")) {
        let clause = line.source.clause.take();
        line.source.clause = clause.or_else(|| list.cloned().flatten());
    }
    line
}

/// Whether a fact of the file is none of the plan.
fn is_taken_away(fact: &Node) -> bool {
    let text = fact.table().and_then(|fact| fact.get("text"));
    text.is_some_and(|text| text.text() == Some("none"))
}

fn or(said: TermWords, title: &str) -> TermWords {
    match said.is_empty() {
        true => TermWords::Text(title.to_owned()),
        false => said,
    }
}

/// What each urgency gives with an impact.
fn matrix(row: Option<&Table>) -> TermWords {
    let cells = row.into_iter().flat_map(super::names::definitions);
    let cells = cells.filter_map(|(urgency, node)| {
        let values = vec![
            ("urgency", TermWords::Text(urgency.to_owned())),
            ("is", TermWords::Text(node.text()?.to_owned())),
        ];
        Some(TermWords::with("matrix-cell", "{urgency} is {is}", values))
    });
    TermWords::Several(Together::List, cells.collect())
}

fn first(row: Option<&Table>) -> Source {
    let cell = row.into_iter().flat_map(super::names::definitions).next();
    cell.map(|(_, node)| node.source.clone())
        .unwrap_or_default()
}
