//! Taking out of the record what people wrote: the rows that were made of it are made anew.

use super::Context;
use super::bulk::system_of;
use super::session::Session;
use crate::core::model::{CustomerId, EventId, EventText, Fact, Redacted, Stream};
use crate::failure::Failure;
use crate::store::{Access, Scrubbed};

impl Session<'_> {
    /// Takes out what was written in an event, and records that and why. False when there was
    /// nothing, or there is nothing any more.
    ///
    /// # Errors
    /// The desk's file cannot be written.
    pub(crate) fn redact(&mut self, event: EventId, why: &str) -> Result<bool, Failure> {
        let Some(told) = self.writer.event(event)? else {
            return Ok(false);
        };
        if !self.writer.redact(event)? {
            return Ok(false);
        }
        match told.event.stream {
            Stream::Ticket(number) => {
                self.tickets.remove(&number);
                self.bulk(number, Vec::new(), system_of).map(|_| ())?;
            }
            Stream::Customer(customer) => {
                self.forget_account(customer);
                self.save_account(customer)?;
            }
        }
        let prose = EventText::saying(Some(why.to_owned()));
        self.account_fact(CustomerId::DESK, Fact::from(Redacted { event }), prose)?;
        Ok(true)
    }
}

impl Context {
    /// Leaves nothing of what was taken out in the file's freed pages.
    ///
    /// # Errors
    /// The desk's file cannot be written.
    pub(crate) fn scrub(&self) -> Result<Scrubbed, Failure> {
        Ok(self.open(Access::Write)?.scrub()?)
    }
}
