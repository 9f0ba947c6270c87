//! Terms written out as a plan file: the way back. What a contract agreed can so be read like any
//! plan, compared with one, and amended by the same paths.

mod definitions;
mod promises;
mod text;

use std::sync::Arc;

use super::diagnostic::Severity;
use super::error::PlanError;
use super::file::PlanFile;
use super::names::Almanac;
use super::signing::{Agreement, Signed};
use crate::core::terms::{Agreed, Named, Seats, Source, Terms};
use text::{Entries, quoted};

/// A plan file that says these terms and nothing else.
pub fn written(terms: &Terms) -> String {
    let mut file = vec![
        "schema = 1".to_owned(),
        format!("vendor = {}", quoted(&terms.vendor)),
        format!("title = {}", quoted(&terms.vendor_title)),
    ];
    file.extend(
        terms
            .published
            .as_ref()
            .map(|source| format!("source = {}", quoted(source))),
    );
    let mut split = Split::of(terms);
    for (key, value) in keys(terms) {
        split.put(key, value);
    }
    for (key, all_included, ids) in definitions::included(terms) {
        split.choose(key, all_included, &ids);
    }
    file.extend(split.file);
    if !split.clauses.is_empty() {
        file.push("[clause]".to_owned());
        file.extend(split.clauses);
    }
    let notes = notes(terms);
    if !notes.is_empty() {
        file.push("[note]".to_owned());
        file.extend(notes);
    }
    file.extend(definitions::tables(terms));
    file.extend(promises::milestones(terms));
    file.push(format!("[plans.{}]", terms.plan));
    file.push(format!("title = {}", quoted(&terms.title)));
    file.extend(split.plan);
    file.extend(promises::targets(terms));
    file.extend(promises::allowances(terms));
    file.push(String::new());
    file.join("\n")
}

/// Terms with more agreed: what was signed, amended by the paths of a plan file.
///
/// # Errors
/// An unknown path, value or region; each says what would be right.
pub fn amend(
    terms: &Terms,
    agreement: &Agreement,
    almanac: &dyn Almanac,
) -> Result<Signed, PlanError> {
    let reading = PlanFile::read(&terms.name(), written(terms).as_bytes(), almanac);
    match reading.file.map(Arc::new) {
        Some(file) => file.sign(&terms.plan, agreement, almanac),
        None => Err(PlanError::Bad {
            name: terms.name(),
            found: reading
                .found
                .into_iter()
                .filter(|finding| finding.severity == Severity::Error)
                .collect(),
        }),
    }
}

/// Which keys stand in the file and which in the plan: a plan with a clause of its own lends it to
/// all that it says, so what has another clause stands in the file.
struct Split<'t> {
    terms: &'t Terms,
    file: Vec<String>,
    plan: Vec<String>,
    clauses: Vec<String>,
}

impl<'t> Split<'t> {
    fn of(terms: &'t Terms) -> Split<'t> {
        let mut plan = Vec::new();
        plan.extend(
            terms
                .source
                .clause
                .as_ref()
                .map(|text| format!("clause = {}", quoted(text))),
        );
        plan.extend(
            terms
                .source
                .note
                .as_ref()
                .map(|text| format!("note = {}", quoted(text))),
        );
        let conflict = terms.source.conflict.as_ref();
        plan.extend(conflict.map(|text| format!("conflicts-with = {}", quoted(text))));
        Split {
            terms,
            file: Vec::new(),
            plan,
            clauses: Vec::new(),
        }
    }

    fn clause(&self, key: &str) -> Option<&'t str> {
        let source = match key {
            "price" => self.terms.price.as_ref().map(|price| &price.source),
            key => self.terms.sources.get(key),
        };
        source.and_then(|source| source.clause.as_deref())
    }

    fn put(&mut self, key: &str, value: String) {
        let line = format!("{key} = {value}");
        let clause = self.clause(key);
        if self.terms.source.clause.is_some() && clause == self.terms.source.clause.as_deref() {
            self.plan.push(line);
            return;
        }
        self.clauses
            .extend(clause.map(|clause| format!("{key} = {}", quoted(clause))));
        self.file.push(line);
    }

    /// The words that the plan includes. A list can stand in the plan alone, and is left out when
    /// it says nothing.
    fn choose(&mut self, key: &str, all_included: bool, value: &str) {
        let clause = self.clause(key);
        let of_plan = self.terms.source.clause.as_deref();
        if !all_included || (clause.is_some() && clause == of_plan) {
            self.plan.push(format!("{key} = {value}"));
        }
        if of_plan.is_none() {
            self.clauses
                .extend(clause.map(|clause| format!("{key} = {}", quoted(clause))));
        }
    }
}

/// The keys that are single values, with what stands at them.
fn keys(terms: &Terms) -> Vec<(&'static str, String)> {
    let mut keys = Vec::new();
    keys.extend(terms.hours.as_ref().map(|key| ("hours", hours(terms, key))));
    if terms.business_days != terms.hours {
        let days = terms.business_days.as_ref();
        keys.extend(days.map(|key| ("business-days", hours(terms, key))));
    }
    keys.extend(agreed_keys(terms));
    if !terms.must_name.is_empty() {
        let words: Vec<String> = terms
            .must_name
            .iter()
            .map(|named| named_word(*named))
            .collect();
        keys.push(("tickets-must-name", list(&words)));
    }
    if !terms.lines.is_empty() {
        keys.push(("lines", list(&terms.lines)));
    }
    keys.extend(
        terms
            .price
            .as_ref()
            .map(|price| ("price", promises::price(price))),
    );
    keys.extend(
        terms
            .term
            .as_ref()
            .map(|term| ("term", promises::term(term))),
    );
    keys
}

/// Zone, holidays and contacts, where they say something.
fn agreed_keys(terms: &Terms) -> Vec<(&'static str, String)> {
    let source = |key: &str| terms.sources.get(key);
    let mut keys = Vec::new();
    if terms.zone != Agreed::Open || source("zone").is_some() {
        keys.push((
            "zone",
            agreed(&terms.zone, |zone| quoted(zone), source("zone")),
        ));
    }
    if terms.holidays != Agreed::Is(Vec::new()) || source("holidays").is_some() {
        let said = agreed(&terms.holidays, |sets| list(sets), source("holidays"));
        keys.push(("holidays", said));
    }
    if terms.contacts != Agreed::Is(Seats::Unlimited) || source("contacts").is_some() {
        let say = |seats: &Seats| match seats {
            Seats::Unlimited => quoted("unlimited"),
            Seats::AtMost(most) => most.to_string(),
        };
        keys.push(("contacts", agreed(&terms.contacts, say, source("contacts"))));
    }
    keys
}

/// The notes of keys that are single values, save those that stand inside of them.
fn notes(terms: &Terms) -> Vec<String> {
    let inside = |key: &str| match key {
        "zone" => matches!(terms.zone, Agreed::OneOf(_)),
        "holidays" => matches!(terms.holidays, Agreed::OneOf(_)),
        "contacts" => matches!(terms.contacts, Agreed::OneOf(_)),
        _ => false,
    };
    let noted = terms.sources.iter().filter(|(key, _)| !inside(key));
    noted
        .filter_map(|(key, source)| {
            let note = source.note.as_ref()?;
            Some(format!("{key} = {}", quoted(note)))
        })
        .collect()
}

fn named_word(named: Named) -> String {
    match named {
        Named::Version => "version",
        Named::Environment => "environment",
        Named::Component => "component",
        Named::Topic => "topic",
    }
    .to_owned()
}

/// The hours that a calendar's key stands for.
fn hours(terms: &Terms, key: &str) -> String {
    match terms.calendars.get(key) {
        Some(calendar) if ["hours", "business-days"].contains(&key) => {
            match calendar.choices.is_empty() {
                true => quoted("open"),
                false => format!("{{ one-of = {} }}", list(&calendar.choices)),
            }
        }
        _ => quoted(key),
    }
}

/// A value, or a word that it is agreed at signing.
fn agreed<T>(value: &Agreed<T>, say: impl Fn(&T) -> String, source: Option<&Source>) -> String {
    match value {
        Agreed::Is(value) => say(value),
        Agreed::Open => quoted("open"),
        Agreed::OneOf(values) => {
            let values: Vec<String> = values.iter().map(say).collect();
            let mut entries = Entries::default();
            entries.raw("one-of", &format!("[{}]", values.join(", ")));
            if let Some(source) = source {
                entries.text("note", source.note.as_deref());
                entries.text("conflicts-with", source.conflict.as_deref());
            }
            entries.inline()
        }
    }
}

fn list(words: &[String]) -> String {
    let words: Vec<String> = words.iter().map(|word| quoted(word)).collect();
    format!("[{}]", words.join(", "))
}
