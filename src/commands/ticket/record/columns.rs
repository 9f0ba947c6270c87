//! The columns of a ticket, from the table of ticket fields.

use std::sync::LazyLock;

use super::clock::{CLOCK, clock_keys};
use super::event::EVENT;
use super::not_promised::{NOT_PROMISED_KEYS, NotPromised};
use super::ruling::{RULING_KEYS, rulings_cell};
use super::{TicketRecord, opening};
use crate::core::model::{FIELDS, FieldType, TicketField};
use crate::core::sla::Ticket;
use crate::core::time::Instant;
use crate::render::{Cell, Column, record};

type C = Column<TicketRecord>;

/// The keys of a ticket in lists and writes, the default ones first.
pub(crate) fn ticket_columns() -> &'static [C] {
    static COLUMNS: LazyLock<Vec<C>> = LazyLock::new(|| columns().collect());
    &COLUMNS
}

/// `show` has its events too.
pub(crate) fn shown_columns() -> &'static [C] {
    static COLUMNS: LazyLock<Vec<C>> = LazyLock::new(|| {
        let events = C::more("events", |t| {
            Cell::from(t.with(|w| Cell::List(w.events.iter().map(|e| record(EVENT, e)).collect())))
        });
        columns().chain([events]).collect()
    });
    &COLUMNS
}

fn columns() -> impl Iterator<Item = C> {
    FIELDS
        .iter()
        .filter_map(|field| C::of_field(field, cell))
        .map(dressed)
}

/// What a column is besides its value.
fn dressed(column: C) -> C {
    match column.field.key.as_ref() {
        "ticket" => column.names(),
        "subject" => column.last(),
        "contact" => column.gives_way(1),
        "opened" => column.gives_way(2),
        "assignee" => column.gives_way(3),
        "customer" => column.gives_way(4),
        "follow_up" => column.ahead(),
        "eta" => column.holds(&["at", "told", "told_at"]),
        "exempt" => column.holds(&["ground", "clause"]),
        "clocks" => column.keyed("milestone", clock_keys()),
        "not_promised" => column.keyed("milestone", NOT_PROMISED_KEYS),
        "rulings" => column.keyed("rule", RULING_KEYS),
        _ => column,
    }
}

/// The value of a field: what has parts or is of others is told here, the rest by its row.
fn cell(t: &TicketRecord, field: &'static TicketField) -> Cell {
    match field.key {
        "ticket" => Cell::from(t.row.number),
        "customer" => Cell::code(t.customer.key.clone()),
        "contact" => {
            let known = t.contact.as_ref().map(|c| c.row.email.clone());
            Cell::address_if(known.or_else(|| t.stranger.clone()))
        }
        "contact_name" => Cell::text_if(t.contact.as_ref().map(|c| c.row.name.clone())),
        "account_manager" => Cell::code_if(t.customer.account_manager.clone()),
        "account_manager_email" => Cell::address_if(t.account_manager_email.clone()),
        "waiting_for" => Cell::code_if(t.row.state.word().strip_prefix("waiting-")),
        "tags" => Cell::from(t.with(|w| Cell::codes(w.cached.tags.clone()))),
        "asks" => Cell::from(t.with(|w| asked(&w.page.ticket))),
        "acts" => Cell::from(t.with(|w| acts(&w.page.ticket))),
        "eta" => eta(t),
        "exempt" => exempt(t),
        "links" => links(t),
        "clocks" => {
            Cell::from(t.with(|w| Cell::List(w.clocks.iter().map(|c| record(CLOCK, c)).collect())))
        }
        "not_promised" => Cell::from(
            t.with(|w| Cell::List(w.not_promised.iter().map(NotPromised::object).collect())),
        ),
        "rulings" => Cell::from(
            t.with(|w| opening(&w.page.history).map(rulings_cell))
                .flatten(),
        ),
        "override_reason" => {
            let why = t.with(|w| opening(&w.page.history).and_then(|told| told.prose.why.clone()));
            Cell::text_if(why.flatten())
        }
        _ => of_row(t, field),
    }
}

/// The kinds of tickets that the customer asks for.
pub(crate) fn asked(ticket: &Ticket) -> Cell {
    Cell::codes(ticket.asked.iter().map(str::to_owned).collect::<Vec<_>>())
}

/// The acts of the plan that were done, each once, in the order in which they were first marked.
fn acts(ticket: &Ticket) -> Cell {
    let standing = ticket.marks.iter().filter(|mark| mark.withdrawn.is_none());
    let mut acts: Vec<String> = Vec::new();
    for mark in standing {
        if !acts.contains(&mark.act) {
            acts.push(mark.act.clone());
        }
    }
    Cell::codes(acts)
}

/// What a field that stands in the ticket's row holds.
fn of_row(t: &TicketRecord, field: &TicketField) -> Cell {
    let text = || t.row.text_of(field).map(str::to_owned);
    let number = t.row.number_of(field);
    match field.holds {
        FieldType::State => Cell::from(t.row.state),
        FieldType::Word(_) | FieldType::Code => Cell::code_if(text()),
        FieldType::Text | FieldType::Parts => Cell::text_if(text()),
        FieldType::Id => number.map_or(Cell::Absent, Cell::Id),
        FieldType::Number => number.map_or(Cell::Absent, Cell::Number),
        FieldType::Seconds => Cell::seconds_if(number),
        FieldType::Instant => Cell::from(number.map(Instant)),
        FieldType::Flag => number.map_or(Cell::Absent, |flag| Cell::Flag(flag == 1)),
    }
}

fn eta(t: &TicketRecord) -> Cell {
    let Some(at) = t.row.eta else {
        return Cell::Absent;
    };
    let told = t.promise();
    Cell::object([
        ("at", Cell::from(at)),
        (
            "told",
            Cell::text_if(told.and_then(|told| told.prose.told.clone())),
        ),
        ("told_at", Cell::from(told.map(|told| told.event.at))),
    ])
}

fn exempt(t: &TicketRecord) -> Cell {
    let Some(ground) = &t.row.exempt else {
        return Cell::Absent;
    };
    let clause = t.with(|whole| whole.exempt_clause.clone()).flatten();
    Cell::object([
        ("ground", Cell::code(ground.clone())),
        ("clause", Cell::code_if(clause)),
    ])
}

fn links(t: &TicketRecord) -> Cell {
    let link = |link: &crate::store::TicketLink| {
        Cell::object([
            ("ticket", Cell::from(link.to)),
            ("kind", Cell::code(link.kind.clone())),
        ])
    };
    Cell::from(t.with(|w| Cell::List(w.cached.links.iter().map(link).collect())))
}
