//! What the clocks of a case show at an instant, a line each.

use sladesk::core::model::Event;
use sladesk::core::sla::{Clock, ClockState, Measure, fold, ledger, measure};
use sladesk::core::time::Instant;
use sladesk::core::time::Span;

use crate::desk::Adoption;
use crate::telling::Case;

/// All that was known by then, as lines.
pub fn lines(case: &Case, now: Instant) -> Vec<String> {
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
        line(case, clock, &measured, now)
    });
    shown.collect()
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
    if clock.rests_on_late_entry() {
        says += ", on a late entry";
    }
    let cycle = match clock.cycle {
        1 => String::new(),
        n => format!(" ({n})"),
    };
    format!("{} {}{cycle}: {says}", clock.milestone, clock.priority)
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
