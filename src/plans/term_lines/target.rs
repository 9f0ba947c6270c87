//! What is promised for one milestone, priority by priority.

use super::line::TermLine;
use super::term_words::{TermNoun, TermWords, Together};
use super::value::{hours_of, said, span_in_words};
use crate::core::terms::Source;
use crate::core::time::Span;
use crate::plans::names::definitions;
use crate::plans::schema::TARGET;
use crate::plans::section::Section;
use crate::plans::shape::Vocabulary;
use crate::plans::tree::{Node, Table, TreeValue};
use crate::plans::validate::WHEN;
use crate::plans::visit::VisitedKey;

/// A line for each priority; where the plan has none, it says so.
/// A priority is called by its id, by its title where that is the id spelt out; `english` says
/// whether it is, in whichever language the titles are.
pub(super) fn lines(
    (root, english): (&Table, &Table),
    milestone: &str,
    at: &VisitedKey<'_, '_>,
) -> Vec<TermLine> {
    let title = at.node.table().and_then(|table| table.get("title")?.text());
    let by_priority = |around: &[&str], kind: Option<&str>| {
        let targets = root.at(around).and_then(Node::table);
        let priorities = root.table("priorities").into_iter().flat_map(definitions);
        let had = priorities.filter(|(_, priority)| is_included(priority));
        let lines = had.map(|(id, priority)| {
            let title_in = |node: &Node| Some(node.table()?.get("title")?.text()?.to_owned());
            let plain = english.at(&["priorities", id]).and_then(title_in);
            let spelt_out = plain.is_some_and(|title| title.eq_ignore_ascii_case(id));
            let called = title_in(priority).filter(|_| spelt_out);
            let target = targets.and_then(|targets| targets.get(id));
            let of_kind = kind.map(|kind| TermWords::Text(kind.to_owned()));
            let mut item = vec![
                TermWords::milestone(milestone, title),
                match called {
                    Some(title) => TermWords::Text(title),
                    None => TermWords::named(TermNoun::Priority, id),
                },
            ];
            item.extend(of_kind);
            // of a priority of which it says nothing a kind leaves it to the others
            (kind.is_none() || target.is_some()).then(|| {
                TermLine::new(
                    Section::Targets,
                    format!("{}.{id}", around.join(".")),
                    TermWords::Several(Together::List, item),
                    promise(root, target.and_then(Node::table)),
                    target.map(source).unwrap_or_default(),
                )
            })
        });
        lines.flatten().collect::<Vec<_>>()
    };
    let mut lines = by_priority(&["targets", milestone], None);
    let when = root.at(&["targets", milestone, WHEN]).and_then(Node::table);
    // in the order in which they are looked through
    let tables = Vocabulary::KindWords.tables().iter();
    let kinds = tables.flat_map(|table| root.table(table).into_iter().flat_map(definitions));
    let mut told: Vec<&str> = Vec::new();
    for (kind, _) in kinds {
        if when.is_none_or(|when| !when.has(kind)) || told.contains(&kind) {
            continue;
        }
        told.push(kind);
        let around = ["targets", milestone, WHEN, kind];
        let of_kind = by_priority(&around, Some(&kind_title(root, kind)));
        let had = |line: &TermLine| {
            let priority = line.path.rsplit('.').next().unwrap_or_default();
            has_priority(root, kind, priority)
        };
        lines.extend(of_kind.into_iter().filter(had));
    }
    lines
}

/// Whether the plan has a priority that its file knows.
fn is_included(priority: &Node) -> bool {
    let included = priority
        .table()
        .and_then(|priority| priority.get("included"));
    included.is_none_or(|included| !matches!(included.value, TreeValue::Flag(false)))
}

/// Whether tickets of a kind can have a priority.
fn has_priority(root: &Table, kind: &str, priority: &str) -> bool {
    let Some(asked) = root.at(&["kinds", kind, "priority"]) else {
        return true;
    };
    match asked.table() {
        Some(table) => {
            let lacking = table.get("all-but").map(Node::texts).unwrap_or_default();
            !lacking.iter().any(|word| word == priority)
        }
        None => {
            let words = asked
                .text()
                .map_or_else(|| asked.texts(), |word| vec![word.to_owned()]);
            words.iter().any(|word| word == priority)
        }
    }
}

/// What people read for a kind, or for a word that is one by itself.
fn kind_title(root: &Table, kind: &str) -> String {
    let mut tables = Vocabulary::KindWords.tables().iter();
    let node = tables.find_map(|table| root.at(&[table, kind]));
    let title = node.and_then(|node| node.table()?.get("title")?.text());
    title.unwrap_or(kind).to_owned()
}

fn promise(root: &Table, target: Option<&Table>) -> TermWords {
    let within = target.and_then(|target| target.get("within"));
    let spec = TARGET.key("within");
    let (Some(target), Some(within), Some(spec)) = (target, within, spec) else {
        let words = TermWords::message("target-unsaid", "not promised: the plan is silent");
        return TermWords::instead_of("missing", words);
    };
    let span = within.text().and_then(|text| text.parse::<Span>().ok());
    let counted = said(within, spec, &spec.shape);
    let mut parts = vec![match target.get("says").and_then(Node::text) {
        Some(says) => as_published(says, counted, span),
        None => counted,
    }];
    let own = target.get("hours").map(hours_of);
    if let (Some(span), Some(own)) = (span, own)
        && usual_hours(root, span) != Some(own.clone())
    {
        parts.push(TermWords::instead_of(
            format!("hours {}", own.written()),
            TermWords::of("target-counted-in", "counted in {is}", own),
        ));
    }
    if let Some(cut_off) = target.get("cut-off").and_then(Node::text) {
        parts.push(TermWords::of(
            "target-cut-off",
            "after {is} from the next opening",
            TermWords::Text(cut_off.to_owned()),
        ));
    }
    let commitment = TARGET.key("commitment");
    if let Some((node, spec)) = target.get("commitment").zip(commitment) {
        parts.push(said(node, spec, &spec.shape));
    }
    if target.flag("negotiable") {
        parts.push(TermWords::instead_of(
            "negotiable",
            TermWords::message("target-negotiable", "negotiable for each ticket"),
        ));
    }
    match parts.len() {
        1 => parts.remove(0),
        _ => TermWords::Several(Together::List, parts),
    }
}

/// A target as its source says it, with what is counted.
fn as_published(says: &str, is: TermWords, span: Option<Span>) -> TermWords {
    let (code, written) = match span {
        Some(_) => ("target-says-counted", "{says}, counted as {is}"),
        None => ("target-says", "{says}: {is}"),
    };
    let says = TermWords::Text(says.to_owned());
    TermWords::with(code, written, vec![("says", says), ("is", is)])
}

/// The hours in which a span counts that names none.
fn usual_hours(root: &Table, span: Span) -> Option<TermWords> {
    let days = root
        .get("business-days")
        .filter(|_| span.counts_business_days());
    days.or_else(|| root.get("hours")).map(hours_of)
}

/// Where the source says it, and another figure that it has.
fn source(target: &Node) -> Source {
    let mut source = target.source.clone();
    let other = target
        .table()
        .and_then(|target| target.table("conflicts-with"));
    let within = other.and_then(|other| other.get("within"));
    let figure = within.and_then(|within| {
        let span = within.text()?.parse().ok()?;
        let clause = within.source.clause.as_ref();
        let clause = clause.map_or_else(String::new, |clause| format!(" ({clause})"));
        Some(format!(
            "the source also says {}{clause}",
            span_in_words(span)
        ))
    });
    source.conflict = source.conflict.or(figure);
    source
}
