//! `contract list`: all contracts.

use clap::Args;

use super::super::account::{contract, contract::listing, list_accounts};
use crate::commands::list_fields::ListFields;
use crate::commands::{Input, args};
use crate::context::Context;
use crate::core::account::{Account, Contract};
use crate::core::filter::{FilterKey, KeyKind};
use crate::core::time::Direction;
use crate::failure::Failure;
use crate::render::Outcome;

const KEYS: &[FilterKey] = &[
    FilterKey::new("contract", KeyKind::Contract),
    FilterKey::new("customer", KeyKind::Known),
    FilterKey::new("plan", KeyKind::Known),
    FilterKey::new("start", KeyKind::Time(Direction::Either)),
    FilterKey::new("end", KeyKind::Time(Direction::Future)),
    FilterKey::new("renews", KeyKind::Word),
    FilterKey::new("seats-used", KeyKind::Number),
    FilterKey::new("seats", KeyKind::Number),
    FilterKey::new("zone", KeyKind::Known),
    FilterKey::new("region", KeyKind::Known),
    FilterKey::new(
        "state",
        KeyKind::OneOf(&["in-force", "not-begun", "lapsed", "cancelled"]),
    ),
    FilterKey::new("minimum-until", KeyKind::Time(Direction::Either)),
    FilterKey::new("open-terms", KeyKind::Word),
    FilterKey::new("text", KeyKind::Text),
];

/// List contracts
#[derive(Args, Debug)]
#[command(
    after_help = "Examples:\n  sladesk contract list\n  sladesk contract list end:..eoy --sort end"
)]
pub(crate) struct ContractList {
    #[command(flatten)]
    list: args::ListArgs,
}

impl ContractList {
    /// Those that fit the filter.
    ///
    /// # Errors
    /// A filter or field that is none, or the desk's file cannot be read.
    pub(crate) fn run(self, context: &Context, input: &dyn Input) -> Result<Outcome, Failure> {
        list_accounts(&self.list, KEYS, context, input, |looking, accounts| {
            let all = accounts.iter().flat_map(of_account);
            let listing = listing("contract list", looking, all)?;
            Ok(listing.if_empty("no contract fits"))
        })
    }
}

fn of_account(account: &Account) -> impl Iterator<Item = (&Account, &Contract)> {
    account
        .contracts
        .iter()
        .map(move |contract| (account, contract))
}

/// The fields of the list, and what can be asked of them.
pub(in crate::commands) fn fields() -> ListFields {
    contract::fields().asked(KEYS)
}
