//! A document → its terms: a function of the tree and of nothing else.
//!
//! The file has been judged key by key before; what is found here is what shows only once plan and
//! file are laid over each other.

mod commerce;
mod hours;
mod kinds;
mod milestones;
mod read;
mod targets;
mod words;

use std::collections::BTreeMap;

use super::diagnostic::Diagnostic;
use super::names::definitions;
use super::tree::{Node, Table, TreeValue};
use crate::core::terms::{
    Agreed, CalendarTerms, ReopenWithin, RequiredField, Seats, Source, Terms,
};
pub(crate) use hours::AROUND_THE_CLOCK;
use read::{agreed, text, whole, words};

/// Works out the terms of one document.
struct Resolver<'a> {
    root: &'a Table,
    calendars: BTreeMap<String, CalendarTerms>,
    found: Vec<Diagnostic>,
}

/// The terms as far as they could be worked out, and what is wrong with them.
pub(super) fn resolve(root: &Table) -> (Terms, Vec<Diagnostic>) {
    let mut resolver = Resolver {
        root,
        calendars: BTreeMap::new(),
        found: Vec::new(),
    };
    let terms = resolver.terms();
    (terms, resolver.found)
}

impl<'a> Resolver<'a> {
    fn terms(&mut self) -> Terms {
        let hours = self.hours_of("hours");
        let business_days = match self.root.has("business-days") {
            true => self.hours_of("business-days"),
            false => hours.clone(),
        };
        let mut terms = Terms {
            vendor: self.said("vendor"),
            vendor_title: self.said("vendor-title"),
            plan: self.said("plan"),
            title: self.said("title"),
            published: text(self.root, "source"),
            source: self
                .root
                .get("plan")
                .map(|node| node.source.clone())
                .unwrap_or_default(),
            hours,
            business_days,
            calendars: BTreeMap::new(),
            zone: self.zone(),
            holidays: self.holidays(),
            contacts: self.contacts(),
            sources: self.sources(),
            must_name: words::<RequiredField>(self.root, "tickets-must-name"),
            lines: self.root.get("lines").map(Node::texts).unwrap_or_default(),
            price: self.price(),
            term: self.term(),
            priorities: self.priorities(),
            kinds: Vec::new(),
            milestones: Vec::new(),
            acts: self.acts(),
            reopen_within: self.reopen_within(),
            changes: self.changes(),
            channels_open: self.is_open("channels"),
            channels: self.channels(),
            topics_open: self.is_open("topics"),
            topics: self.topics(),
            services: self.services(),
            exclusions: self.plain_words("exclusions"),
            qualifications: self.qualifications(),
            environments: self.plain_words("environments"),
            components_open: self.is_open("components"),
            components: self.plain_words("components"),
            versions: self.versions(),
            languages: self.languages(),
            impacts: self.plain_words("impacts"),
            urgencies: self.plain_words("urgencies"),
            matrix: self.matrix(),
            allowances: self.allowances(),
            rank: whole(self.root, "rank"),
        };
        self.reachable(&mut terms.channels);
        terms.kinds = self.kinds();
        terms.milestones = self.milestones(&terms);
        terms.calendars = std::mem::take(&mut self.calendars);
        terms
    }

    /// The definitions of a table, in the order in which they are written.
    fn defined(&self, table: &str) -> Vec<(&'a str, &'a Node)> {
        let table = self.root.table(table);
        table.into_iter().flat_map(definitions).collect()
    }

    fn reopen_within(&self) -> ReopenWithin {
        match text(self.root, "reopen-within").as_deref() {
            Some("none") => ReopenWithin::Never,
            Some("always") => ReopenWithin::Always,
            Some(days) => days
                .parse()
                .map_or_else(|_| ReopenWithin::default(), ReopenWithin::Within),
            None => ReopenWithin::default(),
        }
    }

    fn said(&self, key: &str) -> String {
        text(self.root, key).unwrap_or_default()
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
            "reopen-within",
            "lines",
            "channels",
            "languages",
            "topics",
            "services",
            "exclusions",
            "priority-changes",
        ];
        // of these a plan seldom says which it has; what they define says the rest
        let seldom = ["priorities", "components"].into_iter();
        let listed = seldom.filter(|key| {
            let words = self.defined(key).into_iter();
            let mut words = words.filter_map(|(_, node)| node.table());
            words.any(|word| word.has("included"))
        });
        let said = KEYS.iter().copied().chain(listed).filter_map(|key| {
            let node = self.root.get(key)?;
            Some((key.to_owned(), node.source.clone()))
        });
        said.filter(|(_, source)| *source != Source::default())
            .collect()
    }

    /// Whether which words of a table are included is still to be agreed.
    fn is_open(&self, key: &str) -> bool {
        let words = self.defined(key).into_iter();
        let mut included = words.filter_map(|(_, node)| node.table()?.get("included"));
        included.any(|included| included.text() == Some("open"))
    }

    fn contacts(&self) -> Agreed<Seats> {
        let Some(node) = self.root.get("contacts") else {
            return Agreed::Is(Seats::Unlimited);
        };
        agreed(node, |node| match (&node.value, node.text()) {
            (TreeValue::Whole(Some(number)), _) => u32::try_from(*number).ok().map(Seats::AtMost),
            (_, Some("unlimited")) => Some(Seats::Unlimited),
            _ => None,
        })
    }

    fn languages(&self) -> Option<Agreed<Vec<String>>> {
        let node = self.root.get("languages")?;
        Some(agreed(node, |node| node.list().map(|_| node.texts())))
    }

    fn error(&mut self, code: &'static str, node: &Node, message: String, label: &str) {
        let finding = Diagnostic::error(code, &node.place, message).label(label);
        self.found.push(finding.of_plan(self.said("plan").as_str()));
    }
}
