//! Of the contract.

use chrono::NaiveDate;

use crate::core::account::AfterTerm;
use crate::core::entitlement::ContractCode as C;
use crate::core::model::ContractId;

pub(super) fn says(code: &C) -> String {
    match code {
        C::NoContract { customer } => format!("{customer} has no contract"),
        C::InForce {
            contract,
            plan,
            until,
            then,
        } => in_force(&name(*contract, plan), *until, *then),
        C::Ended { contract, plan, on } => format!("{} ended on {on}", name(*contract, plan)),
        C::CancelledAndEnded { contract, plan, on } => {
            format!("{} was cancelled and ended on {on}", name(*contract, plan))
        }
        C::NotBegun {
            contract,
            plan,
            from,
        } => format!("{} begins on {from}", name(*contract, plan)),
        C::CancelledBeforeItBegan { contract, plan } => {
            format!("{} was cancelled before it began", name(*contract, plan))
        }
    }
}

fn in_force(name: &str, until: Option<NaiveDate>, then: Option<AfterTerm>) -> String {
    let until = until.map_or_else(String::new, |day| format!(" until {day}"));
    match then {
        None => format!("{name} is in force"),
        Some(AfterTerm::Ends) => format!("{name} is in force{until}"),
        Some(AfterTerm::Open) => format!("{name} is in force, and no end is agreed"),
        Some(AfterTerm::Renews(_)) => {
            format!("{name} is in force{until} and then renews by itself")
        }
        Some(AfterTerm::Cancelled) => format!("{name} is cancelled and in force{until}"),
    }
}

/// `contract 7 (creatio/business)`.
fn name(contract: ContractId, plan: &Option<String>) -> String {
    match plan {
        Some(plan) => format!("contract {contract} ({plan})"),
        None => format!("contract {contract}"),
    }
}
