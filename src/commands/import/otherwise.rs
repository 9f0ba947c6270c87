//! What a file says of a ticket otherwise than it said before, or than the record has it, and what no
//! act tells: its subject, whose it is and who asks. It stays as it was, and is told.

use crate::context::Session;
use crate::core::intake::{ColumnKey, LogRow, Opening, RowRemark};
use crate::core::model::{Opened, TicketNo};
use crate::core::sla::Ticket;
use crate::failure::Failure;

/// Of the rows of one ticket, which are in order: each line from which on it is otherwise.
pub(super) fn than_before(rows: &[LogRow]) -> Vec<(u64, RowRemark)> {
    type Said = fn(&LogRow) -> Option<&String>;
    const SAID: [(ColumnKey, Said); 3] = [
        (ColumnKey::Subject, |row| row.subject.as_ref()),
        (ColumnKey::Customer, |row| {
            row.customer.as_ref().or(row.organisation.as_ref())
        }),
        (ColumnKey::Contact, |row| {
            row.contact.as_ref().or(row.contact_name.as_ref())
        }),
    ];
    let of_one = SAID.into_iter().flat_map(|(column, said)| {
        let mut before = None;
        let other = rows.iter().filter_map(move |row| {
            let now = said(row)?;
            let before = before.replace(now)?;
            (now != before).then_some((row.line, RowRemark::NowOtherwise(column.key().to_owned())))
        });
        other.collect::<Vec<_>>()
    });
    of_one.collect()
}

/// A ticket as a file opens it.
pub(super) struct FileOpening<'f> {
    pub said: &'f Opening,
    /// What it comes to here.
    pub opened: &'f Opened,
    /// The key of whose it would be.
    pub customer: &'f str,
    /// The row names another customer than was said for all: whose it would be is not what it says.
    pub other_than_said: bool,
    /// Several are called as the row calls who asks, and one of them may be whom the ticket names.
    pub several_ask: bool,
}

/// Of a ticket that the record has.
///
/// # Errors
/// The desk's file cannot be read.
pub(super) fn than_the_record(
    session: &Session<'_>,
    (number, ticket): (TicketNo, &Ticket),
    file: &FileOpening<'_>,
) -> Result<Vec<(u64, RowRemark)>, Failure> {
    let (opening, opened) = (file.said, file.opened);
    let row = session.writer.ticket(number)?;
    let mut told = Vec::new();
    if let (Some(said), Some(row)) = (&opening.subject, row)
        // of a longer one the row has the beginning
        && !said.starts_with(&row.subject)
    {
        told.push(RowRemark::OtherSubject(said.clone()));
    }
    let same_home = opened.customer == ticket.customer;
    if !same_home && !file.other_than_said {
        told.push(RowRemark::OtherHome(file.customer.to_owned()));
    }
    if same_home && opened.contact != ticket.contact && !file.several_ask {
        let said = opening.contact.as_ref().or(opening.contact_name.as_ref());
        told.extend(said.cloned().map(RowRemark::OtherContact));
    }
    let line = opening.line;
    Ok(told.into_iter().map(|remark| (line, remark)).collect())
}
