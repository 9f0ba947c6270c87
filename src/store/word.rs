//! The words that filters can ask for: what the record has come to know of each field of tickets,
//! and from which event on.

use std::collections::BTreeMap;

use super::Store;
use super::engine::args;
use super::error::StoreError;
use super::tables::Tables;
use super::writer::Writer;
use crate::core::model::EventId;

statements! {
    KNOW: "INSERT INTO word (field, word, known) VALUES ($1, $2, $3) ON CONFLICT (field, word) DO NOTHING" => "";
    OF_FIELD: "SELECT word FROM word WHERE field = $1 AND known <= $2 ORDER BY word"
        => "SEARCH word USING INDEX sqlite_autoindex_word_1 (field=?)";
    /// All that there is, for whoever checks it.
    ALL: "SELECT * FROM word" => "SCAN word";
}

/// A field of tickets and a word that it may have.
pub(super) type FieldWord = (String, String);

/// Words by their field, each with the event from which on it is known.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct KnownWords(BTreeMap<String, BTreeMap<String, EventId>>);

impl KnownWords {
    /// A word is known from the first event that says it on.
    pub(super) fn add(&mut self, field: &str, word: &str, event: EventId) {
        let words = match self.0.get_mut(field) {
            Some(words) => words,
            None => self.0.entry(field.to_owned()).or_default(),
        };
        // nearly all are known by then
        match words.get_mut(word) {
            Some(known) => *known = event.min(*known),
            None => {
                words.insert(word.to_owned(), event);
            }
        }
    }

    /// The first field and word that is not known to both from the same event on.
    pub(super) fn differing(&self, other: &KnownWords) -> Option<FieldWord> {
        let unlike =
            |(field, word): &(&str, &str)| self.known(field, word) != other.known(field, word);
        let first = self.all().chain(other.all()).filter(unlike).min();
        first.map(|(field, word)| (field.to_owned(), word.to_owned()))
    }

    fn known(&self, field: &str, word: &str) -> Option<EventId> {
        self.0.get(field)?.get(word).copied()
    }

    fn all(&self) -> impl Iterator<Item = (&str, &str)> {
        let fields = self.0.iter();
        fields.flat_map(|(field, words)| words.keys().map(move |word| (field.as_str(), &**word)))
    }
}

impl Store {
    /// All that filters know.
    pub(super) fn all_words(&self) -> Result<KnownWords, StoreError> {
        let mut words = KnownWords::default();
        self.engine.each(ALL, args![], |c| {
            let (field, word) = (c.text()?, c.text()?);
            words.add(field, word, c.take()?);
            Ok(())
        })?;
        Ok(words)
    }
}

impl Writer<'_> {
    /// Writes all that filters know.
    pub(super) fn write_words(&mut self, words: &KnownWords) -> Result<(), StoreError> {
        for (field, words) in &words.0 {
            for (word, event) in words {
                self.engine
                    .run(KNOW, args![field.as_str(), word.as_str(), *event])?;
            }
        }
        Ok(())
    }

    /// Takes note that from an event on a field may have that value.
    pub(crate) fn know(
        &mut self,
        field: &'static str,
        word: &str,
        event: EventId,
    ) -> Result<(), StoreError> {
        let known = self.known_words.entry(field).or_default();
        if known.contains(word) {
            return Ok(());
        }
        known.insert(word.to_owned());
        self.engine.run(KNOW, args![field, word, event]).map(|_| ())
    }
}

impl Tables<'_> {
    /// The values of a field that this view knows, sorted.
    pub(crate) fn known_words(&self, field: &str) -> Result<Vec<String>, StoreError> {
        let last = self.last();
        self.engine()
            .rows(OF_FIELD, args![field, last], |c| c.take())
    }
}
