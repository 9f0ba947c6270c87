//! The log as it is written: looked at again and again, until whoever reads it stops.

use std::thread::sleep;
use std::time::Duration;

use super::lines;
use super::query::LogFilter;
use crate::commands::ticket::record::EVENT;
use crate::context::Context;
use crate::core::model::EventId;
use crate::failure::Failure;
use crate::render::{Listing, Outcome};
use crate::settings::{Format, Output};
use crate::wording::asked as wording;

/// How long it waits before it looks again.
const PAUSE: Duration = Duration::from_millis(200);

/// What is written from now on, or after an event; `limit` has so many of what stands already.
///
/// # Errors
/// A word of the filter cannot be read, or another form was asked for than there is.
pub(super) fn follow(
    context: &Context,
    words: &[String],
    after: Option<EventId>,
    limit: Option<usize>,
) -> Result<Outcome, Failure> {
    let settings = &context.settings;
    let as_jsonl = settings.format.is_none_or(|format| format == Format::Jsonl);
    if !as_jsonl || settings.output != Output::Stdout {
        return Err(Failure::usage(wording::FOLLOWED_AS_JSONL));
    }
    let mut tail = LogTail {
        context: Context::new(settings.clone()),
        words: words.to_vec(),
        seen: after.unwrap_or(context.store()?.last_event()?),
    };
    // a filter that cannot be read is told at once
    let first = match limit.filter(|_| after.is_none()) {
        Some(limit) => tail.listing(None, Some(limit))?,
        None => tail.since()?,
    };
    let rest = std::iter::from_fn(move || {
        sleep(PAUSE);
        Some(tail.since())
    });
    Ok(Outcome::growing(std::iter::once(Ok(first)).chain(rest)))
}

/// What was seen of the log.
struct LogTail {
    context: Context,
    words: Vec<String>,
    seen: EventId,
}

impl LogTail {
    /// What was written since it was looked at last.
    fn since(&mut self) -> Result<Listing, Failure> {
        // a file that cannot be locked is read as it was when it was opened
        if self.context.reads_at_rest() {
            self.context = Context::new(self.context.settings.clone());
        }
        // what does not fit is seen too; read first, so that nothing written meanwhile is passed over
        let last = self.context.store()?.last_event()?;
        let listing = self.listing(Some(self.seen), None)?;
        self.seen = self.seen.max(last);
        Ok(listing)
    }

    fn listing(
        &mut self,
        after: Option<EventId>,
        limit: Option<usize>,
    ) -> Result<Listing, Failure> {
        let mut reading = self.context.reading(None)?;
        let mut asked = LogFilter::of(&self.context, &self.words, &mut reading)?;
        asked.after(after);
        let found = asked.find(&mut reading, limit)?;
        let last = found.iter().map(|line| line.told.event.id).max();
        self.seen = last.map_or(self.seen, |last| self.seen.max(last));
        let here = self.context.here()?;
        let records = lines::records(&mut reading, found, here)?;
        Ok(Listing::of("log", EVENT, records))
    }
}
