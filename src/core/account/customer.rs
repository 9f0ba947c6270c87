//! Who the customer is, and all that is known of it.

use super::field::{AccountField, replace};
use super::{AccountRemark, Contact, Contract};
use crate::core::model::{ContactId, ContractId, CustomerEdited, CustomerId, EventId, EventText};
use crate::core::time::Instant;

/// Who the customer is.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Customer {
    /// Its number in the record.
    pub id: CustomerId,
    /// What people type.
    pub key: String,
    /// The name is in the prose of an event and may have been erased; then it is the key.
    pub name: String,
    /// The zone that it lives in, where it named one.
    pub zone: Option<String>,
    /// The language that it reads, as a tag.
    pub language: Option<String>,
    /// The staff key of who keeps the account.
    pub account_manager: Option<String>,
    /// The staff key of its engineer.
    pub engineer: Option<String>,
    /// When it was added.
    pub since: Instant,
    /// The event that added it.
    pub event: EventId,
}

/// A customer with its contacts and contracts, through time. See the [module](super).
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Account {
    /// Who it is.
    pub customer: Customer,
    /// In the order in which they were first named.
    pub contacts: Vec<Contact>,
    /// In the order in which they were signed.
    pub contracts: Vec<Contract>,
    /// Events that mean nothing where they stand, and why.
    pub remarks: Vec<(EventId, AccountRemark)>,
    /// The last event of the stream.
    pub last: EventId,
}

impl Customer {
    /// Takes what an edit says of it.
    pub(crate) fn edit(&mut self, fact: &CustomerEdited, prose: &EventText) {
        replace(&mut self.zone, &fact.zone);
        replace(&mut self.language, &fact.language);
        replace(&mut self.account_manager, &fact.account_manager);
        replace(&mut self.engineer, &fact.engineer);
        if let Some(name) = &prose.name {
            self.name.clone_from(name);
        }
    }

    /// What is said of it.
    pub fn fields(&self) -> [AccountField<'_>; 5] {
        [
            ("name", Some(&self.name)),
            ("zone", self.zone.as_deref()),
            ("language", self.language.as_deref()),
            ("account_manager", self.account_manager.as_deref()),
            ("engineer", self.engineer.as_deref()),
        ]
    }
}

impl Account {
    /// The contact of that id.
    pub fn contact(&self, id: ContactId) -> Option<&Contact> {
        self.contacts.iter().find(|contact| contact.id == id)
    }

    /// The contact with that e-mail address, however it is capitalised. Of two with the same (one
    /// was named anew) the newest.
    pub fn contact_by_email(&self, email: &str) -> Option<&Contact> {
        let email = email.trim().to_lowercase();
        self.contacts.iter().rev().find(|contact| {
            contact
                .email
                .as_ref()
                .is_some_and(|known| known.to_lowercase() == email)
        })
    }

    /// The contract of that id.
    pub fn contract(&self, id: ContractId) -> Option<&Contract> {
        self.contracts.iter().find(|contract| contract.id == id)
    }

    /// The zone of a contract's days; none: the desk's.
    pub fn zone_of<'a>(&'a self, contract: &'a Contract) -> Option<&'a str> {
        contract.zone.as_deref().or(self.customer.zone.as_deref())
    }

    /// The contracts in force at an instant.
    pub fn in_force(&self, at: Instant) -> impl Iterator<Item = &Contract> {
        self.contracts
            .iter()
            .filter(move |contract| contract.run_at(at).is_some())
    }

    /// The contracts in force at an instant that cover a contact: on which he or she has a seat
    /// then.
    pub fn covering(&self, contact: ContactId, at: Instant) -> impl Iterator<Item = &Contract> {
        let contact = self.contact(contact);
        self.in_force(at)
            .filter(move |contract| contact.is_some_and(|c| c.seat_on(contract.id, at).is_some()))
    }
}
