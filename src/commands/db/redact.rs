//! `db redact`: what people wrote, or who somebody is, taken out for good. The facts stay, and so
//! does the record's chain.

use clap::Args;

use crate::commands::Input;
use crate::commands::args::{Text, Write};
use crate::commands::export::words_of;
use crate::context::{Context, Session, WriteMode};
use crate::core::model::{EventId, Stream};
use crate::failure::Failure;
use crate::render::{Outcome, WriteOutcome};
use crate::store::{AsOf, Scrubbed, StoredContact};
use crate::wording;
use crate::wording::db as words;

/// Redact: take out what people wrote, and keep that it was there
#[derive(Args, Debug)]
#[command(
    after_help = "Examples:\n  sladesk db redact 88231 -m \"a password\"\n  sladesk db redact bob@acme.example -m \"asked for by letter\""
)]
pub(crate) struct DbRedact {
    /// Events, or a contact
    #[arg(value_name = "EVENT|CONTACT", required = true)]
    what: Vec<String>,
    #[command(flatten)]
    text: Text,
    #[command(flatten)]
    write: Write,
}

impl DbRedact {
    /// Takes out what was written in these events, or who a contact is. It cannot be undone.
    ///
    /// # Errors
    /// There is no such event or contact, nothing is left to take out, nobody said why or yes.
    pub(crate) fn run(self, context: &Context, input: &dyn Input) -> Result<Outcome, Failure> {
        let text = self.text.given(input)?;
        let Some(why) = text.as_deref() else {
            return Err(Failure::missing(
                words::NEEDS_A_REASON,
                "--message",
                Vec::new(),
            ));
        };
        let Meant { events, people } = meant(context, &self.what)?;
        let what = || words::would_take_out(events.len(), &people);
        self.write.consent.permitted(what)?;
        if self.write.consent.mode() == WriteMode::ForReal && all_gone(context, &events)? {
            let said = words::taken_out_before(events.len());
            return Ok(cleared(Outcome::only_said(said), context.scrub()));
        }
        let left = words_left(context, &events, &people)?;
        let options = self.write.options(context)?;
        let ((), written) = context.write(&options, |session| {
            events
                .iter()
                .try_for_each(|event| take_out(session, *event, why))
        })?;
        let said = words::redacted(events.len(), written.entry.is_some());
        let outcome = match written.entry {
            Some(entry) => {
                let told = WriteOutcome::new(entry).said(said);
                let outcome = Outcome::written(told).warn(words::BACKUPS_HOLD_IT);
                cleared(outcome, context.scrub())
            }
            None => Outcome::written(WriteOutcome::nothing().said(said)),
        };
        Ok(match left[..] {
            [] => outcome,
            _ => outcome.warn(words::words_left(&left)),
        })
    }
}

/// The events with words of and about these people that are not taken out with them.
fn words_left(
    context: &Context,
    events: &[EventId],
    people: &[String],
) -> Result<Vec<EventId>, Failure> {
    let mut left = Vec::new();
    for address in people {
        left.extend(words_of(context, address)?);
    }
    left.retain(|event| !events.contains(event));
    left.sort_unstable();
    left.dedup();
    Ok(left)
}

/// Whether all of it is out of the record already: a redaction that was cut off, or that had to
/// leave something in the log, is brought to its end by asking again.
fn all_gone(context: &Context, events: &[EventId]) -> Result<bool, Failure> {
    let store = context.store()?;
    for event in events {
        if !store.event(*event)?.is_some_and(|told| told.redacted) {
            return Ok(false);
        }
    }
    Ok(!events.is_empty())
}

/// What is left of the text in the file: the record forgets it with the write, the file after it.
fn cleared(outcome: Outcome, scrubbed: Result<Scrubbed, Failure>) -> Outcome {
    let left = match scrubbed {
        Ok(Scrubbed::NothingLeft) => return outcome,
        Ok(Scrubbed::StillInLog) => words::SOMEBODY_READS.to_owned(),
        Err(failure) => wording::failure::says(&failure),
    };
    outcome
        .warn(words::still_in_file(&left))
        .warn(words::AGAIN_WHEN_NOBODY_READS)
}

fn take_out(session: &mut Session<'_>, event: EventId, why: &str) -> Result<(), Failure> {
    if session.redact(event, why)? {
        return Ok(());
    }
    Err(Failure::not_possible(words::nothing_written(event)))
}

/// What is meant, each once.
#[derive(Default)]
struct Meant {
    events: Vec<EventId>,
    /// The addresses of the contacts who are named.
    people: Vec<String>,
}

fn meant(context: &Context, words: &[String]) -> Result<Meant, Failure> {
    let mut meant = Meant::default();
    for word in words {
        match word.parse::<i64>() {
            Ok(number) => meant.events.push(event(context, EventId(number))?),
            Err(_) => {
                // who stands for several customers is one person
                for contact in context.contacts(word)? {
                    meant.events.extend(of_contact(context, &contact)?);
                    if !meant.people.contains(&contact.row.email) {
                        meant.people.push(contact.row.email);
                    }
                }
            }
        }
    }
    meant.events.sort();
    meant.events.dedup();
    Ok(meant)
}

fn event(context: &Context, id: EventId) -> Result<EventId, Failure> {
    let store = context.store()?;
    match store.event(id)? {
        Some(_) => Ok(id),
        None => Err(Failure::not_found(words::no_event(id, store.last_event()?))),
    }
}

/// The events that say who a contact is.
fn of_contact(context: &Context, contact: &StoredContact) -> Result<Vec<EventId>, Failure> {
    let stream = Stream::Customer(contact.row.customer);
    let told = context.store()?.history(stream, AsOf::All)?;
    let names = told.into_iter().filter(|told| {
        told.event.fact.person() == Some(contact.row.id) && !told.redacted && !told.prose.is_empty()
    });
    Ok(names.map(|told| told.event.id).collect())
}
