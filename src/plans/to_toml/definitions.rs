//! The words of the terms, as the tables that define them.

use super::text::{Entries, quoted};
use super::{agreed, list};
use crate::core::calendar::{Hours, Week};
use crate::core::model::Side;
use crate::core::terms::{
    CalendarTerms, ChangeTo, Channel, PriorityChange, Qualification, Service, Source, Terms, Topic,
    Word,
};
use crate::plans::scalar::is_id;

/// What the plan includes of each table: the key, whether that is all of it, and the list.
pub(super) fn included(terms: &Terms) -> Vec<(&'static str, bool, String)> {
    // the word, whether the plan includes it, and whether it would without a list
    type Words = Vec<(String, bool, bool)>;
    let channels: Words = terms
        .channels
        .iter()
        .map(|w| (w.id.clone(), w.included, true))
        .collect();
    let topics: Words = terms
        .topics
        .iter()
        .map(|w| (w.id.clone(), w.included, !w.excluded))
        .collect();
    let services: Words = terms
        .services
        .iter()
        .map(|w| (w.id.clone(), w.included, true))
        .collect();
    let exclusions: Words = terms
        .exclusions
        .iter()
        .map(|w| (w.id.clone(), w.included, true))
        .collect();
    let changes: Words = terms
        .changes
        .iter()
        .map(|w| (w.id.clone(), w.included, true))
        .collect();
    [
        ("channels", channels, terms.channels_open),
        ("topics", topics, terms.topics_open),
        ("services", services, false),
        ("exclusions", exclusions, false),
        ("priority-changes", changes, false),
    ]
    .into_iter()
    .filter(|(_, words, open)| *open || !words.is_empty())
    .map(|(key, words, open)| {
        let usual = words.iter().all(|(_, included, usual)| included == usual);
        let ids: Vec<String> = words
            .iter()
            .filter(|(_, included, _)| *included)
            .map(|(id, _, _)| id.clone())
            .collect();
        match (open, usual) {
            (true, true) => (key, false, quoted("open")),
            (true, false) => (key, false, format!("{{ one-of = {} }}", list(&ids))),
            (false, usual) => (key, usual, list(&ids)),
        }
    })
    .collect()
}

/// All tables that define words.
pub(super) fn tables(terms: &Terms) -> Vec<String> {
    let listed = included(terms);
    let tables = [
        ("calendars", calendars(terms)),
        ("priorities", priorities(terms)),
        ("channels", terms.channels.iter().map(channel).collect()),
        ("topics", terms.topics.iter().map(topic).collect()),
        ("services", terms.services.iter().map(service).collect()),
        ("exclusions", words(&terms.exclusions)),
        (
            "priority-changes",
            terms.changes.iter().map(change).collect(),
        ),
        (
            "qualifications",
            terms.qualifications.iter().map(qualification).collect(),
        ),
        ("environments", words(&terms.environments)),
        ("components", words(&terms.components)),
        ("impacts", words(&terms.impacts)),
        ("urgencies", words(&terms.urgencies)),
        ("priority-matrix", matrix(terms)),
    ];
    let mut lines = Vec::new();
    for (name, words) in tables.into_iter().filter(|(_, words)| !words.is_empty()) {
        lines.push(format!("[{name}]"));
        let left_out = listed.iter().any(|(key, usual, _)| *key == name && *usual);
        lines.extend(clause_of_list(terms, name).filter(|_| left_out));
        lines.extend(
            words
                .into_iter()
                .map(|(id, entry)| format!("{id} = {entry}")),
        );
    }
    lines
}

/// A list that the plan leaves out takes the clause of the table that it stands for.
fn clause_of_list(terms: &Terms, name: &str) -> Option<String> {
    let of_plan = terms.source.clause.as_deref()?;
    let clause = terms.sources.get(name)?.clause.as_deref()?;
    (clause != of_plan).then(|| format!("clause = {}", quoted(clause)))
}

fn channel(channel: &Channel) -> (String, String) {
    let entry = entry(&channel.title, &channel.source, |entries| {
        entries.flag("self-service", channel.self_service);
    });
    (channel.id.clone(), entry)
}

fn topic(topic: &Topic) -> (String, String) {
    let entry = entry(&topic.title, &topic.source, |entries| {
        entries.text("only-for", topic.only_for.as_deref());
        entries.flag("excluded", topic.excluded);
    });
    (topic.id.clone(), entry)
}

fn service(service: &Service) -> (String, String) {
    let entry = entry(&service.title, &service.source, |entries| {
        entries.text("named-by", service.named_by.map(side));
    });
    (service.id.clone(), entry)
}

fn qualification(qualification: &Qualification) -> (String, String) {
    let entry = entry(&qualification.title, &qualification.source, |entries| {
        if let Some(most) = qualification.at_most {
            entries.raw("at-most", &most.to_string());
        }
    });
    (qualification.id.clone(), entry)
}

fn entry(title: &str, source: &Source, more: impl FnOnce(&mut Entries)) -> String {
    let mut entries = Entries::default();
    entries.text("title", Some(title));
    more(&mut entries);
    entries.source(source);
    entries.inline()
}

fn matrix(terms: &Terms) -> Vec<(String, String)> {
    let rows = terms.impacts.iter().map(|impact| {
        let mut entries = Entries::default();
        for cell in terms.matrix.iter().filter(|cell| cell.impact == impact.id) {
            entries.text(&cell.urgency, Some(&cell.priority));
        }
        (impact.id.clone(), entries.inline())
    });
    rows.collect()
}

fn words(words: &[Word]) -> Vec<(String, String)> {
    let entries = words
        .iter()
        .map(|word| (word.id.clone(), entry(&word.title, &word.source, |_| ())));
    entries.collect()
}

fn side(side: Side) -> &'static str {
    match side {
        Side::Desk => "desk",
        Side::Customer => "customer",
    }
}

fn priorities(terms: &Terms) -> Vec<(String, String)> {
    let entries = terms.priorities.iter().map(|priority| {
        let entry = entry(&priority.title, &priority.source, |entries| {
            entries.text("means", priority.means.as_deref());
            entries.texts("aliases", &priority.aliases);
            entries.texts("recommended", &priority.recommended);
            entries.texts("never-for", &priority.never_for);
        });
        (priority.id.clone(), entry)
    });
    entries.collect()
}

fn change(change: &PriorityChange) -> (String, String) {
    let entry = entry(&change.title, &change.source, |entries| {
        entries.text("by", Some(side(change.by)));
        entries.texts("from", &change.from);
        match &change.to {
            ChangeTo::Any => entries.text("to", Some("any")),
            ChangeTo::Lower => entries.text("to", Some("lower")),
            ChangeTo::Higher => entries.text("to", Some("higher")),
            ChangeTo::These(to) => entries.texts("to", to),
        }
        entries.texts("meets", &change.meets);
        entries.flag("corrects", change.corrects);
    });
    (change.id.clone(), entry)
}

/// The calendars that have names; the others are their hours in words.
fn calendars(terms: &Terms) -> Vec<(String, String)> {
    let unnamed = ["hours", "business-days", "around-the-clock"];
    let named = terms.calendars.iter().filter(|(key, _)| {
        is_id(key) && !unnamed.contains(&key.as_str()) && key.parse::<Week>().is_err()
    });
    named
        .map(|(key, calendar)| (key.clone(), calendar_entry(terms, key, calendar)))
        .collect()
}

fn calendar_entry(terms: &Terms, key: &str, calendar: &CalendarTerms) -> String {
    let mut entries = Entries::default();
    if !calendar.choices.is_empty() {
        entries.texts("one-of", &calendar.choices);
        entries.source(&calendar.source);
        return entries.inline();
    }
    entries.text(
        "title",
        Some(&calendar.title)
            .filter(|title| *title != key)
            .map(String::as_str),
    );
    entries.raw(
        "week",
        &agreed(&calendar.week, |week| quoted(&week.to_string()), None),
    );
    if calendar.zone != terms.zone {
        entries.raw("zone", &agreed(&calendar.zone, |zone| quoted(zone), None));
    }
    if calendar.holidays != terms.holidays {
        entries.raw(
            "holidays",
            &agreed(&calendar.holidays, |sets| list(sets), None),
        );
    }
    if !calendar.days.is_empty() {
        let mut days = Entries::default();
        for (day, hours) in &calendar.days {
            let hours = match hours.as_slice() {
                [] => "closed".to_owned(),
                hours => Hours(hours.to_vec()).to_string(),
            };
            days.text(&day.to_string(), Some(&hours));
        }
        entries.raw("days", &days.inline());
    }
    entries.source(&calendar.source);
    entries.inline()
}
