//! `work`: time that was spent.

use clap::Args;

use super::act::{act_saying, book};
use crate::commands::Input;
use crate::commands::args::{Text, TicketWrite, TicketsArg, spent_time, work_time};
use crate::context::Context;
use crate::failure::Failure;
use crate::render::Outcome;

/// Book time; -DURATION takes it back
#[derive(Args, Debug)]
#[command(
    after_help = "Examples:\n  sladesk work 4711 45m\n  sladesk work 4711 2h --charge 0m -m \"goodwill\"\n  sladesk work 4711 -30m -m \"booked twice\""
)]
pub(crate) struct Work {
    #[command(flatten)]
    tickets: TicketsArg,
    /// How long; with a hyphen in front it is taken back
    #[arg(value_name = "DURATION", allow_hyphen_values = true, value_parser = signed_work_time)]
    spent: i64,
    /// What the allowance is charged, when it is not what was spent
    #[arg(long, value_name = "DURATION", allow_hyphen_values = true, value_parser = work_time)]
    charge: Option<i64>,
    #[command(flatten)]
    text: Text,
    #[command(flatten)]
    write: TicketWrite,
}

impl Work {
    /// Books the time on each.
    ///
    /// # Errors
    /// The ticket does not take it as it stands, or an argument cannot be read.
    pub(crate) fn run(self, context: &Context, input: &dyn Input) -> Result<Outcome, Failure> {
        let said = (&self.tickets, &self.text, &self.write);
        act_saying(context, input, said, |session, number, prose| {
            let booking = session.booking(number, self.spent, self.charge)?;
            book(session, number, booking, prose)
        })
    }
}

/// Seconds of work; less than none takes a booking back.
fn signed_work_time(word: &str) -> Result<i64, Failure> {
    match word.strip_prefix('-') {
        Some(back) => Ok(-spent_time(back)?),
        None => spent_time(word),
    }
}
