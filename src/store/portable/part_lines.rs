//! Some customers' record as lines: a chain of its own, over events and entries that are numbered
//! anew. Tickets, contracts, contacts and customers keep their numbers: people know them.

use std::collections::VecDeque;

use super::part::{FOUNDING, RecordPart};
use super::rows::{content_line, desk_line, no_entry};
use super::{DeskLine, EndLine, EventLine, RecordLine};
use crate::core::model::{
    ContactId, ContractId, CustomerAdded, CustomerId, EntryId, EventId, EventText, Fact,
    Renumbering, Stream, TicketNo,
};
use crate::store::Store;
use crate::store::chain::{self, Hash, Salt, hex};
use crate::store::engine::args;
use crate::store::entry::EntryRow;
use crate::store::error::StoreError;
use crate::store::event;
use crate::store::event_row::{EVENTS, EventRow};

/// Events that are read at a time.
const EACH_TIME: usize = 100;

/// The part, from its first event on.
pub(super) struct PartOfRecord {
    part: RecordPart,
    desk: String,
    contents: VecDeque<Hash>,
    /// The place of the next event among those of the part.
    place: usize,
    /// What went out last: the entry as it was and as it is, the event, its hash.
    entry: Option<(EntryId, EntryRow)>,
    last: EventId,
    head: Hash,
    ended: bool,
}

impl PartOfRecord {
    /// Its desk, and what follows.
    pub(super) fn of(
        store: &Store,
        part: RecordPart,
    ) -> Result<(DeskLine, PartOfRecord), StoreError> {
        let id = chain::part(&store.head()?.hash, &part.asked.customers);
        let desk = DeskLine {
            id: id.clone(),
            ..desk_line(store)?
        };
        let lines = PartOfRecord {
            contents: part.contents.iter().copied().collect(),
            head: chain::root(&id),
            desk: id,
            part,
            place: 0,
            entry: None,
            last: EventId(0),
            ended: false,
        };
        Ok((desk, lines))
    }

    /// The next lines; none behind the last.
    pub(super) fn more(&mut self, store: &Store) -> Result<Vec<RecordLine>, StoreError> {
        if let Some(hash) = self.contents.pop_front() {
            return Ok(vec![content_line(store, &hash)?]);
        }
        let to = self.part.events.len().min(self.place + EACH_TIME);
        let mut lines = Vec::new();
        for place in self.place..to {
            self.event(store, self.part.events[place], &mut lines)?;
        }
        self.place = to;
        if lines.is_empty() && !std::mem::replace(&mut self.ended, true) {
            self.entry_ends(&mut lines)?;
            lines.push(RecordLine::End(EndLine {
                entries: self.entry.as_ref().map_or(0, |(_, entry)| entry.id.0),
                events: self.last.0,
                head: hex(&self.head),
            }));
        }
        Ok(lines)
    }

    fn event(
        &mut self,
        store: &Store,
        id: EventId,
        lines: &mut Vec<RecordLine>,
    ) -> Result<(), StoreError> {
        let row = store.engine.one(EVENTS, args![id, id], EventRow::read)?;
        if self.entry.as_ref().is_none_or(|(was, _)| *was != row.entry) {
            self.entry_ends(lines)?;
            self.enter(store, row.entry, lines)?;
        }
        let fact = store.fact(id, &row.kind, &row.body)?;
        let wordless = match &fact {
            // why the whole entry was taken back, of which a part is not there
            Fact::Undone(undone) => !self.has_all_of(store, undone.entry)?,
            _ => false,
        };
        let told = self.told(id, fact);
        let told = told.ok_or_else(|| StoreError::bug("unmapped reference"))?;
        let body = event::rewritten(&row.body, &told)?;
        let kind = told.kind().to_owned();
        let row = match wordless {
            true => without_words(row),
            false => self.without_others(store, row, &told)?,
        };
        self.append(EventRow { kind, body, ..row }, lines)
    }

    /// A row without the words that are of others.
    fn without_others(
        &self,
        store: &Store,
        row: EventRow,
        fact: &Fact,
    ) -> Result<EventRow, StoreError> {
        let Some(prose) = &row.prose else {
            return Ok(row);
        };
        let said = store.text(row.id, prose)?;
        let left = self
            .part
            .not_said
            .without(&self.part.asked, row.id, fact, said.clone());
        Ok(match left {
            Some(left) if left == said => row,
            Some(left) => EventRow {
                prose: Some(event::prose(&left)?),
                ..row
            },
            None => without_words(row),
        })
    }

    /// Whether all that an entry wrote is there.
    fn has_all_of(&self, store: &Store, entry: EntryId) -> Result<bool, StoreError> {
        let row = store.entry(entry)?.ok_or_else(no_entry)?;
        let last = store.last_event_of(entry)?;
        let events = &self.part.events;
        let before = |id: EventId| events.partition_point(|event| *event < id);
        let there = before(EventId(last.0 + 1)) - before(row.first);
        Ok(i64::try_from(there).is_ok_and(|there| there == last.0 - row.first.0 + 1))
    }

    /// The fact with the numbers of this record.
    fn told(&self, id: EventId, fact: Fact) -> Option<Fact> {
        let mut fact = self.part.told(id, fact)?;
        if let Fact::Imported(imported) = &mut fact {
            let events = u64::try_from(self.part.imported(id, imported)).ok()?;
            if events < imported.events {
                // its file is of others, too
                imported.source.clone_from(&self.part.asked.others.0);
                imported.sha256.clear();
                imported.rows = 0;
                imported.skipped.clear();
            }
            imported.events = events;
        }
        if let Fact::Founded(founded) = &mut fact {
            founded.id.clone_from(&self.desk);
        }
        fact.renumber(self).then_some(fact)
    }

    fn enter(
        &mut self,
        store: &Store,
        id: EntryId,
        lines: &mut Vec<RecordLine>,
    ) -> Result<(), StoreError> {
        let row = store.entry(id)?;
        let row = row.ok_or_else(no_entry)?;
        let before = self.entry.as_ref().map_or(0, |(_, entry)| entry.id.0);
        let entry = EntryRow {
            id: EntryId(before + 1),
            first: EventId(self.last.0 + 1),
            // whoever makes a desk of it does not go on with what was under way here
            once: None,
            ..row
        };
        lines.push(RecordLine::Entry(entry.clone().into()));
        self.entry = Some((id, entry));
        Ok(())
    }

    /// The founding ends with the customer that stands for all others, where one has to.
    fn entry_ends(&mut self, lines: &mut Vec<RecordLine>) -> Result<(), StoreError> {
        let Some((_, entry)) = &self.entry else {
            return Ok(());
        };
        if entry.id != FOUNDING || !self.part.names_others {
            return Ok(());
        }
        let (key, name) = &self.part.asked.others;
        let fact = Fact::from(CustomerAdded {
            key: key.clone(),
            zone: None,
            language: None,
            account_manager: None,
            engineer: None,
        });
        let text = EventText {
            name: Some((*name).to_owned()),
            ..EventText::default()
        };
        let text = event::prose(&text)?;
        // nobody is named whom it had to hide
        let salt = Salt::default();
        let row = EventRow {
            id: EventId(0),
            entry: entry.id,
            stream: Stream::Customer(self.part.others),
            at: entry.recorded,
            kind: fact.kind().to_owned(),
            body: event::body(&fact, false, None)?,
            hash: Hash::default(),
            salt: Some(salt),
            prose: Some(text),
            digest: None,
        };
        self.append(row, lines)
    }

    /// As the next event of the entry that is open.
    fn append(&mut self, row: EventRow, lines: &mut Vec<RecordLine>) -> Result<(), StoreError> {
        let Some((_, entry)) = &self.entry else {
            return Err(no_entry());
        };
        let mut row = EventRow {
            id: EventId(self.last.0 + 1),
            entry: entry.id,
            ..row
        };
        row.hash = row.link(entry).hash(&self.head);
        self.last = row.id;
        self.head = row.hash;
        lines.push(RecordLine::Event(EventLine::from(row)));
        Ok(())
    }
}

/// A place among those of the part, as the number that it has in this record.
fn number(place: usize) -> Option<i64> {
    i64::try_from(place + 1).ok()
}

impl Renumbering for PartOfRecord {
    fn ticket(&self, number: TicketNo) -> Option<TicketNo> {
        self.part.has_ticket(number).then_some(number)
    }

    fn customer(&self, id: CustomerId) -> Option<CustomerId> {
        Some(self.part.customer(id))
    }

    fn contract(&self, id: ContractId) -> Option<ContractId> {
        self.part.has_contract(id).then_some(id)
    }

    fn contact(&self, id: ContactId) -> Option<ContactId> {
        self.part.has_contact(id).then_some(id)
    }

    fn event(&self, id: EventId) -> Option<EventId> {
        let place = self.part.events.binary_search(&id).ok()?;
        let behind = self.part.names_others && place >= self.part.founding;
        number(place + usize::from(behind)).map(EventId)
    }

    fn entry(&self, id: EntryId) -> Option<EntryId> {
        let place = self.part.entries.binary_search(&id).ok()?;
        number(place).map(EntryId)
    }
}

/// A row without what people wrote.
fn without_words(row: EventRow) -> EventRow {
    EventRow {
        salt: None,
        prose: None,
        ..row
    }
}
