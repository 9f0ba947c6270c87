//! Taking back what one command wrote.

mod account_again;
mod contracts_again;
mod rules_again;
mod undo_dependents;

use clap::Args;

use super::ticket::Echo;
use crate::commands::Input;
use crate::commands::args::{Consent, Text};
use crate::context::{CommitSummary, Context, Session, WriteOptions, whom};
use crate::core::model::{CustomerId, EntryId, EventId, EventText, Fact, Stream, Undone};
use crate::core::time::moment;
use crate::failure::{Failure, Noun};
use crate::render::{Outcome, WriteOutcome};
use crate::store::{AsOf, EntryRow, StoredEvent};
use crate::wording::{event, undo};
use account_again::AccountsWithEntry;
use undo_dependents::{AccountBefore, refuse_orphans, silenced};

/// Undo my last change; again the one before; or that entry
#[derive(Args, Debug)]
#[command(after_help = "Examples:\n  sladesk undo\n  sladesk undo e61251 -n")]
pub(crate) struct Undo {
    /// What one command wrote: `e48123`
    #[arg(value_name = "ENTRY", value_parser = entry_of)]
    entry: Option<EntryWord>,
    #[command(flatten)]
    consent: Consent,
    /// This may take a breach off the record; reports show it as corrected
    #[arg(long, value_name = "REASON", allow_hyphen_values = true)]
    corrects: Option<String>,
    #[command(flatten)]
    text: Text,
}

impl Undo {
    /// Takes back what one command wrote, as if it had never been: my last change, again the one
    /// before; or the entry named.
    ///
    /// # Errors
    /// There is nothing to take back, it wrote to many tickets and nobody said yes, somebody wrote to
    /// the same tickets since, something rests on it, or a breach would go off the record.
    pub(crate) fn run(self, context: &Context, input: &dyn Input) -> Result<Outcome, Failure> {
        let text = self.text.given(input)?;
        let named = match self.entry {
            None => None,
            Some(EntryWord::Entry(id)) => Some(id),
            Some(EntryWord::Event(id)) => return Err(number_of_event(context, id)?),
        };
        let options = WriteOptions {
            mode: self.consent.mode(),
            corrects: self.corrects.clone(),
            undoes: named,
            ..WriteOptions::default()
        };
        let ((entry, contents, again), written) = context.write(&options, |session| {
            let entry = match named {
                Some(id) => known(session, id)?,
                None => last_of_mine(session)?,
            };
            if named.is_none() {
                refuse_if_changed_since(session, &entry)?;
            }
            self.consent.confirm("undo", tickets_of(session, &entry)?)?;
            let contents = contents(session, &entry)?;
            let named = contents.iter().take(MOST_NAMED).map(|(told, _)| told);
            let accounts = AccountsWithEntry::read(session, named)?;
            take_back(session, &entry, text.clone())?;
            let mut again = accounts.again(session, &context.zones()?.desk)?;
            again.extend(silenced(session, &session.writer.streams_of(&entry)?)?);
            Ok((entry, contents, again))
        })?;
        let told = match written.entry {
            Some(by) => WriteOutcome::new(by),
            None => WriteOutcome::nothing(),
        };
        let mut echo = Echo::of(context)?;
        let what = said(&mut echo, &contents, &written)?;
        let sentence = undo::undid(entry.id, &what, written.entry.is_some());
        let mut told = told.said(sentence);
        for (number, touched) in &written.tickets {
            let says = echo.again(*number, touched)?.into_iter();
            told = says.fold(told, |told, says| told.said(format!("  {says}")));
        }
        let told = again
            .into_iter()
            .fold(told, |told, says| told.said(format!("  {says}")));
        Ok(Outcome::written(told))
    }
}

/// What was typed for an entry.
#[derive(Clone, Copy, Debug)]
enum EntryWord {
    Entry(EntryId),
    /// A number alone, as lists name events.
    Event(EventId),
}

/// The value parser of an entry: `e48123`.
fn entry_of(word: &str) -> Result<EntryWord, Failure> {
    let read = match word.strip_prefix('e') {
        Some(digits) => digits.parse().map(|id| EntryWord::Entry(EntryId(id))),
        None => word.parse().map(|id| EntryWord::Event(EventId(id))),
    };
    read.map_err(|_| {
        let (message, hint) = undo::no_entry_word(word);
        Failure::usage(message).hint(hint)
    })
}

/// A number alone is that of an event, which goes with all that its entry wrote.
fn number_of_event(context: &Context, id: EventId) -> Result<Failure, Failure> {
    let event = context.store()?.event(id)?;
    let (message, hint) = undo::number_alone(id, event.map(|told| told.event.entry));
    Ok(Failure::usage(message).hint(hint))
}

fn known(session: &Session<'_>, id: EntryId) -> Result<EntryRow, Failure> {
    let found = session
        .writer
        .entry(id)?
        .filter(|entry| entry.id != session.writer.entry_id());
    let entry = found.ok_or_else(|| Failure::no_such(Noun::Entry, id.to_string()))?;
    match session.writer.undone_by(id, AsOf::All)? {
        Some(by) => {
            let (message, hint) = undo::undone_already(id, by);
            Err(Failure::not_possible(message).hint(hint))
        }
        None => Ok(entry),
    }
}

/// The actor's last entry that stands and is no undo itself.
fn last_of_mine(session: &Session<'_>) -> Result<EntryRow, Failure> {
    let mut before = None;
    loop {
        let found = session.writer.latest_of(session.actor(), before)?;
        let Some(entry) = found else {
            return Err(Failure::not_possible(undo::nothing_to_undo(
                session.actor(),
            )));
        };
        let events = events_of(session, &entry)?;
        let undoes = |told: &StoredEvent| matches!(told.event.fact, Fact::Undone(_));
        if !events.iter().any(undoes) {
            return Ok(entry);
        }
        before = Some(entry.id);
    }
}

/// How many tickets an entry wrote to.
fn tickets_of(session: &Session<'_>, entry: &EntryRow) -> Result<usize, Failure> {
    let streams = session.writer.streams_of(entry)?;
    let is_ticket = |stream: &&Stream| matches!(stream, Stream::Ticket(_));
    Ok(streams.iter().filter(is_ticket).count())
}

fn events_of(session: &Session<'_>, entry: &EntryRow) -> Result<Vec<StoredEvent>, Failure> {
    let last = session.writer.last_event_of(entry.id)?;
    Ok(session.writer.events_between(entry.first, last)?)
}

/// Refuses when somebody wrote to the same tickets since.
fn refuse_if_changed_since(session: &Session<'_>, entry: &EntryRow) -> Result<(), Failure> {
    let last = session.writer.last_event_of(entry.id)?;
    for stream in session.writer.streams_of(entry)? {
        let Stream::Ticket(number) = stream else {
            continue;
        };
        for id in session.writer.entries_since(stream, last)? {
            let Some(since) = session.writer.entry(id)? else {
                continue;
            };
            if since.actor == entry.actor {
                continue;
            }
            let when = moment(since.recorded, session.here);
            let (message, hint) =
                undo::written_since(&since.actor, number, &when, since.id, entry.id);
            return Err(Failure::not_possible(message).hint(hint));
        }
    }
    Ok(())
}

/// An event of the entry, and whom it speaks of where it is of an account.
type ContentEvent = (StoredEvent, Option<String>);

/// What the entry wrote, as its accounts are before it is taken back.
fn contents(session: &mut Session<'_>, entry: &EntryRow) -> Result<Vec<ContentEvent>, Failure> {
    let mut contents = Vec::new();
    for told in events_of(session, entry)? {
        let whom = match told.event.stream {
            Stream::Ticket(_) => None,
            Stream::Customer(id) => {
                let account = session.account_if_any(id)?;
                account.map(|account| whom(account, &told.event.fact))
            }
        };
        contents.push((told, whom));
    }
    Ok(contents)
}

/// What the entry says, a few words an event.
fn said(
    echo: &mut Echo<'_>,
    contents: &[ContentEvent],
    written: &CommitSummary,
) -> Result<Vec<String>, Failure> {
    let mut said = Vec::new();
    for (told, whom) in contents.iter().take(MOST_NAMED) {
        said.push(match told.event.stream {
            Stream::Ticket(number) => {
                let mut tickets = written.tickets.iter();
                let touched = tickets.find(|(touched, _)| *touched == number);
                let what = echo.event(told, touched.map(|(_, touched)| touched))?;
                format!("{number} {what}")
            }
            Stream::Customer(_) => {
                event::of_account(&told.event.fact, &told.prose, whom.as_deref())
            }
        });
    }
    if contents.len() > MOST_NAMED {
        said.push(format!("and {} more", contents.len() - MOST_NAMED));
    }
    Ok(said)
}

/// More than these are counted, not named.
const MOST_NAMED: usize = 5;

fn take_back(
    session: &mut Session<'_>,
    entry: &EntryRow,
    text: Option<String>,
) -> Result<(), Failure> {
    if entry.id == EntryId(1) {
        return Err(Failure::not_possible(undo::FOUNDING));
    }
    let is_redaction = |told: &StoredEvent| matches!(told.event.fact, Fact::Redacted(_));
    if events_of(session, entry)?.iter().any(is_redaction) {
        let (message, hint) = undo::redaction(entry.id);
        return Err(Failure::not_possible(message).hint(hint));
    }
    let at = session.now();
    let streams = session.writer.streams_of(entry)?;
    let mut accounts = Vec::new();
    for stream in &streams {
        if let Stream::Customer(id) = *stream
            && id != CustomerId::DESK
        {
            accounts.extend(AccountBefore::read(session, id)?);
        }
    }
    for stream in &streams {
        let fact = Fact::from(Undone { entry: entry.id });
        let prose = EventText::saying(text.clone());
        match *stream {
            Stream::Ticket(number) => session.append(number, at, fact, prose).map(|_| ())?,
            Stream::Customer(id) => session.account_fact(id, fact, prose).map(|_| ())?,
        }
    }
    session.writer.take_back(entry.id)?;
    for account in &accounts {
        account.nothing_rests(session, &streams)?;
    }
    refuse_orphans(session, &streams)
}
