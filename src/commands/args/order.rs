//! In which order records are listed, and how many.

use clap::Args;

use super::parse;
use crate::commands::Input;
use crate::failure::Failure;
use crate::render::{Listing, SortKey};

/// In which order records are listed, and how many.
#[derive(Args, Clone, Debug, Default, PartialEq, Eq)]
#[group(skip)]
#[command(next_help_heading = "Lists")]
pub(crate) struct OrderArgs {
    /// The field to sort by; `-FIELD` the other way round
    #[arg(long, value_name = "FIELD", allow_hyphen_values = true, value_parser = parse::<SortKey>)]
    pub(crate) sort: Option<SortKey>,
    /// How many at most; 0 for all. At a terminal 50 when nothing is said
    #[arg(short = 'L', long, value_name = "N")]
    limit: Option<usize>,
}

impl OrderArgs {
    /// How many records to list; none: all.
    pub(crate) fn limit(&self, input: &dyn Input) -> Option<usize> {
        match self.limit {
            None => input.rows(),
            Some(0) => None,
            limit => limit,
        }
    }

    /// How many are looked at, of which one more than are listed says that there are more.
    pub(crate) fn looked_at(&self, input: &dyn Input) -> Option<usize> {
        self.limit(input).map(|limit| limit.saturating_add(1))
    }

    /// How many records were asked for; none: nobody said, or all.
    pub(crate) fn limit_typed(&self) -> Option<usize> {
        self.limit.filter(|limit| *limit > 0)
    }

    /// The records in that order, that many of them.
    ///
    /// # Errors
    /// They have no such field to sort by.
    pub(crate) fn arranged(&self, listing: Listing, input: &dyn Input) -> Result<Listing, Failure> {
        let sorted = listing.sorted(self.sort.as_ref())?;
        let limited = sorted.limited(self.limit(input))?;
        Ok(match self.limit {
            Some(_) => limited.without_more(),
            None => limited,
        })
    }
}
