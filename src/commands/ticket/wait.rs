//! `wait`: for the customer, the vendor or a third party.

use clap::Args;

use super::act::{act, book_work, prose};
use crate::commands::Input;
use crate::commands::args::{Text, TicketsArg, Worked, Write, ahead, one_of, parse};
use crate::context::Context;
use crate::core::model::{Fact, Waiting, WaitingOn};
use crate::core::time::PointExpr;
use crate::failure::Failure;
use crate::render::Outcome;

/// Wait for the customer, the vendor or a third party
///
/// The text goes to the customer. Clocks stand still where the plan says so.
#[derive(Args, Debug)]
#[command(
    after_help = "Examples:\n  sladesk wait 4711 customer -m \"Which version is it?\"\n  sladesk wait 4711 vendor --until \"fri 9am\"\n  sladesk wait 4711 third-party -m \"The provider looks into it\""
)]
pub(crate) struct Wait {
    #[command(flatten)]
    tickets: TicketsArg,
    /// For whom; the customer when nobody is named
    #[arg(value_name = "ON", value_parser = one_of::<WaitingOn>(|word| format!("a ticket does not wait for `{word}`")))]
    on: Option<WaitingOn>,
    /// When to look again
    #[arg(long, value_name = "INSTANT", allow_hyphen_values = true, value_parser = parse::<PointExpr>)]
    until: Option<PointExpr>,
    #[command(flatten)]
    worked: Worked,
    #[command(flatten)]
    text: Text,
    #[command(flatten)]
    write: Write,
}

impl Wait {
    /// Lets each wait.
    ///
    /// # Errors
    /// The ticket does not take it as it stands, or an argument cannot be read.
    pub(crate) fn run(self, context: &Context, input: &dyn Input) -> Result<Outcome, Failure> {
        let prose = prose(self.text.given(input)?);
        let on = self.on.unwrap_or(WaitingOn::Customer);
        let until = match &self.until {
            Some(until) => Some(ahead(until, context, self.write.options(context)?.at)?),
            None => None,
        };
        act(
            context,
            input,
            &self.tickets,
            &self.write,
            |session, number| {
                session.record(number, Fact::from(Waiting { on, until }), prose.clone())?;
                book_work(session, number, self.worked.worked)
            },
        )
    }
}
