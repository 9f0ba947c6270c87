//! One verb over one ticket or many: all or none, in one transaction.

use super::record::{EventRecord, listing};
use super::said;
use crate::commands::Input;
use crate::commands::args::{TicketsArg, Write};
use crate::context::{Context, Session, TicketChange, WriteMode, WriteOptions};
use crate::core::model::{ContactId, EventText, Fact, TicketNo, Worked};
use crate::core::sla::Rulebook;
use crate::core::text::{nearest, nearest_person};
use crate::failure::Failure;
use crate::render::{Outcome, WriteOutcome};
use crate::store::StoredEvent;

/// Does `one` to each ticket, and says what it did and which deadlines follow.
///
/// # Errors
/// What `one` fails with; then nothing was changed.
pub(super) fn act(
    context: &Context,
    input: &dyn Input,
    done: &str,
    tickets: &TicketsArg,
    write: &Write,
    mut one: impl FnMut(&mut Session<'_>, TicketNo) -> Result<(), Failure>,
) -> Result<Outcome, Failure> {
    let numbers = tickets.numbers(context, input)?;
    if numbers.is_empty() {
        return Ok(Outcome::only_said("no ticket fits; nothing was changed"));
    }
    write.confirm(input.verb(), numbers.len())?;
    let options = for_one(write, context, &numbers)?;
    let ((), written) = context.write(&options, |session| {
        for number in &numbers {
            one(session, *number)?;
        }
        Ok(())
    })?;
    Ok(Outcome::written(told(context, input, done, &written)?))
}

/// `--if-event` speaks of one ticket.
fn for_one(
    write: &Write,
    context: &Context,
    numbers: &[TicketNo],
) -> Result<WriteOptions, Failure> {
    let options = write.options(context)?;
    if options.if_event.is_some() && numbers.len() > 1 {
        return Err(Failure::usage("`--if-event` speaks of one ticket")
            .hint("name one, or leave the flag out"));
    }
    Ok(options)
}

/// What a write answers: a sentence for each ticket, the tickets after the change for `-f`.
///
/// # Errors
/// The desk's file cannot be read.
pub(super) fn told(
    context: &Context,
    input: &dyn Input,
    done: &str,
    written: &crate::context::CommitSummary,
) -> Result<WriteOutcome, Failure> {
    let mut outcome = match written.entry {
        Some(entry) => WriteOutcome::new(entry),
        None => WriteOutcome::nothing(),
    };
    for (number, touched) in &written.tickets {
        let done = what_was_done(done, touched);
        outcome = outcome.said(said::ticket(
            context,
            &done,
            written.earnest,
            *number,
            touched,
            &written.charges,
        )?);
    }
    if written.earnest == WriteMode::ForReal && !written.tickets.is_empty() {
        let numbers: Vec<TicketNo> = written.tickets.iter().map(|(number, _)| *number).collect();
        let mut reading = context.reading(None)?;
        outcome = outcome.after(listing(input.verb(), &mut reading, &numbers)?);
    }
    Ok(outcome)
}

/// What was done to a ticket: the verb, that it took another in, or that its contract's hours
/// were used up by it or came back.
fn what_was_done(done: &str, touched: &TicketChange) -> String {
    let last = touched.history.iter().max_by_key(|told| told.event.id);
    let Some(last) = last else {
        return done.to_owned();
    };
    let follows =
        |told: &StoredEvent| matches!(told.event.fact, Fact::Lapsed(_) | Fact::Restored(_));
    let entry = last.event.entry;
    let mut written = touched.history.iter();
    let only_follows = written.all(|told| told.event.entry != entry || follows(told));
    let what = EventRecord::what(last);
    match &last.event.fact {
        Fact::Absorbed(_) => what,
        Fact::Lapsed(_) | Fact::Restored(_) if only_follows => what,
        Fact::Lapsed(_) | Fact::Restored(_) => format!("{done}, {what}"),
        _ => done.to_owned(),
    }
}

/// What was said or written, as prose.
pub(super) fn prose(text: Option<String>) -> EventText {
    EventText {
        text,
        ..EventText::default()
    }
}

/// Books the time of `-w` on a ticket.
///
/// # Errors
/// The desk's file cannot be read.
pub(super) fn book_work(
    session: &mut Session<'_>,
    number: TicketNo,
    worked: Option<i64>,
) -> Result<(), Failure> {
    let Some(spent) = worked else {
        return Ok(());
    };
    let booking = session.booking(number, spent, None)?;
    book(session, number, booking, EventText::default())
}

/// Writes a booking.
///
/// # Errors
/// The desk's file cannot be written.
pub(super) fn book(
    session: &mut Session<'_>,
    number: TicketNo,
    booking: Worked,
    prose: EventText,
) -> Result<(), Failure> {
    session
        .record(number, Fact::Worked(booking), prose)
        .map(|_| ())
}

/// A contact of the ticket's customer by e-mail address.
///
/// # Errors
/// Nobody of that customer has the address.
pub(super) fn contact_of(
    session: &mut Session<'_>,
    number: TicketNo,
    word: &str,
) -> Result<ContactId, Failure> {
    let customer = session.ticket(number)?.now.customer;
    let account = session.account(customer)?;
    if let Some(contact) = account.contact_by_email(word) {
        return Ok(contact.id);
    }
    let people: Vec<(&str, &str)> = account
        .contacts
        .iter()
        .map(|c| (c.label(), c.name.as_deref().unwrap_or_default()))
        .collect();
    let key = &account.customer.key;
    Err(Failure::not_found(format!("{key} has no contact `{word}`"))
        .meant(nearest_person(word, people)))
}

/// A milestone of the ticket's terms by its name.
///
/// # Errors
/// The terms have none of that name.
pub(super) fn milestone(
    session: &mut Session<'_>,
    number: TicketNo,
    name: &str,
) -> Result<(), Failure> {
    let terms = session.ticket(number)?.now.terms;
    let terms = terms.and_then(|id| session.book.terms(id));
    let names: Vec<&str> = terms.map_or_else(Vec::new, |terms| {
        terms.milestones.iter().map(|m| m.id.as_str()).collect()
    });
    if names.contains(&name) {
        return Ok(());
    }
    Err(
        Failure::not_found(format!("{number} has no milestone `{name}`"))
            .meant(nearest(name, names.iter().copied()))
            .hint(match names.is_empty() {
                true => "it lives under no contract: nothing is promised".to_owned(),
                false => format!("it has {}", names.join(", ")),
            }),
    )
}
