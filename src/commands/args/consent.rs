//! Whether something is only tried, and whether what must be asked first is answered already.

use clap::Args;

use crate::context::WriteMode;
use crate::failure::Failure;

/// `-n` and `-y`.
#[derive(Args, Clone, Copy, Debug, Default, PartialEq, Eq)]
#[group(skip)]
pub(crate) struct Consent {
    /// Check everything and say what would be done
    #[arg(short = 'n', long, hide_short_help = true)]
    dry_run: bool,
    /// Answer every question with yes
    #[arg(short, long, hide_short_help = true)]
    yes: bool,
}

/// From so many tickets on a write is confirmed.
const MANY: usize = 3;

impl Consent {
    /// Whether it is done, or only said what would be.
    pub(crate) fn mode(self) -> WriteMode {
        match self.dry_run {
            true => WriteMode::DryRun,
            false => WriteMode::ForReal,
        }
    }

    /// Three tickets or more are not changed without a yes.
    ///
    /// # Errors
    /// The question, for whoever can be asked.
    pub(crate) fn confirm(self, verb: &str, tickets: usize) -> Result<(), Failure> {
        if tickets < MANY {
            return Ok(());
        }
        self.permitted(|| format!("{verb} would change {tickets} tickets"))
    }

    /// What is not done without a yes.
    ///
    /// # Errors
    /// The question, for whoever can be asked.
    pub(crate) fn permitted(self, what: impl FnOnce() -> String) -> Result<(), Failure> {
        match self.yes || self.dry_run {
            true => Ok(()),
            false => Err(Failure::unconfirmed(what())),
        }
    }
}
