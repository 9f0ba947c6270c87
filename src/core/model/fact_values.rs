//! What a fact makes known to filters, and whom it speaks of.

use super::fact::Fact;
use super::{ContactId, ContractId, TicketWords};

impl Fact {
    /// What filters can ask for once this is in the record: the key of a ticket's field and a
    /// value that it may have.
    pub fn known_values(&self) -> Vec<(&'static str, &str)> {
        let (named, others): (Option<&TicketWords>, Vec<(&'static str, Option<&String>)>) =
            match self {
                Fact::Opened(opened) => (
                    Some(&opened.words),
                    vec![
                        ("channel", opened.channel.as_ref()),
                        ("priority", opened.priority.as_ref()),
                        ("language", opened.language.as_ref()),
                    ],
                ),
                Fact::Edited(edited) => (
                    Some(&edited.words),
                    vec![("language", edited.language.as_ref())],
                ),
                Fact::Prioritised(change) => (None, vec![("priority", Some(&change.to))]),
                Fact::Assigned(assigned) => (None, vec![("assignee", assigned.to.as_ref())]),
                Fact::Escalated(escalated) => (None, vec![("line", Some(&escalated.line))]),
                Fact::Tagged(tagged) => {
                    let added = tagged.add.iter().map(|tag| ("tag", Some(tag)));
                    (None, added.collect())
                }
                Fact::CustomerAdded(added) => (
                    None,
                    vec![("account_manager", added.account_manager.as_ref())],
                ),
                Fact::CustomerEdited(edited) => (
                    None,
                    vec![("account_manager", edited.account_manager.as_ref())],
                ),
                Fact::StaffAdded(staff) => (
                    None,
                    vec![
                        ("assignee", Some(&staff.key)),
                        ("account_manager", Some(&staff.key)),
                    ],
                ),
                _ => return Vec::new(),
            };
        let words = named.into_iter().flat_map(TicketWords::iter);
        let words = words.map(|(word, value)| (word.key(), value));
        let others = others.into_iter();
        let others = others.filter_map(|(key, value)| Some((key, value?.as_str())));
        words.chain(others).collect()
    }

    /// The person whom an event of a customer speaks of.
    pub fn person(&self) -> Option<ContactId> {
        match self {
            Fact::ContactAuthorised(fact) => Some(fact.contact),
            Fact::ContactEdited(fact) => Some(fact.contact),
            Fact::ContactRevoked(fact) => Some(fact.contact),
            _ => None,
        }
    }

    /// Who of the customer's asks or speaks on a ticket, where the event says it.
    pub fn asks(&self) -> Option<ContactId> {
        match self {
            Fact::Opened(fact) => fact.contact,
            Fact::CustomerReplied(fact) => fact.contact,
            Fact::Edited(fact) => fact.contact,
            _ => None,
        }
    }

    /// The keys of people of the desk that it names.
    pub fn staff(&self) -> impl Iterator<Item = &str> {
        let named = match self {
            Fact::Assigned(assigned) => [assigned.to.as_ref(), None],
            Fact::CustomerAdded(added) => [added.account_manager.as_ref(), added.engineer.as_ref()],
            Fact::CustomerEdited(edited) => {
                [edited.account_manager.as_ref(), edited.engineer.as_ref()]
            }
            Fact::StaffAdded(staff) => [Some(&staff.key), None],
            Fact::StaffEdited(staff) => [Some(&staff.key), None],
            _ => [None, None],
        };
        named.into_iter().flatten().map(String::as_str)
    }

    /// The contract of which an event of a customer speaks.
    pub fn agreement(&self) -> Option<ContractId> {
        match self {
            Fact::ContactAuthorised(fact) => fact.contract,
            Fact::ContractSigned(fact) => Some(fact.contract),
            Fact::ContractAmended(fact) => Some(fact.contract),
            Fact::ContractRenewed(fact) => Some(fact.contract),
            Fact::ContractCancelled(fact) => Some(fact.contract),
            Fact::AllowanceAdjusted(fact) => Some(fact.contract),
            _ => None,
        }
    }
}
