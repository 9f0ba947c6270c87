//! `import contacts`: the people whom a customer names, from a table of theirs.
//!
//! The table is brought in whole or not at all. Who is new is authorised, whose line says
//! something new is changed, and the same table again writes nothing.

mod table;

use clap::Args;

use super::source::Source;
use crate::commands::Input;
use crate::commands::account::Days;
use crate::commands::args::{Write, language, parse};
use crate::commands::contact::{Facts, add_to, edit_of, proper_email};
use crate::commands::list_fields::ListFields;
use crate::context::{Context, Session, WriteMode};
use crate::core::account::{Account, Contact};
use crate::core::model::{ContactRevoked, CustomerId, EventText};
use crate::core::time::Instant;
use crate::failure::Failure;
use crate::render::{Cell, Column, Listing, Outcome, WriteOutcome};
use crate::store::fold_email;
use table::Person;

const NAME: &str = "import contacts";

/// What an import did.
#[derive(Default)]
struct Report {
    rows: usize,
    added: usize,
    changed: usize,
    unchanged: usize,
    revoked: Vec<String>,
    /// A sentence for each person with whom something was done.
    said: Vec<String>,
}

type C = Column<Report>;

const IMPORT: &[C] = &[
    C::shown("rows", |r| count(r.rows)),
    C::shown("added", |r| count(r.added)),
    C::shown("changed", |r| count(r.changed)),
    C::shown("unchanged", |r| count(r.unchanged)),
    C::shown("revoked", |r| count(r.revoked.len())),
];

fn count(n: usize) -> Cell {
    Cell::from(i64::try_from(n).unwrap_or(i64::MAX))
}

/// From so many people on, revoking is confirmed.
const MANY: usize = 3;

/// Import the people whom a customer names
#[derive(Args, Debug)]
#[command(after_help = "Examples:\n  sladesk import contacts people.csv --customer acme -n")]
pub(crate) struct Contacts {
    /// The file; `-` for stdin
    #[arg(value_name = "FILE")]
    source: Source,
    /// Whose they are
    #[arg(long, value_name = "C")]
    customer: String,
    /// Who is not in it may ask no more
    #[arg(long)]
    revoke_missing: bool,
    #[command(flatten)]
    write: Write,
}

impl Contacts {
    /// Brings the people of a table into a customer's account, in one transaction.
    ///
    /// # Errors
    /// A table that cannot be read, a line that says what cannot be, no seat left: then nothing was
    /// changed.
    pub(crate) fn run(self, context: &Context, input: &dyn Input) -> Result<Outcome, Failure> {
        let customer = context.customer(&self.customer)?;
        let people = table::read(&self.source, input)?;
        let options = self.write.options(context)?;
        let (report, written) = context.write(&options, |session| {
            let mut report = Report {
                rows: people.len(),
                ..Report::default()
            };
            if self.revoke_missing {
                // First, so that the seats are free for who comes.
                revoke_missing(session, customer.id, &people, &mut report)?;
                if report.revoked.len() >= MANY {
                    let who = || format!("the import would revoke {}", report.revoked.join(", "));
                    self.write.consent.permitted(who)?;
                }
            }
            for person in &people {
                let done = one(session, customer.id, person, &mut report);
                done.map_err(|failure| failure.fact(format!("on line {}", person.line)))?;
            }
            Ok(report)
        })?;
        let told = match written.entry {
            Some(entry) => WriteOutcome::new(entry),
            None => WriteOutcome::nothing(),
        };
        Ok(Outcome::written(said(told, report, written.mode)))
    }
}

fn said(told: WriteOutcome, mut report: Report, mode: WriteMode) -> WriteOutcome {
    let verb = match mode {
        WriteMode::ForReal => "imported",
        WriteMode::DryRun => "would import",
    };
    let sentence = format!(
        "{verb} {} people: {} authorised, {} changed, {} unchanged, {} revoked",
        report.rows,
        report.added,
        report.changed,
        report.unchanged,
        report.revoked.len()
    );
    let people = std::mem::take(&mut report.said);
    let told = people
        .into_iter()
        .fold(told.said(sentence), WriteOutcome::said);
    told.after(Listing::of(NAME, IMPORT, [report]).single())
}

/// Who holds a seat, or will, and is not in the table.
fn revoke_missing(
    session: &mut Session<'_>,
    customer: CustomerId,
    people: &[Person],
    report: &mut Report,
) -> Result<(), Failure> {
    let at = session.at();
    let account = session.account(customer)?.clone();
    let days = Days::of_account(&mut session.rules_cache, &session.writer, &account, at)?;
    let named = |contact: &Contact| {
        let email = fold_email(contact.label());
        people
            .iter()
            .any(|person| fold_email(&person.email) == email)
    };
    for contact in &account.contacts {
        if !seated(contact, at) || named(contact) {
            continue;
        }
        let fact = ContactRevoked {
            contact: contact.id,
            // the table is of today: who is missing held the seat until yesterday
            from: Some(days.handed_over(&account, contact.id, at)),
        };
        session.account_fact(customer, fact.into(), EventText::default())?;
        report.revoked.push(contact.label().to_owned());
        report.said.push(format!("{} revoked", contact.label()));
    }
    Ok(())
}

/// Whether somebody holds a seat at an instant or will hold one.
fn seated(contact: &Contact, at: Instant) -> bool {
    let lasts = |until: Option<Instant>| until.is_none_or(|until| at < until);
    contact.seats.iter().any(|seat| lasts(seat.until))
}

fn one(
    session: &mut Session<'_>,
    customer: CustomerId,
    person: &Person,
    report: &mut Report,
) -> Result<(), Failure> {
    let at = session.at();
    let account = session.account(customer)?.clone();
    match account.contact_by_email(&person.email) {
        Some(contact) if seated(contact, at) => {
            let edit = edit_for(session, &account, contact, person)?;
            let changed = edit_of(session, customer, contact.id, None, &edit)?;
            if changed.is_empty() {
                report.unchanged += 1;
            } else {
                report.changed += 1;
                let changed = changed.join("; ");
                report
                    .said
                    .push(format!("{} changed: {changed}", person.email));
            }
        }
        known => {
            if person.name.is_none() && known.is_none() {
                let failure = format!("{} is new and has no name", person.email);
                return Err(Failure::bad_file(failure));
            }
            let email = proper_email(&person.email)?;
            let (_, seats) = add_to(session, customer, &email, &facts(person)?, None)?;
            report.added += 1;
            report
                .said
                .push(format!("{} authorised{seats}", person.email));
        }
    }
    Ok(())
}

/// What a line says of a person.
fn facts(person: &Person) -> Result<Facts, Failure> {
    let start = person.start.as_deref().map(parse).transpose()?;
    let end = person.end.as_deref().map(parse).transpose()?;
    let qualification = person.qualifications.iter().map(|word| parse(word));
    Ok(Facts {
        name: person.name.clone(),
        phone: person.phone.clone(),
        language: person.language.as_deref().map(language).transpose()?,
        start,
        end,
        qualification: qualification.collect::<Result<_, Failure>>()?,
        replaces: None,
    })
}

/// What a line says of somebody who holds a seat already: the beginning of the seat stays, and
/// what is held as the line says is not said again.
fn edit_for(
    session: &mut Session<'_>,
    account: &Account,
    contact: &Contact,
    person: &Person,
) -> Result<Facts, Failure> {
    let at = session.at();
    let days = Days::of_account(&mut session.rules_cache, &session.writer, account, at)?;
    let held: Vec<String> = contact
        .named_at(at)
        .iter()
        .map(|held| match held.until.and_then(|until| days.last(until)) {
            Some(day) => format!("{}={day}", held.what),
            None => held.what.clone(),
        })
        .collect();
    let new = person.qualifications.iter();
    let new = new.filter(|word| !held.contains(word));
    let qualification = new
        .map(|word| parse(word))
        .collect::<Result<_, Failure>>()?;
    Ok(Facts {
        start: None,
        qualification,
        ..facts(person)?
    })
}

/// The fields of what is told.
pub(super) fn fields() -> ListFields {
    ListFields::of(NAME, IMPORT)
}
