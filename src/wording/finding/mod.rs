//! What a rule found, as a clause of a sentence. The source's clause stands beside it.

mod allowance;
mod change;
mod channel;
mod component;
mod contact;
mod contract;
mod priority;
mod topic;
mod version;

use crate::core::entitlement::{Finding, FindingCode};
use crate::core::model::Ruling;
use crate::core::text::ERASED;
use crate::wording::{Phrase, said};

pub(super) use contact::{may_ask, qualified};

/// What a finding says.
pub(crate) fn says(finding: &Finding) -> String {
    phrase(finding).in_english()
}

/// The same, for a page that has a language. What a change of priority is told is the desk's.
pub(crate) fn phrase(finding: &Finding) -> Phrase {
    let people: Vec<&str> = finding.people.iter().map(String::as_str).collect();
    phrase_of(&finding.code, &people)
}

/// What was said against a request when it was opened. Of whom it spoke is taken from the people
/// of the event; who was erased since is told as that.
pub(crate) fn ruling(ruling: &Ruling, people: &[String]) -> Phrase {
    let person = |place: &usize| people.get(*place).map_or(ERASED, String::as_str);
    let named: Vec<&str> = ruling.people.iter().map(person).collect();
    match FindingCode::read(&ruling.found) {
        Some(known) => phrase_of(&known, &named),
        None => said::as_it_is(ruling.found.code.replace('-', " ")),
    }
}

fn phrase_of(code: &FindingCode, people: &[&str]) -> Phrase {
    let who = people.first().map_or_else(
        || {
            let somebody: Phrase = said::somebody();
            somebody.in_english()
        },
        |who| (*who).to_owned(),
    );
    match code {
        FindingCode::Contract(code) => contract::phrase(code),
        FindingCode::Contact(code) => contact::phrase(code, &who, people),
        FindingCode::Qualification(code) => contact::holds(code, &who),
        FindingCode::Channel(code) => channel::phrase(code),
        FindingCode::Topic(code) => topic::phrase(code),
        FindingCode::Component(code) => component::phrase(code),
        FindingCode::Version(code) => version::phrase(code),
        FindingCode::Language(code) => version::language(code),
        FindingCode::Named(code) => priority::names(code),
        FindingCode::Priority(code) => priority::phrase(code),
        FindingCode::Change(code) => said::as_it_is(change::says(code)),
        FindingCode::Allowance(code) => allowance::phrase(code),
    }
}
