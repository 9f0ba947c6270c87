//! What is said where an act of the plan is marked.

use crate::core::model::TicketNo;

/// In place of the name of a plan.
pub(crate) const NO_PLAN: &str = "no plan";

/// A plan that has no acts of its own.
pub(crate) const NO_ACTS: &str =
    "it has no acts of its own: `[acts]` of a plan file names them, `sladesk help plans`";

/// The verb that does what every plan has a word for.
pub(crate) fn verb_of(act: &str) -> Option<&'static str> {
    Some(match act {
        "reply" | "replied" => "reply",
        "ack" | "acknowledged" => "ack",
        "assign" | "assigned" => "assign",
        "eta" => "eta",
        "escalate" | "escalated" => "escalate",
        "resolve" | "resolved" => "resolve",
        "close" | "closed" => "close",
        "reopen" | "reopened" => "reopen",
        _ => return None,
    })
}

/// How that is done.
pub(crate) fn by_its_verb(verb: &str, number: TicketNo) -> String {
    format!("`sladesk {verb} {number}` does that, in every plan")
}

/// An act that is not marked, and how it would be.
pub(crate) fn none_to_withdraw(number: TicketNo, act: &str) -> (String, String) {
    (
        format!("there is no `{act}` of {number} to withdraw"),
        format!(
            "`sladesk show {number}` lists what was done; `sladesk mark {number} {act}` marks it"
        ),
    )
}
