//! What the clocks of a case show at an instant, or who held them, a line each.

use sladesk::core::model::Event;
use sladesk::core::sla::{Clock, ClockState, Measure, Ticket, fold, ledger, measure, shares};
use sladesk::core::time::Instant;
use sladesk::core::time::Span;

use crate::book::RulesCache;
use crate::desk::Adoption;
use crate::telling::{Asks, Case, Moment};

/// All that was known by then, as lines.
pub fn lines(case: &Case, moment: &Moment) -> Vec<String> {
    let now = moment.at;
    let known: Vec<Event> = case
        .events
        .iter()
        .filter(|event| event.recorded <= now)
        .cloned()
        .collect();
    let adopted: Vec<Adoption> = case
        .adoptions
        .iter()
        .filter(|adoption| adoption.at <= now)
        .cloned()
        .collect();
    let book = case.plans.book(&adopted);
    let Some(ticket) = fold(&known, &book) else {
        return vec!["no ticket".to_owned()];
    };
    if ticket.clocks.is_empty() {
        return vec!["no clocks".to_owned()];
    }
    let shown = ticket.clocks.iter().map(|clock| {
        let measured = measure(clock, &book, now).expect("its calendar is known");
        let counted: i64 = ledger(clock, &book, now).iter().map(|l| l.counted).sum();
        assert_eq!(counted, measured.elapsed, "the ledger adds up");
        match moment.asks {
            Asks::WhatItShows => line(case, clock, &measured, now),
            Asks::WhoHeldIt => held(clock, &ticket, &book, now),
        }
    });
    shown.collect()
}

/// Whose a clock is, and who had how much of it; lines are told where the ticket climbed.
fn held(clock: &Clock, ticket: &Ticket, book: &RulesCache, now: Instant) -> String {
    let mut lines = ticket.holders.iter().map(|holder| &holder.line);
    let first = lines.next();
    let climbed = lines.any(|line| Some(line) != first);
    let name = |by: &Option<String>, line: &Option<String>| {
        let by = by.as_deref().unwrap_or("nobody");
        match line.as_ref().filter(|_| climbed) {
            Some(line) => format!("{by} on {line}"),
            None => by.to_owned(),
        }
    };
    let of = clock.holder().expect("it was opened before it was decided");
    let shares = shares(clock, book, now);
    let elapsed = measure(clock, book, now).map(|measured| measured.elapsed);
    assert_eq!(
        Some(shares.iter().map(|s| s.seconds).sum()),
        elapsed,
        "the parts add up"
    );
    let shares: Vec<String> = shares
        .iter()
        .map(|share| format!("{} {}", name(&share.by, &share.line), time(share.seconds)))
        .collect();
    format!(
        "{}: {}, held by {}: {}",
        title(clock),
        clock.state(now).word(),
        name(&of.by, &of.line),
        shares.join(", "),
    )
}

/// Which clock it is.
fn title(clock: &Clock) -> String {
    let cycle = match clock.cycle {
        1 => String::new(),
        n => format!(" ({n})"),
    };
    format!("{} {}{cycle}", clock.milestone, clock.priority)
}

fn line(case: &Case, clock: &Clock, measured: &Measure, now: Instant) -> String {
    let state = clock.state(now);
    let wall = |at: Option<Instant>| at.map_or("never".to_owned(), |at| case.wall(at));
    let mut says = match state {
        ClockState::Running => state.word().to_owned(),
        ClockState::Paused => paused(case, clock),
        ClockState::Breached if clock.ended.is_none() => state.word().to_owned(),
        ClockState::Breached => format!("breached, ended {}", wall(clock.ended)),
        _ => format!("{} {}", state.word(), wall(clock.ended)),
    };
    if clock.due.is_some() || state == ClockState::Running {
        says += &format!(", due {}", wall(clock.due));
    }
    if clock.breach != clock.due && state == ClockState::Breached {
        says += &format!(", counted {}", wall(clock.breach));
    }
    says += &format!(", {} elapsed", time(measured.elapsed));
    if let Some(left) = measured.remaining {
        says += &format!(", {} left", time(left));
    }
    if let Some(late) = measured.late {
        says += &format!(", {} late", time(late));
    }
    if measured.paused > 0 {
        says += &format!(", {} paused", time(measured.paused));
    }
    if let Some(kind) = clock.kind() {
        says += &format!(", kind {kind}");
    }
    if clock.moved_later {
        says += ", moved later";
    }
    if clock.rests_on_late_entry() {
        says += ", on a late entry";
    }
    format!("{}: {says}", title(clock))
}

fn paused(case: &Case, clock: &Clock) -> String {
    let Some(paused) = clock.paused else {
        return "paused".to_owned();
    };
    let since = format!("paused since {}", case.wall(paused.since));
    match paused.until {
        Some(until) => format!("{since} until {}", case.wall(until)),
        None => since,
    }
}

fn time(seconds: i64) -> String {
    Span::Time(seconds).to_string()
}
