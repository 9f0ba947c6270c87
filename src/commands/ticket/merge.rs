//! `merge`: it goes on as another ticket of the same contract; what was left on its clocks becomes a
//! limit there.

use clap::Args;

use super::act::act;
use crate::commands::Input;
use crate::commands::args::{Text, TicketWrite, TicketsArg, one_ticket};
use crate::context::{Context, Session};
use crate::core::filter::TicketName;
use crate::core::model::{Absorbed, EventText, Fact, Merged, TicketNo};
use crate::core::sla::{Ticket, handed_over};
use crate::failure::{Exit, Failure, FailureCode};
use crate::render::Outcome;

/// Merge: it goes on as another ticket
#[derive(Args, Debug)]
#[command(after_help = "Examples:\n  sladesk merge 4712 4711 -m \"the same outage\"")]
pub(crate) struct Merge {
    #[command(flatten)]
    tickets: TicketsArg,
    /// The ticket that goes on
    #[arg(value_name = "INTO", value_parser = one_ticket)]
    into: TicketName,
    #[command(flatten)]
    text: Text,
    #[command(flatten)]
    write: TicketWrite,
}

impl Merge {
    /// Merges each into the other.
    ///
    /// # Errors
    /// The ticket does not take it as it stands, or an argument cannot be read.
    pub(crate) fn run(self, context: &Context, input: &dyn Input) -> Result<Outcome, Failure> {
        let prose = EventText::saying(self.text.given(input)?);
        let into = context.one_named(&self.into)?;
        act(
            context,
            input,
            &self.tickets,
            &self.write,
            |session, number| merge_one(session, number, into, prose.clone()),
        )
    }
}

fn merge_one(
    session: &mut Session<'_>,
    number: TicketNo,
    into: TicketNo,
    prose: EventText,
) -> Result<(), Failure> {
    if number == into {
        return Err(Failure::usage(format!(
            "{number} cannot be merged into itself"
        )));
    }
    let ticket = session.ticket(number)?.now.clone();
    let other = session.ticket(into)?.now.clone();
    if ticket.contract != other.contract || ticket.customer != other.customer {
        return Err(Failure::not_possible(format!(
            "{number} and {into} are not of one contract: they cannot be merged"
        ))
        .hint(format!(
            "`sladesk link {number} {into}` ties them together, `sladesk move` changes whose one is"
        )));
    }
    if !other.state.is_active() {
        return Err(Failure::not_possible(format!(
            "{into} is {}: only open tickets are merged",
            other.state
        ))
        .hint(format!("`sladesk reopen {into}` first")));
    }
    let at = session.at_on(into)?;
    let limits = handed_over(&ticket, &session.rules_cache, at);
    if !limits.is_empty() {
        keeps_what_is_owed(number, into, &other)?;
    }
    session.record(number, Fact::from(Merged { into }), prose)?;
    let fact = Fact::from(Absorbed {
        from: number,
        limits,
    });
    session.record(into, fact, EventText::default()).map(|_| ())
}

/// What one ticket is owed does not go over to one that owes nothing.
fn keeps_what_is_owed(number: TicketNo, into: TicketNo, other: &Ticket) -> Result<(), Failure> {
    let code = match (&other.exempt, other.terms) {
        (Some(_), _) => FailureCode::MergedIntoExempt {
            ticket: number,
            into,
        },
        (None, None) => FailureCode::MergedIntoUnclocked {
            ticket: number,
            into,
        },
        (None, Some(_)) => return Ok(()),
    };
    Err(Failure::coded(Exit::NotPossible, code))
}
