//! How many tickets are not done, by whom or whose they are.

use std::collections::HashMap;

use crate::core::model::{ContactId, CustomerId};
use crate::store::engine::args;
use crate::store::{Store, StoreError};

statements! {
    /// Counted here: asked to group them, the engine would walk through all tickets in the order
    /// of the groups.
    ACTIVE: "SELECT customer, contact, assignee FROM ticket WHERE done IS NULL"
        => "SCAN ticket USING INDEX ticket_active";
}

/// How many tickets are not done.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(crate) struct ActiveTickets {
    pub all: u64,
    pub by_customer: HashMap<CustomerId, u64>,
    pub by_contact: HashMap<ContactId, u64>,
    /// Under none: those that are free.
    pub by_assignee: HashMap<Option<String>, u64>,
}

impl Store {
    /// Counts the tickets that are not done.
    pub(crate) fn active_tickets(&self) -> Result<ActiveTickets, StoreError> {
        let mut counts = ActiveTickets::default();
        self.engine.each(ACTIVE, args![], |c| {
            counts.all += 1;
            *counts.by_customer.entry(c.take()?).or_default() += 1;
            if let Some(contact) = c.take()? {
                *counts.by_contact.entry(contact).or_default() += 1;
            }
            *counts.by_assignee.entry(c.take()?).or_default() += 1;
            Ok(())
        })?;
        Ok(counts)
    }
}
