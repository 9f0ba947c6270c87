//! The words of the terms, as the tables that define them.

use super::text::{Entries, quoted};
use super::{agreed, list};
use crate::core::calendar::{Hours, Week};
use crate::core::model::Side;
use crate::core::terms::{CalendarTerms, ChangeTo, PriorityChange, Source, Terms, Word};
use crate::plans::scalar::is_id;

/// What the plan includes of each table: the key, whether that is all of it, and the list.
pub(super) fn included(terms: &Terms) -> Vec<(&'static str, bool, String)> {
    let channels: Vec<(String, bool, bool)> = terms
        .channels
        .iter()
        .map(|w| (w.id.clone(), w.included, true))
        .collect();
    let topics: Vec<(String, bool, bool)> = terms
        .topics
        .iter()
        .map(|w| (w.id.clone(), w.included, !w.excluded))
        .collect();
    let services = terms
        .services
        .iter()
        .map(|w| (w.id.clone(), w.included, true))
        .collect::<Vec<_>>();
    let exclusions = terms
        .exclusions
        .iter()
        .map(|w| (w.id.clone(), w.included, true))
        .collect::<Vec<_>>();
    let changes = terms
        .changes
        .iter()
        .map(|w| (w.id.clone(), w.included, true))
        .collect::<Vec<_>>();
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
    let mut lines = Vec::new();
    let listed = included(terms);
    let mut table = |name: &str, words: Vec<(String, String)>| {
        if words.is_empty() {
            return;
        }
        lines.push(format!("[{name}]"));
        // a list that the plan leaves out takes the clause of the table that it stands for
        let clause = terms
            .sources
            .get(name)
            .and_then(|source| source.clause.as_deref());
        let of_plan = terms.source.clause.as_deref();
        let left_out = listed.iter().any(|(key, usual, _)| *key == name && *usual);
        if left_out && of_plan.is_some() && clause != of_plan {
            lines.extend(clause.map(|clause| format!("clause = {}", quoted(clause))));
        }
        lines.extend(
            words
                .into_iter()
                .map(|(id, entry)| format!("{id} = {entry}")),
        );
    };
    table("calendars", calendars(terms));
    table("priorities", priorities(terms));
    table(
        "channels",
        terms
            .channels
            .iter()
            .map(|c| {
                (
                    c.id.clone(),
                    entry(&c.title, &c.source, |e| {
                        e.flag("self-service", c.self_service)
                    }),
                )
            })
            .collect(),
    );
    table(
        "topics",
        terms
            .topics
            .iter()
            .map(|t| {
                let entry = entry(&t.title, &t.source, |e| {
                    e.text("only-for", t.only_for.as_deref());
                    e.flag("excluded", t.excluded);
                });
                (t.id.clone(), entry)
            })
            .collect(),
    );
    table(
        "services",
        terms
            .services
            .iter()
            .map(|s| {
                let named_by = s.named_by.map(side);
                (
                    s.id.clone(),
                    entry(&s.title, &s.source, |e| e.text("named-by", named_by)),
                )
            })
            .collect(),
    );
    table("exclusions", words(&terms.exclusions));
    table(
        "priority-changes",
        terms.changes.iter().map(change).collect(),
    );
    table(
        "qualifications",
        terms
            .qualifications
            .iter()
            .map(|q| {
                let entry = entry(&q.title, &q.source, |e| {
                    if let Some(most) = q.at_most {
                        e.raw("at-most", &most.to_string());
                    }
                });
                (q.id.clone(), entry)
            })
            .collect(),
    );
    table("environments", words(&terms.environments));
    table("components", words(&terms.components));
    lines
}

fn entry(title: &str, source: &Source, more: impl FnOnce(&mut Entries)) -> String {
    let mut entries = Entries::default();
    entries.text("title", Some(title));
    more(&mut entries);
    entries.source(source);
    entries.inline()
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
