//! Who asks must be authorised, and hold what the topic is reserved for.

use super::super::code::{ContactCode, QualificationCode, ReservedTopic};
use super::super::finding::{Finding, FindingFact, Rule};
use super::super::remedy::Remedy;
use super::super::request::{Request, RequestContext};
use super::super::seats::{addresses, seat_count};
use crate::core::account::{Contact, Seat};
use crate::core::terms::{Qualification, Terms, Topic};

pub(in super::super) fn contact(
    terms: &Terms,
    situation: &RequestContext,
    request: &Request,
) -> Finding {
    let Some(email) = request.contact else {
        let code = ContactCode::MayAsk {
            seats: seat_count(terms),
        };
        return Finding::allowed(Rule::Contact, code)
            .of(addresses(&situation.seated()))
            .clause(terms, None, "contacts");
    };
    if situation
        .seated()
        .iter()
        .any(|contact| has_address(contact, email))
    {
        let finding = match terms.contacts.settled() {
            Some(_) => Finding::allowed(Rule::Contact, ContactCode::Authorised),
            None => Finding::remark(Rule::Contact, ContactCode::AuthorisedButSeatsNotPromised),
        };
        return finding.of([email]).clause(terms, None, "contacts");
    }
    let at = situation.at;
    let seats = seats(situation, email);
    let ended = seats
        .iter()
        .filter_map(|seat| seat.until.filter(|until| *until <= at))
        .max();
    let begins = seats
        .iter()
        .map(|seat| seat.from)
        .filter(|from| *from > at)
        .min();
    let code = match (ended, begins) {
        (_, Some(from)) => ContactCode::AuthorisedFrom {
            from: situation.day(from),
        },
        (Some(until), None) => ContactCode::AuthorisedUntil {
            until: situation.last_day(until),
        },
        (None, None) => ContactCode::NotAuthorised,
    };
    Finding::refused(Rule::Contact, code)
        .of([email])
        .clause(terms, None, "contacts")
        .fact(FindingFact::MayAsk {
            seats: seat_count(terms),
            people: owned(&situation.seated()),
        })
        .remedy(Remedy::Authorise {
            customer: situation.customer().to_owned(),
            email: email.to_owned(),
        })
}

fn owned(people: &[&Contact]) -> Vec<String> {
    addresses(people).into_iter().map(str::to_owned).collect()
}

fn has_address(contact: &Contact, email: &str) -> bool {
    let own = contact.email.as_deref();
    own.is_some_and(|own| own.to_lowercase() == email.trim().to_lowercase())
}

/// The seats that somebody ever had on the contract.
fn seats<'a>(situation: &RequestContext<'a>, email: &str) -> Vec<&'a Seat> {
    let contact = situation.account.contact_by_email(email);
    let seats = contact.into_iter().flat_map(|contact| &contact.seats);
    let on_it = |seat: &&Seat| situation.contract.is_some_and(|c| seat.is_on(c.id));
    seats.filter(on_it).collect()
}

pub(in super::super) fn qualification(
    terms: &Terms,
    situation: &RequestContext,
    request: &Request,
) -> Finding {
    let reserved = terms.topics.iter().filter(|topic| topic.included);
    let Some(word) = request.topic else {
        let topics: Vec<ReservedTopic> = reserved
            .filter_map(|topic| {
                Some(ReservedTopic {
                    topic: topic.id.clone(),
                    title: wanted(terms, topic)?.title.clone(),
                })
            })
            .collect();
        let code = match topics.is_empty() {
            true => QualificationCode::NothingReserved,
            false => QualificationCode::Reserved { topics },
        };
        return Finding::allowed(Rule::Qualification, code);
    };
    let topic = terms.topics.iter().find(|topic| topic.id == word);
    let Some((topic, only_for)) = topic.and_then(|topic| Some((topic, topic.only_for.as_deref()?)))
    else {
        let code = QualificationCode::NotReserved {
            topic: word.to_owned(),
        };
        return Finding::allowed(Rule::Qualification, code);
    };
    let wanted = wanted(terms, topic);
    let title = wanted.map_or(only_for, |wanted| wanted.title.as_str());
    let finding = match request.contact {
        None => {
            let code = QualificationCode::ReservedFor {
                topic: word.to_owned(),
                title: title.to_owned(),
            };
            Finding::allowed(Rule::Qualification, code)
        }
        Some(email) => holder(situation, email, word, only_for, title),
    };
    // that it is reserved is a clause of its own in some plans
    let own = wanted.map(|wanted| &wanted.source);
    let own = own.filter(|source| source.clause.is_some());
    finding.clause(terms, own.or(Some(&topic.source)), "topics")
}

/// The qualification for which a topic is reserved.
fn wanted<'t>(terms: &'t Terms, topic: &Topic) -> Option<&'t Qualification> {
    let only_for = topic.only_for.as_deref()?;
    terms
        .qualifications
        .iter()
        .find(|known| known.id == only_for)
}

fn holder(
    situation: &RequestContext,
    email: &str,
    topic: &str,
    only_for: &str,
    title: &str,
) -> Finding {
    let at = situation.at;
    let (qualification, title, topic) = (only_for.to_owned(), title.to_owned(), topic.to_owned());
    let contact = situation.account.contact_by_email(email);
    if contact.is_some_and(|contact| contact.holds(only_for, at)) {
        let code = QualificationCode::Qualified { qualification };
        return Finding::allowed(Rule::Qualification, code).of([email]);
    }
    let named = contact.map_or(&[][..], |contact| contact.named_at(at));
    let held = named.iter().find(|held| held.what == only_for);
    let code = match held.and_then(|held| held.until) {
        Some(until) => QualificationCode::QualifiedUntil {
            qualification,
            title,
            until: situation.last_day(until),
            topic,
        },
        None => QualificationCode::NotQualified {
            qualification,
            title,
            topic,
        },
    };
    let mut qualified = situation.seated();
    qualified.retain(|contact| contact.holds(only_for, at));
    let people = owned(&qualified);
    Finding::refused(Rule::Qualification, code)
        .of([email])
        .fact(FindingFact::Qualified {
            qualification: only_for.to_owned(),
            people: people.clone(),
        })
        .remedy((!people.is_empty()).then_some(Remedy::LetAsk(people)))
        .remedy(Remedy::Qualify {
            email: email.to_owned(),
            qualification: only_for.to_owned(),
        })
}
