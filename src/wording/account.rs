//! Sentences about customers, their contacts and the people of the desk: what is refused, with what
//! to do about it, and what a write adds to what it did.

use chrono::NaiveDate;

use crate::core::model::{ContactId, EventId, TicketNo};

/// `db check` tells more.
pub(crate) const CHECK_TELLS: &str = "`sladesk db check` tells what else is wrong with it";

/// The record holds no terms of an event.
pub(crate) fn no_terms_of(event: EventId) -> String {
    format!("the record holds no terms of event {event}")
}

/// The record of a contact begins with something else than an authorisation.
pub(crate) fn no_beginning(contact: ContactId) -> String {
    format!("the record of contact {contact} has no beginning")
}

/// A verb that adds somebody or something wants a name: `customer add acme`.
pub(crate) fn needs_a_name(verb: &str) -> String {
    format!("`{verb}` needs a name")
}

/// Who is a contact of other customers alone hears nothing of a ticket; and what else may be meant.
pub(crate) fn others_contact(person: &str, ticket: TicketNo, customer: &str) -> (String, String) {
    (
        format!("{person} is a contact of another customer: {ticket} is {customer}'s"),
        format!(
            "`sladesk contact add {customer} {person} --name NAME` where it is one of theirs, too"
        ),
    )
}

/// A customer's key that is taken, and what changes its customer.
pub(crate) fn customer_exists(key: &str, name: &str) -> (String, String) {
    (
        format!("there is a customer `{key}` already: {name}"),
        format!("`sladesk customer edit {key}` changes what is said of it"),
    )
}

/// An id of the staff that is taken, and what changes its person.
pub(crate) fn staff_exists(key: &str) -> (String, String) {
    (
        format!("`{key}` is somebody of the desk already"),
        format!("`sladesk staff edit {key}` changes what is said of him or her"),
    )
}

/// The word that frees a ticket names nobody.
pub(crate) fn frees_a_ticket(word: &str) -> String {
    format!("`{word}` frees a ticket, so nobody can be called so")
}

/// An edit that says nothing new.
pub(crate) fn has_all_that(whom: &str) -> String {
    format!("{whom} has all that already")
}

/// The same of a contact.
pub(crate) const NOTHING_NEW: &str =
    "nothing was said that is new: `--phone`, `--end` and others change something";

/// The same of a ticket.
pub(crate) const NOTHING_NEW_OF_TICKET: &str =
    "nothing was said that is new: `--subject`, `--tag` and others change something";

/// What a field of a customer or a contact says; none: nothing.
pub(crate) fn value(key: &str, value: Option<&str>) -> String {
    let what = key.replace('_', " ");
    match value {
        Some(value) => format!("{what} {value}"),
        None => format!("no {what}"),
    }
}

/// What it says from now on, and what it said.
pub(crate) fn value_in_place_of(key: &str, new: Option<&str>, old: Option<&str>) -> String {
    let new = value(key, new);
    match old {
        Some(old) => format!("{new} (was {old})"),
        None => new,
    }
}

/// Since when somebody of the desk is there no more.
pub(crate) fn there_until(last: NaiveDate) -> String {
    format!("there until {last}")
}

/// Which contracts a customer has, or what makes one.
pub(crate) fn contracts_are(key: &str, known: &[String]) -> String {
    match known {
        [] => format!("`sladesk contract sign {key} PLAN` makes one"),
        known => it_has(known),
    }
}

/// Somebody who holds a seat already, or will; `last`: its last day.
pub(crate) fn authorised_already(
    who: &str,
    key: &str,
    from: NaiveDate,
    last: Option<NaiveDate>,
) -> (String, String) {
    let hint = match last {
        Some(last) => format!(
            "that seat ends with {last}: `sladesk contact edit {who} --end none` lets it go on"
        ),
        None => format!("`sladesk contact edit {who}` changes what is said of him or her"),
    };
    (
        format!("{who} is authorised for {key} already, from {from} on"),
        hint,
    )
}

/// A seat that would end before it begins.
pub(crate) fn seat_ends_first(last: NaiveDate, from: NaiveDate) -> String {
    format!("the seat would end on {last}, before it begins on {from}")
}

/// Somebody of the desk who would leave before he or she came.
pub(crate) fn leaves_first(who: &str, last: NaiveDate, since: NaiveDate) -> String {
    format!("{who} would leave on {last}, before being added on {since}")
}

/// What an authorisation says of the seat: ` from DAY until DAY in the place of WHO: 4 of 5 seats
/// taken`.
pub(crate) fn seat(
    from: Option<NaiveDate>,
    until: Option<NaiveDate>,
    left: Option<&str>,
    taken: Option<&str>,
) -> String {
    let parts = [
        from.map(|day| format!(" from {day}")),
        until.map(|last| format!(" {}", self::until(last))),
        left.map(|who| format!(" {}", in_the_place_of(who))),
        taken.map(|taken| format!(": {taken}")),
    ];
    parts.into_iter().flatten().collect()
}

/// The last day of a seat.
pub(crate) fn until(last: NaiveDate) -> String {
    format!("until {last}")
}

/// Whose seat somebody takes over.
pub(crate) fn in_the_place_of(who: &str) -> String {
    format!("in the place of {who}")
}

/// An address that another person of the customer has.
pub(crate) fn address_taken(address: &str, name: Option<&str>) -> String {
    let name = name.unwrap_or("somebody else");
    format!("{address} is the address of {name} already")
}

/// What somebody is qualified for.
pub(crate) fn qualified_for(words: &[&str]) -> String {
    let words = match words {
        [] => "nothing special".to_owned(),
        words => words.join(", "),
    };
    format!("qualified for {words}")
}

/// A seat whose beginning is over, and what can be changed.
pub(crate) fn beginning_stays(who: &str, since: NaiveDate) -> (String, &'static str) {
    (
        format!("{who} holds the seat since {since}: its beginning stays"),
        "`--end DAY` changes its end",
    )
}

/// Somebody whose seat is over, and what gives a new one.
pub(crate) fn holds_none_any_more(who: &str, customer: &str) -> (String, String) {
    (
        format!("{who} holds no seat any more"),
        format!("`sladesk contact add {customer} {who}` gives a new one"),
    )
}

/// Somebody who holds no seat, after the last day of the one that he or she held.
pub(crate) fn holds_none(who: &str, last: Option<NaiveDate>) -> String {
    match last {
        Some(last) => format!("{who} holds no seat after {last}"),
        None => format!("{who} holds no seat"),
    }
}

/// Somebody who holds no seat that could be taken over on a day.
pub(crate) fn holds_none_on(who: &str, day: NaiveDate) -> (String, &'static str) {
    (
        format!("{who} holds no seat on {day}"),
        "leave `--replaces` out",
    )
}

/// The last day of a seat.
pub(crate) fn last_day_is(last: NaiveDate) -> String {
    format!("the last day is {last}")
}

/// Open tickets of somebody who is revoked.
pub(crate) fn tickets_go_on(open: u64) -> Option<String> {
    match open {
        0 => None,
        1 => Some("1 open ticket of his or hers goes on".to_owned()),
        n => Some(format!("{n} open tickets of his or hers go on")),
    }
}

/// A word that is no address, and how one is written.
pub(crate) fn no_address(word: &str) -> (String, &'static str) {
    (
        format!("`{word}` is no e-mail address"),
        "write the address alone: `dana@acme.example`",
    )
}

/// What lists the contacts of a customer.
pub(crate) fn lists_contacts(key: &str) -> String {
    format!("`sladesk contact list customer:{key}` shows them all")
}

/// No contract says what a qualification is.
pub(crate) fn no_contract_says(customer: &str, what: &str) -> (String, &'static str) {
    (
        format!("{customer} has no contract yet that says what `{what}` is"),
        "sign one first, or leave `--qualification` out",
    )
}

/// Those that it has.
pub(crate) fn it_has(words: &[String]) -> String {
    format!("it has {}", words.join(", "))
}

/// Seats taken of those that terms have; of one contract among several, its number.
pub(crate) fn seats_taken(taken: usize, most: u32, contract: Option<i64>) -> String {
    match contract {
        None => format!("{taken} of {most} seats taken"),
        Some(contract) => format!("{taken} of {most} seats of contract {contract} taken"),
    }
}

/// More contacts than terms have seats for on a day.
pub(crate) fn too_few_seats(
    plan: &str,
    most: usize,
    customer: &str,
    contacts: usize,
    day: NaiveDate,
) -> String {
    let seats = match most {
        1 => "1 seat".to_owned(),
        most => format!("{most} seats"),
    };
    let has = match contacts {
        1 => "1 contact".to_owned(),
        n => format!("{n} contacts"),
    };
    format!("{plan} has {seats}, {customer} has {has} on {day}")
}

/// Who of them stays.
pub(crate) fn came_first(stay: &[&str]) -> String {
    format!("they came first: {}", stay.join(", "))
}

/// Who of them is too many.
pub(crate) fn too_many(leave: &[&str]) -> String {
    format!("too many: {}", leave.join(", "))
}

/// What frees a seat, or agrees more; `last`: of a change that lies ahead.
pub(crate) fn frees_a_seat(who: &str, last: Option<NaiveDate>, contacts: usize) -> String {
    let revoke = match last {
        Some(last) => format!("`sladesk contact revoke {who} --end {last}`"),
        None => format!("`sladesk contact revoke {who}`"),
    };
    format!("{revoke} frees a seat; `--set contacts={contacts}` agrees more")
}

/// A term that would end before it begins.
pub(crate) fn term_ends_first(last: &str, from: NaiveDate) -> String {
    format!("it would end on {last}, before it begins on {from}")
}

/// A term that is shorter than the plan's least.
pub(crate) fn least_term(plan: &str, months: u32) -> String {
    format!("{plan} is bought for {months} months at least")
}
