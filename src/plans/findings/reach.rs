//! Priorities that no ticket can have, channels that are recommended and not there, targets where
//! no ticket can come in or no time is left.

use super::FindingContext;
use crate::core::terms::{
    Agreed, Priority, Promise, ReachableTarget, RequiredField, Seats, Terms, Word,
};
use crate::core::time::Span;

pub(super) fn find(finder: &mut FindingContext<'_>) {
    for terms in finder.plans.clone().iter() {
        no_way_in(finder, terms);
        nobody(finder, terms);
        no_time(finder, terms);
        for (_, priority) in terms.own_priorities() {
            recommended(finder, terms, priority);
        }
    }
    let plans = finder.plans.clone();
    let taking: Vec<&Terms> = plans.iter().filter(|terms| terms.takes_tickets()).collect();
    for priority in taking.first().map_or(&[][..], |terms| &terms.priorities) {
        if let Some(what) = taking
            .iter()
            .find_map(|terms| barred_everywhere(terms, priority))
        {
            let path = ["priorities", &priority.id, "never-for"];
            let message = format!(
                "no ticket can be {}: a ticket must name its {what}, and it is never for any",
                priority.id
            );
            finder.find("unreachable-priority", &path, message, "all there are");
        }
    }
}

fn no_way_in(finder: &mut FindingContext<'_>, terms: &Terms) {
    let promised = |promise: Promise| !matches!(promise, Promise::None | Promise::Missing);
    let milestones = terms.milestones.iter();
    let mut targets = milestones.flat_map(|milestone| terms.reachable_targets(milestone));
    if !terms.takes_tickets() && targets.any(|one| promised(one.target.promise)) {
        let path = finder.key_of(&terms.plan, &["channels"]);
        let message = format!(
            "{} has targets and no channel that takes tickets",
            terms.plan
        );
        finder.find("no-way-in", &path, message, "self-service alone");
    }
}

fn nobody(finder: &mut FindingContext<'_>, terms: &Terms) {
    if terms.takes_tickets() && terms.contacts == Agreed::Is(Seats::AtMost(0)) {
        let path = finder.key_of(&terms.plan, &["contacts"]);
        let message = format!("{} authorises no contact: nobody may ask", terms.plan);
        finder.find("zero", &path, message, "nobody");
    }
}

fn no_time(finder: &mut FindingContext<'_>, terms: &Terms) {
    for milestone in &terms.milestones {
        for ReachableTarget {
            priority, target, ..
        } in terms.plain_targets(milestone)
        {
            let Promise::Within(
                Span::Time(0)
                | Span::BusinessDays(0)
                | Span::CalendarDays(0)
                | Span::CalendarMonths(0),
            ) = target.promise
            else {
                continue;
            };
            let path = ["targets", &milestone.id, &priority.id];
            let path = finder.key_of(&terms.plan, &path);
            let message = format!(
                "{} {} of {} is due the moment it starts",
                milestone.id, priority.id, terms.plan
            );
            finder.find("zero", &path, message, "no time at all");
        }
    }
}

fn recommended(finder: &mut FindingContext<'_>, terms: &Terms, priority: &Priority) {
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

/// What a ticket must name, if the priority is for none of that.
fn barred_everywhere(terms: &Terms, priority: &Priority) -> Option<&'static str> {
    let barred = |words: &[Word]| {
        !words.is_empty()
            && words
                .iter()
                .all(|word| priority.never_for.contains(&word.id))
    };
    let named = [
        (
            RequiredField::Environment,
            &terms.environments,
            "environment",
        ),
        (RequiredField::Component, &terms.components, "component"),
    ];
    let found = named
        .into_iter()
        .find(|(named, words, _)| terms.must_name.contains(named) && barred(words));
    found.map(|(_, _, what)| what)
}
