//! LIST: every list.

use clap::Args;

use super::{OrderArgs, Read};
use crate::commands::Input;
use crate::failure::Failure;
use crate::render::Listing;

/// LIST: every list.
#[derive(Args, Clone, Debug, Default, PartialEq, Eq)]
#[group(skip)]
#[command(next_help_heading = "Lists")]
pub(crate) struct ListArgs {
    /// `key:value` pairs and words; `sladesk help filters` lists the keys
    #[arg(value_name = "FILTER", help_heading = None::<&'static str>)]
    pub(crate) filter: Vec<String>,
    #[command(flatten)]
    pub(crate) order: OrderArgs,
    #[command(flatten)]
    pub(crate) read: Read,
}

impl ListArgs {
    /// The records in the order asked for, as many as asked for.
    ///
    /// # Errors
    /// They have no such field to sort by.
    pub(crate) fn arranged(&self, listing: Listing, input: &dyn Input) -> Result<Listing, Failure> {
        self.order.arranged(listing, input)
    }
}
