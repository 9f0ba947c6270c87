//! `note`: for the desk only.

use clap::Args;

use super::act::{act, book_work, prose};
use crate::commands::Input;
use crate::commands::args::{Text, TicketsArg, Worked, Write};
use crate::context::Context;
use crate::core::model::{Fact, Noted};
use crate::failure::Failure;
use crate::render::Outcome;

/// Write a note for the desk only
#[derive(Args, Debug)]
#[command(
    after_help = "Examples:\n  sladesk note 4711 -m \"Same as 4690?\"\n  sladesk note 4711 -F - -w 1h"
)]
pub(crate) struct Note {
    #[command(flatten)]
    tickets: TicketsArg,
    #[command(flatten)]
    worked: Worked,
    #[command(flatten)]
    text: Text,
    #[command(flatten)]
    write: Write,
}

impl Note {
    /// Writes the note on each.
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
                session.record(number, Fact::from(Noted {}), prose.clone())?;
                book_work(session, number, self.worked.worked)
            },
        )
    }
}
