//! A whole record that comes in: the desk is made of its lines, and all that the tables keep of it
//! is worked out anew.

use std::collections::HashMap;

use super::Context;
use super::accounts::{account_history, staff_rows};
use super::adoptions::Adoptions;
use super::persisted::{self, Persisted};
use super::pinned_content::document;
use super::rules_cache::RulesCache;
use super::save::ticket_ledger;
use super::ticket_text;
use super::write_options::{WriteMode, WriteOptions};
use crate::core::account::Account;
use crate::core::model::{CustomerId, Event, EventId, EventText, Fact, Stream, TicketNo};
use crate::core::sla::{Rulebook, Ticket, fold};
use crate::failure::{Exit, Failure, FailureCode};
use crate::plans::TERMS_VERSION;
use crate::store::{
    AsOf, Destination, Received, Receiver, Store, StoredEvent, TicketSave, Writer, rests_on,
};

impl Context {
    /// Makes the desk out of the lines of a record; `step` is told of each ticket.
    ///
    /// # Errors
    /// A desk is there that something was written to; a line that is not taken, a file that cannot
    /// be written. Then nothing was.
    pub(crate) fn take_record(
        &self,
        mode: WriteMode,
        step: &dyn Fn(),
        lines: impl FnOnce(&mut Receiver<'_>) -> Result<(), Failure>,
    ) -> Result<Received, Failure> {
        self.may_write()?;
        let path = &self.settings.db.value;
        Store::takes_record(path)?;
        let to = match mode {
            WriteMode::ForReal => Destination::Desk(path),
            WriteMode::DryRun => Destination::Nowhere,
        };
        let by = self.entry(&WriteOptions::default());
        let received = Store::receive(to, by, lines, |writer| caches(writer, step))?;
        if mode == WriteMode::ForReal {
            persisted::note(Persisted::File(path.clone()));
        }
        Ok(received)
    }
}

fn caches(writer: &mut Writer<'_>, step: &dyn Fn()) -> Result<(), Failure> {
    let mut words: HashMap<String, Vec<(&'static str, String)>> = HashMap::new();
    for hash in writer.documents()? {
        let terms = document(writer, &hash)?.terms();
        let resolved = serde_json::to_string(&terms)
            .map_err(|error| Failure::unexpected(error.to_string()))?;
        writer.keep_resolved_terms(&hash, TERMS_VERSION, &resolved)?;
        words.insert(hash, terms.known_values());
    }
    writer.index_record(|hash| words.get(hash).cloned().unwrap_or_default())?;
    let desk = account_history(writer, CustomerId::DESK, AsOf::All)?;
    writer.save_staff(&staff_rows(&desk))?;
    for customer in writer.all_customers()? {
        account(writer, customer)?;
    }
    let mut tickets = TicketCaches::of(writer, &desk)?;
    for number in writer.tickets_after(EventId(0))? {
        tickets.ticket(writer, number)?;
        step();
    }
    tickets.tie(writer)
}

/// What was undone keeps its ids: it is saved as if it stood, then as it stands.
fn account(writer: &mut Writer<'_>, customer: CustomerId) -> Result<(), Failure> {
    let history = account_history(writer, customer, AsOf::All)?;
    let whole: Vec<(Event, Option<EventText>)> = history
        .iter()
        .filter(|(event, _)| !matches!(event.fact, Fact::Undone(_)))
        .cloned()
        .collect();
    if whole.len() < history.len()
        && let Some(as_if) = Account::of(&whole)
    {
        writer.save_account(&as_if)?;
    }
    match Account::of(&history) {
        Some(account) => writer.save_account(&account)?,
        None => writer.void_customer(customer)?,
    }
    Ok(())
}

/// Tickets on their way into the tables.
struct TicketCaches {
    now: RulesCache,
    /// The rules before each fact that let clocks read otherwise, the newest first.
    before: Vec<(EventId, RulesCache)>,
    /// Those that name others, which may not be there yet.
    tied: Vec<TicketNo>,
}

impl TicketCaches {
    fn of(
        writer: &Writer<'_>,
        desk: &[(Event, Option<EventText>)],
    ) -> Result<TicketCaches, Failure> {
        let mut known: Vec<&Event> = desk.iter().map(|(event, _)| event).collect();
        known.sort_unstable_by_key(|event| event.id);
        let shifting = Adoptions::shifting(known.into_iter());
        let before = shifting.into_iter().rev().map(|id| {
            let known = AsOf::Through(EventId(id.0 - 1));
            Ok((id, RulesCache::open(writer, known)?))
        });
        Ok(TicketCaches {
            now: RulesCache::open(writer, AsOf::All)?,
            before: before.collect::<Result<_, Failure>>()?,
            tied: Vec::new(),
        })
    }

    fn ticket(&mut self, writer: &mut Writer<'_>, number: TicketNo) -> Result<(), Failure> {
        let (history, ticket) = self.folded(writer, number)?;
        if ticket.links.is_empty() && ticket.merged_into.is_none() {
            return self.save(writer, number, &history, &ticket);
        }
        self.tied.push(number);
        let alone = Ticket {
            links: Vec::new(),
            merged_into: None,
            ..ticket
        };
        self.save(writer, number, &history, &alone)
    }

    /// All tickets are there: those that name others are saved whole.
    fn tie(&mut self, writer: &mut Writer<'_>) -> Result<(), Failure> {
        for number in std::mem::take(&mut self.tied) {
            let (history, ticket) = self.folded(writer, number)?;
            self.save(writer, number, &history, &ticket)?;
        }
        Ok(())
    }

    fn folded(
        &mut self,
        writer: &Writer<'_>,
        number: TicketNo,
    ) -> Result<(Vec<StoredEvent>, Ticket), Failure> {
        let history = writer.history(Stream::Ticket(number), AsOf::All)?;
        let events = events(&history);
        self.now.load(writer, &events)?;
        let ticket = fold(&events, &self.now).ok_or_else(|| {
            let (what, id) = ("ticket", number.to_string());
            Failure::coded(Exit::DeskFile, FailureCode::MissingInRecord { what, id })
        })?;
        Ok((history, ticket))
    }

    fn save(
        &mut self,
        writer: &mut Writer<'_>,
        number: TicketNo,
        history: &[StoredEvent],
        ticket: &Ticket,
    ) -> Result<(), Failure> {
        let events = events(history);
        let moved_by = self.moved_by(writer, &events, ticket)?;
        let texts = ticket_text::all_texts(history);
        writer.save_ticket(&TicketSave {
            number,
            ticket,
            subject: ticket_text::subject(history),
            terms: ticket.terms.and_then(|id| self.now.terms(id)),
            texts: Some(&texts),
            moved_by,
            imports: &self.now.imports,
        })?;
        let known = rests_on(ticket, moved_by);
        let ledger = ticket_ledger(number, &events, ticket, known);
        writer.save_ticket_ledger(number, &ledger)?;
        Ok(())
    }

    /// The last adoption after the ticket's own events that made its clocks what they are.
    fn moved_by(
        &mut self,
        writer: &Writer<'_>,
        events: &[Event],
        ticket: &Ticket,
    ) -> Result<Option<EventId>, Failure> {
        let last = events.iter().map(|event| event.id).max();
        let last = last.unwrap_or(EventId(0));
        let later = self.before.iter_mut().filter(|(id, _)| *id > last);
        for (id, rules) in later {
            rules.load(writer, events)?;
            let then = fold(events, &*rules);
            if then.is_none_or(|then| then.clocks != ticket.clocks) {
                return Ok(Some(*id));
            }
        }
        Ok(None)
    }
}

fn events(history: &[StoredEvent]) -> Vec<Event> {
    history.iter().map(|told| told.event.clone()).collect()
}
