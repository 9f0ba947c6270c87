//! That the random histories come to everything that clocks can show: a proof over histories in which
//! nothing happens would prove nothing.

use std::collections::BTreeMap;

use proptest::strategy::{Strategy, ValueTree};
use proptest::test_runner::TestRunner;
use sladesk::core::model::State;
use sladesk::core::sla::{
    Clock, ClockEnd, ClockState, Limit, LimitOrigin, Rulebook, Ticket, fold, measure, shares,
};
use sladesk::core::time::Instant;

use crate::random;
use crate::world::STEP;

fn of_ticket(ticket: &Ticket) -> impl Iterator<Item = &'static str> {
    let marks = [
        (ticket.state == State::Void, "void ticket"),
        (ticket.exempt.is_some(), "exempt ticket"),
        (
            ticket.marks.iter().any(|mark| mark.withdrawn.is_some()),
            "mark taken back",
        ),
        (!ticket.corrected.is_empty(), "breach taken back"),
        (!ticket.remarks.is_empty(), "remark"),
        (taken_up_again(ticket), "cycle taken up again"),
        (ticket.clocks.len() > 5, "six clocks or more"),
    ];
    marks
        .into_iter()
        .filter(|(is, _)| *is)
        .map(|(_, mark)| mark)
}

/// A cycle goes on though a later one has begun.
fn taken_up_again(ticket: &Ticket) -> bool {
    let clocks = &ticket.clocks;
    clocks.iter().any(|clock| {
        let later = |other: &&Clock| {
            other.milestone == clock.milestone
                && other.cycle > clock.cycle
                && other.fate == Some(ClockEnd::Replaced)
        };
        clock.ended.is_none() && clocks.iter().any(|other| later(&other))
    })
}

/// Who has the ticket now is not whose a breach is.
fn passed_on(clock: &Clock, now: Instant) -> bool {
    let breached = clock.state(now) == ClockState::Breached;
    breached && clock.holder() != clock.holders.at(now)
}

fn of_clock(
    clock: &Clock,
    rules: &dyn Rulebook,
    now: Instant,
) -> impl Iterator<Item = &'static str> {
    let breached_later = clock.breach != clock.due;
    let not_begun = measure(clock, rules, now).is_some_and(|measured| !measured.begun);
    let parts = shares(clock, rules, now).len();
    let marks = [
        (true, clock.state(now).word()),
        (not_begun, "not begun after a cut-off"),
        (parts > 1, "handed on"),
        (passed_on(clock, now), "breach of an earlier holder"),
        (clock.limits.len() > 1, "several limits"),
        (clock.governing > 0, "governed by an older limit"),
        (
            clock.limits.iter().any(|limit| limit.kind.is_some()),
            "target of a kind",
        ),
        (
            clock.limits.iter().any(|limit| {
                limit.by != clock.by
                    && limit.origin == LimitOrigin::Plan
                    && limit.from >= clock.started
            }),
            "limit by a change of kind",
        ),
        (clock.cycle > 1, "later cycle"),
        (clock.pauses.len() > 1, "two pauses or more"),
        (breached_later, "breached after its due"),
        (clock.rests_on_late_entry(), "late entry"),
        (clock.pauses.iter().any(|p| p.why == "lapsed"), "lapsed"),
        (
            clock.paused.is_some_and(|paused| paused.until.is_some()),
            "pause with a known end",
        ),
        (clock.pauses.iter().any(|p| p.why == "resolved"), "reopened"),
        (
            clock.pauses.iter().any(|p| p.why == "act-withdrawn"),
            "act withdrawn",
        ),
        (
            clock.pauses.iter().any(|p| p.why == "closed"),
            "closed for a time",
        ),
        (
            clock.limits.iter().any(Limit::is_taken_over),
            "limit taken over",
        ),
        (
            clock
                .limits
                .iter()
                .any(|l| l.is_taken_over() && l.by != clock.by),
            "limit taken over while it ran",
        ),
        (
            clock
                .limits
                .iter()
                .any(|l| l.is_taken_over() && l.from < clock.started),
            "limit that outlived a change of priority",
        ),
    ];
    marks
        .into_iter()
        .filter(|(is, _)| *is)
        .map(|(_, mark)| mark)
}

#[test]
fn the_random_histories_come_to_everything_that_clocks_can_show() {
    let mut runner = TestRunner::deterministic();
    let worlds = random::world(12);
    let mut seen: BTreeMap<&str, u32> = BTreeMap::new();
    for _ in 0..9000 {
        let world = worlds.new_tree(&mut runner).expect("a world").current();
        let book = world.book();
        let Some(ticket) = fold(&world.events, &book) else {
            continue;
        };
        let now = world.settled().plus(STEP);
        let clocks = ticket.clocks.iter();
        let clocks = clocks.flat_map(|clock| of_clock(clock, &book, now));
        for mark in of_ticket(&ticket).chain(clocks) {
            *seen.entry(mark).or_default() += 1;
        }
    }
    let rarest = seen.values().min();
    assert_eq!(seen.len(), 33, "{seen:#?}");
    assert!(rarest.is_some_and(|times| *times >= 10), "{seen:#?}");
}
