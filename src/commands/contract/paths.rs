//! Paths of what is agreed: which one a text sets, and which touch each other.

/// The path of `PATH=VALUE`, of `PATH+=VALUE` and `PATH-=VALUE`.
pub(super) fn path(set: &str) -> &str {
    let path = set.split('=').next().unwrap_or(set);
    path.trim_end_matches(['+', '-']).trim()
}

/// Whether what is said of one path is said of the other too.
pub(super) fn touches(one: &str, other: &str) -> bool {
    let inside = |outer: &str, inner: &str| {
        let rest = inner.strip_prefix(outer);
        rest.is_some_and(|rest| rest.is_empty() || rest.starts_with('.'))
    };
    inside(one, other) || inside(other, one)
}
