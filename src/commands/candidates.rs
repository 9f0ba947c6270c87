//! What the tab key offers for words that no closed list has. An offer is a kindness: whatever goes
//! wrong, nothing is offered and nothing is said.

use clap_complete::engine::{ArgValueCandidates, CompletionCandidate};

use crate::almanac;

/// The candidates of an argument that takes a zone.
pub(crate) fn zones() -> ArgValueCandidates {
    ArgValueCandidates::new(|| all(almanac::zone_names()))
}

/// The candidates of an argument that takes a holiday set.
pub(crate) fn holidays() -> ArgValueCandidates {
    ArgValueCandidates::new(|| all(almanac::day_set_names()))
}

/// Candidates of these words.
pub(crate) fn all<'w>(words: impl IntoIterator<Item = &'w str>) -> Vec<CompletionCandidate> {
    words.into_iter().map(CompletionCandidate::new).collect()
}
