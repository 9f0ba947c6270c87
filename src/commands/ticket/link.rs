//! `link`: to another ticket; touches no clock.

use clap::Args;

use super::act::act;
use crate::commands::Input;
use crate::commands::args::{TicketWrite, TicketsArg, one_ticket};
use crate::context::{Context, Session};
use crate::core::filter::TicketName;
use crate::core::model::{EventText, Fact, Linked, TicketNo, Unlinked};
use crate::failure::Failure;
use crate::render::Outcome;

/// Link to another ticket
#[derive(Args, Debug)]
#[command(
    after_help = "Examples:\n  sladesk link 4711 4690\n  sladesk link 4711 4690 --as caused-by\n  sladesk link 4711 4690 --remove"
)]
pub(crate) struct Link {
    #[command(flatten)]
    tickets: TicketsArg,
    /// The other ticket
    #[arg(value_name = "OTHER", value_parser = one_ticket)]
    other: TicketName,
    /// What one is to the other
    #[arg(
        long = "as",
        value_name = "KIND",
        default_value = "related",
        hide_default_value = true
    )]
    kind: String,
    /// Take the link away
    #[arg(long)]
    remove: bool,
    #[command(flatten)]
    write: TicketWrite,
}

impl Link {
    /// Links each to the other, or takes the link off.
    ///
    /// # Errors
    /// The ticket does not take it as it stands, or an argument cannot be read.
    pub(crate) fn run(self, context: &Context, input: &dyn Input) -> Result<Outcome, Failure> {
        let other = context.one_named(&self.other)?;
        act(
            context,
            input,
            &self.tickets,
            &self.write,
            |session, number| {
                let fact = self.fact(session, number, other)?;
                session
                    .record(number, fact, EventText::default())
                    .map(|_| ())
            },
        )
    }
}

impl Link {
    fn fact(
        &self,
        session: &mut Session<'_>,
        number: TicketNo,
        other: TicketNo,
    ) -> Result<Fact, Failure> {
        let kind = &self.kind;
        session.ticket(other)?;
        if number == other {
            return Err(Failure::usage(format!(
                "{number} cannot be linked to itself"
            )));
        }
        let links = &session.ticket(number)?.now.links;
        let there = links.contains(&(other, kind.clone()));
        match (self.remove, there) {
            (false, false) => Ok(Fact::from(Linked {
                to: other,
                kind: kind.clone(),
            })),
            (true, true) => Ok(Fact::from(Unlinked {
                to: other,
                kind: kind.clone(),
            })),
            (false, true) => Err(Failure::not_possible(format!(
                "{number} is linked to {other} already ({kind})"
            ))),
            (true, false) => Err(Failure::not_possible(format!(
                "{number} has no link to {other} ({kind})"
            ))),
        }
    }
}
