//! WRITE: every write.

use clap::Args;

use super::parse;
use crate::context::{Context, WriteMode, WriteOptions};
use crate::core::time::{Direction, PointExpr};
use crate::failure::Failure;

/// WRITE: every write.
#[derive(Args, Clone, Debug, Default, PartialEq, Eq)]
#[group(skip)]
#[command(next_help_heading = "Every write")]
pub(crate) struct Write {
    /// When it happened
    #[arg(
        long,
        value_name = "INSTANT",
        allow_hyphen_values = true,
        hide_short_help = true,
        value_parser = parse::<PointExpr>
    )]
    pub(crate) at: Option<PointExpr>,
    /// Check everything and say what would be done
    #[arg(short = 'n', long, hide_short_help = true)]
    pub(crate) dry_run: bool,
    /// Answer every question with yes
    #[arg(short, long, hide_short_help = true)]
    pub(crate) yes: bool,
    /// A key for this command: used before, nothing is written (exit 10)
    #[arg(long, value_name = "KEY", hide_short_help = true)]
    pub(crate) once: Option<String>,
    /// Only if this is still the last event of the ticket
    #[arg(long, value_name = "N", hide_short_help = true)]
    pub(crate) if_event: Option<i64>,
    /// This may take a breach off the record; reports show it as corrected
    #[arg(
        long,
        value_name = "REASON",
        allow_hyphen_values = true,
        hide_short_help = true
    )]
    pub(crate) corrects: Option<String>,
}

/// From so many tickets on a write is confirmed.
const MANY: usize = 3;

impl Write {
    /// What the desk is told of a write, times resolved.
    ///
    /// # Errors
    /// `--at` fits two moments or none.
    pub(crate) fn options(&self, context: &Context) -> Result<WriteOptions, Failure> {
        let at = match &self.at {
            Some(at) => Some(at.resolve(&context.here()?, Direction::Past)?),
            None => None,
        };
        Ok(WriteOptions {
            at,
            earnest: match self.dry_run {
                true => WriteMode::DryRun,
                false => WriteMode::ForReal,
            },
            once: self.once.clone(),
            if_event: self.if_event,
            corrects: self.corrects.clone(),
        })
    }

    /// Three tickets or more are not changed without a yes.
    ///
    /// # Errors
    /// The question, for whoever can be asked.
    pub(crate) fn confirm(&self, verb: &str, tickets: usize) -> Result<(), Failure> {
        if tickets < MANY {
            return Ok(());
        }
        self.permitted(|| format!("{verb} would change {tickets} tickets"))
    }

    /// What is not done without a yes.
    ///
    /// # Errors
    /// The question, for whoever can be asked.
    pub(crate) fn permitted(&self, what: impl FnOnce() -> String) -> Result<(), Failure> {
        match self.yes || self.dry_run {
            true => Ok(()),
            false => Err(Failure::unconfirmed(what())),
        }
    }
}
