//! `db redact`: what people wrote, or who somebody is, taken out for good. The facts stay, and so
//! does the record's chain.

use clap::Args;

use crate::commands::Input;
use crate::commands::args::{Text, Write};
use crate::context::{Context, Session, WriteMode};
use crate::core::model::{EventId, Stream};
use crate::failure::Failure;
use crate::render::{Outcome, WriteOutcome};
use crate::store::AsOf;

/// Redact: take out what people wrote, and keep that it was there
#[derive(Args, Debug)]
#[command(
    after_help = "Examples:\n  sladesk db redact 88231 -m \"a password\"\n  sladesk db redact bob@acme.example -m \"asked for by letter\""
)]
pub(crate) struct Redact {
    /// Events, or a contact
    #[arg(value_name = "EVENT|CONTACT", required = true)]
    what: Vec<String>,
    #[command(flatten)]
    text: Text,
    #[command(flatten)]
    write: Write,
}

impl Redact {
    /// Takes out what was written in these events, or who a contact is. It cannot be undone.
    ///
    /// # Errors
    /// There is no such event or contact, nothing is left to take out, nobody said why or yes.
    pub(crate) fn run(self, context: &Context, input: &dyn Input) -> Result<Outcome, Failure> {
        let text = self.text.given(input)?;
        let Some(why) = text.as_deref() else {
            return Err(Failure::missing(
                "`db redact` needs a reason",
                "--message",
                Vec::new(),
            ));
        };
        let events = events(context, &self.what)?;
        let what = || {
            let events = counted(events.len());
            format!("redact would take out for good what stands in {events}")
        };
        self.write.permitted(what)?;
        let options = self.write.options(context)?;
        let ((), written) = context.write(&options, |session| {
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
