//! Of the contract.

use chrono::NaiveDate;

use crate::core::account::AfterTerm;
use crate::core::entitlement::ContractCode as C;
use crate::core::model::ContractId;
use crate::wording::{Phrase, Spoken, said};

pub(super) fn phrase(code: &C) -> Phrase {
    match code {
        C::NoContract { customer } => said::found_no_contract(customer),
        C::InForce {
            contract,
            plan,
            until,
            then,
        } => in_force(name(*contract, plan), *until, *then),
        C::Ended { contract, plan, on } => said::found_ended(name(*contract, plan), on),
        C::CancelledAndEnded { contract, plan, on } => {
            said::found_cancelled_and_ended(name(*contract, plan), on)
        }
        C::NotBegun {
            contract,
            plan,
            from,
        } => said::found_not_begun(from, name(*contract, plan)),
        C::CancelledBeforeItBegan { contract, plan } => {
            said::found_cancelled_before(name(*contract, plan))
        }
    }
}

fn in_force(name: Phrase, until: Option<NaiveDate>, then: Option<AfterTerm>) -> Phrase {
    match (then, until) {
        (Some(AfterTerm::Open), _) => said::found_in_force_without_end(name),
        (Some(AfterTerm::Renews(_)), Some(day)) => said::found_renews(name, day),
        (Some(AfterTerm::Cancelled), Some(day)) => said::found_cancelled_until(name, day),
        (Some(AfterTerm::Cancelled), None) => said::found_cancelled(name),
        (Some(AfterTerm::Ends), Some(day)) => said::found_in_force_until(name, day),
        (None, _) | (Some(AfterTerm::Ends | AfterTerm::Renews(_)), None) => {
            said::found_in_force(name)
        }
    }
}

/// `contract 7 (creatio/business)`.
fn name(contract: ContractId, plan: &Option<String>) -> Phrase {
    match plan {
        Some(plan) => said::found_contract(contract.to_string(), Spoken::plan(plan)),
        None => said::found_contract_alone(contract.to_string()),
    }
}
