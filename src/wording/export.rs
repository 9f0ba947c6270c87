//! What a page says of all that the record has of somebody.

use crate::core::model::TicketNo;

/// The answer, as messages name it.
pub(crate) const NAME: &str = "export --about";

/// Who was told.
pub(crate) const TOLD_TO: &str = "told to";

/// The title.
pub(crate) fn title(who: &str) -> String {
    format!("All that the record has of {who}")
}

/// How much it is.
pub(crate) fn says(events: usize) -> String {
    match events {
        1 => "1 event, as the record has it.".to_owned(),
        n => format!("{n} events, as the record has them."),
    }
}

/// The record has nothing.
pub(crate) const NOTHING: &str = "the record has nothing of that";

/// What stands beside tickets.
pub(crate) const ACCOUNT: &str = "The account";

/// A ticket.
pub(crate) fn ticket(number: TicketNo, subject: Option<&str>) -> String {
    match subject {
        Some(subject) => format!("Ticket {number}: {subject}"),
        None => format!("Ticket {number}"),
    }
}

/// What follows if it is to go.
pub(crate) const REDACTIONS: &str = "What a redaction would take out";

/// All of it is out.
pub(crate) const NOTHING_LEFT: &str = "Nothing: no words and no names are left in it.";

/// What stays.
pub(crate) const KEPT: &str = "What happened when, numbers and codes stay: the record's chain rests on them. \
     Other tickets and other people's words may name somebody too; search finds them.";

/// Who somebody is.
pub(crate) fn takes_out_who(contact: &str, events: &[String]) -> String {
    format!(
        "`sladesk db redact {contact} -m WHY` takes out who it is (events {}).",
        events.join(", ")
    )
}

/// Who all of a customer's people are.
pub(crate) fn takes_out_everybody(events: &[String]) -> String {
    format!(
        "`sladesk db redact {} -m WHY` takes out who the customer's people are.",
        events.join(" ")
    )
}

/// What was written.
pub(crate) fn takes_out_text(events: &[String]) -> String {
    format!(
        "`sladesk db redact {} -m WHY` takes out what was written.",
        events.join(" ")
    )
}

/// What is out already.
pub(crate) fn erased(events: usize) -> String {
    match events {
        1 => "1 event was redacted before.".to_owned(),
        n => format!("{n} events were redacted before."),
    }
}

/// The whole record has one form, and whose parts are wanted has another command.
pub(crate) const ONLY_LINES: (&str, &str) = (
    "`export` is jsonl, whole, as `import desk` takes it",
    "leave `-f` and `--fields` out; `sladesk list -f json` and others show parts",
);
