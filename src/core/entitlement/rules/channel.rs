//! The way a request comes in must be included and take tickets; some are recommended.

use super::super::finding::{Finding, Rule, either, listed};
use super::super::request::{Request, Situation};
use crate::core::terms::{Channel, Terms};

pub(in super::super) fn channel(
    terms: &Terms,
    situation: &Situation,
    request: &Request,
) -> Finding {
    if !terms.takes_tickets() {
        return no_tickets(terms, situation);
    }
    let open = takes(terms);
    let Some(word) = request.channel else {
        let says = match (terms.channels_open, open.is_empty()) {
            (true, true) => "which channels are included is not promised".to_owned(),
            (true, false) => format!("not promised: to be agreed out of {}", listed(&open)),
            (false, true) => "no channel is named".to_owned(),
            (false, false) => format!("included: {}", listed(&open)),
        };
        return Finding::allowed(Rule::Channel, says).clause(terms, None, "channels");
    };
    let Some(channel) = terms.channels.iter().find(|channel| channel.id == word) else {
        return unlisted(terms, word, &open);
    };
    let finding = if channel.self_service {
        let says = format!(
            "no ticket is opened through {word}: {} is self-service",
            channel.title
        );
        Finding::refused(Rule::Channel, says).remedy(instead(&open))
    } else if !channel.included {
        Finding::refused(
            Rule::Channel,
            format!("{word} is not included in {}", terms.name()),
        )
        .remedy(instead(&open))
        .remedy(plans_with(situation, word))
    } else if terms.channels_open {
        Finding::remark(
            Rule::Channel,
            format!("{word} is not promised: channels were left open"),
        )
    } else {
        Finding::allowed(Rule::Channel, format!("{word} is included"))
    };
    finding.clause(terms, Some(&channel.source), "channels")
}

/// The included channels through which a ticket can be opened.
fn takes(terms: &Terms) -> Vec<&str> {
    let takes = |channel: &&Channel| channel.included && !channel.self_service;
    let channels = terms.channels.iter().filter(takes);
    channels.map(|channel| channel.id.as_str()).collect()
}

fn instead(open: &[&str]) -> Option<String> {
    (!open.is_empty()).then(|| format!("use {}", either(open)))
}

fn plans_with(situation: &Situation, word: &str) -> Option<String> {
    let plans = situation.plans_where(|terms| !terms.channels_open && takes(terms).contains(&word));
    plans.map(|plans| plans.include_it())
}

/// A channel that the plan does not know: only where it names none is there nothing to judge.
fn unlisted(terms: &Terms, word: &str, open: &[&str]) -> Finding {
    let finding = if !terms.channels.is_empty() {
        Finding::refused(
            Rule::Channel,
            format!("{} has no channel {word}", terms.name()),
        )
        .remedy(instead(open))
    } else if terms.channels_open {
        Finding::remark(
            Rule::Channel,
            format!("{word} is not promised: channels were left open"),
        )
    } else {
        Finding::allowed(Rule::Channel, "the plan names no channel")
    };
    finding.clause(terms, None, "channels")
}

fn no_tickets(terms: &Terms, situation: &Situation) -> Finding {
    let there: Vec<&Channel> = terms
        .channels
        .iter()
        .filter(|channel| channel.included)
        .collect();
    let titles: Vec<&str> = there.iter().map(|channel| channel.title.as_str()).collect();
    let own = there.first().map(|channel| &channel.source);
    let plans = situation.plans_where(Terms::takes_tickets);
    Finding::refused(Rule::Channel, format!("{} takes no tickets", terms.name()))
        .clause(terms, own, "channels")
        .remedy((!titles.is_empty()).then(|| format!("ask in: {}", either(&titles))))
        .remedy(plans.map(|plans| format!("tickets can be opened on {}", plans.names)))
}

/// The channel recommended for a priority is advice, and only where the plan has it.
pub(in super::super) fn advice(terms: &Terms, request: &Request) -> Option<Finding> {
    let priority = &terms.priorities[terms.priority(request.priority?)?];
    let open = takes(terms);
    let recommended: Vec<&str> = priority
        .recommended
        .iter()
        .map(String::as_str)
        .filter(|word| open.contains(word))
        .collect();
    if recommended.is_empty() {
        return None;
    }
    let (id, advised) = (&priority.id, either(&recommended));
    let finding = match request.channel {
        Some(word) if !recommended.contains(&word) => {
            Finding::remark(Rule::Advice, format!("for {id}, {advised} is recommended"))
                .remedy(format!("use {advised}"))
        }
        Some(word) => Finding::allowed(Rule::Advice, format!("for {id}, {word} is recommended")),
        None => Finding::allowed(Rule::Advice, format!("for {id}, {advised} is recommended")),
    };
    Some(finding.clause(terms, Some(&priority.source), "priorities"))
}
