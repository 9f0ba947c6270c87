//! A case must be left to open a ticket, and hours to work on it.

use super::super::allowance::{Balance, Unit};
use super::super::finding::{Finding, Rule};
use super::super::request::{Request, Situation};
use crate::core::terms::{Allowance, TermPeriod, Terms, WhenUsedUp};

/// One finding for each allowance that the request falls under, and one where there is none.
pub(in super::super) fn allowances(
    terms: &Terms,
    situation: &Situation,
    request: &Request,
) -> Vec<Finding> {
    [(Unit::Cases, Rule::Allowance), (Unit::Hours, Rule::Hours)]
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
                let says = match unit {
                    Unit::Cases => "cases are not counted",
                    Unit::Hours => "hours are not counted",
                };
                found.push(Finding::allowed(rule, says));
            }
            found
        })
        .collect()
}

/// The allowance of that unit under which a ticket about a topic falls: one for its topic before
/// one for all.
pub fn allowance_for<'t>(
    terms: &'t Terms,
    unit: Unit,
    topic: Option<&str>,
) -> Option<&'t Allowance> {
    let covers = |allowance: &&Allowance| allowance.unit() == unit && allowance.covers(topic);
    let covering = terms.allowances.iter().filter(covers);
    covering.min_by_key(|allowance| allowance.topics.is_empty())
}

fn left(terms: &Terms, situation: &Situation, request: &Request, allowance: &Allowance) -> Finding {
    let rule = rule_of(allowance);
    let finding = match (allowance.granted(), situation.balance(&allowance.id)) {
        (None, _) => {
            let says = format!(
                "how much {} holds is not promised: it was left open",
                allowance.id
            );
            Finding::remark(rule, says)
        }
        (Some(granted), None) => {
            let amount = allowance.unit().shown(granted);
            Finding::allowed(
                rule,
                format!("{}: {amount} {}", allowance.id, every(allowance.per)),
            )
        }
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
        Unit::Cases => Rule::Allowance,
        Unit::Hours => Rule::Hours,
    }
}

fn every(per: TermPeriod) -> &'static str {
    match per {
        TermPeriod::ContractYear => "a contract year",
        TermPeriod::CalendarYear => "a calendar year",
        TermPeriod::Quarter => "a quarter",
        TermPeriod::Month => "a month",
        TermPeriod::Term => "a term",
    }
}

fn some_left(situation: &Situation, allowance: &Allowance, balance: &Balance) -> String {
    let left = balance.left().unwrap_or_default();
    let all = balance.available().unwrap_or_default();
    let (left, all) = match balance.unit {
        Unit::Cases => (left.to_string(), balance.unit.shown(all)),
        Unit::Hours => (balance.unit.shown(left), balance.unit.shown(all)),
    };
    let until = situation.until(balance.to);
    format!("{}: {left} of {all} left{until}", allowance.id)
}

fn none_left(situation: &Situation, allowance: &Allowance, balance: &Balance) -> String {
    let all = balance.unit.shown(balance.available().unwrap_or_default());
    let until = situation.until(balance.to);
    format!("{}: none of {all} left{until}", allowance.id)
}

fn used_up(
    situation: &Situation,
    request: &Request,
    allowance: &Allowance,
    balance: &Balance,
) -> Finding {
    let rule = rule_of(allowance);
    let says = none_left(situation, allowance, balance);
    let finding = match &allowance.when_used_up {
        WhenUsedUp::Refuse => Finding::refused(rule, says),
        WhenUsedUp::Warn => Finding::remark(rule, says),
        WhenUsedUp::Overage => Finding::remark(rule, format!("{says}; it is counted as overage")),
        WhenUsedUp::Lapses(milestones) => {
            let duties = milestones.join(" and ");
            Finding::remark(
                rule,
                format!("{says}; until more is bought no {duties} is promised"),
            )
        }
    };
    let plans = situation.plans_where(|terms| does_not_count(terms, request, balance.unit));
    finding
        .remedy(buy(situation, allowance))
        .remedy(plans.map(|plans| plans.do_not("count them")))
}

fn buy(situation: &Situation, allowance: &Allowance) -> Option<String> {
    let amount = match allowance.unit() {
        Unit::Cases => "+1",
        Unit::Hours => "+10h",
    };
    let (contract, id) = (situation.contract?.id.0, &allowance.id);
    Some(format!(
        "`sladesk contract adjust {contract} {id} {amount}` adds to it"
    ))
}

/// Whether a plan includes the topic and counts nothing of this kind for it.
fn does_not_count(terms: &Terms, request: &Request, unit: Unit) -> bool {
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
