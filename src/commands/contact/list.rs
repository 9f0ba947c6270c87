//! `contact list`: all contacts.

use clap::Args;

use super::super::account::{contact, contact::listing, list_accounts};
use crate::commands::list_fields::ListFields;
use crate::commands::{Input, args};
use crate::context::Context;
use crate::core::account::{Account, Contact};
use crate::core::filter::{FilterKey, KeyKind};
use crate::core::time::Direction;
use crate::failure::Failure;
use crate::render::Outcome;

const KEYS: &[FilterKey] = &[
    FilterKey::new("contact", KeyKind::Known),
    FilterKey::new("customer", KeyKind::Known),
    FilterKey::new("name", KeyKind::Word),
    FilterKey::new("email", KeyKind::Known),
    FilterKey::new("phone", KeyKind::Word),
    FilterKey::new("start", KeyKind::Time(Direction::Either)),
    FilterKey::new("end", KeyKind::Time(Direction::Either)),
    FilterKey::new("language", KeyKind::Known),
    FilterKey::new("seat", KeyKind::OneOf(&["held", "coming", "ended"])),
    FilterKey::new("qualifications", KeyKind::Known),
    FilterKey::new("open-tickets", KeyKind::Number),
    FilterKey::new("text", KeyKind::Text),
];

/// List contacts
#[derive(Args, Debug)]
#[command(
    after_help = "Examples:\n  sladesk contact list customer:acme\n  sladesk contact list end:..eom -f csv"
)]
pub(crate) struct ContactList {
    #[command(flatten)]
    list: args::ListArgs,
}

impl ContactList {
    /// Those that fit the filter.
    ///
    /// # Errors
    /// A filter or field that is none, or the desk's file cannot be read.
    pub(crate) fn run(self, context: &Context, input: &dyn Input) -> Result<Outcome, Failure> {
        list_accounts(&self.list, KEYS, context, input, |looking, accounts| {
            let people = accounts.iter().flat_map(of_account);
            let listing = listing("contact list", looking, people)?;
            Ok(listing.if_empty("no contact fits"))
        })
    }
}

fn of_account(account: &Account) -> impl Iterator<Item = (&Account, &Contact)> {
    account
        .contacts
        .iter()
        .map(move |contact| (account, contact))
}

/// The fields of the list, and what can be asked of them.
pub(in crate::commands) fn fields() -> ListFields {
    contact::fields().asked(KEYS)
}
