//! What a ticket must name, and which priority it can have for what it names.

use super::super::code::{NamedCode, PriorityCode, UnpromisedMilestone};
use super::super::finding::{Finding, Rule};
use super::super::remedy::Remedy;
use super::super::request::{Purpose, Request, RequestContext};
use crate::core::terms::{Milestone, Priority, RequiredField, Terms};

pub(in super::super) fn named(terms: &Terms, request: &Request) -> Finding {
    let given = |named: &RequiredField| match named {
        RequiredField::Version => request.version,
        RequiredField::Environment => request.environment,
        RequiredField::Component => request.component,
        RequiredField::Topic => request.topic,
    };
    let missing: Vec<RequiredField> = terms
        .must_name
        .iter()
        .filter(|named| given(named).is_none())
        .copied()
        .collect();
    let finding = if terms.must_name.is_empty() {
        Finding::allowed(Rule::Named, NamedCode::NothingToName)
    } else if missing.is_empty() {
        let fields = terms.must_name.clone();
        Finding::allowed(Rule::Named, NamedCode::Names { fields })
    } else {
        let code = NamedCode::MustName {
            fields: missing.clone(),
        };
        match request.purpose {
            Purpose::Ask => Finding::allowed(Rule::Named, code),
            Purpose::Open => Finding::refused(Rule::Named, code).remedy(Remedy::Name(missing)),
        }
    };
    finding.clause(terms, None, "tickets-must-name")
}

pub(in super::super) fn priority(
    terms: &Terms,
    situation: &RequestContext,
    request: &Request,
) -> Finding {
    let fits = |priority: &&Priority| priority.included && ruled_out(priority, request).is_empty();
    let can: Vec<&Priority> = terms.priorities.iter().filter(fits).collect();
    let ids = || can.iter().map(|priority| priority.id.clone()).collect();
    let Some(word) = request.priority else {
        let code = match terms.takes_tickets() {
            true => PriorityCode::CanHave {
                priorities: ids(),
                not_promised: gaps(terms, request, &can),
            },
            false => PriorityCode::NoPriority,
        };
        return Finding::allowed(Rule::Priority, code).clause(terms, None, "priorities");
    };
    let Some(rank) = terms.priority(word) else {
        let code = PriorityCode::NoSuchPriority {
            priority: word.to_owned(),
            plan: terms.name(),
        };
        return Finding::refused(Rule::Priority, code)
            .clause(terms, None, "priorities")
            .remedy(Remedy::CanHave(ids()));
    };
    let priority = &terms.priorities[rank];
    let words = ruled_out(priority, request);
    let instead = || terms.priorities[rank..].iter().find(fits);
    let finding = if !priority.included {
        let plans = situation.plans_where(|terms| has(terms, &priority.id));
        Finding::refused(Rule::Priority, not_included(terms, priority))
            .remedy(plans.map(Remedy::IncludedIn))
            .remedy(instead().map(|other| Remedy::OpenAs(other.id.clone())))
    } else if words.is_empty() {
        can_be(terms, request, rank)
    } else {
        let instead = instead();
        Finding::refused(Rule::Priority, never_for(priority, &words))
            .remedy(instead.map(|other| Remedy::OpenAs(other.id.clone())))
    };
    finding.clause(terms, Some(&priority.source), "priorities")
}

/// Whether a plan has that priority.
pub(in super::super) fn has(terms: &Terms, priority: &str) -> bool {
    let mut known = terms.priorities.iter();
    known.any(|known| known.id == priority && known.included)
}

/// A priority that the plan has not.
pub(in super::super) fn not_included(terms: &Terms, priority: &Priority) -> PriorityCode {
    PriorityCode::PriorityNotIncluded {
        priority: priority.id.clone(),
        plan: terms.name(),
    }
}

/// A priority that it can have, with what is not promised at it.
fn can_be(terms: &Terms, request: &Request, rank: usize) -> Finding {
    let open = open_at(terms, request, rank);
    let verdict = match open.is_empty() {
        true => Finding::allowed,
        false => Finding::remark,
    };
    let code = PriorityCode::CanBe {
        priority: terms.priorities[rank].id.clone(),
        not_promised: open.into_iter().map(str::to_owned).collect(),
    };
    verdict(Rule::Priority, code)
}

/// The milestones that somebody might take for promised at a priority and that are not.
fn open_at<'t>(terms: &'t Terms, request: &Request, rank: usize) -> Vec<&'t str> {
    let facts = request.kind_facts();
    let silent = terms.unpromised_of(rank, |milestone| {
        // whether it begins in some hours is not asked
        let chosen = terms.chosen_target(milestone, rank, &facts, |_| None)?;
        Some(chosen.target)
    });
    let silent = silent.into_iter();
    let silent = silent.filter(|silent| silent.why.surprises());
    silent.map(|silent| silent.milestone.id.as_str()).collect()
}

/// What is not promised at these priorities.
fn gaps(terms: &Terms, request: &Request, can: &[&Priority]) -> Vec<UnpromisedMilestone> {
    let open: Vec<(&str, Vec<&str>)> = can
        .iter()
        .filter_map(|priority| {
            let rank = terms.priority(&priority.id)?;
            Some((priority.id.as_str(), open_at(terms, request, rank)))
        })
        .collect();
    let gap = |milestone: &Milestone| {
        let at: Vec<String> = open
            .iter()
            .filter(|(_, open)| open.contains(&milestone.id.as_str()))
            .map(|(id, _)| (*id).to_owned())
            .collect();
        let at = match at.len() {
            0 => return None,
            all if all == can.len() => Vec::new(),
            _ => at,
        };
        Some(UnpromisedMilestone {
            milestone: milestone.id.clone(),
            at,
        })
    };
    terms.milestones.iter().filter_map(gap).collect()
}

pub(in super::super) fn never_for(priority: &Priority, words: &[&str]) -> PriorityCode {
    PriorityCode::NeverFor {
        priority: priority.id.clone(),
        words: words.iter().map(|word| (*word).to_owned()).collect(),
    }
}

/// The environment and the component for which a priority is never had.
pub(in super::super) fn ruled_out<'r>(priority: &Priority, request: &Request<'r>) -> Vec<&'r str> {
    [request.environment, request.component]
        .into_iter()
        .flatten()
        .filter(|word| priority.never_for.iter().any(|never| never == word))
        .collect()
}
