//! What is said of values that were typed and say nothing.

use crate::core::model::{EntryId, TicketNo};

/// A flag that was given nothing.
pub(crate) fn flag_is_empty(name: &str) -> String {
    format!("`--{name}` is empty")
}

/// `-0h`, which adds nothing and takes nothing away.
pub(crate) fn amount_of_nothing(word: &str) -> String {
    format!("`{word}` is an amount of nothing")
}

/// Work that took no time.
pub(crate) fn no_time_spent(word: &str) -> String {
    format!("`{word}` is no time spent")
}

/// How work is booked that costs nothing.
pub(crate) const CHARGE_NOTHING: &str = "`--charge 0m` charges nothing for what was spent";

/// A flag without which no ticket is opened.
pub(crate) fn open_needs(flag: &str) -> String {
    format!("`open` needs `{flag}`")
}

/// Why a word is asked for: the plan wants it on every ticket.
pub(crate) fn asked_by(plan: &str, clause: Option<&str>) -> String {
    match clause {
        Some(clause) => format!("{plan} wants it on every ticket ({clause})"),
        None => format!("{plan} wants it on every ticket"),
    }
}

/// Why impact and urgency are asked for in place of a priority.
pub(crate) fn of_matrix(plan: &str) -> String {
    format!("{plan} makes the priority of impact and urgency")
}

/// No ticket is opened without one.
pub(crate) const NEEDS_A_PRIORITY: &str = "`open` needs a priority";

/// The verb by which open tickets come under other terms.
pub(crate) const AMENDING: &str = "contract amend";

/// A ticket comes under a plan that has not the priority of it.
pub(crate) fn needs_another_priority(plan: &str, priority: &str, verb: &str) -> String {
    format!("{plan} has no {priority}: `{verb}` needs the priority that it gets there")
}

/// What an edit cannot take back, and what does: the customer asked for a kind of tickets in a later word.
pub(crate) fn asked_later(ticket: TicketNo, entry: EntryId) -> (String, String) {
    (
        format!("{ticket} is asked for what it is by a word of the customer, not by its opening"),
        format!("`sladesk undo e{entry}` takes that word back"),
    )
}

/// What gives a priority where the plan has a matrix.
pub(crate) const MATRIX_GIVES_IT: &str = "`--impact` and `--urgency` give it too";

/// No ticket is opened without one.
pub(crate) const NEEDS_A_CHANNEL: &str = "`open` needs a channel";

/// What the word of filters for nothing means, where somebody would be called so.
pub(crate) fn finds_those_without(word: &str, what: &str) -> String {
    format!("`{word}` finds what has no {what}")
}
