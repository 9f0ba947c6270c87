//! A contract must be in force at the moment of the request.

use super::super::finding::{Finding, Rule};
use super::super::request::{Situation, Standing};
use crate::core::terms::Terms;

pub(in super::super) fn contract(terms: Option<&Terms>, situation: &Situation) -> Finding {
    let name = match (situation.contract, terms) {
        (Some(id), Some(terms)) => format!("contract {} ({})", id.0, terms.name()),
        (Some(id), None) => format!("contract {}", id.0),
        (None, _) => "the contract".to_owned(),
    };
    let customer = situation.customer;
    let found = match situation.standing {
        Standing::None => {
            return Finding::refused(Rule::Contract, format!("{customer} has no contract"))
                .remedy(format!("`sladesk contract sign {customer} PLAN`"));
        }
        Standing::InForce { until } => Finding::allowed(
            Rule::Contract,
            format!("{name} is in force until {}", situation.last_day(until)),
        ),
        Standing::NotBegun(from) => Finding::refused(
            Rule::Contract,
            format!("{name} begins on {}", situation.day(from)),
        )
        .remedy(format!("it can be asked from {} on", situation.day(from))),
        Standing::Lapsed(end) => Finding::refused(
            Rule::Contract,
            format!("{name} ended on {}", situation.last_day(end)),
        )
        .remedy(renew(situation)),
        Standing::Cancelled(end) => Finding::refused(
            Rule::Contract,
            format!(
                "{name} was cancelled and ended on {}",
                situation.last_day(end)
            ),
        )
        .remedy(renew(situation)),
    };
    match terms {
        Some(terms) => {
            let own = terms.term.as_ref().map(|term| &term.source);
            found.clause(terms, own, "term")
        }
        None => found,
    }
}

fn renew(situation: &Situation) -> Option<String> {
    let contract = situation.contract?;
    Some(format!("`sladesk contract renew {}`", contract.0))
}
