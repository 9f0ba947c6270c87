//! Terms, day sets and zone rules, kept once by the hash of their text. Events name them by hash,
//! so the chain covers them, and a decided clock can be worked out again for ever.

use super::Store;
use super::chain::{Hash, hex, of_content, unhex};
use super::engine::args;
use super::error::StoreError;
use super::writer::Writer;
use crate::core::model::Fact;

/// What a content is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum ContentKind {
    Terms,
    Days,
    Zone,
}

impl ContentKind {
    pub(super) fn word(self) -> &'static str {
        match self {
            ContentKind::Terms => "terms",
            ContentKind::Days => "days",
            ContentKind::Zone => "zone",
        }
    }
}

/// The content that a fact names, in hexadecimal.
pub(super) fn named(fact: &Fact) -> Option<(ContentKind, &str)> {
    let (kind, hash) = match fact {
        Fact::ContractSigned(fact) => (ContentKind::Terms, &fact.terms),
        Fact::ContractAmended(fact) => (ContentKind::Terms, &fact.terms),
        Fact::ContractRenewed(fact) => (ContentKind::Terms, &fact.terms),
        Fact::DaysAdopted(fact) => (ContentKind::Days, &fact.hash),
        Fact::ZoneAdopted(fact) => (ContentKind::Zone, &fact.hash),
        _ => return None,
    };
    Some((kind, hash))
}

statements! {
    CONTENT: "SELECT body FROM content WHERE hash = $1 AND kind = $2"
        => "SEARCH content USING INDEX sqlite_autoindex_content_1 (hash=?)";
    KEEP: "INSERT INTO content (hash, kind, body) VALUES ($1, $2, $3)" => "";
    RESOLVED: "SELECT version, body FROM terms WHERE hash = $1"
        => "SEARCH terms USING INDEX sqlite_autoindex_terms_1 (hash=?)";
    KEEP_RESOLVED: "INSERT INTO terms (hash, version, body) VALUES ($1, $2, $3)
             ON CONFLICT (hash) DO UPDATE SET version = excluded.version, body = excluded.body" => "";
    ALL_RESOLVED: "SELECT * FROM terms" => "SCAN terms";
    DOCUMENTS: "SELECT hash FROM content WHERE kind = 'terms' ORDER BY hash"
        => "SCAN content USING INDEX sqlite_autoindex_content_1";
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

    /// Terms as they are kept resolved, and by which version of their reading.
    pub(crate) fn resolved_terms(&self, hash: &str) -> Result<Option<(i64, String)>, StoreError> {
        let Some(hash) = unhex(hash) else {
            return Ok(None);
        };
        self.engine
            .first(RESOLVED, args![hash], |c| Ok((c.take()?, c.take()?)))
    }

    /// All terms that are kept resolved: hash, and version of the reading.
    pub(crate) fn all_resolved_terms(&self) -> Result<Vec<(String, i64)>, StoreError> {
        let rows: Vec<(Hash, i64)> = self
            .engine
            .rows(ALL_RESOLVED, args![], |c| Ok((c.take()?, c.take()?)))?;
        Ok(rows.into_iter().map(|(hash, v)| (hex(&hash), v)).collect())
    }

    /// The hashes of all documents of terms.
    pub(crate) fn documents(&self) -> Result<Vec<String>, StoreError> {
        let hashes: Vec<Hash> = self.engine.rows(DOCUMENTS, args![], |c| c.take())?;
        Ok(hashes.iter().map(|hash| hex(hash)).collect())
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

    /// Keeps terms resolved: a cache by the hash of their document.
    pub(crate) fn keep_resolved_terms(
        &mut self,
        hash: &str,
        version: i64,
        resolved: &str,
    ) -> Result<(), StoreError> {
        if let Some(hash) = unhex(hash) {
            self.engine
                .run(KEEP_RESOLVED, args![hash, version, resolved])?;
        }
        Ok(())
    }
}
