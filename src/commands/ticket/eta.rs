//! `eta`: when it is expected to be done, and who was told.

use clap::Args;

use super::act::{act, person_of};
use crate::commands::Input;
use crate::commands::args::{Text, TicketWrite, TicketsArg, ahead, parse};
use crate::context::Context;
use crate::core::model::{EventText, Fact, Promised};
use crate::core::time::PointExpr;
use crate::failure::Failure;
use crate::render::Outcome;

/// Say when it will be done
#[derive(Args, Debug)]
#[command(
    after_help = "Examples:\n  sladesk eta 4711 \"fri 16:00\" --told dana@acme.example\n  sladesk eta 4711 tomorrow"
)]
pub(crate) struct Eta {
    #[command(flatten)]
    tickets: TicketsArg,
    /// When
    #[arg(value_name = "INSTANT", allow_hyphen_values = true, value_parser = parse::<PointExpr>)]
    instant: PointExpr,
    /// To whom it was said
    #[arg(long, value_name = "PERSON")]
    told: Option<String>,
    #[command(flatten)]
    text: Text,
    #[command(flatten)]
    write: TicketWrite,
}

impl Eta {
    /// Writes the estimate on each.
    ///
    /// # Errors
    /// The ticket does not take it as it stands, or an argument cannot be read or can mean several.
    pub(crate) fn run(self, context: &Context, input: &dyn Input) -> Result<Outcome, Failure> {
        let text = self.text.given(input)?;
        let said = self.write.options(context)?.at;
        let eta = ahead(&self.instant, context, said)?;
        act(
            context,
            input,
            &self.tickets,
            &self.write,
            |session, number| {
                let told = self.told.as_deref();
                let prose = EventText {
                    told: told
                        .map(|word| person_of(session, number, word))
                        .transpose()?,
                    ..EventText::saying(text.clone())
                };
                let fact = Fact::from(Promised { eta });
                session.record(number, fact, prose).map(|_| ())
            },
        )
    }
}
