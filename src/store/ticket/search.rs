//! Full-text search: the one method that another engine answers with other words.
//!
//! The index knows words and in which tickets they stand, not the texts. Its row is the ticket's
//! number.

use crate::core::model::TicketNo;
use crate::store::StoreError;
use crate::store::engine::{Engine, args};

/// The tickets whose subject or text has the words of the placeholder that follows.
pub(crate) const MATCHING: &str = "SELECT rowid FROM search WHERE search MATCH ";

/// What stands before the table of tickets when words lead to them: the newest numbers first, and
/// no more of them than are asked for.
pub(crate) const LEADING: &str = "search CROSS JOIN ";

/// The words of the placeholder that follows are looked for, and lead to the ticket called `t`.
pub(crate) const LED: &str = "t.number = search.rowid AND search MATCH ";

/// The order in which words lead.
pub(crate) const NEWEST: &str = " ORDER BY search.rowid DESC";

/// Not in the list of statements: no other engine shares their words.
const FORGET: &str = "DELETE FROM search WHERE rowid = $1";
pub(in crate::store) const PUT: &str =
    "INSERT INTO search (rowid, subject, words) VALUES ($1, $2, $3)";
const SQUEEZE: &str = "INSERT INTO search (search) VALUES ('optimize')";

/// Indexes a ticket's words in place of those it had.
pub(crate) fn put(
    engine: &dyn Engine,
    ticket: TicketNo,
    subject: &str,
    words: &str,
) -> Result<(), StoreError> {
    engine.run(FORGET, args![ticket])?;
    engine.run(PUT, args![ticket, subject, words]).map(|_| ())
}

/// Writes the index anew, so that nothing of what was taken out remains in it.
pub(crate) fn squeeze(engine: &dyn Engine) -> Result<(), StoreError> {
    engine.run(SQUEEZE, args![]).map(|_| ())
}

/// What people typed, as the engine is to look for it: every word quoted, all of them wanted. None
/// when there is no word in it.
pub(crate) fn quoted(typed: &str) -> Option<String> {
    let words: Vec<String> = typed
        .split_whitespace()
        .filter(|word| word.chars().any(char::is_alphanumeric))
        .map(|word| format!("\"{}\"", word.replace('"', "\"\"")))
        .collect();
    (!words.is_empty()).then(|| words.join(" "))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_people_type_is_never_a_query_language() {
        assert_eq!(quoted("vpn down").as_deref(), Some("\"vpn\" \"down\""));
        assert_eq!(quoted("a OR b*").as_deref(), Some("\"a\" \"OR\" \"b*\""));
        assert_eq!(
            quoted("say \"hi\"").as_deref(),
            Some("\"say\" \"\"\"hi\"\"\"")
        );
        assert_eq!(quoted(" -- * "), None);
    }
}
