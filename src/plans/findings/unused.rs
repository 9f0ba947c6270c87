//! Words and calendars that nothing uses.

use super::FindingContext;
use crate::core::terms::{RequiredField, Terms};
use crate::plans::names::definitions;
use crate::plans::schema::TOP_KEYS;

pub(super) fn find(finder: &mut FindingContext<'_>) {
    let plans = finder.plans.clone();
    let Some(first) = plans.first() else { return };
    in_no_plan(finder, &plans, first);
    calendars(finder, &plans);
    kinds(finder, &plans);
    milestones(finder, &plans);
    qualifications(finder, first);
    surroundings(finder, &plans, first);
}

/// The words of a table that a plan includes; a topic marked `excluded` is meant to be in none.
fn included(terms: &Terms, table: &str) -> Vec<(String, bool)> {
    let word = |id: &String, included: bool| (id.clone(), included);
    match table {
        "channels" => terms
            .channels
            .iter()
            .map(|w| word(&w.id, w.included))
            .collect(),
        "topics" => {
            let topics = terms.topics.iter();
            topics
                .map(|w| word(&w.id, w.included || w.excluded))
                .collect()
        }
        "services" => terms
            .services
            .iter()
            .map(|w| word(&w.id, w.included))
            .collect(),
        "exclusions" => terms
            .exclusions
            .iter()
            .map(|w| word(&w.id, w.included))
            .collect(),
        _ => terms
            .changes
            .iter()
            .map(|w| word(&w.id, w.included))
            .collect(),
    }
}

/// Words that every plan leaves out.
fn in_no_plan(finder: &mut FindingContext<'_>, plans: &[Terms], first: &Terms) {
    let lists = TOP_KEYS.iter().filter(|spec| spec.included().is_some());
    for table in lists.map(|spec| spec.name) {
        // every plan has the words of its file in the order of the file
        let of_plans: Vec<_> = plans.iter().map(|terms| included(terms, table)).collect();
        for (n, (id, _)) in included(first, table).into_iter().enumerate() {
            if !of_plans.iter().any(|words| words[n].1) {
                let message = format!("no plan includes `{id}` of [{table}]");
                finder.find("in-no-plan", &[table, &id], message, "in no plan");
            }
        }
    }
}

fn calendars(finder: &mut FindingContext<'_>, plans: &[Terms]) {
    for name in defined(finder, "calendars") {
        if !plans
            .iter()
            .any(|terms| terms.calendars.contains_key(&name))
        {
            let message = format!("no plan uses the calendar `{name}`");
            let path = ["calendars", &name];
            finder.find("unused", &path, message, "nothing counts in it");
        }
    }
}

fn kinds(finder: &mut FindingContext<'_>, plans: &[Terms]) {
    for name in defined(finder, "kinds") {
        let milestones = plans.iter().flat_map(|terms| &terms.milestones);
        let mut when = milestones.flat_map(|milestone| &milestone.when);
        let channels = plans.iter().flat_map(|terms| &terms.channels);
        let mut asking =
            channels.flat_map(|channel| channel.only_for.iter().chain(&channel.never_for));
        if !when.any(|when| when.kind == name) && !asking.any(|word| *word == name) {
            named_by_none(finder, ("kinds", "kind"), &name);
        }
    }
}

fn milestones(finder: &mut FindingContext<'_>, plans: &[Terms]) {
    for name in defined(finder, "milestones") {
        if !plans.iter().any(|terms| terms.milestone(&name).is_some()) {
            named_by_none(finder, ("milestones", "milestone"), &name);
        }
    }
}

/// A word of a table for which no plan has a target.
fn named_by_none(finder: &mut FindingContext<'_>, (table, one): (&str, &str), name: &str) {
    let message = format!("no plan has the {one} `{name}`");
    finder.find("unused", &[table, name], message, "no target names it");
}

/// The names that a table of the file defines.
fn defined(finder: &FindingContext<'_>, table: &str) -> Vec<String> {
    let defined = finder.root.table(table).into_iter().flat_map(definitions);
    defined.map(|(name, _)| name.to_owned()).collect()
}

fn qualifications(finder: &mut FindingContext<'_>, first: &Terms) {
    for qualification in &first.qualifications {
        let id = qualification.id.as_str();
        if !first
            .topics
            .iter()
            .any(|topic| topic.only_for.as_deref() == Some(id))
        {
            let message = format!("no topic is only for `{id}`");
            finder.find(
                "unused",
                &["qualifications", id],
                message,
                "nothing asks for it",
            );
        }
    }
}

/// Environments and components that no ticket must name, no plan has a choice of and no priority or
/// channel looks at.
fn surroundings(finder: &mut FindingContext<'_>, plans: &[Terms], first: &Terms) {
    for (table, named, words) in [
        (
            "environments",
            RequiredField::Environment,
            &first.environments,
        ),
        ("components", RequiredField::Component, &first.components),
    ] {
        let limits = |terms: &Terms| {
            let chosen = terms.components.iter().any(|word| !word.included);
            named == RequiredField::Component && (terms.components_open || chosen)
        };
        let asks = |terms: &Terms| terms.must_name.contains(&named) || limits(terms);
        let asked = plans.iter().any(asks);
        for word in words {
            let priorities = first.priorities.iter().map(|one| &one.never_for);
            let channels = first.channels.iter();
            let channels = channels.flat_map(|one| [&one.only_for, &one.never_for]);
            let barred = priorities
                .chain(channels)
                .any(|words| words.contains(&word.id));
            let mut kinds = plans.iter().flat_map(|terms| &terms.kinds);
            let is_looked_at = kinds.any(|kind| kind.looks_at(named, &word.id));
            if !asked && !barred && !is_looked_at {
                let message = format!("nothing depends on `{}` of [{table}]", word.id);
                finder.find(
                    "unused",
                    &[table, &word.id],
                    message,
                    "no ticket must name it",
                );
            }
        }
    }
}
