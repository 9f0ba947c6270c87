//! The way a request comes in must be included and take tickets; some are recommended.

use super::super::code::ChannelCode;
use super::super::finding::{Finding, Rule};
use super::super::remedy::Remedy;
use super::super::request::{Request, RequestContext};
use crate::core::terms::{Channel, Terms};
use crate::core::text::is_of_language;

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
            (false, false) => served_now(terms, situation, channels),
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
    } else if let Some(barred) = barred(terms, situation, channel, request) {
        let verdict = match barred.is_certain {
            true => Finding::refused,
            false => Finding::remark,
        };
        verdict(Rule::Channel, barred.code).remedy(instead_of_it(taking(terms, situation, request)))
    } else if is_closed(situation, channel) {
        Finding::remark(
            Rule::Channel,
            ChannelCode::ChannelClosed { channel: named() },
        )
        .remedy(instead_of_it(served(terms, situation, request)))
    } else {
        Finding::allowed(
            Rule::Channel,
            ChannelCode::ChannelIncluded { channel: named() },
        )
    };
    finding.clause(terms, Some(&channel.source), "channels")
}

/// Something that does not come through a channel.
struct Barred {
    code: ChannelCode,
    /// Without a priority it may still turn out to be what does.
    is_certain: bool,
}

fn barred(
    terms: &Terms,
    situation: &RequestContext,
    channel: &Channel,
    request: &Request,
) -> Option<Barred> {
    let is = |word: &&String| is_so(terms, situation, request, word);
    let never: Vec<String> = channel.never_for.iter().filter(is).cloned().collect();
    if !never.is_empty() {
        return Some(Barred {
            code: ChannelCode::ChannelNeverFor {
                channel: channel.id.clone(),
                words: never,
            },
            is_certain: true,
        });
    }
    let only = &channel.only_for;
    let fits = only.is_empty() || only.iter().any(|word| is(&word));
    (!fits).then(|| Barred {
        code: ChannelCode::ChannelOnlyFor {
            channel: channel.id.clone(),
            words: only.clone(),
        },
        is_certain: request.priority.is_some(),
    })
}

/// Whether a request has that priority, is about that, in that language or of that kind.
fn is_so(terms: &Terms, situation: &RequestContext, request: &Request, word: &str) -> bool {
    let place = request.priority.and_then(|word| terms.priority(word));
    let priority = place.map(|place| terms.priorities[place].id.as_str());
    let named = [
        priority,
        request.topic,
        request.environment,
        request.component,
    ];
    let kind = || terms.kind(word);
    let language = request.language;
    named.contains(&Some(word))
        || language.is_some_and(|language| is_of_language(language, word))
        || kind().is_some_and(|kind| {
            let facts = request.kind_facts();
            kind.fits(&facts, priority.unwrap_or_default(), situation.is_open)
        })
}

/// Whether the plan says when it is served, and it is not then.
fn is_closed(situation: &RequestContext, channel: &Channel) -> bool {
    let hours = channel.reachable.as_deref();
    hours.and_then(situation.is_open) == Some(false)
}

/// The channels that take the request: those that are served then first.
fn taking<'t>(terms: &'t Terms, situation: &RequestContext, request: &Request) -> Vec<&'t Channel> {
    let takes = |channel: &&Channel| {
        let by = Request {
            channel: Some(&channel.id),
            ..*request
        };
        channel.takes_tickets() && barred(terms, situation, channel, &by).is_none()
    };
    let mut taking: Vec<&Channel> = terms.channels.iter().filter(takes).collect();
    taking.sort_by_key(|channel| is_closed(situation, channel));
    taking
}

/// The channels that take the request and are served then.
fn served<'t>(terms: &'t Terms, situation: &RequestContext, request: &Request) -> Vec<&'t Channel> {
    let mut taking = taking(terms, situation, request);
    taking.retain(|channel| !is_closed(situation, channel));
    taking
}

/// What there is, told apart by what is served then where the plan says when.
fn served_now(terms: &Terms, situation: &RequestContext, channels: Vec<String>) -> ChannelCode {
    let taking = || terms.channels.iter().filter(|one| one.takes_tickets());
    if taking().all(|channel| channel.reachable.is_none()) {
        return ChannelCode::ChannelsIncluded { channels };
    }
    let of = |closed: bool| {
        let these = taking().filter(|channel| is_closed(situation, channel) == closed);
        these.map(|channel| channel.id.clone()).collect()
    };
    ChannelCode::ChannelsNow {
        open: of(false),
        closed: of(true),
    }
}

fn owned(words: &[&str]) -> Vec<String> {
    words.iter().map(|word| (*word).to_owned()).collect()
}

/// The included channels through which a ticket can be opened.
fn takes(terms: &Terms) -> Vec<&str> {
    let channels = terms.channels.iter().filter(|one| one.takes_tickets());
    channels.map(|channel| channel.id.as_str()).collect()
}

fn instead_of_it(channels: Vec<&Channel>) -> Option<Remedy> {
    let ids = channels.into_iter().map(|channel| channel.id.as_str());
    instead(&ids.collect::<Vec<_>>())
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
