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
