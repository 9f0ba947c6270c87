//! Whether the index of words is the one that follows from what was written.
//!
//! The index holds words and no texts, so it cannot be read back ticket by ticket. What can be
//! read is all its words, each with the ticket it stands in. So of each ticket the tokens that
//! follow from its texts are summed up, hashed with a key that nobody can know beforehand, and
//! those that the index has of it are taken off: nothing is left where they are the same. The order
//! of the words does not count: it is that of writing in the one and that of happening in the
//! other.

use std::collections::{HashMap, HashSet};
use std::hash::{BuildHasher, RandomState};

use super::search::{self, known_by, tsvector};
use super::token;
use crate::core::model::TicketNo;
use crate::store::engine::{TextIndex, args};
use crate::store::{Store, StoreError};

/// Not in the list of statements: no other engine shares their words.
const LIST: &str =
    "CREATE VIRTUAL TABLE temp.search_words USING fts5vocab (main, search, instance)";
const FORGET_LIST: &str = "DROP TABLE temp.search_words";
/// They come word by word: in the order of the index.
const WORDS: &str = "SELECT doc, term FROM temp.search_words";

/// A comparison of the index with the texts under way.
pub(crate) struct SearchCheck {
    key: RandomState,
    /// By ticket, the sum over its tokens, less those that the index has.
    left: HashMap<TicketNo, u64>,
    /// Tokens that are looked up by their beginning.
    looked_up: HashSet<u64>,
}

impl SearchCheck {
    /// Nothing was compared yet.
    pub(crate) fn new() -> SearchCheck {
        SearchCheck::by(RandomState::new())
    }

    /// The same comparison, for whoever does a part of it; see [`SearchCheck::with`].
    pub(crate) fn part(&self) -> SearchCheck {
        SearchCheck::by(self.key.clone())
    }

    fn by(key: RandomState) -> SearchCheck {
        SearchCheck {
            key,
            left: HashMap::new(),
            looked_up: HashSet::new(),
        }
    }

    /// Takes over what a part of the comparison came to.
    pub(crate) fn with(mut self, part: SearchCheck) -> SearchCheck {
        for (ticket, sum) in part.left {
            let left = self.left.entry(ticket).or_default();
            *left = left.wrapping_add(sum);
        }
        self.looked_up.extend(part.looked_up);
        self
    }

    /// A ticket should be found by what these texts say.
    pub(crate) fn expect(&mut self, ticket: TicketNo, texts: &[String]) {
        let indexed = search::indexed(texts);
        let tokens = search::tokens(&indexed);
        let sum = tokens.fold(0, |sum: u64, token| {
            sum.wrapping_add(self.key.hash_one(known_by(token)))
        });
        let left = self.left.entry(ticket).or_default();
        *left = left.wrapping_add(sum);
        let looked_up = indexed.looked_up.iter();
        let looked_up = looked_up.map(|token| self.key.hash_one(token.as_str()));
        self.looked_up.extend(looked_up);
    }

    /// Reads what the index has of all tickets.
    ///
    /// # Errors
    /// It cannot be read.
    pub(crate) fn read_index(&mut self, store: &Store) -> Result<(), StoreError> {
        let engine = &*store.engine;
        match engine.text_index() {
            TextIndex::Fts5 => {
                engine.scratch(LIST)?;
                let read = self.take_off(store, WORDS);
                engine.scratch(FORGET_LIST)?;
                read
            }
            TextIndex::TsVector => self.take_off(store, tsvector::WORDS),
        }
    }

    /// What the index has of a ticket is taken off.
    fn take_off(&mut self, store: &Store, words: &str) -> Result<(), StoreError> {
        let (mut word, mut hash) = (String::new(), self.key.hash_one(""));
        store.engine.each(words, args![], |c| {
            let (ticket, found): (TicketNo, &str) = (c.take()?, c.text()?);
            if found != word {
                word.clear();
                word.push_str(found);
                hash = self.key.hash_one(known_by(found));
            }
            let left = self.left.entry(ticket).or_default();
            *left = left.wrapping_sub(hash);
            Ok(())
        })
    }

    /// In what the desk's index, which was read, is not what it should be.
    ///
    /// # Errors
    /// The tokens that are looked up cannot be read.
    pub(crate) fn differing(self, store: &Store) -> Result<SearchDifference, StoreError> {
        let unlike = self.left.iter().filter(|(_, left)| **left != 0);
        let mut tickets: Vec<TicketNo> = unlike.map(|(ticket, _)| *ticket).collect();
        tickets.sort_unstable();
        let (mut kept, mut unknown) = (0, false);
        store.engine.each(token::ALL, args![], |c| {
            kept += 1;
            unknown |= !self.looked_up.contains(&self.key.hash_one(c.text()?));
            Ok(())
        })?;
        Ok(SearchDifference {
            tickets,
            tokens: unknown || kept != self.looked_up.len(),
        })
    }
}

/// In what an index is not what it should be.
#[derive(Debug, PartialEq, Eq)]
pub(crate) struct SearchDifference {
    /// Found by other words.
    pub tickets: Vec<TicketNo>,
    /// Whether the words that begin alike are others.
    pub tokens: bool,
}
