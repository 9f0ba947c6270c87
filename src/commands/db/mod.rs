//! The desk's file: made, looked at, checked, copied, and what people wrote taken out of it.

mod caches;
mod check;
mod copies;
mod redact;
mod stats;

pub(crate) use check::{CheckDesk, check};
pub(crate) use copies::{Backup, Restore, Upgrade, backup, restore, upgrade};
pub(crate) use redact::{Redact, redact};
pub(crate) use stats::{Path, Seal, Stats, path, seal, stats};

use crate::context::Context;
use crate::failure::Failure;
use crate::render::Outcome;

/// `db init`: a new desk.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(crate) struct Init {
    /// The desk's own zone.
    pub zone: Option<String>,
}

/// Makes a new desk; its own zone is UTC unless said.
///
/// # Errors
/// An unknown zone, a file that is there already, a folder that cannot be written.
pub(crate) fn init(context: &mut Context, options: &Init) -> Result<Outcome, Failure> {
    let zone = options.zone.as_deref().unwrap_or("UTC");
    context.found(zone)?;
    let path = context.settings.db.value.display();
    Ok(Outcome::only_said(format!(
        "a new desk at {path}, in {zone}"
    )))
}
