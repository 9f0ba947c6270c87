//! The people of the desk.

mod options;
mod write;

pub(crate) use options::{AddStaff, EditStaff, ListStaff};
pub(crate) use write::{add, edit};

use chrono::NaiveDate;

use super::account::{Days, Looking, listed};
use crate::context::Context;
use crate::core::account::Staff;
use crate::core::filter::{FilterKey, Kind};
use crate::core::time::Direction;
use crate::failure::Failure;
use crate::render::{Cell, Column, Listing, Outcome};

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
    C::shown("name", |s| Cell::text_if(s.name.clone())),
    C::shown("email", |s| Cell::text_if(s.email.clone())),
    C::shown("lines", |s| Cell::codes(s.lines.clone())),
    C::shown("open_tickets", |s| Cell::from(s.open_tickets)),
    C::more("start", |s| Cell::Day(s.start)),
    C::more("end", |s| Cell::from(s.end)),
];

const KEYS: &[FilterKey] = &[
    FilterKey::new("staff", Kind::Word, "his or her id"),
    FilterKey::new("name", Kind::Word, "his or her name"),
    FilterKey::new("email", Kind::Word, "where to write"),
    FilterKey::new("lines", Kind::Word, "a support line"),
    FilterKey::new("open-tickets", Kind::Number, "how many are not done"),
    FilterKey::new("start", Kind::Time(Direction::Either), "the first day"),
    FilterKey::new("end", Kind::Time(Direction::Either), "the last day"),
    FilterKey::new("text", Kind::Text, "words in any of these"),
];

/// `staff list`.
///
/// # Errors
/// A filter or field that is none, or the desk's file cannot be read.
pub(crate) fn list(context: &mut Context, options: &ListStaff) -> Result<Outcome, Failure> {
    let looking = Looking::new(context, options.list.read.as_of.as_deref())?;
    let mut staff = looking.staff()?;
    staff.sort_by(|a, b| a.key.cmp(&b.key));
    let listing = listing(context, "staff list", &looking, &staff)?;
    listed(
        listing.if_empty("nobody fits"),
        &options.list,
        KEYS,
        context,
    )
}

fn listing(
    context: &Context,
    name: &str,
    looking: &Looking<'_>,
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
