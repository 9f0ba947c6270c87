//! READ: every look at the desk.

use clap::Args;

use super::parse;
use crate::context::{AsOfExpr, Context, Reading};
use crate::failure::Failure;

/// READ: every look at the desk.
#[derive(Args, Clone, Debug, Default, PartialEq, Eq)]
#[group(skip)]
#[command(next_help_heading = "Looking back")]
pub(crate) struct Read {
    /// What was known then: an instant, or the seal of a report
    #[arg(
        long,
        value_name = "INSTANT or SEAL",
        allow_hyphen_values = true,
        hide_short_help = true,
        value_parser = parse::<AsOfExpr>
    )]
    as_of: Option<AsOfExpr>,
}

impl Read {
    /// The record as it was known then; as it is now when nobody says.
    ///
    /// # Errors
    /// The desk's file cannot be read, or `--as-of` names no seal of it.
    pub(crate) fn reading<'c>(&self, context: &'c Context) -> Result<Reading<'c>, Failure> {
        context.reading(self.as_of.as_ref())
    }
}
