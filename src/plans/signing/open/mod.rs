//! What the terms leave open, and which of it a signing must settle: it asks only for what the
//! contract makes use of.

mod amounts;
mod hours;
mod people;

use super::super::path_value::PathValue;
use crate::core::terms::Terms;

/// A term that the plan leaves to the contract.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct OpenTerm {
    /// What `--set` calls it.
    pub path: String,
    /// What it is, for people: `how many contacts`.
    pub what: String,
    /// What it can be, where the plan lists it.
    pub choices: Vec<String>,
    /// Whether a signing must settle it, or leave it open knowingly.
    pub needed: bool,
    /// Why it is needed, or is not.
    pub why: String,
    pub clause: Option<String>,
    example: &'static str,
}

impl OpenTerm {
    /// The flag that settles it: `--set contacts=5`.
    pub fn flag(&self) -> String {
        let (path, example) = (&self.path, self.example());
        match example.contains(' ') {
            true => format!("--set \"{path}={example}\""),
            false => format!("--set {path}={example}"),
        }
    }

    /// How it could be settled, as an agreement says it: `contacts=5`.
    pub(super) fn settled(&self) -> PathValue {
        PathValue::replacing(&self.path, self.example())
    }

    fn example(&self) -> &str {
        self.choices.first().map_or(self.example, String::as_str)
    }

    /// The flag that leaves it open knowingly.
    pub fn flag_open(&self) -> String {
        format!("--set {}=open", self.path)
    }
}

/// All that the terms leave open, targets that are open at every priority as one.
pub fn open_terms(terms: &Terms) -> Vec<OpenTerm> {
    grouped(terms, each_open_term(terms))
}

/// The same with a term for each priority.
pub(super) fn each_open_term(terms: &Terms) -> Vec<OpenTerm> {
    let mut open = people::open(terms);
    open.extend(people::open_targets(terms));
    open.extend(hours::open(terms));
    open.extend(amounts::open_allowances(terms));
    open.extend(amounts::open_price(terms));
    open.extend(amounts::open_term_length(terms));
    open
}

/// Puts the priorities of a milestone together where all of them are open alike.
pub(super) fn grouped(terms: &Terms, open: Vec<OpenTerm>) -> Vec<OpenTerm> {
    let mut grouped: Vec<OpenTerm> = Vec::new();
    for term in &open {
        let milestone = term
            .path
            .strip_prefix("targets.")
            .and_then(|rest| rest.split_once('.'));
        let Some((milestone, _)) = milestone else {
            grouped.push(term.clone());
            continue;
        };
        let whole = format!("targets.{milestone}");
        let of_it: Vec<&OpenTerm> = open
            .iter()
            .filter(|t| t.path.starts_with(&format!("{whole}.")))
            .collect();
        let alike = of_it.iter().all(|t| t.choices == term.choices);
        if of_it.len() < terms.priorities.len() || !alike {
            grouped.push(term.clone());
        } else if !grouped.iter().any(|t| t.path == whole) {
            let title = terms
                .milestone(milestone)
                .map_or(milestone, |m| m.title.as_str());
            grouped.push(OpenTerm {
                path: whole,
                what: format!("how long {} may take", title.to_lowercase()),
                ..term.clone()
            });
        }
    }
    grouped
}

fn clause(terms: &Terms, key: &str) -> Option<String> {
    terms
        .sources
        .get(key)
        .and_then(|source| source.clause.clone())
}
