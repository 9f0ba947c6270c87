//! What stands in the place of a text that was erased.

/// The word that every list and page has for what was erased.
pub const ERASED: &str = "(erased)";
