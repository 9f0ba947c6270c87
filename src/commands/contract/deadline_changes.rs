//! Tickets that a change of a contract touches, and what it does to their deadlines.

use crate::commands::list_fields::ListFields;
use crate::commands::ticket::{Echo, live_of, milestones};
use crate::context::{CommitSummary, Context};
use crate::core::model::{ContractId, State, TicketNo};
use crate::core::sla::Clock;
use crate::core::time::Instant;
use crate::failure::Failure;
use crate::render::{Cell, Column, Listing};
use crate::store::{Condition, Store, TicketOrder, TicketQuery, TicketTest};
use crate::wording::moved;

/// The tickets of a contract that were opened in [from, until) and are not done.
///
/// # Errors
/// The desk's file cannot be read.
pub(super) fn open_under(
    store: &Store,
    contract: ContractId,
    from: Instant,
    until: Option<Instant>,
) -> Result<Vec<TicketNo>, Failure> {
    let active = State::ALL.into_iter().filter(|state| state.is_active());
    let filter = Condition::All(vec![
        TicketTest::Contract(vec![contract]).into(),
        TicketTest::moment("opened", Some(from), until).into(),
        TicketTest::State(active.collect()).into(),
    ]);
    let query = TicketQuery {
        order: TicketOrder::Number,
        ..TicketQuery::of(filter)
    };
    Ok(store.numbers(&query)?)
}

/// `ticket 42`, `tickets 42, 43 and 12 others`.
pub(in crate::commands) fn tickets(numbers: &[TicketNo]) -> String {
    const NAMED: usize = 10;
    let named = numbers.iter().take(NAMED).map(ToString::to_string);
    let named = named.collect::<Vec<_>>().join(", ");
    match numbers.len().checked_sub(NAMED).filter(|more| *more > 0) {
        Some(more) => format!("tickets {named} and {more} others"),
        None if numbers.len() == 1 => format!("ticket {named}"),
        None => format!("tickets {named}"),
    }
}

/// For each ticket that the write changed, what became of its live deadlines.
///
/// # Errors
/// The desk's file cannot be read.
pub(super) fn sentences(
    context: &Context,
    written: &CommitSummary,
) -> Result<Vec<String>, Failure> {
    let mut echo = Echo::of(context)?;
    let told = written.tickets.iter().map(|(number, touched)| {
        let moves = echo.moves(touched)?;
        let told = match moves.is_empty() {
            true => moved::NO_DEADLINE_CHANGES.to_owned(),
            false => moves.join("; "),
        };
        echo.about(*number, touched, &told)
    });
    told.collect()
}

/// A live deadline of a ticket, as it is and as it would be.
struct DeadlineChange {
    ticket: TicketNo,
    milestone: String,
    now: Option<Clock>,
    then: Option<Clock>,
}

const MOVED: &[Column<DeadlineChange>] = &[
    Column::<DeadlineChange>::shown("ticket", |m| Cell::from(m.ticket)).names(),
    Column::<DeadlineChange>::shown("milestone", |m| Cell::code(m.milestone.clone())),
    Column::<DeadlineChange>::shown("due", |m| Cell::from(m.now.as_ref().and_then(|c| c.due))),
    Column::<DeadlineChange>::shown("due_then", |m| {
        Cell::from(m.then.as_ref().and_then(|c| c.due))
    }),
    Column::<DeadlineChange>::shown("breach", |m| {
        Cell::from(m.now.as_ref().and_then(|c| c.breach))
    }),
    Column::<DeadlineChange>::shown("breach_then", |m| {
        Cell::from(m.then.as_ref().and_then(|c| c.breach))
    }),
];

/// The live deadlines of the tickets that a write would change, for those who read it by machine.
pub(super) fn listing(name: &str, written: &CommitSummary) -> Listing {
    let mut changes = Vec::new();
    for (number, touched) in &written.tickets {
        let before = touched.before.as_ref();
        let before = before.map_or(&[][..], |ticket| &ticket.clocks);
        for milestone in milestones(before, &touched.now.clocks) {
            changes.push(DeadlineChange {
                ticket: *number,
                now: live_of(before, milestone).cloned(),
                then: live_of(&touched.now.clocks, milestone).cloned(),
                milestone: milestone.to_owned(),
            });
        }
    }
    Listing::of(name, MOVED, changes).if_empty(moved::NO_DEADLINE_CHANGES)
}

/// The fields of the deadlines that would move.
pub(in crate::commands) fn fields() -> ListFields {
    ListFields::of("amend", MOVED)
}
