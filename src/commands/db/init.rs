//! `db init`: a new desk.

use clap::Args;

use crate::commands::args::zone;
use crate::commands::placed::remarked;
use crate::commands::{Input, candidates};
use crate::context::Context;
use crate::context::persisted::{self, Persisted};
use crate::failure::Failure;
use crate::render::Outcome;
use crate::wording::db as words;

/// Make a new desk
#[derive(Args, Debug)]
#[command(after_help = "Examples:\n  sladesk db init --zone Europe/Madrid")]
pub(crate) struct DbInit {
    /// The desk's own zone; UTC when nothing is said
    #[arg(long, value_name = "ZONE", value_parser = zone, add = candidates::zones())]
    zone: Option<String>,
}

impl DbInit {
    /// Makes it; its own zone is UTC unless said.
    ///
    /// # Errors
    /// An unknown zone, a file that is there already, a folder that cannot be written.
    pub(crate) fn run(self, context: &Context, _: &dyn Input) -> Result<Outcome, Failure> {
        let zone = self.zone.as_deref().unwrap_or("UTC");
        let placed = context.found(zone)?;
        let path = &context.settings.db.value;
        persisted::note(Persisted::File(path.clone()));
        let path = path.display().to_string();
        let outcome = Outcome::only_said(words::new_desk(&path, zone));
        Ok(remarked(outcome, &placed))
    }
}
