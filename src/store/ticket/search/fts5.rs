//! Words in a table of SQLite's own kind. Its row is the ticket's number.

use crate::core::search::{LastToken, SoughtPhrase};

/// The tickets in which the words of the placeholder that follows stand.
pub(in crate::store) const MATCHING: &str = "SELECT rowid FROM search WHERE search MATCH ";

/// What stands before the table of tickets when words lead to them: the newest numbers first, and
/// no more of them than are asked for.
pub(in crate::store) const LEADING: &str = "search CROSS JOIN ";

/// The words of the placeholder that follows are looked for, and lead to the ticket called `t`.
pub(in crate::store) const LED: &str = "t.number = search.rowid AND search MATCH ";

/// The order in which words lead.
pub(in crate::store) const NEWEST: &str = " ORDER BY search.rowid DESC";

/// Not in the list of statements: no other engine shares their words.
pub(super) const FORGET: &str = "DELETE FROM search WHERE rowid = $1";
pub(super) const PUT: &str = "INSERT INTO search (rowid, words) VALUES ($1, $2)";
pub(super) const SQUEEZE: &str = "INSERT INTO search (search) VALUES ('optimize')";
pub(super) const ANYWHERE: &str = "SELECT rowid FROM search WHERE search MATCH $1 LIMIT 1";

/// All that is looked for; of each list one has to stand there.
pub(super) fn all_of(phrases: &[Vec<SoughtPhrase>]) -> String {
    let each = phrases.iter().map(|any| {
        let any: Vec<String> = any.iter().map(phrase).collect();
        format!("({})", any.join(" OR "))
    });
    each.collect::<Vec<String>>().join(" AND ")
}

/// Tokens are letters, digits and signs that are for private use: nothing in them ends a quote.
pub(super) fn phrase(phrase: &SoughtPhrase) -> String {
    let beginning = match phrase.last {
        LastToken::Whole => "",
        LastToken::Beginning => " *",
    };
    format!("\"{}\"{beginning}", phrase.tokens.join(" "))
}
