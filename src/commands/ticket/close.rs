//! `close`: it is over.

use clap::Args;

use super::each_ticket::EachTicket;
use crate::commands::Input;
use crate::commands::args::one_of;
use crate::context::Context;
use crate::core::model::{Closed, ClosedAs};
use crate::failure::Failure;
use crate::render::Outcome;

/// Close: it is over
#[derive(Args, Debug)]
#[command(
    after_help = "Examples:\n  sladesk close 4711\n  sladesk close 4711 --as duplicate -m \"of 4690\"\n  sladesk close \"state:resolved resolved:..-14d\" --yes"
)]
pub(crate) struct Close {
    /// How; done when nothing is said
    #[arg(long = "as", value_name = "HOW", value_parser = one_of::<ClosedAs>(|word| format!("a ticket is not closed as `{word}`")))]
    closed_as: Option<ClosedAs>,
    #[command(flatten)]
    each: EachTicket,
}

impl Close {
    /// Closes each.
    ///
    /// # Errors
    /// The ticket does not take it as it stands, or an argument cannot be read.
    pub(crate) fn run(self, context: &Context, input: &dyn Input) -> Result<Outcome, Failure> {
        let prose = self.each.text(input)?;
        let r#as = self.closed_as.unwrap_or(ClosedAs::Done);
        self.each
            .record(context, input, &prose, |_, _| Ok(Closed { r#as }.into()))
    }
}
