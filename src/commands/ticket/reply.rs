//! `reply`: the desk answers the customer.

use clap::Args;

use super::act::{act, book_work, prose};
use crate::commands::Input;
use crate::commands::args::{Text, TicketsArg, Worked, Write};
use crate::context::Context;
use crate::core::model::{Fact, Replied};
use crate::failure::Failure;
use crate::render::Outcome;

/// Reply to the customer; meets a response
///
/// It records what was answered. sladesk sends no mail: write to the customer as you always do.
#[derive(Args, Debug)]
#[command(
    after_help = "Examples:\n  sladesk reply 4711 -m \"Fixed in 8.3\"\n  sladesk reply 4711 -e -w 20m\n  sladesk reply 4711 -F answer.txt --at 14:00"
)]
pub(crate) struct Reply {
    #[command(flatten)]
    tickets: TicketsArg,
    #[command(flatten)]
    worked: Worked,
    #[command(flatten)]
    text: Text,
    #[command(flatten)]
    write: Write,
}

impl Reply {
    /// Writes the answer on each.
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
                session.record(number, Fact::from(Replied { channel: None }), prose.clone())?;
                book_work(session, number, self.worked.worked)
            },
        )
    }
}
