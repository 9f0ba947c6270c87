//! `note`: for the desk only.

use clap::Args;

use super::each_ticket::EachTicket;
use crate::commands::Input;
use crate::context::Context;
use crate::core::model::Noted;
use crate::failure::Failure;
use crate::render::Outcome;

/// Write a note for the desk only
#[derive(Args, Debug)]
#[command(
    after_help = "Examples:\n  sladesk note 4711 -m \"Same as 4690?\"\n  sladesk note 4711 -F - -w 1h"
)]
pub(crate) struct Note {
    #[command(flatten)]
    each: EachTicket,
}

impl Note {
    /// Writes the note on each.
    ///
    /// # Errors
    /// The ticket does not take it as it stands, or an argument cannot be read.
    pub(crate) fn run(self, context: &Context, input: &dyn Input) -> Result<Outcome, Failure> {
        let prose = self.each.needed_text(input)?;
        self.each
            .record(context, input, &prose, |_, _| Ok(Noted {}.into()))
    }
}
