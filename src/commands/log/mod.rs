//! The desk's feed: what happened, to whom, by whom, oldest first.

mod account_events;
mod follow;
mod lines;
mod marks;
mod query;

use clap::Args;

use super::ticket::record::EVENT;
use crate::commands::Input;
use crate::commands::args::ListArgs;
use crate::commands::list_fields::ListFields;
use crate::context::Context;
use crate::core::filter::LOG_KEYS;
use crate::core::model::EventId;
use crate::core::time::LocalNow;
use crate::failure::{Exit, Failure};
use crate::render::{Listing, Outcome};
pub(in crate::commands) use lines::records;
pub(in crate::commands) use query::LogFilter;

/// Show the desk's feed: events, oldest first
#[derive(Args, Debug)]
#[command(
    after_help = "Examples:\n  sladesk log at:today\n  sladesk log 4711\n  sladesk log actor:minh type:replied\n  sladesk log --after 88231 -f jsonl"
)]
pub(crate) struct Log {
    /// Only events after this one
    #[arg(long, value_name = "EVENT", value_parser = event)]
    after: Option<EventId>,
    /// Go on with what is written, as jsonl, until you stop it
    #[arg(long, conflicts_with_all = ["exit_code", "sort", "as_of"])]
    follow: bool,
    /// Exit with 10 when there is something
    #[arg(long)]
    exit_code: bool,
    #[command(flatten)]
    list: ListArgs,
}

impl Log {
    /// Events of all streams in the order in which they were written. A limit counts from the end,
    /// as in a log one looks at; after an event it counts from there, so that nothing is missed.
    ///
    /// # Errors
    /// A word of the filter cannot be read.
    pub(crate) fn run(mut self, context: &Context, input: &dyn Input) -> Result<Outcome, Failure> {
        if let Some(first) = self.list.filter.first_mut() {
            *first = match context.tickets_if_any(first)? {
                Some(numbers) => {
                    let numbers: Vec<String> = numbers.iter().map(ToString::to_string).collect();
                    format!("ticket:{}", numbers.join(","))
                }
                None => of_tickets(first),
            };
        }
        let list = &self.list;
        if self.follow {
            let limit = list.order.limit_typed();
            return follow::follow(context, &list.filter, self.after, limit);
        }
        let mut reading = list.read.reading(context)?;
        let mut asked = LogFilter::of(context, &list.filter, &mut reading)?;
        asked.after(self.after);
        let limit = list.order.limit(input);
        let limit = limit.filter(|_| list.order.sort.is_none());
        let one_more = limit.map(|limit| limit.saturating_add(1));
        let mut found = asked.find(&mut reading, one_more)?;
        let goes_on = limit.is_some_and(|limit| found.len() > limit);
        match self.after {
            _ if !goes_on => {}
            Some(_) => drop(found.pop()),
            None => drop(found.remove(0)),
        }
        let exit = match self.exit_code && !found.is_empty() {
            true => Exit::Asked,
            false => Exit::Done,
        };
        let here = LocalNow::new(reading.at(), context.here()?.zone);
        let records = records(&mut reading, found, here)?;
        let listing = Listing::of("log", EVENT, records).if_empty("nothing happened that fits");
        let mut listing = list.arranged(listing, input)?;
        if goes_on && list.order.limit_typed().is_none() {
            listing = listing.going_on();
        }
        Ok(Outcome::listing(listing).exit(exit))
    }
}

/// Tickets in front are those whose events are asked for: `42`, `42,50-53`.
fn of_tickets(word: &str) -> String {
    let numbers = |c: char| c.is_ascii_digit() || c == ',' || c == '-';
    match word.starts_with(|c: char| c.is_ascii_digit()) && word.chars().all(numbers) {
        true => format!("ticket:{}", word.replace('-', "..")),
        false => word.to_owned(),
    }
}

/// The value parser of an event's number.
fn event(word: &str) -> Result<EventId, Failure> {
    let number = word.parse().ok().filter(|number| *number >= 0);
    number.map(EventId).ok_or_else(|| {
        Failure::usage(format!("`{word}` is no event"))
            .hint("an event is a number: `sladesk log --fields event,what` shows them")
    })
}

/// The fields of events.
pub(super) fn fields() -> ListFields {
    ListFields::of("log", EVENT).asked(LOG_KEYS)
}
