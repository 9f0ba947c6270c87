//! Every ticket folded anew, compared with the rows and the words that the tables keep of it.
//!
//! Several may do it at once, each by a connection of his own: whoever has time takes the next
//! tickets.

use std::sync::{Mutex, PoisonError};

use super::finding::DbFinding;
use crate::context::{Reading, TicketWithHistory, all_texts, ticket_ledger};
use crate::core::model::{CustomerId, EventId, Fact, Stream, TicketNo};
use crate::core::sla::Rulebook;
use crate::failure::Failure;
use crate::render::Progress;
use crate::store::{Cached, KeptTicket, LedgerRow, SearchCheck, Store, TicketSave};
use crate::wording::{self, check};

/// The tickets that nobody has taken yet.
pub(super) struct TicketQueue {
    /// The last that was taken.
    taken: Mutex<TicketNo>,
}

impl TicketQueue {
    /// All tickets that the record or the tables know.
    pub(super) fn new() -> TicketQueue {
        TicketQueue {
            taken: Mutex::new(TicketNo(i64::MIN)),
        }
    }

    /// The next ones; none: all were taken.
    fn take(&self, store: &Store) -> Result<Vec<TicketNo>, Failure> {
        // a number is as good as it was, whoever panicked with it in hand
        let mut taken = self.taken.lock().unwrap_or_else(PoisonError::into_inner);
        let next = store.tickets_known_after(*taken)?;
        *taken = next.last().copied().unwrap_or(*taken);
        Ok(next)
    }
}

/// What came of the tickets that one took.
pub(super) struct TicketCheck<'s> {
    reading: Reading<'s>,
    found: Vec<DbFinding>,
    search: SearchCheck,
}

impl<'s> TicketCheck<'s> {
    /// Nothing was taken yet; `search` is the comparison of words, or a part of it.
    pub(super) fn new(reading: Reading<'s>, search: SearchCheck) -> TicketCheck<'s> {
        TicketCheck {
            reading,
            found: Vec::new(),
            search,
        }
    }

    /// Takes tickets until there are no more.
    ///
    /// # Errors
    /// The desk's file cannot be read at all; what is wrong with a ticket is found.
    pub(super) fn all_of(
        &mut self,
        queue: &TicketQueue,
        progress: &Progress,
    ) -> Result<(), Failure> {
        loop {
            let numbers = queue.take(self.reading.store)?;
            if numbers.is_empty() {
                return Ok(());
            }
            match self.reading.store.kept(&numbers) {
                Ok(kept) => kept.into_iter().for_each(|kept| self.ticket(kept)),
                // one that cannot be read hides the others
                Err(_) => numbers.iter().for_each(|number| self.by_itself(*number)),
            }
            progress.steps_done(numbers.len());
        }
    }

    /// What was found, and the comparison of words.
    pub(super) fn end(self) -> (Vec<DbFinding>, SearchCheck) {
        (self.found, self.search)
    }

    fn find(&mut self, number: TicketNo, what: &'static str, says: String) {
        self.found.push(DbFinding {
            ticket: Some(number),
            event: None,
            what,
            says,
        });
    }

    fn ticket(&mut self, kept: KeptTicket) {
        if kept.history.is_empty() {
            return self.by_itself(kept.number);
        }
        match self.reading.folded(kept.number, kept.history) {
            Ok(page) => self.compare(&page, kept.rows, kept.ledger),
            Err(failure) => self.find(kept.number, "fold", wording::failure::says(&failure)),
        }
    }

    /// Asks for each thing that is kept of a ticket, and says which of them cannot be read.
    fn by_itself(&mut self, number: TicketNo) {
        let page = match self.reading.ticket(number) {
            Ok(page) => page,
            Err(failure) => return self.find(number, "fold", wording::failure::says(&failure)),
        };
        let store = self.reading.store;
        let rows = store.cached(number);
        match rows.and_then(|rows| Ok((rows, store.ledger_of_ticket(number)?))) {
            Ok((rows, ledger)) => self.compare(&page, rows, ledger),
            Err(error) => {
                self.search.expect(number, &all_texts(&page.history));
                self.find(number, "rows", wording::failure::says(&error.into()));
            }
        }
    }

    fn compare(&mut self, page: &TicketWithHistory, rows: Option<Cached>, ledger: Vec<LedgerRow>) {
        self.search.expect(page.number, &all_texts(&page.history));
        match rows_differ(&self.reading, page, rows, ledger) {
            Ok(differences) if differences.is_empty() => {}
            Ok(differences) => self.find(page.number, "rows", check::rows_differ(&differences)),
            Err(failure) => self.find(page.number, "rows", wording::failure::says(&failure)),
        }
    }
}

/// In what the rows of a ticket are not what its fold is.
fn rows_differ(
    reading: &Reading<'_>,
    page: &TicketWithHistory,
    rows: Option<Cached>,
    ledger: Vec<LedgerRow>,
) -> Result<Vec<String>, Failure> {
    let number = page.number;
    let Some(kept) = rows else {
        return Ok(vec![check::NO_ROWS.to_owned()]);
    };
    let rules_cache = &reading.rules_cache;
    let folded = TicketSave {
        number,
        ticket: &page.ticket,
        subject: page.subject(),
        terms: page.ticket.terms.and_then(|id| rules_cache.terms(id)),
        texts: None,
        moved_by: moved_by(reading.store, page, kept.ticket.known)?,
        imports: &rules_cache.imports,
    }
    .rows();
    let mut differences = match kept == folded {
        true => Vec::new(),
        false => kept.differences(&folded),
    };
    let mut used = ticket_ledger(number, &page.history, &page.ticket, folded.ticket.known);
    let mut ledger = ledger;
    for lines in [&mut used, &mut ledger] {
        lines.sort_by_key(|line| (line.event, line.at, line.amount, line.allowance.clone()));
    }
    if used != ledger {
        differences.push("ledger".to_owned());
    }
    Ok(differences)
}

/// The adoption, or the undoing of one, that a row says it was moved by: no event of the ticket's
/// own.
fn moved_by(
    store: &Store,
    page: &TicketWithHistory,
    known: EventId,
) -> Result<Option<EventId>, Failure> {
    if page.history.iter().any(|told| told.event.id == known) {
        return Ok(None);
    }
    let told = store.event(known)?;
    let adopted = told.filter(|told| {
        matches!(
            told.event.fact,
            Fact::ZoneAdopted(_) | Fact::DaysAdopted(_) | Fact::Undone(_)
        ) && told.event.stream == Stream::Customer(CustomerId::DESK)
    });
    Ok(adopted.map(|told| told.event.id))
}
