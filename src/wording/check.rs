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

/// What was looked at.
pub(crate) fn size(entries: i64, events: i64, tickets: i64) -> String {
    format!("{entries} entries, {events} events, {tickets} tickets")
}

/// Of how many entries another than the machine's clock said when they were written.
pub(crate) fn other_clocks(given: i64, made_up: i64) -> String {
    let given = match given {
        0 => String::new(),
        n => format!("; {n} entries were written under `--now`"),
    };
    match made_up {
        0 => given,
        n => format!("{given}; {n} entries were made up by `demo`"),
    }
}

/// How it is.
pub(crate) fn summary(findings: usize, what: &str) -> String {
    match findings {
        0 => format!("the record is whole and all rows follow from it: {what}"),
        1 => format!("1 finding in {what}"),
        n => format!("{n} findings in {what}"),
    }
}

/// A ticket that the search finds otherwise than it was written.
pub(crate) const SEARCH_DIFFERS: &str = "the search finds it by other words than were written";

/// The words that the search can complete are others than stand in its index.
pub(crate) const SEARCH_TOKENS_DIFFER: &str =
    "the words that the search completes are not those that were written";

/// A ticket's rows that say otherwise than its events, and in what.
pub(crate) fn rows_differ(differences: &[String]) -> String {
    format!(
        "its rows say otherwise than its events: {}",
        differences.join(", ")
    )
}

/// A customer's rows that do, and in what.
pub(crate) fn account_rows_differ(key: &str, differences: &[&str]) -> String {
    format!(
        "the rows of customer {key} say otherwise than its events: {}",
        differences.join(", ")
    )
}

/// Rows that are missing.
pub(crate) const NO_ROWS: &str = "there are none";

/// Rows of a customer who was never added.
pub(crate) const NEVER_ADDED: &str = "it was never added";

/// Terms that are kept otherwise than they follow from their document.
pub(crate) fn terms_differ(terms: &str) -> String {
    format!("the terms {terms} are kept otherwise than their document says")
}

/// The rows of the staff say otherwise than their events.
pub(crate) const STAFF_DIFFERS: &str = "the rows of the staff say otherwise than the desk's events";

/// Rows of that table are a part of others and do not rest on what these rest on.
pub(crate) fn rests_on_another(table: &str) -> String {
    format!("rows of `{table}` rest on another event than the rows that they are a part of")
}
