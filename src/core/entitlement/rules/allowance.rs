//! A case must be left to open a ticket, and hours to work on it.

use super::super::allowance::{AllowanceUnit, Balance};
use super::super::code::AllowanceCode;
use super::super::finding::{Finding, Rule};
use super::super::remedy::Remedy;
use super::super::request::{Request, RequestContext};
use crate::core::terms::{Allowance, Terms, WhenUsedUp};

/// One finding for each allowance that the request falls under, and one where there is none.
pub(in super::super) fn allowances(
    terms: &Terms,
    situation: &RequestContext,
    request: &Request,
) -> Vec<Finding> {
    [
        (AllowanceUnit::Cases, Rule::Allowance),
        (AllowanceUnit::Hours, Rule::Hours),
    ]
    .into_iter()
    .flat_map(|(unit, rule)| {
        let of_unit = terms
            .allowances
            .iter()
            .filter(|allowance| allowance.unit() == unit);
        let mut found: Vec<Finding> = of_unit
            .filter(|allowance| request.topic.is_none() || allowance.covers(request.topic))
            .map(|allowance| left(terms, situation, request, allowance))
            .collect();
        if found.is_empty() {
            found.push(Finding::allowed(rule, AllowanceCode::NotCounted { unit }));
        }
        found
    })
    .collect()
}

/// The allowance of that unit under which a ticket about a topic falls: one for its topic before
/// one for all.
pub fn allowance_for<'t>(
    terms: &'t Terms,
    unit: AllowanceUnit,
    topic: Option<&str>,
) -> Option<&'t Allowance> {
    let covers = |allowance: &&Allowance| allowance.unit() == unit && allowance.covers(topic);
    let covering = terms.allowances.iter().filter(covers);
    covering.min_by_key(|allowance| allowance.topics.is_empty())
}

fn left(
    terms: &Terms,
    situation: &RequestContext,
    request: &Request,
    allowance: &Allowance,
) -> Finding {
    let rule = rule_of(allowance);
    let finding = match (allowance.granted(), situation.balance(&allowance.id)) {
        (None, _) => {
            let allowance = allowance.id.clone();
            Finding::remark(rule, AllowanceCode::AmountNotPromised { allowance })
        }
        (Some(granted), None) => Finding::allowed(
            rule,
            AllowanceCode::Granted {
                allowance: allowance.id.clone(),
                unit: allowance.unit(),
                amount: granted,
                per: allowance.per,
            },
        ),
        (Some(_), Some(balance)) if balance.left().is_none_or(|left| left > 0) => {
            Finding::allowed(rule, some_left(situation, allowance, balance))
        }
        // judged only for a topic under it: without one, it is listed that none is left
        (Some(_), Some(balance)) if !allowance.covers(request.topic) => {
            Finding::allowed(rule, none_left(situation, allowance, balance))
        }
        (Some(_), Some(balance)) => used_up(situation, request, allowance, balance),
    };
    finding.clause(terms, Some(&allowance.source), "allowances")
}

fn rule_of(allowance: &Allowance) -> Rule {
    match allowance.unit() {
        AllowanceUnit::Cases => Rule::Allowance,
        AllowanceUnit::Hours => Rule::Hours,
    }
}

fn some_left(
    situation: &RequestContext,
    allowance: &Allowance,
    balance: &Balance,
) -> AllowanceCode {
    AllowanceCode::Left {
        allowance: allowance.id.clone(),
        unit: balance.unit,
        left: balance.left().unwrap_or_default(),
        of: balance.available().unwrap_or_default(),
        until: situation.until(balance.to),
    }
}

fn none_left(
    situation: &RequestContext,
    allowance: &Allowance,
    balance: &Balance,
) -> AllowanceCode {
    AllowanceCode::NoneLeft {
        allowance: allowance.id.clone(),
        unit: balance.unit,
        of: balance.available().unwrap_or_default(),
        until: situation.until(balance.to),
    }
}

fn used_up(
    situation: &RequestContext,
    request: &Request,
    allowance: &Allowance,
    balance: &Balance,
) -> Finding {
    let verdict = match &allowance.when_used_up {
        WhenUsedUp::Refuse => Finding::refused,
        WhenUsedUp::Warn | WhenUsedUp::Overage | WhenUsedUp::Lapses(_) => Finding::remark,
    };
    let code = AllowanceCode::UsedUp {
        allowance: allowance.id.clone(),
        unit: balance.unit,
        of: balance.available().unwrap_or_default(),
        until: situation.until(balance.to),
        then: allowance.when_used_up.clone(),
    };
    let plans = situation.plans_where(|terms| does_not_count(terms, request, balance.unit));
    verdict(rule_of(allowance), code)
        .remedy(buy(situation, allowance))
        .remedy(plans.map(Remedy::NotCountedIn))
}

fn buy(situation: &RequestContext, allowance: &Allowance) -> Option<Remedy> {
    Some(Remedy::Buy {
        contract: situation.contract?.id,
        allowance: allowance.id.clone(),
        unit: allowance.unit(),
    })
}

/// Whether a plan includes the topic and counts nothing of this kind for it.
fn does_not_count(terms: &Terms, request: &Request, unit: AllowanceUnit) -> bool {
    let topic = request.topic.is_none_or(|word| {
        terms
            .topics
            .iter()
            .any(|topic| topic.id == word && topic.included)
    });
    let counted = terms
        .allowances
        .iter()
        .any(|allowance| allowance.unit() == unit && allowance.covers(request.topic));
    topic && terms.takes_tickets() && !counted
}
