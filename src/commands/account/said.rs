//! What a write about an account says it did.

use crate::desk::{Earnest, Written as Wrote};
use crate::render::Written;

/// `acme added`, or `acme would be added`.
pub(in crate::commands) fn done(earnest: Earnest, what: &str, verb: &str) -> String {
    match earnest {
        Earnest::ForReal => format!("{what} {verb}"),
        Earnest::DryRun => format!("{what} would be {verb}"),
    }
}

/// What stands on the way out of every write: its entry, or that there is none.
pub(in crate::commands) fn outcome(wrote: &Wrote, sentences: Vec<String>) -> Written {
    let blank = match wrote.entry {
        Some(entry) => Written::new(entry),
        None => Written::nothing(),
    };
    sentences.into_iter().fold(blank, Written::said)
}
