//! The end of a write: what it touched is compared with what stood before, saved and committed.

use std::collections::BTreeSet;

use super::persisted::{self, Persisted};
use super::refusal;
use super::save::ticket_ledger;
use super::session::{CommitSummary, Session, TicketChange};
use super::ticket_text;
use super::write_options::WriteMode;
use crate::core::model::{EntryId, Event, EventId, EventText, Fact, Recalculated, State, TicketNo};
use crate::core::sla::{breach_loss, came_with_import, lost_breaches};
use crate::core::time::Instant;
use crate::failure::{Exit, Failure, FailureCode};
use crate::store::{Condition, TicketSave, rests_on};

impl Session<'_> {
    pub(super) fn finish(mut self) -> Result<CommitSummary, Failure> {
        if !self.accounts.shifted.is_empty() {
            self.work_out_anew()?;
        }
        self.reconcile()?;
        let changed = self.changed();
        for number in &changed {
            self.keep_breaches(*number)?;
        }
        for number in &changed {
            self.save(*number)?;
        }
        let charges = self.charges(&changed)?;
        let accounts = self.account_changes();
        let mode = self.options.mode;
        let tickets = std::mem::take(&mut self.tickets);
        let tickets = tickets.into_iter().filter(|(_, touched)| touched.changed);
        let tickets: Vec<(TicketNo, TicketChange)> = tickets.collect();
        let entry = match mode {
            WriteMode::ForReal => self.writer.commit()?,
            WriteMode::DryRun => None,
        };
        if let Some(entry) = entry {
            persisted::note(Persisted::Entry(entry));
        }
        Ok(CommitSummary {
            entry,
            mode,
            tickets,
            accounts,
            charges,
        })
    }

    /// The lines of the ledger that this write has brought about so far on these tickets, which it
    /// has read.
    ///
    /// # Errors
    /// The desk's file cannot be written.
    pub(crate) fn save_ledgers(
        &mut self,
        tickets: impl IntoIterator<Item = TicketNo>,
    ) -> Result<(), Failure> {
        for number in tickets {
            let touched = &self.tickets[&number];
            let known = rests_on(&touched.now, touched.moved_by);
            let ledger = ticket_ledger(number, &touched.events(), &touched.now, known);
            self.writer.save_ticket_ledger(number, &ledger)?;
        }
        Ok(())
    }

    pub(super) fn changed(&self) -> Vec<TicketNo> {
        let changed = self.tickets.iter().filter(|(_, touched)| touched.changed);
        changed.map(|(number, _)| *number).collect()
    }

    /// Refuses to take a breach off the record but as a correction.
    fn keep_breaches(&self, number: TicketNo) -> Result<(), Failure> {
        let touched = &self.tickets[&number];
        let Some(before) = &touched.before else {
            return Ok(());
        };
        if self.options.corrects.is_some() || self.corrects_by_reason(touched) {
            return Ok(());
        }
        let mut lost = lost_breaches(before, &touched.now, self.now());
        if !lost.is_empty()
            && let Some(undone) = self.undone_in(touched)
        {
            let events = touched.events();
            lost.retain(|lost| !came_with_import(lost, undone, events.iter(), &self.rules_cache));
        }
        match lost.first() {
            Some(lost) => {
                let loss = breach_loss(lost, &touched.now, self.now());
                let (at, here) = (self.at(), self.here);
                Err(refusal::breach_lost(number, at, lost, loss, here))
            }
            None => Ok(()),
        }
    }

    /// The entry that this write takes back of a ticket.
    fn undone_in(&self, touched: &TicketChange) -> Option<EntryId> {
        let entry = self.writer.entry_id();
        let written = touched.history.iter().map(|told| &told.event);
        let mut written = written.filter(|event| event.entry == entry);
        written.find_map(|event| match &event.fact {
            Fact::Undone(undo) => Some(undo.entry),
            _ => None,
        })
    }

    fn corrects_by_reason(&self, touched: &TicketChange) -> bool {
        use crate::core::sla::Rulebook;
        let entry = self.writer.entry_id();
        let terms = touched.now.terms.and_then(|id| self.rules_cache.terms(id));
        let by_reason = |event: &Event| match &event.fact {
            Fact::Prioritised(change) => {
                terms.is_some_and(|terms| terms.corrects(change.reason.as_deref()))
            }
            _ => false,
        };
        let written = touched.history.iter().map(|told| &told.event);
        written.filter(|event| event.entry == entry).any(by_reason)
    }

    /// The number that a ticket had in another tool is another's by now, if it was imported again
    /// after this one was taken back.
    fn keep_source(&self, number: TicketNo, touched: &TicketChange) -> Result<(), Failure> {
        let was_void = touched
            .before
            .as_ref()
            .is_some_and(|before| before.state == State::Void);
        let Some(source) = touched.now.source.as_deref().filter(|_| was_void) else {
            return Ok(());
        };
        match self.writer.ticket_of_source(source)? {
            Some(other) if other != number && touched.now.state != State::Void => {
                let (ticket, source) = (number, source.to_owned());
                let code = FailureCode::SourceTaken {
                    ticket,
                    source,
                    other,
                };
                Err(Failure::coded(Exit::NotPossible, code))
            }
            _ => Ok(()),
        }
    }

    fn save(&mut self, number: TicketNo) -> Result<(), Failure> {
        use crate::core::sla::Rulebook;
        let touched = &self.tickets[&number];
        self.keep_source(number, touched)?;
        let changed = ticket_text::changed_by(&touched.history, self.writer.entry_id());
        let texts = changed.then(|| ticket_text::all_texts(&touched.history));
        self.writer.save_ticket(&TicketSave {
            number,
            ticket: &touched.now,
            subject: touched.subject(),
            terms: touched.now.terms.and_then(|id| self.rules_cache.terms(id)),
            texts: texts.as_deref(),
            moved_by: touched.moved_by,
            imports: &self.rules_cache.imports,
        })?;
        Ok(())
    }

    /// After an adoption what was held by the rules before it is folded anew; what was decided
    /// before keeps its version. Where that takes a breach back, as a correction, the ticket says
    /// so itself.
    fn work_out_anew(&mut self) -> Result<(), Failure> {
        let numbers: Vec<TicketNo> = self.tickets.keys().copied().collect();
        let shifted = self.accounts.shifted.iter().max().copied();
        for number in numbers {
            let events = self.tickets[&number].events();
            let anew = self.fold(&events, number)?;
            let now = self.now();
            let touched = self.tickets.get_mut(&number).expect("it is one of them");
            if anew != touched.now {
                touched.changed = true;
                touched.moved_by = shifted;
            }
            let was = touched.before.as_ref().unwrap_or(&touched.now);
            let lost = !lost_breaches(was, &anew, now).is_empty();
            touched.now = anew;
            if lost && self.options.corrects.is_some() {
                for adoption in self.accounts.shifted.clone() {
                    let fact = Fact::from(Recalculated { adoption });
                    self.append(number, self.at(), fact, EventText::default())?;
                }
            }
        }
        Ok(())
    }

    /// Reads what other rules may touch if they hold from `since` on, as it is under those that
    /// hold now: the tickets with live clocks, and those to which anything happened since.
    pub(super) fn hold_since(&mut self, since: Instant) -> Result<(), Failure> {
        let live = self.writer.live_clocks(&Condition::everything())?;
        let mut numbers: BTreeSet<TicketNo> = live.iter().map(|clock| clock.ticket).collect();
        let before = match self.writer.known_at(since.plus(-1))? {
            Some(entry) => self.writer.last_event_of(entry.id)?,
            None => EventId(0),
        };
        numbers.extend(self.writer.tickets_after(before)?);
        for number in numbers {
            self.ticket(number)?;
        }
        Ok(())
    }
}
