//! What a ticket must name, and which priority it can have for what it names.

use super::super::finding::{Finding, Rule, listed};
use super::super::request::{Purpose, Request};
use crate::core::terms::{Named, Priority, Terms};

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
        .filter(|priority| ruled_out(priority, request).is_none())
        .collect();
    let ids: Vec<&str> = can.iter().map(|priority| priority.id.as_str()).collect();
    let Some(word) = request.priority else {
        let says = format!("it can have {}", listed(&ids));
        return Finding::allowed(Rule::Priority, says).clause(terms, None, "priorities");
    };
    let Some(rank) = terms.priority(word) else {
        let says = format!("{} has no priority {word}", terms.name());
        return Finding::refused(Rule::Priority, says)
            .clause(terms, None, "priorities")
            .remedy(format!("it can have {}", listed(&ids)));
    };
    let priority = &terms.priorities[rank];
    let finding = match ruled_out(priority, request) {
        None => Finding::allowed(Rule::Priority, format!("it can be {}", priority.id)),
        Some(ground) => {
            let less = terms.priorities[rank..].iter();
            let instead = less
                .into_iter()
                .find(|other| ruled_out(other, request).is_none());
            let says = format!("{} is never for {ground}", priority.id);
            Finding::refused(Rule::Priority, says)
                .remedy(instead.map(|other| format!("open it as {}", other.id)))
        }
    };
    finding.clause(terms, Some(&priority.source), "priorities")
}

/// The environment or component for which a priority is never had.
pub(in super::super) fn ruled_out<'r>(
    priority: &Priority,
    request: &Request<'r>,
) -> Option<&'r str> {
    [request.environment, request.component]
        .into_iter()
        .flatten()
        .find(|word| priority.never_for.iter().any(|never| never == word))
}
