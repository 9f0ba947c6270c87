//! What a rule found, as a clause of a sentence. The source's clause stands beside it.

mod allowance;
mod change;
mod channel;
mod contact;
mod contract;
mod priority;
mod topic;

use crate::core::entitlement::{Finding, FindingCode};
use crate::core::model::{Coded, Ruling};

pub(super) use contact::{may_ask, qualified};

/// What a finding says.
pub(crate) fn says(finding: &Finding) -> String {
    let people: Vec<&str> = finding.people.iter().map(String::as_str).collect();
    code(&finding.code, &people)
}

/// What was said against a request when it was opened. Of whom it spoke is taken from the people
/// of the event; who was erased since is somebody.
pub(crate) fn ruling(ruling: &Ruling, people: &[String]) -> String {
    let person = |place: &usize| people.get(*place).map_or(ERASED, String::as_str);
    let named: Vec<&str> = ruling.people.iter().map(person).collect();
    kept(&ruling.found, &named)
}

/// Stands where a person was named who was erased since.
const ERASED: &str = "somebody";

fn kept(found: &Coded, people: &[&str]) -> String {
    match FindingCode::read(found) {
        Some(known) => code(&known, people),
        None => found.code.replace('-', " "),
    }
}

fn code(code: &FindingCode, people: &[&str]) -> String {
    let who = people.first().copied().unwrap_or(ERASED);
    match code {
        FindingCode::Contract(code) => contract::says(code),
        FindingCode::Contact(code) => contact::says(code, who, people),
        FindingCode::Qualification(code) => contact::holds(code, who),
        FindingCode::Channel(code) => channel::says(code),
        FindingCode::Topic(code) => topic::says(code),
        FindingCode::Named(code) => priority::names(code),
        FindingCode::Priority(code) => priority::says(code),
        FindingCode::Change(code) => change::says(code),
        FindingCode::Allowance(code) => allowance::says(code),
    }
}
