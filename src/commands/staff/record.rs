//! Somebody of the desk as a record.

use chrono::NaiveDate;

use super::super::account::{AccountReader, Days};
use crate::commands::args::Read;
use crate::commands::list_fields::ListFields;
use crate::context::{CommitSummary, Context, Session, account_history};
use crate::core::account::{Staff, staff};
use crate::core::model::CustomerId;
use crate::failure::Failure;
use crate::render::{Cell, Column, Listing, Outcome, WriteOutcome};
use crate::store::AsOf;

/// One line of `staff list`.
struct StaffRecord {
    key: String,
    name: Option<String>,
    email: Option<String>,
    lines: Vec<String>,
    open_tickets: u64,
    start: NaiveDate,
    end: Option<NaiveDate>,
}

type C = Column<StaffRecord>;

const COLUMNS: &[C] = &[
    C::shown("staff", |s| Cell::code(s.key.clone())).names(),
    C::shown("name", |s| Cell::text_if(s.name.clone())).name(),
    C::shown("email", |s| Cell::address_if(s.email.clone())).gives_way(1),
    C::shown("lines", |s| Cell::codes(s.lines.clone())).gives_way(3),
    C::shown("open_tickets", |s| Cell::from(s.open_tickets)).gives_way(2),
    C::more("start", |s| Cell::Day(s.start)),
    C::more("end", |s| Cell::from(s.end)),
];

/// Somebody of the desk, a record each.
///
/// # Errors
/// The desk's file cannot be read.
pub(super) fn listing(
    context: &Context,
    name: &str,
    looking: &AccountReader<'_>,
    staff: &[Staff],
) -> Result<Listing, Failure> {
    let days = Days {
        zone: context.zones()?.desk.clone(),
    };
    let record = |one: &Staff| StaffRecord {
        key: one.key.clone(),
        name: one.name.clone(),
        email: one.email.clone(),
        lines: one.lines.clone(),
        open_tickets: looking.open_tickets_with(&one.key),
        start: days.day(one.since),
        end: one.until.and_then(|until| days.last(until)),
    };
    let records: Vec<StaffRecord> = staff.iter().map(record).collect();
    Ok(Listing::of(name, COLUMNS, records))
}

/// All that the record knows of the people of the desk.
///
/// # Errors
/// The desk's file cannot be read.
pub(in crate::commands) fn known(session: &Session<'_>) -> Result<Vec<Staff>, Failure> {
    Ok(staff(&account_history(
        &session.writer,
        CustomerId::DESK,
        AsOf::All,
    )?))
}

/// What a write about somebody answers: him or her after it.
///
/// # Errors
/// The desk's file cannot be read.
pub(super) fn after(
    context: &Context,
    name: &str,
    key: &str,
    written: &CommitSummary,
    outcome: WriteOutcome,
) -> Result<Outcome, Failure> {
    if written.entry.is_none() {
        return Ok(Outcome::written(outcome));
    }
    let looking = AccountReader::new(context, &Read::default())?;
    let mut staff = looking.staff()?;
    staff.retain(|one| one.key == key);
    let listing = listing(context, name, &looking, &staff)?;
    Ok(Outcome::written(outcome.after(listing.single())))
}

/// The fields of the list.
pub(super) fn fields() -> ListFields {
    ListFields::of("staff", COLUMNS)
}
