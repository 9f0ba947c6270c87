//! The tokens of the index of words that are looked up by their beginning.

use std::collections::BTreeSet;

use super::search;
use crate::core::model::TicketNo;
use crate::core::search::IndexedText;
use crate::store::engine::args;
use crate::store::{Store, StoreError, Writer};

statements! {
    KEEP: "INSERT INTO token VALUES ($1) ON CONFLICT (token) DO NOTHING" => "";
    FORGET: "DELETE FROM token WHERE token = $1" => "SEARCH token USING PRIMARY KEY (token=?)";
    BEGUN: "SELECT token FROM token WHERE token >= $1 AND token < $2 ORDER BY token LIMIT $3"
        => "SEARCH token USING PRIMARY KEY (token>? AND token<?)";
    /// All that there is, for whoever checks it.
    ALL: "SELECT token FROM token ORDER BY token" => "SCAN token";
}

/// So many tokens that begin alike are named each to the index.
const MOST_NAMED: usize = 500;

/// So many tokens a writer remembers to have kept.
const MOST_REMEMBERED: usize = 100_000;

/// Behind every token that begins so: no text has this character.
const BEHIND_ALL: char = '\u{10ffff}';

impl Store {
    /// The tokens that begin so; none where they are too many to be named.
    pub(super) fn tokens_begun(&self, begin: &str) -> Result<Option<Vec<String>>, StoreError> {
        let behind = format!("{begin}{BEHIND_ALL}");
        let most = MOST_NAMED as i64 + 1;
        let begun: Vec<String> =
            self.engine
                .rows(BEGUN, args![begin, behind.as_str(), most], |c| c.take())?;
        Ok((begun.len() <= MOST_NAMED).then_some(begun))
    }
}

impl Writer<'_> {
    /// Indexes what was written about a ticket in place of what was indexed of it.
    pub(in crate::store) fn index(
        &mut self,
        ticket: TicketNo,
        texts: &[String],
    ) -> Result<(), StoreError> {
        let indexed = search::indexed(texts);
        search::put(&*self.engine, ticket, &indexed.tokens)?;
        if self.known_tokens.len() > MOST_REMEMBERED {
            self.known_tokens.clear();
        }
        for token in indexed.looked_up {
            if !self.known_tokens.contains(&token) {
                self.engine.run(KEEP, args![token.as_str()])?;
                self.known_tokens.insert(token);
            }
        }
        Ok(())
    }

    /// Takes note of texts that are taken out of the record.
    pub(in crate::store) fn unsay<'t>(&mut self, texts: impl IntoIterator<Item = &'t str>) {
        let tokens = IndexedText::of(texts).looked_up;
        self.unsaid_tokens.extend(tokens);
    }

    /// Forgets the tokens of what was taken out, where no ticket has them any more.
    pub(in crate::store) fn forget_unsaid(&mut self) -> Result<(), StoreError> {
        let unsaid: BTreeSet<String> = std::mem::take(&mut self.unsaid_tokens);
        for token in &unsaid {
            if !search::stands_anywhere(&*self.engine, token)? {
                self.engine.run(FORGET, args![token.as_str()])?;
            }
        }
        Ok(())
    }
}
