//! What would be allowed instead, and what to know besides.

use super::finding::{may_ask, qualified};
use super::list::{either, listed, verb};
use crate::core::entitlement::{AllowanceUnit, FindingFact, Remedy as R};
use crate::core::terms::RequiredField;

/// What to know besides a refusal.
pub(crate) fn fact(fact: &FindingFact) -> String {
    match fact {
        FindingFact::MayAsk { seats, people } => may_ask(*seats, people),
        FindingFact::Qualified {
            qualification,
            people,
        } => qualified(qualification, people),
    }
}

/// A way out.
pub(crate) fn remedy(remedy: &R) -> String {
    match remedy {
        R::Sign { customer } => format!("`sladesk contract sign {customer} PLAN`"),
        R::Renew(contract) => format!("`sladesk contract renew {contract}`"),
        R::AskFrom(day) => format!("it can be asked from {day} on"),
        R::Authorise { customer, email } => {
            format!("`sladesk contact add {customer} {email} --name NAME` authorises")
        }
        R::LetAsk(people) => format!("let {} ask", listed(people)),
        R::Qualify {
            email,
            qualification,
        } => format!("`sladesk contact edit {email} --qualification {qualification}`"),
        R::UseChannel(channels) => format!("use {}", either(channels)),
        R::AskIn(titles) => format!("ask in: {}", either(titles)),
        R::IncludedIn(plans) => {
            let include = verb(plans, "includes", "include");
            format!("{} {include} it", listed(plans))
        }
        R::TicketsOn(plans) => format!("tickets can be opened on {}", listed(plans)),
        R::NotCountedIn(plans) => {
            format!(
                "{} {} not count them",
                listed(plans),
                verb(plans, "does", "do")
            )
        }
        R::AddTopic { contract, topic } => {
            format!("`sladesk contract amend {contract} --start DAY --set topics+={topic}` adds it")
        }
        R::Name(fields) => format!("add `{}`", flags(fields)),
        R::CanHave(priorities) => format!("it can have {}", listed(priorities)),
        R::OpenAs(priority) => format!("open it as {priority}"),
        R::Buy {
            contract,
            allowance,
            unit,
        } => {
            let amount = match unit {
                AllowanceUnit::Cases => "+1",
                AllowanceUnit::Hours => "+10h",
            };
            format!("`sladesk contract adjust {contract} {allowance} {amount}` adds to it")
        }
        R::DidYouMean(word) => format!("did you mean `{word}`?"),
        R::CanBe(words) => format!("it can be {}", listed(words)),
        R::NoReason { plan } => format!("{plan} has none for this change"),
        R::Reasons(reasons) => {
            let reasons: Vec<String> = reasons
                .iter()
                .map(|reason| format!("`--reason {reason}`"))
                .collect();
            format!("one of these: {}", reasons.join(", "))
        }
    }
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
