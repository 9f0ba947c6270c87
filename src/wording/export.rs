//! What an export says: of a record of some customers, and on the page of all that the record has of
//! somebody.

use super::list::listed;
use crate::core::model::TicketNo;

/// The record of some customers, as messages name it.
pub(crate) const NAME_OF_CUSTOMERS: &str = "export";

/// No customer fits the filter.
pub(crate) const NO_CUSTOMER: &str = "no customer fits";

/// Where they are listed.
pub(crate) const ALL_CUSTOMERS: &str = "`sladesk customer list` lists them";

/// A word is no customer's name, or several customers'.
pub(crate) fn nobody_called(word: &str) -> String {
    format!("`{word}` is not the key, name or domain of one customer")
}

/// A customer that may be meant.
pub(crate) fn called(key: &str, name: &str) -> String {
    format!("{key} ({name})")
}

/// Nothing stands in the place of a name.
pub(crate) const BLANK_WORD: &str = "an empty word names no customer";

/// A name beside other filters would be taken for one.
pub(crate) const NAME_ALONE: &str = "the name of a customer stands alone, without other filters";

/// How to say it.
pub(crate) const SAY_WHICH: &str = "`sladesk export customer:KEY`; `customer:KEY,KEY` are several";

/// The key and the name of whoever stands for all customers that are not in the record.
pub(crate) const OTHERS_KEY: &str = "elsewhere";
pub(crate) const OTHERS: &str = "Customers that are not in this record";

/// What a ticket is called whose subject was written when it was another's, or that is another's.
pub(crate) const SUBJECT_ELSEWHERE: &str = "(in the record of another customer)";

/// Whose record it is.
pub(crate) fn of_customers(keys: &[&str]) -> String {
    match keys {
        [one] => format!("the record of {one}, as one of its own"),
        all => format!("the record of {}, as one of its own", listed(all)),
    }
}

/// Links that lead out of it.
pub(crate) fn links_left_out(links: usize) -> String {
    match links {
        1 => "left out: 1 link with a ticket of another customer".to_owned(),
        n => format!("left out: {n} links with tickets of other customers"),
    }
}

/// Tickets that were or are another's.
pub(crate) fn shared(tickets: &[TicketNo], others: &str) -> String {
    let numbers: Vec<String> = tickets.iter().map(ToString::to_string).collect();
    let numbers = listed(&numbers);
    let (tickets, were) = match tickets {
        [_] => ("ticket", "was"),
        _ => ("tickets", "were"),
    };
    format!(
        "{tickets} {numbers} {were} another customer's, too: the record calls that one `{others}` and has \
         none of its terms and contacts, nor what was written while it was not theirs"
    )
}

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
