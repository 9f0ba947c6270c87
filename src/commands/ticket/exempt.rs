//! `exempt`: an exclusion of the plan applies, no target from the opening on.

use clap::Args;

use super::act::act_saying;
use crate::commands::Input;
use crate::commands::args::{Text, TicketWrite, TicketsArg};
use crate::commands::plan_words::one_of;
use crate::context::{Context, Session};
use crate::core::model::{Exempted, Fact, TicketNo};
use crate::core::sla::Rulebook;
use crate::failure::Failure;
use crate::render::Outcome;

/// Apply an exclusion of the plan; clocks are cancelled
#[derive(Args, Debug)]
#[command(after_help = "Examples:\n  sladesk exempt 4711 misuse -m \"see the attached log\"")]
pub(crate) struct Exempt {
    #[command(flatten)]
    tickets: TicketsArg,
    /// An exclusion of the plan
    #[arg(value_name = "GROUND")]
    ground: String,
    #[command(flatten)]
    text: Text,
    #[command(flatten)]
    write: TicketWrite,
}

impl Exempt {
    /// Exempts each.
    ///
    /// # Errors
    /// The ticket does not take it as it stands, or an argument cannot be read.
    pub(crate) fn run(self, context: &Context, input: &dyn Input) -> Result<Outcome, Failure> {
        let said = (&self.tickets, &self.text, &self.write);
        act_saying(context, input, said, |session, number, prose| {
            let ground = ground(session, number, &self.ground)?;
            let fact = Fact::from(Exempted { ground });
            session.record(number, fact, prose)
        })
    }
}

/// A ground that the plan names.
fn ground(session: &mut Session<'_>, number: TicketNo, word: &str) -> Result<String, Failure> {
    let terms = session.ticket(number)?.now.terms;
    let terms = terms.and_then(|id| session.rules_cache.terms(id));
    let grounds = terms.iter().flat_map(|terms| &terms.exclusions);
    let included = grounds.filter(|ground| ground.included);
    one_of(
        terms,
        "exclusion",
        word,
        included.map(|ground| ground.id.as_str()),
    )
}
