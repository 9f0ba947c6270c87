//! `db backup`: a copy that is whole, made while others go on writing.

use std::path::{Path, PathBuf};

use clap::Args;

use crate::commands::Input;
use crate::commands::placed::remarked;
use crate::context::Context;
use crate::context::persisted::{self, Persisted};
use crate::failure::Failure;
use crate::render::{Cell, Outcome, WriteOutcome};
use crate::wording::db as words;

/// Back up: a copy that is whole
#[derive(Args, Debug)]
#[command(after_help = "Examples:\n  sladesk db backup\n  sladesk db backup /mnt/backup/")]
pub(crate) struct DbBackup {
    /// A file, or a folder with `/` at its end
    #[arg(value_name = "FILE|DIR/")]
    to: Option<String>,
}

impl DbBackup {
    /// Copies the desk to a file that is not there yet: the one named, or one named after the day,
    /// in the folder named or beside the desk.
    ///
    /// # Errors
    /// There is such a file, or it cannot be written.
    pub(crate) fn run(self, context: &Context, _: &dyn Input) -> Result<Outcome, Failure> {
        context.may_write()?;
        let store = context.store()?;
        let to = place(context, self.to.as_deref());
        let copied = store.backup(&to)?;
        persisted::note(Persisted::File(to.clone()));
        let to = to.display().to_string();
        let said = words::backed_up(&to, &copied.seal.to_string());
        let written = WriteOutcome::nothing().said(said);
        let outcome = Outcome::written(written.created(Cell::text(to)));
        Ok(remarked(outcome, &copied.placed))
    }
}

fn place(context: &Context, to: Option<&str>) -> PathBuf {
    let path = &context.settings.db.value;
    let folder = match to {
        Some(to) if to.ends_with('/') || Path::new(to).is_dir() => PathBuf::from(to),
        Some(file) => return PathBuf::from(file),
        None => path.parent().map(Path::to_owned).unwrap_or_default(),
    };
    let stem = path.file_stem().map(|stem| stem.to_string_lossy());
    let stem = stem.as_deref().unwrap_or("desk");
    let when = context.now().to_string().replace(':', "");
    folder.join(format!("{stem}-{when}.db"))
}
