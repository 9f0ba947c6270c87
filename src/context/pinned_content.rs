//! Content that the record names by its hash: the documents of terms, zone rules, holiday sets.

use std::cell::RefCell;
use std::collections::HashMap;

use crate::core::model::{EventId, Fact};
use crate::failure::Failure;
use crate::plans::Document;
use crate::store::{ContentKind, Store};

/// The documents read so far. What an event pins, and what a hash names, stays so for ever.
#[derive(Debug, Default)]
pub(super) struct PinnedDocuments {
    hashes: RefCell<HashMap<EventId, Option<String>>>,
    documents: RefCell<HashMap<String, Document>>,
}

impl PinnedDocuments {
    /// The hash of the terms that a signing, amendment or renewal pinned.
    pub(super) fn hash(&self, store: &Store, id: EventId) -> Result<Option<String>, Failure> {
        if let Some(known) = self.hashes.borrow().get(&id) {
            return Ok(known.clone());
        }
        let hash = pinned(store, id)?;
        self.hashes.borrow_mut().insert(id, hash.clone());
        Ok(hash)
    }

    /// The document of that hash.
    pub(super) fn document(&self, store: &Store, hash: &str) -> Result<Document, Failure> {
        if let Some(known) = self.documents.borrow().get(hash) {
            return Ok(known.clone());
        }
        let read = document(store, hash)?;
        let mut documents = self.documents.borrow_mut();
        documents.insert(hash.to_owned(), read.clone());
        Ok(read)
    }
}

/// The hash of the terms that a signing, amendment or renewal pinned.
fn pinned(store: &Store, id: EventId) -> Result<Option<String>, Failure> {
    Ok(store.event(id)?.and_then(|told| match told.event.fact {
        Fact::ContractSigned(signed) => Some(signed.terms),
        Fact::ContractAmended(amended) => Some(amended.terms),
        Fact::ContractRenewed(renewed) => Some(renewed.terms),
        _ => None,
    }))
}

/// Content that the record names is not there, or cannot be read.
pub(crate) const UNREADABLE_CONTENT: &str = "unreadable-content";

/// The document of that hash.
///
/// # Errors
/// The record does not hold it, or it cannot be read.
pub(crate) fn document(store: &Store, hash: &str) -> Result<Document, Failure> {
    let kind = ContentKind::Terms;
    Document::read(&body(store, hash, kind)?).map_err(|error| unreadable(hash, kind, &error))
}

/// Content of another kind, read.
///
/// # Errors
/// As [`document`].
pub(super) fn content<T: serde::de::DeserializeOwned>(
    store: &Store,
    hash: &str,
    kind: ContentKind,
) -> Result<T, Failure> {
    serde_json::from_str(&body(store, hash, kind)?)
        .map_err(|error| unreadable(hash, kind, &error.to_string()))
}

fn body(store: &Store, hash: &str, kind: ContentKind) -> Result<String, Failure> {
    store.content(kind, hash)?.ok_or_else(|| {
        Failure::desk_file(format!(
            "the record names {} {hash} and does not hold them",
            named(kind)
        ))
        .kind(UNREADABLE_CONTENT)
        .hint("`sladesk db check` tells what else is wrong with it")
    })
}

fn unreadable(hash: &str, kind: ContentKind, error: &str) -> Failure {
    let named = named(kind);
    Failure::desk_file(format!(
        "the {named} {hash} of the record cannot be read: {error}"
    ))
    .kind(UNREADABLE_CONTENT)
}

/// What a kind is called where it is missing.
pub(super) fn named(kind: ContentKind) -> &'static str {
    match kind {
        ContentKind::Terms => "terms",
        ContentKind::Days => "holidays",
        ContentKind::Zone => "zone rules",
    }
}
