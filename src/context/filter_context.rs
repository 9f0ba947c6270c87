//! How a filter is looked at.

use crate::core::filter::FilterKey;
use crate::core::time::Instant;
use crate::store::Tables;

/// From when a filter looks, in which tables names are looked up, which keys it may have, and how
/// deep its saved filters may still lead.
#[derive(Clone, Copy)]
pub(super) struct FilterContext<'s> {
    pub at: Instant,
    pub tables: Tables<'s>,
    pub keys: &'static [FilterKey],
    pub depth: u32,
}
