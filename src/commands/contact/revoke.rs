//! `contact revoke`: a person may ask no more, and the seat is free.

use super::super::account::{Days, done, outcome, seating};
use super::after;
use super::options::RevokeContact;
use crate::context::Context;
use crate::core::account::{Account, Contact};
use crate::core::model::{ContactRevoked, EventText};
use crate::core::time::Instant;
use crate::failure::Failure;
use crate::render::Outcome;
use crate::store::{Test, Where};

/// `contact revoke`.
///
/// # Errors
/// No such contact, or none who holds a seat then.
pub(crate) fn revoke(context: &mut Context, options: &RevokeContact) -> Result<Outcome, Failure> {
    let found = context.contact(&options.contact)?;
    let (customer, id) = (found.row.customer, found.row.id);
    let intent = options.write.intent(context)?;
    let (said, written) = context.write(&intent, |session| {
        let account = session.account(customer)?.clone();
        let at = session.at();
        let days = Days::of_account(&mut session.book, &session.writer, &account, at)?;
        let end = options.end.as_deref();
        let from = match end {
            Some(day) => days.end(day, session.now())?,
            // a seat is held to the end of its last day
            None => days.end_of_day(at),
        };
        still_seated(&account, &found.row.email, from, &days)?;
        let fact = ContactRevoked {
            contact: id,
            from: Some(from),
        };
        let prose = EventText {
            text: options.text.clone(),
            ..EventText::default()
        };
        session.account_fact(customer, fact.into(), prose)?;
        let after = session.account(customer)?.clone();
        let last = days.last(from);
        let last = last.map(|last| format!("the last day is {last}"));
        let taken = seating::taken(session, &after, from)?;
        let said: Vec<String> = last.into_iter().chain(taken).collect();
        Ok(said.join("; "))
    })?;
    let mut sentence = done(written.earnest, &found.row.email, "revoked");
    if !said.is_empty() {
        sentence.push_str(&format!(": {said}"));
    }
    let outcome = outcome(&written, vec![sentence], None);
    let outcome = after(context, "contact revoke", &written, outcome, (customer, id))?;
    let mine = Where::from(Test::Contact(vec![id]));
    let active = crate::core::model::State::ALL
        .into_iter()
        .filter(|state| state.is_active());
    let open = context
        .store()?
        .count(&mine.and(Test::State(active.collect()).into()))?;
    Ok(match open {
        0 => outcome,
        1 => outcome.say("1 open ticket of his or hers goes on"),
        n => outcome.say(format!("{n} open tickets of his or hers go on")),
    })
}

fn still_seated(account: &Account, email: &str, from: Instant, days: &Days) -> Result<(), Failure> {
    let contact = account.contact_by_email(email);
    let holds = |contact: &Contact| {
        contact
            .seats
            .iter()
            .any(|seat| seat.until.is_none_or(|until| from < until))
    };
    if contact.is_some_and(holds) {
        return Ok(());
    }
    let ended = contact.and_then(|contact| contact.seats.last()?.until);
    let since = ended.and_then(|end| days.last(end));
    Err(Failure::not_possible(match since {
        Some(last) => format!("{email} holds no seat after {last}"),
        None => format!("{email} holds no seat"),
    }))
}
