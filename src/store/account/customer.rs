//! Customers.

use std::collections::BTreeSet;

use super::beginning::after_all;
use crate::core::account::Account;
use crate::core::model::{CustomerId, EventId};
use crate::core::time::Instant;
use crate::store::engine::args;
use crate::store::tables::{Tables, Versioned};
use crate::store::{Store, StoreError};

row! {
    /// A customer as it stands after its last event.
    pub(crate) struct CustomerRow in "customer" key "id" {
        id: CustomerId,
        /// What people type.
        key: String,
        name: String,
        zone: Option<String>,
        language: Option<String>,
        account_manager: Option<String>,
        engineer: Option<String>,
        since: Instant,
        /// Its adding was undone: it is found by id only, and its key is free again.
        void: bool,
        /// The last event of its stream.
        known: EventId,
    }
}

impl CustomerRow {
    pub(super) fn of(account: &Account) -> CustomerRow {
        let customer = &account.customer;
        CustomerRow {
            id: customer.id,
            key: customer.key.clone(),
            name: customer.name.clone(),
            zone: customer.zone.clone(),
            language: customer.language.clone(),
            account_manager: customer.account_manager.clone(),
            engineer: customer.engineer.clone(),
            since: customer.since,
            void: false,
            known: account.last,
        }
    }
}

statements! {
    BY_ID: "SELECT * FROM customer WHERE id = $1"
        => "SEARCH customer USING INTEGER PRIMARY KEY (rowid=?)";
    BY_KEY: "SELECT * FROM customer WHERE key = $1 AND void = 0"
        => "SEARCH customer USING INDEX customer_key (key=?)";
    ALL: "SELECT * FROM customer WHERE void = 0 ORDER BY key"
        => "SCAN customer USING INDEX customer_key";
    BEGINNING: "SELECT * FROM customer WHERE key >= $1 AND key < $2 AND void = 0 ORDER BY key LIMIT $3"
        => "SEARCH customer USING INDEX customer_key (key>? AND key<?)";
    /// All that there is, for whoever checks it.
    ROWS: "SELECT id FROM customer" => "SCAN customer";
    STREAMS: "SELECT DISTINCT customer FROM event WHERE customer > 0"
        => "SEARCH event USING COVERING INDEX event_customer (customer>?)";
}

impl Tables<'_> {
    /// A customer, void or not.
    pub(crate) fn customer(&self, id: CustomerId) -> Result<Option<CustomerRow>, StoreError> {
        Ok(self.rows(BY_ID, args![id], CustomerRow::read)?.pop())
    }

    /// The customer of that key.
    pub(crate) fn customer_of_key(&self, key: &str) -> Result<Option<CustomerRow>, StoreError> {
        Ok(self.rows(BY_KEY, args![key], CustomerRow::read)?.pop())
    }

    /// The first customers, by key, whose key begins so.
    pub(crate) fn customers_beginning(
        &self,
        with: &str,
        limit: u32,
    ) -> Result<Vec<CustomerRow>, StoreError> {
        let after = after_all(with);
        let mut found = self.rows(BEGINNING, args![with, after, limit], CustomerRow::read)?;
        found.sort_by(|a, b| a.key.cmp(&b.key));
        Ok(found)
    }

    /// All customers, by key.
    pub(crate) fn customers(&self) -> Result<Vec<CustomerRow>, StoreError> {
        let mut all = self.rows(ALL, args![], CustomerRow::read)?;
        all.sort_by(|a, b| a.key.cmp(&b.key));
        Ok(all)
    }
}

impl Store {
    /// A customer as it is, void or not.
    pub(crate) fn customer(&self, id: CustomerId) -> Result<Option<CustomerRow>, StoreError> {
        self.present().customer(id)
    }

    /// The customer that has that key.
    pub(crate) fn customer_of_key(&self, key: &str) -> Result<Option<CustomerRow>, StoreError> {
        self.present().customer_of_key(key)
    }

    /// All customers as they are, by key.
    pub(crate) fn customers(&self) -> Result<Vec<CustomerRow>, StoreError> {
        self.present().customers()
    }
}

impl Versioned for CustomerRow {
    fn known(&self) -> EventId {
        self.known
    }
}

impl Store {
    /// The customers that the tables or the record know, void ones too.
    pub(crate) fn all_customers(&self) -> Result<BTreeSet<CustomerId>, StoreError> {
        let mut all: BTreeSet<CustomerId> = self
            .engine
            .rows(ROWS, args![], |c| c.take())?
            .into_iter()
            .collect();
        all.extend(
            self.engine
                .rows(STREAMS, args![], |c| c.take::<CustomerId>())?,
        );
        Ok(all)
    }
}
