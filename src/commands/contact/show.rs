//! `contact show`: one page a contact.

use clap::Args;

use super::super::account::{AccountReader, contact::listing};
use super::named::NamedContact;
use super::page;
use crate::commands::Input;
use crate::commands::args::Read;
use crate::context::{Context, missing_in_record};
use crate::failure::Failure;
use crate::render::{Outcome, PagePreference};

/// Show one page a contact
#[derive(Args, Debug)]
#[command(after_help = "Examples:\n  sladesk contact show dana@acme.example")]
pub(crate) struct ContactShow {
    #[command(flatten)]
    contact: NamedContact,
    #[command(flatten)]
    read: Read,
}

impl ContactShow {
    /// Its page.
    ///
    /// # Errors
    /// No such contact, or the desk's file cannot be read.
    pub(crate) fn run(self, context: &Context, _: &dyn Input) -> Result<Outcome, Failure> {
        let mut looking = AccountReader::new(context, &self.read)?;
        let directory = looking.directory()?;
        let found = self.contact.found(&directory)?;
        let account = directory.account(found.row.customer)?;
        let id = found.row.id;
        let contact = account
            .contact(id)
            .ok_or_else(|| missing_in_record("contact", id))?;
        let page = page::page(&mut looking, &account, contact)?;
        let listing = listing("contact show", &mut looking, [(&account, contact)])?;
        Ok(Outcome::listing(
            listing.single().page(PagePreference::Page, page),
        ))
    }
}
