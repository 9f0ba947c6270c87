//! `db redact`: what people wrote, or who somebody is, taken out for good. The facts stay, and so
//! does the record's chain.

use super::super::options::Write;
use crate::core::model::{EventId, Stream};
use crate::desk::{Desk, Earnest, Session};
use crate::failure::Failure;
use crate::render::{Outcome, Written};
use crate::store::Known;

/// `db redact`: takes out what people wrote.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Redact {
    /// Events, or a contact.
    pub what: Vec<String>,
    /// What was said, or why.
    pub text: Option<String>,
    pub write: Write,
}

/// Takes out what was written in these events, or who a contact is. It cannot be undone.
///
/// # Errors
/// There is no such event or contact, nothing is left to take out, nobody said why or yes.
pub fn redact(desk: &mut Desk, options: &Redact) -> Result<Outcome, Failure> {
    let desk = &*desk;
    let Some(why) = options.text.as_deref() else {
        return Err(Failure::missing(
            "`db redact` needs a reason",
            "--message",
            Vec::new(),
        ));
    };
    let events = events(desk, &options.what)?;
    if !options.write.yes && !options.write.dry_run {
        return Err(Failure::unconfirmed(format!(
            "redact would take out for good what stands in {}",
            counted(events.len())
        )));
    }
    let intent = options.write.intent(desk)?;
    let ((), written) = desk.write(&intent, |session| {
        events
            .iter()
            .try_for_each(|event| take_out(session, *event, why))
    })?;
    let (done, told) = match written.entry {
        Some(entry) => ("redacted", Written::new(entry)),
        None => ("would redact", Written::nothing()),
    };
    if written.earnest == Earnest::ForReal {
        desk.scrub()?;
    }
    let told = told.said(format!("{done} {}", counted(events.len())));
    let outcome = Outcome::written(told);
    Ok(match written.earnest {
        Earnest::ForReal => outcome.warn("backups made before still hold it"),
        Earnest::DryRun => outcome,
    })
}

fn counted(events: usize) -> String {
    match events {
        1 => "1 event".to_owned(),
        n => format!("{n} events"),
    }
}

fn take_out(session: &mut Session<'_>, event: EventId, why: &str) -> Result<(), Failure> {
    if session.redact(event, why)? {
        return Ok(());
    }
    Err(Failure::not_possible(format!(
        "event {event} holds nothing that people wrote, or nothing any more"
    )))
}

/// The events that are meant, each once.
fn events(desk: &Desk, words: &[String]) -> Result<Vec<EventId>, Failure> {
    let mut events = Vec::new();
    for word in words {
        match word.parse::<i64>() {
            Ok(number) => events.push(event(desk, EventId(number))?),
            Err(_) => events.extend(of_contact(desk, word)?),
        }
    }
    events.sort();
    events.dedup();
    Ok(events)
}

fn event(desk: &Desk, id: EventId) -> Result<EventId, Failure> {
    let store = desk.store()?;
    match store.event(id)? {
        Some(_) => Ok(id),
        None => Err(Failure::not_found(format!(
            "no event {id}; the newest is {}",
            store.last_event()?
        ))),
    }
}

/// The events that say who a contact is.
fn of_contact(desk: &Desk, word: &str) -> Result<Vec<EventId>, Failure> {
    let contact = desk.contact(word)?;
    let stream = Stream::Customer(contact.row.customer);
    let told = desk.store()?.history(stream, Known::All)?;
    let names = told
        .into_iter()
        .filter(|told| told.event.fact.person() == Some(contact.row.id) && !told.prose.is_empty());
    Ok(names.map(|told| told.event.id).collect())
}
