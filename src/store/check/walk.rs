//! The walk along the record: numbers, hashes, and what events say of what is kept beside them.

use std::collections::{BTreeMap, BTreeSet};

use super::finding::{CheckFinding, Flaw};
use super::standing;
use crate::core::model::{EntryId, EventId, Fact, Founded};
use crate::store::chain::{self, Hash, hex};
use crate::store::content::{self, ContentKind};
use crate::store::entry::EntryRow;
use crate::store::event_row::EventRow;
use crate::store::schema::VERSION;
use crate::store::word::KnownWords;

/// What is kept beside the events, to be held against them.
pub(super) struct StoredRows {
    pub entries: Vec<EntryRow>,
    /// By their hashes, as what they are kept.
    pub contents: BTreeMap<Hash, String>,
    /// What the desk's row says: its id, its version, and the program that made it.
    pub desks: Vec<(String, i64, String)>,
}

/// What a walk came to.
pub(in crate::store) struct WalkResult {
    pub findings: Vec<CheckFinding>,
    /// Which entry was taken back by which, and whether that stands, by the record.
    pub undone: BTreeSet<(EntryId, EntryId, bool)>,
    /// Which keys are used, and by which entry.
    pub once: BTreeMap<String, EntryId>,
    /// The words that filters can ask for, but those of terms.
    words: KnownWords,
    /// The documents of terms that events name, each with the first that does.
    pins: BTreeMap<String, EventId>,
}

impl WalkResult {
    /// The words that filters can ask for; `words_of` says which the terms of a hash bring along.
    pub(in crate::store) fn words(
        self,
        words_of: impl Fn(&str) -> Vec<(&'static str, String)>,
    ) -> KnownWords {
        let mut words = self.words;
        for (terms, event) in self.pins {
            for (field, word) in words_of(&terms) {
                words.add(field, &word, event);
            }
        }
        words
    }
}

/// The walk along the record.
pub(super) struct Walk {
    beside: StoredRows,
    /// The contents that events name.
    named: BTreeSet<Hash>,
    /// Texts that are gone, and those that somebody took out.
    gone: BTreeSet<EventId>,
    redacted: BTreeSet<EventId>,
    /// The hash before.
    before: Hash,
    last: EventId,
    /// The place of the entry that is being walked through.
    place: usize,
    /// Who took back what, in the order of knowing.
    undoings: Vec<(EntryId, EntryId)>,
    words: KnownWords,
    pins: BTreeMap<String, EventId>,
    findings: Vec<CheckFinding>,
}

impl Walk {
    /// Before the first event of the desk of that id.
    pub(super) fn along(desk: &str, beside: StoredRows) -> Walk {
        Walk {
            beside,
            named: BTreeSet::new(),
            gone: BTreeSet::new(),
            redacted: BTreeSet::new(),
            before: chain::root(desk),
            last: EventId(0),
            place: 0,
            undoings: Vec::new(),
            words: KnownWords::default(),
            pins: BTreeMap::new(),
            findings: Vec::new(),
        }
    }

    /// After the last event.
    pub(super) fn end(mut self) -> WalkResult {
        self.entries_in_order();
        self.texts_are_there();
        self.contents_are_named();
        WalkResult {
            undone: standing::undone(&self.undoings),
            once: standing::keys(&self.beside.entries, &self.undoings),
            findings: self.findings,
            words: self.words,
            pins: self.pins,
        }
    }

    pub(super) fn step(&mut self, row: &EventRow) {
        let about = |what, says: String| CheckFinding::about(what, row.id, row.stream, says);
        if row.id.0 != self.last.0 + 1 {
            let says = format!("event {} follows on {}", row.id, self.last);
            self.findings.push(about(Flaw::Gap, says));
        }
        self.last = row.id;
        while self
            .beside
            .entries
            .get(self.place + 1)
            .is_some_and(|next| next.first <= row.id)
        {
            self.place += 1;
        }
        match self.beside.entries.get(self.place) {
            Some(entry) if entry.id == row.entry => {
                if entry.first == row.id {
                    self.words.add("actor", &entry.actor, row.id);
                }
                if row.link(entry).hash(&self.before) != row.hash {
                    let says = "it is not what was written, or what stood before it is not";
                    self.findings.push(about(Flaw::Chain, says.to_owned()));
                }
            }
            _ => {
                let says = format!("it is not of the entry e{} that it names", row.entry);
                self.findings.push(about(Flaw::Gap, says));
            }
        }
        self.before = row.hash;
        if row.digest.is_some() {
            self.gone.insert(row.id);
        }
        match Fact::read(&row.kind, &row.body) {
            Ok(fact) => self.fact(row, &fact),
            Err(error) => self.findings.push(about(
                Flaw::Unreadable,
                format!("a `{}` that cannot be read: {error}", row.kind),
            )),
        }
    }

    fn fact(&mut self, row: &EventRow, fact: &Fact) {
        for (field, word) in fact.known_values() {
            self.words.add(field, word, row.id);
        }
        if let Fact::Undone(undone) = fact
            && self.undoings.last() != Some(&(row.entry, undone.entry))
        {
            self.undoings.push((row.entry, undone.entry));
        }
        match fact {
            Fact::Redacted(fact) => {
                self.redacted.insert(fact.event);
            }
            Fact::Founded(fact) => self.founded(row, fact),
            _ => {}
        }
        let Some((kind, named)) = content::named(fact) else {
            return;
        };
        if kind == ContentKind::Terms {
            self.pins.entry(named.to_owned()).or_insert(row.id);
        }
        let hash = chain::unhex(named);
        self.named.extend(hash);
        let kept = hash.and_then(|hash| self.beside.contents.get(&hash));
        let says = match kept {
            Some(kept) if kept == kind.word() => return,
            Some(kept) => format!("it names the content {named}, which is kept as {kept}"),
            None => format!("it names the content {named}, which is not there"),
        };
        self.findings
            .push(CheckFinding::about(Flaw::Content, row.id, row.stream, says));
    }

    fn founded(&mut self, row: &EventRow, fact: &Founded) {
        let founded = i64::from(fact.version);
        let says_so = match &self.beside.desks[..] {
            // a file that was brought to a later schema says by which program
            [(id, version, program)] => {
                *id == fact.id
                    && (*version > founded && *version == VERSION
                        || *version == founded && *program == fact.program)
            }
            _ => false,
        };
        if row.id != EventId(1) || !says_so {
            let says = "the desk's row says otherwise than its founding";
            self.findings
                .push(CheckFinding::about(Flaw::Desk, row.id, row.stream, says));
        }
    }

    /// Every text that is gone was taken out by somebody who said so, and what was taken out is
    /// gone: the chain, which covers digests, cannot tell.
    fn texts_are_there(&mut self) {
        for event in self.gone.difference(&self.redacted) {
            let says = format!("the text of event {event} was erased, and nobody redacted it");
            let mut finding = CheckFinding::of(Flaw::Erased, says);
            finding.event = Some(*event);
            self.findings.push(finding);
        }
        for event in self.redacted.difference(&self.gone) {
            let says = format!("event {event} was redacted, and its text is there");
            let mut finding = CheckFinding::of(Flaw::Erased, says);
            finding.event = Some(*event);
            self.findings.push(finding);
        }
    }

    fn contents_are_named(&mut self) {
        for hash in self.beside.contents.keys() {
            if !self.named.contains(hash) {
                let says = format!("nothing names the content {}", hex(hash));
                self.findings.push(CheckFinding::of(Flaw::Content, says));
            }
        }
    }

    fn entries_in_order(&mut self) {
        let mut first = EventId(1);
        for (entry, id) in self.beside.entries.iter().zip(1..) {
            let empty = entry.first > self.last;
            if entry.id != EntryId(id) || entry.first < first || empty {
                let says = format!("entry e{} is out of order or wrote nothing", entry.id);
                self.findings.push(CheckFinding::of(Flaw::Gap, says));
            }
            first = EventId(entry.first.0 + 1);
        }
    }
}
