//! Contacts: the persons whom contracts authorise. Rows are for finding them; who is authorised
//! when is a fold of the customer's stream.

use super::customer::after_prefix;
use crate::core::model::{ContactId, CustomerId, EventId, Instant, Qualified};
use crate::store::engine::{Engine, args};
use crate::store::{Store, StoreError, Writer};

row! {
    /// A contact as he or she stands after the last event.
    pub struct ContactRow in "contact" key "id" {
        id: ContactId,
        customer: CustomerId,
        /// Folded: what is looked for must be folded the same way ([`fold`]).
        email: String,
        name: String,
        phone: Option<String>,
        language: Option<String>,
        since: Instant,
        until: Option<Instant>,
        /// The authorisation was undone.
        void: bool,
        last: EventId,
    }
}

/// A contact with what he or she is qualified for.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Contact {
    pub row: ContactRow,
    /// Sorted by what.
    pub qualified: Vec<Qualified>,
}

/// An e-mail address as it is kept and looked for.
pub fn fold(email: &str) -> String {
    email.trim().to_lowercase()
}

statements! {
    BY_ID: "SELECT * FROM contact WHERE id = $1"
        => "SEARCH contact USING INTEGER PRIMARY KEY (rowid=?)";
    BY_EMAIL: "SELECT * FROM contact WHERE email = $1 AND void = 0 ORDER BY id"
        => "SEARCH contact USING INDEX contact_email (email=?)";
    BY_PREFIX: "SELECT * FROM contact WHERE email >= $1 AND email < $2 AND void = 0 ORDER BY email LIMIT $3"
        => "SEARCH contact USING INDEX contact_email (email>? AND email<?)";
    OF_CUSTOMER: "SELECT * FROM contact WHERE customer = $1 AND void = 0 ORDER BY id"
        => "SEARCH contact USING INDEX contact_customer (customer=?)";
    ALL: "SELECT * FROM contact WHERE void = 0 ORDER BY email"
        => "SCAN contact USING INDEX contact_email";
    QUALIFIED: "SELECT what, until FROM qualification WHERE contact = $1 ORDER BY what"
        => "SEARCH qualification USING INDEX sqlite_autoindex_qualification_1 (contact=?)";
    FORGET: "DELETE FROM qualification WHERE contact = $1"
        => "SEARCH qualification USING INDEX sqlite_autoindex_qualification_1 (contact=?)";
    QUALIFY: "INSERT INTO qualification (contact, what, until) VALUES ($1, $2, $3)
              ON CONFLICT (contact, what) DO UPDATE SET until = excluded.until" => "";
}

impl Store {
    /// A contact, void or not.
    pub fn contact(&self, id: ContactId) -> Result<Option<Contact>, StoreError> {
        let found = self.engine.rows(BY_ID, args![id], ContactRow::read)?;
        Ok(with_qualifications(&self.engine, found)?.pop())
    }

    /// The contacts of that address: one person may stand for several customers.
    pub fn contacts_of_email(&self, email: &str) -> Result<Vec<Contact>, StoreError> {
        let email = fold(email);
        let found = self.engine.rows(BY_EMAIL, args![email], ContactRow::read)?;
        with_qualifications(&self.engine, found)
    }

    /// The first contacts whose address begins so.
    pub fn contacts_like(&self, prefix: &str, limit: u32) -> Result<Vec<Contact>, StoreError> {
        let prefix = fold(prefix);
        let end = after_prefix(&prefix);
        let found = self
            .engine
            .rows(BY_PREFIX, args![prefix, end, limit], ContactRow::read)?;
        with_qualifications(&self.engine, found)
    }

    /// A customer's contacts, in the order of their adding.
    pub fn contacts_of(&self, customer: CustomerId) -> Result<Vec<Contact>, StoreError> {
        let found = self
            .engine
            .rows(OF_CUSTOMER, args![customer], ContactRow::read)?;
        with_qualifications(&self.engine, found)
    }

    /// All contacts, by address.
    pub fn contacts(&self) -> Result<Vec<Contact>, StoreError> {
        let found = self.engine.rows(ALL, args![], ContactRow::read)?;
        with_qualifications(&self.engine, found)
    }
}

fn with_qualifications(engine: &Engine, rows: Vec<ContactRow>) -> Result<Vec<Contact>, StoreError> {
    rows.into_iter()
        .map(|row| {
            let qualified = engine.rows(QUALIFIED, args![row.id], |c| {
                Ok(Qualified {
                    what: c.take()?,
                    until: c.take()?,
                })
            })?;
            Ok(Contact { row, qualified })
        })
        .collect()
}

impl Writer<'_> {
    /// Writes a contact and what he or she is qualified for. The address is folded.
    pub fn save_contact(&mut self, contact: &Contact) -> Result<(), StoreError> {
        let row = ContactRow {
            email: fold(&contact.row.email),
            ..contact.row.clone()
        };
        row.write(&self.engine)?;
        self.engine.run(FORGET, args![row.id])?;
        for held in &contact.qualified {
            self.engine
                .run(QUALIFY, args![row.id, held.what, held.until])?;
        }
        Ok(())
    }
}
