//! `contact edit`: what is said of a contact is changed, and the days of a seat.

use clap::Args;

use super::super::account::{Days, outcome, said, seating};
use super::add::{RequestedSeat, authorise, ends_after};
use super::after::after;
use super::change::in_place_of;
use super::facts::ContactFacts;
use super::last_day::LastDay;
use super::named::NamedContact;
use super::qualification;
use crate::commands::Input;
use crate::commands::args::{Write, proper_email};
use crate::context::{Context, Session};
use crate::core::account::{Account, Contact, Seat, changed_fields};
use crate::core::entitlement::SeatRequest;
use crate::core::model::{
    ContactEdited, ContactId, ContactRevoked, CustomerId, EventText, Qualified,
};
use crate::core::time::Instant;
use crate::failure::Failure;
use crate::render::Outcome;
use crate::wording::account as words;

/// Edit what is said of a contact
#[derive(Args, Debug)]
#[command(
    after_help = "Examples:\n  sladesk contact edit dana@acme.example --phone \"+34 600 000 000\"\n  sladesk contact edit dana@acme.example --email d.ruiz@acme.example"
)]
pub(crate) struct ContactEdit {
    #[command(flatten)]
    contact: NamedContact,
    /// The address he or she asks from now on
    #[arg(long, value_name = "EMAIL", value_parser = proper_email)]
    email: Option<String>,
    #[command(flatten)]
    facts: ContactFacts,
    #[command(flatten)]
    write: Write,
}

impl ContactEdit {
    /// Changes what is new.
    ///
    /// # Errors
    /// No such contact, days that cannot be, no seat left.
    pub(crate) fn run(self, context: &Context, input: &dyn Input) -> Result<Outcome, Failure> {
        let found = self.contact.found(&context.directory()?)?;
        let (customer, id) = (found.row.customer, found.row.id);
        let options = self.write.options(context)?;
        let (changes, written) = context.write(&options, |session| {
            edit_of(session, customer, id, self.email.as_deref(), &self.facts)
        })?;
        if changes.is_empty() {
            return Ok(Outcome::only_said(words::NOTHING_NEW));
        }
        let sentence = said(&written, &format!(": {}", changes.join("; ")));
        let outcome = outcome(&written, vec![sentence], None);
        after(context, input.verb(), &written, outcome, (customer, id))
    }
}

/// Changes what is said of a person in a write that is under way, and tells what is new; nothing
/// is written when nothing is.
///
/// # Errors
/// Days that cannot be, no seat left.
pub(in crate::commands) fn edit_of(
    session: &mut Session<'_>,
    customer: CustomerId,
    id: ContactId,
    email: Option<&str>,
    facts: &ContactFacts,
) -> Result<Vec<String>, Failure> {
    let prose = EventText {
        name: facts.name.clone(),
        email: email.map(str::to_owned),
        phone: facts.phone.clone(),
        ..EventText::default()
    };
    let account = session.account(customer)?.clone();
    let contact = account.contact(id).ok_or_else(|| lost(id))?;
    free_address(&account, contact, prose.email.as_deref())?;
    ContactChange {
        session,
        account: &account,
        contact,
        facts,
        prose,
        language: facts.language.clone(),
        leaving: None,
    }
    .carry_out()
}

fn lost(id: ContactId) -> Failure {
    Failure::desk_file(words::no_beginning(id)).hint(words::CHECK_TELLS)
}

/// Two people of one customer never have the same address.
fn free_address(account: &Account, contact: &Contact, email: Option<&str>) -> Result<(), Failure> {
    let other = email.and_then(|email| account.contact_by_email(email));
    match other.filter(|other| other.id != contact.id) {
        None => Ok(()),
        Some(other) => {
            let message = words::address_taken(other.label(), other.name.as_deref());
            Err(Failure::not_possible(message).kind("exists"))
        }
    }
}

/// A change under way.
struct ContactChange<'e, 's, 'd> {
    session: &'e mut Session<'s>,
    account: &'e Account,
    contact: &'e Contact,
    facts: &'d ContactFacts,
    prose: EventText,
    language: Option<String>,
    /// Whose seat was taken over.
    leaving: Option<ContactId>,
}

impl ContactChange<'_, '_, '_> {
    fn carry_out(mut self) -> Result<Vec<String>, Failure> {
        let at = self.session.at();
        let days = Days::of_account(
            &mut self.session.rules_cache,
            &self.session.writer,
            self.account,
            at,
        )?;
        let seat = self.contact.seat_near(at).cloned();
        let held = self.contact.named_at(at);
        let words = &self.facts.qualification;
        let qualified = qualification::laid_over(self.session, self.account, &days, held, words)?;
        let mut said = self.described();
        if !words.is_empty() {
            said.push(qualified_for(&qualified));
        }
        if let Some(who) = &self.facts.replaces {
            said.push(self.take_over(who, seat.as_ref(), &days)?);
        }
        if self.facts.start.is_some() || self.facts.end == Some(LastDay::NoDay) {
            said.push(self.seat_anew(seat.as_ref(), qualified, &days)?);
            return Ok(said);
        }
        let until = self.new_end(seat.as_ref(), &qualified, &days)?;
        if let Some(last) = until.and_then(|until| days.last(until)) {
            said.push(words::until(last));
        }
        if said.is_empty() {
            return Ok(said);
        }
        let fact = ContactEdited {
            contact: self.contact.id,
            qualified: (!words.is_empty()).then_some(qualified),
            until,
            language: self.language,
        };
        let customer = self.account.customer.id;
        self.session
            .account_fact(customer, fact.into(), self.prose)?;
        Ok(said)
    }

    /// What is said of the person that is new.
    fn described(&self) -> Vec<String> {
        let mut after = self.contact.clone();
        after.describe(&self.prose, &self.language);
        let changes = changed_fields(self.contact.fields(), after.fields()).into_iter();
        changes
            .map(|change| words::value(change.key, change.after))
            .collect()
    }

    /// `--replaces`: another's seat ends where this one begins, or now.
    fn take_over(
        &mut self,
        who: &str,
        seat: Option<&Seat>,
        days: &Days,
    ) -> Result<String, Failure> {
        let at = self.session.at();
        let from = seat.map_or(at, |seat| seat.from.max(at));
        let typed = (who, self.session.abbreviations);
        let left = in_place_of(self.account, typed, from, days)?;
        let leaving = left.id;
        let fact = ContactRevoked {
            contact: leaving,
            from: Some(match from > at {
                true => from,
                false => days.handed_over(self.account, leaving, at),
            }),
        };
        self.leaving = Some(leaving);
        let customer = self.account.customer.id;
        self.session
            .account_fact(customer, fact.into(), EventText::default())?;
        Ok(words::in_the_place_of(left.label()))
    }

    /// `--start`, or `--end none`: the seat is given anew.
    fn seat_anew(
        &mut self,
        seat: Option<&Seat>,
        qualified: Vec<Qualified>,
        days: &Days,
    ) -> Result<String, Failure> {
        let (at, now) = (self.session.at(), self.session.now());
        let who = self.contact.label();
        let Some(seat) = seat.filter(|seat| seat.until.is_none_or(|until| at < until)) else {
            return Err(over(who, &self.account.customer.key));
        };
        let start = self.facts.start.as_ref();
        if start.is_some() && seat.from <= at {
            let (message, hint) = words::beginning_stays(who, days.day(seat.from));
            return Err(Failure::not_possible(message).hint(hint));
        }
        let from = match start {
            Some(day) => days.start(day, now)?,
            None => seat.from.max(at),
        };
        let until = match &self.facts.end {
            Some(end) => end.until(days, now)?,
            None => seat.until,
        };
        ends_after(from, until, days)?;
        let customer = self.account.customer.id;
        let freed = ContactRevoked {
            contact: self.contact.id,
            from: (from > at).then_some(seat.from.max(at)),
        };
        self.session
            .account_fact(customer, freed.into(), EventText::default())?;
        let account = self.session.account(customer)?.clone();
        let wanted = RequestedSeat {
            from: (from != at).then_some(from),
            until,
            qualified,
            replaces: None,
            contract: seat.contract,
            language: self.language.take(),
        };
        let prose = std::mem::take(&mut self.prose);
        let said = authorise(self.session, &account, self.contact.id, who, &wanted, prose)?;
        Ok(format!("seat{said}"))
    }

    /// `--end DAY`: the seat ends earlier or later. Later needs a seat for the days between.
    fn new_end(
        &mut self,
        seat: Option<&Seat>,
        qualified: &[Qualified],
        days: &Days,
    ) -> Result<Option<Instant>, Failure> {
        let email = self.contact.label();
        let at = self.session.at();
        let until = match &self.facts.end {
            Some(end) => end.until(days, self.session.now())?,
            None => None,
        };
        if until.is_none() && self.facts.qualification.is_empty() {
            return Ok(None);
        }
        let Some(seat) = seat.filter(|seat| seat.until.is_none_or(|until| at < until)) else {
            return match until {
                Some(_) => Err(over(email, &self.account.customer.key)),
                None => Ok(None),
            };
        };
        ends_after(seat.from, until, days)?;
        let newcomer = SeatRequest {
            email,
            from: seat.from.max(at),
            until: until.or(seat.until),
            qualifications: qualified,
            replaces: self.leaving,
        };
        seating::room_for(self.session, self.account, &newcomer, seat.contract)?;
        Ok(until.filter(|until| seat.until != Some(*until)))
    }
}

fn over(who: &str, customer: &str) -> Failure {
    let (message, hint) = words::holds_none_any_more(who, customer);
    Failure::not_possible(message).hint(hint)
}

fn qualified_for(qualified: &[Qualified]) -> String {
    let held: Vec<&str> = qualified.iter().map(|held| held.what.as_str()).collect();
    words::qualified_for(&held)
}
