//! Which part of a record is some customers': their streams, their tickets', and of the desk's what
//! these rest on.
//!
//! A ticket that is theirs is there from its beginning on. One that was theirs is there until it was
//! moved away, since the work that was done for them stays theirs. Words go along where the ticket
//! was theirs when they were written, and is. What refers to something that is not there is left out,
//! or, where a fact can stand without it, stands without it: a ticket that was opened for another
//! customer is one without a contract until it was moved.

use std::cell::Cell;
use std::collections::{BTreeMap, BTreeSet};

use super::part_asked::PartAsked;
use super::part_words::WordsOfOthers;
use crate::core::model::{
    Assigned, Closed, ClosedAs, ContactId, ContractId, CustomerId, Edited, EntryId, Event, EventId,
    Fact, Imported, Opened, Renumbering, Stream, TicketNo, TicketWords, undone_entries,
};
use crate::store::Store;
use crate::store::as_of::AsOf;
use crate::store::chain::{Hash, hex, unhex};
use crate::store::content::{self, ContentKind};
use crate::store::engine::args;
use crate::store::error::StoreError;
use crate::store::ticket::{TicketQuery, TicketTest};

statements! {
    LINKED_FROM: "SELECT a FROM link WHERE b = $1"
        => "SEARCH link USING INDEX link_back (b=?)";
}

/// The entry that founds a desk.
pub(super) const FOUNDING: EntryId = EntryId(1);

/// What a part lacks of what its record refers to.
#[derive(Debug, Default)]
pub(crate) struct LeftOut {
    /// Links with tickets that are not there.
    pub links: usize,
    /// Tickets of which something is not there, because they were another customer's, too.
    pub shared: BTreeSet<TicketNo>,
}

/// A part of a record.
pub(super) struct RecordPart {
    pub asked: PartAsked,
    /// Who stands for all others.
    pub others: CustomerId,
    /// Somebody has to.
    pub names_others: bool,
    tickets: BTreeMap<TicketNo, TicketExtent>,
    contacts: BTreeSet<ContactId>,
    contracts: BTreeSet<ContractId>,
    pub not_said: WordsOfOthers,
    /// The keys of the desk's people.
    staff: BTreeSet<String>,
    /// How many events founded the desk.
    pub founding: usize,
    /// In their order.
    pub events: Vec<EventId>,
    pub entries: Vec<EntryId>,
    /// That these name.
    pub contents: BTreeSet<Hash>,
}

/// How much of a ticket is there.
#[derive(Clone, Copy, PartialEq, Eq)]
enum TicketExtent {
    Whole,
    /// Up to that event.
    Until(EventId),
}

impl RecordPart {
    /// Finds it.
    pub(super) fn of(store: &Store, asked: PartAsked) -> Result<(RecordPart, LeftOut), StoreError> {
        let mut selection = Selection::of(store, asked)?;
        selection.read_customers()?;
        selection.leave_out_days()?;
        selection.read_tickets()?;
        selection.read_desk();
        let Selection {
            mut part, left_out, ..
        } = selection;
        part.events.sort_unstable();
        part.entries.sort_unstable();
        part.entries.dedup();
        Ok((part, left_out))
    }

    pub(super) fn has_ticket(&self, number: TicketNo) -> bool {
        self.tickets.contains_key(&number)
    }

    pub(super) fn has_contract(&self, id: ContractId) -> bool {
        self.contracts.contains(&id)
    }

    pub(super) fn has_contact(&self, id: ContactId) -> bool {
        self.contacts.contains(&id)
    }

    /// The customer itself, or who stands for it.
    pub(super) fn customer(&self, id: CustomerId) -> CustomerId {
        match self.asked.customers.contains(&id) {
            true => id,
            false => self.others,
        }
    }

    /// A fact as it can be told here; none: nothing of it can. A ticket that goes on as one that is not
    /// there is over, and what was written while a ticket was another's is without free words.
    pub(super) fn told(&self, event: EventId, fact: Fact) -> Option<Fact> {
        let wordless = self.not_said.has(event);
        Some(match fact {
            Fact::Merged(merged) if !self.has_ticket(merged.into) => Fact::from(Closed {
                r#as: ClosedAs::Duplicate,
            }),
            // what its rules found speaks of the contract that it had
            Fact::Opened(opened) if wordless => Fact::from(Opened {
                allowance: None,
                rulings: Vec::new(),
                words: TicketWords::default(),
                source: None,
                ..*opened
            }),
            Fact::Edited(edited) if wordless => Fact::from(Edited {
                words: TicketWords::default(),
                ..edited
            }),
            Fact::Assigned(assigned) if wordless => Fact::from(Assigned {
                to: assigned.to.filter(|to| self.staff.contains(to)),
            }),
            // a line may be any word
            Fact::Tagged(_) | Fact::Escalated(_) if wordless => return None,
            other => other,
        })
    }

    /// How many events of tickets that an import wrote are there.
    pub(super) fn imported(&self, import: EventId, imported: &Imported) -> usize {
        let wrote = i64::try_from(imported.events).unwrap_or(i64::MAX);
        let first = EventId(import.0.saturating_sub(wrote));
        let before = |id: EventId| self.events.partition_point(|event| *event < id);
        before(import) - before(first)
    }
}

/// A part that is being found: it answers what refers to it.
struct Selection<'s> {
    store: &'s Store,
    part: RecordPart,
    left_out: LeftOut,
    desk: Vec<Event>,
    /// What events of other streams may refer to: agreements and adoptions.
    shared: BTreeSet<EventId>,
    /// Of the stream that is being read.
    events: BTreeSet<EventId>,
    entries: BTreeSet<EntryId>,
    /// The keys of people of the desk that are named.
    staff: BTreeSet<String>,
    /// What is being read refers to something that is not there, to another customer.
    lacks: Cell<bool>,
    names_others: Cell<bool>,
}

impl Renumbering for Selection<'_> {
    fn ticket(&self, number: TicketNo) -> Option<TicketNo> {
        self.known(self.part.has_ticket(number), number)
    }

    fn customer(&self, id: CustomerId) -> Option<CustomerId> {
        let there = self.part.asked.customers.contains(&id);
        if !there {
            self.names_others.set(true);
            self.lacks.set(true);
        }
        Some(id)
    }

    fn contract(&self, id: ContractId) -> Option<ContractId> {
        self.known(self.part.has_contract(id), id)
    }

    fn contact(&self, id: ContactId) -> Option<ContactId> {
        self.known(self.part.has_contact(id), id)
    }

    fn event(&self, id: EventId) -> Option<EventId> {
        self.known(self.shared.contains(&id) || self.events.contains(&id), id)
    }

    fn entry(&self, id: EntryId) -> Option<EntryId> {
        self.known(self.entries.contains(&id), id)
    }
}

impl<'s> Selection<'s> {
    fn of(store: &'s Store, asked: PartAsked) -> Result<Selection<'s>, StoreError> {
        let last = asked.customers.last().map_or(0, |id| id.0);
        let mut desk = store.events(Stream::Customer(CustomerId::DESK), AsOf::All)?;
        desk.sort_unstable_by_key(|event| event.id);
        let adopts = |fact: &Fact| matches!(fact, Fact::DaysAdopted(_) | Fact::ZoneAdopted(_));
        let adoptions = desk.iter().filter(|event| adopts(&event.fact));
        let mut selection = Selection {
            store,
            part: RecordPart {
                not_said: WordsOfOthers::of(store, &asked)?,
                staff: desk.iter().filter_map(staff_key).collect(),
                asked,
                others: CustomerId(last + 1),
                names_others: false,
                tickets: BTreeMap::new(),
                contacts: BTreeSet::new(),
                contracts: BTreeSet::new(),
                founding: 0,
                events: Vec::new(),
                entries: Vec::new(),
                contents: BTreeSet::new(),
            },
            left_out: LeftOut::default(),
            shared: adoptions.map(|event| event.id).collect(),
            desk,
            events: BTreeSet::new(),
            entries: BTreeSet::new(),
            staff: BTreeSet::new(),
            lacks: Cell::new(false),
            names_others: Cell::new(false),
        };
        selection.find_tickets()?;
        Ok(selection)
    }

    fn known<T>(&self, there: bool, it: T) -> Option<T> {
        if !there {
            self.lacks.set(true);
        }
        there.then_some(it)
    }

    /// A stream's events in the order of knowing.
    fn stream(&self, stream: Stream) -> Result<Vec<Event>, StoreError> {
        let mut events = self.store.events(stream, AsOf::All)?;
        events.sort_unstable_by_key(|event| event.id);
        Ok(events)
    }

    fn find_tickets(&mut self) -> Result<(), StoreError> {
        let customers = self.part.asked.customers.iter().copied().collect();
        let theirs = TicketQuery::of(TicketTest::Customer(customers));
        for number in self.store.numbers(&theirs)? {
            self.part.tickets.insert(number, TicketExtent::Whole);
        }
        for number in self.store.moved_after(EventId(0))? {
            if !self.part.has_ticket(number)
                && let Some(until) = self.moved_away(number)?
            {
                let extent = TicketExtent::Until(until);
                self.part.tickets.insert(number, extent);
                self.left_out.shared.insert(number);
            }
        }
        Ok(())
    }

    /// The event by which a ticket left these customers for good; none when it was never theirs.
    fn moved_away(&self, number: TicketNo) -> Result<Option<EventId>, StoreError> {
        // in the order of happening
        let events = self.store.events(Stream::Ticket(number), AsOf::All)?;
        let undone = undone_entries(events.iter());
        let stands = |event: &&Event| !undone.contains(&event.entry);
        let (mut theirs, mut away) = (false, None);
        for event in events.iter().filter(stands) {
            let owner = match &event.fact {
                Fact::Opened(opened) => opened.customer,
                Fact::Moved(moved) => moved.customer,
                _ => continue,
            };
            let was = std::mem::replace(&mut theirs, self.part.asked.customers.contains(&owner));
            if was && !theirs {
                away = Some(event.id);
            }
        }
        Ok(away)
    }

    fn read_customers(&mut self) -> Result<(), StoreError> {
        let customers: Vec<CustomerId> = self.part.asked.customers.iter().copied().collect();
        for customer in customers {
            let events = self.stream(Stream::Customer(customer))?;
            for event in &events {
                match &event.fact {
                    Fact::ContactAuthorised(fact) => {
                        self.part.contacts.insert(fact.contact);
                    }
                    Fact::ContractSigned(fact) => {
                        self.part.contracts.insert(fact.contract);
                    }
                    _ => {}
                }
            }
            self.begin_stream();
            for event in &events {
                if self.can_be_told(event) {
                    self.shared.insert(event.id);
                    self.keep(event);
                }
            }
        }
        Ok(())
    }

    fn read_tickets(&mut self) -> Result<(), StoreError> {
        let tickets: Vec<(TicketNo, TicketExtent)> =
            self.part.tickets.iter().map(|(n, e)| (*n, *e)).collect();
        for (number, extent) in tickets {
            self.begin_stream();
            let events = self.stream(Stream::Ticket(number))?;
            match extent {
                TicketExtent::Whole => self.part.not_said.add_of_others(&self.part.asked, &events),
                TicketExtent::Until(_) => self.part.not_said.add_all(&events),
            }
            for event in events {
                let there = match extent {
                    TicketExtent::Whole => true,
                    // what takes back something that is there belongs to it
                    TicketExtent::Until(last) => {
                        event.id <= last || matches!(event.fact, Fact::Undone(_))
                    }
                };
                if there {
                    self.ticket_event(number, &event);
                }
            }
            let linked: Vec<TicketNo> =
                self.store
                    .engine
                    .rows(LINKED_FROM, args![number], |c| c.take())?;
            let from_others = linked.iter().filter(|from| !self.part.has_ticket(**from));
            self.left_out.links += from_others.count();
        }
        Ok(())
    }

    fn ticket_event(&mut self, number: TicketNo, event: &Event) {
        let told = self.can_be_told(event);
        if told {
            self.keep(event);
        }
        match &event.fact {
            Fact::Linked(_) if !told => self.left_out.links += 1,
            Fact::Unlinked(_) | Fact::Undone(_) if !told => {}
            Fact::Merged(merged) if !self.part.has_ticket(merged.into) => {
                self.left_out.shared.insert(number);
            }
            _ if self.lacks.get() => {
                self.left_out.shared.insert(number);
            }
            _ => {}
        }
    }

    /// Whether a fact can stand with what is there; `lacks` says whether it is without something.
    fn can_be_told(&self, event: &Event) -> bool {
        self.lacks.set(false);
        let told = self.part.told(event.id, event.fact.clone());
        told.is_some_and(|mut told| told.renumber(self))
    }

    fn begin_stream(&mut self) {
        self.events.clear();
        self.entries.clear();
    }

    fn keep(&mut self, event: &Event) {
        self.events.insert(event.id);
        self.entries.insert(event.entry);
        self.part.events.push(event.id);
        self.part.entries.push(event.entry);
        self.part.founding += usize::from(event.entry == FOUNDING);
        self.staff.extend(event.fact.staff().map(str::to_owned));
        self.staff.insert(event.actor.clone());
        if let Some((_, hash)) = content::named(&event.fact) {
            self.part.contents.extend(unhex(hash));
        }
    }

    /// What the others rest on: the desk itself, its zones, the days that terms name, the people who are named, the
    /// imports that brought something, what was erased.
    fn read_desk(&mut self) {
        self.part.names_others = self.names_others.get();
        self.part.events.sort_unstable();
        let beside: BTreeSet<EntryId> = self.part.entries.iter().copied().collect();
        self.begin_stream();
        let mut kept = Vec::new();
        for event in std::mem::take(&mut self.desk) {
            let there = match &event.fact {
                Fact::Founded(_) | Fact::DaysAdopted(_) | Fact::ZoneAdopted(_) => true,
                Fact::StaffAdded(staff) => self.staff.contains(&staff.key),
                Fact::StaffEdited(staff) => self.staff.contains(&staff.key),
                Fact::Imported(imported) if imported.events == 0 => beside.contains(&event.entry),
                Fact::Imported(imported) => self.part.imported(event.id, imported) > 0,
                Fact::Redacted(redacted) => {
                    let event = &redacted.event;
                    self.events.contains(event) || self.part.events.binary_search(event).is_ok()
                }
                Fact::Undone(undone) => self.entries.contains(&undone.entry),
                _ => false,
            };
            if there {
                if let Fact::Redacted(redacted) = &event.fact
                    && self.part.not_said.has(redacted.event)
                {
                    // why it was erased is another's word, too
                    self.part.not_said.add_all(std::slice::from_ref(&event));
                }
                self.events.insert(event.id);
                self.entries.insert(event.entry);
                kept.push(event);
            }
        }
        for event in &kept {
            self.keep(event);
        }
    }

    /// A set of days may be a customer's own: those that no terms name are not there.
    fn leave_out_days(&mut self) -> Result<(), StoreError> {
        let contents = self.part.contents.iter();
        let terms = contents.map(|hash| self.store.content(ContentKind::Terms, &hex(hash)));
        let terms: Vec<Option<String>> = terms.collect::<Result<_, StoreError>>()?;
        let shared = &mut self.shared;
        self.desk.retain(|event| {
            let Fact::DaysAdopted(days) = &event.fact else {
                return true;
            };
            let named = format!("\"{}\"", days.name);
            let there = terms.iter().flatten().any(|terms| terms.contains(&named));
            if !there {
                shared.remove(&event.id);
            }
            there
        });
        Ok(())
    }
}

/// The key of somebody whom the desk names.
fn staff_key(event: &Event) -> Option<String> {
    match &event.fact {
        Fact::StaffAdded(staff) => Some(staff.key.clone()),
        _ => None,
    }
}
