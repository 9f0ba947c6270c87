//! The present: the later of the clock and of what stands in the record, which runs forward.

use super::Context;
use super::refusal;
use super::write_options::WriteOptions;
use crate::core::time::{Instant, LocalNow};
use crate::failure::Failure;
use crate::settings::PresentSource;
use crate::store::{CLOCKS_DIFFER, EntryRow, Store, Writer};

/// What a reader takes for the present.
#[derive(Debug)]
pub(super) struct ReaderPresent {
    at: Instant,
    /// The entry that it is taken from, where the clock is behind.
    entry: Option<EntryRow>,
}

impl Context {
    /// The clock as it stands, or what `--now` gives in its place. Where the desk is on a server, its
    /// clock is the one: several hosts write to it.
    pub(crate) fn clock(&self) -> Instant {
        let of_server = self.store.get().and_then(|store| self.clock_of(store));
        of_server.unwrap_or(self.settings.present.instant())
    }

    /// The clock of a desk's server, unless another instant was given.
    pub(super) fn clock_of(&self, store: &Store) -> Option<Instant> {
        match self.settings.present {
            PresentSource::Clock(_) => store.clock(),
            PresentSource::Given(_) | PresentSource::MadeUp(_) => None,
        }
    }

    /// The present: nothing that stands in the record lies after it. Where no desk was opened yet,
    /// the clock.
    pub(crate) fn now(&self) -> Instant {
        let Some(store) = self.store.get() else {
            return self.clock();
        };
        let present = self
            .present
            .get_or_init(|| reader_present(store, self.clock()));
        present.at
    }

    /// The entry that stands and lies ahead of the clock by more than clocks differ, where what was
    /// read is as of then.
    pub(crate) fn entry_ahead(&self) -> Option<&EntryRow> {
        let entry = self.present.get()?.entry.as_ref()?;
        let far = entry.recorded.since(self.clock()) > CLOCKS_DIFFER;
        (far && self.viewed_at.get().is_none()).then_some(entry)
    }
}

/// A record that cannot be read is told of by what is asked of it next.
fn reader_present(store: &Store, clock: Instant) -> ReaderPresent {
    let entry = store.last_recorded_after(clock).ok().flatten();
    let at = entry.as_ref().map_or(clock, |entry| entry.recorded);
    ReaderPresent { at, entry }
}

/// The present of a write: the clock, or the last entry that stands where clocks differ by little.
///
/// # Errors
/// The clock lies more than ten minutes before that entry, and the write does not take it back; or
/// it shows a year in which nothing can be reckoned.
pub(super) fn writer_present(
    writer: &Writer<'_>,
    clock: Instant,
    options: &WriteOptions,
    here: LocalNow<'_>,
) -> Result<Instant, Failure> {
    if !clock.is_within_years() {
        return Err(refusal::clock_outside(clock));
    }
    match writer.last_recorded_after(clock)? {
        None => Ok(clock),
        // if its clock was wrong, taking it back mends that
        Some(entry) if options.undoes == Some(entry.id) => Ok(clock),
        Some(entry) if entry.recorded.since(clock) <= CLOCKS_DIFFER => Ok(entry.recorded),
        Some(entry) => Err(refusal::clock_before_record(&entry, clock, here)),
    }
}
