//! What stands beside the events of a log, in the view that is read. Each stream is asked once.

use std::collections::HashMap;
use std::collections::hash_map::Entry;

use crate::commands::ticket::record::{
    EventMarks, Remarks, UndoneBy, remarks, remarks_of_customer, undone_by,
};
use crate::context::Reading;
use crate::core::account::Account;
use crate::core::model::{EntryId, Event, Fact, Stream};
use crate::failure::{Exit, Failure};
use crate::store::{AsOf, LogLine};

/// The marks found so far.
#[derive(Default)]
pub(super) struct LogMarks {
    /// Who took entries back, by the entry that did.
    undone: HashMap<EntryId, Option<UndoneBy>>,
    /// The same of a past view, by the stream.
    undone_then: HashMap<Stream, HashMap<EntryId, UndoneBy>>,
    remarks: HashMap<Stream, Remarks>,
}

impl LogMarks {
    /// The marks of one event.
    ///
    /// # Errors
    /// The desk's file cannot be read.
    pub(super) fn of(
        &mut self,
        reading: &mut Reading<'_>,
        line: &LogLine,
    ) -> Result<EventMarks, Failure> {
        let mut marks = EventMarks {
            undone: self.undone(reading, line)?,
            given: line.given,
            ..EventMarks::default()
        };
        self.remark(reading, &line.told.event, &mut marks)?;
        Ok(marks)
    }

    /// An undo that was written later is not known in a past view.
    fn undone(
        &mut self,
        reading: &Reading<'_>,
        line: &LogLine,
    ) -> Result<Option<UndoneBy>, Failure> {
        let (store, event) = (reading.store, &line.told.event);
        if reading.view.known == AsOf::All {
            let Some(by) = line.undone_by else {
                return Ok(None);
            };
            let known = match self.undone.entry(by) {
                Entry::Occupied(known) => known.into_mut(),
                Entry::Vacant(place) => place.insert(store.entry(by)?.map(|entry| UndoneBy {
                    entry: by,
                    actor: entry.actor,
                })),
            };
            return Ok(known.clone());
        }
        let undone = match self.undone_then.entry(event.stream) {
            Entry::Occupied(known) => known.into_mut(),
            Entry::Vacant(place) => {
                let events = store.events(event.stream, reading.view.known)?;
                place.insert(undone_by(events.iter()))
            }
        };
        Ok(undone.get(&event.entry).cloned())
    }

    fn remark(
        &mut self,
        reading: &mut Reading<'_>,
        event: &Event,
        marks: &mut EventMarks,
    ) -> Result<(), Failure> {
        if !can_mean_nothing(&event.fact) {
            return Ok(());
        }
        let remarks = match self.remarks.entry(event.stream) {
            Entry::Occupied(known) => known.into_mut(),
            Entry::Vacant(place) => place.insert(folded(reading, event.stream)?),
        };
        remarks.put(event.id, marks);
        Ok(())
    }
}

/// The facts of which a fold may remark something: no other stream is folded for its log.
fn can_mean_nothing(fact: &Fact) -> bool {
    matches!(
        fact,
        Fact::Waiting(_)
            | Fact::Resumed(_)
            | Fact::Exempted(_)
            | Fact::Resolved(_)
            | Fact::Reopened(_)
            | Fact::Closed(_)
            | Fact::Merged(_)
            | Fact::Agreed(_)
            | Fact::Absorbed(_)
            | Fact::ActMarked(_)
            | Fact::MarkWithdrawn(_)
            | Fact::CustomerAdded(_)
            | Fact::ContactAuthorised(_)
            | Fact::ContactEdited(_)
            | Fact::ContactRevoked(_)
            | Fact::ContractSigned(_)
            | Fact::ContractAmended(_)
            | Fact::ContractRenewed(_)
            | Fact::ContractCancelled(_)
            | Fact::AllowanceAdjusted(_)
    )
}

fn folded(reading: &mut Reading<'_>, stream: Stream) -> Result<Remarks, Failure> {
    match stream {
        Stream::Ticket(number) => match reading.ticket(number) {
            Ok(page) => Ok(remarks(&page.ticket)),
            Err(unknown) if unknown.exit() == Exit::NotFound => Ok(Remarks::default()),
            Err(failure) => Err(failure),
        },
        Stream::Customer(_) => {
            let told = reading.store.history(stream, reading.view.known)?;
            let events: Vec<_> = told
                .into_iter()
                .map(|told| (told.event, Some(told.prose)))
                .collect();
            let account = Account::of(&events);
            Ok(account
                .as_ref()
                .map(remarks_of_customer)
                .unwrap_or_default())
        }
    }
}
