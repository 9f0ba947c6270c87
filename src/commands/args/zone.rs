//! The value parser of a zone.

use crate::almanac;
use crate::core::calendar::ZoneRules;
use crate::failure::Failure;

/// A zone by its proper name: `Europe/Madrid`, `UTC+3`.
///
/// # Errors
/// No zone is called so; with the nearest one.
pub(crate) fn zone(word: &str) -> Result<String, Failure> {
    match ZoneRules::fixed(word) {
        Some(fixed) => Ok(fixed.name),
        None => Ok(almanac::zone(word)?.name),
    }
}
