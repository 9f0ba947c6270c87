//! What is promised for one ticket alone.
use super::super::options::{Tickets, Write};
use super::act::{Verb, act, milestone, prose};
use crate::context::{Context, Session};
use crate::core::model::{Agreed, EventText, Fact, Promised, TicketNo};
use crate::core::sla::Rulebook;
use crate::core::time::{Direction, Span, when};
use crate::failure::Failure;
use crate::render::Outcome;

/// `agree`: a target for this ticket, where the plan says `negotiable`.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Agree {
    pub tickets: Tickets,
    pub milestone: String,
    /// A duration.
    pub within: String,
    /// What was said, or why.
    pub text: Option<String>,
    pub write: Write,
}

/// `eta`: when it will be done, and who was told.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Eta {
    pub tickets: Tickets,
    /// An instant ahead.
    pub at: String,
    /// To whom it was said.
    pub told: Option<String>,
    /// What was said, or why.
    pub text: Option<String>,
    pub write: Write,
}

/// A target for this ticket alone, where the plan lets the two sides agree one.
///
/// # Errors
/// The ticket does not take it as it stands, or an option cannot be read.
pub(crate) fn agree(context: &mut Context, options: &Agree) -> Result<Outcome, Failure> {
    let within: Span = options.within.parse()?;
    let verb = Verb {
        name: "agree",
        done: "agreed",
    };
    act(
        context,
        &verb,
        &options.tickets,
        &options.write,
        |session, number| {
            negotiable(session, number, &options.milestone)?;
            let fact = Fact::from(Agreed {
                milestone: options.milestone.clone(),
                within,
            });
            session
                .record(number, fact, prose(options.text.as_deref()))
                .map(|_| ())
        },
    )
}

/// When it is expected to be done, and to whom that was told.
///
/// # Errors
/// The ticket does not take it as it stands, or an option cannot be read.
pub(crate) fn eta(context: &mut Context, options: &Eta) -> Result<Outcome, Failure> {
    let eta = when(&options.at, &context.here()?, Direction::Future)?;
    let verb = Verb {
        name: "eta",
        done: "estimated",
    };
    act(
        context,
        &verb,
        &options.tickets,
        &options.write,
        |session, number| {
            let prose = EventText {
                told: options.told.clone(),
                ..prose(options.text.as_deref())
            };
            session
                .record(number, Fact::from(Promised { eta }), prose)
                .map(|_| ())
        },
    )
}

/// Whether the plan lets the sides agree a target of their own.
fn negotiable(session: &mut Session<'_>, number: TicketNo, name: &str) -> Result<(), Failure> {
    milestone(session, number, name)?;
    let ticket = session.ticket(number)?.now.clone();
    let terms = ticket.terms.and_then(|id| session.book.terms(id));
    let Some(terms) = terms else {
        return Err(Failure::not_possible(format!(
            "{number} lives under no contract: nothing is promised"
        )));
    };
    let place = ticket.priority.as_deref().and_then(|p| terms.priority(p));
    let known = terms
        .milestone(name)
        .expect("the milestone was looked up above");
    let fits = |target: &crate::core::terms::Target| target.negotiable;
    if place
        .and_then(|place| known.targets.get(place))
        .is_some_and(fits)
    {
        return Ok(());
    }
    let open: Vec<&str> = terms
        .priorities
        .iter()
        .zip(&known.targets)
        .filter(|(_, target)| target.negotiable)
        .map(|(priority, _)| priority.id.as_str())
        .collect();
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
