//! Contacts: the persons whom contracts authorise.

use super::beginning::after_all;
use super::customer::CustomerRow;
use crate::core::account;
use crate::core::model::{ContactId, CustomerId, EventId, EventText, Qualified};
use crate::core::time::Instant;
use crate::store::engine::{Arg, Engine, args};
use crate::store::tables::Tables;
use crate::store::{Store, StoreError};

row! {
    /// A contact as he or she stands after the last event.
    pub(crate) struct ContactRow in "contact" key "id" {
        id: ContactId,
        customer: CustomerId,
        /// Folded: what is looked for is folded the same way; or that it was erased.
        email: String,
        name: String,
        phone: Option<String>,
        language: Option<String>,
        /// When the first seat begins.
        since: Option<Instant>,
        /// When the last seat ends.
        until: Option<Instant>,
        /// The naming was undone.
        void: bool,
        /// The last event of its customer's stream.
        known: EventId,
    }
}

/// A contact with what he or she is qualified for by the last word on it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct StoredContact {
    pub row: ContactRow,
    /// Sorted by what.
    pub qualified: Vec<Qualified>,
}

impl StoredContact {
    pub(super) fn of(customer: &CustomerRow, contact: &account::Contact) -> StoredContact {
        let held = contact.qualified.last().map(|(_, held)| held.clone());
        let mut qualified = held.unwrap_or_default();
        qualified.sort_by(|a, b| a.what.cmp(&b.what));
        StoredContact {
            row: ContactRow {
                id: contact.id,
                customer: customer.id,
                email: fold(contact.label()),
                name: contact.name_label().unwrap_or_default().to_owned(),
                phone: contact.phone.clone(),
                language: contact.language.clone(),
                since: contact.seats.first().map(|seat| seat.from),
                until: contact.seats.last().and_then(|seat| seat.until),
                void: false,
                known: customer.known,
            },
            qualified,
        }
    }
}

/// An e-mail address as it is kept and looked for.
pub(crate) fn fold(email: &str) -> String {
    email.trim().to_lowercase()
}

/// Whether an address stands beside the words of an event.
pub(crate) fn names(prose: &EventText, address: &str) -> bool {
    let mut named = prose.told.iter().chain(&prose.people).chain(&prose.email);
    named.any(|named| fold(named) == fold(address))
}

statements! {
    BY_ID: "SELECT * FROM contact WHERE id = $1"
        => "SEARCH contact USING INTEGER PRIMARY KEY (rowid=?)";
    BY_EMAIL: "SELECT * FROM contact WHERE email = $1 AND void = 0 ORDER BY id"
        => "SEARCH contact USING INDEX contact_email (email=?)";
    OF_CUSTOMER: "SELECT * FROM contact WHERE customer = $1 AND void = 0 ORDER BY id"
        => "SEARCH contact USING INDEX contact_customer (customer=?)";
    ALL: "SELECT * FROM contact WHERE void = 0 ORDER BY id" => "SCAN contact";
    BEGINNING: "SELECT * FROM contact WHERE email >= $1 AND email < $2 AND void = 0 ORDER BY email LIMIT $3"
        => "SEARCH contact USING INDEX contact_email (email>? AND email<?)";
    QUALIFIED: "SELECT what, until FROM qualification WHERE contact = $1 ORDER BY what"
        => "SEARCH qualification USING INDEX sqlite_autoindex_qualification_1 (contact=?)";
    FORGET: "DELETE FROM qualification WHERE contact = $1"
        => "SEARCH qualification USING INDEX sqlite_autoindex_qualification_1 (contact=?)";
    QUALIFY: "INSERT INTO qualification (contact, what, until, known) VALUES ($1, $2, $3, $4)
              ON CONFLICT (contact, what) DO UPDATE SET until = excluded.until, known = excluded.known" => "";
}

impl Tables<'_> {
    /// A contact, void or not.
    pub(crate) fn contact(&self, id: ContactId) -> Result<Option<StoredContact>, StoreError> {
        Ok(self.found(BY_ID, args![id])?.pop())
    }

    /// The contacts of that address: one person may stand for several customers.
    pub(crate) fn contacts_of_email(&self, email: &str) -> Result<Vec<StoredContact>, StoreError> {
        self.found(BY_EMAIL, args![fold(email)])
    }

    /// A customer's contacts, in the order of their naming.
    pub(crate) fn contacts_of(
        &self,
        customer: CustomerId,
    ) -> Result<Vec<StoredContact>, StoreError> {
        self.found(OF_CUSTOMER, args![customer])
    }

    /// All contacts, in the order of their naming.
    pub(crate) fn contacts(&self) -> Result<Vec<StoredContact>, StoreError> {
        self.found(ALL, args![])
    }

    /// The first contacts, by address, whose address begins so.
    pub(crate) fn contacts_beginning(
        &self,
        with: &str,
        limit: u32,
    ) -> Result<Vec<StoredContact>, StoreError> {
        let (with, after) = (fold(with), after_all(&fold(with)));
        self.found(BEGINNING, args![with, after, limit])
    }

    fn found(&self, text: &str, args: &[Arg<'_>]) -> Result<Vec<StoredContact>, StoreError> {
        let mut all = Vec::new();
        for pass in self.passes() {
            let rows = self
                .engine()
                .rows(&pass.text(text), args, ContactRow::read)?;
            let known = |row: &ContactRow| pass.known().is_none_or(|last| row.known <= last);
            for row in rows.into_iter().filter(known) {
                let qualified = qualified(self.engine(), &pass.text(QUALIFIED), row.id)?;
                all.push(StoredContact { row, qualified });
            }
        }
        all.sort_by_key(|contact| contact.row.id);
        Ok(all)
    }
}

impl Store {
    /// The contacts that have that address now.
    pub(crate) fn contacts_of_email(&self, email: &str) -> Result<Vec<StoredContact>, StoreError> {
        self.present().contacts_of_email(email)
    }

    /// A customer's contacts as they are, in the order of their naming.
    pub(crate) fn contacts_of(
        &self,
        customer: CustomerId,
    ) -> Result<Vec<StoredContact>, StoreError> {
        self.present().contacts_of(customer)
    }

    /// All contacts as they are, in the order of their naming.
    pub(crate) fn contacts(&self) -> Result<Vec<StoredContact>, StoreError> {
        self.present().contacts()
    }
}

fn qualified(
    engine: &dyn Engine,
    text: &str,
    contact: ContactId,
) -> Result<Vec<Qualified>, StoreError> {
    engine.rows(text, args![contact], |c| {
        Ok(Qualified {
            what: c.take()?,
            until: c.take()?,
        })
    })
}

/// Writes a contact and what he or she is qualified for.
pub(super) fn put(engine: &dyn Engine, contact: &StoredContact) -> Result<(), StoreError> {
    let row = &contact.row;
    row.write(engine)?;
    engine.run(FORGET, args![row.id])?;
    for held in &contact.qualified {
        engine.run(QUALIFY, args![row.id, held.what, held.until, row.known])?;
    }
    Ok(())
}
