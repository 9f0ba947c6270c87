//! How many tickets are not done, by whom or whose they are.

use std::collections::HashMap;

use crate::core::model::{ContactId, CustomerId, EventId};
use crate::store::StoreError;
use crate::store::engine::args;
use crate::store::tables::Tables;

statements! {
    /// Counted here: asked to group them, the engine would walk through all tickets in the order
    /// of the groups.
    ACTIVE: "SELECT customer, contact, assignee, known FROM ticket WHERE done IS NULL"
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

impl Tables<'_> {
    /// Counts the tickets that are not done.
    pub(crate) fn active_tickets(&self) -> Result<ActiveTickets, StoreError> {
        let mut counts = ActiveTickets::default();
        for pass in self.passes() {
            self.engine().each(&pass.text(ACTIVE), args![], |c| {
                let (customer, contact, assignee) = (c.take()?, c.take()?, c.take()?);
                let known: EventId = c.take()?;
                if pass.known().is_none_or(|last| known <= last) {
                    counts.add(customer, contact, assignee);
                }
                Ok(())
            })?;
        }
        Ok(counts)
    }
}

impl ActiveTickets {
    fn add(&mut self, customer: CustomerId, contact: Option<ContactId>, assignee: Option<String>) {
        self.all += 1;
        *self.by_customer.entry(customer).or_default() += 1;
        if let Some(contact) = contact {
            *self.by_contact.entry(contact).or_default() += 1;
        }
        *self.by_assignee.entry(assignee).or_default() += 1;
    }
}
