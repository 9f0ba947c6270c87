//! `staff list`: everybody.

use clap::Args;

use super::super::account::{AccountReader, listed};
use super::record::listing;
use crate::commands::{Input, args};
use crate::context::Context;
use crate::core::filter::{FilterKey, KeyKind};
use crate::core::time::Direction;
use crate::failure::Failure;
use crate::render::Outcome;

pub(super) const KEYS: &[FilterKey] = &[
    FilterKey::new("staff", KeyKind::Person),
    FilterKey::new("name", KeyKind::Word),
    FilterKey::new("email", KeyKind::Word),
    FilterKey::new("lines", KeyKind::Known),
    FilterKey::new("open-tickets", KeyKind::Number),
    FilterKey::new("start", KeyKind::Time(Direction::Either)),
    FilterKey::new("end", KeyKind::Time(Direction::Either)),
    FilterKey::new("text", KeyKind::Text),
];

/// List the people of the desk
#[derive(Args, Debug)]
#[command(after_help = "Examples:\n  sladesk staff list")]
pub(crate) struct StaffList {
    #[command(flatten)]
    list: args::ListArgs,
}

impl StaffList {
    /// Those that fit the filter.
    ///
    /// # Errors
    /// A filter or field that is none, or the desk's file cannot be read.
    pub(crate) fn run(self, context: &Context, input: &dyn Input) -> Result<Outcome, Failure> {
        let mut looking = AccountReader::new(context, &self.list.read)?;
        let mut staff = looking.staff()?;
        staff.sort_by(|a, b| a.key.cmp(&b.key));
        let listing = listing(context, "staff list", &looking, &staff)?;
        listed(
            listing.if_empty("nobody fits"),
            &self.list,
            KEYS,
            context,
            looking.directory()?,
            input,
        )
    }
}
