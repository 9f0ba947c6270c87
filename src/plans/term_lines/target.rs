//! What is promised for one milestone, priority by priority.

use super::line::{TermLine, TermWords, capital};
use super::value::{said, span_in_words};
use crate::core::terms::Source;
use crate::core::time::Span;
use crate::plans::names::definitions;
use crate::plans::resolve::counts_days;
use crate::plans::schema::TARGET;
use crate::plans::section::Section;
use crate::plans::tree::{Node, Table};
use crate::plans::visit::VisitedKey;

/// A line for each priority; where the plan has none, it says so.
pub(super) fn lines(root: &Table, milestone: &str, at: &VisitedKey<'_, '_>) -> Vec<TermLine> {
    let title = at.node.table().and_then(|table| table.get("title")?.text());
    let title = capital(title.unwrap_or(milestone));
    let targets = root.at(&["targets", milestone]).and_then(Node::table);
    let priorities = root.table("priorities").into_iter().flat_map(definitions);
    let lines = priorities.map(|(id, priority)| {
        let called = priority
            .table()
            .and_then(|table| table.get("title")?.text());
        let called = called.filter(|title| title.eq_ignore_ascii_case(id));
        let target = targets.and_then(|targets| targets.get(id));
        let (value, words) = promise(root, target.and_then(Node::table));
        TermLine {
            section: Section::Targets,
            path: format!("targets.{milestone}.{id}"),
            item: format!("{title}, {}", called.unwrap_or(id)),
            value,
            words,
            source: target.map(source).unwrap_or_default(),
        }
    });
    lines.collect()
}

fn promise(root: &Table, target: Option<&Table>) -> TermWords {
    let within = target.and_then(|target| target.get("within"));
    let spec = TARGET.key("within");
    let (Some(target), Some(within), Some(spec)) = (target, within, spec) else {
        let words = "not promised: the plan is silent";
        return ("missing".to_owned(), words.to_owned());
    };
    let (mut value, mut words) = said(within, spec, &spec.shape);
    let span = within.text().and_then(|text| text.parse::<Span>().ok());
    let own = target.get("hours").map(hours_in_words);
    if let (Some(span), Some(own)) = (span, own)
        && usual_hours(root, span) != Some(own.clone())
    {
        value.push_str(&format!(", hours {own}"));
        words.push_str(&format!(", counted in {own}"));
    }
    if target.flag("negotiable") {
        value.push_str(", negotiable");
        words.push_str(", negotiable for each ticket");
    }
    (value, words)
}

/// The hours in which a span counts that names none.
fn usual_hours(root: &Table, span: Span) -> Option<String> {
    let days = root.get("business-days").filter(|_| counts_days(span));
    days.or_else(|| root.get("hours")).map(hours_in_words)
}

fn hours_in_words(hours: &Node) -> String {
    match hours.text() {
        Some(text) => text.to_owned(),
        None => hours.texts().join("; "),
    }
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
