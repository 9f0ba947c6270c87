//! `customer show`: one page a customer.

use clap::Args;

use super::super::account::{AccountReader, customer::listing};
use super::page;
use crate::commands::Input;
use crate::commands::args::Read;
use crate::context::Context;
use crate::failure::Failure;
use crate::render::{Outcome, PagePreference};

/// Show one page a customer
#[derive(Args, Debug)]
#[command(after_help = "Examples:\n  sladesk customer show acme")]
pub(crate) struct CustomerShow {
    /// A customer
    #[arg(value_name = "CUSTOMER")]
    customer: String,
    #[command(flatten)]
    read: Read,
}

impl CustomerShow {
    /// Its page.
    ///
    /// # Errors
    /// No such customer, or the desk's file cannot be read.
    pub(crate) fn run(self, context: &Context, _: &dyn Input) -> Result<Outcome, Failure> {
        let mut looking = AccountReader::new(context, &self.read)?;
        let directory = looking.directory()?;
        let account = directory.account(directory.customer(&self.customer)?.id)?;
        let page = page::page(&mut looking, &account)?;
        let listing = listing("customer show", &looking, std::slice::from_ref(&account));
        Ok(Outcome::listing(
            listing.single().page(PagePreference::Page, page),
        ))
    }
}
