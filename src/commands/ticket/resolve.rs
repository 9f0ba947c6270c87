//! `resolve`: the desk considers it done.

use clap::Args;

use super::act::{act, book_work, prose};
use crate::commands::Input;
use crate::commands::args::{Text, TicketsArg, Worked, Write};
use crate::context::Context;
use crate::core::model::{Fact, Resolved};
use crate::failure::Failure;
use crate::render::Outcome;

/// Resolve: the desk considers it done
#[derive(Args, Debug)]
#[command(
    after_help = "Examples:\n  sladesk resolve 4711 -m \"Fixed in 8.3\"\n  sladesk resolve 4711,4712 -w 10m"
)]
pub(crate) struct Resolve {
    #[command(flatten)]
    tickets: TicketsArg,
    #[command(flatten)]
    worked: Worked,
    #[command(flatten)]
    text: Text,
    #[command(flatten)]
    write: Write,
}

impl Resolve {
    /// Resolves each.
    ///
    /// # Errors
    /// The ticket does not take it as it stands, or an argument cannot be read.
    pub(crate) fn run(self, context: &Context, input: &dyn Input) -> Result<Outcome, Failure> {
        let prose = prose(self.text.given(input)?);
        act(
            context,
            input,
            &self.tickets,
            &self.write,
            |session, number| {
                session.record(number, Fact::from(Resolved {}), prose.clone())?;
                book_work(session, number, self.worked.worked)
            },
        )
    }
}
