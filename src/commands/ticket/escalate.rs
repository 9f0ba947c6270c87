//! `escalate`: it climbs to a support line.

use clap::Args;

use super::act::act_saying;
use crate::commands::Input;
use crate::commands::args::{Text, TicketWrite, TicketsArg};
use crate::context::{Context, Session};
use crate::core::model::{Escalated, Fact, TicketNo};
use crate::core::sla::Rulebook;
use crate::core::text::{folded, nearest};
use crate::failure::{Failure, Noun};
use crate::render::Outcome;

/// Escalate to a support line; the next when none is named
#[derive(Args, Debug)]
#[command(
    after_help = "Examples:\n  sladesk escalate 4711\n  sladesk escalate 4711 \"second line\" -m \"needs a developer\""
)]
pub(crate) struct Escalate {
    #[command(flatten)]
    tickets: TicketsArg,
    /// A support line of the plan
    #[arg(value_name = "LINE")]
    line: Option<String>,
    #[command(flatten)]
    text: Text,
    #[command(flatten)]
    write: TicketWrite,
}

impl Escalate {
    /// Lets each climb.
    ///
    /// # Errors
    /// The ticket does not take it as it stands, or an argument cannot be read.
    pub(crate) fn run(self, context: &Context, input: &dyn Input) -> Result<Outcome, Failure> {
        let said = (&self.tickets, &self.text, &self.write);
        act_saying(context, input, said, |session, number, prose| {
            let line = next_line(session, number, self.line.as_deref())?;
            let fact = Fact::from(Escalated { line });
            session.record(number, fact, prose)
        })
    }
}

/// The line named, or the next one of the plan.
fn next_line(
    session: &mut Session<'_>,
    number: TicketNo,
    named: Option<&str>,
) -> Result<String, Failure> {
    let ticket = session.ticket(number)?.now.clone();
    let terms = ticket.terms.and_then(|id| session.rules_cache.terms(id));
    let lines: &[String] = terms.map_or(&[], |terms| &terms.lines);
    if let Some(named) = named {
        let by_number = named
            .parse::<usize>()
            .ok()
            .and_then(|n| lines.get(n.checked_sub(1)?));
        let by_name = lines.iter().find(|line| folded(line) == folded(named));
        return match by_name.or(by_number) {
            Some(line) => Ok(line.clone()),
            None if lines.is_empty() => Ok(named.to_owned()),
            None => {
                let near = nearest(named, lines.iter().map(String::as_str));
                let near = near.map(|line| format!("\"{line}\""));
                Err(Failure::no_such(Noun::SupportLine, named)
                    .meant(near.as_deref())
                    .hint(format!("there are {}", lines.join(" · "))))
            }
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
