//! What a write about one contact answers.

use super::super::account::{AccountReader, contact::listing};
use crate::commands::args::Read;
use crate::context::{CommitSummary, Context};
use crate::core::model::{ContactId, CustomerId};
use crate::failure::Failure;
use crate::render::{Outcome, WriteOutcome};

/// The outcome of a write about one contact: the contact after it.
///
/// # Errors
/// The desk's file cannot be read.
pub(super) fn after(
    context: &Context,
    name: &str,
    written: &CommitSummary,
    outcome: WriteOutcome,
    who: (CustomerId, ContactId),
) -> Result<Outcome, Failure> {
    if written.entry.is_none() {
        return Ok(Outcome::written(outcome));
    }
    let mut looking = AccountReader::new(context, &Read::default())?;
    let account = looking.account(who.0)?;
    let known = account.as_ref().and_then(|a| Some((a, a.contact(who.1)?)));
    let listing = listing(name, &mut looking, known)?;
    Ok(Outcome::written(outcome.after(listing.single())))
}
