//! Paths of what is agreed: which one a text of the record sets, and which touch each other.

use crate::plans::PathValue;

/// What was agreed, as the record keeps it, read again.
pub(super) fn recorded(set: &str) -> Option<PathValue> {
    set.parse().ok()
}

/// Whether what is said of one path is said of the other too.
pub(super) fn touches(one: &str, other: &str) -> bool {
    let inside = |outer: &str, inner: &str| {
        let rest = inner.strip_prefix(outer);
        rest.is_some_and(|rest| rest.is_empty() || rest.starts_with('.'))
    };
    inside(one, other) || inside(other, one)
}
