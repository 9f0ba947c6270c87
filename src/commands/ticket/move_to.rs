//! `move`: it belongs to another customer or contract; a courtesy becomes entitled.

use clap::Args;

use super::act::act;
use crate::commands::Input;
use crate::commands::args::{Text, TicketWrite, TicketsArg};
use crate::commands::plan_words::priority_there;
use crate::context::{Context, Session};
use crate::core::model::{
    ContractId, CustomerId, Entitled, EventText, Fact, Moved, TicketNo, TicketWord,
};
use crate::failure::Failure;
use crate::render::Outcome;

/// Move to the customer or contract it belongs to
#[derive(Args, Debug)]
#[command(after_help = "Examples:\n  sladesk move 4711 globex -m \"Dana works there now\"")]
pub(crate) struct Move {
    #[command(flatten)]
    tickets: TicketsArg,
    /// A customer or a contract
    #[arg(value_name = "CUSTOMER|CONTRACT")]
    to: String,
    /// The priority that it has there, where its plan has not the one that it has
    #[arg(short, long, value_name = "P")]
    priority: Option<String>,
    #[command(flatten)]
    text: Text,
    #[command(flatten)]
    write: TicketWrite,
}

impl Move {
    /// Moves each.
    ///
    /// # Errors
    /// The ticket does not take it as it stands, or an argument cannot be read.
    pub(crate) fn run(self, context: &Context, input: &dyn Input) -> Result<Outcome, Failure> {
        let prose = EventText::saying(self.text.given(input)?);
        let (customer, contract) = context.customer_or_contract(&self.to, context.now())?;
        act(
            context,
            input,
            &self.tickets,
            &self.write,
            |session, number| {
                let there = (customer, contract);
                let priority = self.priority.as_deref();
                move_one(session, number, there, priority, prose.clone())
            },
        )
    }
}

fn move_one(
    session: &mut Session<'_>,
    number: TicketNo,
    (customer, contract): (CustomerId, Option<ContractId>),
    priority: Option<&str>,
    prose: EventText,
) -> Result<(), Failure> {
    let ticket = session.ticket(number)?.now.clone();
    let account = session.account(customer)?;
    let contract = match contract {
        Some(id) => {
            let covers = account.contract(id).and_then(|c| c.run_at(ticket.opened));
            if covers.is_none() {
                return Err(Failure::refused(format!(
                    "contract {id} was not in force when {number} was opened"
                ))
                .hint(format!(
                    "`sladesk contract show {id}` tells from when to when it was"
                )));
            }
            Some(id)
        }
        None => account.in_force(ticket.opened).map(|c| c.id).next(),
    };
    let takes_up = ticket.courtesy || !ticket.refused.is_empty();
    if ticket.customer == customer && ticket.contract == contract && !takes_up {
        return Err(Failure::not_possible(format!(
            "{number} belongs there already"
        )));
    }
    let terms = contract.and_then(|id| {
        let terms = account.contract(id)?.terms_near(ticket.opened)?;
        Some(terms.event)
    });
    let allowance = match terms {
        Some(terms) => session.case_allowance_under(terms, ticket.words.get(TicketWord::Topic))?,
        None => None,
    };
    if let (Some(contract), Some(terms), Some(allowance)) = (contract, terms, &allowance)
        && ticket.exempt.is_none()
    {
        session.case_left((customer, contract), terms, allowance, ticket.opened)?;
    }
    let fact = match (contract, terms) {
        (Some(contract), Some(terms)) if ticket.customer == customer && takes_up => {
            Fact::from(Entitled {
                contract,
                terms,
                allowance,
            })
        }
        _ => Fact::from(Moved {
            customer,
            contract,
            terms,
            allowance,
        }),
    };
    let terms = match terms {
        Some(event) => session.rules_cache.load_terms(&session.writer, event)?,
        None => None,
    };
    let has = ticket.priority.as_deref();
    let there = terms.map(|terms| priority_there(terms, (has, priority), "move"));
    session.record(number, fact, prose)?;
    if let Some(fact) = there.transpose()?.flatten() {
        session.record(number, fact.into(), EventText::default())?;
    }
    Ok(())
}
