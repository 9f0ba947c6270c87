//! What a write under way holds: the accounts it has read, what it used, what it has to reconcile.

use std::collections::BTreeMap;

use crate::core::account::Account;
use crate::core::model::{ContractId, CustomerId, Event, EventId, EventText, TicketNo};
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
