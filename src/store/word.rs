//! The words that filters can ask for: what the record has come to know of each field of tickets,
//! and from which event on.

use super::engine::args;
use super::error::StoreError;
use super::tables::Tables;
use super::writer::Writer;
use crate::core::model::EventId;

statements! {
    KNOW: "INSERT INTO word (field, word, known) VALUES ($1, $2, $3) ON CONFLICT (field, word) DO NOTHING" => "";
    OF_FIELD: "SELECT word FROM word WHERE field = $1 AND known <= $2 ORDER BY word"
        => "SEARCH word USING INDEX sqlite_autoindex_word_1 (field=?)";
}

impl Writer<'_> {
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
