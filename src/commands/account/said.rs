//! How lists and writes about accounts answer.

use super::super::options::List;
use crate::core::words::FilterKey;
use crate::desk::{Desk, Earnest, Written as Wrote};
use crate::failure::Failure;
use crate::render::{Cell, Listing, Outcome, Written};

/// What fits the filter, in the order and number asked for.
///
/// # Errors
/// A word that is none of the filter language, or an unknown field.
pub(in crate::commands) fn listed(
    listing: Listing,
    list: &List,
    keys: &'static [FilterKey],
    desk: &Desk,
) -> Result<Outcome, Failure> {
    let listing = listing.matching(&list.filter, keys, desk)?;
    let listing = listing.sorted(list.sort.as_deref())?;
    Ok(Outcome::listing(listing.limited(list.limit)?))
}

/// `acme added`, or `acme would be added`.
pub(in crate::commands) fn done(earnest: Earnest, what: &str, verb: &str) -> String {
    match earnest {
        Earnest::ForReal => format!("{what} {verb}"),
        Earnest::DryRun => format!("{what} would be {verb}"),
    }
}

/// What stands on the way out of every write: its entry, or that there is none, and what it made.
pub(in crate::commands) fn outcome(
    wrote: &Wrote,
    sentences: Vec<String>,
    made: Option<Cell>,
) -> Written {
    let blank = match wrote.entry {
        Some(entry) => Written::new(entry),
        None => Written::nothing(),
    };
    let told = sentences.into_iter().fold(blank, Written::said);
    match made.filter(|_| wrote.entry.is_some()) {
        Some(made) => told.created(made),
        None => told,
    }
}
