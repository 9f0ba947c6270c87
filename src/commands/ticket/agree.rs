//! `agree`: a target for one ticket alone, where the plan says `negotiable`.

use clap::Args;

use super::act::{act_saying, milestone};
use crate::commands::Input;
use crate::commands::args::{Text, TicketWrite, TicketsArg, parse};
use crate::context::{Context, Session};
use crate::core::model::{Agreed, Fact, TicketNo};
use crate::core::sla::Rulebook;
use crate::core::time::Span;
use crate::failure::Failure;
use crate::render::Outcome;

/// Agree a target for this ticket alone
#[derive(Args, Debug)]
#[command(
    after_help = "Examples:\n  sladesk agree 4711 resolution 3bd\n  sladesk agree 4711 resolution \"2 calendar days\" -m \"with Dana, by phone\""
)]
pub(crate) struct Agree {
    #[command(flatten)]
    tickets: TicketsArg,
    /// A milestone that the plan calls negotiable
    #[arg(value_name = "MILESTONE")]
    milestone: String,
    /// How long it may take
    #[arg(value_name = "DURATION", value_parser = parse::<Span>)]
    within: Span,
    #[command(flatten)]
    text: Text,
    #[command(flatten)]
    write: TicketWrite,
}

impl Agree {
    /// Agrees the target for each.
    ///
    /// # Errors
    /// The ticket does not take it as it stands, or an argument cannot be read.
    pub(crate) fn run(self, context: &Context, input: &dyn Input) -> Result<Outcome, Failure> {
        let said = (&self.tickets, &self.text, &self.write);
        act_saying(context, input, said, |session, number, prose| {
            let milestone = milestone(session, number, &self.milestone)?;
            negotiable(session, number, &milestone)?;
            let fact = Fact::from(Agreed {
                milestone,
                within: self.within,
            });
            session.record(number, fact, prose)
        })
    }
}

/// Whether the plan lets the sides agree a target of their own.
fn negotiable(session: &mut Session<'_>, number: TicketNo, name: &str) -> Result<(), Failure> {
    let ticket = session.ticket(number)?.now.clone();
    let terms = ticket.terms.and_then(|id| session.rules_cache.terms(id));
    let Some(terms) = terms else {
        return Err(Failure::not_possible(format!(
            "{number} lives under no contract: nothing is promised"
        )));
    };
    let known = terms
        .milestone(name)
        .expect("the milestone was looked up above");
    let may = |priority: &str| terms.may_be_agreed(known, priority, ticket.kind_of(name));
    if ticket.priority.as_deref().is_some_and(may) {
        return Ok(());
    }
    let own = terms.own_priorities().map(|(_, own)| own.id.as_str());
    let open: Vec<&str> = own.filter(|id| may(id)).collect();
    let failure = Failure::refused(format!(
        "{number} keeps its {name} target: {} does not leave it to be agreed at {}",
        terms.name(),
        ticket.priority.as_deref().unwrap_or("no priority"),
    ));
    let clause = known
        .targets
        .iter()
        .find(|t| t.negotiable)
        .and_then(|t| t.source.clause.clone());
    let failure = match clause {
        Some(clause) => failure.clause(clause),
        None => failure,
    };
    Err(match open.is_empty() {
        true => failure,
        false => failure.hint(format!("at {} it may be agreed", open.join(" and "))),
    })
}
