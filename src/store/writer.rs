//! Writing: one entry, its events and the rows derived from them, in one transaction.
//!
//! The writer's lock is taken when the writer is made, so that what a command reads through it
//! (may she ask? was it breached?) is still true when it writes. The entry itself is written with
//! its first event: a command that finds nothing to do leaves no trace.

use std::collections::{BTreeSet, HashMap, HashSet};
use std::ops::Deref;

use super::Store;
use super::chain::{self, Hash, Salt};
use super::engine::{Transaction, TransactionPurpose, args};
use super::entry::{ClockSource, EntryRow};
use super::error::{Fault, StoreError};
use super::event::{self, body};
use super::event_row::EventRow;
use crate::core::model::{
    ContactId, ContractId, CustomerId, EntryId, EventId, EventText, Fact, Stream, TicketNo,
};
use crate::core::time::Instant;

/// Who writes, and when.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct NewEntry {
    pub actor: String,
    /// Who the machine says it is.
    pub login: Option<String>,
    /// The clock as it stands.
    pub recorded: Instant,
    /// What says so.
    pub given: ClockSource,
    /// The key by which the same command is to be known again.
    pub once: Option<String>,
}

/// A fact to be written.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Append<'a> {
    pub stream: Stream,
    /// When it happened.
    pub at: Instant,
    pub fact: &'a Fact,
    pub prose: &'a EventText,
    /// Whether it may take a breach off the record.
    pub corrects: bool,
}

impl<'a> Append<'a> {
    /// A fact without prose that corrects nothing.
    pub(crate) fn plain(stream: Stream, at: Instant, fact: &'a Fact) -> Append<'a> {
        const SILENCE: &EventText = &EventText {
            text: None,
            subject: None,
            name: None,
            email: None,
            phone: None,
            told: None,
            corrects: None,
            people: Vec::new(),
            why: None,
        };
        Append {
            stream,
            at,
            fact,
            prose: SILENCE,
            corrects: false,
        }
    }
}

/// The writer's lock on a desk. Reads go through it too. Dropped without [`Writer::commit`],
/// nothing was written.
pub(crate) struct Writer<'s> {
    store: &'s Store,
    transaction: Transaction<'s>,
    entry: EntryRow,
    /// The newest event and its hash.
    last: EventId,
    head: Hash,
    /// The present, where another clock is ahead of this one.
    ahead: Option<Instant>,
    /// Words that are known already, so that each is written once.
    pub(in crate::store) known_words: HashMap<&'static str, HashSet<String>>,
    /// Tokens of the search that are kept already, likewise.
    pub(in crate::store) known_tokens: HashSet<String>,
    /// Tokens of texts that were taken out: each is forgotten unless another text has it.
    pub(in crate::store) unsaid_tokens: BTreeSet<String>,
}

statements! {
    HEAD: "SELECT id, hash FROM event WHERE id = (SELECT max(id) FROM event)"
        => "SEARCH event USING INTEGER PRIMARY KEY (rowid=?); SCALAR SUBQUERY 1; SEARCH event";
    LAST_ENTRY: "SELECT COALESCE(max(id), 0) FROM entry" => "SEARCH entry";
    LAST_TICKET: "SELECT COALESCE(max(ticket), 0) FROM event WHERE ticket IS NOT NULL"
        => "SEARCH event USING COVERING INDEX event_ticket (ticket>?)";
    LAST_CUSTOMER: "SELECT COALESCE(max(customer), 0) FROM event WHERE customer IS NOT NULL"
        => "SEARCH event USING COVERING INDEX event_customer (customer>?)";
    LAST_CONTACT: "SELECT COALESCE(max(id), 0) FROM contact" => "SEARCH contact";
    LAST_CONTRACT: "SELECT COALESCE(max(id), 0) FROM contract" => "SEARCH contract";
    DESK: "SELECT id FROM desk WHERE one = 1"
        => "SEARCH desk USING INTEGER PRIMARY KEY (rowid=?)";
    REMEMBER: "INSERT INTO once (key, entry) VALUES ($1, $2)" => "";
}

impl Store {
    /// Takes the writer's lock.
    ///
    /// # Errors
    /// Somebody else held it for as long as we are willing to wait.
    pub(crate) fn begin(&self, entry: NewEntry) -> Result<Writer<'_>, StoreError> {
        let transaction = self.engine.begin(TransactionPurpose::Write)?;
        self.writer(transaction, entry)
    }

    pub(super) fn writer<'s>(
        &'s self,
        transaction: Transaction<'s>,
        entry: NewEntry,
    ) -> Result<Writer<'s>, StoreError> {
        let newest: i64 = self.engine.one(LAST_ENTRY, args![], |c| c.take())?;
        let head = self
            .engine
            .first(HEAD, args![], |c| Ok((c.take()?, c.take()?)))?;
        let (last, head) = match head {
            Some(head) => head,
            None => (EventId(0), chain::root(&self.desk_id()?)),
        };
        Ok(Writer {
            store: self,
            transaction,
            entry: EntryRow {
                id: EntryId(newest + 1),
                recorded: entry.recorded,
                given: entry.given,
                actor: entry.actor,
                login: entry.login.filter(|login| !login.is_empty()),
                once: entry.once.filter(|key| !key.is_empty()),
                first: EventId(last.0 + 1),
            },
            last,
            head,
            ahead: None,
            known_words: HashMap::new(),
            known_tokens: HashSet::new(),
            unsaid_tokens: BTreeSet::new(),
        })
    }

    /// The desk's own id, the first link of its chain.
    pub(crate) fn desk_id(&self) -> Result<String, StoreError> {
        self.engine.one(DESK, args![], |c| c.take())
    }
}

impl Deref for Writer<'_> {
    type Target = Store;

    fn deref(&self) -> &Store {
        self.store
    }
}

impl Writer<'_> {
    /// The present in which is written: what another clock, that runs ahead, wrote before.
    pub(crate) fn behind(&mut self, present: Instant) {
        self.ahead = (present > self.entry.recorded).then_some(present);
    }

    /// The entry that this writer writes.
    pub(crate) fn entry_id(&self) -> EntryId {
        self.entry.id
    }

    /// The entry that used this writer's `once` key already: then nothing is to be written.
    pub(crate) fn used_before(&self) -> Result<Option<EntryId>, StoreError> {
        match &self.entry.once {
            Some(key) => self.store.once(key),
            None => Ok(None),
        }
    }

    /// The newest event; the next one appended is the one after.
    pub(in crate::store) fn last(&self) -> EventId {
        self.last
    }

    /// Whether anything was written yet.
    pub(crate) fn has_written(&self) -> bool {
        self.last >= self.entry.first
    }

    /// Writes a fact at the end of the record.
    pub(crate) fn append(&mut self, new: Append<'_>) -> Result<EventId, StoreError> {
        if !self.has_written() {
            self.enter()?;
        }
        let id = EventId(self.last.0 + 1);
        let (salt, prose) = salted(new.prose)?.unzip();
        let mut row = EventRow {
            id,
            entry: self.entry.id,
            stream: new.stream,
            at: new.at,
            kind: new.fact.kind().to_owned(),
            body: body(new.fact, new.corrects, self.ahead)?,
            hash: Hash::default(),
            salt,
            prose,
            digest: None,
        };
        row.hash = row.link(&self.entry).hash(&self.head);
        row.write(&*self.store.engine)?;
        self.last = id;
        self.head = row.hash;
        for (field, word) in new.fact.known_values() {
            self.know(field, word, id)?;
        }
        if id == self.entry.first {
            let actor = self.entry.actor.clone();
            self.know("actor", &actor, id)?;
        }
        Ok(id)
    }

    fn enter(&self) -> Result<(), StoreError> {
        let (entry, engine) = (&self.entry, &*self.store.engine);
        entry.write(engine)?;
        if let Some(key) = &entry.once {
            engine.run(REMEMBER, args![key.as_str(), entry.id])?;
        }
        Ok(())
    }

    /// The number of the next ticket: append its opening before asking again.
    pub(crate) fn next_ticket(&self) -> Result<TicketNo, StoreError> {
        let last: i64 = self.store.engine.one(LAST_TICKET, args![], |c| c.take())?;
        Ok(TicketNo(last + 1))
    }

    /// The id of the next customer: append its adding before asking again.
    pub(crate) fn next_customer(&self) -> Result<CustomerId, StoreError> {
        let last: i64 = self
            .store
            .engine
            .one(LAST_CUSTOMER, args![], |c| c.take())?;
        Ok(CustomerId(last + 1))
    }

    /// The id of the next contact: save its row before asking again.
    pub(crate) fn next_contact(&self) -> Result<ContactId, StoreError> {
        let last: i64 = self.store.engine.one(LAST_CONTACT, args![], |c| c.take())?;
        Ok(ContactId(last + 1))
    }

    /// The id of the next contract: save its row before asking again.
    pub(crate) fn next_contract(&self) -> Result<ContractId, StoreError> {
        let last: i64 = self
            .store
            .engine
            .one(LAST_CONTRACT, args![], |c| c.take())?;
        Ok(ContractId(last + 1))
    }

    /// Makes it so, for good. Answers the entry, or none when nothing was written.
    pub(crate) fn commit(mut self) -> Result<Option<EntryId>, StoreError> {
        self.forget_unsaid()?;
        let entry = self.has_written().then_some(self.entry.id);
        match self.transaction.commit() {
            Err(error) if error.leaves_open() => match entry {
                Some(_) => self.store.is_written(self.last, &self.head)?,
                None => return Err(error.with_nothing_written()),
            },
            done => done?,
        }
        Ok(entry)
    }
}

/// Prose as it is kept, or none when there is none.
fn salted(prose: &EventText) -> Result<Option<(Salt, String)>, StoreError> {
    if prose.is_empty() {
        return Ok(None);
    }
    let mut salt = Salt::default();
    random(&mut salt)?;
    Ok(Some((salt, event::prose(prose)?)))
}

pub(super) fn random(bytes: &mut [u8]) -> Result<(), StoreError> {
    getrandom::fill(bytes).map_err(|error| StoreError::Disk {
        path: "the system's random numbers".into(),
        doing: "reading",
        fault: Fault::new(error.to_string()),
    })
}
