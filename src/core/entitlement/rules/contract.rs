//! A contract must be in force at the moment of the request.

use super::super::finding::{Finding, Rule};
use super::super::request::Situation;
use crate::core::account::{Contract, ContractState, Then};
use crate::core::terms::Terms;

pub(in super::super) fn contract(terms: Option<&Terms>, situation: &Situation) -> Finding {
    let customer = situation.customer();
    let Some(contract) = situation.contract else {
        return Finding::refused(Rule::Contract, format!("{customer} has no contract"))
            .remedy(format!("`sladesk contract sign {customer} PLAN`"));
    };
    let name = match terms {
        Some(terms) => format!("contract {} ({})", contract.id.0, terms.name()),
        None => format!("contract {}", contract.id.0),
    };
    let finding = match contract.standing(situation.at) {
        ContractState::InForce => in_force(contract, situation, &name),
        ContractState::NotBegun | ContractState::Lapsed | ContractState::Cancelled => {
            not_in_force(contract, situation, &name)
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

fn in_force(contract: &Contract, situation: &Situation, name: &str) -> Finding {
    let says = match contract.ahead(situation.at, situation.zone) {
        None => format!("{name} is in force"),
        Some(ahead) => {
            let until = situation.until(ahead.until);
            match ahead.then {
                Then::Ends => format!("{name} is in force{until}"),
                Then::Open => format!("{name} is in force, and no end is agreed"),
                Then::Renews(_) => format!("{name} is in force{until} and then renews by itself"),
                Then::Cancelled => format!("{name} is cancelled and in force{until}"),
            }
        }
    };
    Finding::allowed(Rule::Contract, says)
}

fn not_in_force(contract: &Contract, situation: &Situation, name: &str) -> Finding {
    let at = situation.at;
    let over = contract
        .runs
        .iter()
        .rev()
        .find(|run| run.until.is_some_and(|until| until <= at));
    let coming = contract.runs.iter().find(|run| run.from > at);
    let ended = over.and_then(|run| Some((run.until?, run.cancelled.is_some())));
    let says = match (ended, coming) {
        (Some((end, true)), _) => {
            format!(
                "{name} was cancelled and ended on {}",
                situation.last_day(end)
            )
        }
        (Some((end, false)), _) => format!("{name} ended on {}", situation.last_day(end)),
        (None, Some(run)) => format!("{name} begins on {}", situation.day(run.from)),
        (None, None) => format!("{name} was cancelled before it began"),
    };
    Finding::refused(Rule::Contract, says).remedy(match coming {
        Some(run) => format!("it can be asked from {} on", situation.day(run.from)),
        None => format!("`sladesk contract renew {}`", contract.id.0),
    })
}
