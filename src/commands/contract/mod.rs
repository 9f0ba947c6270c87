//! Contracts: a subscription to a plan, from signing to cancelling.

mod adjust;
mod agree;
mod amend;
mod cancel;
mod deadline_changes;
mod options;
mod overlap_warnings;
mod page;
mod renew;
mod said;
mod sign;

pub(crate) use adjust::adjust;
pub(crate) use amend::amend;
pub(crate) use cancel::cancel;
pub(super) use deadline_changes::tickets;
pub(crate) use options::{Adjust, Amend, Cancel, ListContracts, Renew, ShowContract, Sign};
pub(crate) use renew::renew;
pub(crate) use sign::sign;

use super::account::{Looking, contract::listing, listed};
use crate::context::{CommitSummary, Context};
use crate::core::account::Account;
use crate::core::filter::{FilterKey, Kind};
use crate::core::model::{ContractId, CustomerId};
use crate::core::time::Direction;
use crate::failure::Failure;
use crate::render::{Outcome, Prefer};

const KEYS: &[FilterKey] = &[
    FilterKey::new("contract", Kind::Number, "its number"),
    FilterKey::new("customer", Kind::Word, "whose it is"),
    FilterKey::new("plan", Kind::Word, "vendor/plan"),
    FilterKey::new("start", Kind::Time(Direction::Either), "its first day"),
    FilterKey::new(
        "end",
        Kind::Time(Direction::Future),
        "its last day as agreed so far",
    ),
    FilterKey::new("renews", Kind::Word, "for how long by itself; none"),
    FilterKey::new("seats-used", Kind::Number, "how many may ask"),
    FilterKey::new("seats", Kind::Number, "how many could"),
    FilterKey::new("zone", Kind::Word, "of its days"),
    FilterKey::new("region", Kind::Word, "of its hours"),
    FilterKey::new(
        "state",
        Kind::Word,
        "in-force, not-begun, lapsed, cancelled",
    ),
    FilterKey::new(
        "minimum-until",
        Kind::Time(Direction::Either),
        "the least it lasts",
    ),
    FilterKey::new("open-terms", Kind::Word, "a path that is not promised"),
    FilterKey::new("text", Kind::Text, "words in any of these"),
];

/// `contract list`.
///
/// # Errors
/// A filter or field that is none, or the desk's file cannot be read.
pub(crate) fn list(context: &mut Context, options: &ListContracts) -> Result<Outcome, Failure> {
    let mut looking = Looking::new(context, options.list.read.as_of.as_deref())?;
    let accounts = looking.accounts()?;
    let all = accounts.iter().flat_map(|account| {
        account
            .contracts
            .iter()
            .map(move |contract| (account, contract))
    });
    let listing = listing("contract list", &mut looking, all)?;
    listed(
        listing.if_empty("no contract fits"),
        &options.list,
        KEYS,
        context,
    )
}

/// `contract show`.
///
/// # Errors
/// No such contract, or the desk's file cannot be read.
pub(crate) fn show(context: &mut Context, options: &ShowContract) -> Result<Outcome, Failure> {
    let mut looking = Looking::new(context, options.read.as_of.as_deref())?;
    let (customer, id) = context.contract(&options.contract, looking.at())?;
    let account = looking.account(customer.id)?;
    let known = account.as_ref().and_then(|a| Some((a, a.contract(id)?)));
    let Some((account, contract)) = known else {
        return Err(Failure::not_found(format!("no contract {id} then")));
    };
    let page = page::page(&mut looking, account, contract)?;
    let listing = listing("contract show", &mut looking, [(account, contract)])?;
    Ok(Outcome::listing(listing.single().page(Prefer::Page, page)))
}

/// The outcome of a write about one contract.
fn after(
    context: &Context,
    name: &str,
    written: &CommitSummary,
    outcome: crate::render::WriteOutcome,
    (customer, id): (CustomerId, ContractId),
) -> Result<Outcome, Failure> {
    if written.entry.is_none() {
        return Ok(Outcome::written(outcome));
    }
    let mut looking = Looking::new(context, None)?;
    let account: Option<Account> = looking.account(customer)?;
    let known = account.as_ref().and_then(|a| Some((a, a.contract(id)?)));
    let listing = listing(name, &mut looking, known)?;
    Ok(Outcome::written(outcome.after(listing.single())))
}
