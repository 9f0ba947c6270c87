//! What a check of the caches finds.

/// Terms that are kept resolved of nothing that the record holds.
pub(crate) fn terms_of_no_document(terms: &str) -> String {
    format!("the terms {terms} are kept resolved and follow from no document")
}

/// Terms that a program resolved of which this one knows nothing.
pub(crate) fn terms_of_another_version(terms: &str) -> String {
    format!("the terms {terms} are kept in a version that this program does not know")
}

/// A word that filters know and the record does not, or from another event on.
pub(crate) fn word_known_otherwise(field: &str, word: &str) -> String {
    format!("filters know `{word}` of `{field}` otherwise than the record says it")
}
