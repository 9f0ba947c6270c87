//! The end of a write: what it touched is compared with what stood before, saved and committed.

use std::collections::BTreeSet;

use super::intent::Earnest;
use super::refusal;
use super::save::ticket_ledger;
use super::session::{Session, Touched, Written};
use super::story;
use crate::core::model::{Event, Fact, TicketNo};
use crate::core::sla::lost_breaches;
use crate::failure::Failure;
use crate::store::{TicketSave, Where};

impl Session<'_> {
    pub(super) fn finish(mut self) -> Result<Written, Failure> {
        if self.accounts.adopted {
            self.work_out_anew()?;
        }
        let changed: Vec<TicketNo> = self.changed().collect();
        for number in &changed {
            self.keep_breaches(*number)?;
        }
        for number in &changed {
            self.save(*number)?;
        }
        let earnest = self.intent.earnest;
        let tickets = std::mem::take(&mut self.tickets);
        let tickets = tickets.into_iter().filter(|(_, touched)| touched.changed);
        let tickets: Vec<(TicketNo, Touched)> = tickets.collect();
        let entry = match earnest {
            Earnest::ForReal => self.writer.commit()?,
            Earnest::DryRun => None,
        };
        Ok(Written {
            entry,
            earnest,
            tickets,
        })
    }

    fn changed(&self) -> impl Iterator<Item = TicketNo> {
        self.tickets
            .iter()
            .filter(|(_, touched)| touched.changed)
            .map(|(number, _)| *number)
    }

    /// Refuses to take a breach off the record but as a correction.
    fn keep_breaches(&self, number: TicketNo) -> Result<(), Failure> {
        let touched = &self.tickets[&number];
        let Some(before) = &touched.before else {
            return Ok(());
        };
        if self.intent.corrects.is_some() || self.corrects_by_reason(touched) {
            return Ok(());
        }
        match lost_breaches(before, &touched.now, self.now()).first() {
            Some(lost) => Err(refusal::breach_lost(number, self.at(), lost, self.here)),
            None => Ok(()),
        }
    }

    fn corrects_by_reason(&self, touched: &Touched) -> bool {
        use crate::core::sla::Rulebook;
        let entry = self.writer.entry_id();
        let terms = touched.now.terms.and_then(|id| self.book.terms(id));
        let by_reason = |event: &Event| match &event.fact {
            Fact::Prioritised(change) => {
                terms.is_some_and(|terms| terms.corrects(change.reason.as_deref()))
            }
            _ => false,
        };
        let written = touched.history.iter().map(|told| &told.event);
        written.filter(|event| event.entry == entry).any(by_reason)
    }

    fn save(&mut self, number: TicketNo) -> Result<(), Failure> {
        use crate::core::sla::Rulebook;
        let touched = &self.tickets[&number];
        let ledger = ticket_ledger(number, &touched.events(), &touched.now);
        let words: Vec<String> = touched
            .history
            .iter()
            .filter_map(|told| story::words(&told.prose))
            .collect();
        let words = words.join("\n");
        self.writer.save_ticket(&TicketSave {
            number,
            ticket: &touched.now,
            subject: touched.subject(),
            terms: touched.now.terms.and_then(|id| self.book.terms(id)),
            words: Some(&words),
        })?;
        self.writer.save_ticket_ledger(number, &ledger)?;
        Ok(())
    }

    /// After an adoption every ticket with a live clock is folded anew; what was decided before
    /// keeps its version.
    fn work_out_anew(&mut self) -> Result<(), Failure> {
        let live = self.writer.live_clocks(&Where::everything())?;
        let numbers: BTreeSet<TicketNo> = live.iter().map(|clock| clock.ticket).collect();
        for number in numbers {
            let history = self.ticket(number)?.history.clone();
            let events: Vec<Event> = history.into_iter().map(|told| told.event).collect();
            let anew = self.fold(&events, number)?;
            let touched = self.tickets.get_mut(&number).expect("read above");
            touched.changed |= anew != touched.now;
            touched.now = anew;
        }
        Ok(())
    }
}
