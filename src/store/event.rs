//! Reading events.
//!
//! A stream is read in the order of its ids, which is the order of its index, and put into the
//! order of happening here: nearly sorted as it is, that costs less than asking the engine.

use super::Store;
use super::as_of::AsOf;
use super::engine::{ColumnError, RowCells, RowError, args};
use super::error::StoreError;
use crate::core::model::{CustomerId, Event, EventId, EventText, Fact, Stream, TicketNo};
use crate::core::time::Instant;

/// An event with what people wrote.
#[derive(Clone, Debug, PartialEq)]
pub(crate) struct StoredEvent {
    pub event: Event,
    pub prose: EventText,
    /// Its prose was erased.
    pub redacted: bool,
}

impl AsRef<Event> for StoredEvent {
    fn as_ref(&self) -> &Event {
        &self.event
    }
}

/// What a body ends with when the event may take a breach off the record. No text inside a body
/// can look like this: its quotes would be escaped.
const CORRECTS: &str = "\"corrects\":true}";

/// What a body has of the present in which it was written, where the clock was behind it. As
/// little can a text look like this.
const PRESENT: &str = "\"present\":";

/// A fact's body as it is kept.
pub(super) fn body(
    fact: &Fact,
    corrects: bool,
    present: Option<Instant>,
) -> Result<String, StoreError> {
    let mut body = fact
        .body()
        .map_err(|e| StoreError::bug(format!("a fact has no JSON: {e}")))?;
    let present = present.map(|present| format!("{PRESENT}{}}}", present.0));
    let corrects = corrects.then(|| CORRECTS.to_owned());
    for more in present.into_iter().chain(corrects) {
        body.pop();
        if body.len() > 1 {
            body.push(',');
        }
        body.push_str(&more);
    }
    Ok(body)
}

/// Prose as it is kept.
pub(super) fn prose(text: &EventText) -> Result<String, StoreError> {
    serde_json::to_string(text).map_err(|e| StoreError::bug(format!("prose has no JSON: {e}")))
}

/// The body of an event that tells the same fact by other numbers.
pub(super) fn rewritten(old: &str, fact: &Fact) -> Result<String, StoreError> {
    body(fact, old.ends_with(CORRECTS), present(old))
}

/// The present that a body tells of.
fn present(body: &str) -> Option<Instant> {
    let fact = body
        .strip_suffix(CORRECTS)
        .map(|fact| fact.trim_end_matches(','));
    let fact = fact.unwrap_or_else(|| body.trim_end_matches('}'));
    // hardly a body ends with a number: nothing is looked for in the others
    let digits = fact.bytes().rev();
    let digits = digits.take_while(|byte| byte.is_ascii_digit() || *byte == b'-');
    let (rest, number) = fact.split_at(fact.len() - digits.count());
    if number.is_empty() || !rest.ends_with(PRESENT) {
        return None;
    }
    number.parse().ok().map(Instant)
}

statements! {
    OF_TICKET: "SELECT e.id, e.entry, e.at, n.recorded, n.actor, e.kind, e.body
                FROM event e JOIN entry n ON n.id = e.entry
                WHERE e.ticket = $1 AND e.id <= $2 ORDER BY e.id"
        => "SEARCH e USING INDEX event_ticket (ticket=? AND rowid<?); SEARCH n USING INTEGER PRIMARY KEY (rowid=?)";
    OF_CUSTOMER: "SELECT e.id, e.entry, e.at, n.recorded, n.actor, e.kind, e.body
                  FROM event e JOIN entry n ON n.id = e.entry
                  WHERE e.customer = $1 AND e.id <= $2 ORDER BY e.id"
        => "SEARCH e USING INDEX event_customer (customer=? AND rowid<?); SEARCH n USING INTEGER PRIMARY KEY (rowid=?)";
    TOLD_OF_TICKET: "SELECT e.id, e.entry, e.at, n.recorded, n.actor, e.kind, e.body, p.event, p.body
                     FROM event e JOIN entry n ON n.id = e.entry LEFT JOIN prose p ON p.event = e.id
                     WHERE e.ticket = $1 AND e.id <= $2 ORDER BY e.id"
        => "SEARCH e USING INDEX event_ticket (ticket=? AND rowid<?); SEARCH n USING INTEGER PRIMARY KEY (rowid=?); SEARCH p USING INTEGER PRIMARY KEY (rowid=?) LEFT-JOIN";
    TOLD_OF_CUSTOMER: "SELECT e.id, e.entry, e.at, n.recorded, n.actor, e.kind, e.body, p.event, p.body
                       FROM event e JOIN entry n ON n.id = e.entry LEFT JOIN prose p ON p.event = e.id
                       WHERE e.customer = $1 AND e.id <= $2 ORDER BY e.id"
        => "SEARCH e USING INDEX event_customer (customer=? AND rowid<?); SEARCH n USING INTEGER PRIMARY KEY (rowid=?); SEARCH p USING INTEGER PRIMARY KEY (rowid=?) LEFT-JOIN";
    ONE: "SELECT e.ticket, e.customer, e.id, e.entry, e.at, n.recorded, n.actor, e.kind, e.body, p.event, p.body
          FROM event e JOIN entry n ON n.id = e.entry LEFT JOIN prose p ON p.event = e.id
          WHERE e.id = $1"
        => "SEARCH e USING INTEGER PRIMARY KEY (rowid=?); SEARCH n USING INTEGER PRIMARY KEY (rowid=?); SEARCH p USING INTEGER PRIMARY KEY (rowid=?) LEFT-JOIN";
    OF_RANGE: "SELECT e.ticket, e.customer, e.id, e.entry, e.at, n.recorded, n.actor, e.kind, e.body, p.event, p.body
               FROM event e JOIN entry n ON n.id = e.entry LEFT JOIN prose p ON p.event = e.id
               WHERE e.id >= $1 AND e.id <= $2 ORDER BY e.id"
        => "SEARCH e USING INTEGER PRIMARY KEY (rowid>? AND rowid<?); SEARCH n USING INTEGER PRIMARY KEY (rowid=?); SEARCH p USING INTEGER PRIMARY KEY (rowid=?) LEFT-JOIN";
}

/// Whose history an event belongs to.
pub(super) fn stream(cells: &mut RowCells<'_>) -> Result<Stream, ColumnError> {
    let ticket: Option<TicketNo> = cells.take()?;
    let customer: Option<CustomerId> = cells.take()?;
    Ok(match (ticket, customer) {
        (Some(number), _) => Stream::Ticket(number),
        (None, customer) => Stream::Customer(customer.unwrap_or(CustomerId::DESK)),
    })
}

impl Store {
    /// Reads an event of that stream from the columns that all statements above have.
    fn event_of(&self, stream: Stream, cells: &mut RowCells<'_>) -> Result<Event, RowError> {
        let id: EventId = cells.take()?;
        let entry = cells.take()?;
        let (at, recorded, actor) = (cells.take()?, cells.take::<Instant>()?, cells.take()?);
        let (kind, body) = (cells.text()?, cells.text()?);
        let fact = self.fact(id, kind, body).map_err(RowError::Failed)?;
        Ok(Event {
            id,
            entry,
            stream,
            at,
            recorded,
            present: present(body).unwrap_or(recorded),
            actor,
            fact,
            corrects: body.ends_with(CORRECTS),
        })
    }

    /// What an event's body says.
    pub(super) fn fact(&self, id: EventId, kind: &str, body: &str) -> Result<Fact, StoreError> {
        Fact::read(kind, body).map_err(|error| {
            let what = format!("event {id} cannot be read: {error}");
            StoreError::damaged(self.path(), what)
        })
    }

    /// What an event's prose says.
    pub(super) fn text(&self, id: EventId, prose: &str) -> Result<EventText, StoreError> {
        serde_json::from_str(prose).map_err(|error| {
            let what = format!("the prose of event {id} cannot be read: {error}");
            StoreError::damaged(self.path(), what)
        })
    }

    /// Reads whose history an event belongs to, the event and the two columns of its prose.
    pub(super) fn read_stored(&self, cells: &mut RowCells<'_>) -> Result<StoredEvent, RowError> {
        let stream = stream(cells)?;
        self.stored_of(stream, cells)
    }

    /// Reads an event of that stream and the two columns of its prose.
    fn stored_of(&self, stream: Stream, cells: &mut RowCells<'_>) -> Result<StoredEvent, RowError> {
        let event = self.event_of(stream, cells)?;
        let written: Option<EventId> = cells.take()?;
        let body = cells.text_if_any()?;
        let prose = match body {
            Some(body) => self.text(event.id, body).map_err(RowError::Failed)?,
            None if written.is_some() => EventText::erased(&event.fact, event.corrects),
            None => EventText::default(),
        };
        Ok(StoredEvent {
            event,
            prose,
            redacted: written.is_some() && body.is_none(),
        })
    }

    /// A stream's events in the order of happening.
    pub(crate) fn events(&self, stream: Stream, known: AsOf) -> Result<Vec<Event>, StoreError> {
        let (text, id) = match stream {
            Stream::Ticket(number) => (OF_TICKET, number.0),
            Stream::Customer(id) => (OF_CUSTOMER, id.0),
        };
        let mut events = Vec::new();
        self.engine.each(text, args![id, known.last()], |cells| {
            events.push(self.event_of(stream, cells)?);
            Ok(())
        })?;
        events.sort_by_key(|event| (event.at, event.id));
        Ok(events)
    }

    /// The same with what people wrote.
    pub(crate) fn history(
        &self,
        stream: Stream,
        known: AsOf,
    ) -> Result<Vec<StoredEvent>, StoreError> {
        let (text, id) = match stream {
            Stream::Ticket(number) => (TOLD_OF_TICKET, number.0),
            Stream::Customer(id) => (TOLD_OF_CUSTOMER, id.0),
        };
        let mut told = Vec::new();
        self.engine.each(text, args![id, known.last()], |cells| {
            told.push(self.stored_of(stream, cells)?);
            Ok(())
        })?;
        told.sort_by_key(|told| (told.event.at, told.event.id));
        Ok(told)
    }

    /// One event.
    pub(crate) fn event(&self, id: EventId) -> Result<Option<StoredEvent>, StoreError> {
        let mut found = None;
        self.engine.each(ONE, args![id], |cells| {
            found = Some(self.read_stored(cells)?);
            Ok(())
        })?;
        Ok(found)
    }

    /// The events from one to another, in the order of knowing.
    pub(crate) fn events_between(
        &self,
        from: EventId,
        to: EventId,
    ) -> Result<Vec<StoredEvent>, StoreError> {
        let mut told = Vec::new();
        self.engine.each(OF_RANGE, args![from, to], |cells| {
            told.push(self.read_stored(cells)?);
            Ok(())
        })?;
        Ok(told)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::core::model::{Noted, Tagged};

    #[test]
    fn a_body_says_in_which_present_it_was_written_where_the_clock_was_behind() {
        let tagged = Tagged {
            add: vec!["\"present\":7}".to_owned()],
            drop: Vec::new(),
        };
        for fact in [Fact::from(Noted {}), Fact::from(tagged)] {
            for corrects in [false, true] {
                for written in [None, Some(Instant(-5)), Some(Instant(1_800_000_000))] {
                    let body = body(&fact, corrects, written).expect("a body");
                    assert_eq!(present(&body), written, "{body}");
                    assert_eq!(body.ends_with(CORRECTS), corrects, "{body}");
                    let read = Fact::read(fact.kind(), &body).expect("a fact");
                    assert_eq!(read, fact, "{body}");
                }
            }
        }
    }
}
