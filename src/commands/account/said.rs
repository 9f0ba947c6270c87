//! How lists and writes about accounts answer.

use crate::commands::Input;
use crate::commands::args::List;
use crate::context::{CommitSummary, Context, WriteMode};
use crate::core::filter::FilterKey;
use crate::failure::Failure;
use crate::render::{Cell, Listing, Outcome, WriteOutcome};

/// What fits the filter, in the order and number asked for.
///
/// # Errors
/// A word that is none of the filter language, or an unknown field.
pub(in crate::commands) fn listed(
    listing: Listing,
    list: &List,
    keys: &'static [FilterKey],
    context: &Context,
    input: &dyn Input,
) -> Result<Outcome, Failure> {
    let listing = listing.matching(&list.filter, keys, context)?;
    Ok(Outcome::listing(list.arranged(listing, input)?))
}

/// `acme added`, or `acme would be added`.
pub(in crate::commands) fn done(earnest: WriteMode, what: &str, verb: &str) -> String {
    match earnest {
        WriteMode::ForReal => format!("{what} {verb}"),
        WriteMode::DryRun => format!("{what} would be {verb}"),
    }
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
