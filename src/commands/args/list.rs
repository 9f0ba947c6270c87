//! LIST: every list.

use clap::Args;

use super::Read;
use crate::commands::Input;
use crate::failure::Failure;
use crate::render::Listing;

/// LIST: every list.
#[derive(Args, Clone, Debug, Default, PartialEq, Eq)]
#[group(skip)]
#[command(next_help_heading = "Lists")]
pub(crate) struct List {
    /// `key:value` pairs and words; `sladesk help filters` lists the keys
    #[arg(value_name = "FILTER")]
    pub(crate) filter: Vec<String>,
    /// The field to sort by; `-FIELD` the other way round
    #[arg(long, value_name = "FIELD", allow_hyphen_values = true)]
    pub(crate) sort: Option<String>,
    /// How many at most; 0 for all. At a terminal 50 when nothing is said
    #[arg(short = 'L', long, value_name = "N")]
    pub(crate) limit: Option<usize>,
    #[command(flatten)]
    pub(crate) read: Read,
}

impl List {
    /// How many records to list; none: all.
    pub(crate) fn limit(&self, input: &dyn Input) -> Option<usize> {
        match self.limit {
            None => input.rows(),
            Some(0) => None,
            limit => limit,
        }
    }

    /// The records in the order asked for, as many as asked for.
    ///
    /// # Errors
    /// They have no such field to sort by.
    pub(crate) fn arranged(&self, listing: Listing, input: &dyn Input) -> Result<Listing, Failure> {
        listing
            .sorted(self.sort.as_deref())?
            .limited(self.limit(input))
    }
}
