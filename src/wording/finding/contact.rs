//! Of who asks.

use crate::core::entitlement::{ContactCode as C, QualificationCode as Q, SeatCount};

pub(super) fn says(code: &C, who: &str, people: &[&str]) -> String {
    match code {
        C::MayAsk { seats } => may_ask(*seats, people),
        C::Authorised => format!("{who} is an authorised contact"),
        C::AuthorisedButSeatsNotPromised => {
            format!("{who} is an authorised contact, but how many may ask is not promised")
        }
        C::AuthorisedFrom { from } => format!("{who} is an authorised contact from {from} on"),
        C::AuthorisedUntil { until } => {
            format!("{who} was an authorised contact until {until} and is none any more")
        }
        C::NotAuthorised => format!("{who} is not an authorised contact"),
    }
}

/// `authorised (4 of 5 seats): dana@acme.example, ...`
pub(in super::super) fn may_ask<T: AsRef<str>>(seats: SeatCount, people: &[T]) -> String {
    if people.is_empty() {
        return "nobody is authorised yet".to_owned();
    }
    let taken = people.len();
    let seats = match seats {
        SeatCount::AtMost(most) => format!("{taken} of {most} seats"),
        SeatCount::Unlimited => taken.to_string(),
        SeatCount::NotPromised => format!("{taken}; how many may ask is not promised"),
    };
    let people: Vec<&str> = people.iter().map(AsRef::as_ref).collect();
    format!("authorised ({seats}): {}", people.join(", "))
}

pub(super) fn holds(code: &Q, who: &str) -> String {
    match code {
        Q::NothingReserved => "no topic is reserved".to_owned(),
        Q::Reserved { topics } => {
            let topics: Vec<String> = topics
                .iter()
                .map(|reserved| format!("{} ({})", reserved.topic, reserved.title))
                .collect();
            format!("reserved: {}", topics.join(", "))
        }
        Q::NotReserved { topic } => format!("{topic} is not reserved"),
        Q::ReservedFor { topic, title } => format!("{topic} is only for: {title}"),
        Q::Qualified { qualification } => format!("{who} is {qualification}"),
        Q::QualifiedUntil {
            qualification,
            title,
            until,
            topic,
        } => format!("{who} was {qualification} until {until}, and {topic} is only for: {title}"),
        Q::NotQualified {
            qualification,
            title,
            topic,
        } => format!("{who} is not {qualification}, and {topic} is only for: {title}"),
    }
}

/// `certified-developer: dana@acme.example`, or that nobody is.
pub(in super::super) fn qualified(qualification: &str, people: &[String]) -> String {
    match people {
        [] => format!("nobody is {qualification} now"),
        people => format!("{qualification}: {}", people.join(", ")),
    }
}
