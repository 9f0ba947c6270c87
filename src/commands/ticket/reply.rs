//! `reply`: the desk answers the customer.

use clap::Args;

use super::each_ticket::EachTicket;
use crate::commands::Input;
use crate::context::Context;
use crate::core::model::Replied;
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
    each: EachTicket,
}

impl Reply {
    /// Writes the answer on each.
    ///
    /// # Errors
    /// The ticket does not take it as it stands, or an argument cannot be read.
    pub(crate) fn run(self, context: &Context, input: &dyn Input) -> Result<Outcome, Failure> {
        let prose = self.each.needed_text(input)?;
        self.each.record(context, input, &prose, |_, _| {
            Ok(Replied { channel: None }.into())
        })
    }
}
