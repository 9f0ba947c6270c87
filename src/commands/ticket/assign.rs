//! `assign`: somebody of the desk has it.

use clap::Args;

use super::act::act;
use crate::commands::Input;
use crate::commands::args::{Text, TicketWrite, TicketsArg};
use crate::context::Context;
use crate::core::model::{Assigned, EventText, Fact};
use crate::failure::Failure;
use crate::render::Outcome;

/// Assign to somebody; to me when nobody is named
#[derive(Args, Debug)]
#[command(
    after_help = "Examples:\n  sladesk assign 4711\n  sladesk assign 4711 minh\n  sladesk assign \"assignee:hoa state:active\" nobody"
)]
pub(crate) struct Assign {
    #[command(flatten)]
    tickets: TicketsArg,
    /// A staff id; `nobody` frees
    #[arg(value_name = "STAFF")]
    staff: Option<String>,
    #[command(flatten)]
    text: Text,
    #[command(flatten)]
    write: TicketWrite,
}

impl Assign {
    /// Gives each to somebody, or frees it.
    ///
    /// # Errors
    /// The ticket does not take it as it stands, or an argument cannot be read.
    pub(crate) fn run(self, context: &Context, input: &dyn Input) -> Result<Outcome, Failure> {
        let prose = EventText::saying(self.text.given(input)?);
        let to = match self.staff.as_deref() {
            None | Some("me") => Some(context.actor().to_owned()),
            Some("nobody") => None,
            Some(who) => Some(context.staff(who)?),
        };
        act(
            context,
            input,
            &self.tickets,
            &self.write,
            |session, number| {
                let fact = Fact::from(Assigned { to: to.clone() });
                session.record(number, fact, prose.clone()).map(|_| ())
            },
        )
    }
}
