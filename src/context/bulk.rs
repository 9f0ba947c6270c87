//! Many facts of one ticket at once: an import, a demo desk. Folded once, saved at once, and not
//! kept in hand afterwards.

use super::save::ticket_ledger;
use super::session::Session;
use super::ticket_text;
use crate::core::model::{Event, EventId, EventText, Fact, Stream, TicketNo};
use crate::core::sla::{Rulebook, Ticket, lost_breaches};
use crate::core::time::Instant;
use crate::failure::Failure;
use crate::store::{Append, AsOf, StoredEvent, TicketSave, rests_on};

/// A fact on its way into the record.
#[derive(Clone, Debug)]
pub(crate) struct Bulk {
    pub at: Instant,
    pub fact: Fact,
    pub prose: EventText,
}

/// Why an import takes a breach back: the system that it comes from says so.
pub(crate) fn system_of(ticket: &Ticket) -> String {
    let source = ticket.source.as_deref().unwrap_or_default();
    let system = source.split_once(':').map_or(source, |(system, _)| system);
    system.to_owned()
}

impl Session<'_> {
    /// What is written from here on comes out of a log of that tool.
    ///
    /// # Errors
    /// The desk's file cannot be read.
    pub(crate) fn begin_import(&mut self, source: &str) -> Result<(), Failure> {
        let last = self.writer.last_event()?;
        self.rules_cache.imports.begin(EventId(last.0 + 1), source);
        Ok(())
    }

    /// Writes facts to a ticket whatever its state, and answers how many of its breaches went off
    /// the record or moved, and how it stands then: an import may. It is a correction then, by
    /// itself, for that reason.
    ///
    /// # Errors
    /// The desk's file cannot be written.
    pub(crate) fn bulk(
        &mut self,
        number: TicketNo,
        facts: Vec<Bulk>,
        reason: fn(&Ticket) -> String,
    ) -> Result<(u64, Ticket), Failure> {
        let stream = Stream::Ticket(number);
        // what this write did to it before stands in the record already and is folded in here
        self.tickets.remove(&number);
        // nothing is written, and yet something is otherwise: a text was taken out
        let erased = facts.is_empty();
        let mut history: Vec<StoredEvent> = self.writer.history(stream, AsOf::All)?;
        let mut events: Vec<Event> = history.iter().map(|told| told.event.clone()).collect();
        let before = match events.is_empty() {
            true => None,
            false => Some(self.fold(&events, number)?),
        };
        let lost = match &before {
            Some(before) => self.would_lose(before, number, &events, &facts)?,
            None => 0,
        };
        let reason = before.filter(|_| lost > 0).map(|before| reason(&before));
        for new in facts {
            let mut prose = new.prose;
            prose.corrects = prose.corrects.or_else(|| reason.clone());
            let corrects = prose.corrects.is_some();
            let id = self.writer.append(Append {
                stream,
                at: new.at,
                fact: &new.fact,
                prose: &prose,
                corrects,
            })?;
            let mut event = self.event(id, stream, new.at, new.fact);
            event.corrects = corrects;
            events.push(event.clone());
            history.push(StoredEvent {
                event,
                prose,
                redacted: false,
            });
        }
        let after = self.fold(&events, number)?;
        let changed = erased || ticket_text::changed_by(&history, self.writer.entry_id());
        let texts = changed.then(|| ticket_text::all_texts(&history));
        let row = self.writer.ticket(number)?;
        // of a row that only text is taken out of: an adoption may have moved it before
        let moved_by = row.map(|row| row.known);
        self.writer.save_ticket(&TicketSave {
            number,
            ticket: &after,
            subject: ticket_text::subject(&history),
            terms: after.terms.and_then(|id| self.rules_cache.terms(id)),
            texts: texts.as_deref(),
            moved_by,
            imports: &self.rules_cache.imports,
        })?;
        let known = rests_on(&after, moved_by);
        let ledger = ticket_ledger(number, &events, &after, known);
        self.writer.save_ticket_ledger(number, &ledger)?;
        Ok((lost, after))
    }

    /// How many breaches a ticket would lose if all that was written.
    fn would_lose(
        &mut self,
        before: &Ticket,
        number: TicketNo,
        events: &[Event],
        facts: &[Bulk],
    ) -> Result<u64, Failure> {
        let stream = Stream::Ticket(number);
        let last = events.iter().map(|event| event.id.0).max();
        let ids = last.unwrap_or_default() + 1..;
        let new = ids
            .zip(facts)
            .map(|(id, new)| self.event(EventId(id), stream, new.at, new.fact.clone()));
        let supposed: Vec<Event> = events.iter().cloned().chain(new).collect();
        let after = self.fold(&supposed, number)?;
        Ok(lost_breaches(before, &after, self.now()).len() as u64)
    }

    /// Lets go of a ticket that was read and not changed.
    pub(crate) fn forget(&mut self, number: TicketNo) {
        if self
            .tickets
            .get(&number)
            .is_some_and(|touched| !touched.changed)
        {
            self.tickets.remove(&number);
        }
    }
}
