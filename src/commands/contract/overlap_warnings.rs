//! What stands beside a contract that was just agreed: other contracts over the same days, and
//! days before it that none covers.

use super::super::account::Days;
use crate::core::account::Account;
use crate::core::model::ContractId;
use crate::core::time::Instant;
use crate::wording::contract as words;

/// Other contracts over the same days, and days before it that none covers.
pub(super) fn overlap_warnings(
    account: &Account,
    id: ContractId,
    starts: Instant,
    days: &Days,
) -> Vec<String> {
    let key = &account.customer.key;
    let mut warnings = Vec::new();
    for overlap in account
        .overlaps()
        .iter()
        .filter(|o| o.contracts.contains(&id))
    {
        let others = overlap.contracts.iter().filter(|other| **other != id);
        let others: Vec<String> = others.map(ToString::to_string).collect();
        warnings.extend(words::cover_too(&others, key, days.day(overlap.from)));
    }
    for gap in account.gaps().iter().filter(|gap| gap.to == starts) {
        let last = days.last(gap.to).unwrap_or_else(|| days.day(gap.to));
        warnings.push(words::uncovered(key, days.day(gap.from), last));
    }
    warnings
}
