//! Whether the record is what was written: pages, keys, numbers, hashes, contents.
//!
//! Only the truth is judged here. The rows of tickets are compared by whoever can fold their
//! events; [`Store::cached`] hands them out.

mod finding;
pub(in crate::store) mod kept;
pub(in crate::store) mod parts;
mod standing;
mod walk;

use std::collections::{BTreeMap, BTreeSet};

pub(crate) use finding::{CheckFinding, Flaw};
pub(crate) use kept::KeptTicket;

use super::Store;
use super::chain::{self, Hash, hex};
use super::engine::{RowError, args};
use super::entry::EntryRow;
use super::error::StoreError;
use super::event_row::{EVENTS, EventRow};
use super::seal::SealText;
use super::word::FieldWord;
use crate::core::model::{EntryId, EventId};
use walk::{StoredRows, Walk, WalkResult};

statements! {
    ENTRIES: "SELECT * FROM entry ORDER BY id" => "SCAN entry";
    CONTENTS: "SELECT hash, kind, body FROM content" => "SCAN content";
    DESKS: "SELECT id, version, program FROM desk" => "SCAN desk";
    ONCES: "SELECT key, entry FROM once" => "SCAN once";
    UNDONES: "SELECT entry, by_entry, stands FROM undone" => "SCAN undone";
}

impl Store {
    /// Reads the whole file and tells what is wrong with it.
    pub(crate) fn verify(
        &self,
        seen: impl FnMut(EventId),
    ) -> Result<Vec<CheckFinding>, StoreError> {
        let mut findings = self.pages()?;
        findings.append(&mut self.follows(seen)?.findings);
        Ok(findings)
    }

    /// Reads the whole record and tells what is wrong with it, and the first field and word that
    /// filters know otherwise than the record says it; `words_of` says which the terms of a hash bring
    /// along. `seen` is told of every event, for whoever shows how far it is.
    pub(crate) fn verify_with_words(
        &self,
        seen: impl FnMut(EventId),
        words_of: impl Fn(&str) -> Vec<(&'static str, String)>,
    ) -> Result<(Vec<CheckFinding>, Option<FieldWord>), StoreError> {
        let mut walked = self.follows(seen)?;
        let findings = std::mem::take(&mut walked.findings);
        let words = walked.words(words_of);
        let word = self.all_words()?.differing(&words);
        Ok((findings, word))
    }

    /// What follows from the record alone, whatever its caches say.
    pub(in crate::store) fn walked(
        &self,
        mut seen: impl FnMut(EventId),
    ) -> Result<WalkResult, StoreError> {
        let (contents, mut findings) = self.contents()?;
        let beside = StoredRows {
            entries: self.engine.rows(ENTRIES, args![], EntryRow::read)?,
            contents,
            desks: self
                .engine
                .rows(DESKS, args![], |c| Ok((c.take()?, c.take()?, c.take()?)))?,
        };
        let mut walk = Walk::along(&self.desk_id()?, beside);
        let all = args![i64::MIN, i64::MAX];
        self.engine.each(EVENTS, all, |c| {
            let row = EventRow::read(c)?;
            walk.step(&row);
            seen(row.id);
            Ok::<(), RowError>(())
        })?;
        let mut walked = walk.end();
        findings.append(&mut walked.findings);
        walked.findings = findings;
        Ok(walked)
    }

    fn follows(&self, seen: impl FnMut(EventId)) -> Result<WalkResult, StoreError> {
        let mut walked = self.walked(seen)?;
        let mut undone = self.undone_follows(&walked)?;
        walked.findings.append(&mut undone);
        Ok(walked)
    }

    /// Whether the record is still the one that a seal was printed of.
    pub(crate) fn verify_seal(&self, seal: &SealText) -> Result<Option<CheckFinding>, StoreError> {
        Ok(match self.seal_of(seal.entry)? {
            Some(found) if seal.fits(&found) => None,
            Some(found) => Some(CheckFinding {
                event: Some(found.event),
                ..CheckFinding::of(
                    Flaw::Seal,
                    format!(
                        "e{} is not what it was when the seal was printed",
                        seal.entry
                    ),
                )
            }),
            None => Some(CheckFinding::of(
                Flaw::Seal,
                format!("e{} is gone: the record ends before the seal", seal.entry),
            )),
        })
    }

    /// Where the file contradicts itself, whatever its rows mean.
    pub(crate) fn pages(&self) -> Result<Vec<CheckFinding>, StoreError> {
        let found = |what, says: Vec<String>| {
            says.into_iter()
                .map(move |says| CheckFinding::of(what, says))
        };
        let pages = found(Flaw::Pages, self.engine.broken_pages()?);
        Ok(pages
            .chain(found(Flaw::Keys, self.engine.broken_keys()?))
            .collect())
    }

    /// The hashes that are there, and those that are not what they say.
    fn contents(&self) -> Result<(BTreeMap<Hash, String>, Vec<CheckFinding>), StoreError> {
        let mut hashes = BTreeMap::new();
        let mut findings = Vec::new();
        self.engine.each(CONTENTS, args![], |c| {
            let (hash, kind): (Hash, String) = (c.take()?, c.take()?);
            let body: String = c.take()?;
            if chain::of_content(&body) != hash {
                let says = format!("the content {} was changed", hex(&hash));
                findings.push(CheckFinding::of(Flaw::Content, says));
            }
            hashes.insert(hash, kind);
            Ok(())
        })?;
        Ok((hashes, findings))
    }

    fn undone_follows(&self, walked: &WalkResult) -> Result<Vec<CheckFinding>, StoreError> {
        let mut findings = Vec::new();
        let kept: Vec<(EntryId, EntryId, bool)> = self
            .engine
            .rows(UNDONES, args![], |c| Ok((c.take()?, c.take()?, c.take()?)))?;
        if BTreeSet::from_iter(kept) != walked.undone {
            let says = "the list of undone entries does not follow from the record";
            findings.push(CheckFinding::of(Flaw::Undone, says));
        }
        let kept: Vec<(String, EntryId)> = self
            .engine
            .rows(ONCES, args![], |c| Ok((c.take()?, c.take()?)))?;
        if BTreeMap::from_iter(kept) != walked.once {
            let says = "the list of used keys does not follow from the record";
            findings.push(CheckFinding::of(Flaw::Undone, says));
        }
        Ok(findings)
    }
}
