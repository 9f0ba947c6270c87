//! What is said of a customer.

use clap::Args;

use super::super::account::{AccountReader, customer::listing};
use crate::commands::args::{Read, language, not_blank, zone};
use crate::commands::candidates;
use crate::context::{CommitSummary, Context, Session};
use crate::core::model::{CustomerId, EventText};
use crate::failure::Failure;
use crate::render::{Outcome, WriteOutcome};

/// What is said of a customer.
#[derive(Args, Debug, Default)]
#[group(skip)]
pub(super) struct CustomerFacts {
    /// As people read it
    #[arg(long, value_name = "N", value_parser = not_blank("the name"))]
    pub(super) name: Option<String>,
    /// The language of its reports
    #[arg(long, value_name = "L", value_parser = language)]
    pub(super) language: Option<String>,
    /// Who looks after it
    #[arg(long, value_name = "STAFF")]
    account_manager: Option<String>,
    /// The engineer named for it
    #[arg(long, value_name = "STAFF")]
    engineer: Option<String>,
    /// Where it is
    #[arg(long, value_name = "ZONE", value_parser = zone, add = candidates::zones())]
    zone: Option<String>,
}

impl CustomerFacts {
    /// Who looks after it, as the desk calls him or her.
    ///
    /// # Errors
    /// Nobody of the desk is called so.
    pub(super) fn account_manager(&self, context: &Context) -> Result<Option<String>, Failure> {
        staff(context, self.account_manager.as_deref())
    }

    /// The engineer named for it, as the desk calls him or her.
    ///
    /// # Errors
    /// Nobody of the desk is called so.
    pub(super) fn engineer(&self, context: &Context) -> Result<Option<String>, Failure> {
        staff(context, self.engineer.as_deref())
    }

    /// The zone as the record names it; its rules are taken up if it does not hold them yet.
    ///
    /// # Errors
    /// No zone is called so.
    pub(super) fn adopted_zone(
        &self,
        session: &mut Session<'_>,
    ) -> Result<Option<String>, Failure> {
        let zone = self.zone.as_deref();
        zone.map(|zone| session.adopt_zone_named(zone)).transpose()
    }
}

fn staff(context: &Context, word: Option<&str>) -> Result<Option<String>, Failure> {
    word.map(|who| context.staff(who)).transpose()
}

/// The name, as prose.
pub(super) fn named(name: Option<&String>) -> EventText {
    EventText {
        name: name.cloned(),
        ..EventText::default()
    }
}

/// What a write about one customer answers: the customer after it.
///
/// # Errors
/// The desk's file cannot be read.
pub(super) fn after(
    context: &Context,
    name: &str,
    customer: CustomerId,
    written: &CommitSummary,
    outcome: WriteOutcome,
) -> Result<Outcome, Failure> {
    if written.entry.is_none() {
        return Ok(Outcome::written(outcome));
    }
    let mut looking = AccountReader::new(context, &Read::default())?;
    let account = looking.account(customer)?;
    let listing = listing(name, &looking, account.as_slice());
    Ok(Outcome::written(outcome.after(listing.single())))
}
