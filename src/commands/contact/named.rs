//! Which contact is meant.

use clap::Args;

use crate::context::Directory;
use crate::failure::Failure;
use crate::store::StoredContact;

/// A contact by address.
#[derive(Args, Debug)]
#[group(skip)]
pub(super) struct NamedContact {
    /// A contact
    #[arg(value_name = "CONTACT")]
    contact: String,
    /// Whose contact, where the address stands for several customers
    #[arg(long, value_name = "CUSTOMER", hide_short_help = true)]
    customer: Option<String>,
}

impl NamedContact {
    /// Who is meant.
    ///
    /// # Errors
    /// No such contact or customer; an address that stands for several customers, and nobody says for
    /// which.
    pub(super) fn found(&self, directory: &Directory<'_>) -> Result<StoredContact, Failure> {
        match &self.customer {
            None => directory.contact(&self.contact),
            Some(customer) => {
                let customer = directory.customer(customer)?;
                directory.contact_of(&customer, &self.contact)
            }
        }
    }
}
