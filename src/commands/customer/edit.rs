//! `customer edit`: what is said of a customer is changed.

use clap::Args;

use super::super::account::{outcome, said};
use super::facts::{CustomerFacts, after, named};
use crate::commands::Input;
use crate::commands::args::Write;
use crate::context::Context;
use crate::core::account::{Customer, changed_fields};
use crate::core::model::{CustomerEdited, EventText};
use crate::failure::Failure;
use crate::render::Outcome;
use crate::wording::account as words;

/// Edit what is said of a customer
#[derive(Args, Debug)]
#[command(after_help = "Examples:\n  sladesk customer edit acme --account-manager hoa")]
pub(crate) struct CustomerEdit {
    /// A customer
    #[arg(value_name = "CUSTOMER")]
    customer: String,
    #[command(flatten)]
    facts: CustomerFacts,
    #[command(flatten)]
    write: Write,
}

impl CustomerEdit {
    /// Changes what is new.
    ///
    /// # Errors
    /// No such customer, an unknown zone or member of the staff.
    pub(crate) fn run(self, context: &Context, input: &dyn Input) -> Result<Outcome, Failure> {
        let row = context.customer(&self.customer)?;
        let account_manager = self.facts.account_manager(context)?;
        let engineer = self.facts.engineer(context)?;
        let options = self.write.options(context)?;
        let (changes, written) = context.write(&options, |session| {
            let before = session.account(row.id)?.customer.clone();
            let zone = self.facts.adopted_zone(session)?;
            let name = self
                .facts
                .name
                .as_ref()
                .filter(|name| **name != before.name);
            let edited = CustomerEdited {
                zone: unless_same(zone, &before.zone),
                language: unless_same(self.facts.language.clone(), &before.language),
                account_manager: unless_same(account_manager, &before.account_manager),
                engineer: unless_same(engineer, &before.engineer),
            };
            let prose = named(name);
            let changes = changes(&before, &edited, &prose);
            if !changes.is_empty() {
                session.account_fact(row.id, edited.into(), prose)?;
            }
            Ok(changes)
        })?;
        if changes.is_empty() {
            return Ok(Outcome::only_said(words::has_all_that(&row.key)));
        }
        let sentence = said(&written, &format!(": {}", changes.join("; ")));
        let outcome = outcome(&written, vec![sentence], None);
        after(context, input.verb(), row.id, &written, outcome)
    }
}

fn unless_same(new: Option<String>, old: &Option<String>) -> Option<String> {
    new.filter(|new| old.as_ref() != Some(new))
}

fn changes(before: &Customer, edited: &CustomerEdited, prose: &EventText) -> Vec<String> {
    let mut after = before.clone();
    after.edit(edited, prose);
    let changes = changed_fields(before.fields(), after.fields()).into_iter();
    changes
        .map(|change| words::value_in_place_of(change.key, change.after, change.before))
        .collect()
}
