//! `receive`: the customer spoke, which ends a wait for him or her.

use clap::Args;

use super::act::{asked_kind, channel_of, contact_of};
use super::each_ticket::EachTicket;
use crate::commands::Input;
use crate::context::Context;
use crate::core::model::CustomerReplied;
use crate::failure::Failure;
use crate::render::Outcome;

/// Enter what the customer said; ends a wait for him or her
#[derive(Args, Debug)]
#[command(
    after_help = "Examples:\n  sladesk receive 4711 -m \"It works now\"\n  sladesk receive 4711 -c phone --contact luis@acme.example -m \"Still broken\""
)]
pub(crate) struct Receive {
    /// Who said it
    #[arg(long, value_name = "PERSON")]
    contact: Option<String>,
    /// How
    #[arg(short, long, value_name = "CHANNEL")]
    channel: Option<String>,
    /// What kind of tickets is asked for with it
    #[arg(long, value_name = "KIND")]
    asks: Option<String>,
    #[command(flatten)]
    each: EachTicket,
}

impl Receive {
    /// Writes the customer's word on each.
    ///
    /// # Errors
    /// The ticket does not take it as it stands, or an argument cannot be read.
    pub(crate) fn run(self, context: &Context, input: &dyn Input) -> Result<Outcome, Failure> {
        let prose = self.each.needed_text(input)?;
        self.each.record(context, input, &prose, |session, number| {
            let contact = match self.contact.as_deref() {
                Some(word) => Some(contact_of(session, number, word)?),
                None => None,
            };
            let channel = match self.channel.as_deref() {
                Some(word) => Some(channel_of(session, number, word)?),
                None => None,
            };
            let asks = match self.asks.as_deref() {
                Some(word) => Some(asked_kind(session, number, word)?),
                None => None,
            };
            Ok(CustomerReplied {
                channel,
                contact,
                asks,
            }
            .into())
        })
    }
}
