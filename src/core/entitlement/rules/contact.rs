//! Who asks must be authorised, and hold what the topic is reserved for.

use super::super::finding::{Finding, Rule, listed};
use super::super::request::{Request, Situation};
use super::super::seats::{addresses, who_is_authorised};
use crate::core::account::{Contact, Seat};
use crate::core::terms::{Qualification, Terms, Topic};

pub(in super::super) fn contact(
    terms: &Terms,
    situation: &Situation,
    request: &Request,
) -> Finding {
    let who = who_is_authorised(terms, situation);
    let Some(email) = request.contact else {
        return Finding::allowed(Rule::Contact, who).clause(terms, None, "contacts");
    };
    if situation
        .seated()
        .iter()
        .any(|contact| has_address(contact, email))
    {
        let finding = match terms.contacts.settled() {
            Some(_) => Finding::allowed(Rule::Contact, format!("{email} is an authorised contact")),
            None => Finding::remark(
                Rule::Contact,
                format!("{email} is an authorised contact, but how many may ask is not promised"),
            ),
        };
        return finding.clause(terms, None, "contacts");
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
    let says = match (ended, begins) {
        (_, Some(from)) => {
            format!(
                "{email} is an authorised contact from {} on",
                situation.day(from)
            )
        }
        (Some(until), None) => {
            let last = situation.last_day(until);
            format!("{email} was an authorised contact until {last} and is none any more")
        }
        (None, None) => format!("{email} is not an authorised contact"),
    };
    let customer = situation.customer();
    Finding::refused(Rule::Contact, says)
        .clause(terms, None, "contacts")
        .fact(who)
        .remedy(format!(
            "`sladesk contact add {customer} {email} --name NAME` authorises"
        ))
}

fn has_address(contact: &Contact, email: &str) -> bool {
    let own = contact.email.as_deref();
    own.is_some_and(|own| own.to_lowercase() == email.trim().to_lowercase())
}

/// The seats that somebody ever had on the contract.
fn seats<'a>(situation: &Situation<'a>, email: &str) -> Vec<&'a Seat> {
    let contact = situation.account.contact_by_email(email);
    let seats = contact.into_iter().flat_map(|contact| &contact.seats);
    let on_it = |seat: &&Seat| situation.contract.is_some_and(|c| seat.is_on(c.id));
    seats.filter(on_it).collect()
}

pub(in super::super) fn qualification(
    terms: &Terms,
    situation: &Situation,
    request: &Request,
) -> Finding {
    let reserved = terms.topics.iter().filter(|topic| topic.included);
    let Some(word) = request.topic else {
        let reserved: Vec<String> = reserved
            .filter_map(|topic| Some(format!("{} ({})", topic.id, wanted(terms, topic)?.title)))
            .collect();
        return Finding::allowed(
            Rule::Qualification,
            if reserved.is_empty() {
                "no topic is reserved".to_owned()
            } else {
                format!("reserved: {}", reserved.join(", "))
            },
        );
    };
    let topic = terms.topics.iter().find(|topic| topic.id == word);
    let Some((topic, only_for)) = topic.and_then(|topic| Some((topic, topic.only_for.as_deref()?)))
    else {
        return Finding::allowed(Rule::Qualification, format!("{word} is not reserved"));
    };
    let wanted = wanted(terms, topic);
    let title = wanted.map_or(only_for, |wanted| wanted.title.as_str());
    let finding = match request.contact {
        None => Finding::allowed(Rule::Qualification, format!("{word} is only for: {title}")),
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

fn holder(situation: &Situation, email: &str, topic: &str, only_for: &str, title: &str) -> Finding {
    let at = situation.at;
    let contact = situation.account.contact_by_email(email);
    if contact.is_some_and(|contact| contact.holds(only_for, at)) {
        return Finding::allowed(Rule::Qualification, format!("{email} is {only_for}"));
    }
    let named = contact.map_or(&[][..], |contact| contact.named_at(at));
    let held = named.iter().find(|held| held.what == only_for);
    let says = match held.and_then(|held| held.until) {
        Some(until) => format!(
            "{email} was {only_for} until {}, and {topic} is only for: {title}",
            situation.last_day(until)
        ),
        None => format!("{email} is not {only_for}, and {topic} is only for: {title}"),
    };
    let mut qualified = situation.seated();
    qualified.retain(|contact| contact.holds(only_for, at));
    let qualified = addresses(&qualified);
    let finding = Finding::refused(Rule::Qualification, says);
    let finding = if qualified.is_empty() {
        finding.fact(format!("nobody is {only_for} now"))
    } else {
        finding
            .fact(format!("{only_for}: {}", qualified.join(", ")))
            .remedy(format!("let {} ask", listed(&qualified)))
    };
    finding.remedy(format!(
        "`sladesk contact edit {email} --qualification {only_for}`"
    ))
}
