//! `db redact`: what people wrote, or who somebody is, taken out for good. The facts stay, and so
//! does the record's chain.

use super::super::options::Write;
use crate::context::{Context, Session, WriteMode};
use crate::core::model::{EventId, Stream};
use crate::failure::Failure;
use crate::render::{Outcome, WriteOutcome};
use crate::store::AsOf;

/// `db redact`: takes out what people wrote.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(crate) struct Redact {
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
pub(crate) fn redact(context: &mut Context, options: &Redact) -> Result<Outcome, Failure> {
    let context = &*context;
    let Some(why) = options.text.as_deref() else {
        return Err(Failure::missing(
            "`db redact` needs a reason",
            "--message",
            Vec::new(),
        ));
    };
    let events = events(context, &options.what)?;
    if !options.write.yes && !options.write.dry_run {
        return Err(Failure::unconfirmed(format!(
            "redact would take out for good what stands in {}",
            counted(events.len())
        )));
    }
    let intent = options.write.intent(context)?;
    let ((), written) = context.write(&intent, |session| {
        events
            .iter()
            .try_for_each(|event| take_out(session, *event, why))
    })?;
    let (done, told) = match written.entry {
        Some(entry) => ("redacted", WriteOutcome::new(entry)),
        None => ("would redact", WriteOutcome::nothing()),
    };
    if written.earnest == WriteMode::ForReal {
        context.scrub()?;
    }
    let told = told.said(format!("{done} {}", counted(events.len())));
    let outcome = Outcome::written(told);
    Ok(match written.earnest {
        WriteMode::ForReal => outcome.warn("backups made before still hold it"),
        WriteMode::DryRun => outcome,
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
fn events(context: &Context, words: &[String]) -> Result<Vec<EventId>, Failure> {
    let mut events = Vec::new();
    for word in words {
        match word.parse::<i64>() {
            Ok(number) => events.push(event(context, EventId(number))?),
            Err(_) => events.extend(of_contact(context, word)?),
        }
    }
    events.sort();
    events.dedup();
    Ok(events)
}

fn event(context: &Context, id: EventId) -> Result<EventId, Failure> {
    let store = context.store()?;
    match store.event(id)? {
        Some(_) => Ok(id),
        None => Err(Failure::not_found(format!(
            "no event {id}; the newest is {}",
            store.last_event()?
        ))),
    }
}

/// The events that say who a contact is.
fn of_contact(context: &Context, word: &str) -> Result<Vec<EventId>, Failure> {
    let contact = context.contact(word)?;
    let stream = Stream::Customer(contact.row.customer);
    let told = context.store()?.history(stream, AsOf::All)?;
    let names = told
        .into_iter()
        .filter(|told| told.event.fact.person() == Some(contact.row.id) && !told.prose.is_empty());
    Ok(names.map(|told| told.event.id).collect())
}
