//! Names that begin so, as a range of an index.

/// What comes after all that begins so.
pub(super) fn after_all(with: &str) -> String {
    format!("{with}{}", char::MAX)
}
