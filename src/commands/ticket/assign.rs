//! Who has it, and on which support line.
use super::super::options::{Tickets, Write};
use super::act::{Verb, act, prose};
use crate::context::{Context, Session};
use crate::core::model::{Assigned, Escalated, Fact, TicketNo};
use crate::core::sla::Rulebook;
use crate::core::text::nearest;
use crate::failure::Failure;
use crate::render::Outcome;

/// `assign`: to me when nobody is named; `nobody` frees.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Assign {
    pub tickets: Tickets,
    pub to: Option<String>,
    /// What was said, or why.
    pub text: Option<String>,
    pub write: Write,
}

/// `escalate`: the next support line when none is named.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Escalate {
    pub tickets: Tickets,
    pub line: Option<String>,
    /// What was said, or why.
    pub text: Option<String>,
    pub write: Write,
}

/// Gives a ticket to somebody of the desk: to me when nobody is named; `nobody` frees it.
///
/// # Errors
/// The ticket does not take it as it stands, or an option cannot be read.
pub(crate) fn assign(context: &mut Context, options: &Assign) -> Result<Outcome, Failure> {
    let to = match options.to.as_deref() {
        None => Some(context.actor().to_owned()),
        Some("nobody") => None,
        Some("me") => Some(context.actor().to_owned()),
        Some(who) => Some(context.staff(who)?),
    };
    let verb = Verb {
        name: "assign",
        done: "assigned",
    };
    act(
        context,
        &verb,
        &options.tickets,
        &options.write,
        |session, number| {
            let fact = Fact::from(Assigned { to: to.clone() });
            session
                .record(number, fact, prose(options.text.as_deref()))
                .map(|_| ())
        },
    )
}

/// Climbs to a support line: the next of the plan when none is named.
///
/// # Errors
/// The ticket does not take it as it stands, or an option cannot be read.
pub(crate) fn escalate(context: &mut Context, options: &Escalate) -> Result<Outcome, Failure> {
    let verb = Verb {
        name: "escalate",
        done: "escalated",
    };
    act(
        context,
        &verb,
        &options.tickets,
        &options.write,
        |session, number| {
            let line = next_line(session, number, options.line.as_deref())?;
            let fact = Fact::from(Escalated { line });
            session
                .record(number, fact, prose(options.text.as_deref()))
                .map(|_| ())
        },
    )
}

/// The line named, or the next one of the plan.
fn next_line(
    session: &mut Session<'_>,
    number: TicketNo,
    named: Option<&str>,
) -> Result<String, Failure> {
    let ticket = session.ticket(number)?.now.clone();
    let terms = ticket.terms.and_then(|id| session.book.terms(id));
    let lines: &[String] = terms.map_or(&[], |terms| &terms.lines);
    if let Some(named) = named {
        let by_number = named
            .parse::<usize>()
            .ok()
            .and_then(|n| lines.get(n.checked_sub(1)?));
        let by_name = lines.iter().find(|line| line.eq_ignore_ascii_case(named));
        return match by_name.or(by_number) {
            Some(line) => Ok(line.clone()),
            None if lines.is_empty() => Ok(named.to_owned()),
            None => Err(Failure::not_found(format!("no support line `{named}`"))
                .meant(nearest(named, lines.iter().map(String::as_str)))
                .hint(format!("there are {}", lines.join(" · ")))),
        };
    }
    let current = ticket
        .line
        .as_ref()
        .and_then(|line| lines.iter().position(|l| l == line));
    match (
        lines.get(current.map_or(0, |place| place + 1)),
        lines.last(),
    ) {
        (Some(next), _) => Ok(next.clone()),
        (None, Some(last)) => Err(Failure::not_possible(format!(
            "{number} is with the last support line already: {last}"
        ))),
        (None, None) => Err(Failure::not_possible(format!(
            "the plan of {number} names no support lines"
        ))
        .hint(format!(
            "name one: `sladesk escalate {number} \"second line\"`"
        ))),
    }
}
