//! Tickets, newest first.

use clap::Args;

use super::record::{RecordNames, needs_whole, ticket_columns};
use crate::commands::{Input, args};
use crate::context::Context;
use crate::failure::Failure;
use crate::render::{Listing, Outcome};
use crate::store::TicketQuery;

/// List tickets, newest first; words search
#[derive(Args, Debug)]
#[command(
    after_help = "Examples:\n  sladesk list customer:acme state:active\n  sladesk list printer -L 10\n  sladesk list \"clock:response.breached\" -f csv -o breaches.csv"
)]
pub(crate) struct List {
    #[command(flatten)]
    list: args::ListArgs,
}

impl List {
    /// Tickets that fit a filter, newest first; words search.
    ///
    /// # Errors
    /// A word of the filter cannot be read.
    pub(crate) fn run(self, context: &Context, input: &dyn Input) -> Result<Outcome, Failure> {
        let list = &self.list;
        let mut reading = list.read.reading(context)?;
        let filter = context.select_in(&list.filter, &mut reading)?;
        let sorted = list.order.sort.is_some();
        let query = TicketQuery {
            limit: list
                .order
                .looked_at(input)
                .filter(|_| !sorted)
                .and_then(|limit| u32::try_from(limit).ok()),
            ..TicketQuery::of(filter)
        };
        let tables = reading.tables_for(&query.filter)?;
        let mut names = RecordNames::of(tables);
        let mut records = Vec::new();
        if needs_whole(context, list) {
            for number in tables.numbers(&query)? {
                records.push(names.whole(&mut reading, number)?);
            }
        } else {
            for row in tables.tickets(&query)? {
                records.push(names.record(row)?);
            }
        }
        let listing = Listing::of("list", ticket_columns(), records).if_empty("no ticket fits");
        let listing = list.arranged(listing, input)?;
        Ok(Outcome::listing(listing))
    }
}
