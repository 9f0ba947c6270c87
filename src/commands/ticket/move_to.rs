//! `move`: it belongs to another customer or contract; a courtesy becomes entitled.

use clap::Args;

use super::act::act;
use crate::commands::Input;
use crate::commands::args::{Text, TicketWrite, TicketsArg};
use crate::commands::plan_words::unknown;
use crate::context::{Context, Session};
use crate::core::model::{
    ContractId, CustomerId, Entitled, EventId, EventText, Fact, Moved, Prioritised, Side, TicketNo,
    TicketWord,
};
use crate::failure::Failure;
use crate::render::Outcome;
use crate::wording::typed;

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
    let priority = match terms {
        Some(terms) => priority_there(session, terms, ticket.priority.as_deref(), priority)?,
        None => None,
    };
    session.record(number, fact, prose)?;
    if let Some(to) = priority {
        let fact = Prioritised {
            to,
            reason: None,
            by: Side::Desk,
            replaces: None,
        };
        session.record(number, fact.into(), EventText::default())?;
    }
    Ok(())
}

/// The priority that a ticket gets under other terms, where that is another than it has.
fn priority_there(
    session: &mut Session<'_>,
    terms: EventId,
    has: Option<&str>,
    named: Option<&str>,
) -> Result<Option<String>, Failure> {
    let Some(terms) = session.rules_cache.load_terms(&session.writer, terms)? else {
        return Ok(None);
    };
    let own = terms.priorities.iter().filter(|one| one.included);
    let own: Vec<&str> = own.map(|one| one.id.as_str()).collect();
    let of_word = |word: &str| terms.priority(word).map(|place| &terms.priorities[place]);
    let Some(named) = named else {
        return match has.and_then(of_word).filter(|one| !one.included) {
            Some(lacking) => Err(Failure::missing(
                typed::needs_another_priority(&terms.name(), &lacking.id),
                "--priority",
                own.iter().map(|id| (*id).to_owned()).collect(),
            )),
            None => Ok(None),
        };
    };
    match of_word(named).filter(|one| one.included) {
        Some(one) => Ok(Some(one.id.clone()).filter(|id| Some(id.as_str()) != has)),
        None => Err(unknown(&terms.name(), "priority", named, own)),
    }
}
