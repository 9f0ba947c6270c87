//! What would be allowed instead, and what to know besides.

use super::finding::{may_ask, qualified};
use super::list::listed;
use super::{Phrase, Spoken, said};
use crate::core::entitlement::{AllowanceUnit, FindingFact, Remedy as R};
use crate::core::terms::RequiredField;

/// What to know besides a refusal.
pub(crate) fn fact(fact: &FindingFact) -> Phrase {
    match fact {
        FindingFact::MayAsk { seats, people } => may_ask(*seats, people),
        FindingFact::Qualified {
            qualification,
            people,
        } => qualified(qualification, people),
    }
}

/// A way out.
pub(crate) fn remedy(remedy: &R) -> Phrase {
    match remedy {
        R::Sign { customer } => said::as_it_is(format!("`sladesk contract sign {customer} PLAN`")),
        R::Renew(contract) => said::as_it_is(format!("`sladesk contract renew {contract}`")),
        R::AskFrom(day) => said::remedy_ask_from(day),
        R::Authorise { customer, email } => said::remedy_authorise(format!(
            "`sladesk contact add {customer} {email} --name NAME`"
        )),
        R::LetAsk(people) => said::remedy_let_ask(Spoken::all(people)),
        R::Qualify {
            email,
            qualification,
        } => said::as_it_is(format!(
            "`sladesk contact edit {email} --qualification {qualification}`"
        )),
        R::UseChannel(channels) => {
            said::remedy_use(Spoken::AnyOf(Spoken::each(Spoken::channel, channels)))
        }
        R::UseVersion(versions) => said::remedy_use_version(Spoken::any_of(versions)),
        R::AskIn(titles) => said::remedy_ask_in(Spoken::any_of(titles)),
        R::UnderContract(contracts) => {
            let named = contracts.iter().map(|id| format!("`--contract {id}`"));
            said::as_it_is(listed(&named.collect::<Vec<_>>()))
        }
        R::IncludedIn(plans) => said::remedy_included_in(Spoken::count(plans), plans_of(plans)),
        R::TicketsOn(plans) => said::remedy_tickets_on(plans_of(plans)),
        R::NotCountedIn(plans) => {
            said::remedy_not_counted_in(Spoken::count(plans), plans_of(plans))
        }
        R::AddTopic { contract, topic } => said::remedy_add_topic(format!(
            "`sladesk contract amend {contract} --start DAY --set topics+={topic}`"
        )),
        R::Name(fields) => said::remedy_name(format!("`{}`", flags(fields))),
        R::CanHave(priorities) => {
            said::found_can_have(Spoken::All(Spoken::each(Spoken::priority, priorities)))
        }
        R::OpenAs(priority) => said::remedy_open_as(Spoken::priority(priority)),
        R::Buy {
            contract,
            allowance,
            unit,
        } => {
            let amount = match unit {
                AllowanceUnit::Cases => "+1",
                AllowanceUnit::Hours => "+10h",
            };
            said::remedy_buy(format!(
                "`sladesk contract adjust {contract} {allowance} {amount}`"
            ))
        }
        R::DidYouMean(word) => said::remedy_did_you_mean(format!("`{word}`")),
        // of a change of priority, which is the desk's
        R::CanBe(words) => said::as_it_is(format!("it can be {}", listed(words))),
        R::NoReason { plan } => said::as_it_is(format!("{plan} has none for this change")),
        R::Reasons(reasons) => {
            let reasons: Vec<String> = reasons
                .iter()
                .map(|reason| format!("`--reason {reason}`"))
                .collect();
            said::as_it_is(format!("one of these: {}", reasons.join(", ")))
        }
    }
}

/// Plans of which all are meant.
fn plans_of(names: &[String]) -> Spoken {
    Spoken::All(Spoken::each(Spoken::plan, names))
}

/// `--version V --topic T`.
fn flags(fields: &[RequiredField]) -> String {
    let flag = |field: &RequiredField| {
        let word = field.word();
        format!("--{word} {}", word[..1].to_uppercase())
    };
    let flags: Vec<String> = fields.iter().map(flag).collect();
    flags.join(" ")
}
