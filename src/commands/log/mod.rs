//! The desk's feed: what happened, to whom, by whom, oldest first.

mod asked;
mod lines;

use super::options::List;
use super::ticket::record::EVENT;
use crate::context::Context;
use crate::failure::{Exit, Failure};
use crate::render::{Listing, Outcome};
use asked::LogFilter;

/// `log`: events, oldest first.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(crate) struct Log {
    pub list: List,
    /// Only events after this one.
    pub after: Option<String>,
    /// Exit with 10 when there is something.
    pub exit_code: bool,
}

/// Events of all streams in the order in which they were written. A limit counts from the end,
/// as in a log one looks at; after an event it counts from there, so that nothing is missed.
///
/// # Errors
/// A word of the filter or `--after` cannot be read.
pub(crate) fn log(context: &mut Context, options: &Log) -> Result<Outcome, Failure> {
    let context = &*context;
    let list = &options.list;
    let mut reading = context.reading(list.read.as_of.as_deref())?;
    let mut asked = LogFilter::of(context, &list.filter)?;
    asked.after(options.after.as_deref())?;
    let limit = list.limit.filter(|_| list.sort.is_none());
    let found = asked.find(reading.store, reading.view.known, limit)?;
    let exit = match options.exit_code && !found.is_empty() {
        true => Exit::Asked,
        false => Exit::Done,
    };
    let records = lines::records(&mut reading, found)?;
    let listing = Listing::of("log", EVENT, records)
        .if_empty("nothing happened that fits")
        .sorted(list.sort.as_deref())?
        .limited(list.limit)?;
    Ok(Outcome::listing(listing).exit(exit))
}
