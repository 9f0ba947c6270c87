//! Plans side by side, as a vendor's page shows them.

use super::document::Document;
use super::section::Section;
use super::term_lines::{TermLine, TermWords, lines_in};
use crate::core::text::Language;

/// One thing that plans say, with one value a plan.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ComparedTerm {
    /// The part of the page that it stands in.
    pub section: Section,
    /// Where a plan file says it.
    pub path: String,
    /// What it is.
    pub item: TermWords,
    /// In the order of the plans; none where a plan has nothing of the kind.
    pub values: Vec<Option<TermWords>>,
    /// Where the source says it, each clause once.
    pub clause: Option<String>,
    /// Whether the plans say different things.
    pub differs: bool,
}

/// Plans side by side, with their titles in that language: a row for each thing that one of them
/// says.
pub fn compare(plans: &[Document], language: Language) -> Vec<ComparedTerm> {
    let all = plans.iter().map(|plan| lines_in(plan, language));
    let all: Vec<Vec<TermLine>> = all.collect();
    let mut order: Vec<&TermLine> = Vec::new();
    for said in &all {
        let mut after = 0;
        for line in said {
            match order.iter().position(|known| known.path == line.path) {
                Some(at) => after = at + 1,
                None => {
                    order.insert(after, line);
                    after += 1;
                }
            }
        }
    }
    order.sort_by_key(|line| line.section);
    order.into_iter().map(|line| row(line, &all)).collect()
}

fn row(line: &TermLine, all: &[Vec<TermLine>]) -> ComparedTerm {
    let said: Vec<Option<&TermLine>> = all
        .iter()
        .map(|lines| lines.iter().find(|other| other.path == line.path))
        .collect();
    let values: Vec<Option<TermWords>> = said
        .iter()
        .map(|line| line.map(|line| line.said.clone()))
        .collect();
    let mut clauses: Vec<&str> = Vec::new();
    let all = said
        .iter()
        .flatten()
        .filter_map(|line| line.source.clause.as_deref());
    for clause in all.flat_map(|clauses| clauses.split(", ")) {
        if !clauses.contains(&clause) {
            clauses.push(clause);
        }
    }
    ComparedTerm {
        section: line.section,
        path: line.path.clone(),
        item: line.item.clone(),
        differs: values.windows(2).any(|pair| pair[0] != pair[1]),
        values,
        clause: (!clauses.is_empty()).then(|| clauses.join(", ")),
    }
}
