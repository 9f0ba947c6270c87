//! `contact revoke`: a person may ask no more, and the seat is free.

use clap::Args;

use super::super::account::{Days, outcome, said, seating};
use super::add::ends_after;
use super::after::after;
use super::named::NamedContact;
use crate::commands::Input;
use crate::commands::args::{Text, Write, parse};
use crate::context::Context;
use crate::core::account::{Account, Contact};
use crate::core::model::{ContactRevoked, EventText};
use crate::core::time::{DayExpr, Instant};
use crate::failure::Failure;
use crate::render::Outcome;
use crate::store::{Condition, TicketTest};
use crate::wording::account as words;

/// Revoke: he or she may ask no more
#[derive(Args, Debug)]
#[command(
    after_help = "Examples:\n  sladesk contact revoke bob@acme.example\n  sladesk contact revoke bob@acme.example --end 2026-12-31 -m \"leaves Acme\""
)]
pub(crate) struct ContactRevoke {
    #[command(flatten)]
    contact: NamedContact,
    /// The last day
    #[arg(long, value_name = "DAY", allow_hyphen_values = true, value_parser = parse::<DayExpr>)]
    end: Option<DayExpr>,
    #[command(flatten)]
    text: Text,
    #[command(flatten)]
    write: Write,
}

impl ContactRevoke {
    /// Ends the seat.
    ///
    /// # Errors
    /// No such contact, or none who holds a seat then.
    pub(crate) fn run(self, context: &Context, input: &dyn Input) -> Result<Outcome, Failure> {
        let text = self.text.given(input)?;
        let found = self.contact.found(&context.directory()?)?;
        let (customer, id) = (found.row.customer, found.row.id);
        let options = self.write.options(context)?;
        let (follows, written) = context.write(&options, |session| {
            let account = session.account(customer)?.clone();
            let at = session.at();
            let days = Days::of_account(&mut session.rules_cache, &session.writer, &account, at)?;
            let from = match &self.end {
                Some(day) => days.end(day, session.now())?,
                // a seat is held to the end of its last day
                None => days.end_of_day(at),
            };
            still_seated(&account, &found.row.email, from, &days)?;
            let contact = account.contact_by_email(&found.row.email);
            if let Some(seat) = contact.and_then(|contact| contact.seat_near(at)) {
                ends_after(seat.from, Some(from), &days)?;
            }
            let fact = ContactRevoked {
                contact: id,
                from: Some(from),
            };
            let prose = EventText::saying(text.clone());
            session.account_fact(customer, fact.into(), prose)?;
            let after = session.account(customer)?.clone();
            let last = days.last(from);
            let last = last.map(words::last_day_is);
            let taken = seating::taken(session, &after, from)?;
            let follows: Vec<String> = last.into_iter().chain(taken).collect();
            Ok(match follows.is_empty() {
                true => String::new(),
                false => format!(": {}", follows.join("; ")),
            })
        })?;
        let outcome = outcome(&written, vec![said(&written, &follows)], None);
        let outcome = after(context, input.verb(), &written, outcome, (customer, id))?;
        let mine = Condition::from(TicketTest::Contact(vec![id]));
        let active = crate::core::model::State::ALL
            .into_iter()
            .filter(|state| state.is_active());
        let open = context
            .store()?
            .present()
            .count(&mine.and(TicketTest::State(active.collect()).into()))?;
        Ok(match words::tickets_go_on(open) {
            None => outcome,
            Some(said) => outcome.say(said),
        })
    }
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
    Err(Failure::not_possible(words::holds_none(email, since)))
}
