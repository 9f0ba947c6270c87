//! Whose words are: a ticket that was moved was another customer's when some of them were written.

use std::collections::BTreeSet;

use super::part_asked::PartAsked;
use crate::core::model::{Event, EventId, EventText, Fact, written_elsewhere};
use crate::store::Store;
use crate::store::account::fold_email;
use crate::store::error::StoreError;

/// What of the words in a record is not of some customers.
pub(super) struct WordsOfOthers {
    events: BTreeSet<EventId>,
    /// The addresses of people whom these customers do not have.
    people: BTreeSet<String>,
}

impl WordsOfOthers {
    /// No event yet.
    pub(super) fn of(store: &Store, asked: &PartAsked) -> Result<WordsOfOthers, StoreError> {
        let (theirs, others): (Vec<_>, Vec<_>) = store
            .contacts()?
            .into_iter()
            .partition(|contact| asked.customers.contains(&contact.row.customer));
        let theirs: BTreeSet<_> = theirs
            .iter()
            .map(|one| fold_email(&one.row.email))
            .collect();
        let mut people: BTreeSet<_> = others
            .iter()
            .map(|one| fold_email(&one.row.email))
            .collect();
        people.retain(|address| !theirs.contains(address));
        Ok(WordsOfOthers {
            events: BTreeSet::new(),
            people,
        })
    }

    /// All that was written on a ticket.
    pub(super) fn add_all(&mut self, events: &[Event]) {
        self.events.extend(events.iter().map(|event| event.id));
    }

    /// What was written on a ticket while it was another's, by what was known when it was written.
    /// The events stand in the order of knowing.
    pub(super) fn add_of_others(&mut self, asked: &PartAsked, events: &[Event]) {
        let is_theirs = |customer| asked.customers.contains(&customer);
        self.events.extend(written_elsewhere(events, is_theirs));
    }

    /// Whether the words of an event are others'.
    pub(super) fn has(&self, event: EventId) -> bool {
        self.events.contains(&event)
    }

    /// What was said at an event, without what is of others; none: nothing is left of it.
    pub(super) fn without(
        &self,
        asked: &PartAsked,
        event: EventId,
        fact: &Fact,
        said: EventText,
    ) -> Option<EventText> {
        if self.has(event) {
            let opens = matches!(fact, Fact::Opened(_));
            return opens.then(|| EventText {
                subject: Some(asked.subject.to_owned()),
                ..EventText::default()
            });
        }
        let is_other = |address: &str| self.people.contains(&fold_email(address));
        let mut said = said;
        said.told = said.told.filter(|told| !is_other(told));
        if matches!(fact, Fact::Opened(_)) {
            // whoever asked and is no contact
            said.email = said.email.filter(|asks| !is_other(asks));
        }
        for person in &mut said.people {
            // rulings name people by their place
            if is_other(person) {
                person.clone_from(&asked.others.0);
            }
        }
        (!said.is_empty()).then_some(said)
    }
}
