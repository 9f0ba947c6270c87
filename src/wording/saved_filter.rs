//! Saved filters that cannot be put in place of their names.

/// A saved filter that is none, where a list asks for it.
pub(crate) fn no_saved_filter(name: &str) -> String {
    format!("no saved filter `@{name}` for this list")
}

/// `not:` before a saved filter of several words, or of none.
pub(crate) fn negates_several(word: &str) -> String {
    format!(
        "`{word}`: the saved filter is not one word; write `not:` in front of each of its words"
    )
}
