//! Whether the index of words is the one that follows from what was written.
//!
//! The index holds words and no texts, so it cannot be read back ticket by ticket. What can be
//! read is all its words, each with the ticket it stands in. So the texts are indexed once more,
//! in memory and some at a time, and of either index each ticket's words are summed up, hashed
//! with a key that nobody can know beforehand. The order of the words does not count: it is that
//! of writing in the one and that of happening in the other.

use std::collections::HashMap;
use std::hash::{BuildHasher, RandomState};

use super::search::{self, tsvector};
use super::token;
use crate::core::model::TicketNo;
use crate::store::engine::{
    Access, Engine, Memory, MemoryPlace, TextIndex, TransactionPurpose, args,
};
use crate::store::{Store, StoreError, schema};

/// How many tickets are indexed at a time.
const AT_A_TIME: usize = 500;

/// Not in the list of statements: no other engine shares their words.
const LIST: &str =
    "CREATE VIRTUAL TABLE temp.search_words USING fts5vocab (main, search, instance)";
const FORGET_LIST: &str = "DROP TABLE temp.search_words";
const WORDS: &str = "SELECT doc, term, col FROM temp.search_words";
const EMPTY: &str = "INSERT INTO search (search) VALUES ('delete-all')";

/// A comparison of the index with the texts under way.
pub(crate) struct SearchCheck {
    anew: Box<dyn Engine>,
    waiting: usize,
    expected: Sums,
    key: RandomState,
}

/// By ticket, the sum over its words.
type Sums = HashMap<TicketNo, u64>;

impl SearchCheck {
    /// Nothing is expected yet.
    ///
    /// # Errors
    /// There is no memory for an index.
    pub(crate) fn new() -> Result<SearchCheck, StoreError> {
        let anew = Box::new(Memory::open(MemoryPlace::new()?, Access::Write)?);
        anew.script(&schema::search())?;
        anew.script(LIST)?;
        // never ended: outside of it each statement would be a commit, for which the index writes
        // out the few words that it has
        anew.start(TransactionPurpose::Write)?;
        Ok(SearchCheck {
            anew,
            waiting: 0,
            expected: Sums::new(),
            key: RandomState::new(),
        })
    }

    /// A ticket should be found by what these texts say.
    ///
    /// # Errors
    /// There is no memory for them.
    pub(crate) fn expect(&mut self, ticket: TicketNo, texts: &[String]) -> Result<(), StoreError> {
        let indexed = search::indexed(texts);
        search::put(&*self.anew, ticket, &indexed.tokens)?;
        for token in &indexed.looked_up {
            self.anew.run(token::KEEP, args![token.as_str()])?;
        }
        self.waiting += 1;
        match self.waiting {
            AT_A_TIME => self.sum_up(),
            _ => Ok(()),
        }
    }

    fn sum_up(&mut self) -> Result<(), StoreError> {
        add(&*self.anew, WORDS, &self.key, &mut self.expected)?;
        self.waiting = 0;
        self.anew.script(EMPTY)
    }

    /// In what the desk's index is not what it should be.
    ///
    /// # Errors
    /// The index cannot be read.
    pub(crate) fn differing(mut self, store: &Store) -> Result<SearchDifference, StoreError> {
        self.sum_up()?;
        let mut found = Sums::new();
        let engine = &*store.engine;
        match engine.text_index() {
            TextIndex::Fts5 => {
                engine.scratch(LIST)?;
                let read = add(engine, WORDS, &self.key, &mut found);
                engine.scratch(FORGET_LIST)?;
                read?;
            }
            TextIndex::TsVector => add(engine, tsvector::WORDS, &self.key, &mut found)?,
        }
        let sum = |sums: &Sums, ticket: &TicketNo| sums.get(ticket).copied().unwrap_or_default();
        let mut differing: Vec<TicketNo> = self
            .expected
            .keys()
            .chain(found.keys())
            .copied()
            .filter(|ticket| sum(&self.expected, ticket) != sum(&found, ticket))
            .collect();
        differing.sort_unstable();
        differing.dedup();
        Ok(SearchDifference {
            tickets: differing,
            tokens: self.tokens(&*self.anew)? != self.tokens(engine)?,
        })
    }

    /// A sum over the tokens that are looked up.
    fn tokens(&self, engine: &dyn Engine) -> Result<(u64, u64), StoreError> {
        let mut sum = (0_u64, 0_u64);
        engine.each(token::ALL, args![], |c| {
            let token: String = c.take()?;
            sum = (sum.0 + 1, sum.1.wrapping_add(self.key.hash_one(token)));
            Ok(())
        })?;
        Ok(sum)
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

fn add(
    engine: &dyn Engine,
    words: &str,
    key: &RandomState,
    sums: &mut Sums,
) -> Result<(), StoreError> {
    engine.each(words, args![], |c| {
        let ticket: TicketNo = c.take()?;
        let word: (String, String) = (c.take()?, c.take()?);
        let sum = sums.entry(ticket).or_default();
        *sum = sum.wrapping_add(key.hash_one(word));
        Ok(())
    })
}
