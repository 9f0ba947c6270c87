//! Priorities that no ticket can have, channels that are recommended and not there, targets where
//! no ticket can come in.

use super::Finder;
use crate::core::terms::{Named, Priority, Promise, Terms, Word};

pub(super) fn find(finder: &mut Finder<'_>) {
    for terms in finder.plans.clone() {
        no_way_in(finder, &terms);
        for priority in &terms.priorities {
            recommended(finder, &terms, priority);
        }
    }
    let taking = finder
        .plans
        .iter()
        .find(|terms| terms.takes_tickets())
        .cloned();
    if let Some(terms) = taking {
        for priority in &terms.priorities {
            unreachable(finder, &terms, priority);
        }
    }
}

fn no_way_in(finder: &mut Finder<'_>, terms: &Terms) {
    let promised = |promise: Promise| !matches!(promise, Promise::None | Promise::Missing);
    let targets = terms.milestones.iter().flat_map(|m| &m.targets);
    if !terms.takes_tickets() && targets.into_iter().any(|target| promised(target.promise)) {
        let path = finder.key_of(&terms.plan, &["channels"]);
        let message = format!(
            "{} has targets and no channel that takes tickets",
            terms.plan
        );
        finder.find("no-way-in", &path, message, "self-service alone");
    }
}

fn recommended(finder: &mut Finder<'_>, terms: &Terms, priority: &Priority) {
    if terms.channels_open || !terms.takes_tickets() {
        return;
    }
    let has = |channel: &&String| {
        terms
            .channels
            .iter()
            .any(|known| known.id == **channel && known.included)
    };
    let lacking: Vec<&str> = priority
        .recommended
        .iter()
        .filter(|channel| !has(channel))
        .map(String::as_str)
        .collect();
    if lacking.is_empty() {
        return;
    }
    let path = finder.key_of(&terms.plan, &["channels"]);
    let message = format!(
        "{} is best by {}, which {} lacks",
        priority.id,
        lacking.join(", "),
        terms.plan
    );
    let finding = finder
        .about("recommended-missing", &path, message)
        .of_plan(&terms.plan);
    finder.found.push(
        finding
            .label("without it")
            .clause(priority.source.clause.as_deref()),
    );
}

/// A priority that is never for any environment, or for any component, that a ticket must name.
fn unreachable(finder: &mut Finder<'_>, terms: &Terms, priority: &Priority) {
    let barred = |words: &[Word]| {
        !words.is_empty()
            && words
                .iter()
                .all(|word| priority.never_for.contains(&word.id))
    };
    for (named, words, what) in [
        (Named::Environment, &terms.environments, "environment"),
        (Named::Component, &terms.components, "component"),
    ] {
        if terms.must_name.contains(&named) && barred(words) {
            let path = ["priorities", &priority.id, "never-for"];
            let message = format!(
                "no ticket can be {}: a ticket must name an {what}, and it is never for any",
                priority.id
            );
            finder.find("unreachable-priority", &path, message, "all there are");
        }
    }
}
