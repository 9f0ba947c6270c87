//! A write under way: what it touches is read, changed, worked out anew and saved in one
//! transaction, and a breach goes off the record only as a correction.

use std::collections::BTreeMap;

use super::refusal;
use super::rules_cache::RulesCache;
use super::write_options::{WriteMode, WriteOptions};
use super::write_state::{AccountChange, Accounts, Charged, Pending};
use crate::core::model::{EntryId, Event, EventId, EventText, Fact, Opened, Stream, TicketNo};
use crate::core::sla::{Ticket, accepts, fold};
use crate::core::time::Instant;
use crate::core::time::LocalNow;
use crate::failure::Failure;
use crate::settings::Abbreviations;
use crate::store::{Append, AsOf, StoredEvent, Writer};

/// A ticket that this write has read, and what it added to it.
#[derive(Clone, Debug)]
pub(crate) struct TicketChange {
    /// As it stood when the write began; none when the write opened it.
    pub before: Option<Ticket>,
    /// As it stands with what was written so far.
    pub now: Ticket,
    pub history: Vec<StoredEvent>,
    pub(super) changed: bool,
    /// The adoption by which this write moved it.
    pub(super) moved_by: Option<EventId>,
}

impl TicketChange {
    /// The events alone, in the order in which they were written.
    pub(crate) fn events(&self) -> Vec<Event> {
        self.history.iter().map(|told| told.event.clone()).collect()
    }

    /// The subject as it is now.
    pub(crate) fn subject(&self) -> &str {
        super::ticket_text::subject(&self.history)
    }
}

/// A write under way; it holds the writer's lock.
pub(crate) struct Session<'s> {
    pub writer: Writer<'s>,
    pub rules_cache: RulesCache,
    /// Whether the beginning of a name is enough.
    pub abbreviations: Abbreviations,
    /// The present, and the zone in which times are shown.
    pub here: LocalNow<'s>,
    /// The clock as it stood, which is what is recorded.
    clock: Instant,
    actor: String,
    pub(super) options: WriteOptions,
    pub(super) tickets: BTreeMap<TicketNo, TicketChange>,
    pub(super) accounts: Accounts,
    pub(super) unsettled: Pending,
}

/// What a write did.
#[derive(Debug)]
pub(crate) struct CommitSummary {
    /// None when there was nothing to write, or it was a dry run.
    pub entry: Option<EntryId>,
    pub mode: WriteMode,
    /// The tickets it changed, before and after.
    pub tickets: Vec<(TicketNo, TicketChange)>,
    /// What it wrote about customers and the people of the desk, in that order.
    pub accounts: Vec<AccountChange>,
    /// What its work was charged.
    pub charges: Vec<Charged>,
}

impl<'s> Session<'s> {
    pub(super) fn new(
        writer: Writer<'s>,
        here: LocalNow<'s>,
        clock: Instant,
        (actor, abbreviations): (&str, Abbreviations),
        options: WriteOptions,
    ) -> Result<Session<'s>, Failure> {
        let rules_cache = RulesCache::open(&writer, AsOf::All)?;
        Ok(Session {
            writer,
            rules_cache,
            abbreviations,
            here,
            clock,
            actor: actor.to_owned(),
            options,
            tickets: BTreeMap::new(),
            accounts: Accounts::default(),
            unsettled: Pending::new(),
        })
    }

    /// The present: nothing that stands in the record lies after it.
    pub(crate) fn now(&self) -> Instant {
        self.here.now
    }

    /// When what is written happened: `--at`, else the clock.
    pub(crate) fn at(&self) -> Instant {
        self.options.at.unwrap_or(self.clock)
    }

    /// When it happened on that ticket: unless it is typed, no earlier than what happened there
    /// last, should another clock run ahead of this one.
    ///
    /// # Errors
    /// As [`Session::ticket`].
    pub(crate) fn at_on(&mut self, number: TicketNo) -> Result<Instant, Failure> {
        let last = self.ticket(number)?.now.updated;
        Ok(self.options.at.unwrap_or(self.clock.max(last)))
    }

    /// Who writes.
    pub(crate) fn actor(&self) -> &str {
        &self.actor
    }

    /// Whether nothing was written to a ticket since that event.
    ///
    /// # Errors
    /// There is no such ticket, or it has moved on.
    pub(crate) fn last_event_is(&mut self, number: TicketNo, seen: i64) -> Result<(), Failure> {
        self.ticket(number)?;
        refusal::moved_on(number, seen, &self.tickets[&number].history, self.here)
    }

    /// A ticket as it stands with what was written so far.
    ///
    /// # Errors
    /// There is no such ticket.
    pub(crate) fn ticket(&mut self, number: TicketNo) -> Result<&TicketChange, Failure> {
        if !self.tickets.contains_key(&number) {
            let history = self.writer.history(Stream::Ticket(number), AsOf::All)?;
            if history.is_empty() {
                return Err(refusal::no_ticket(number, &self.writer, AsOf::All)?);
            }
            let events: Vec<Event> = history.iter().map(|told| told.event.clone()).collect();
            let ticket = self.fold(&events, number)?;
            self.tickets.insert(
                number,
                TicketChange {
                    before: Some(ticket.clone()),
                    now: ticket,
                    history,
                    changed: false,
                    moved_by: None,
                },
            );
        }
        Ok(&self.tickets[&number])
    }

    pub(super) fn fold(&mut self, events: &[Event], number: TicketNo) -> Result<Ticket, Failure> {
        self.rules_cache.load(&self.writer, events)?;
        fold(events, &self.rules_cache).ok_or_else(|| {
            Failure::desk_file(format!("the record of ticket {number} has no opening"))
        })
    }

    /// Writes a fact to a ticket if its state at that time lets it.
    ///
    /// # Errors
    /// The ticket does not exist or its state does not take this fact.
    pub(crate) fn record(
        &mut self,
        number: TicketNo,
        fact: Fact,
        prose: EventText,
    ) -> Result<EventId, Failure> {
        self.ticket(number)?;
        let at = self.at_on(number)?;
        let touched = &self.tickets[&number];
        if at < touched.now.opened {
            return Err(refusal::before_opening(
                number,
                at,
                touched.now.opened,
                self.here,
            ));
        }
        let events: Vec<Event> = touched
            .history
            .iter()
            .map(|told| told.event.clone())
            .filter(|event| event.at <= at)
            .collect();
        let then = self.fold(&events, number)?;
        accepts(&then, &fact).map_err(|not| {
            refusal::not_now(
                number,
                not,
                &then,
                &self.tickets[&number].history,
                self.here,
            )
        })?;
        self.makes_sense(number, at, &fact)?;
        self.append(number, at, fact, prose)
    }

    /// Refuses what would mean nothing on the ticket, and a late entry that would leave what
    /// happened after it without a meaning.
    fn makes_sense(&mut self, number: TicketNo, at: Instant, fact: &Fact) -> Result<(), Failure> {
        let touched = &self.tickets[&number];
        let told = &touched.history;
        let late = told.iter().any(|told| told.event.at > at);
        if !late && !matches!(fact, Fact::Agreed(_) | Fact::Exempted(_)) {
            return Ok(());
        }
        let known = touched.now.remarks.clone();
        let events = self.events_with(number, at, fact.clone())?;
        let anew = self.fold(&events, number)?.remarks;
        let history = &self.tickets[&number].history;
        match anew.into_iter().find(|remark| !known.contains(remark)) {
            Some((about, remark)) => Err(refusal::means_nothing(
                number, about, remark, history, self.here,
            )),
            None => Ok(()),
        }
    }

    /// A ticket's events with one more that nobody has written.
    ///
    /// # Errors
    /// As [`Session::ticket`].
    pub(crate) fn events_with(
        &mut self,
        number: TicketNo,
        at: Instant,
        fact: Fact,
    ) -> Result<Vec<Event>, Failure> {
        let mut events = self.ticket(number)?.events();
        let last = events.iter().map(|event| event.id.0).max();
        let id = EventId(last.unwrap_or_default() + 1);
        events.push(self.event(id, Stream::Ticket(number), at, fact));
        Ok(events)
    }

    /// Writes a fact to a ticket whatever its state: an import, what follows from another write.
    ///
    /// # Errors
    /// The desk's file cannot be written.
    pub(crate) fn append(
        &mut self,
        number: TicketNo,
        at: Instant,
        fact: Fact,
        mut prose: EventText,
    ) -> Result<EventId, Failure> {
        self.ticket(number)?;
        let stream = Stream::Ticket(number);
        let corrects = self.options.corrects.is_some();
        prose.corrects.clone_from(&self.options.corrects);
        let id = self.writer.append(Append {
            stream,
            at,
            fact: &fact,
            prose: &prose,
            corrects,
        })?;
        let event = self.event(id, stream, at, fact);
        self.mark_ticket_pending(number, &event);
        let touched = self.tickets.get_mut(&number).expect("read above");
        touched.changed = true;
        touched.history.push(StoredEvent {
            event: event.clone(),
            prose,
            redacted: false,
        });
        let events = touched.events();
        let ticket = self.fold(&events, number)?;
        self.tickets.get_mut(&number).expect("read above").now = ticket;
        self.mark_ticket_pending(number, &event);
        Ok(id)
    }

    /// Opens a ticket.
    ///
    /// # Errors
    /// The desk's file cannot be written.
    pub(crate) fn open(
        &mut self,
        at: Instant,
        opened: Opened,
        prose: EventText,
    ) -> Result<TicketNo, Failure> {
        let number = self.writer.next_ticket()?;
        let stream = Stream::Ticket(number);
        let fact = Fact::from(opened);
        let id = self.writer.append(Append {
            stream,
            at,
            fact: &fact,
            prose: &prose,
            corrects: false,
        })?;
        let event = self.event(id, stream, at, fact);
        let ticket = self.fold(std::slice::from_ref(&event), number)?;
        let told = StoredEvent {
            event: event.clone(),
            prose,
            redacted: false,
        };
        self.tickets.insert(
            number,
            TicketChange {
                before: None,
                now: ticket,
                history: vec![told],
                changed: true,
                moved_by: None,
            },
        );
        self.mark_ticket_pending(number, &event);
        Ok(number)
    }

    pub(super) fn event(&self, id: EventId, stream: Stream, at: Instant, fact: Fact) -> Event {
        Event {
            id,
            entry: self.writer.entry_id(),
            stream,
            at,
            recorded: self.clock,
            present: self.here.now,
            actor: self.actor.clone(),
            fact,
            corrects: self.options.corrects.is_some(),
        }
    }
}
