//! What was not done at the end, the oldest first.

use super::super::scope::Scope;
use super::lists::{LONGEST, more};
use crate::core::report::{Backlog, OpenTicket};
use crate::failure::Failure;
use crate::render::{Block, Cell, Column, Doc, DocTable, record};

/// A ticket that was not done, and what it is about.
#[derive(Clone)]
pub(super) struct BacklogRow {
    open: OpenTicket,
    subject: Option<String>,
}

const DAY: i64 = 86_400;

const COLUMNS: &[Column<BacklogRow>] = &[
    Column::<BacklogRow>::shown("ticket", |b| Cell::Id(b.open.ticket.0)),
    Column::<BacklogRow>::shown("priority", |b| Cell::priority_if(b.open.priority.clone())),
    Column::<BacklogRow>::shown("opened", |b| Cell::Instant(b.open.opened)),
    Column::<BacklogRow>::shown("age_days", |b| days(b.open.age)),
    Column::<BacklogRow>::shown("state", |b| Cell::from(b.open.state)),
    Column::<BacklogRow>::shown("next_move", |b| Cell::word_of(b.open.next.word())),
    Column::<BacklogRow>::shown("subject", |b| Cell::text_if(b.subject.clone())).last(),
    Column::<BacklogRow>::more("held_by", |b| Cell::person_if(b.open.held_by.clone())),
    Column::<BacklogRow>::more("age_seconds", |b| Cell::Seconds(b.open.age)),
];

/// Whole days.
fn days(seconds: i64) -> Cell {
    Cell::Number(seconds.div_euclid(DAY))
}

/// How long a ticket had been open, by the clock on the wall.
pub(super) fn age(seconds: i64) -> Cell {
    Cell::Overdue(-seconds)
}

/// The first of them as a page has them, and how many more there are.
pub(super) fn listed(page: Doc, rows: &[BacklogRow]) -> Doc {
    let columns = [
        "ticket",
        "priority",
        "opened",
        "age",
        "state",
        "next_move",
        "subject",
    ];
    let first = rows.iter().take(LONGEST).map(|row| {
        let open = &row.open;
        vec![
            Cell::Id(open.ticket.0),
            Cell::priority_if(open.priority.clone()),
            Cell::Instant(open.opened),
            age(open.age),
            Cell::from(open.state),
            Cell::word_of(open.next.word()),
            Cell::text_if(row.subject.clone()),
        ]
    });
    let table = DocTable::keyed(columns, first.collect::<Vec<_>>()).without_empty();
    more(page.block(Block::Table(table)), rows.len())
}

/// The tickets with their subjects.
///
/// # Errors
/// The desk's file cannot be read.
pub(super) fn rows(scope: &Scope<'_>, backlog: &Backlog) -> Result<Vec<BacklogRow>, Failure> {
    let mut rows = Vec::new();
    for open in &backlog.tickets {
        rows.push(BacklogRow {
            subject: scope.subject(open.ticket)?,
            open: open.clone(),
        });
    }
    Ok(rows)
}

/// The backlog as an object.
pub(super) fn object(backlog: &Backlog, rows: &[BacklogRow]) -> Cell {
    Cell::object([
        ("median_age_seconds", Cell::seconds_if(backlog.median_age())),
        ("oldest_age_seconds", Cell::seconds_if(backlog.oldest_age())),
        (
            "tickets",
            Cell::List(rows.iter().map(|row| record(COLUMNS, row)).collect()),
        ),
    ])
}
