//! Full-text search: the one method that another engine answers with other words.
//!
//! The index knows tokens and in which tickets they stand, not the texts. The tokens are made by the
//! program, the same for all engines, so that all find the same.

pub(in crate::store) mod fts5;
pub(in crate::store) mod tsvector;

use crate::core::model::TicketNo;
use crate::core::search::{IndexedText, Sought, SoughtPhrase};
use crate::store::StoreError;
use crate::store::engine::{Arg, Engine, TextIndex, args};
use crate::store::tables::Tables;

/// What the index gets of a ticket's texts.
pub(crate) fn indexed(texts: &[String]) -> IndexedText {
    IndexedText::of(texts.iter().map(String::as_str))
}

/// The tokens that the index then has, those that it has several times as often: it parts them at
/// spaces and leaves them as they are, since all its tokens are folded already.
pub(super) fn tokens(indexed: &IndexedText) -> impl Iterator<Item = &str> {
    indexed.tokens.split(' ').filter(|token| !token.is_empty())
}

/// As much of a token as every index knows it by.
pub(super) fn known_by(token: &str) -> &str {
    tsvector::cut(token)
}

/// Indexes a ticket's tokens in place of those it had.
pub(crate) fn put(engine: &dyn Engine, ticket: TicketNo, tokens: &str) -> Result<(), StoreError> {
    let index = engine.text_index();
    engine.run(index.forgets(), args![ticket])?;
    insert(index, ticket, tokens, |text, values| {
        engine.run(text, values).map(|_| ())
    })
}

/// Indexes a ticket's tokens where it has none yet: in an index of the past, whose text is another.
pub(in crate::store) fn insert(
    index: TextIndex,
    ticket: TicketNo,
    tokens: &str,
    mut run: impl FnMut(&str, &[Arg<'_>]) -> Result<(), StoreError>,
) -> Result<(), StoreError> {
    match index {
        TextIndex::Fts5 => run(fts5::PUT, args![ticket, tokens]),
        TextIndex::TsVector => {
            let parts = tsvector::parts(tokens);
            (0_i64..)
                .zip(parts)
                .try_for_each(|(part, words)| run(tsvector::PUT, args![ticket, part, words]))
        }
    }
}

/// Whether a token that is looked up stands in any ticket.
pub(super) fn stands_anywhere(engine: &dyn Engine, looked_up: &str) -> Result<bool, StoreError> {
    let phrase = SoughtPhrase::of_looked_up(looked_up);
    let (text, wanted) = match engine.text_index() {
        TextIndex::Fts5 => (fts5::ANYWHERE, fts5::phrase(&phrase)),
        TextIndex::TsVector => (tsvector::ANYWHERE, tsvector::phrase(&phrase)),
    };
    let found: Option<TicketNo> = engine.first(text, args![wanted.as_str()], |c| c.take())?;
    Ok(found.is_some())
}

/// Writes the index anew, so that nothing of what was taken out remains in it.
pub(crate) fn squeeze(engine: &dyn Engine) -> Result<(), StoreError> {
    match engine.text_index() {
        TextIndex::Fts5 => engine.run(fts5::SQUEEZE, args![]).map(|_| ()),
        // it is written anew with its table
        TextIndex::TsVector => Ok(()),
    }
}

impl TextIndex {
    fn forgets(self) -> &'static str {
        match self {
            TextIndex::Fts5 => fts5::FORGET,
            TextIndex::TsVector => tsvector::FORGET,
        }
    }
}

/// What is asked of the index, in the engine's words; none where no word is looked for.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct SearchMatch(Option<MatchText>);

/// What is asked, as an engine takes it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(in crate::store) enum MatchText {
    /// All of it.
    Fts5(String),
    /// Each of these has to be found.
    TsVector(Vec<String>),
}

impl SearchMatch {
    fn of(index: TextIndex, phrases: &[Vec<SoughtPhrase>]) -> SearchMatch {
        let text = match index {
            _ if phrases.is_empty() => None,
            TextIndex::Fts5 => Some(MatchText::Fts5(fts5::all_of(phrases))),
            TextIndex::TsVector => Some(MatchText::TsVector(tsvector::all_of(phrases))),
        };
        SearchMatch(text)
    }

    /// Whether a word is looked for.
    pub(in crate::store) fn asks(&self) -> bool {
        self.0.is_some()
    }

    /// What the words lead to the tickets by, where the index itself tells the newest first.
    pub(in crate::store) fn leads(&self) -> Option<&str> {
        match &self.0 {
            Some(MatchText::Fts5(text)) => Some(text),
            Some(MatchText::TsVector(_)) | None => None,
        }
    }

    /// In the engine's words.
    pub(in crate::store) fn text(&self) -> Option<&MatchText> {
        self.0.as_ref()
    }
}

impl Tables<'_> {
    /// What is asked of the index to find what is sought. The words that begin so are those of all
    /// that was ever written: a view of the past has no others.
    pub(crate) fn search_words(&self, sought: &Sought) -> Result<SearchMatch, StoreError> {
        let phrases = sought.phrases(|begin| self.store().tokens_begun(begin))?;
        Ok(SearchMatch::of(self.engine().text_index(), &phrases))
    }
}
