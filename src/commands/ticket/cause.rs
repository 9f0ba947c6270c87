//! `cause`: why a breach happened, for the report.

use clap::Args;

use super::act::{act_with, milestone};
use crate::commands::Input;
use crate::commands::args::{Text, TicketWrite, TicketsArg};
use crate::context::{Context, Session};
use crate::core::model::{Caused, Fact, TicketNo};
use crate::core::sla::breaches;
use crate::failure::Failure;
use crate::render::Outcome;

/// Say why a breach happened, for the report
#[derive(Args, Debug)]
#[command(
    after_help = "Examples:\n  sladesk cause 4711 response -m \"nobody on call\"\n  sladesk cause 4711 --code staffing"
)]
pub(crate) struct Cause {
    #[command(flatten)]
    tickets: TicketsArg,
    /// Which; the breached one when there is one only
    #[arg(value_name = "MILESTONE")]
    milestone: Option<String>,
    /// A word of your own, to count by
    #[arg(long, value_name = "CODE")]
    code: Option<String>,
    #[command(flatten)]
    text: Text,
    #[command(flatten)]
    write: TicketWrite,
}

impl Cause {
    /// Writes the cause on each.
    ///
    /// # Errors
    /// The ticket does not take it as it stands, or an argument cannot be read.
    pub(crate) fn run(self, context: &Context, input: &dyn Input) -> Result<Outcome, Failure> {
        let text = match self.code {
            Some(_) => self.text.given(input)?,
            None => Some(self.text.needed(input)?),
        };
        let said = (&self.tickets, text, &self.write);
        act_with(context, input, said, |session, number, prose| {
            let milestone = breached(session, number, self.milestone.as_deref())?;
            let fact = Fact::from(Caused {
                milestone,
                code: self.code.clone(),
            });
            session.record(number, fact, prose)
        })
    }
}

/// The milestone named, or the only one that was breached.
fn breached(
    session: &mut Session<'_>,
    number: TicketNo,
    named: Option<&str>,
) -> Result<String, Failure> {
    let named = match named {
        Some(name) => Some(milestone(session, number, name)?),
        None => None,
    };
    let named = named.as_deref();
    let now = session.now();
    let ticket = &session.ticket(number)?.now;
    let mut found: Vec<String> = breaches(ticket, now)
        .map(|clock| clock.milestone.clone())
        .collect();
    found.dedup();
    found.retain(|milestone| named.is_none_or(|named| named == milestone));
    match found.as_slice() {
        [one] => Ok(one.clone()),
        [] => Err(Failure::not_possible(match named {
            Some(name) => format!("{number} has no breach of {name} to explain"),
            None => format!("{number} has no breach to explain"),
        })),
        several => Err(Failure::usage(format!(
            "{number} has breached {}: which one is explained?",
            several.join(" and ")
        ))
        .hint(format!("name it: `sladesk cause {number} {}`", several[0]))),
    }
}
