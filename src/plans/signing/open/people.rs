//! Who may ask, how, about what and how fast, where that is open.

use super::{OpenTerm, clause};
use crate::core::terms::{Agreed, Promise, Seats, Terms};

/// Contacts, channels and topics.
pub(super) fn open(terms: &Terms) -> Vec<OpenTerm> {
    // a self-service channel takes no tickets: nothing is agreed by naming it
    let channels = terms.channels.iter();
    let channels = channels.filter(|channel| channel.included && !channel.self_service);
    let channels: Vec<&str> = channels.map(|channel| channel.id.as_str()).collect();
    let topics = terms.topics.iter().filter(|topic| topic.included);
    let topics: Vec<&str> = topics.map(|topic| topic.id.as_str()).collect();
    let lists = [
        (
            terms.channels_open,
            "channels",
            "how the desk is reached",
            channels,
        ),
        (
            terms.topics_open,
            "topics",
            "what tickets may be about",
            topics,
        ),
    ];
    let open_lists = lists.into_iter().filter(|(is_open, ..)| *is_open);
    let open_lists = open_lists.map(|(_, key, what, words)| OpenTerm {
        path: key.to_owned(),
        what: what.to_owned(),
        choices: vec![words.join(",")],
        needed: true,
        why: "it is checked at every opening".to_owned(),
        clause: clause(terms, key),
        example: "",
    });
    contacts(terms).into_iter().chain(open_lists).collect()
}

fn contacts(terms: &Terms) -> Option<OpenTerm> {
    let choices = match &terms.contacts {
        Agreed::Is(_) => return None,
        Agreed::Open => Vec::new(),
        Agreed::OneOf(seats) => seats.iter().map(seats_in_words).collect(),
    };
    Some(OpenTerm {
        path: "contacts".to_owned(),
        what: "how many people may ask".to_owned(),
        choices,
        needed: terms.takes_tickets(),
        why: "who may ask is checked at every opening".to_owned(),
        clause: clause(terms, "contacts"),
        example: "5",
    })
}

fn seats_in_words(seats: &Seats) -> String {
    match seats {
        Seats::Unlimited => "unlimited".to_owned(),
        Seats::AtMost(most) => most.to_string(),
    }
}

/// Targets, one for each priority.
pub(super) fn open_targets(terms: &Terms) -> Vec<OpenTerm> {
    let mut open = Vec::new();
    for milestone in &terms.milestones {
        let title = milestone.title.to_lowercase();
        let pairs = terms.priorities.iter().zip(&milestone.targets);
        let unsaid = pairs.filter(|(_, target)| target.promise == Promise::Open);
        open.extend(unsaid.map(|(priority, target)| OpenTerm {
            path: format!("targets.{}.{}", milestone.id, priority.id),
            what: format!("how long {title} may take at {}", priority.id),
            choices: target.one_of.iter().map(ToString::to_string).collect(),
            needed: true,
            why: "a ticket can have this priority".to_owned(),
            clause: target.source.clause.clone(),
            example: "4h",
        }));
    }
    open
}
