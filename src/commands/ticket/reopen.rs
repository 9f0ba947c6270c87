//! `reopen`: it was not done after all.

use clap::Args;

use super::each_ticket::EachTicket;
use crate::commands::Input;
use crate::context::{Context, Session};
use crate::core::model::{Reopened, TicketNo};
use crate::core::sla::uses;
use crate::failure::Failure;
use crate::render::Outcome;

/// Reopen: it was not done after all
#[derive(Args, Debug)]
#[command(after_help = "Examples:\n  sladesk reopen 4711 -m \"Dana sees it again\"")]
pub(crate) struct Reopen {
    #[command(flatten)]
    each: EachTicket,
}

impl Reopen {
    /// Reopens each.
    ///
    /// # Errors
    /// The ticket does not take it as it stands, or an argument cannot be read.
    pub(crate) fn run(self, context: &Context, input: &dyn Input) -> Result<Outcome, Failure> {
        let prose = self.each.text(input)?;
        self.each.record(context, input, &prose, |session, number| {
            case_again(session, number)?;
            Ok(Reopened {}.into())
        })
    }
}

/// A ticket that was withdrawn unanswered gave its case back: reopened, it takes it again.
fn case_again(session: &mut Session<'_>, number: TicketNo) -> Result<(), Failure> {
    let touched = session.ticket(number)?;
    let ticket = touched.now.clone();
    let held = uses(&touched.events(), &ticket).len();
    let at = session.at_on(number)?;
    let events = session.events_with(number, at, Reopened {}.into())?;
    let again = uses(&events, &ticket).into_iter().nth(held);
    match (again, ticket.terms) {
        (Some(again), Some(terms)) => {
            let contract = (ticket.customer, again.contract);
            session.case_left(contract, terms, &again.allowance, ticket.opened)
        }
        _ => Ok(()),
    }
}
