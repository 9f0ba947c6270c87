//! Full-text search: the one method that another engine answers with other words.
//!
//! The index knows tokens and in which tickets they stand, not the texts. Its row is the ticket's
//! number.

use crate::core::model::TicketNo;
use crate::core::search::{IndexedText, LastToken, Sought, SoughtPhrase};
use crate::store::StoreError;
use crate::store::engine::{Arg, Engine, args};
use crate::store::tables::Tables;

/// The tickets in which the words of the placeholder that follows stand.
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
const PUT: &str = "INSERT INTO search (rowid, words) VALUES ($1, $2)";
const SQUEEZE: &str = "INSERT INTO search (search) VALUES ('optimize')";
const ANYWHERE: &str = "SELECT rowid FROM search WHERE search MATCH $1 LIMIT 1";

/// What the index gets of a ticket's texts.
pub(crate) fn indexed(texts: &[String]) -> IndexedText {
    IndexedText::of(texts.iter().map(String::as_str))
}

/// The tokens that the index then has, those that it has several times as often: it parts them at
/// spaces and leaves them as they are, since all its tokens are folded already.
pub(super) fn tokens(indexed: &IndexedText) -> impl Iterator<Item = &str> {
    indexed.tokens.split(' ').filter(|token| !token.is_empty())
}

/// Indexes a ticket's tokens in place of those it had.
pub(crate) fn put(engine: &dyn Engine, ticket: TicketNo, tokens: &str) -> Result<(), StoreError> {
    engine.run(FORGET, args![ticket])?;
    insert(ticket, tokens, |text, values| {
        engine.run(text, values).map(|_| ())
    })
}

/// Indexes a ticket's tokens where it has none yet: in an index of the past, whose text is another.
pub(in crate::store) fn insert(
    ticket: TicketNo,
    tokens: &str,
    run: impl FnOnce(&str, &[Arg<'_>]) -> Result<(), StoreError>,
) -> Result<(), StoreError> {
    run(PUT, args![ticket, tokens])
}

/// Whether a token that is looked up stands in any ticket.
pub(super) fn stands_anywhere(engine: &dyn Engine, looked_up: &str) -> Result<bool, StoreError> {
    let phrase = SoughtPhrase::of_looked_up(looked_up);
    let wanted = phrase_text(&phrase);
    let found: Option<TicketNo> = engine.first(ANYWHERE, args![wanted.as_str()], |c| c.take())?;
    Ok(found.is_some())
}

/// Writes the index anew, so that nothing of what was taken out remains in it.
pub(crate) fn squeeze(engine: &dyn Engine) -> Result<(), StoreError> {
    engine.run(SQUEEZE, args![]).map(|_| ())
}

/// What is asked of the index.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct SearchMatch(Option<String>);

impl SearchMatch {
    /// In the engine's words; none where no word is looked for.
    pub(in crate::store) fn words(&self) -> Option<&str> {
        self.0.as_deref()
    }

    fn of(phrases: &[Vec<SoughtPhrase>]) -> SearchMatch {
        let each = phrases.iter().map(|any| {
            let any: Vec<String> = any.iter().map(phrase_text).collect();
            format!("({})", any.join(" OR "))
        });
        let all: Vec<String> = each.collect();
        SearchMatch((!all.is_empty()).then(|| all.join(" AND ")))
    }
}

/// Tokens are letters, digits and signs that are for private use: nothing in them ends a quote.
fn phrase_text(phrase: &SoughtPhrase) -> String {
    let beginning = match phrase.last {
        LastToken::Whole => "",
        LastToken::Beginning => " *",
    };
    format!("\"{}\"{beginning}", phrase.tokens.join(" "))
}

impl Tables<'_> {
    /// What is asked of the index to find what is sought. The words that begin so are those of all
    /// that was ever written: a view of the past has no others.
    pub(crate) fn search_words(&self, sought: &Sought) -> Result<SearchMatch, StoreError> {
        let phrases = sought.phrases(|begin| self.store().tokens_begun(begin))?;
        Ok(SearchMatch::of(&phrases))
    }
}
