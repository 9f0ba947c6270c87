//! `contract show`: one page a contract.

use clap::Args;

use super::super::account::{AccountReader, contract::listing};
use super::page;
use crate::commands::Input;
use crate::commands::args::Read;
use crate::context::{Context, missing_in_record};
use crate::failure::Failure;
use crate::render::{Outcome, PagePreference};

/// Show one page a contract
#[derive(Args, Debug)]
#[command(
    after_help = "Examples:\n  sladesk contract show acme\n  sladesk contract show 3 -f json"
)]
pub(crate) struct ContractShow {
    /// Its id, or the customer when one is in force
    #[arg(value_name = "CONTRACT")]
    contract: String,
    #[command(flatten)]
    read: Read,
}

impl ContractShow {
    /// Its page.
    ///
    /// # Errors
    /// No such contract, or the desk's file cannot be read.
    pub(crate) fn run(self, context: &Context, _: &dyn Input) -> Result<Outcome, Failure> {
        let mut looking = AccountReader::new(context, &self.read)?;
        let directory = looking.directory()?;
        let (customer, id) = directory.contract(&self.contract, looking.at())?;
        let account = directory.account(customer.id)?;
        let contract = account
            .contract(id)
            .ok_or_else(|| missing_in_record("contract", id))?;
        let page = page::page(&mut looking, &account, contract)?;
        let listing = listing("contract show", &mut looking, [(&account, contract)])?;
        Ok(Outcome::listing(
            listing.single().page(PagePreference::Page, page),
        ))
    }
}
