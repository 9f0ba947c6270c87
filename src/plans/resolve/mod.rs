//! A plan in its file → its terms: every key filled from the plan, the file or the default, with
//! the clause that is nearest to it.
//!
//! The file has been judged key by key before; what is found here is what shows only once plan and
//! file are laid over each other.

mod commerce;
mod hours;
mod milestones;
mod targets;
mod words;

pub(super) use targets::counts_days;
pub(super) use words::text;

use std::collections::BTreeMap;

use super::diagnostic::Diagnostic;
use super::document::{Layer, Node, Table};
use super::merge::{Merged, clause_at, note_at};
use super::names::definitions;
use crate::core::terms::{Agreed, CalendarTerms, Named, Seats, Source, Terms};

/// Works out the terms of one plan.
pub(super) struct Resolver<'a> {
    merged: &'a Merged,
    file: &'a Table,
    written: &'a Table,
    plan: &'a str,
    /// The zone of the contract, where the plan leaves it open.
    contract_zone: Option<&'a str>,
    calendars: BTreeMap<String, CalendarTerms>,
    found: Vec<Diagnostic>,
}

/// The terms as far as they could be worked out, and what is wrong with them.
pub(super) fn resolve(
    merged: &Merged,
    file: &Table,
    plan: &str,
    contract_zone: Option<&str>,
) -> (Terms, Vec<Diagnostic>) {
    static NOTHING: Table = Table(Vec::new());
    let written = file.table("plans").and_then(|plans| plans.table(plan));
    let mut resolver = Resolver {
        merged,
        file,
        written: written.unwrap_or(&NOTHING),
        plan,
        contract_zone,
        calendars: BTreeMap::new(),
        found: Vec::new(),
    };
    let terms = resolver.terms();
    (terms, resolver.found)
}

impl Resolver<'_> {
    fn terms(&mut self) -> Terms {
        let hours = self.hours_of("hours");
        let business_days = match self.plan("business-days") {
            Some(_) => self.hours_of("business-days"),
            None => hours.clone(),
        };
        let mut terms = Terms {
            vendor: self.file_text("vendor"),
            vendor_title: self.title_or(self.file, "vendor"),
            plan: self.plan.to_owned(),
            title: self
                .written
                .get("title")
                .and_then(Node::text)
                .unwrap_or(self.plan)
                .to_owned(),
            published: self
                .file
                .get("source")
                .and_then(Node::text)
                .map(str::to_owned),
            source: self.own_source(),
            hours,
            business_days,
            calendars: BTreeMap::new(),
            zone: self.zone(),
            holidays: self.holidays(),
            contacts: self.contacts(),
            sources: self.sources(),
            must_name: self.must_name(),
            lines: self.plan("lines").map(Node::texts).unwrap_or_default(),
            price: self.price(),
            term: self.term(),
            priorities: self.priorities(),
            milestones: Vec::new(),
            changes: self.changes(),
            channels_open: self.is_open("channels"),
            channels: self.channels(),
            topics_open: self.is_open("topics"),
            topics: self.topics(),
            services: self.services(),
            exclusions: self.included_words("exclusions"),
            qualifications: self.qualifications(),
            environments: self.plain_words("environments"),
            components: self.plain_words("components"),
            impacts: self.plain_words("impacts"),
            urgencies: self.plain_words("urgencies"),
            matrix: self.matrix(),
            allowances: self.allowances(),
        };
        terms.milestones = self.milestones(&terms);
        terms.calendars = std::mem::take(&mut self.calendars);
        terms
    }

    /// A key of the plan, or of the file for every plan.
    fn plan(&self, key: &str) -> Option<&Node> {
        self.merged.plan.get(key)
    }

    /// The definitions of a table, in the order in which they are written.
    fn defined(&self, table: &str) -> Vec<(String, Node)> {
        let table = self.merged.definitions.table(table);
        let words = table.into_iter().flat_map(definitions);
        words
            .map(|(name, node)| (name.to_owned(), node.clone()))
            .collect()
    }

    fn file_text(&self, key: &str) -> String {
        self.file
            .get(key)
            .and_then(Node::text)
            .unwrap_or_default()
            .to_owned()
    }

    fn title_or(&self, table: &Table, other: &str) -> String {
        let title = table.get("title").or_else(|| table.get(other));
        title.and_then(Node::text).unwrap_or_default().to_owned()
    }

    /// The source of a value at a path of the plan.
    fn source(&self, path: &[&str], node: &Node) -> Source {
        let roots: &[&Table] = match node.layer {
            Layer::File => &[self.file],
            Layer::Plan => &[self.written, self.file],
            Layer::Signing => &[],
        };
        let own = |key: &str| node.table()?.get(key)?.text().map(str::to_owned);
        Source {
            clause: clause_at(roots, path),
            note: own("note").or_else(|| note_at(roots, path)),
            conflict: own("conflicts-with"),
        }
    }

    /// The clause, note and contradiction of the plan as a whole.
    fn own_source(&self) -> Source {
        let text = |key: &str| {
            let node = self.written.get(key).or_else(|| self.file.get(key));
            node.and_then(Node::text).map(str::to_owned)
        };
        Source {
            clause: text("clause"),
            note: text("note"),
            conflict: text("conflicts-with"),
        }
    }

    /// Where the keys are said that are no tables of their own in the terms.
    fn sources(&self) -> BTreeMap<String, Source> {
        const KEYS: &[&str] = &[
            "hours",
            "zone",
            "holidays",
            "business-days",
            "contacts",
            "tickets-must-name",
            "lines",
            "channels",
            "topics",
            "services",
            "exclusions",
            "priority-changes",
        ];
        let said = KEYS.iter().filter_map(|key| {
            let node = self
                .plan(key)
                .or_else(|| self.merged.definitions.get(key))?;
            Some(((*key).to_owned(), self.source(&[key], node)))
        });
        said.filter(|(_, source)| *source != Source::default())
            .collect()
    }

    fn is_open(&self, key: &str) -> bool {
        self.plan(key).is_some_and(|node| {
            node.text() == Some("open") || node.table().is_some_and(|t| t.has("one-of"))
        })
    }

    fn contacts(&self) -> Agreed<Seats> {
        let Some(node) = self.plan("contacts") else {
            return Agreed::Is(Seats::Unlimited);
        };
        agreed(node, |node| match (&node.value, node.text()) {
            (super::document::Value::Whole(Some(number)), _) => {
                u32::try_from(*number).ok().map(Seats::AtMost)
            }
            (_, Some("unlimited")) => Some(Seats::Unlimited),
            _ => None,
        })
    }

    fn must_name(&self) -> Vec<Named> {
        let texts = self
            .plan("tickets-must-name")
            .map(Node::texts)
            .unwrap_or_default();
        let named = texts.iter().filter_map(|text| word::<Named>(text));
        named.collect()
    }

    fn error(&mut self, code: &'static str, node: &Node, message: String, label: &str) {
        let finding = Diagnostic::error(code, &node.place, message).label(label);
        self.found.push(finding.of_plan(self.plan));
    }
}

/// A value that may be left to the signing.
fn agreed<T>(node: &Node, read: impl Fn(&Node) -> Option<T>) -> Agreed<T> {
    if let Some(choices) = node.table().and_then(|table| table.get("one-of")) {
        let list = choices.list().unwrap_or_default();
        return Agreed::OneOf(list.iter().filter_map(read).collect());
    }
    read(node).map_or(Agreed::Open, Agreed::Is)
}

/// A word of a closed list: the terms know the same words as the file.
fn word<T: serde::de::DeserializeOwned>(text: &str) -> Option<T> {
    serde_json::from_value(serde_json::Value::String(text.to_owned())).ok()
}
