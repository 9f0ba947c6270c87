//! `customer add`: a customer, by a word that names it from now on.

use clap::Args;

use super::super::account::{outcome, said};
use super::facts::{CustomerFacts, after, named};
use crate::commands::Input;
use crate::commands::args::{Write, key_of};
use crate::context::Context;
use crate::core::model::CustomerAdded;
use crate::failure::Failure;
use crate::render::{Cell, Outcome};
use crate::wording::account as words;

/// Add a customer
#[derive(Args, Debug)]
#[command(
    after_help = "Examples:\n  sladesk customer add acme --name \"Acme Ltd\" --zone Europe/Madrid\n  sladesk customer add globex --name Globex --account-manager minh"
)]
pub(crate) struct CustomerAdd {
    /// The word that names it from now on
    #[arg(value_name = "ID", value_parser = key_of("customer"))]
    id: String,
    #[command(flatten)]
    facts: CustomerFacts,
    #[command(flatten)]
    write: Write,
}

impl CustomerAdd {
    /// Adds it.
    ///
    /// # Errors
    /// A key that is taken, an unknown zone or member of the staff, no name.
    pub(crate) fn run(self, context: &Context, input: &dyn Input) -> Result<Outcome, Failure> {
        let key = self.id;
        let account_manager = self.facts.account_manager(context)?;
        let engineer = self.facts.engineer(context)?;
        let Some(name) = &self.facts.name else {
            let missing = words::needs_a_name(&format!("customer add {key}"));
            return Err(Failure::missing(missing, "--name", Vec::new()));
        };
        let options = self.write.options(context)?;
        let (id, written) = context.write(&options, |session| {
            if let Some(there) = session.writer.customer_of_key(&key)? {
                return Err(taken(&key, &there.name));
            }
            let zone = self.facts.adopted_zone(session)?;
            let id = session.writer.next_customer()?;
            let added = CustomerAdded {
                key: key.clone(),
                zone,
                language: self.facts.language.clone(),
                account_manager,
                engineer,
            };
            session.account_fact(id, added.into(), named(Some(name)))?;
            Ok(id)
        })?;
        let sentence = said(&written, &format!(" ({name})"));
        let outcome = outcome(&written, vec![sentence], Some(Cell::code(key)));
        after(context, input.verb(), id, &written, outcome)
    }
}

fn taken(key: &str, name: &str) -> Failure {
    let (message, hint) = words::customer_exists(key, name);
    Failure::not_possible(message).kind("exists").hint(hint)
}
