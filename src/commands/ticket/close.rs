//! `close`: it is over.

use clap::Args;

use super::act::{act, book_work, prose};
use crate::commands::Input;
use crate::commands::args::{Text, TicketsArg, Worked, Write, one_of};
use crate::context::Context;
use crate::core::model::{Closed, ClosedAs, Fact};
use crate::failure::Failure;
use crate::render::Outcome;

/// Close: it is over
#[derive(Args, Debug)]
#[command(
    after_help = "Examples:\n  sladesk close 4711\n  sladesk close 4711 --as duplicate -m \"of 4690\"\n  sladesk close \"state:resolved resolved:..-14d\" --yes"
)]
pub(crate) struct Close {
    #[command(flatten)]
    tickets: TicketsArg,
    /// How; done when nothing is said
    #[arg(long = "as", value_name = "HOW", value_parser = one_of::<ClosedAs>(|word| format!("a ticket is not closed as `{word}`")))]
    closed_as: Option<ClosedAs>,
    #[command(flatten)]
    worked: Worked,
    #[command(flatten)]
    text: Text,
    #[command(flatten)]
    write: Write,
}

impl Close {
    /// Closes each.
    ///
    /// # Errors
    /// The ticket does not take it as it stands, or an argument cannot be read.
    pub(crate) fn run(self, context: &Context, input: &dyn Input) -> Result<Outcome, Failure> {
        let prose = prose(self.text.given(input)?);
        let r#as = self.closed_as.unwrap_or(ClosedAs::Done);
        act(
            context,
            input,
            &self.tickets,
            &self.write,
            |session, number| {
                session.record(number, Fact::from(Closed { r#as }), prose.clone())?;
                book_work(session, number, self.worked.worked)
            },
        )
    }
}
