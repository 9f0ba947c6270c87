//! `wait`: for the customer, the vendor or a third party.

use clap::Args;

use super::each_ticket::EachTicket;
use crate::commands::Input;
use crate::commands::args::{ahead, one_of, parse};
use crate::context::Context;
use crate::core::model::{Waiting, WaitingOn};
use crate::core::time::PointExpr;
use crate::failure::Failure;
use crate::render::Outcome;

/// Wait for the customer, the vendor or a third party
///
/// It records what the customer was told or asked. sladesk sends no mail: write to the customer as you
/// always do. Clocks stand still where the plan says so.
#[derive(Args, Debug)]
#[command(
    after_help = "Examples:\n  sladesk wait 4711 customer -m \"Which version is it?\"\n  sladesk wait 4711 vendor --until \"fri 9am\"\n  sladesk wait 4711 third-party -m \"The provider looks into it\""
)]
pub(crate) struct Wait {
    /// For whom; the customer when nobody is named
    #[arg(index = 2, value_name = "ON", value_parser = one_of::<WaitingOn>(|word| format!("a ticket does not wait for `{word}`")))]
    on: Option<WaitingOn>,
    /// When to look again
    #[arg(long, value_name = "INSTANT", allow_hyphen_values = true, value_parser = parse::<PointExpr>)]
    until: Option<PointExpr>,
    #[command(flatten)]
    each: EachTicket,
}

impl Wait {
    /// Lets each wait.
    ///
    /// # Errors
    /// The ticket does not take it as it stands, or an argument cannot be read.
    pub(crate) fn run(self, context: &Context, input: &dyn Input) -> Result<Outcome, Failure> {
        let prose = self.each.text(input)?;
        let on = self.on.unwrap_or(WaitingOn::Customer);
        let until = match &self.until {
            Some(until) => Some(ahead(until, context, self.each.at(context)?)?),
            None => None,
        };
        self.each.record(context, input, &prose, |_, _| {
            Ok(Waiting { on, until }.into())
        })
    }
}
