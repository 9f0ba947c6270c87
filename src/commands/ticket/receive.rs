//! `receive`: the customer spoke, which ends a wait for him or her.

use clap::Args;

use super::act::{act, book_work, contact_of, prose};
use crate::commands::Input;
use crate::commands::args::{Text, TicketsArg, Worked, Write};
use crate::context::Context;
use crate::core::model::{CustomerReplied, Fact};
use crate::failure::Failure;
use crate::render::Outcome;

/// Enter what the customer said; ends a wait for him or her
#[derive(Args, Debug)]
#[command(
    after_help = "Examples:\n  sladesk receive 4711 -m \"It works now\"\n  sladesk receive 4711 -c phone --contact luis@acme.example -m \"Still broken\""
)]
pub(crate) struct Receive {
    #[command(flatten)]
    tickets: TicketsArg,
    /// Who said it
    #[arg(long, value_name = "PERSON")]
    contact: Option<String>,
    /// How
    #[arg(short, long, value_name = "CHANNEL")]
    channel: Option<String>,
    #[command(flatten)]
    worked: Worked,
    #[command(flatten)]
    text: Text,
    #[command(flatten)]
    write: Write,
}

impl Receive {
    /// Writes the customer's word on each.
    ///
    /// # Errors
    /// The ticket does not take it as it stands, or an argument cannot be read.
    pub(crate) fn run(self, context: &Context, input: &dyn Input) -> Result<Outcome, Failure> {
        let prose = prose(Some(self.text.needed(input)?));
        act(
            context,
            input,
            &self.tickets,
            &self.write,
            |session, number| {
                let contact = match self.contact.as_deref() {
                    Some(word) => Some(contact_of(session, number, word)?),
                    None => None,
                };
                let fact = Fact::from(CustomerReplied {
                    channel: self.channel.clone(),
                    contact,
                });
                session.record(number, fact, prose.clone())?;
                book_work(session, number, self.worked.worked)
            },
        )
    }
}
