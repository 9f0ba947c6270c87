//! A contact's page: who it is, the seats held, what he or she is qualified for.

use super::super::account::AccountReader;
use crate::core::account::{Account, Contact};
use crate::failure::Failure;
use crate::render::{Cell, Doc};

/// # Errors
/// The record holds no rules of a zone.
pub(super) fn page(
    looking: &mut AccountReader<'_>,
    account: &Account,
    contact: &Contact,
) -> Result<Doc, Failure> {
    let at = looking.at();
    let days = looking.days_of(account)?;
    let name = contact
        .name
        .clone()
        .unwrap_or_else(|| contact.label().to_owned());
    let facts = [
        ("contact", Cell::text(contact.label())),
        ("customer", Cell::code(account.customer.key.clone())),
        ("phone", Cell::text_if(contact.phone.clone())),
        ("language", Cell::code_if(contact.language.clone())),
        (
            "open tickets",
            Cell::from(looking.open_tickets_from(contact.id)),
        ),
    ];
    let seats = contact.seats.iter().map(|seat| {
        let other = |id| account.contact(id).map(|other| other.label().to_owned());
        vec![
            Cell::Day(days.day(seat.from)),
            Cell::from(seat.until.and_then(|until| days.last(until))),
            Cell::text_if(seat.replaces.and_then(other)),
            Cell::text_if(seat.replaced_by.and_then(other)),
        ]
    });
    let page = Doc::new(name).facts(facts).heading("Seats");
    let mut page = match contact.seats.is_empty() {
        true => page.text("none"),
        false => page.table(["from", "until", "in the place of", "replaced by"], seats),
    };
    let held = contact.named_at(at);
    if !held.is_empty() {
        let rows = held.iter().map(|held| {
            vec![
                Cell::code(held.what.clone()),
                Cell::from(held.until.and_then(|until| days.last(until))),
                Cell::state(match contact.holds(&held.what, at) {
                    true => "holds",
                    false => "expired",
                }),
            ]
        });
        page = page
            .heading("Qualified for")
            .table(["what", "until", "state"], rows);
    }
    Ok(page)
}
