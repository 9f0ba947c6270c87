//! `contact add`: a person is authorised, and takes a seat.

use clap::Args;

use super::super::account::{Days, outcome, said, seating};
use super::after::after;
use super::change::in_place_of;
use super::facts::ContactFacts;
use super::qualification;
use crate::commands::Input;
use crate::commands::args::{Write, proper_email};
use crate::context::{Context, Session};
use crate::core::account::{Account, Contact, Seat};
use crate::core::entitlement::SeatRequest;
use crate::core::model::{
    ContactAuthorised, ContactId, ContractId, CustomerId, EventText, Qualified,
};
use crate::core::time::Instant;
use crate::failure::{Failure, Noun};
use crate::render::{Cell, Outcome};
use crate::wording::account as words;

/// A seat as it was asked for.
pub(super) struct RequestedSeat {
    pub from: Option<Instant>,
    pub until: Option<Instant>,
    pub qualified: Vec<Qualified>,
    pub replaces: Option<ContactId>,
    /// The only contract that covers him or her.
    pub contract: Option<ContractId>,
    pub language: Option<String>,
}

/// Authorise a person to ask
#[derive(Args, Debug)]
#[command(
    after_help = "Examples:\n  sladesk contact add acme dana@acme.example --name \"Dana Ruiz\"\n  sladesk contact add acme eva@acme.example --name \"Eva Roth\" --replaces bob@acme.example\n  sladesk contact add acme luis@acme.example --name \"Luis Soto\" --qualification certified-developer=2027-06-30"
)]
pub(crate) struct ContactAdd {
    /// A customer
    #[arg(value_name = "CUSTOMER")]
    customer: String,
    /// The address he or she asks from
    #[arg(value_name = "EMAIL", value_parser = proper_email)]
    email: String,
    #[command(flatten)]
    facts: ContactFacts,
    /// The only contract that covers him or her; without it all of the customer's do
    #[arg(long, value_name = "CONTRACT")]
    contract: Option<String>,
    #[command(flatten)]
    write: Write,
}

impl ContactAdd {
    /// Authorises him or her.
    ///
    /// # Errors
    /// An address that is authorised already, no name, no seat left on a contract.
    pub(crate) fn run(self, context: &Context, input: &dyn Input) -> Result<Outcome, Failure> {
        let customer = context.customer(&self.customer)?;
        let contract = self.contract.as_deref();
        let contract = contract.map(|word| numbered(context, word)).transpose()?;
        let (email, contract) = (&self.email, contract.as_deref());
        let options = self.write.options(context)?;
        let ((id, seat), written) = context.write(&options, |session| {
            add_to(session, customer.id, email, &self.facts, contract)
        })?;
        let outcome = outcome(
            &written,
            vec![said(&written, &seat)],
            Some(Cell::text(email)),
        );
        after(context, input.verb(), &written, outcome, (customer.id, id))
    }
}

/// Authorises a person in a write that is under way, and says what follows.
///
/// # Errors
/// An address that is authorised already, no name, no seat left on a contract.
pub(in crate::commands) fn add_to(
    session: &mut Session<'_>,
    customer: CustomerId,
    email: &str,
    facts: &ContactFacts,
    contract: Option<&str>,
) -> Result<(ContactId, String), Failure> {
    let account = session.account(customer)?.clone();
    let known = account.contact_by_email(email);
    let wanted = wanted(session, &account, known, facts, contract)?;
    let id = match known {
        Some(contact) => contact.id,
        None => session.writer.next_contact()?,
    };
    let prose = described(&account, facts, email, known)?;
    let said = authorise(session, &account, id, email, &wanted, prose)?;
    Ok((id, said))
}

fn wanted(
    session: &mut Session<'_>,
    account: &Account,
    known: Option<&Contact>,
    facts: &ContactFacts,
    contract: Option<&str>,
) -> Result<RequestedSeat, Failure> {
    let at = session.at();
    let days = Days::of_account(&mut session.rules_cache, &session.writer, account, at)?;
    let now = session.now();
    let start = facts.start.as_ref();
    let from = start.map(|day| days.start(day, now)).transpose()?;
    let until = match &facts.end {
        Some(end) => end.until(&days, now)?,
        None => None,
    };
    let begins = from.unwrap_or(session.at());
    if let Some(contact) = known {
        not_seated(contact, account, begins, &days)?;
    }
    ends_after(begins, until, &days)?;
    let held: &[Qualified] = known.map_or(&[], |contact| contact.named_at(begins));
    let replaces = facts.replaces.as_deref();
    Ok(RequestedSeat {
        from,
        until,
        qualified: qualification::laid_over(session, account, &days, held, &facts.qualification)?,
        replaces: replaces
            .map(|who| in_place_of(account, (who, session.abbreviations), begins, &days))
            .transpose()?
            .map(|left| left.id),
        contract: contract.map(|word| of_account(account, word)).transpose()?,
        language: facts.language.clone(),
    })
}

/// A contract by its number, where it was named by its customer.
fn numbered(context: &Context, word: &str) -> Result<String, Failure> {
    match word.parse::<i64>() {
        Ok(_) => Ok(word.to_owned()),
        Err(_) => Ok(context.contract(word, context.now())?.1.to_string()),
    }
}

/// A contract of the customer by its number.
fn of_account(account: &Account, word: &str) -> Result<ContractId, Failure> {
    let ids = account.contracts.iter().map(|contract| contract.id);
    let found = ids.clone().find(|id| id.to_string() == word);
    found.ok_or_else(|| {
        let key = &account.customer.key;
        let known: Vec<String> = ids.map(|id| id.to_string()).collect();
        let unknown = Failure::no_such_of(key, Noun::Contract, word);
        unknown.hint(words::contracts_are(key, &known))
    })
}

/// Who holds a seat already, or will, is not authorised twice.
fn not_seated(
    contact: &Contact,
    account: &Account,
    from: Instant,
    days: &Days,
) -> Result<(), Failure> {
    let Some(seat) = contact
        .seats
        .iter()
        .find(|seat| seat.until.is_none_or(|u| from < u))
    else {
        return Ok(());
    };
    let (who, key) = (contact.label(), &account.customer.key);
    let last = seat.until.and_then(|until| days.last(until));
    let (message, hint) = words::authorised_already(who, key, days.day(seat.from), last);
    Err(Failure::not_possible(message).kind("exists").hint(hint))
}

pub(super) fn ends_after(
    from: Instant,
    until: Option<Instant>,
    days: &Days,
) -> Result<(), Failure> {
    match until.filter(|until| *until <= from) {
        None => Ok(()),
        Some(until) => {
            let last = days.last(until).unwrap_or_else(|| days.day(until));
            Err(Failure::usage(words::seat_ends_first(last, days.day(from))))
        }
    }
}

fn described(
    account: &Account,
    facts: &ContactFacts,
    email: &str,
    known: Option<&Contact>,
) -> Result<EventText, Failure> {
    let name = facts.name.clone().or_else(|| known?.name.clone());
    if name.is_none() {
        let verb = format!("contact add {} {email}", account.customer.key);
        let missing = words::needs_a_name(&verb);
        return Err(Failure::missing(missing, "--name", Vec::new()));
    }
    Ok(EventText {
        name,
        email: Some(email.to_owned()),
        phone: facts.phone.clone(),
        ..EventText::default()
    })
}

impl RequestedSeat {
    fn newcomer<'a>(&'a self, email: &'a str, from: Instant) -> SeatRequest<'a> {
        SeatRequest {
            email,
            from,
            until: self.until,
            qualifications: &self.qualified,
            replaces: self.replaces,
        }
    }
}

/// From when on a seat is held for which nobody typed a day: from the beginning of the day, as the
/// seats on every page; from now, where it was free only since.
fn today(
    session: &mut Session<'_>,
    account: &Account,
    id: ContactId,
    email: &str,
    wanted: &RequestedSeat,
) -> Result<Instant, Failure> {
    let at = session.at();
    let days = Days::of_account(&mut session.rules_cache, &session.writer, account, at)?;
    let begins = match wanted.replaces {
        Some(leaving) => days.handed_over(account, leaving, at),
        None => days.beginning(at),
    };
    let held = account.contact(id).is_some_and(|contact| {
        let ended = |seat: &Seat| seat.until.is_some_and(|until| begins < until);
        contact.seats.iter().any(ended)
    });
    let newcomer = wanted.newcomer(email, begins);
    let room = seating::room_for(session, account, &newcomer, wanted.contract).is_ok();
    Ok(if room && !held { begins } else { at })
}

/// Writes the authorisation if there is a seat, and says from when and in whose place it is, and
/// how many seats are taken.
///
/// # Errors
/// A contract has no seat left.
pub(super) fn authorise(
    session: &mut Session<'_>,
    account: &Account,
    id: ContactId,
    email: &str,
    wanted: &RequestedSeat,
    prose: EventText,
) -> Result<String, Failure> {
    let from = match wanted.from {
        Some(from) => from,
        None => today(session, account, id, email, wanted)?,
    };
    let newcomer = wanted.newcomer(email, from);
    seating::room_for(session, account, &newcomer, wanted.contract)?;
    let fact = ContactAuthorised {
        contact: id,
        from: Some(from),
        contract: wanted.contract,
        qualified: wanted.qualified.clone(),
        until: wanted.until,
        replaces: wanted.replaces,
        language: wanted.language.clone(),
    };
    let customer = account.customer.id;
    session.account_fact(customer, fact.into(), prose)?;
    let after = session.account(customer)?.clone();
    let at = session.at();
    let days = Days::of_account(&mut session.rules_cache, &session.writer, &after, at)?;
    let left = wanted.replaces.and_then(|left| after.contact(left));
    let taken = seating::taken(session, &after, from.max(at))?;
    Ok(words::seat(
        wanted.from.map(|_| days.day(from)),
        wanted.until.and_then(|until| days.last(until)),
        left.map(Contact::label),
        taken.as_deref(),
    ))
}
