//! The first tickets of a file as they would become.

use crate::commands::ticket::record::{shown_columns, whole_tickets};
use crate::commands::ticket::ticket_page;
use crate::context::{Context, Session};
use crate::core::model::TicketNo;
use crate::core::time::LocalNow;
use crate::failure::Failure;
use crate::render::{Cell, Doc, record};

/// How many tickets are shown.
pub(super) const FIRST: usize = 3;

/// Tickets as they would become: a page for people, and what scripts read.
pub(super) struct Preview {
    pub page: Doc,
    pub tickets: Vec<Cell>,
}

/// The preview of tickets that stand in the write under way, and nowhere else yet.
///
/// # Errors
/// The desk's file cannot be read.
pub(super) fn preview(
    context: &Context,
    session: &Session<'_>,
    numbers: &[TicketNo],
) -> Result<Preview, Failure> {
    let mut reading = context.reading_within(session)?;
    let tickets = whole_tickets(&mut reading, numbers)?;
    let here = LocalNow::new(reading.at(), context.here()?.zone);
    let pages = tickets.iter();
    Ok(Preview {
        page: pages.fold(Doc::default(), |doc, ticket| {
            doc.then(ticket_page(ticket, here))
        }),
        tickets: tickets
            .iter()
            .map(|ticket| record(shown_columns(), ticket))
            .collect(),
    })
}
