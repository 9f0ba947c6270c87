//! One verb over one ticket or many: all or none, in one transaction.

use super::record::listing;
use super::said::Echo;
use crate::commands::Input;
use crate::commands::args::{Text, TicketWrite, TicketsArg};
use crate::commands::plan_words::{self, spelt_as};
use crate::context::{CommitSummary, Context, Session, WriteMode};
use crate::core::model::{ContactId, EventText, Fact, TicketNo, Worked};
use crate::core::sla::Rulebook;
use crate::core::terms::Terms;
use crate::core::text::nearest;
use crate::failure::{Failure, Noun};
use crate::render::{Outcome, WriteOutcome};
use crate::wording::account::others_contact;

/// Does `one` to each ticket, and says what it did and which deadlines follow.
///
/// # Errors
/// What `one` fails with; then nothing was changed.
pub(super) fn act(
    context: &Context,
    input: &dyn Input,
    tickets: &TicketsArg,
    write: &TicketWrite,
    mut one: impl FnMut(&mut Session<'_>, TicketNo) -> Result<(), Failure>,
) -> Result<Outcome, Failure> {
    let numbers = tickets.numbers(context, input)?;
    if numbers.is_empty() {
        return Ok(Outcome::only_said("no ticket fits; nothing was changed"));
    }
    write.confirm(input.verb(), numbers.len())?;
    let seen = seen(write, &numbers)?;
    let ((), written) = context.write(&write.options(context)?, |session| {
        for number in &numbers {
            if let Some(seen) = seen {
                session.last_event_is(*number, seen)?;
            }
            one(session, *number)?;
        }
        Ok(())
    })?;
    Ok(Outcome::written(told(context, input, &written)?))
}

/// The same by a verb that takes a text: what was said stands with what is written on each.
///
/// # Errors
/// As [`act`]; a text that cannot be read.
pub(super) fn act_saying<T>(
    context: &Context,
    input: &dyn Input,
    (tickets, text, write): (&TicketsArg, &Text, &TicketWrite),
    one: impl FnMut(&mut Session<'_>, TicketNo, EventText) -> Result<T, Failure>,
) -> Result<Outcome, Failure> {
    let said = text.given(input)?;
    act_with(context, input, (tickets, said, write), one)
}

/// The same where the text was read already.
///
/// # Errors
/// As [`act`].
pub(super) fn act_with<T>(
    context: &Context,
    input: &dyn Input,
    (tickets, said, write): (&TicketsArg, Option<String>, &TicketWrite),
    mut one: impl FnMut(&mut Session<'_>, TicketNo, EventText) -> Result<T, Failure>,
) -> Result<Outcome, Failure> {
    let prose = EventText::saying(said);
    act(context, input, tickets, write, |session, number| {
        one(session, number, prose.clone()).map(|_| ())
    })
}

/// The event of `--if-event`, which speaks of one ticket.
fn seen(write: &TicketWrite, numbers: &[TicketNo]) -> Result<Option<i64>, Failure> {
    if write.if_event.is_some() && numbers.len() > 1 {
        return Err(Failure::usage("`--if-event` speaks of one ticket")
            .hint("name one, or leave the flag out"));
    }
    Ok(write.if_event)
}

/// What a write answers: a sentence for each ticket, the tickets after the change for `-f`.
///
/// # Errors
/// The desk's file cannot be read.
pub(super) fn told(
    context: &Context,
    input: &dyn Input,
    written: &CommitSummary,
) -> Result<WriteOutcome, Failure> {
    let mut outcome = match written.entry {
        Some(entry) => WriteOutcome::new(entry),
        None => WriteOutcome::nothing(),
    };
    let mut echo = Echo::of(context)?;
    for (number, touched) in &written.tickets {
        let says = echo.ticket(written, *number, touched)?.into_iter();
        outcome = says.fold(outcome, WriteOutcome::said);
    }
    let asked = context.settings.asks_for_rows() && !written.tickets.is_empty();
    if written.mode == WriteMode::ForReal && asked {
        let numbers: Vec<TicketNo> = written.tickets.iter().map(|(number, _)| *number).collect();
        let mut reading = context.reading(None)?;
        outcome = outcome.after(listing(input.verb(), &mut reading, &numbers)?);
    }
    Ok(outcome)
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
    let abbreviations = session.abbreviations;
    let account = session.account(customer)?;
    Ok(abbreviations.contact_of(account, word)?.id)
}

/// Who was spoken to about a ticket: a contact of its customer's, or somebody else.
///
/// # Errors
/// Several contacts begin so, or it is a contact of another customer's.
pub(super) fn person_of(
    session: &mut Session<'_>,
    number: TicketNo,
    word: &str,
) -> Result<String, Failure> {
    let customer = session.ticket(number)?.now.customer;
    let abbreviations = session.abbreviations;
    let person = abbreviations.person_of(session.account(customer)?, word)?;
    let known = session.writer.contacts_of_email(&person)?;
    if known.is_empty() || known.iter().any(|contact| contact.row.customer == customer) {
        return Ok(person);
    }
    let key = session.account(customer)?.customer.key.clone();
    let (says, hint) = others_contact(&person, number, &key);
    Err(Failure::not_possible(says).hint(hint))
}

/// The terms in whose words a ticket is told: those that it lives under, else those that its
/// contract had at its opening, since a courtesy is asked for in them too. None: it is under no
/// contract, and any word will do.
///
/// # Errors
/// The desk's file cannot be read.
pub(super) fn terms_of_words(
    session: &mut Session<'_>,
    number: TicketNo,
) -> Result<Option<Terms>, Failure> {
    let ticket = session.ticket(number)?.now.clone();
    let event = match (ticket.terms, ticket.contract) {
        (Some(event), _) => Some(event),
        (None, Some(contract)) => {
            let account = session.account(ticket.customer)?;
            let contract = account.contract(contract);
            let said = contract.and_then(|contract| contract.terms_near(ticket.opened));
            said.map(|terms| terms.event)
        }
        (None, None) => None,
    };
    match event {
        Some(event) => {
            let terms = session.rules_cache.load_terms(&session.writer, event)?;
            Ok(terms.cloned())
        }
        None => Ok(None),
    }
}

/// A channel of the ticket's terms, spelt as they spell it; under none it can be any.
///
/// # Errors
/// The terms have channels, and none of that name.
pub(super) fn channel_of(
    session: &mut Session<'_>,
    number: TicketNo,
    word: &str,
) -> Result<String, Failure> {
    match terms_of_words(session, number)? {
        Some(terms) => plan_words::channel_of(&terms, word),
        None => Ok(word.to_owned()),
    }
}

/// A kind of tickets that the customer can ask for, as the ticket's terms spell it.
///
/// # Errors
/// The terms have no such kind.
pub(super) fn asked_kind(
    session: &mut Session<'_>,
    number: TicketNo,
    word: &str,
) -> Result<String, Failure> {
    match terms_of_words(session, number)? {
        Some(terms) => plan_words::kind_on_request(&terms, word),
        None => Ok(word.to_owned()),
    }
}

/// A milestone of the ticket's terms by its name, spelt as they spell it.
///
/// # Errors
/// The terms have none of that name.
pub(super) fn milestone(
    session: &mut Session<'_>,
    number: TicketNo,
    name: &str,
) -> Result<String, Failure> {
    let terms = session.ticket(number)?.now.terms;
    let terms = terms.and_then(|id| session.rules_cache.terms(id));
    let names: Vec<&str> = terms.map_or_else(Vec::new, |terms| {
        terms.milestones.iter().map(|m| m.id.as_str()).collect()
    });
    let spelt = spelt_as(name, &names);
    if names.contains(&spelt.as_str()) {
        return Ok(spelt);
    }
    Err(
        Failure::no_such_of(number.to_string(), Noun::Called("milestone"), name)
            .meant(nearest(name, names.iter().copied()))
            .hint(match names.is_empty() {
                true => "it lives under no contract: nothing is promised".to_owned(),
                false => format!("it has {}", names.join(", ")),
            }),
    )
}
