//! `customer list`: all customers.

use clap::Args;

use super::super::account::{customer, customer::listing, list_accounts};
use crate::commands::list_fields::ListFields;
use crate::commands::{Input, args};
use crate::context::Context;
use crate::core::filter::{FilterKey, KeyKind};
use crate::failure::Failure;
use crate::render::Outcome;

/// What can be asked of customers.
pub(in crate::commands) const KEYS: &[FilterKey] = &[
    FilterKey::new("customer", KeyKind::Known),
    FilterKey::new("name", KeyKind::Word),
    FilterKey::new("plan", KeyKind::Known),
    FilterKey::new("contacts", KeyKind::Number),
    FilterKey::new("open-tickets", KeyKind::Number),
    FilterKey::new("account-manager", KeyKind::Person),
    FilterKey::new("language", KeyKind::Known),
    FilterKey::new("engineer", KeyKind::Person),
    FilterKey::new("contracts", KeyKind::Contract),
    FilterKey::new("zone", KeyKind::Known),
    FilterKey::new("text", KeyKind::Text),
];

/// List customers
#[derive(Args, Debug)]
#[command(
    after_help = "Examples:\n  sladesk customer list\n  sladesk customer list plan:creatio/business --sort name"
)]
pub(crate) struct CustomerList {
    #[command(flatten)]
    list: args::ListArgs,
}

impl CustomerList {
    /// Those that fit the filter.
    ///
    /// # Errors
    /// A filter or field that is none, or the desk's file cannot be read.
    pub(crate) fn run(self, context: &Context, input: &dyn Input) -> Result<Outcome, Failure> {
        list_accounts(&self.list, KEYS, context, input, |looking, accounts| {
            let listing = listing("customer list", looking, accounts);
            Ok(listing.if_empty("no customer fits"))
        })
    }
}

/// The fields of the list, and what can be asked of them.
pub(in crate::commands) fn fields() -> ListFields {
    customer::fields().asked(KEYS)
}
