//! The way a request comes in must be included and take tickets; some are recommended.

use super::super::code::ChannelCode;
use super::super::finding::{Finding, Rule};
use super::super::remedy::Remedy;
use super::super::request::{Request, RequestContext};
use crate::core::terms::{Channel, Terms};

pub(in super::super) fn channel(
    terms: &Terms,
    situation: &RequestContext,
    request: &Request,
) -> Finding {
    if !terms.takes_tickets() {
        return no_tickets(terms, situation);
    }
    let open = takes(terms);
    let Some(word) = request.channel else {
        let channels = owned(&open);
        let code = match (terms.channels_open, open.is_empty()) {
            (true, true) => ChannelCode::ChannelsNotPromised,
            (true, false) => ChannelCode::ChannelsToBeAgreed { channels },
            (false, true) => ChannelCode::NoChannel,
            (false, false) => ChannelCode::ChannelsIncluded { channels },
        };
        return Finding::allowed(Rule::Channel, code).clause(terms, None, "channels");
    };
    let Some(channel) = terms.channels.iter().find(|channel| channel.id == word) else {
        return unlisted(terms, word, &open);
    };
    let named = || word.to_owned();
    let finding = if channel.self_service {
        let code = ChannelCode::SelfService {
            channel: named(),
            title: channel.title.clone(),
        };
        Finding::refused(Rule::Channel, code).remedy(instead(&open))
    } else if !channel.included {
        let code = ChannelCode::ChannelNotIncluded {
            channel: named(),
            plan: terms.name(),
        };
        Finding::refused(Rule::Channel, code)
            .remedy(instead(&open))
            .remedy(plans_with(situation, word))
    } else if terms.channels_open {
        Finding::remark(
            Rule::Channel,
            ChannelCode::ChannelNotPromised { channel: named() },
        )
    } else {
        Finding::allowed(
            Rule::Channel,
            ChannelCode::ChannelIncluded { channel: named() },
        )
    };
    finding.clause(terms, Some(&channel.source), "channels")
}

fn owned(words: &[&str]) -> Vec<String> {
    words.iter().map(|word| (*word).to_owned()).collect()
}

/// The included channels through which a ticket can be opened.
fn takes(terms: &Terms) -> Vec<&str> {
    let channels = terms.channels.iter().filter(|one| one.takes_tickets());
    channels.map(|channel| channel.id.as_str()).collect()
}

fn instead(open: &[&str]) -> Option<Remedy> {
    (!open.is_empty()).then(|| Remedy::UseChannel(owned(open)))
}

fn plans_with(situation: &RequestContext, word: &str) -> Option<Remedy> {
    let plans = situation.plans_where(|terms| !terms.channels_open && takes(terms).contains(&word));
    plans.map(Remedy::IncludedIn)
}

/// A channel that the plan does not know: only where it names none is there nothing to judge.
fn unlisted(terms: &Terms, word: &str, open: &[&str]) -> Finding {
    let channel = word.to_owned();
    let finding = if !terms.channels.is_empty() {
        let code = ChannelCode::NoSuchChannel {
            channel,
            plan: terms.name(),
        };
        Finding::refused(Rule::Channel, code).remedy(instead(open))
    } else if terms.channels_open {
        Finding::remark(Rule::Channel, ChannelCode::ChannelNotPromised { channel })
    } else {
        Finding::allowed(Rule::Channel, ChannelCode::ChannelsNotNamed)
    };
    finding.clause(terms, None, "channels")
}

fn no_tickets(terms: &Terms, situation: &RequestContext) -> Finding {
    let there: Vec<&Channel> = terms
        .channels
        .iter()
        .filter(|channel| channel.included)
        .collect();
    let titles: Vec<String> = there.iter().map(|channel| channel.title.clone()).collect();
    let own = there.first().map(|channel| &channel.source);
    let plans = situation.plans_where(Terms::takes_tickets);
    Finding::refused(Rule::Channel, ChannelCode::NoTickets { plan: terms.name() })
        .clause(terms, own, "channels")
        .remedy((!titles.is_empty()).then_some(Remedy::AskIn(titles)))
        .remedy(plans.map(Remedy::TicketsOn))
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
    let advised = |channels: &[&str]| ChannelCode::Recommended {
        priority: priority.id.clone(),
        channels: owned(channels),
    };
    let finding = match request.channel {
        Some(word) if !recommended.contains(&word) => {
            Finding::remark(Rule::Advice, advised(&recommended))
                .remedy(Remedy::UseChannel(owned(&recommended)))
        }
        Some(word) => Finding::allowed(Rule::Advice, advised(&[word])),
        None => Finding::allowed(Rule::Advice, advised(&recommended)),
    };
    Some(finding.clause(terms, Some(&priority.source), "priorities"))
}
