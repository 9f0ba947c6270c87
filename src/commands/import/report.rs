//! What an import did.

use std::collections::BTreeMap;

use crate::core::intake::BadRow;

/// What an import did.
#[derive(Default)]
pub(super) struct Report {
    pub rows: u64,
    pub tickets: u64,
    pub events: u64,
    pub added: u64,
    pub unchanged: u64,
    /// Breaches that earlier imports had and the log now takes back.
    pub lost: u64,
    pub skipped: BTreeMap<String, u64>,
    pub bad: Vec<BadRow>,
}
