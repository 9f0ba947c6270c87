//! What a write about one contract answers.

use super::super::account::{AccountReader, contract::listing};
use crate::commands::args::Read;
use crate::context::{CommitSummary, Context};
use crate::core::account::Account;
use crate::core::model::{ContractId, CustomerId};
use crate::failure::Failure;
use crate::render::{Outcome, WriteOutcome};

/// The outcome of a write about one contract: the contract after it.
///
/// # Errors
/// The desk's file cannot be read.
pub(super) fn after(
    context: &Context,
    name: &str,
    written: &CommitSummary,
    outcome: WriteOutcome,
    (customer, id): (CustomerId, ContractId),
) -> Result<Outcome, Failure> {
    if written.entry.is_none() {
        return Ok(Outcome::written(outcome));
    }
    let mut looking = AccountReader::new(context, &Read::default())?;
    let account: Option<Account> = looking.account(customer)?;
    let known = account.as_ref().and_then(|a| Some((a, a.contract(id)?)));
    let listing = listing(name, &mut looking, known)?;
    Ok(Outcome::written(outcome.after(listing.single())))
}
