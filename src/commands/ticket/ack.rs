//! `ack`: acknowledged, and its priority confirmed: the one it has, or another.

use clap::Args;

use super::act::act_saying;
use super::priority::set;
use crate::commands::Input;
use crate::commands::args::{Text, TicketWrite, TicketsArg};
use crate::context::Context;
use crate::core::model::{Acknowledged, EventText, Fact, PriorityConfirmed};
use crate::failure::Failure;
use crate::render::Outcome;

/// Acknowledge, and confirm the priority
#[derive(Args, Debug)]
#[command(
    after_help = "Examples:\n  sladesk ack 4711\n  sladesk ack 4711 -p high -m \"We are on it\"\n  sladesk ack \"@free state:open\" -y"
)]
pub(crate) struct Ack {
    #[command(flatten)]
    tickets: TicketsArg,
    /// The priority, when it is another
    #[arg(short, long, value_name = "P")]
    priority: Option<String>,
    #[command(flatten)]
    text: Text,
    #[command(flatten)]
    write: TicketWrite,
}

impl Ack {
    /// Acknowledges each, and confirms its priority.
    ///
    /// # Errors
    /// The ticket does not take it as it stands, or an argument cannot be read.
    pub(crate) fn run(self, context: &Context, input: &dyn Input) -> Result<Outcome, Failure> {
        let said = (&self.tickets, &self.text, &self.write);
        act_saying(context, input, said, |session, number, prose| {
            session.record(number, Fact::from(Acknowledged {}), prose)?;
            match self.priority.as_deref() {
                Some(to) => set(context, session, number, to, None, EventText::default()),
                None => {
                    let fact = Fact::from(PriorityConfirmed {});
                    session
                        .record(number, fact, EventText::default())
                        .map(|_| ())
                }
            }
        })
    }
}
