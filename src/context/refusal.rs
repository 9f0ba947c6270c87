//! Why a ticket takes no such write as it stands, in words.

use super::write_options::WriteOptions;
use crate::core::entitlement::AllowanceUnit;
use crate::core::model::{EntryId, EventId, State, TicketNo};
use crate::core::sla::{BreachLoss, Clock, NotAccepted, Ticket, TicketRemark};
use crate::core::time::Instant;
use crate::core::time::{LocalNow, Span, moment};
use crate::failure::{Exit, Failure, FailureCode};
use crate::settings::{Origin, Settings};
use crate::store::{AsOf, CLOCKS_DIFFER, EntryRow, Store, StoreError, StoredEvent};

/// There is no ticket of that number.
///
/// # Errors
/// The desk's file cannot be read.
pub(super) fn no_ticket(number: TicketNo, store: &Store, known: AsOf) -> Result<Failure, Failure> {
    let newest = store.newest_ticket(known)?;
    Ok(Failure::not_found(match newest {
        Some(newest) => format!("no ticket {number}; the newest is {newest}"),
        None => format!("no ticket {number}; this desk has none yet"),
    }))
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
    Failure::usage(format!(
        "{} is before {number} was opened ({})",
        moment(at, here),
        moment(opened, here),
    ))
    .hint("`--at` takes any instant from the opening to now")
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
        .map_or_else(String::new, |told| {
            let event = &told.event;
            format!(
                ": by {}, {} (e{})",
                event.actor,
                moment(event.at, here),
                event.entry
            )
        });
    let state = ticket.state;
    let failure = match not {
        NotAccepted::Already(state) => format!("{number} is {state} already{since}"),
        NotAccepted::From(state) => format!("{number} is {state}{since}"),
        NotAccepted::NotWaiting => format!("{number} is not waiting"),
    };
    let failure = Failure::not_possible(failure);
    match state {
        State::Resolved | State::Closed => failure.hint(format!(
            "`sladesk note {number}` adds to it, `sladesk reopen {number}` if it is not"
        )),
        State::Merged => failure.hint_if(
            ticket
                .merged_into
                .map(|into| format!("it goes on as {into}: `sladesk show {into}`")),
        ),
        _ => failure,
    }
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
    let failure = Failure::coded(Exit::NotPossible, code);
    failure.hint_if(told.map(|told| {
        format!(
            "`sladesk undo e{}` first, if it is to stand in its place",
            told.event.entry
        )
    }))
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
    Failure::coded(Exit::NotPossible, code).kind("breach").hint(
        "if it is true, `--corrects REASON`: reports then show it as corrected, by whom and why",
    )
}

/// The clock lies before what stands in the record.
pub(super) fn clock_before_record(entry: &EntryRow, clock: Instant, here: LocalNow<'_>) -> Failure {
    let code = FailureCode::ClockBehind {
        entry: entry.id,
        actor: entry.actor.clone(),
        login: entry.login.clone(),
        recorded: moment(entry.recorded, here),
        clock: moment(clock, here),
    };
    let by_itself = entry.recorded.since(clock) - CLOCKS_DIFFER;
    Failure::coded(Exit::NotPossible, code)
        .kind("clock")
        .hint(format!(
            "if that clock was wrong: `sladesk undo e{}`",
            entry.id
        ))
        .hint(format!(
            "if this one is right: it goes by itself in {}",
            Span::Time(by_itself)
        ))
}

/// The clock shows a year in which nothing can be reckoned.
pub(super) fn clock_outside(clock: Instant) -> Failure {
    Failure::coded(Exit::NotPossible, FailureCode::ClockOutside { clock }).kind("clock")
}

/// `--at` lies ahead.
pub(super) fn future(at: Instant, here: LocalNow<'_>) -> Failure {
    Failure::usage(format!("{} has not come yet", moment(at, here)))
        .hint("`--at` says when it happened: any instant up to now")
}

/// More time is taken back than was booked.
pub(super) fn more_than_worked(number: TicketNo, booked: i64, back: i64) -> Failure {
    let shown = |seconds: i64| AllowanceUnit::Hours.shown(seconds);
    let (has, back) = (shown(booked), shown(back));
    let all = Span::Time(booked);
    match booked {
        ..=0 => Failure::not_possible(format!("no time is booked on {number}")),
        _ => Failure::not_possible(format!(
            "{number} has {has} of work: {back} cannot be taken back"
        ))
        .hint(format!(
            "`sladesk work {number} -{all}` takes all of it back"
        )),
    }
}

/// The key of `--once` was used before: nothing is written.
pub(super) fn used_before(options: &WriteOptions, entry: EntryId) -> Failure {
    let key = options.once.as_deref().unwrap_or_default();
    Failure::new(
        Exit::Asked,
        format!("`--once {key}` was used before, by e{entry}; nothing was written"),
    )
    .kind("once")
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
