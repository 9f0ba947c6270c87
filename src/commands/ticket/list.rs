//! Tickets, newest first.

use std::cmp::Reverse;

use clap::Args;

use super::record::{Names, TICKET};
use crate::commands::{Input, args};
use crate::context::Context;
use crate::failure::Failure;
use crate::render::{Listing, Outcome};
use crate::store::{AsOf, TicketQuery};

/// List tickets, newest first; words search
#[derive(Args, Debug)]
#[command(
    after_help = "Examples:\n  sladesk list customer:acme state:active\n  sladesk list printer -L 10\n  sladesk list \"clock:response.breached\" -f csv -o breaches.csv"
)]
pub(crate) struct List {
    #[command(flatten)]
    list: args::List,
}

impl List {
    /// Tickets that fit a filter, newest first; words search.
    ///
    /// # Errors
    /// A word of the filter cannot be read.
    pub(crate) fn run(self, context: &Context, input: &dyn Input) -> Result<Outcome, Failure> {
        let list = &self.list;
        let mut reading = list.read.reading(context)?;
        let filter = context.select_at(&list.filter, reading.at())?;
        let sorted = list.order.sort.is_some();
        let query = TicketQuery {
            limit: list
                .order
                .limit(input)
                .filter(|_| !sorted)
                .and_then(|limit| u32::try_from(limit).ok()),
            ..TicketQuery::of(filter)
        };
        let store = reading.store;
        let mut names = Names::default();
        let mut records = Vec::new();
        let in_the_past = reading.view.known != AsOf::All;
        if in_the_past || needs_whole(context) {
            let numbers = match in_the_past {
                true => reading.numbers(&query.filter)?,
                false => store.numbers(&query)?,
            };
            for number in numbers {
                records.push(names.whole(&mut reading, number)?);
            }
            if in_the_past {
                records.sort_by_key(|record| Reverse((record.row.opened, record.row.number)));
            }
        } else {
            for row in store.tickets(&query)? {
                records.push(names.record(store, row)?);
            }
        }
        let listing = Listing::of("list", TICKET, records).if_empty("no ticket fits");
        let listing = list.arranged(listing, input)?;
        Ok(Outcome::listing(listing))
    }
}

/// What stands in a ticket's row needs no folding.
fn needs_whole(context: &Context) -> bool {
    let settings = &context.settings;
    let beyond = |field: &String| {
        [
            "tags",
            "links",
            "clocks",
            "eta",
            "exempt",
            "not_promised",
            "rulings",
            "override_reason",
        ]
        .contains(&field.as_str())
            || field.contains('.')
    };
    settings.format.is_some_and(|format| format.is_json())
        || settings.fields.iter().flatten().any(beyond)
}
