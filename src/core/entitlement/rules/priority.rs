//! What a ticket must name, and which priority it can have for what it names.

use super::super::finding::{Finding, Rule, either, listed};
use super::super::request::{Purpose, Request};
use crate::core::terms::{Milestone, Named, Priority, Terms};

pub(in super::super) fn named(terms: &Terms, request: &Request) -> Finding {
    let given = |named: &Named| match named {
        Named::Version => request.version,
        Named::Environment => request.environment,
        Named::Component => request.component,
        Named::Topic => request.topic,
    };
    let missing: Vec<&str> = terms
        .must_name
        .iter()
        .filter(|named| given(named).is_none())
        .map(word)
        .collect();
    let finding = if terms.must_name.is_empty() {
        Finding::allowed(Rule::Named, "a ticket need not name anything")
    } else if missing.is_empty() {
        let words: Vec<&str> = terms.must_name.iter().map(word).collect();
        Finding::allowed(Rule::Named, format!("it names {}", listed(&words)))
    } else {
        let says = format!("a ticket must name {}", listed(&missing));
        match request.purpose {
            Purpose::Ask => Finding::allowed(Rule::Named, says),
            Purpose::Open => Finding::refused(Rule::Named, says).remedy(flags(&missing)),
        }
    };
    finding.clause(terms, None, "tickets-must-name")
}

fn word(named: &Named) -> &'static str {
    match named {
        Named::Version => "version",
        Named::Environment => "environment",
        Named::Component => "component",
        Named::Topic => "topic",
    }
}

fn flags(missing: &[&str]) -> String {
    let flags: Vec<String> = missing
        .iter()
        .map(|word| format!("--{word} {}", word[..1].to_uppercase()))
        .collect();
    format!("add `{}`", flags.join(" "))
}

pub(in super::super) fn priority(terms: &Terms, request: &Request) -> Finding {
    let can: Vec<&Priority> = terms
        .priorities
        .iter()
        .filter(|priority| ruled_out(priority, request).is_empty())
        .collect();
    let ids: Vec<&str> = can.iter().map(|priority| priority.id.as_str()).collect();
    let Some(word) = request.priority else {
        let mut says = match terms.takes_tickets() {
            true => format!("it can have {}", listed(&ids)),
            false => "no priority: it takes no tickets".to_owned(),
        };
        if let Some(gaps) = gaps(terms, &can).filter(|_| terms.takes_tickets()) {
            says.push_str(&format!("; not promised: {gaps}"));
        }
        return Finding::allowed(Rule::Priority, says).clause(terms, None, "priorities");
    };
    let Some(rank) = terms.priority(word) else {
        let says = format!("{} has no priority {word}", terms.name());
        return Finding::refused(Rule::Priority, says)
            .clause(terms, None, "priorities")
            .remedy(format!("it can have {}", listed(&ids)));
    };
    let priority = &terms.priorities[rank];
    let grounds = ruled_out(priority, request);
    let finding = if grounds.is_empty() {
        can_be(terms, rank)
    } else {
        let mut less = terms.priorities[rank..].iter();
        let instead = less.find(|other| ruled_out(other, request).is_empty());
        Finding::refused(Rule::Priority, never_for(priority, &grounds))
            .remedy(instead.map(|other| format!("open it as {}", other.id)))
    };
    finding.clause(terms, Some(&priority.source), "priorities")
}

/// A priority that it can have, with what is not promised at it.
fn can_be(terms: &Terms, rank: usize) -> Finding {
    let id = &terms.priorities[rank].id;
    let open = open_at(terms, rank);
    match open.as_slice() {
        [] => Finding::allowed(Rule::Priority, format!("it can be {id}")),
        [one] => {
            let says = format!("it can be {id}, but {one} is not promised");
            Finding::remark(Rule::Priority, says)
        }
        several => {
            let says = format!("it can be {id}, but {} are not promised", listed(several));
            Finding::remark(Rule::Priority, says)
        }
    }
}

/// The milestones that somebody might take for promised at a priority and that are not.
fn open_at(terms: &Terms, rank: usize) -> Vec<&str> {
    let silent = terms.unpromised(rank).into_iter();
    let silent = silent.filter(|silent| silent.why.surprises());
    silent.map(|silent| silent.milestone.id.as_str()).collect()
}

/// `response at p1 and resolution`: what is not promised at these priorities.
fn gaps(terms: &Terms, can: &[&Priority]) -> Option<String> {
    let open: Vec<(&str, Vec<&str>)> = can
        .iter()
        .filter_map(|priority| {
            let rank = terms.priority(&priority.id)?;
            Some((priority.id.as_str(), open_at(terms, rank)))
        })
        .collect();
    let gap = |milestone: &Milestone| {
        let at: Vec<&str> = open
            .iter()
            .filter(|(_, open)| open.contains(&milestone.id.as_str()))
            .map(|(id, _)| *id)
            .collect();
        match at.len() {
            0 => None,
            all if all == can.len() => Some(milestone.id.clone()),
            _ => Some(format!("{} at {}", milestone.id, listed(&at))),
        }
    };
    let gaps: Vec<String> = terms.milestones.iter().filter_map(gap).collect();
    (!gaps.is_empty()).then(|| gaps.join(", "))
}

/// `p1 is never for lab or custom`.
pub(in super::super) fn never_for(priority: &Priority, grounds: &[&str]) -> String {
    format!("{} is never for {}", priority.id, either(grounds))
}

/// The environment and the component for which a priority is never had.
pub(in super::super) fn ruled_out<'r>(priority: &Priority, request: &Request<'r>) -> Vec<&'r str> {
    [request.environment, request.component]
        .into_iter()
        .flatten()
        .filter(|word| priority.never_for.iter().any(|never| never == word))
        .collect()
}
