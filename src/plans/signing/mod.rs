//! What is agreed with a customer, laid over a plan: `--set PATH=VALUE`, the contract's zone and
//! region.

mod open;
mod path;
mod put;
mod set;
mod value;

pub use open::{OpenTerm, open_terms};

use super::document::{Layer, Node, Value};
use super::error::PlanError;
use super::file::PlanFile;
use super::merge::Merged;
use super::names::{Almanac, definitions};
use super::place::Place;
use super::resolve::resolve;
use crate::core::terms::Terms;
use crate::core::text::nearest;

/// What is agreed with a customer beside the plan.
#[derive(Clone, Debug, Default)]
pub struct Agreement {
    /// `PATH=VALUE`, with the paths of the plan file; `PATH+=VALUE` and `PATH-=VALUE` add to a list
    /// and take from it.
    pub set: Vec<String>,
    /// The zone of the contract, where the plan leaves it open or lists it.
    pub zone: Option<String>,
    /// Which calendar holds, where the plan has one for each region.
    pub region: Option<String>,
}

/// The terms of a contract, and what was knowingly left open in them.
#[derive(Clone, Debug, PartialEq)]
pub struct Signed {
    pub terms: Terms,
    /// The paths that were set to `open`.
    pub left_open: Vec<String>,
}

impl Signed {
    /// What is open in the terms, needed or not.
    pub fn open(&self) -> Vec<OpenTerm> {
        open_terms(&self.terms)
    }

    /// What must still be agreed before it can be signed.
    pub fn unanswered(&self) -> Vec<OpenTerm> {
        let knowingly = |term: &OpenTerm| {
            self.left_open.iter().any(|path| {
                let inside = term.path.strip_prefix(path.as_str());
                inside.is_some_and(|rest| rest.is_empty() || rest.starts_with('.'))
            })
        };
        let open = open::each_open_term(&self.terms).into_iter();
        open::grouped(
            &self.terms,
            open.filter(|term| term.needed && !knowingly(term))
                .collect(),
        )
    }
}

impl PlanFile {
    /// The terms of a plan with what is agreed laid over it.
    ///
    /// # Errors
    /// An unknown plan, path, value or region; each says what would be right.
    pub fn sign(
        &self,
        plan: &str,
        agreement: &Agreement,
        almanac: &dyn Almanac,
    ) -> Result<Signed, PlanError> {
        if !self.plans().iter().any(|name| name == plan) {
            return Err(self.no_plan(plan));
        }
        let mut merged = self.merged(plan);
        if let Some(region) = &agreement.region {
            choose_region(&mut merged, region)?;
        }
        let mut left_open = Vec::new();
        for text in &agreement.set {
            let done = set::apply(&mut merged, text, almanac)?;
            left_open.retain(|path| *path != done.path);
            if done.left_open {
                left_open.push(done.path);
            }
        }
        let zone = agreement.zone.as_deref();
        let (terms, found) = resolve(&merged, &self.root, plan, zone);
        match found
            .into_iter()
            .find(|f| f.severity == super::Severity::Error)
        {
            None => Ok(Signed { terms, left_open }),
            Some(finding) => Err(PlanError::Term {
                path: String::new(),
                message: finding.message,
                expected: None,
                hint: finding
                    .hint
                    .or(Some(finding.label))
                    .filter(|hint| !hint.is_empty()),
            }),
        }
    }

    /// What must still be agreed before a plan can be signed so, and what the signing will ask for
    /// once that is: hours matter as soon as a target counts in them.
    ///
    /// # Errors
    /// As [`PlanFile::sign`].
    pub fn unanswered(
        &self,
        plan: &str,
        agreement: &Agreement,
        almanac: &dyn Almanac,
    ) -> Result<Vec<OpenTerm>, PlanError> {
        let mut agreement = agreement.clone();
        let mut all: Vec<OpenTerm> = Vec::new();
        let mut more = self.sign(plan, &agreement, almanac)?.unanswered();
        while !more.is_empty() {
            agreement.set.extend(more.iter().map(OpenTerm::settled));
            all.extend(more);
            let then = self.sign(plan, &agreement, almanac);
            more = then.map_or_else(|_| Vec::new(), |signed| signed.unanswered());
            more.retain(|term| !all.iter().any(|known| known.path == term.path));
        }
        Ok(all)
    }

    fn no_plan(&self, plan: &str) -> PlanError {
        let known = self.plans();
        let near = nearest(plan, known.iter().map(String::as_str));
        PlanError::Unknown {
            what: "plan",
            typed: format!("{}/{plan}", self.vendor()),
            nearest: near.map(|near| format!("{}/{near}", self.vendor())),
            known: known
                .iter()
                .map(|name| format!("{}/{name}", self.vendor()))
                .collect(),
        }
    }
}

/// Settles every calendar that leaves the choice to the region.
fn choose_region(merged: &mut Merged, region: &str) -> Result<(), PlanError> {
    let mut known: Vec<String> = Vec::new();
    let mut chosen = false;
    for (key, node) in &mut merged.definitions.0 {
        let Value::Table(calendars) = &mut node.value else {
            continue;
        };
        if key.name != "calendars" {
            continue;
        }
        for (_, calendar) in &mut calendars.0 {
            let choices = choices_of(calendar);
            if choices.iter().any(|choice| choice == region) {
                settle_calendar(calendar, region);
                chosen = true;
            }
            known.extend(choices);
        }
    }
    match chosen {
        true => Ok(()),
        false => Err(PlanError::Unknown {
            what: "region",
            typed: region.to_owned(),
            nearest: nearest(region, known.iter().map(String::as_str)).map(str::to_owned),
            known,
        }),
    }
}

fn choices_of(node: &Node) -> Vec<String> {
    let choices = node.table().and_then(|table| table.get("one-of"));
    choices.map(Node::texts).unwrap_or_default()
}

/// Leaves one choice to a calendar that is one of several.
fn settle_calendar(calendar: &mut Node, choice: &str) {
    if let Value::Table(table) = &mut calendar.value {
        for (key, node) in &mut table.0 {
            if key.name == "one-of" {
                let layer = node.layer;
                let only = text_node(choice, &node.place, layer);
                node.value = Value::List(vec![only]);
            }
        }
    }
}

fn text_node(text: &str, place: &Place, layer: Layer) -> Node {
    Node {
        value: Value::Text(text.to_owned()),
        place: place.clone(),
        layer,
    }
}

/// The ids of the priorities, the most urgent first.
fn priorities(merged: &Merged) -> Vec<String> {
    let table = merged.definitions.table("priorities");
    let names = table.into_iter().flat_map(definitions);
    names.map(|(name, _)| name.to_owned()).collect()
}
