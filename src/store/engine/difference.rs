//! In what a database is not what it should be, whatever the engine: the words for it.

/// An object is another than the schema's, or none of it: `table ticket`.
pub(super) fn changed(title: &str) -> String {
    format!("it has a changed or foreign {title}")
}

/// An object of the schema is missing.
pub(super) fn lost(title: &str) -> String {
    format!("it has lost {title}")
}

/// A row names another that is missing.
pub(super) fn names_nobody(row: &str, parent: &str) -> String {
    format!("{row} names a {parent} that is not there")
}
