//! Whose record is wanted, and how what is not in it is called there.

use std::collections::BTreeSet;

use crate::core::model::CustomerId;

/// Whose record is wanted.
pub(crate) struct PartAsked {
    pub customers: BTreeSet<CustomerId>,
    /// Key and name of the customer that stands for all others, where a ticket was another's.
    pub others: (String, &'static str),
    /// What a ticket is called whose subject was another's.
    pub subject: &'static str,
}
