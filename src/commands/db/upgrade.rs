//! `db upgrade`: the file is brought to this version.

use clap::Args;

use crate::commands::Input;
use crate::context::Context;
use crate::failure::Failure;
use crate::render::Outcome;
use crate::wording::db as words;

/// Upgrade the file to this version
#[derive(Args, Debug)]
#[command(after_help = "Examples:\n  sladesk db upgrade")]
pub(crate) struct DbUpgrade {}

impl DbUpgrade {
    /// Brings the file to this version's schema.
    ///
    /// # Errors
    /// The file is none that this version can bring further.
    pub(crate) fn run(self, context: &Context, _: &dyn Input) -> Result<Outcome, Failure> {
        let stats = context.store()?.stats()?;
        let path = context.settings.db.value.display().to_string();
        Ok(Outcome::only_said(words::newest_schema(
            &path,
            stats.schema,
        )))
    }
}
