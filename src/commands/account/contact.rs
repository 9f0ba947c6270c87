//! A contact as lists show him or her.

use chrono::NaiveDate;

use super::days::Days;
use super::view::AccountReader;
use crate::commands::list_fields::ListFields;
use crate::core::account::{Account, Contact};
use crate::core::time::Instant;
use crate::failure::Failure;
use crate::render::{Cell, Column, Listing};

/// One line of `contact list`.
pub(in crate::commands) struct ContactRecord {
    email: String,
    customer: String,
    name: Option<String>,
    phone: Option<String>,
    start: Option<NaiveDate>,
    end: Option<NaiveDate>,
    language: Option<String>,
    seat: &'static str,
    /// What, until which day, and whether it holds.
    qualifications: Vec<(String, Option<NaiveDate>)>,
    open_tickets: u64,
    contract: Option<i64>,
}

type C = Column<ContactRecord>;

const COLUMNS: &[C] = &[
    C::shown("contact", |c| Cell::Address(c.email.clone())).names(),
    C::shown("customer", |c| Cell::code(c.customer.clone())).gives_way(4),
    C::shown("name", |c| Cell::text_if(c.name.clone())).name(),
    C::more("email", |c| Cell::Address(c.email.clone())),
    C::shown("phone", |c| Cell::text_if(c.phone.clone())).gives_way(2),
    C::shown("start", |c| Cell::from(c.start)).gives_way(1),
    C::shown("end", |c| Cell::from(c.end)).gives_way(3),
    C::more("language", |c| Cell::code_if(c.language.clone())),
    C::more("seat", |c| Cell::state(c.seat)),
    C::more("qualifications", |c| {
        Cell::List(c.qualifications.iter().map(qualification).collect())
    })
    .holds(&["what", "until"]),
    C::more("open_tickets", |c| Cell::from(c.open_tickets)),
    C::more("contract", |c| c.contract.map_or(Cell::Absent, Cell::Id)),
];

fn qualification((what, until): &(String, Option<NaiveDate>)) -> Cell {
    Cell::object([
        ("what", Cell::code(what.clone())),
        ("until", Cell::from(*until)),
    ])
}

impl ContactRecord {
    pub(crate) fn of(
        looking: &AccountReader<'_>,
        account: &Account,
        contact: &Contact,
        days: &Days,
    ) -> ContactRecord {
        let at = looking.at();
        let seat = contact.seat_near(at);
        let held = contact.qualified_at(at);
        ContactRecord {
            email: contact.label().to_owned(),
            customer: account.customer.key.clone(),
            name: contact.name_label().map(str::to_owned),
            phone: contact.phone.clone(),
            start: seat.map(|seat| days.day(seat.from)),
            end: seat.and_then(|seat| days.last(seat.until?)),
            language: contact.language.clone(),
            seat: standing(contact, at),
            qualifications: held
                .map(|held| (held.what.clone(), held.until.and_then(|end| days.last(end))))
                .collect(),
            open_tickets: looking.open_tickets_from(contact.id),
            contract: seat.and_then(|seat| Some(seat.contract?.0)),
        }
    }
}

/// Whether he or she holds a seat, will, or did.
fn standing(contact: &Contact, at: Instant) -> &'static str {
    match contact.seat_near(at) {
        Some(seat) if seat.holds(at) => "held",
        Some(seat) if seat.from > at => "coming",
        _ => "ended",
    }
}

/// Contacts as records; those who never held a seat are none.
///
/// # Errors
/// The record holds no rules of a zone.
pub(in crate::commands) fn listing<'a>(
    name: &str,
    looking: &mut AccountReader<'_>,
    contacts: impl IntoIterator<Item = (&'a Account, &'a Contact)>,
) -> Result<Listing, Failure> {
    let mut records = Vec::new();
    for (account, contact) in contacts {
        let days = looking.days_of(account)?;
        records.push(ContactRecord::of(looking, account, contact, &days));
    }
    Ok(Listing::of(name, COLUMNS, records))
}

/// The fields of the list.
pub(in crate::commands) fn fields() -> ListFields {
    ListFields::of("contact", COLUMNS)
}
