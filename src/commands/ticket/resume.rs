//! `resume`: waiting is over without a message.

use clap::Args;

use super::act::act_saying;
use crate::commands::Input;
use crate::commands::args::{Text, TicketWrite, TicketsArg};
use crate::context::Context;
use crate::core::model::{Fact, Resumed};
use crate::failure::Failure;
use crate::render::Outcome;

/// End a wait without a message
#[derive(Args, Debug)]
#[command(
    after_help = "Examples:\n  sladesk resume 4711\n  sladesk resume 4711 -m \"The vendor has a fix\""
)]
pub(crate) struct Resume {
    #[command(flatten)]
    tickets: TicketsArg,
    #[command(flatten)]
    text: Text,
    #[command(flatten)]
    write: TicketWrite,
}

impl Resume {
    /// Ends the wait of each.
    ///
    /// # Errors
    /// The ticket does not take it as it stands, or an argument cannot be read.
    pub(crate) fn run(self, context: &Context, input: &dyn Input) -> Result<Outcome, Failure> {
        let said = (&self.tickets, &self.text, &self.write);
        act_saying(context, input, said, |session, number, prose| {
            let fact = Fact::from(Resumed {});
            session.record(number, fact, prose)
        })
    }
}
