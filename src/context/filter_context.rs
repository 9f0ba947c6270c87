//! How a filter is looked at.

use super::names::Directory;
use super::saved_filters::SavedDepth;
use crate::core::filter::FilterKey;
use crate::core::time::Instant;
use crate::settings::Abbreviations;
use crate::store::Tables;

/// From when a filter looks, in which tables names are looked up, which keys it may have, and how
/// deep its saved filters may still lead.
#[derive(Clone, Copy)]
pub(super) struct FilterContext<'s> {
    pub at: Instant,
    pub tables: Tables<'s>,
    pub keys: &'static [FilterKey],
    pub depth: SavedDepth,
    /// Whether the beginning of a name is enough; in a saved filter it is not.
    pub abbreviations: Abbreviations,
}

impl<'s> FilterContext<'s> {
    /// Whom and what names mean there.
    pub(super) fn directory(self) -> Directory<'s> {
        Directory::looking(self.tables, self.at, self.abbreviations)
    }
}
