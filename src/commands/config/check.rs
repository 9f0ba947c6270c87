//! `config check`: whether the file can be understood.

use clap::Args;

use crate::commands::Input;
use crate::context::{BUILT_IN_FILTERS, Context};
use crate::failure::Failure;
use crate::render::Outcome;
use crate::wording::config as words;

/// Check whether the file can be understood
#[derive(Args, Debug)]
#[command(after_help = "Examples:\n  sladesk config check")]
pub(crate) struct ConfigCheck;

impl ConfigCheck {
    /// Whether it is well.
    ///
    /// # Errors
    /// A saved filter that takes the name of a built-in one, or a zone that there is not.
    pub(crate) fn run(self, context: &Context, _: &dyn Input) -> Result<Outcome, Failure> {
        let file = &context.settings.file;
        for built_in in BUILT_IN_FILTERS {
            if file.filters.contains_key(built_in) {
                return Err(
                    Failure::bad_file(format!("the filter `@{built_in}` is built in"))
                        .kind("bad-configuration")
                        .hint("give yours another name"),
                );
            }
        }
        if let Some(zone) = &context.settings.times_in.value {
            crate::almanac::zone(zone).map_err(|unknown| {
                Failure::bad_file(unknown.to_string())
                    .fact(format!("said by {}", context.settings.times_in.origin))
                    .hint(unknown.hint())
            })?;
        }
        Ok(Outcome::only_said(match file.path.as_deref() {
            Some(path) if file.is_there => words::is_well(path),
            path => words::is_not_there(path),
        }))
    }
}
