//! Sentences about what was agreed with a customer.

use chrono::NaiveDate;

use super::list::listed;
use crate::core::entitlement::AllowanceUnit;
use crate::core::model::ContractId;
use crate::core::time::Span;

/// `from 2026-01-01 to 2026-12-31, then for 12 months more by itself`. No last day: it has no
/// agreed end; `renews`: months that each renewal by itself adds.
pub(crate) fn term(begins: NaiveDate, last: Option<NaiveDate>, renews: Option<u32>) -> String {
    let Some(last) = last else {
        return format!("from {begins} on, without an agreed end");
    };
    let then = match renews {
        Some(1) => ", then by itself month after month".to_owned(),
        Some(months) => format!(", then by itself for {months} months more each time"),
        None => String::new(),
    };
    format!("from {begins} to {last}{then}")
}

/// What is not promised, if anything.
pub(crate) fn left_open(paths: &[String]) -> Option<String> {
    (!paths.is_empty()).then(|| format!("left open, so not promised: {}", paths.join(", ")))
}

/// How a cancelled contract ends.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Ending {
    WithItsTerm,
    WithThisDay,
    /// The notice for its term has passed.
    WithTheNextTerm,
    WithTheLeastTerm,
    /// On a day that was named, before its term does.
    BeforeItsTerm,
    OnADay,
}

/// When a cancelled contract ends, and why then.
pub(crate) fn ends(ending: Ending, last: NaiveDate) -> String {
    match ending {
        Ending::WithItsTerm => format!("it ends with its term, on {last}"),
        Ending::WithThisDay => format!("it ends with this day, on {last}"),
        Ending::WithTheNextTerm => {
            format!("the notice for this term has passed, so it ends with the next one, on {last}")
        }
        Ending::WithTheLeastTerm => format!("it ends with the least term, on {last}"),
        Ending::BeforeItsTerm => format!("it ends on {last}, before its term does"),
        Ending::OnADay => format!("it ends on {last}"),
    }
}

/// Why a contract cannot end on a day.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum NoEnd {
    LeastTerm,
    AgreedTerm,
    NoticePassed,
}

/// A contract cannot end then.
pub(crate) fn cannot_end(contract: ContractId, why: NoEnd) -> String {
    let why = match why {
        NoEnd::LeastTerm => "it is bought for a least term",
        NoEnd::AgreedTerm => "its term is agreed to the end",
        NoEnd::NoticePassed => "the notice for this term has passed",
    };
    format!("contract {contract} cannot end then: {why}")
}

/// The earliest day on which it can.
pub(crate) fn earliest_end(day: NaiveDate) -> String {
    format!("`--end {day}` is the earliest")
}

/// A contract begins after the day on which it was to end.
pub(crate) fn begins_later(contract: ContractId, begins: NaiveDate) -> String {
    format!("contract {contract} begins on {begins}, after that day")
}

/// A contract ends by itself before the day on which it was to be cancelled.
pub(crate) fn ended_before(contract: ContractId, last: NaiveDate) -> String {
    format!("contract {contract} ends on {last}, before that day")
}

/// How a contract goes on.
pub(crate) fn renew_goes_on(contract: ContractId) -> String {
    format!("`sladesk contract renew {contract}` lets it go on")
}

/// A contract that is over, or cancelled already, with its last day.
pub(crate) fn over(contract: ContractId, cancelled: bool, last: Option<NaiveDate>) -> String {
    let word = match cancelled {
        true => "is cancelled already",
        false => "is over",
    };
    match last {
        Some(last) => format!("contract {contract} {word}: its last day is {last}"),
        None => format!("contract {contract} {word}"),
    }
}

/// Tickets that were opened under a contract after the day on which it was to end.
pub(crate) fn opened_after(tickets: &str, many: bool, contract: ContractId) -> String {
    let were = if many { "were" } else { "was" };
    format!("{tickets} {were} opened under contract {contract} after that day")
}

/// What is to be done about them.
pub(crate) const NOT_BEFORE_TICKETS: &str = "`--end` must not lie before them";

/// Work that was charged to a contract after the day on which it was to end.
pub(crate) fn charged_after(tickets: &str, contract: ContractId) -> String {
    format!("work on {tickets} was charged to contract {contract} after that day")
}

/// What is to be done about it.
pub(crate) const NOT_BEFORE_WORK: &str = "`--end` must not lie before it";

/// `12h 30m left` of an allowance that was adjusted, or how much is used beyond it.
pub(crate) fn left(unit: AllowanceUnit, left: i64, over: i64) -> String {
    match over {
        0 => format!("{} left", unit.shown(left)),
        over => format!("none left, {} over", unit.shown(over)),
    }
}

/// More is to be taken away than is left.
pub(crate) fn not_so_much_left(
    unit: AllowanceUnit,
    allowance: &str,
    left: i64,
    less: i64,
) -> String {
    let shown = match left {
        0 => "nothing".to_owned(),
        left => unit.shown(left),
    };
    let less = unit.shown(less);
    format!("{allowance} has {shown} left: {less} cannot be taken away")
}

/// What can be taken away.
pub(crate) fn all_that_is_left(unit: AllowanceUnit, left: i64) -> String {
    match (left, unit) {
        (0, _) => "what was used stays used".to_owned(),
        (left, AllowanceUnit::Cases) => format!("`-{left}` takes away all that is left"),
        (left, AllowanceUnit::Hours) => {
            format!("`-{}` takes away all that is left", Span::Time(left))
        }
    }
}

/// An amount without a sign, and how it is written.
pub(crate) fn no_sign(word: &str) -> (String, String) {
    (
        format!("`{word}` has no sign"),
        format!("write `+{word}` to add, `-{word}` to take away"),
    )
}

/// What is no amount of a unit, and how one is written.
pub(crate) fn no_amount(unit: AllowanceUnit, word: &str) -> (String, &'static str) {
    match unit {
        AllowanceUnit::Cases => (
            format!("`{word}` is no number of cases"),
            "write `+5`, or `-1` to take one away",
        ),
        AllowanceUnit::Hours => (
            format!("`{word}` is no amount of hours"),
            "write `+10h`, or `-1h30m` to take some away",
        ),
    }
}

/// A day on which a contract is not in force, and where its days are told.
pub(crate) fn not_in_force(contract: ContractId, day: NaiveDate) -> (String, String) {
    (
        format!("contract {contract} is not in force on {day}"),
        format!("`sladesk contract show {contract}` tells from when to when it is"),
    )
}

/// The record holds no terms of a contract.
pub(crate) fn no_terms(contract: ContractId) -> String {
    format!("contract {contract} has no terms")
}

/// An amendment that changes nothing.
pub(crate) fn says_that_already(contract: ContractId) -> String {
    format!("contract {contract} says all that already")
}

/// A plan through which no ticket can be opened any more.
pub(crate) fn takes_no_tickets(plan: &str) -> String {
    format!("{plan} takes no tickets then: it has no channel through which one is opened")
}

/// An amendment of the length of a contract, and what agrees another.
pub(crate) fn keeps_its_length(contract: ContractId, day: NaiveDate) -> (String, String) {
    (
        format!("an amendment does not change for how long contract {contract} is agreed"),
        format!(
            "`sladesk contract renew {contract} --start {day}` agrees another length from then on, \
             `--end DAY` says until when"
        ),
    )
}

/// What was agreed for a later day and takes nothing of the amendment in.
pub(crate) fn holds_as_agreed(day: NaiveDate, plan: &str) -> String {
    format!("from {day} on {plan} holds as it was agreed, without this amendment")
}

/// An amendment that is dated back before tickets were opened, and what tells more.
pub(crate) fn dated_back(day: NaiveDate, tickets: &str, many: bool) -> (String, &'static str) {
    let were = if many { "were" } else { "was" };
    (
        format!("the amendment is dated back to {day}, and {tickets} {were} opened since"),
        "with `--dry-run` it says what would change for them",
    )
}

/// What a renewal changes.
pub(crate) fn changes(changes: &[String]) -> Option<String> {
    (!changes.is_empty()).then(|| format!("what changes: {}", changes.join("; ")))
}

/// What was agreed before and has no place in the plan that goes on.
pub(crate) fn has_no_place(before: &str, plan: &str, paths: &[String]) -> Option<String> {
    let paths = paths.join(", ");
    (!paths.is_empty())
        .then(|| format!("what was agreed on {before} has no place in {plan}: {paths}"))
}

/// A renewal from before a contract began.
pub(crate) fn renewed_before(contract: ContractId, began: NaiveDate) -> String {
    format!("contract {contract} began on {began}: a renewal comes after that")
}

/// A renewal of a contract without an agreed end.
pub(crate) fn renewal_needs_a_day(contract: ContractId) -> String {
    format!("contract {contract} has no agreed end: a renewal needs its first day")
}

/// A renewal of a contract that is over, and the day from which it leaves no gap.
pub(crate) fn renewed_late(
    contract: ContractId,
    last: NaiveDate,
    next: NaiveDate,
) -> (String, String) {
    (
        format!("contract {contract} ended on {last}: from which day on is it renewed"),
        format!("from {next} no day is uncovered"),
    )
}

/// A plan whose channels are all self-service.
pub(crate) fn self_service(plan: &str) -> String {
    format!("{plan} takes no tickets: its channels are self-service")
}

/// A zone that a plan does not list.
pub(crate) fn zone_cannot_be(zone: &str, plan: &str, choices: &[String]) -> String {
    format!(
        "the zone cannot be {zone}: {plan} has {}",
        choices.join(", ")
    )
}

/// Open terms that a signing must settle.
pub(crate) fn leaves_open(plan: &str) -> String {
    format!("{plan} leaves to the contract what must be settled")
}

/// What settles them, and what leaves the first of them open.
pub(crate) fn settle(flags: &[String], flag_open: &str) -> [String; 2] {
    [
        format!("add `{}`", flags.join(" ")),
        format!("`{flag_open}` leaves it open knowingly: it is not promised then"),
    ]
}

/// Other contracts that cover the same days from a day on; none where there are none.
pub(crate) fn cover_too(others: &[String], customer: &str, from: NaiveDate) -> Option<String> {
    let cover = match others {
        [] => return None,
        [one] => format!("contract {one} covers"),
        several => format!("contracts {} cover", listed(several)),
    };
    Some(format!(
        "{cover} {customer} too from {from} on: `open` will ask for `--contract`"
    ))
}

/// Days that no contract covers.
pub(crate) fn uncovered(customer: &str, from: NaiveDate, last: NaiveDate) -> String {
    format!("no contract covers {customer} from {from} to {last}")
}
