//! How lists and writes about accounts answer.

use super::view::AccountReader;
use crate::commands::Input;
use crate::commands::args::ListArgs;
use crate::context::{CommitSummary, Context, Directory};
use crate::core::account::Account;
use crate::core::filter::FilterKey;
use crate::core::model::Fact;
use crate::failure::Failure;
use crate::render::{Cell, Listing, Outcome, WriteOutcome};
use crate::wording::{echo, event};

/// What fits the filter, in the order and number asked for.
///
/// # Errors
/// A word that is none of the filter language, or an unknown field.
pub(in crate::commands) fn listed(
    listing: Listing,
    list: &ListArgs,
    keys: &'static [FilterKey],
    context: &Context,
    directory: Directory<'_>,
    input: &dyn Input,
) -> Result<Outcome, Failure> {
    let listing = listing.matching(&list.filter, keys, context, Some(directory))?;
    Ok(Outcome::listing(list.arranged(listing, input)?))
}

/// The list of a noun of accounts: its records in a view, those that fit the filter.
///
/// # Errors
/// As [`listed`]; the desk's file cannot be read.
pub(in crate::commands) fn list_accounts(
    list: &ListArgs,
    keys: &'static [FilterKey],
    context: &Context,
    input: &dyn Input,
    records: impl FnOnce(&mut AccountReader<'_>, &[Account]) -> Result<Listing, Failure>,
) -> Result<Outcome, Failure> {
    let mut looking = AccountReader::new(context, &list.read)?;
    let accounts = looking.accounts()?;
    let listing = records(&mut looking, &accounts)?;
    listed(listing, list, keys, context, looking.directory()?, input)
}

/// What a write about accounts did, as the log says it, and more of it.
pub(in crate::commands) fn said(wrote: &CommitSummary, more: &str) -> String {
    let changes = wrote.accounts.iter();
    let mut did: Vec<String> = changes
        .clone()
        .map(|change| event::of_account(&change.fact, &change.prose, change.whom.as_deref()))
        .collect();
    did.dedup();
    let names_itself =
        |fact: &Fact| matches!(fact, Fact::CustomerAdded(_) | Fact::CustomerEdited(_));
    let mut of = changes.filter(|change| !names_itself(&change.fact));
    let of = of.find_map(|change| change.customer.as_deref());
    echo::account(wrote.mode, of, &did.join(", "), more)
}

/// What stands on the way out of every write: its entry, or that there is none, and what it made.
pub(in crate::commands) fn outcome(
    wrote: &CommitSummary,
    sentences: Vec<String>,
    made: Option<Cell>,
) -> WriteOutcome {
    let blank = match wrote.entry {
        Some(entry) => WriteOutcome::new(entry),
        None => WriteOutcome::nothing(),
    };
    let told = sentences.into_iter().fold(blank, WriteOutcome::said);
    match made.filter(|_| wrote.entry.is_some()) {
        Some(made) => told.created(made),
        None => told,
    }
}
