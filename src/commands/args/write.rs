//! WRITE: every write.

use clap::Args;

use super::{Consent, parse};
use crate::context::{Context, WriteOptions};
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
    #[command(flatten)]
    pub(crate) consent: Consent,
    /// A key for this command: used before, nothing is written (exit 10)
    #[arg(long, value_name = "KEY", hide_short_help = true)]
    pub(crate) once: Option<String>,
    /// This may take a breach off the record; reports show it as corrected
    #[arg(
        long,
        value_name = "REASON",
        allow_hyphen_values = true,
        hide_short_help = true
    )]
    pub(crate) corrects: Option<String>,
}

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
            mode: self.consent.mode(),
            once: self.once.clone(),
            undoes: None,
            corrects: self.corrects.clone(),
        })
    }
}
