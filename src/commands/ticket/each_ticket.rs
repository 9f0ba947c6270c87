//! What the verbs share that say something on a ticket and may book the time that it took.

use clap::Args;

use super::act::{act, book_work};
use crate::commands::Input;
use crate::commands::args::{Text, TicketWrite, TicketsArg, WorkedArg};
use crate::context::{Context, Session};
use crate::core::model::{EventText, Fact, TicketNo};
use crate::core::time::Instant;
use crate::failure::Failure;
use crate::render::Outcome;

/// The tickets, the time spent, what is said, and how it is written.
#[derive(Args, Debug)]
#[group(skip)]
pub(super) struct EachTicket {
    #[command(flatten)]
    tickets: TicketsArg,
    #[command(flatten)]
    worked: WorkedArg,
    #[command(flatten)]
    text: Text,
    #[command(flatten)]
    write: TicketWrite,
}

impl EachTicket {
    /// What is said, if anything is.
    ///
    /// # Errors
    /// The text cannot be read, or is empty.
    pub(super) fn text(&self, input: &dyn Input) -> Result<EventText, Failure> {
        Ok(EventText::saying(self.text.given(input)?))
    }

    /// What is said, by a verb that is nothing without it.
    ///
    /// # Errors
    /// As [`EachTicket::text`]; nothing is said and nobody is there to write it.
    pub(super) fn needed_text(&self, input: &dyn Input) -> Result<EventText, Failure> {
        Ok(EventText::saying(Some(self.text.needed(input)?)))
    }

    /// When it happened, where that is said.
    ///
    /// # Errors
    /// `--at` fits two moments or none.
    pub(super) fn at(&self, context: &Context) -> Result<Option<Instant>, Failure> {
        Ok(self.write.options(context)?.at)
    }

    /// Records a fact on each, with what is said, and books the time.
    ///
    /// # Errors
    /// What `fact` fails with, or that a ticket does not take it as it stands; then nothing was
    /// changed.
    pub(super) fn record(
        &self,
        context: &Context,
        input: &dyn Input,
        prose: &EventText,
        mut fact: impl FnMut(&mut Session<'_>, TicketNo) -> Result<Fact, Failure>,
    ) -> Result<Outcome, Failure> {
        act(
            context,
            input,
            &self.tickets,
            &self.write,
            |session, number| {
                let fact = fact(session, number)?;
                session.record(number, fact, prose.clone())?;
                book_work(session, number, self.worked.worked)
            },
        )
    }
}
