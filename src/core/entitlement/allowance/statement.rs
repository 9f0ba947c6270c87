//! The account of an allowance: granted, carried over, bought, used, given back, expired.
//!
//! Nothing here is stored but the bookings; what is left follows from them and the terms, at any
//! instant and for any past period.

use super::grants::Grants;
use super::period::{periods_begun, single_period};
use super::posting::{Balance, Booking, Posting};
use crate::core::time::Instant;

/// How the allowance stands in the period that holds `at`, by all bookings handed in. Where
/// amounts carry over, those of the earlier periods are needed too. None while no term runs or
/// the terms had no such allowance.
pub(super) fn balance(grants: &Grants<'_>, bookings: &[Booking], at: Instant) -> Option<Balance> {
    let period = grants.period_at(at)?;
    Some(single_period(grants, period, bookings, at).balance())
}

/// Every line of the account from the contract's beginning to the period that holds `at`.
pub(super) fn statement(grants: &Grants<'_>, bookings: &[Booking], at: Instant) -> Vec<Posting> {
    periods_begun(grants, bookings, at)
        .iter()
        .flat_map(|single_period| single_period.postings(at))
        .collect()
}

#[cfg(test)]
mod tests;
