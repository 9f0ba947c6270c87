//! Events of the log as records: with the customer, and of a ticket who has it in that view.

use std::collections::HashMap;
use std::collections::hash_map::Entry;

use super::marks::LogMarks;
use crate::commands::ticket::record::{EventMarks, EventRecord, RecordNames};
use crate::context::Reading;
use crate::core::model::{CustomerId, Stream, TicketNo};
use crate::core::time::{LocalNow, moment};
use crate::failure::{Exit, Failure};
use crate::store::{AsOf, LogLine, TicketRow, hex};
use crate::wording::event;

/// The records of these events, told as they are read at `here`.
///
/// # Errors
/// The desk's file cannot be read.
pub(in crate::commands) fn records(
    reading: &mut Reading<'_>,
    lines: Vec<LogLine>,
    here: LocalNow<'_>,
) -> Result<Vec<EventRecord>, Failure> {
    let mut names = RecordNames::of(reading.people()?);
    let mut tickets: HashMap<TicketNo, Option<TicketRow>> = HashMap::new();
    let mut records = Vec::with_capacity(lines.len());
    let mut known = LogMarks::default();
    for line in lines {
        let marks = known.of(reading, &line)?;
        let record = plain(line, marks, here);
        records.push(match record.told.event.stream {
            Stream::Ticket(number) => {
                let row = match tickets.entry(number) {
                    Entry::Occupied(known) => known.into_mut(),
                    Entry::Vacant(place) => place.insert(row(reading, number)?),
                };
                match row {
                    Some(row) => of_ticket(&mut names, record, row)?,
                    None => record,
                }
            }
            Stream::Customer(id) => of_customer(&mut names, record, id)?,
        });
    }
    Ok(records)
}

/// The ticket as it is in this view.
fn row(reading: &mut Reading<'_>, number: TicketNo) -> Result<Option<TicketRow>, Failure> {
    if reading.view.known == AsOf::All {
        return Ok(reading.store.ticket(number)?);
    }
    match reading.rows(number) {
        Ok(rows) => Ok(Some(rows.ticket)),
        Err(unknown) if unknown.exit() == Exit::NotFound => Ok(None),
        Err(failure) => Err(failure),
    }
}

fn plain(line: LogLine, marks: EventMarks, here: LocalNow<'_>) -> EventRecord {
    let told = &line.told;
    EventRecord {
        what: EventRecord::what(told),
        shown: Some(event::what(&told.event, &told.prose, |at| moment(at, here))),
        told: line.told,
        login: line.login,
        once: line.once,
        marks,
        hash: Some(hex(&line.hash)),
        customer: None,
        contact: None,
        assignee: None,
        line: None,
        priority: None,
        priority_rank: None,
        subject: None,
    }
}

fn of_ticket(
    names: &mut RecordNames<'_>,
    record: EventRecord,
    row: &TicketRow,
) -> Result<EventRecord, Failure> {
    Ok(EventRecord {
        customer: Some(names.customer(row.customer)?),
        contact: names.contact(row.contact)?,
        assignee: row.assignee.clone(),
        line: row.line.clone(),
        priority: row.priority.clone(),
        priority_rank: row.priority_rank,
        subject: Some(names.subject(row.number, row.subject.clone())?),
        ..record
    })
}

fn of_customer(
    names: &mut RecordNames<'_>,
    record: EventRecord,
    id: CustomerId,
) -> Result<EventRecord, Failure> {
    if id == CustomerId::DESK {
        return Ok(record);
    }
    let customer = names.customer(id)?;
    let told = &record.told;
    let contact = names.contact(told.event.fact.person())?;
    let whom = contact.as_ref().map(|contact| contact.row.email.as_str());
    let whom = whom.unwrap_or(&customer.key);
    let what = event::of_account(&told.event.fact, &told.prose, Some(whom));
    Ok(EventRecord {
        shown: Some(what.clone()),
        what,
        contact,
        customer: Some(customer),
        ..record
    })
}
