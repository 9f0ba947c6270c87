//! WRITE on tickets that stand already.

use clap::Args;

use super::Write;
use crate::context::{Context, WriteOptions};
use crate::failure::Failure;

/// WRITE, for verbs on tickets that stand already: they have a last event.
#[derive(Args, Clone, Debug, Default, PartialEq, Eq)]
#[group(skip)]
#[command(next_help_heading = "Every write")]
pub(crate) struct TicketWrite {
    #[command(flatten)]
    write: Write,
    /// Only if this is still the last event of the ticket
    #[arg(long, value_name = "N", hide_short_help = true)]
    pub(crate) if_event: Option<i64>,
}

impl TicketWrite {
    /// As [`Write::options`].
    ///
    /// # Errors
    /// As there.
    pub(crate) fn options(&self, context: &Context) -> Result<WriteOptions, Failure> {
        self.write.options(context)
    }

    /// As [`super::Consent::confirm`].
    ///
    /// # Errors
    /// As there.
    pub(crate) fn confirm(&self, verb: &str, tickets: usize) -> Result<(), Failure> {
        self.write.consent.confirm(verb, tickets)
    }
}
