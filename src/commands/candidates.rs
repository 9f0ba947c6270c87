//! What the tab key offers for words that no closed list has. An offer is a kindness: whatever goes
//! wrong, nothing is offered and nothing is said.

use std::ffi::OsStr;

use clap_complete::engine::{
    ArgValueCandidates, ArgValueCompleter, CompletionCandidate, PathCompleter, ValueCompleter,
};

use crate::almanac;

/// The candidates of an argument that takes a zone.
pub(crate) fn zones() -> ArgValueCandidates {
    ArgValueCandidates::new(|| all(almanac::zone_names()))
}

/// The candidates of an argument that takes a holiday set.
pub(crate) fn holidays() -> ArgValueCandidates {
    ArgValueCandidates::new(|| all(almanac::day_set_names()))
}

/// What an argument offers that takes one of these words, or a file.
pub(crate) fn words_or_files(words: fn() -> Vec<&'static str>) -> ArgValueCompleter {
    ArgValueCompleter::new(move |typed: &OsStr| -> Vec<CompletionCandidate> {
        let begun = |word: &&str| typed.to_str().is_some_and(|typed| word.starts_with(typed));
        let mut fitting = all(words().into_iter().filter(begun));
        fitting.extend(PathCompleter::file().complete(typed));
        fitting
    })
}

/// What the place of a desk begins with, where it is none of a file here.
pub(crate) fn places() -> ArgValueCompleter {
    words_or_files(|| match cfg!(feature = "postgres") {
        true => vec!["ssh://", "postgres://"],
        false => vec!["ssh://"],
    })
}

/// Candidates of these words.
pub(crate) fn all<'w>(words: impl IntoIterator<Item = &'w str>) -> Vec<CompletionCandidate> {
    words.into_iter().map(CompletionCandidate::new).collect()
}
