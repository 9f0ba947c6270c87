//! The fold against a second one, written from the rules alone and the slow way. Wherever the two
//! differ, one of them misreads the rules.
//!
//! `PROPTEST_CASES` asks for more cases than the default.

#[path = "../support/book.rs"]
mod book;
mod laws;
mod naive;
mod random;
mod reach;
mod rules;
#[path = "../support/terms.rs"]
mod terms;
mod world;

use proptest::prelude::*;
use sladesk::core::sla::{
    AT_RISK_PERCENT, Clock, ClockEnd, ClockState, Holder, due_going_on, fold, measure, shares,
};

use crate::book::RulesCache;
use crate::naive::{HolderNames, Page, Part, Reading, Shown};
use crate::world::{STEP, World};
use sladesk::core::time::Instant;

/// How many cases a property runs, unless the environment says otherwise.
fn cases(usual: u32) -> ProptestConfig {
    // read from the environment already; 256 when it says nothing
    let config = ProptestConfig::default();
    let cases = match config.cases {
        256 => usual,
        asked => asked,
    };
    ProptestConfig {
        cases,
        max_global_rejects: cases.saturating_mul(20),
        failure_persistence: None,
        ..config
    }
}

/// When the two are compared: as soon as all has happened, and at some later hours.
fn nows(world: &World) -> Vec<Instant> {
    let settled = world.settled();
    [0, 1, 7, 50, 300].map(|n| settled.plus(n * STEP)).to_vec()
}

fn reading(clock: &Clock, book: &RulesCache, now: Instant) -> Reading {
    let measured = measure(clock, book, now).expect("its calendar is known");
    if clock.state(now) == ClockState::Running {
        // the instant that is kept says the same as what has counted by now
        let used = measured
            .used_percent()
            .is_some_and(|used| used >= AT_RISK_PERCENT);
        let kept = clock.at_risk.is_some_and(|since| since <= now);
        assert_eq!(kept, used, "at risk at {now}: {clock:#?} {measured:?}");
    }
    let parts = shares(clock, book, now).into_iter().map(|share| Part {
        holder: (share.by, share.line),
        seconds: share.seconds,
    });
    Reading {
        state: clock.state(now),
        left: due_going_on(clock, book, now),
        elapsed: measured.elapsed,
        remaining: measured.remaining,
        late: measured.late,
        paused: measured.paused,
        parts: parts.collect(),
    }
}

fn names(holder: &Holder) -> HolderNames {
    (holder.by.clone(), holder.line.clone())
}

fn shown(clock: &Clock, book: &RulesCache, nows: &[Instant]) -> Shown {
    Shown {
        milestone: clock.milestone.clone(),
        cycle: clock.cycle,
        priority: clock.priority.clone(),
        started: clock.started,
        limits: clock.limits.iter().map(|l| (l.from, l.due)).collect(),
        due: clock.due,
        paused: clock.paused,
        breach: clock.breach,
        ended: clock.ended,
        fate: clock.fate,
        decided: clock.decided,
        elapsed_at_end: clock.elapsed_at_end,
        holder: clock
            .holder()
            .map(names)
            .expect("it was opened before it was decided"),
        at: nows.iter().map(|now| reading(clock, book, *now)).collect(),
    }
}

fn folded(world: &World, nows: &[Instant]) -> Option<Page> {
    let book = world.book();
    let ticket = fold(&world.events, &book)?;
    let clocks = ticket.clocks.iter().map(|clock| shown(clock, &book, nows));
    Some(Page {
        state: ticket.state,
        priority: ticket.priority.clone(),
        ended: ticket.ended,
        clocks: clocks.collect(),
    })
}

/// What a correction took back is read as it stood before; the present reads nothing off it.
fn without_corrected_readings(mut page: Page) -> Page {
    let corrected = |shown: &&mut Shown| shown.fate == Some(ClockEnd::Corrected);
    for clock in page.clocks.iter_mut().filter(corrected) {
        clock.at.clear();
    }
    page
}

/// The first thing in which two pages differ.
fn difference(fast: Option<Page>, slow: Option<Page>) -> Option<String> {
    let (Some(fast), Some(slow)) = (&fast, &slow) else {
        let (fast, slow) = (fast.is_some(), slow.is_some());
        return (fast != slow).then(|| format!("opened: {fast}, not {slow}"));
    };
    let heads = [fast, slow].map(|page| {
        let said = |clock: &Shown| format!("{} of {}", clock.milestone, clock.priority);
        let clocks: Vec<String> = page.clocks.iter().map(said).collect();
        (page.state, page.priority.clone(), page.ended, clocks)
    });
    if heads[0] != heads[1] {
        return Some(format!("{:?}\nnot {:?}", heads[0], heads[1]));
    }
    let mut clocks = fast.clocks.iter().zip(&slow.clocks);
    let (fast, slow) = clocks.find(|(fast, slow)| fast != slow)?;
    Some(format!("{fast:?}\nnot {slow:?}"))
}

/// The first thing in which the fold differs from the naive one.
fn differs(world: &World, nows: &[Instant]) -> Option<String> {
    let fast = folded(world, nows).map(without_corrected_readings);
    let slow = naive::fold(world, nows).map(without_corrected_readings);
    difference(fast, slow)
}

proptest! {
    #![proptest_config(cases(1000))]

    #[test]
    fn the_fold_is_what_the_rules_say(world in random::world(12)) {
        if let Some(differs) = differs(&world, &nows(&world)) {
            return Err(TestCaseError::fail(differs));
        }
    }
}
