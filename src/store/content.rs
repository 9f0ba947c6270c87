//! Terms, day sets and zone rules, kept once by the hash of their text. Events name them by hash,
//! so the chain covers them, and a decided clock can be worked out again for ever.

use super::Store;
use super::chain::{hex, of_content, unhex};
use super::engine::args;
use super::error::StoreError;
use super::writer::Writer;

/// What a content is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum ContentKind {
    Terms,
    Days,
    Zone,
}

impl ContentKind {
    fn word(self) -> &'static str {
        match self {
            ContentKind::Terms => "terms",
            ContentKind::Days => "days",
            ContentKind::Zone => "zone",
        }
    }
}

statements! {
    CONTENT: "SELECT body FROM content WHERE hash = $1 AND kind = $2"
        => "SEARCH content USING INDEX sqlite_autoindex_content_1 (hash=?)";
    KEEP: "INSERT INTO content (hash, kind, body) VALUES ($1, $2, $3)" => "";
}

impl Store {
    /// The text of that hash (in hexadecimal, as events name it).
    pub(crate) fn content(
        &self,
        kind: ContentKind,
        hash: &str,
    ) -> Result<Option<String>, StoreError> {
        let Some(hash) = unhex(hash) else {
            return Ok(None);
        };
        self.engine
            .first(CONTENT, args![hash, kind.word()], |c| c.take())
    }
}

impl Writer<'_> {
    /// Keeps a text and answers its hash in hexadecimal.
    pub(crate) fn keep(&mut self, kind: ContentKind, text: &str) -> Result<String, StoreError> {
        let hash = of_content(text);
        let name = hex(&hash);
        if self.content(kind, &name)?.is_none() {
            self.engine.run(KEEP, args![hash, kind.word(), text])?;
        }
        Ok(name)
    }
}
