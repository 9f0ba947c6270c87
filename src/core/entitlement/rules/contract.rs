//! A contract must be in force at the moment of the request.

use super::super::code::ContractCode;
use super::super::finding::{Finding, Rule};
use super::super::remedy::Remedy;
use super::super::request::RequestContext;
use crate::core::account::{Contract, ContractState};
use crate::core::terms::Terms;

pub(in super::super) fn contract(terms: Option<&Terms>, situation: &RequestContext) -> Finding {
    let customer = || situation.customer().to_owned();
    let Some(contract) = situation.contract else {
        let none = ContractCode::NoContract {
            customer: customer(),
        };
        return Finding::refused(Rule::Contract, none).remedy(Remedy::Sign {
            customer: customer(),
        });
    };
    let plan = terms.map(Terms::name);
    let finding = match contract.state_at(situation.at) {
        ContractState::InForce => in_force(contract, situation, plan),
        ContractState::NotBegun | ContractState::Lapsed | ContractState::Cancelled => {
            not_in_force(contract, situation, plan)
        }
    };
    match terms {
        Some(terms) => {
            let own = terms.term.as_ref().map(|term| &term.source);
            finding.clause(terms, own, "term")
        }
        None => finding,
    }
}

fn in_force(contract: &Contract, situation: &RequestContext, plan: Option<String>) -> Finding {
    let ahead = contract.ahead(situation.at, situation.zone);
    let code = ContractCode::InForce {
        contract: contract.id,
        plan,
        until: ahead.and_then(|ahead| situation.until(ahead.until)),
        then: ahead.map(|ahead| ahead.then),
    };
    Finding::allowed(Rule::Contract, code)
}

fn not_in_force(contract: &Contract, situation: &RequestContext, plan: Option<String>) -> Finding {
    let at = situation.at;
    let over = contract
        .runs
        .iter()
        .rev()
        .find(|run| run.until.is_some_and(|until| until <= at));
    let coming = contract.runs.iter().find(|run| run.from > at);
    let ended = over.and_then(|run| Some((run.until?, run.cancelled.is_some())));
    let contract = contract.id;
    let code = match (ended, coming) {
        (Some((end, true)), _) => ContractCode::CancelledAndEnded {
            contract,
            plan,
            on: situation.last_day(end),
        },
        (Some((end, false)), _) => ContractCode::Ended {
            contract,
            plan,
            on: situation.last_day(end),
        },
        (None, Some(run)) => ContractCode::NotBegun {
            contract,
            plan,
            from: situation.day(run.from),
        },
        (None, None) => ContractCode::CancelledBeforeItBegan { contract, plan },
    };
    Finding::refused(Rule::Contract, code).remedy(match coming {
        Some(run) => Remedy::AskFrom(situation.day(run.from)),
        None => Remedy::Renew(contract),
    })
}
