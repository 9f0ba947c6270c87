//! Why a ticket takes no such write as it stands, in words.

use super::write_options::WriteOptions;
use crate::core::model::{EntryId, EventId, TicketNo};
use crate::core::sla::{BreachLoss, Clock, NotAccepted, Ticket, TicketRemark};
use crate::core::time::Instant;
use crate::core::time::{LocalNow, moment};
use crate::failure::{Exit, Failure, FailureCode, StateChange};
use crate::settings::{Origin, Settings};
use crate::store::{AsOf, CLOCKS_DIFFER, EntryRow, Store, StoreError, StoredEvent};

/// Whoever asks may look, and nothing else.
pub(super) fn read_only() -> Failure {
    Failure::coded(Exit::NotPossible, FailureCode::ReadOnly).kind("read-only")
}

/// There is no ticket of that number.
///
/// # Errors
/// The desk's file cannot be read.
pub(super) fn no_ticket(number: TicketNo, store: &Store, known: AsOf) -> Result<Failure, Failure> {
    let code = FailureCode::NoTicket {
        ticket: number,
        newest: store.newest_ticket(known)?,
    };
    Ok(Failure::coded(Exit::NotFound, code))
}

/// `--if-event` names an event that is not the ticket's last any more.
pub(super) fn moved_on(
    number: TicketNo,
    seen: i64,
    history: &[StoredEvent],
    here: LocalNow<'_>,
) -> Result<(), Failure> {
    let Some(last) = history.iter().max_by_key(|told| told.event.id) else {
        return Ok(());
    };
    let event = &last.event;
    if event.id.0 == seen {
        return Ok(());
    }
    let code = FailureCode::MovedOn {
        ticket: number,
        seen,
        last: event.clone(),
        text: last.prose.clone(),
        at: moment(event.at, here),
    };
    Err(Failure::coded(Exit::NotPossible, code).kind("stale"))
}

pub(super) fn before_opening(
    number: TicketNo,
    at: Instant,
    opened: Instant,
    here: LocalNow<'_>,
) -> Failure {
    let code = FailureCode::BeforeOpening {
        ticket: number,
        at: moment(at, here),
        opened: moment(opened, here),
    };
    Failure::coded(Exit::Usage, code)
}

/// The ticket's state does not take that fact.
pub(super) fn not_now(
    number: TicketNo,
    not: NotAccepted,
    ticket: &Ticket,
    history: &[StoredEvent],
    here: LocalNow<'_>,
) -> Failure {
    let since = history
        .iter()
        .find(|told| told.event.id == ticket.state_by)
        .map(|told| StateChange {
            actor: told.event.actor.clone(),
            at: moment(told.event.at, here),
            entry: told.event.entry,
        });
    let code = FailureCode::NotAccepted {
        ticket: number,
        why: not,
        since,
        state: ticket.state,
        merged_into: ticket.merged_into,
    };
    Failure::coded(Exit::NotPossible, code)
}

/// What would be written means nothing where the ticket stands, or leaves something that happened
/// after it without a meaning.
pub(super) fn means_nothing(
    number: TicketNo,
    about: EventId,
    remark: TicketRemark,
    history: &[StoredEvent],
    here: LocalNow<'_>,
) -> Failure {
    let told = history.iter().find(|told| told.event.id == about);
    let code = match told {
        None => FailureCode::MeansNothing {
            ticket: number,
            remark,
        },
        Some(told) => FailureCode::LeavesNothing {
            ticket: number,
            remark,
            after: told.event.clone(),
            text: told.prose.clone(),
            at: moment(told.event.at, here),
        },
    };
    Failure::coded(Exit::NotPossible, code)
}

/// The write would take a breach off the record, make one less late than it is or somebody else's.
pub(super) fn breach_lost(
    number: TicketNo,
    at: Instant,
    lost: &Clock,
    loss: BreachLoss,
    here: LocalNow<'_>,
) -> Failure {
    let at = moment(at, here);
    let code = FailureCode::BreachLost {
        ticket: number,
        milestone: lost.milestone.clone(),
        breach: crate::core::time::exact_moment(lost.breach.unwrap_or(here.now), here),
        at: at.trim_start_matches("today ").to_owned(),
        holder: lost.holder().and_then(|holder| holder.by.clone()),
        loss,
    };
    Failure::coded(Exit::NotPossible, code).kind("breach")
}

/// The clock lies before what stands in the record.
pub(super) fn clock_before_record(entry: &EntryRow, clock: Instant, here: LocalNow<'_>) -> Failure {
    let code = FailureCode::ClockBehind {
        entry: entry.id,
        actor: entry.actor.clone(),
        login: entry.login.clone(),
        recorded: moment(entry.recorded, here),
        clock: moment(clock, here),
        by_itself: entry.recorded.since(clock) - CLOCKS_DIFFER,
    };
    Failure::coded(Exit::NotPossible, code).kind("clock")
}

/// The clock shows a year in which nothing can be reckoned.
pub(super) fn clock_outside(clock: Instant) -> Failure {
    Failure::coded(Exit::NotPossible, FailureCode::ClockOutside { clock }).kind("clock")
}

/// `--at` lies ahead.
pub(super) fn future(at: Instant, here: LocalNow<'_>) -> Failure {
    let at = moment(at, here);
    Failure::coded(Exit::Usage, FailureCode::Future { at })
}

/// More time is taken back than was booked.
pub(super) fn more_than_worked(number: TicketNo, booked: i64, back: i64) -> Failure {
    let code = FailureCode::MoreThanWorked {
        ticket: number,
        booked,
        back,
    };
    Failure::coded(Exit::NotPossible, code)
}

/// More is given back than was charged.
pub(super) fn more_than_charged(number: TicketNo, charged: i64, back: i64) -> Failure {
    let code = FailureCode::MoreThanCharged {
        ticket: number,
        charged,
        back,
    };
    Failure::coded(Exit::NotPossible, code)
}

/// Nothing that could be charged: nobody would see what was said.
pub(super) fn nothing_to_charge(ticket: TicketNo) -> Failure {
    Failure::coded(Exit::NotPossible, FailureCode::NothingToCharge { ticket })
}

/// The key of `--once` was used before: nothing is written.
pub(super) fn used_before(options: &WriteOptions, entry: EntryId) -> Failure {
    let key = options.once.clone().unwrap_or_default();
    Failure::coded(Exit::Asked, FailureCode::UsedBefore { key, entry }).kind("once")
}

/// There is no desk where one was looked for: which setting says so, and where it would be else.
pub(super) fn no_desk(error: StoreError, settings: &Settings) -> Failure {
    let named = match &settings.db.origin {
        Origin::Default => "no setting names it: this is where a desk is kept".to_owned(),
        origin => format!("{origin} names it; without it: {}", from_home(settings)),
    };
    Failure::from(error).fact(named)
}

/// Where a desk is kept when nobody says, written the short way.
fn from_home(settings: &Settings) -> String {
    let path = settings.default_db();
    let home = settings.environment.path("HOME");
    match home
        .as_deref()
        .and_then(|home| path.strip_prefix(home).ok())
    {
        Some(rest) => format!("~/{}", rest.display()),
        None => path.display().to_string(),
    }
}
