//! Tickets that go on as others, or elsewhere.
use super::super::options::{Tickets, Write};
use super::act::{Verb, act, prose};
use crate::context::{Context, Session};
use crate::core::filter::tickets;
use crate::core::model::{
    Absorbed, AbsorbedLimit, ContractId, CustomerId, Entitled, EventText, Fact, Merged, Moved,
    TicketNo,
};
use crate::core::sla::{Clock, measure};
use crate::failure::Failure;
use crate::render::Outcome;

/// `merge`: it goes on as another ticket.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Merge {
    pub tickets: Tickets,
    pub into: String,
    /// What was said, or why.
    pub text: Option<String>,
    pub write: Write,
}

/// `move`: it belongs to another customer or contract.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Move {
    pub tickets: Tickets,
    /// A customer or a contract.
    pub to: String,
    /// What was said, or why.
    pub text: Option<String>,
    pub write: Write,
}

/// It goes on as another ticket of the same contract; what was left on its clocks becomes a limit there.
///
/// # Errors
/// The ticket does not take it as it stands, or an option cannot be read.
pub(crate) fn merge(context: &mut Context, options: &Merge) -> Result<Outcome, Failure> {
    let into = match tickets(&options.into)? {
        Tickets::Numbers(numbers) if numbers.len() == 1 => numbers[0],
        _ => {
            return Err(
                Failure::usage(format!("`{}` is not one ticket", options.into))
                    .hint("name the ticket that goes on, by its number"),
            );
        }
    };
    let verb = Verb {
        name: "merge",
        done: "merged",
    };
    act(
        context,
        &verb,
        &options.tickets,
        &options.write,
        |session, number| merge_one(session, number, into, prose(options.text.as_deref())),
    )
}

/// It belongs to another customer or contract; a courtesy becomes entitled.
///
/// # Errors
/// The ticket does not take it as it stands, or an option cannot be read.
pub(crate) fn move_to(context: &mut Context, options: &Move) -> Result<Outcome, Failure> {
    let at = context.now();
    let (customer, contract) = context.customer_or_contract(&options.to, at)?;
    let verb = Verb {
        name: "move",
        done: "moved",
    };
    act(
        context,
        &verb,
        &options.tickets,
        &options.write,
        |session, number| {
            move_one(
                session,
                number,
                customer,
                contract,
                prose(options.text.as_deref()),
            )
        },
    )
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
    let at = session.at();
    let limits: Vec<AbsorbedLimit> = ticket
        .clocks
        .iter()
        .filter_map(|clock| left(session, clock, at))
        .collect();
    session.record(number, Fact::from(Merged { into }), prose)?;
    let fact = Fact::from(Absorbed {
        from: number,
        limits,
    });
    session.record(into, fact, EventText::default()).map(|_| ())
}

/// What is left on a live, unbroken clock.
fn left(
    session: &Session<'_>,
    clock: &Clock,
    at: crate::core::time::Instant,
) -> Option<AbsorbedLimit> {
    let limit = clock.limits.get(clock.governing)?;
    let left = measure(clock, &session.book, at)?.remaining?;
    let live = clock.ended.is_none();
    live.then(|| AbsorbedLimit {
        milestone: clock.milestone.clone(),
        priority: clock.priority.clone(),
        calendar: limit.calendar.clone(),
        terms: limit.terms,
        left,
    })
}

fn move_one(
    session: &mut Session<'_>,
    number: TicketNo,
    customer: CustomerId,
    contract: Option<ContractId>,
    prose: EventText,
) -> Result<(), Failure> {
    let ticket = session.ticket(number)?.now.clone();
    let account = session.account(customer)?;
    let contract = match contract {
        Some(id) => Some(id),
        None => account.in_force(ticket.opened).map(|c| c.id).next(),
    };
    if ticket.customer == customer && ticket.contract == contract && !ticket.courtesy {
        return Err(Failure::not_possible(format!(
            "{number} belongs there already"
        )));
    }
    let terms = contract.and_then(|id| {
        let terms = account.contract(id)?.terms_near(ticket.opened)?;
        Some(terms.event)
    });
    let allowance = match terms {
        Some(terms) => session.case_allowance_under(terms, ticket.topic.as_deref())?,
        None => None,
    };
    if let (Some(contract), Some(terms), Some(allowance)) = (contract, terms, &allowance)
        && ticket.exempt.is_none()
    {
        session.case_left((customer, contract), terms, allowance, ticket.opened)?;
    }
    let fact = match (contract, terms) {
        (Some(contract), Some(terms)) if ticket.customer == customer && ticket.courtesy => {
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
    session.record(number, fact, prose).map(|_| ())
}
