//! What is said of plan files.

mod difference;
mod finding;
mod hint;
mod keys;
mod keys_page;
mod term;
mod usual_words;

pub(crate) use difference::difference;
pub(crate) use finding::{finding, finding_label};
pub(crate) use hint::hint;
pub(crate) use keys::{code as code_meaning, heading as keys_heading};
pub(crate) use keys_page::{FINDINGS, default, key_meaning, keys_page, types};
pub(crate) use term::{section, term, term_in_english, week};

use crate::plans::PlanError;

/// Why a plan could not be found, read or agreed.
pub(crate) fn message(error: &PlanError) -> String {
    error.to_string()
}

/// What is to be done about it.
pub(crate) fn hints(error: &PlanError) -> Vec<String> {
    error.hints().iter().filter_map(hint).collect()
}
