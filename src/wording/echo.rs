//! What a write says it did: which ticket, to whom, what became of each clock, what is due next.

use crate::context::WriteMode;
use crate::core::model::{AllowanceUnit, State, TicketNo};
use crate::core::time::open_time;

/// The ticket, with what shows that it is the one that was meant.
pub(crate) fn ticket(number: TicketNo, did: &str, customer: &str, subject: &str) -> String {
    format!("{number}: {did} ({customer}, \"{subject}\")")
}

/// The same, of a dry run.
pub(crate) fn not_written(number: TicketNo, did: &str, customer: &str, subject: &str) -> String {
    format!("{number}, not written: {did} ({customer}, \"{subject}\")")
}

/// The same of a customer's account (none: what is named is the account itself), and more of it.
pub(crate) fn account(mode: WriteMode, of: Option<&str>, did: &str, more: &str) -> String {
    match (mode, of) {
        (WriteMode::ForReal, Some(customer)) => format!("{customer}: {did}{more}"),
        (WriteMode::ForReal, None) => format!("{did}{more}"),
        (WriteMode::DryRun, Some(customer)) => format!("{customer}, not written: {did}{more}"),
        (WriteMode::DryRun, None) => format!("not written: {did}{more}"),
    }
}

/// What follows from it.
pub(crate) fn follows(says: &[String]) -> String {
    format!("  {}", says.join("; "))
}

/// What was said, and to whom.
pub(crate) fn to(what: &str, whom: &str) -> String {
    format!("{what} to {whom}")
}

/// What was done, and who that is.
pub(crate) fn who(what: &str, who: &str) -> String {
    format!("{what}, {who}")
}

/// What was done with another ticket, and whose and about what that is.
pub(crate) fn other(what: &str, customer: &str, subject: &str) -> String {
    format!("{what}: {customer}, \"{subject}\"")
}

/// Of whom the customer's word came.
pub(crate) fn heard(whom: &str) -> String {
    format!("heard from {whom}")
}

/// The customer's word ended a wait.
pub(crate) fn waits_no_more(heard: &str) -> String {
    format!("{heard}, waits no more")
}

/// A time here, and the same elsewhere.
pub(crate) fn elsewhere(here: &str, there: &str, zone: &str) -> String {
    format!("{here} ({there} in {zone})")
}

/// A milestone was reached in time.
pub(crate) fn met(milestone: &str, left: Option<i64>) -> String {
    match left {
        Some(left) => format!("{milestone} met with {} left", open_time(left)),
        None => format!("{milestone} met"),
    }
}

/// A milestone was reached too late.
pub(crate) fn late(milestone: &str, by: Option<i64>) -> String {
    match by {
        Some(by) => format!("{milestone} reached {} late", open_time(by)),
        None => format!("{milestone} reached late"),
    }
}

/// How to say why it was late.
pub(crate) fn say_why(number: TicketNo, milestone: &str) -> String {
    format!("`sladesk cause {number} {milestone}` says why")
}

/// A clock ended without being reached.
pub(crate) fn ended(milestone: &str, state: &str) -> String {
    format!("{milestone} {state}")
}

/// A clock has no due.
pub(crate) fn stands_still(milestone: &str) -> String {
    format!("{milestone} stands still")
}

/// A clock goes on by itself.
pub(crate) fn stands_still_until(milestone: &str, until: &str, due: &str) -> String {
    format!("{milestone} stands still until {until}, due {due}")
}

/// Nothing is ever due.
pub(crate) fn never_due(milestone: &str) -> String {
    format!("{milestone} is never due")
}

/// When a clock is due.
pub(crate) fn due(milestone: &str, at: &str) -> String {
    format!("{milestone} due {at}")
}

/// The same of a clock whose deadline is the target of a kind of tickets.
pub(crate) fn as_kind(says: &str, kind: &str) -> String {
    format!("{says} as {kind}")
}

/// What a ticket is now, and that its deadline is none the later for it.
pub(crate) fn would_be(milestone: &str, kind: Option<&str>, at: &str) -> String {
    let kind = kind.unwrap_or("any other ticket");
    format!("as {kind} {milestone} would be due {at}, what it was stands")
}

/// How to say that it was so all along.
pub(crate) fn or_corrects(says: &str) -> String {
    format!("{says} (`--corrects WHY` if it was misfiled)")
}

/// When a clock was due that is broken.
pub(crate) fn was_due(milestone: &str, at: &str) -> String {
    format!("{milestone} was due {at}")
}

/// A clock that had ended in time, and has not by what is written now.
pub(crate) fn broken_by_this(was_due: &str) -> String {
    format!("{was_due}: broken by this")
}

/// What was charged to an allowance; below nothing where time was taken back.
pub(crate) fn charged(allowance: &str, amount: i64, overage: i64, left: Option<i64>) -> String {
    let shown = |seconds: i64| AllowanceUnit::Hours.shown(seconds);
    let mut says = match amount {
        0 => format!("nothing charged to {allowance}"),
        back if back < 0 => format!("{} given back to {allowance}", shown(-back)),
        amount => format!("{} charged to {allowance}", shown(amount)),
    };
    if overage > 0 {
        says += &format!(", {} of it overage", shown(overage));
    }
    match left {
        Some(0) => says + ", none left",
        Some(left) => says + &format!(", {} left", shown(left)),
        None => says,
    }
}

/// It was not to be opened.
pub(crate) const REFUSED: &str = "kept as refused";

/// It was opened all the same.
pub(crate) const COURTESY: &str = "a courtesy, nothing is promised";

/// The terms have no target for it.
pub(crate) const NO_TARGET: &str = "nothing is promised at its priority";

/// What holds of a ticket when something was taken back.
pub(crate) fn again(state: State, priority: Option<&str>, assignee: Option<&str>) -> String {
    if state == State::Void {
        return state.word().to_owned();
    }
    let priority = priority.map_or_else(String::new, |priority| format!(" as {priority}"));
    let assignee = assignee.unwrap_or("nobody");
    format!("{} again{priority}, assigned to {assignee}", state.word())
}
