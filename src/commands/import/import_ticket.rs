//! A ticket of a log into the record: a new one from its opening on, a known one from where the record
//! leaves off.

use super::otherwise::{self, FileOpening};
use crate::context::{Bulk, Session, system_of};
use crate::core::intake::{
    ImportedAct, LogRow, LogStatus, Opening, RowPart, RowRemark, TicketBefore, acts, renewed,
};
use crate::core::model::{ClosedAs, EventText, Fact, Opened, State, TicketNo, WaitingOn};
use crate::core::sla::Ticket;
use crate::core::time::Instant;
use crate::failure::Failure;

/// A ticket that no import has brought in before.
pub(super) fn fresh(
    session: &mut Session<'_>,
    opened: Opened,
    opening: &Opening,
    rows: &[LogRow],
) -> Result<Written, Failure> {
    let number = session.writer.next_ticket()?;
    let opened = Opened {
        priority: opening.priority.clone(),
        ..opened
    };
    let prose = EventText {
        subject: opening.subject.clone(),
        text: opening.text.clone(),
        ..EventText::default()
    };
    let mut facts = vec![Bulk {
        at: opening.at,
        fact: Fact::from(opened),
        prose,
    }];
    let told = acts(rows, begun(opening));
    let remarks = of_rows(rows).chain(remarks(&told)).collect();
    facts.extend(told.into_iter().map(bulk));
    let events = facts.len() as u64;
    let (_, ticket) = session.bulk(number, facts, system_of)?;
    Ok(Written {
        number,
        ticket,
        events,
        lost: 0,
        remarks,
    })
}

/// What was written of a ticket.
pub(super) struct Written {
    pub number: TicketNo,
    pub ticket: Ticket,
    pub events: u64,
    /// Breaches that are gone.
    pub lost: u64,
    /// What must be told of its rows and acts, each with its line.
    pub remarks: Vec<(u64, RowRemark)>,
}

fn of_rows(rows: &[LogRow]) -> impl Iterator<Item = (u64, RowRemark)> {
    rows.iter().flat_map(|row| {
        let remarks = row.remarks.iter();
        remarks.map(|remark| (row.line, remark.clone()))
    })
}

fn remarks(acts: &[ImportedAct]) -> Vec<(u64, RowRemark)> {
    let moved = acts.iter().filter(|act| act.dated < act.at);
    let moved = moved.map(|act| (act.line, RowRemark::BeforeOpening));
    let said = acts
        .iter()
        .filter_map(|act| Some((act.line, act.remark.clone()?)));
    moved.chain(said).collect()
}

/// A ticket that is known: only what the record has not is added.
pub(super) fn again(
    session: &mut Session<'_>,
    number: TicketNo,
    file: &FileOpening<'_>,
    rows: Vec<LogRow>,
) -> Result<Written, Failure> {
    let touched = session.ticket(number)?;
    let ticket = touched.now.clone();
    let known: Vec<(Instant, Fact)> = touched
        .events()
        .into_iter()
        .map(|event| (event.at, event.fact))
        .collect();
    session.forget(number);
    let of_ticket = rows.first().is_some_and(|row| row.part == RowPart::Opening);
    let goes_on = rows.first().is_some_and(|row| row.at > ticket.updated);
    let mut said = otherwise::than_the_record(session, (number, &ticket), file)?;
    let before = match of_ticket || goes_on {
        true => ticket_before(&ticket),
        false => begun(file.said),
    };
    let rows = match of_ticket {
        true => renewed(rows, &before, &known),
        false => rows,
    };
    said.extend(of_rows(&rows));
    let told = acts(&rows, before);
    let new = unknown(told, known);
    let events = new.len() as u64;
    said.extend(remarks(&new));
    let (lost, ticket) = match new.is_empty() {
        true => (0, ticket),
        false => session.bulk(number, new.into_iter().map(bulk).collect(), system_of)?,
    };
    Ok(Written {
        number,
        ticket,
        events,
        lost,
        remarks: said,
    })
}

/// The acts that are not in the record, each of which stands for one there.
fn unknown(told: Vec<ImportedAct>, mut known: Vec<(Instant, Fact)>) -> Vec<ImportedAct> {
    let mut new = told;
    new.retain(|act| {
        let same = known
            .iter()
            .position(|(at, fact)| *at == act.at && *fact == act.fact);
        match same {
            Some(place) => {
                known.swap_remove(place);
                false
            }
            None => true,
        }
    });
    new
}

fn bulk(act: ImportedAct) -> Bulk {
    Bulk {
        at: act.at,
        fact: act.fact,
        prose: EventText::default(),
    }
}

fn begun(opening: &Opening) -> TicketBefore {
    TicketBefore {
        status: LogStatus::New,
        since: opening.at,
        words: opening.words.clone(),
        priority: opening.priority.clone(),
        assignee: None,
        tags: Vec::new(),
        worked: 0,
        opened: opening.at,
    }
}

/// Where a known ticket stands, for a log that goes on behind what is known.
fn ticket_before(ticket: &Ticket) -> TicketBefore {
    TicketBefore {
        status: match ticket.state {
            State::Open if ticket.responded.is_none() => LogStatus::New,
            State::Open => LogStatus::Open,
            State::WaitingCustomer => LogStatus::Waiting(WaitingOn::Customer),
            State::WaitingVendor => LogStatus::Waiting(WaitingOn::Vendor),
            State::WaitingThirdParty => LogStatus::Waiting(WaitingOn::ThirdParty),
            State::Resolved => LogStatus::Resolved,
            State::Closed | State::Merged | State::Void => {
                LogStatus::Closed(ticket.closed_as.unwrap_or(ClosedAs::Done))
            }
        },
        since: stands_since(ticket),
        words: ticket.words.clone(),
        priority: ticket.priority.clone(),
        assignee: ticket.assignee.clone(),
        tags: ticket.tags.clone(),
        worked: ticket.worked,
        opened: ticket.opened,
    }
}

/// Since when a ticket stands where it does: since it came into its state, or was answered in it.
fn stands_since(ticket: &Ticket) -> Instant {
    let entered = ticket.states.last();
    let entered = entered.map_or(ticket.opened, |entered| entered.at);
    ticket.responded.map_or(entered, |at| at.max(entered))
}
