//! Whether the record is what was written: pages, keys, numbers, hashes, contents.
//!
//! Only the truth is judged here. The rows of tickets are compared by whoever can fold their
//! events; [`Store::cached`] hands them out.

use std::collections::{BTreeMap, BTreeSet};

use super::Store;
use super::chain::{self, Hash, Link, Salt, hex};
use super::content::ContentKind;
use super::engine::{Cells, ColumnError, RowError, args};
use super::entry::EntryRow;
use super::error::StoreError;
use super::seal::SealText;
use crate::core::model::{EntryId, EventId, Fact, Founded, Stream, TicketNo};
use crate::core::time::Instant;

/// Something that is not as it was written.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Finding {
    pub ticket: Option<TicketNo>,
    pub event: Option<EventId>,
    pub what: Flaw,
    pub says: String,
}

/// What kind of thing is wrong.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub(crate) enum Flaw {
    /// The file's pages contradict each other.
    Pages,
    /// A row names another that is not there.
    Keys,
    /// A number is missing or stands twice.
    Gap,
    /// A hash does not follow from what it covers.
    Chain,
    /// A fact cannot be read.
    Unreadable,
    /// A content is missing, or is not what its hash says, or nothing names it.
    Content,
    /// A text is gone and nobody took it out, or one that was taken out is there.
    Erased,
    /// What the desk says of itself is not what its founding says.
    Desk,
    /// What is kept of undone entries and used keys does not follow from the record.
    Undone,
    /// The record is not the one that a seal was printed of.
    Seal,
}

impl Flaw {
    /// The word that scripts see.
    pub(crate) fn word(self) -> &'static str {
        match self {
            Flaw::Pages => "pages",
            Flaw::Keys => "keys",
            Flaw::Gap => "gap",
            Flaw::Chain => "chain",
            Flaw::Unreadable => "unreadable",
            Flaw::Content => "content",
            Flaw::Erased => "erased",
            Flaw::Desk => "desk",
            Flaw::Undone => "undone",
            Flaw::Seal => "seal",
        }
    }
}

impl Finding {
    fn of(what: Flaw, says: impl Into<String>) -> Finding {
        Finding {
            ticket: None,
            event: None,
            what,
            says: says.into(),
        }
    }

    fn about(what: Flaw, event: EventId, stream: Stream, says: impl Into<String>) -> Finding {
        Finding {
            ticket: match stream {
                Stream::Ticket(number) => Some(number),
                Stream::Customer(_) => None,
            },
            event: Some(event),
            ..Finding::of(what, says)
        }
    }
}

statements! {
    PAGES: "PRAGMA integrity_check(20)" => "";
    KEYS: "PRAGMA foreign_key_check" => "";
    ENTRIES: "SELECT * FROM entry ORDER BY id" => "SCAN entry";
    EVENTS: "SELECT e.id, e.entry, e.ticket, e.customer, e.at, e.kind, e.body, e.hash, p.salt, p.body, p.digest
             FROM event e LEFT JOIN prose p ON p.event = e.id ORDER BY e.id"
        => "SCAN e; SEARCH p USING INTEGER PRIMARY KEY (rowid=?) LEFT-JOIN";
    CONTENTS: "SELECT hash, kind, body FROM content" => "SCAN content";
    DESKS: "SELECT id, version, program FROM desk" => "SCAN desk";
    ONCES: "SELECT key, entry FROM once" => "SCAN once";
    UNDONES: "SELECT entry, by_entry FROM undone WHERE stands = 1" => "SCAN undone";
}

/// An event as it stands in its row.
struct Row {
    id: EventId,
    entry: EntryId,
    stream: Stream,
    at: Instant,
    kind: String,
    body: String,
    hash: Hash,
    salt: Option<Salt>,
    prose: Option<String>,
    digest: Option<Hash>,
}

impl Row {
    fn read(c: &mut Cells<'_>) -> Result<Row, ColumnError> {
        Ok(Row {
            id: c.take()?,
            entry: c.take()?,
            stream: super::event::stream(c)?,
            at: c.take()?,
            kind: c.take()?,
            body: c.take()?,
            hash: c.take()?,
            salt: c.take()?,
            prose: c.take()?,
            digest: c.take()?,
        })
    }

    fn link<'a>(&'a self, entry: &'a EntryRow) -> Link<'a> {
        Link {
            event: self.id,
            entry,
            stream: self.stream,
            at: self.at,
            kind: &self.kind,
            body: &self.body,
            prose: match (&self.salt, &self.prose) {
                (Some(salt), Some(text)) => Some(chain::digest(salt, text)),
                _ => self.digest,
            },
        }
    }
}

/// The walk along the record.
struct Walk {
    entries: Vec<EntryRow>,
    contents: BTreeMap<Hash, String>,
    /// The contents that events name.
    named: BTreeSet<Hash>,
    /// Texts that are gone, and those that somebody took out.
    gone: BTreeSet<EventId>,
    redacted: BTreeSet<EventId>,
    /// What the desk's row says: its id, its version, and the program that made it.
    desks: Vec<(String, i64, String)>,
    /// The hash before.
    before: Hash,
    last: EventId,
    /// The place of the entry that is being walked through.
    place: usize,
    /// Who took back what, in the order of knowing.
    undoings: Vec<(EntryId, EntryId)>,
    findings: Vec<Finding>,
}

impl Store {
    /// Reads the whole record and tells what is wrong with it. `seen` is told of every event, for
    /// whoever shows how far it is.
    pub(crate) fn verify(&self, mut seen: impl FnMut(EventId)) -> Result<Vec<Finding>, StoreError> {
        let mut findings = self.pages()?;
        let (contents, mut odd) = self.contents()?;
        findings.append(&mut odd);
        let mut walk = Walk {
            entries: self.engine.rows(ENTRIES, args![], EntryRow::read)?,
            contents,
            named: BTreeSet::new(),
            gone: BTreeSet::new(),
            redacted: BTreeSet::new(),
            desks: self
                .engine
                .rows(DESKS, args![], |c| Ok((c.take()?, c.take()?, c.take()?)))?,
            before: chain::root(&self.desk_id()?),
            last: EventId(0),
            place: 0,
            undoings: Vec::new(),
            findings,
        };
        self.engine.each(EVENTS, args![], |c| {
            let row = Row::read(c)?;
            walk.step(&row);
            seen(row.id);
            Ok::<(), RowError>(())
        })?;
        walk.entries_in_order();
        walk.texts_are_there();
        walk.contents_are_named();
        self.undone_follows(&mut walk)?;
        Ok(walk.findings)
    }

    /// Whether the record is still the one that a seal was printed of.
    pub(crate) fn verify_seal(&self, seal: &SealText) -> Result<Option<Finding>, StoreError> {
        Ok(match self.seal_of(seal.entry)? {
            Some(found) if seal.fits(&found) => None,
            Some(found) => Some(Finding {
                event: Some(found.event),
                ..Finding::of(
                    Flaw::Seal,
                    format!(
                        "e{} is not what it was when the seal was printed",
                        seal.entry
                    ),
                )
            }),
            None => Some(Finding::of(
                Flaw::Seal,
                format!("e{} is gone: the record ends before the seal", seal.entry),
            )),
        })
    }

    fn pages(&self) -> Result<Vec<Finding>, StoreError> {
        let says: Vec<String> = self.engine.rows(PAGES, args![], |c| c.take())?;
        let mut findings: Vec<Finding> = says
            .into_iter()
            .filter(|line| line != "ok")
            .map(|line| Finding::of(Flaw::Pages, line))
            .collect();
        if self.engine.ends_in_a_page()? {
            let says = "the file ends in the middle of a page";
            findings.push(Finding::of(Flaw::Pages, says));
        }
        let keys = self.engine.rows(KEYS, args![], |c| {
            let (table, row): (String, Option<i64>) = (c.take()?, c.take()?);
            let parent: String = c.take()?;
            let row = row.map_or_else(String::new, |row| format!(" {row}"));
            Ok(format!("{table}{row} names a {parent} that is not there"))
        })?;
        findings.extend(keys.into_iter().map(|says| Finding::of(Flaw::Keys, says)));
        Ok(findings)
    }

    /// The hashes that are there, and those that are not what they say.
    fn contents(&self) -> Result<(BTreeMap<Hash, String>, Vec<Finding>), StoreError> {
        let mut hashes = BTreeMap::new();
        let mut findings = Vec::new();
        self.engine.each(CONTENTS, args![], |c| {
            let (hash, kind): (Hash, String) = (c.take()?, c.take()?);
            let body: String = c.take()?;
            if chain::of_content(&body) != hash {
                let says = format!("the content {} was changed", hex(&hash));
                findings.push(Finding::of(Flaw::Content, says));
            }
            hashes.insert(hash, kind);
            Ok(())
        })?;
        Ok((hashes, findings))
    }

    fn undone_follows(&self, walk: &mut Walk) -> Result<(), StoreError> {
        let (undone, once) = walk.standing();
        let kept: BTreeMap<EntryId, EntryId> = self
            .engine
            .rows(UNDONES, args![], |c| Ok((c.take()?, c.take()?)))?
            .into_iter()
            .collect();
        if kept != undone {
            walk.findings.push(Finding::of(
                Flaw::Undone,
                "the list of undone entries does not follow from the record",
            ));
        }
        let kept: BTreeMap<String, EntryId> = self
            .engine
            .rows(ONCES, args![], |c| Ok((c.take()?, c.take()?)))?
            .into_iter()
            .collect();
        if kept != once {
            walk.findings.push(Finding::of(
                Flaw::Undone,
                "the list of used keys does not follow from the record",
            ));
        }
        Ok(())
    }
}

impl Walk {
    fn step(&mut self, row: &Row) {
        let about = |what, says: String| Finding::about(what, row.id, row.stream, says);
        if row.id.0 != self.last.0 + 1 {
            let says = format!("event {} follows on {}", row.id, self.last);
            self.findings.push(about(Flaw::Gap, says));
        }
        self.last = row.id;
        while self
            .entries
            .get(self.place + 1)
            .is_some_and(|next| next.first <= row.id)
        {
            self.place += 1;
        }
        match self.entries.get(self.place) {
            Some(entry) if entry.id == row.entry => {
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

    fn fact(&mut self, row: &Row, fact: &Fact) {
        if let Fact::Undone(undone) = fact
            && self.undoings.last() != Some(&(row.entry, undone.entry))
        {
            self.undoings.push((row.entry, undone.entry));
        }
        let (kind, named) = match fact {
            Fact::ContractSigned(fact) => (ContentKind::Terms, &fact.terms),
            Fact::ContractAmended(fact) => (ContentKind::Terms, &fact.terms),
            Fact::ContractRenewed(fact) => (ContentKind::Terms, &fact.terms),
            Fact::DaysAdopted(fact) => (ContentKind::Days, &fact.hash),
            Fact::ZoneAdopted(fact) => (ContentKind::Zone, &fact.hash),
            Fact::Redacted(fact) => {
                self.redacted.insert(fact.event);
                return;
            }
            Fact::Founded(fact) => return self.founded(row, fact),
            _ => return,
        };
        let hash = chain::unhex(named);
        self.named.extend(hash);
        let kept = hash.and_then(|hash| self.contents.get(&hash));
        let says = match kept {
            Some(kept) if kept == kind.word() => return,
            Some(kept) => format!("it names the content {named}, which is kept as {kept}"),
            None => format!("it names the content {named}, which is not there"),
        };
        self.findings
            .push(Finding::about(Flaw::Content, row.id, row.stream, says));
    }

    fn founded(&mut self, row: &Row, fact: &Founded) {
        let founded = (
            fact.id.clone(),
            i64::from(fact.version),
            fact.program.clone(),
        );
        if row.id != EventId(1) || self.desks != [founded] {
            let says = "the desk's row says otherwise than its founding";
            self.findings
                .push(Finding::about(Flaw::Desk, row.id, row.stream, says));
        }
    }

    /// Every text that is gone was taken out by somebody who said so, and what was taken out is
    /// gone: the chain, which covers digests, cannot tell.
    fn texts_are_there(&mut self) {
        for event in self.gone.difference(&self.redacted) {
            let says = format!("the text of event {event} was erased, and nobody redacted it");
            let mut finding = Finding::of(Flaw::Erased, says);
            finding.event = Some(*event);
            self.findings.push(finding);
        }
        for event in self.redacted.difference(&self.gone) {
            let says = format!("event {event} was redacted, and its text is there");
            let mut finding = Finding::of(Flaw::Erased, says);
            finding.event = Some(*event);
            self.findings.push(finding);
        }
    }

    fn contents_are_named(&mut self) {
        for hash in self.contents.keys() {
            if !self.named.contains(hash) {
                let says = format!("nothing names the content {}", hex(hash));
                self.findings.push(Finding::of(Flaw::Content, says));
            }
        }
    }

    fn entries_in_order(&mut self) {
        let mut first = EventId(1);
        for (entry, id) in self.entries.iter().zip(1..) {
            let empty = entry.first > self.last;
            if entry.id != EntryId(id) || entry.first < first || empty {
                let says = format!("entry e{} is out of order or wrote nothing", entry.id);
                self.findings.push(Finding::of(Flaw::Gap, says));
            }
            first = EventId(entry.first.0 + 1);
        }
    }

    /// Which entries are undone, and which keys are used, by the record.
    fn standing(&self) -> (BTreeMap<EntryId, EntryId>, BTreeMap<String, EntryId>) {
        let mut undone: BTreeMap<EntryId, EntryId> = BTreeMap::new();
        let mut once: BTreeMap<String, EntryId> = BTreeMap::new();
        let key = |id: EntryId| {
            let place = self
                .entries
                .binary_search_by_key(&id, |entry| entry.id)
                .ok()?;
            self.entries[place].once.clone()
        };
        for entry in &self.entries {
            if let Some(key) = &entry.once {
                once.insert(key.clone(), entry.id);
            }
            for (_, taken_back) in self.undoings.iter().filter(|(by, _)| *by == entry.id) {
                if let Some(key) = key(*taken_back).filter(|key| once.get(key) == Some(taken_back))
                {
                    once.remove(&key);
                }
                let again: Vec<EntryId> = undone
                    .iter()
                    .filter(|(_, by)| *by == taken_back)
                    .map(|(entry, _)| *entry)
                    .collect();
                for entry in again {
                    undone.remove(&entry);
                    if let Some(key) = key(entry) {
                        once.entry(key).or_insert(entry);
                    }
                }
                undone.insert(*taken_back, entry.id);
            }
        }
        (undone, once)
    }
}
