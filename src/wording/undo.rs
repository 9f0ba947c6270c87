//! Why an entry is not taken back, or not brought back.

use chrono::NaiveDate;

use super::import::holidays::days_of_set;
use super::list::listed;
use crate::core::model::{ContractId, EntryId, EventId, Side, TicketNo};

/// What goes with an entry that is taken back.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum GoesWithIt {
    Customer(String),
    Contract(ContractId),
    Terms(ContractId),
    Seat(String),
}

/// What rests on that.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum Resting {
    Contract(ContractId),
    Contact(String),
    /// One thing that was agreed later.
    AgreedSince,
    /// Several of them.
    AllAgreedSince,
    /// Tickets, named, and whether they are several.
    Tickets(String, bool),
}

/// What goes with the entry, and what rests on it.
pub(crate) fn rests(goes: &GoesWithIt, resting: &[Resting]) -> String {
    let what = match goes {
        GoesWithIt::Customer(key) => format!("customer {key} goes with it"),
        GoesWithIt::Contract(id) => format!("contract {id} goes with it"),
        GoesWithIt::Terms(id) => format!("terms of contract {id} go with it"),
        GoesWithIt::Seat(who) => format!("the seat of {who} goes with it"),
    };
    let rest = match resting {
        [Resting::Tickets(_, true)] => "rest",
        [_] => "rests",
        _ => "rest",
    };
    let named = resting.iter().map(|one| match one {
        Resting::Contract(id) => format!("contract {id}"),
        Resting::Contact(who) => who.clone(),
        Resting::AgreedSince => "what was agreed since".to_owned(),
        Resting::AllAgreedSince => "all that was agreed since".to_owned(),
        Resting::Tickets(named, _) => named.clone(),
    });
    let named: Vec<String> = named.collect();
    format!("{what}, and {} {rest} on that", listed(&named))
}

/// What is to be done instead.
pub(crate) fn instead(goes: &GoesWithIt) -> String {
    match goes {
        GoesWithIt::Customer(key) => format!(
            "`sladesk log customer:{key} --fields entry,what` shows those entries: the newest is \
             undone first"
        ),
        GoesWithIt::Contract(id) => format!("`sladesk contract cancel {id}` ends it"),
        GoesWithIt::Terms(id) => format!(
            "`sladesk contract amend {id} --start DAY --set PATH=VALUE` agrees otherwise from a day \
             on"
        ),
        GoesWithIt::Seat(who) => {
            format!("`sladesk contact revoke {who}` ends it from a day on")
        }
    }
}

/// What an entry that is to come back would rest on.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Gone {
    ItsCustomer,
    CustomerOf(TicketNo),
    ContractOf(ContractId, TicketNo),
    ContactOf(TicketNo),
}

/// It was undone since, and how that comes back.
pub(crate) fn undone_since(gone: Gone) -> (String, &'static str) {
    let what = match gone {
        Gone::ItsCustomer => "its customer".to_owned(),
        Gone::CustomerOf(number) => format!("the customer of ticket {number}"),
        Gone::ContractOf(id, number) => format!("contract {id} of ticket {number}"),
        Gone::ContactOf(number) => format!("the contact of ticket {number}"),
    };
    (
        format!("{what} was undone since"),
        "bring that back first: `sladesk log --fields entry,what` shows its undo",
    )
}

/// A customer whose key another has taken.
pub(crate) fn key_taken(key: &str) -> String {
    format!("customer `{key}` was added anew since: it cannot come back beside that one")
}

/// A word that is no entry, and how one is written.
pub(crate) fn no_entry_word(word: &str) -> (String, &'static str) {
    (
        format!("`{word}` is no entry"),
        "an entry is written `e48123`; `sladesk log --fields entry,what` shows them",
    )
}

/// A number that does not say what it is of: the entry that wrote the event of that number.
pub(crate) fn number_alone(number: EventId, entry: Option<EntryId>) -> (String, String) {
    let hint = match entry {
        Some(entry) => format!("event {number} is of e{entry}: `sladesk undo e{entry}`"),
        None => "an entry is written `e48123`".to_owned(),
    };
    (format!("`{number}` is no entry"), hint)
}

/// It was undone already, and how it comes back.
pub(crate) fn undone_already(entry: EntryId, by: EntryId) -> (String, String) {
    (
        format!("e{entry} was undone already, by e{by}"),
        format!("`sladesk undo e{by}` brings it back"),
    )
}

/// Somebody has written nothing that stands.
pub(crate) fn nothing_to_undo(actor: &str) -> String {
    format!("{actor} has nothing to undo")
}

/// Somebody wrote to the same ticket since, and how it is taken back all the same.
pub(crate) fn written_since(
    actor: &str,
    ticket: TicketNo,
    when: &str,
    since: EntryId,
    entry: EntryId,
) -> (String, String) {
    (
        format!("{actor} wrote to {ticket} since ({when}, e{since})"),
        format!("`sladesk undo e{entry}` takes it back all the same"),
    )
}

/// The first entry of a desk.
pub(crate) const FOUNDING: &str = "the founding of the desk cannot be undone";

/// What was taken out of the record is nowhere any more.
pub(crate) fn redaction(entry: EntryId) -> (String, &'static str) {
    (
        format!("e{entry} took out for good what was written: it cannot be undone"),
        "`sladesk undo ENTRY` takes back another entry; `sladesk log actor:me` lists yours",
    )
}

/// What was taken back, or would be.
pub(crate) fn undid(entry: EntryId, what: &[String], for_real: bool) -> String {
    let done = if for_real { "undid" } else { "would undo" };
    format!("{done} e{entry}: {}", what.join(", "))
}

/// What is so again of a customer or a person; nothing where nothing else is.
pub(crate) fn again(whom: &str, changes: &[String]) -> Option<String> {
    (!changes.is_empty()).then(|| format!("{whom} again: {}", changes.join("; ")))
}

/// A contract, as what is so again names it.
pub(crate) fn contract(id: ContractId) -> String {
    format!("contract {id}")
}

/// It was never signed.
pub(crate) const NOT_AGREED: &str = "not agreed";

/// Terms that were agreed for later days hold no more.
pub(crate) fn without_terms_from(day: NaiveDate) -> String {
    format!("without what was agreed from {day} on")
}

/// Terms that were agreed for later days hold anew.
pub(crate) fn with_terms_from(day: NaiveDate) -> String {
    format!("with what was agreed from {day} on")
}

/// Somebody was never added to a customer.
pub(crate) fn no_contact(who: &str, customer: &str) -> String {
    format!("{who} again: no contact of {customer}")
}

/// Somebody stands among the contacts of a customer anew.
pub(crate) fn contact(who: &str, customer: &str) -> String {
    format!("{who} again: contact of {customer}")
}

/// A customer that was never added.
pub(crate) fn no_customer(key: &str) -> String {
    format!("{key} again: no customer")
}

/// A customer that is there anew.
pub(crate) fn customer(key: &str) -> String {
    format!("{key} again: customer")
}

/// The version of a holiday set that is in use anew.
pub(crate) fn holidays(set: &str, days: usize, span: Option<(NaiveDate, NaiveDate)>) -> String {
    format!("holidays {set} again: {}", days_of_set(days, span))
}

/// A holiday set of which there is no version but the one that was taken back: what names it goes
/// on with that.
pub(crate) fn holidays_stay(set: &str) -> String {
    format!(
        "holidays {set} again: as they are, for there is no other version: nothing of them is taken back \
         (`sladesk import holidays FILE --name {set}` takes up another)"
    )
}

/// What was written since on tickets that are void without the entry.
pub(crate) fn silenced(tickets: &str, events: usize) -> String {
    match events {
        1 => format!(
            "1 event that was written since on {tickets} counts no more: there is no such ticket without the entry"
        ),
        n => format!(
            "{n} events that were written since on {tickets} count no more: there is no such ticket without the entry"
        ),
    }
}

/// The rules of a zone that are in use anew.
pub(crate) fn zone_rules(zone: &str, version: &str) -> String {
    format!("{zone} again: the rules of {version}")
}

/// Somebody was never added to the desk.
pub(crate) const NOT_OF_THE_DESK: &str = "not of the desk";

/// Somebody is of the desk anew.
pub(crate) const OF_THE_DESK: &str = "of the desk";

/// The support lines that somebody stands in.
pub(crate) fn on_lines(lines: &[String]) -> String {
    match lines {
        [] => "on no line".to_owned(),
        lines => format!("on {}", lines.join(", ")),
    }
}

/// A seat goes on until further notice.
pub(crate) const NO_LAST_DAY: &str = "no last day";

/// What is left of an allowance once something was taken back.
pub(crate) fn left_again(allowance: &str, contract: ContractId, left: &str) -> String {
    format!("{allowance} of contract {contract}: {left}")
}

/// What else is so again of a ticket; nothing where nothing else is.
pub(crate) fn so_again(changes: &[String]) -> Option<String> {
    (!changes.is_empty()).then(|| format!("  again: {}", changes.join("; ")))
}

/// Whose the last word is on a ticket.
pub(crate) fn last_word(of: Side) -> &'static str {
    match of {
        Side::Desk => "the desk's",
        Side::Customer => "the customer's",
    }
}

/// Whether a ticket is a courtesy.
pub(crate) fn courtesy(is: bool) -> &'static str {
    match is {
        true => "a courtesy",
        false => "no courtesy",
    }
}

/// What is given as the cause of a breach: nothing, a code of the plan, or words.
pub(crate) fn cause(milestone: &str, given: Option<Option<String>>) -> String {
    match given {
        None => format!("no cause of {milestone}"),
        Some(Some(code)) => format!("cause of {milestone} {code}"),
        Some(None) => format!("cause of {milestone} as it was said before"),
    }
}
