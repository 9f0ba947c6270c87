//! `resolve`: the desk considers it done.

use clap::Args;

use super::each_ticket::EachTicket;
use crate::commands::Input;
use crate::context::Context;
use crate::core::model::Resolved;
use crate::failure::Failure;
use crate::render::Outcome;

/// Resolve: the desk considers it done
#[derive(Args, Debug)]
#[command(
    after_help = "Examples:\n  sladesk resolve 4711 -m \"Fixed in 8.3\"\n  sladesk resolve 4711,4712 -w 10m"
)]
pub(crate) struct Resolve {
    #[command(flatten)]
    each: EachTicket,
}

impl Resolve {
    /// Resolves each.
    ///
    /// # Errors
    /// The ticket does not take it as it stands, or an argument cannot be read.
    pub(crate) fn run(self, context: &Context, input: &dyn Input) -> Result<Outcome, Failure> {
        let prose = self.each.text(input)?;
        self.each
            .record(context, input, &prose, |_, _| Ok(Resolved {}.into()))
    }
}
