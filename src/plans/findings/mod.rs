//! What is legal in a plan file but odd: each finding with its place, and a code by which the file
//! can accept it.

mod accepted;
mod codes;
mod contradictions;
mod kinds;
mod matrix;
mod pace;
mod reach;
mod unused;

pub(super) use accepted::bad_codes;
pub use codes::CODES;

use std::sync::Arc;

use super::diagnostic::Diagnostic;
use super::file::{PlanFile, has_errors, in_order};
use super::names::Almanac;
use super::place::Place;
use super::tree::{Node, Table};
use crate::core::terms::Terms;

/// All that there is to say of a file: what is wrong with it, else what is odd about it.
pub fn check(name: &str, bytes: &[u8], almanac: &dyn Almanac) -> Vec<Diagnostic> {
    let reading = PlanFile::read(name, bytes, almanac);
    let mut found = reading.found;
    if let (Some(file), false) = (reading.file, has_errors(&found)) {
        found.extend(odd(&file));
        found.extend(super::plan_tests::that_cannot_run(&file, almanac));
        found = accepted::without(&file.root, found);
    }
    in_order(found)
}

/// What is odd about a file that can be used.
fn odd(file: &PlanFile) -> Vec<Diagnostic> {
    let mut finder = FindingContext {
        root: &file.root,
        plans: file.all_terms().into(),
        found: Vec::new(),
    };
    contradictions::find(&mut finder);
    pace::find(&mut finder);
    matrix::find(&mut finder);
    reach::find(&mut finder);
    unused::find(&mut finder);
    kinds::find(&mut finder);
    finder.found
}

/// A file and the terms of its plans, and what was found in them.
struct FindingContext<'f> {
    root: &'f Table,
    plans: Arc<[Terms]>,
    found: Vec<Diagnostic>,
}

impl FindingContext<'_> {
    /// Keeps a finding about a key of the file.
    fn find(&mut self, code: &'static str, path: &[&str], message: String, label: &str) {
        self.found
            .push(self.about(code, path, message).label(label));
    }

    /// A finding about a key of the file, not yet kept.
    fn about(&self, code: &'static str, path: &[&str], message: String) -> Diagnostic {
        let mut finding = Diagnostic::new(codes::severity(code), code, message);
        finding.place = self.place(path);
        finding.key(path.join("."))
    }

    /// The key of a term: in the plan when the plan says it, else in the file.
    fn key_of<'k>(&self, plan: &'k str, path: &[&'k str]) -> Vec<&'k str> {
        let in_plan: Vec<&str> = ["plans", plan].iter().chain(path).copied().collect();
        let of_plan = self.depth(&in_plan).saturating_sub(2);
        let of_file = self.depth(path);
        match of_plan == 0 && of_file > 0 {
            true => path[..of_file].to_vec(),
            false => in_plan[..of_plan + 2].to_vec(),
        }
    }

    /// How many parts of a path the file has.
    fn depth(&self, path: &[&str]) -> usize {
        let mut table = Some(self.root);
        let steps = path.iter().take_while(|name| {
            let node = table.and_then(|table| table.get(name));
            table = node.and_then(Node::table);
            node.is_some()
        });
        steps.count()
    }

    /// Where a key stands, or the nearest table around it.
    fn place(&self, path: &[&str]) -> Option<Place> {
        let mut place = None;
        let mut table = Some(self.root);
        for name in path {
            let Some((key, node)) = table.and_then(|table| table.entry(name)) else {
                break;
            };
            place = Some(key.place.clone());
            table = node.table();
        }
        place
    }
}
