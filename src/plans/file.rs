//! A plan file that has been read and judged, and the terms of its plans.

use std::sync::Arc;

use super::diagnostic::{Diagnostic, Severity};
use super::document::{Document, english_of};
use super::expects::described;
use super::hint::Hint;
use super::names::{Almanac, Definitions};
use super::place::{Place, SourceText};
use super::schema::TOP;
use super::shape::Vocabulary;
use super::tree::{LARGEST, Node, Table, parse};
use super::validate::{MOST_FINDINGS, Validator};
use crate::core::terms::Terms;

/// A plan file: one vendor, its words and its plans.
#[derive(Clone, Debug)]
pub struct PlanFile {
    name: String,
    vendor: String,
    plans: Vec<String>,
    pub(super) root: Table,
}

/// What came of reading a file: all that was found in it, and the file when it can be used.
#[derive(Debug)]
pub struct ReadFile {
    /// The file, where it can be used.
    pub file: Option<PlanFile>,
    /// All that was found in it.
    pub found: Vec<Diagnostic>,
    /// The vendor that it names, if it comes so far.
    pub vendor: Option<String>,
}

impl PlanFile {
    /// Reads a file and judges all of it. `name` is what people call it.
    pub fn read(name: &str, bytes: &[u8], almanac: &dyn Almanac) -> ReadFile {
        let source = match text_of(name, bytes) {
            Ok(source) => source,
            Err(finding) => {
                return ReadFile {
                    file: None,
                    found: vec![*finding],
                    vendor: None,
                };
            }
        };
        let (root, mut found) = validated(&source, almanac);
        let vendor = root.get("vendor").and_then(Node::text).unwrap_or_default();
        let plans = Definitions::of(&root).all(Vocabulary::Plans).into_iter();
        let file = PlanFile {
            name: name.to_owned(),
            vendor: vendor.to_owned(),
            plans: plans.map(str::to_owned).collect(),
            root,
        };
        if !has_errors(&found) {
            found.extend(file.unresolved());
        }
        ReadFile {
            vendor: Some(file.vendor.clone()).filter(|vendor| !vendor.is_empty()),
            file: (!has_errors(&found)).then_some(file),
            found: in_order(found),
        }
    }

    /// What is wrong with its plans once they are laid over the file, each mistake once.
    fn unresolved(&self) -> Vec<Diagnostic> {
        let mut found: Vec<Diagnostic> = Vec::new();
        for plan in &self.plans {
            for finding in Document::of(&self.root, plan).resolved().1 {
                if !found.iter().any(|known| same_but_plan(known, &finding)) {
                    found.push(finding);
                }
            }
        }
        found
    }

    /// The name of the file, as people call it.
    pub fn name(&self) -> &str {
        &self.name
    }

    /// The vendor that it is about.
    pub fn vendor(&self) -> &str {
        &self.vendor
    }

    /// The vendor's title.
    pub fn title(&self) -> &str {
        english_of(&self.root, "title").unwrap_or(&self.vendor)
    }

    /// Its plans, in the order in which they are written.
    pub fn plans(&self) -> &[String] {
        &self.plans
    }

    /// A plan as published, with nothing agreed; none when the file has no such plan.
    pub fn document(&self, plan: &str) -> Option<Document> {
        let known = self.plans.iter().any(|name| name == plan);
        known.then(|| Document::of(&self.root, plan))
    }

    /// The terms of a plan as published.
    pub fn terms(&self, plan: &str) -> Option<Terms> {
        Some(self.document(plan)?.terms())
    }

    /// The terms of all its plans, as published.
    pub fn all_terms(&self) -> Vec<Terms> {
        let plans = self.plans.iter();
        plans.filter_map(|plan| self.terms(plan)).collect()
    }
}

fn same_but_plan(a: &Diagnostic, b: &Diagnostic) -> bool {
    a.code == b.code && a.place == b.place && a.message == b.message
}

/// Whether any of them keeps the file from being used.
pub fn has_errors(found: &[Diagnostic]) -> bool {
    found
        .iter()
        .any(|finding| finding.severity == Severity::Error)
}

/// The tree of a file and all that is wrong with it, key by key.
fn validated(source: &Arc<SourceText>, almanac: &dyn Almanac) -> (Table, Vec<Diagnostic>) {
    let (root, mut found) = parse(source);
    let mut validate = Validator::new(&root, almanac);
    validate.table(&root, &TOP);
    found.append(&mut validate.found);
    found.extend(missing_at_the_top(&root, source));
    found.extend(super::aliases::clashes(&root));
    found.extend(super::cycles::found(&root));
    found.extend(super::findings::bad_codes(&root));
    found.extend(super::plan_tests::read(&root).1);
    (root, found)
}

/// Findings by their places; of very many the first, and how many more there are.
pub(super) fn in_order(mut found: Vec<Diagnostic>) -> Vec<Diagnostic> {
    found.sort_by_key(|finding| finding.place.as_ref().map(|place| place.range().start));
    let more = found.len().saturating_sub(MOST_FINDINGS);
    found.truncate(MOST_FINDINGS);
    if let (1.., Some(last)) = (more, found.last_mut()) {
        last.hint = Some(Hint::MoreFindings(more));
    }
    found
}

fn text_of(name: &str, bytes: &[u8]) -> Result<Arc<SourceText>, Box<Diagnostic>> {
    if bytes.len() > LARGEST {
        let message = format!("`{name}` is larger than a plan file can be");
        let finding = Diagnostic::new(Severity::Error, "too-large", message);
        return Err(Box::new(
            finding.hint(format!("at most {} MiB are read", LARGEST >> 20)),
        ));
    }
    match std::str::from_utf8(bytes) {
        Ok(text) => Ok(Arc::new(SourceText::new(name, text))),
        Err(error) => {
            let at = error.valid_up_to();
            let source = Arc::new(SourceText::new(name, String::from_utf8_lossy(bytes)));
            let place = Place::new(&source, at..at + 1);
            let finding = Diagnostic::error("not-text", &place, "the file is no UTF-8 text");
            Err(Box::new(finding.label("these bytes are no character")))
        }
    }
}

fn missing_at_the_top(root: &Table, source: &Arc<SourceText>) -> Vec<Diagnostic> {
    let place = Place::new(source, 0..0);
    let empty = |name: &str| {
        root.table(name)
            .is_some_and(|t| super::names::definitions(t).next().is_none())
    };
    let required = TOP.all().filter(|key| key.required);
    required
        .filter(|key| !root.has(key.name) || empty(key.name))
        .map(|key| {
            let message = format!("the file has no `{}`", key.name);
            Diagnostic::error("missing-key", &place, message).expected(described(&key.shape))
        })
        .collect()
}
