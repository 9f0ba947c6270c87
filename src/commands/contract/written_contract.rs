//! The contract that a write is about.

use crate::context::Session;
use crate::core::account::{Account, Contract};
use crate::core::model::{ContractId, CustomerId};
use crate::failure::{Failure, Noun};

/// A customer's account and one of its contracts, as the write under way has them.
///
/// # Errors
/// The customer has no such contract.
pub(super) fn account_and_contract(
    session: &mut Session<'_>,
    customer: CustomerId,
    id: ContractId,
) -> Result<(Account, Contract), Failure> {
    let account = session.account(customer)?.clone();
    let contract = account.contract(id).cloned();
    let contract = contract.ok_or_else(|| Failure::no_such(Noun::Contract, id.to_string()))?;
    Ok((account, contract))
}
