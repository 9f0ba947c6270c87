//! `db upgrade`: the file is brought to this version.

use clap::Args;

use crate::commands::Input;
use crate::commands::placed::remarked;
use crate::context::Context;
use crate::context::persisted::{self, Persisted};
use crate::failure::Failure;
use crate::render::{Cell, Outcome, Progress, WriteOutcome};
use crate::wording::db as words;

/// Upgrade the file to this version; a copy of what it was stays beside it
#[derive(Args, Debug)]
#[command(after_help = "Examples:\n  sladesk db upgrade")]
pub(crate) struct DbUpgrade {}

impl DbUpgrade {
    /// Brings the file to this version's schema; what it was stands beside it.
    ///
    /// # Errors
    /// The file is none that this version can bring further.
    pub(crate) fn run(self, context: &Context, _: &dyn Input) -> Result<Outcome, Failure> {
        let progress = Progress::new(&context.settings);
        let mut begun = false;
        let upgraded = context.upgrade(|tickets| {
            if !begun {
                progress.steps("indexing", tickets);
                begun = true;
            }
            progress.step();
        })?;
        progress.done();
        let path = context.settings.db.value.display().to_string();
        let Some(upgraded) = upgraded else {
            let schema = context.store()?.stats()?.schema;
            return Ok(Outcome::only_said(words::newest_schema(&path, schema)));
        };
        persisted::note(Persisted::File(upgraded.backup.clone()));
        let backup = upgraded.backup.display().to_string();
        let seal = upgraded.seal.to_string();
        let said = words::upgraded(&path, upgraded.from, &backup, &seal);
        let written = WriteOutcome::nothing().said(said);
        let outcome = Outcome::written(written.created(Cell::text(backup)));
        Ok(remarked(outcome, &upgraded.placed))
    }
}
