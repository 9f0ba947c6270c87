//! What is told of a file that was given its name.

use crate::render::Outcome;
use crate::store::FilePlaced;
use crate::wording::db as words;

/// What is to be known of a file that was put in its place.
pub(super) fn remarked(outcome: Outcome, placed: &FilePlaced) -> Outcome {
    let mut outcome = outcome;
    for log in &placed.aside {
        outcome = outcome.warn(words::log_put_aside(&log.display().to_string()));
    }
    match &placed.unsure {
        Some(fault) => outcome.warn(words::unsure(&fault.to_string())),
        None => outcome,
    }
}
