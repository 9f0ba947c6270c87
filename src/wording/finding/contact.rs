//! Of who asks.

use crate::core::entitlement::{ContactCode as C, QualificationCode as Q, SeatCount};
use crate::wording::{NameKind, Phrase, Spoken, said};

pub(super) fn phrase(code: &C, who: &str, people: &[&str]) -> Phrase {
    match code {
        C::MayAsk { seats } => may_ask(*seats, people),
        C::Authorised => said::found_authorised(who),
        C::AuthorisedButSeatsNotPromised => said::found_authorised_seats_open(who),
        C::AuthorisedFrom { from } => said::found_authorised_from(from, who),
        C::AuthorisedUntil { until } => said::found_authorised_until(until, who),
        C::NotAuthorised => said::found_not_authorised(who),
    }
}

/// `authorised (4 of 5 seats): dana@acme.example, ...`
pub(in super::super) fn may_ask<T: AsRef<str>>(seats: SeatCount, people: &[T]) -> Phrase {
    if people.is_empty() {
        return said::found_nobody_authorised();
    }
    let taken = people.len().to_string();
    let people = Spoken::list(people);
    match seats {
        SeatCount::AtMost(most) => said::found_may_ask(most.to_string(), people, taken),
        SeatCount::Unlimited => said::found_may_ask_unlimited(people, taken),
        SeatCount::NotPromised => said::found_may_ask_open(people, taken),
    }
}

pub(super) fn holds(code: &Q, who: &str) -> Phrase {
    match code {
        Q::NothingReserved => said::found_nothing_reserved(),
        Q::Reserved { topics } => {
            let topics = topics.iter();
            let topics = topics.map(|reserved| {
                let phrase: Phrase =
                    said::found_reserved_topic(&reserved.title, Spoken::topic(&reserved.topic));
                Spoken::from(phrase)
            });
            said::found_reserved(Spoken::List(topics.collect()))
        }
        Q::NotReserved { topic } => said::found_not_reserved(Spoken::topic(topic)),
        Q::ReservedFor { topic, title } => said::found_reserved_for(title, Spoken::topic(topic)),
        Q::Qualified { qualification } => said::found_qualified(held(qualification), who),
        Q::QualifiedUntil {
            qualification,
            title,
            until,
            topic,
        } => {
            let topic = Spoken::topic(topic);
            said::found_qualified_until(held(qualification), title, topic, until, who)
        }
        Q::NotQualified {
            qualification,
            title,
            topic,
        } => said::found_not_qualified(held(qualification), title, Spoken::topic(topic), who),
    }
}

fn held(qualification: &str) -> Spoken {
    Spoken::named(NameKind::Qualification, qualification)
}

/// `certified-developer: dana@acme.example`, or that nobody is.
pub(in super::super) fn qualified(qualification: &str, people: &[String]) -> Phrase {
    match people {
        [] => said::found_nobody_qualified(held(qualification)),
        people => said::found_who_is_qualified(Spoken::list(people), held(qualification)),
    }
}
