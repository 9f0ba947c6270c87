//! `contact show`: one page a contact.

use clap::Args;

use super::super::account::{Looking, contact::listing};
use super::page;
use crate::commands::Input;
use crate::commands::args::Read;
use crate::context::Context;
use crate::failure::Failure;
use crate::render::{Outcome, Prefer};

/// Show one page a contact
#[derive(Args, Debug)]
#[command(after_help = "Examples:\n  sladesk contact show dana@acme.example")]
pub(crate) struct Show {
    /// A contact
    #[arg(value_name = "CONTACT")]
    contact: String,
    #[command(flatten)]
    read: Read,
}

impl Show {
    /// Its page.
    ///
    /// # Errors
    /// No such contact, or the desk's file cannot be read.
    pub(crate) fn run(self, context: &Context, _: &dyn Input) -> Result<Outcome, Failure> {
        let found = context.contact(&self.contact)?;
        let mut looking = Looking::new(context, &self.read)?;
        let account = looking.account(found.row.customer)?;
        let known = account
            .as_ref()
            .and_then(|a| Some((a, a.contact(found.row.id)?)));
        let Some((account, contact)) = known else {
            return Err(Failure::not_found(format!(
                "no contact `{}` then",
                self.contact
            )));
        };
        let page = page::page(&mut looking, account, contact)?;
        let listing = listing("contact show", &mut looking, [(account, contact)])?;
        Ok(Outcome::listing(listing.single().page(Prefer::Page, page)))
    }
}
