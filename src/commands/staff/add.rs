//! `staff add`: somebody begins at the desk.

use clap::Args;

use super::super::account::{outcome, said};
use super::facts::StaffFacts;
use super::record::{after, known};
use crate::commands::Input;
use crate::commands::args::{Write, key_of};
use crate::context::Context;
use crate::core::model::{CustomerId, EventText, StaffAdded};
use crate::failure::Failure;
use crate::render::{Cell, Outcome};
use crate::wording::account as words;

/// Add somebody to the desk
#[derive(Args, Debug)]
#[command(after_help = "Examples:\n  sladesk staff add minh --name \"Minh Tran\" --line first")]
pub(crate) struct StaffAdd {
    /// The word that names him or her from now on
    #[arg(value_name = "ID", value_parser = staff_id)]
    id: String,
    #[command(flatten)]
    facts: StaffFacts,
    #[command(flatten)]
    write: Write,
}

impl StaffAdd {
    /// Adds him or her.
    ///
    /// # Errors
    /// An id that is taken, no name.
    pub(crate) fn run(self, context: &Context, input: &dyn Input) -> Result<Outcome, Failure> {
        let key = self.id;
        let Some(name) = self.facts.name.clone() else {
            let missing = words::needs_a_name(&format!("staff add {key}"));
            return Err(Failure::missing(missing, "--name", Vec::new()));
        };
        let options = self.write.options(context)?;
        let ((), written) = context.write(&options, |session| {
            let there = known(session)?.into_iter().find(|one| one.key == key);
            if there.is_some_and(|one| one.is_there(session.at())) {
                let (message, hint) = words::staff_exists(&key);
                return Err(Failure::not_possible(message).kind("exists").hint(hint));
            }
            let fact = StaffAdded {
                key: key.clone(),
                lines: self.facts.line.clone(),
            };
            let prose = EventText {
                name: Some(name.clone()),
                email: self.facts.email.clone(),
                ..EventText::default()
            };
            session
                .account_fact(CustomerId::DESK, fact.into(), prose)
                .map(|_| ())
        })?;
        let sentence = said(&written, &format!(" ({name})"));
        let told = outcome(&written, vec![sentence], Some(Cell::code(key.clone())));
        after(context, input.verb(), &key, &written, told)
    }
}

/// What `assign` takes for no one.
const NOBODY: &str = "nobody";

/// The value parser of the id of somebody.
fn staff_id(word: &str) -> Result<String, Failure> {
    match word {
        NOBODY => Err(Failure::usage(words::frees_a_ticket(NOBODY))),
        word => key_of("staff")(word),
    }
}
