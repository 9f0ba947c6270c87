//! `import contacts`: the people whom a customer names, from a table of theirs.
//!
//! The table is brought in whole or not at all, unless its bad lines may stay out. Who is new is authorised, whose line says
//! something new is changed, and the same table again writes nothing.

mod columns;
mod mistakes;
mod organisations;
mod table;

use std::str::FromStr;

use clap::Args;

use super::likely_encoding::LikelyEncoding;
use super::mapping::{self, people_names};
use super::source::ImportSource;
use crate::commands::Input;
use crate::commands::account::Days;
use crate::commands::args::{Write, language, parse, proper_email};
use crate::commands::candidates::words_or_files;
use crate::commands::contact::{ContactFacts, LastDay, add_to, edit_of};
use crate::commands::list_fields::ListFields;
use crate::context::{Context, Session, WriteMode};
use crate::core::account::{Account, Contact};
use crate::core::intake::{PeopleMapping, PersonColumn};
use crate::core::model::{ContactRevoked, CustomerId, EventText};
use crate::core::time::Instant;
use crate::failure::Failure;
use crate::render::{Cell, Column, Listing, Outcome, WriteOutcome};
use crate::store::fold_email;
use crate::wording::import::contacts as words;
use crate::wording::import::on_lines;
use mistakes::SkippedLines;
use table::{PeopleTable, PersonRow};

const NAME: &str = "import contacts";

/// What an import did.
#[derive(Default)]
struct ContactsReport {
    rows: usize,
    added: usize,
    changed: usize,
    unchanged: usize,
    revoked: Vec<String>,
    /// How many of the customer's hold a seat still.
    kept: usize,
    left_out: Vec<(u64, String)>,
    /// Whether some of these are of an organisation that no customer is called.
    has_strangers: bool,
    /// Lines that are not taken since something is wrong with them.
    bad: Vec<SkippedLines>,
    passed_over: Vec<String>,
    /// The mapping that the header told.
    read_as: Option<PeopleMapping>,
    taken_as: Option<LikelyEncoding>,
    /// A sentence for each person with whom something was done.
    said: Vec<String>,
}

type C = Column<ContactsReport>;

const IMPORT: &[C] = &[
    C::shown("rows", |r| count(r.rows)),
    C::shown("added", |r| count(r.added)),
    C::shown("changed", |r| count(r.changed)),
    C::shown("unchanged", |r| count(r.unchanged)),
    C::shown("revoked", |r| count(r.revoked.len())),
    C::more("passed_over", |r| {
        Cell::List(r.passed_over.iter().map(Cell::text).collect())
    }),
    C::more("left_out", |r| {
        let left = r.left_out.iter();
        lines(left.map(|(line, says)| (*line, says)))
    }),
    C::more("bad", |r| {
        let bad = r.bad.iter();
        lines(bad.flat_map(|bad| bad.lines.iter().map(|line| (*line, &bad.says))))
    }),
];

fn lines<'t>(told: impl Iterator<Item = (u64, &'t String)>) -> Cell {
    let told = told
        .map(|(line, says)| Cell::object([("line", Cell::from(line)), ("says", Cell::text(says))]));
    Cell::List(told.collect())
}

fn count(n: usize) -> Cell {
    Cell::from(i64::try_from(n).unwrap_or(i64::MAX))
}

/// From so many people on, revoking is confirmed.
const MANY: usize = 3;

/// Import the people whom a customer names
#[derive(Args, Debug)]
#[command(
    after_help = "Examples:\n  sladesk import contacts people.csv --customer acme -n\n  sladesk import contacts crm.csv --customer acme --mapping crm.toml\n  sladesk import contacts outlook.csv --customer acme --organisation \"Acme SA\""
)]
pub(crate) struct ImportContacts {
    /// The file; `-` for stdin
    #[arg(value_name = "FILE")]
    source: ImportSource,
    /// Whose they are
    #[arg(long, value_name = "C")]
    customer: String,
    /// What its columns mean: built in, or a file; else the header tells
    #[arg(long, value_name = "M", add = words_or_files(people_names))]
    mapping: Option<String>,
    /// What the table calls the customer, besides its name and key
    #[arg(long, value_name = "NAME")]
    organisation: Vec<String>,
    /// Who is not in it may ask no more
    #[arg(long)]
    revoke_missing: bool,
    /// Bad lines stay out, and are listed; the others come in
    #[arg(long, conflicts_with = "revoke_missing")]
    skip_bad: bool,
    #[command(flatten)]
    write: Write,
}

impl ImportContacts {
    /// Brings the people of a table into a customer's account, in one transaction.
    ///
    /// # Errors
    /// A table that cannot be read, a line that says what cannot be, no seat left: then nothing was
    /// changed.
    pub(crate) fn run(self, context: &Context, input: &dyn Input) -> Result<Outcome, Failure> {
        let customer = context.customer(&self.customer)?;
        let mapping = self.mapping.as_deref().map(mapping::people).transpose()?;
        let table = table::read(&self.source, input, &customer.key, mapping)?;
        let table = organisations::of_customer(context, &customer, &self.organisation, table)?;
        let PeopleTable {
            people,
            passed_over,
            left_out,
            has_strangers,
            mut mistakes,
            mapping,
            recognised,
            taken_as,
        } = table;
        let read_as = mapping.filter(|_| recognised);
        let options = self.write.options(context)?;
        let (report, written) = context.write(&options, |session| {
            let mut report = ContactsReport {
                passed_over,
                left_out,
                has_strangers,
                read_as,
                taken_as,
                ..ContactsReport::default()
            };
            if self.revoke_missing {
                // First, so that the seats are free for who comes.
                revoke_missing(session, customer.id, &people, &mut report)?;
                let all = !report.revoked.is_empty() && report.kept == 0;
                if mistakes.is_empty() && (all || report.revoked.len() >= MANY) {
                    let who = || words::would_revoke(&report.revoked, people.len());
                    self.write.consent.permitted(who)?;
                }
            }
            // what else is wrong with a bad line is told; nothing of it is taken
            let bad = mistakes.lines();
            for person in &people {
                if self.skip_bad && bad.contains(&person.line) {
                    continue;
                }
                match one(session, customer.id, person, &mut report) {
                    Ok(()) => report.rows += usize::from(!bad.contains(&person.line)),
                    Err(failure) => mistakes.collect(person.line, &person.email, failure)?,
                }
            }
            if self.skip_bad && report.rows > 0 {
                report.bad = mistakes.skipped();
            }
            match mistakes.failure(report.rows, report.added) {
                None => Ok(report),
                Some(mistakes) => Err(mistakes),
            }
        })?;
        let told = match written.entry {
            Some(entry) => WriteOutcome::new(entry),
            None => WriteOutcome::nothing(),
        };
        Ok(Outcome::written(said(told, report, written.mode)))
    }
}

fn said(told: WriteOutcome, mut report: ContactsReport, mode: WriteMode) -> WriteOutcome {
    let verb = match mode {
        WriteMode::ForReal => "imported",
        WriteMode::DryRun => "would import",
    };
    let sentence = words::imported(
        verb,
        report.rows,
        (
            report.added,
            report.changed,
            report.unchanged,
            report.revoked.len(),
        ),
    );
    let people = std::mem::take(&mut report.said);
    let passed_over =
        (!report.passed_over.is_empty()).then(|| words::passed_over(&report.passed_over));
    let read_as = report.read_as.as_ref();
    let read_as = read_as.map(|read| words::read_as(&read.name, read.title.as_deref()));
    let told = read_as
        .into_iter()
        .chain(
            report
                .taken_as
                .as_ref()
                .map(|likely| words::taken_as(likely.name(), &likely.others())),
        )
        .chain(people)
        .chain(passed_over)
        .chain(left_out(&report.left_out))
        .chain(
            report
                .has_strangers
                .then(|| words::SAY_ORGANISATION.to_owned()),
        )
        .chain(report.bad.iter().map(|bad| bad.told.clone()))
        .fold(told.said(sentence), WriteOutcome::said);
    told.after(Listing::of(NAME, IMPORT, [report]).single())
}

/// Lines that are not taken, by why: the first of what may be as many as there are organisations.
fn left_out(left_out: &[(u64, String)]) -> Vec<String> {
    const MOST_TOLD: usize = 20;
    let mut told: Vec<(&String, Vec<u64>)> = Vec::new();
    for (line, why) in left_out {
        match told.iter_mut().find(|(known, _)| *known == why) {
            Some((_, lines)) => lines.push(*line),
            None => told.push((why, vec![*line])),
        }
    }
    let rest = told.split_off(told.len().min(MOST_TOLD));
    let more: usize = rest.iter().map(|(_, lines)| lines.len()).sum();
    let told = told.into_iter();
    told.map(|(why, lines)| words::left_out(&on_lines(&lines), why))
        .chain((more > 0).then(|| words::more_left_out(more)))
        .collect()
}

/// Who holds a seat, or will, and is not in the table. Who was erased can stand in none.
fn revoke_missing(
    session: &mut Session<'_>,
    customer: CustomerId,
    people: &[PersonRow],
    report: &mut ContactsReport,
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
        if !seated(contact, at) {
            continue;
        }
        if contact.email.is_none() || named(contact) {
            report.kept += 1;
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
    person: &PersonRow,
    report: &mut ContactsReport,
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
            if is_over(session, &account, person)? {
                match known {
                    Some(_) => report.unchanged += 1,
                    None => report.left_out.push((person.line, words::OVER.to_owned())),
                }
                return Ok(());
            }
            let mut facts = facts(person)?;
            if facts.name.is_none() && known.is_none() {
                let no_name = || Failure::bad_file(words::no_name(&person.email));
                facts.name = Some(person.stand_in.clone().ok_or_else(no_name)?);
            }
            let email = proper_email(&person.email)?;
            let (_, seats) = add_to(session, customer, &email, &facts, None)?;
            report.added += 1;
            report
                .said
                .push(format!("{} authorised{seats}", person.email));
        }
    }
    Ok(())
}

/// Whether a line tells of a seat whose last day is over: our own list has such.
fn is_over(
    session: &mut Session<'_>,
    account: &Account,
    person: &PersonRow,
) -> Result<bool, Failure> {
    let Some(end) = &person.end else {
        return Ok(false);
    };
    let at = session.at();
    let days = Days::of_account(&mut session.rules_cache, &session.writer, account, at)?;
    let end = day::<LastDay>(end, PersonColumn::End)?;
    let until = end.until(&days, session.now())?;
    Ok(until.is_some_and(|until| until <= at))
}

/// The day that a cell of a column says.
fn day<D>(cell: &str, column: PersonColumn) -> Result<D, Failure>
where
    D: FromStr,
    Failure: From<D::Err>,
{
    parse(cell).map_err(|failure| failure.fact(words::in_column(column.key())))
}

/// What a line says of a person.
fn facts(person: &PersonRow) -> Result<ContactFacts, Failure> {
    let start = person.start.as_deref();
    let start = start
        .map(|cell| day(cell, PersonColumn::Start))
        .transpose()?;
    let end = person.end.as_deref();
    let end = end.map(|cell| day(cell, PersonColumn::End)).transpose()?;
    let qualification = person.qualifications.iter().map(|word| parse(word));
    Ok(ContactFacts {
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
    person: &PersonRow,
) -> Result<ContactFacts, Failure> {
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
    Ok(ContactFacts {
        start: None,
        qualification,
        ..facts(person)?
    })
}

/// The fields of what is told.
pub(super) fn fields() -> ListFields {
    ListFields::of(NAME, IMPORT)
}
