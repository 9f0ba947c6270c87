//! What a write under way holds: the accounts it has read, what it used, what it has to reconcile.

use std::collections::BTreeMap;

use crate::core::account::{Account, Contact};
use crate::core::model::{ContractId, CustomerId, Event, EventId, EventText, Fact, TicketNo};
use crate::core::time::Instant;

/// A stream with what people wrote, as the fold of accounts takes it.
pub(super) type History = Vec<(Event, Option<EventText>)>;

/// The accounts that a write has read.
#[derive(Default)]
pub(super) struct Accounts {
    pub histories: BTreeMap<CustomerId, History>,
    pub folded: BTreeMap<CustomerId, Account>,
    /// The events by which other zone rules or holiday sets came to hold: what they touch is worked
    /// out anew.
    pub shifted: Vec<EventId>,
}

/// What this write recorded about a customer, or somebody of the desk.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct AccountChange {
    pub fact: Fact,
    pub prose: EventText,
    /// Whose account it is; none: the desk's.
    pub customer: Option<String>,
    /// The person whom it speaks of, else the customer.
    pub whom: Option<String>,
}

/// The name of the person whom a fact of an account speaks of, else of its customer.
pub(crate) fn whom(account: &Account, fact: &Fact) -> String {
    let contact = fact.person().and_then(|id| account.contact(id));
    let known = contact.map_or(account.customer.key.as_str(), Contact::label);
    known.to_owned()
}

/// What this write used of an allowance by the work on a ticket.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Charged {
    pub ticket: TicketNo,
    pub allowance: String,
    /// Seconds; below nothing where time was taken back.
    pub amount: i64,
    /// The part of it beyond what there was.
    pub overage: i64,
    /// What is left then; none while that is not agreed.
    pub left: Option<i64>,
}

/// Contracts of whose allowances something may have been used or given back, and from when on.
pub(super) type Pending = BTreeMap<(CustomerId, ContractId), Instant>;
