//! The desk's file: made, looked at, checked, copied, and what people wrote taken out of it.

mod caches;
mod check;
mod copies;
mod redact;
mod stats;

pub use check::{CheckDesk, check};
pub use copies::{Backup, Restore, Upgrade, backup, restore, upgrade};
pub use redact::{Redact, redact};
pub use stats::{Path, Seal, Stats, path, seal, stats};

use crate::desk::Desk;
use crate::failure::Failure;
use crate::render::Outcome;

/// `db init`: a new desk.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Init {
    /// The desk's own zone.
    pub zone: Option<String>,
}

/// Makes a new desk; its own zone is UTC unless said.
///
/// # Errors
/// An unknown zone, a file that is there already, a folder that cannot be written.
pub fn init(desk: &mut Desk, options: &Init) -> Result<Outcome, Failure> {
    let zone = options.zone.as_deref().unwrap_or("UTC");
    desk.found(zone)?;
    let path = desk.settings.db.value.display();
    Ok(Outcome::only_said(format!(
        "a new desk at {path}, in {zone}"
    )))
}
