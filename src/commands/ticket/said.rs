//! What a write says it did, with the deadlines that follow.

use crate::context::{Charged, CommitSummary, Context, TicketChange, WriteMode};
use crate::core::entitlement::AllowanceUnit;
use crate::core::model::TicketNo;
use crate::core::sla::{Clock, ClockEnd, ClockState};
use crate::core::time::Instant;
use crate::core::time::{LocalNow, moment};
use crate::failure::Failure;
use crate::wording::event;

/// `42: replied; response met; resolution due tomorrow 16:00 (17:00 in Europe/Kyiv)`.
///
/// # Errors
/// The desk's file cannot be read.
pub(super) fn ticket(
    context: &Context,
    written: &CommitSummary,
    number: TicketNo,
    touched: &TicketChange,
) -> Result<String, Failure> {
    let here = context.here()?;
    let theirs = context.zone_of(touched.now.customer)?;
    let own = written
        .charges
        .iter()
        .filter(|charge| charge.ticket == number);
    let mut says = vec![what_happened(touched, here)];
    says.extend(own.map(charged));
    says.extend(decided(touched, here.now));
    for clock in touched
        .now
        .clocks
        .iter()
        .filter(|clock| clock.ended.is_none())
    {
        says.push(live(clock, here, theirs.as_ref()));
    }
    says.extend(nothing_promised(touched));
    let which = match written.mode {
        WriteMode::ForReal => number.to_string(),
        WriteMode::DryRun => format!("{number}, not written"),
    };
    Ok(format!("{which}: {}", says.join("; ")))
}

/// What was written on a ticket, as its events say it everywhere.
fn what_happened(touched: &TicketChange, here: LocalNow<'_>) -> String {
    let entry = touched.history.iter().map(|told| told.event.entry).max();
    let own = touched
        .history
        .iter()
        .filter(|told| Some(told.event.entry) == entry);
    let mut own: Vec<_> = own.collect();
    own.sort_by_key(|told| told.event.id);
    let says = own
        .into_iter()
        .map(|told| event::what(&told.event, &told.prose, |at| moment(at, here)));
    let mut says: Vec<String> = says.collect();
    says.dedup();
    says.join(", ")
}

/// `15h charged to support-hours, 5h of it overage, none left`.
fn charged(charge: &Charged) -> String {
    let shown = |seconds: i64| AllowanceUnit::Hours.shown(seconds);
    let allowance = &charge.allowance;
    let mut says = match charge.amount {
        0 => format!("nothing charged to {allowance}"),
        back if back < 0 => format!("{} given back to {allowance}", shown(-back)),
        amount => format!("{} charged to {allowance}", shown(amount)),
    };
    if charge.overage > 0 {
        says += &format!(", {} of it overage", shown(charge.overage));
    }
    match charge.left {
        Some(0) => says + ", none left",
        Some(left) => says + &format!(", {} left", shown(left)),
        None => says,
    }
}

/// Why a ticket that was just opened has no clock.
fn nothing_promised(touched: &TicketChange) -> Option<String> {
    let ticket = &touched.now;
    if touched.before.is_some() || !ticket.clocks.is_empty() {
        return None;
    }
    Some(if !ticket.refused.is_empty() {
        "kept as refused".to_owned()
    } else if ticket.courtesy {
        "a courtesy, nothing is promised".to_owned()
    } else {
        "nothing is promised at its priority".to_owned()
    })
}

/// The clocks that this write ended.
fn decided(touched: &TicketChange, now: Instant) -> Vec<String> {
    let was_live = |clock: &&Clock| {
        let before = touched.before.as_ref();
        let same = |old: &&Clock| old.n == clock.n && old.milestone == clock.milestone;
        before.is_none_or(|before| {
            before
                .clocks
                .iter()
                .find(same)
                .is_none_or(|old| old.ended.is_none())
        })
    };
    let ended = touched
        .now
        .clocks
        .iter()
        .filter(|clock| clock.ended.is_some());
    ended
        .filter(was_live)
        .map(|clock| {
            let what = match (clock.state(now), clock.fate) {
                (ClockState::Breached, Some(ClockEnd::Reached)) => "reached late",
                (ClockState::Met, _) => "met",
                (state, _) => state.word(),
            };
            format!("{} {what}", clock.milestone)
        })
        .collect()
}

fn live(
    clock: &Clock,
    here: LocalNow<'_>,
    theirs: Option<&crate::core::calendar::ZoneRules>,
) -> String {
    let Some(due) = clock.due else {
        return match clock.paused {
            Some(_) => format!("{} stands still", clock.milestone),
            None => format!("{} is never due", clock.milestone),
        };
    };
    let state = clock.state(here.now);
    if let (ClockState::Paused, Some(until)) = (state, clock.paused.and_then(|p| p.until)) {
        return format!(
            "{} stands still until {}, due {}",
            clock.milestone,
            moment(until, here),
            moment(due, here)
        );
    }
    let verb = match state {
        ClockState::Breached => "was due",
        _ => "due",
    };
    let mine = moment(due, here);
    let other = theirs
        .map(|zone| moment(due, LocalNow::new(here.now, zone)))
        .filter(|other| *other != mine)
        .zip(theirs)
        .map_or_else(String::new, |(other, zone)| {
            format!(" ({other} in {})", zone.name)
        });
    format!("{} {verb} {mine}{other}", clock.milestone)
}
