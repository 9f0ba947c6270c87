//! The version of the tables.

/// The version of the schema that this program reads and writes.
pub(crate) const VERSION: i64 = 2;
