//! What holds for every history, whatever the plan.

use std::collections::BTreeMap;

use proptest::prelude::*;
use proptest::sample::Index;
use sladesk::core::model::*;
use sladesk::core::sla::{
    Clock, ClockEnd, ClockState, fold, ledger, lost_breaches, measure, shares,
};
use sladesk::core::terms::{Milestone, MilestoneAct, Start};
use sladesk::core::time::Instant;

use crate::naive::Page;
use crate::naive::Shown;
use crate::world::{STEP, World};
use crate::{cases, folded, nows, random};

/// An event that is written next, by a command of its own.
pub fn next(world: &World, at: Instant, fact: Fact) -> Event {
    let last = world.events.iter().max_by_key(|event| event.id);
    let last = last.expect("a history has an opening");
    Event {
        id: EventId(last.id.0 + 1),
        entry: EntryId(last.entry.0 + 1),
        at,
        recorded: world.settled().max(at),
        present: world.settled().max(at),
        corrects: false,
        fact,
        ..last.clone()
    }
}

pub fn with(world: &World, event: Event) -> World {
    let mut more = world.clone();
    more.events.push(event);
    more
}

/// Without the traces of corrections: that a breach was once taken back stays told, whatever is
/// undone later.
fn untraced(page: Option<Page>) -> Option<Page> {
    let mut page = page?;
    page.clocks
        .retain(|clock| clock.fate != Some(ClockEnd::Corrected));
    Some(page)
}

/// Without who held what.
fn without_holders(page: Option<Page>) -> Option<Page> {
    let mut page = page?;
    for clock in &mut page.clocks {
        clock.holder = (None, None);
        clock
            .at
            .iter_mut()
            .for_each(|reading| reading.parts.clear());
    }
    Some(page)
}

fn takes_back(fact: &Fact) -> bool {
    match fact {
        Fact::Undone(_) | Fact::Exempted(_) | Fact::Moved(_) | Fact::Entitled(_) => true,
        Fact::Prioritised(change) => change.reason.as_deref() == Some("misjudged"),
        _ => false,
    }
}

fn asks_for_a_climb(milestone: &Milestone) -> bool {
    let starts = milestone.starts.contains(&Start::Escalated);
    let climbed = MilestoneAct::Escalated;
    starts || milestone.met_by.acts().contains(&climbed) || milestone.until.contains(&climbed)
}

/// Leaves of all kinds those that have targets only where it says so.
fn without_kinds(world: &mut World, keep: impl Fn(&str) -> bool) {
    for page in world.pages.values_mut() {
        for milestone in &mut page.terms.milestones {
            milestone.when.retain(|when| keep(&when.kind));
        }
    }
}

proptest! {
    #![proptest_config(cases(150))]

    #[test]
    fn the_ledger_adds_up_to_what_the_clock_shows(world in random::world(10), steps in 0..400_i64) {
        let book = world.book();
        let ticket = fold(&world.events, &book);
        for clock in ticket.iter().flat_map(|ticket| &ticket.clocks) {
            let now = clock.cycle_started.plus(steps * STEP / 3);
            let lines = ledger(clock, &book, now);
            let shown = measure(clock, &book, now).expect("its calendar is known");
            prop_assert_eq!(lines.iter().map(|line| line.counted).sum::<i64>(), shown.elapsed);
            let held = shares(clock, &book, now).iter().map(|share| share.seconds).sum::<i64>();
            prop_assert_eq!(held, shown.elapsed, "somebody or nobody held every second");
            if let Some(last) = lines.last() {
                prop_assert_eq!(last.sum, shown.elapsed);
            }
            for pair in lines.windows(2) {
                prop_assert_eq!(pair[0].to, pair[1].from, "no interval is left out");
                prop_assert_eq!(pair[0].sum + pair[1].counted, pair[1].sum);
            }
        }
    }

    #[test]
    fn events_handed_over_in_any_order_give_the_same_ticket(
        (world, shuffled) in random::world(10).prop_flat_map(|world| {
            let events = Just(world.events.clone()).prop_shuffle();
            (Just(world), events)
        })
    ) {
        let book = world.book();
        prop_assert_eq!(fold(&world.events, &book), fold(&shuffled, &book));
    }

    #[test]
    fn splitting_a_pause_changes_nothing(
        world in random::world(8), on in random::waiting_on(), long in 1..60_i64, part in 1..10_i64,
    ) {
        // to wait again is to answer again: a clock that asks for an answer would end
        let mut world = world;
        for page in world.pages.values_mut() {
            page.terms.milestones.retain(|milestone| !milestone.is_response());
        }
        let waits = || Fact::from(Waiting { on, until: None });
        let begin = world.settled().plus(STEP);
        let end = begin.plus(long * STEP);
        // off the grid, so that nothing else happens at that second
        let middle = begin.plus(long * STEP * part / 10 + 1);
        let whole = with(&world, next(&world, begin, waits()));
        let whole = with(&whole, next(&whole, end, Resumed {}.into()));
        let split = with(&whole, next(&whole, middle, Resumed {}.into()));
        let split = with(&split, next(&split, middle, waits()));
        let nows = nows(&whole);
        prop_assert_eq!(folded(&whole, &nows), folded(&split, &nows));
    }

    #[test]
    fn what_touches_no_clock_changes_no_clock(world in random::world(10), steps in 0..300_i64) {
        let at = world.events[0].at.plus(steps * STEP).min(world.settled());
        let tagged = Tagged { add: vec!["vip".to_owned()], drop: Vec::new() };
        let worked = Worked { spent: 600, charged: 600, parts: Vec::new() };
        let linked = Linked { to: TicketNo(7), kind: "see".to_owned() };
        let neutral: [Fact; 4] = [
            Noted {}.into(),
            tagged.into(),
            worked.into(),
            linked.into(),
        ];
        let nows = nows(&world);
        let before = folded(&world, &nows);
        for fact in neutral {
            let after = folded(&with(&world, next(&world, at, fact)), &nows);
            prop_assert_eq!(&before, &after);
        }
    }

    #[test]
    fn a_climb_changes_who_holds_a_clock_and_nothing_else(
        world in random::world(10), steps in 0..300_i64,
    ) {
        let mut world = world;
        without_kinds(&mut world, |kind| kind != "on-second");
        for page in world.pages.values_mut() {
            page.terms.milestones.retain(|milestone| !asks_for_a_climb(milestone));
        }
        let at = world.events[0].at.plus(steps * STEP).min(world.settled());
        let climbed = Escalated { line: "second".to_owned() };
        let nows = nows(&world);
        let before = folded(&world, &nows);
        let after = folded(&with(&world, next(&world, at, climbed.into())), &nows);
        // in another name a breach that came back is not the one that was taken back
        let (before, after) = (untraced(before), untraced(after));
        prop_assert_eq!(without_holders(before), without_holders(after));
    }

    #[test]
    fn what_a_ticket_names_changes_no_clock_of_terms_without_kinds(
        world in random::world(10), steps in 0..300_i64, fact in random::renamed(),
    ) {
        let mut world = world;
        without_kinds(&mut world, |_| false);
        let at = world.events[0].at.plus(steps * STEP).min(world.settled());
        let nows = nows(&world);
        let before = folded(&world, &nows);
        let after = folded(&with(&world, next(&world, at, fact)), &nows);
        prop_assert_eq!(before, after);
    }

    #[test]
    fn a_change_of_kind_loosens_no_clock(
        world in random::world(10), fact in random::renamed(),
    ) {
        let now = world.settled();
        let nows = nows(&world);
        let (Some(before), Some(after)) = (
            folded(&world, &nows),
            folded(&with(&world, next(&world, now, fact)), &nows),
        ) else {
            return Ok(());
        };
        let own = |page: &Page| -> Vec<Shown> {
            let own = |shown: &&Shown| shown.fate != Some(ClockEnd::Corrected);
            page.clocks.iter().filter(own).cloned().collect()
        };
        let (before, after) = (own(&before), own(&after));
        prop_assert!(after.len() >= before.len());
        for (old, new) in before.iter().zip(&after) {
            prop_assert_eq!((&old.milestone, old.cycle), (&new.milestone, new.cycle));
            prop_assert!(new.limits.starts_with(&old.limits), "{:?}\n{:?}", old, new);
            prop_assert!(new.limits.len() <= old.limits.len() + 1);
            let later = match (old.due, new.due) {
                (Some(then), Some(due)) => due > then,
                (Some(_), None) => true,
                _ => false,
            };
            prop_assert!(!later, "{:?}\n{:?}", old, new);
            if old.at[0].state == ClockState::Breached {
                prop_assert_eq!(old, new);
            }
        }
    }

    #[test]
    fn what_is_written_later_or_sooner_is_the_same_history(
        (world, ids) in random::world(10).prop_flat_map(|world| {
            let ids: Vec<i64> = (2..=world.events.len() as i64).collect();
            (Just(world), Just(ids).prop_shuffle())
        })
    ) {
        let mut world = world;
        world.events.retain(|event| !takes_back(&event.fact));
        // each at a second of its own, in the order in which they stand
        let opens = world.events[0].at;
        for (event, n) in world.events.iter_mut().zip(0..) {
            event.at = event.at.max(opens).plus(n);
            event.corrects = false;
            if let Fact::Prioritised(change) = &mut event.fact {
                change.replaces = None;
            }
        }
        let mut other = world.clone();
        let anew: BTreeMap<EventId, EventId> = world.events[1..]
            .iter()
            .zip(&ids)
            .map(|(event, id)| (event.id, EventId(*id)))
            .collect();
        for (event, id) in other.events[1..].iter_mut().zip(ids) {
            event.id = EventId(id);
            event.entry = EntryId(id);
            if let Fact::MarkWithdrawn(withdrawn) = &mut event.fact {
                let mark = anew.get(&withdrawn.event);
                withdrawn.event = mark.copied().unwrap_or(withdrawn.event);
            }
        }
        let nows = nows(&world);
        prop_assert_eq!(folded(&world, &nows), folded(&other, &nows));
    }

    #[test]
    fn an_undo_is_as_if_it_had_never_been(world in random::world(10), which: Index) {
        let entries: Vec<EntryId> = world.events.iter().map(|e| e.entry).collect();
        let entry = entries[which.index(entries.len())];
        prop_assume!(entry != world.events[0].entry);
        let named = |event: &Event| match &event.fact {
            Fact::Undone(undo) => undo.entry >= entry,
            Fact::Prioritised(change) => change.replaces.is_some(),
            _ => false,
        };
        prop_assume!(!world.events.iter().any(named));
        let mut without = world.clone();
        without.events.retain(|event| event.entry != entry);
        let undone = with(&world, next(&world, world.settled(), Undone { entry }.into()));
        let nows = nows(&world);
        prop_assert_eq!(untraced(folded(&without, &nows)), untraced(folded(&undone, &nows)));
        let last = undone.events.last().expect("the undo").entry;
        let redone = with(&undone, next(&undone, world.settled(), Undone { entry: last }.into()));
        prop_assert_eq!(untraced(folded(&world, &nows)), untraced(folded(&redone, &nows)));
    }

    #[test]
    fn what_is_done_today_loses_no_breach(
        world in random::world(10), fact in random::fact(), later in 0..60_i64,
    ) {
        prop_assume!(!takes_back(&fact));
        let now = world.settled().plus(later * STEP);
        let more = with(&world, next(&world, now, fact));
        let (before, after) = (fold(&world.events, &world.book()), fold(&more.events, &more.book()));
        if let (Some(before), Some(after)) = (before, after) {
            prop_assert!(lost_breaches(&before, &after, now).is_empty());
        }
    }

    #[test]
    fn what_happens_later_never_changes_what_was_breached_by_now(
        world in random::world(8), facts in prop::collection::vec((random::fact(), 1..30_i64), 1..5),
    ) {
        let now = world.settled();
        let mut more = world.clone();
        let mut at = now;
        for (fact, after) in facts {
            if !takes_back(&fact) {
                at = at.plus(after * STEP);
                more = with(&more, next(&more, at, fact));
            }
        }
        let (Some(known), Some(all)) =
            (fold(&world.events, &world.book()), fold(&more.events, &more.book()))
        else {
            return Ok(());
        };
        for clock in known.clocks.iter().filter(|clock| clock.state(now) != ClockState::Corrected) {
            let same = |other: &&Clock| {
                (&other.milestone, other.cycle, &other.priority, other.by)
                    == (&clock.milestone, clock.cycle, &clock.priority, clock.by)
            };
            let then = all.clocks.iter().find(same).expect("a clock does not go away");
            let breached = |clock: &Clock| clock.state(now) == ClockState::Breached;
            prop_assert_eq!(breached(clock), breached(then));
            if breached(clock) {
                prop_assert_eq!(clock.holder(), then.holder(), "a breach stays whose it was");
            }
        }
    }

    #[test]
    fn met_and_breached_follow_from_due_and_end_alone(world in random::world(10)) {
        let ticket = fold(&world.events, &world.book());
        let nows = nows(&world);
        for clock in ticket.iter().flat_map(|ticket| &ticket.clocks) {
            for now in &nows {
                let until = clock.ended.unwrap_or(*now);
                let late = clock.due.is_some_and(|due| due < until);
                match clock.state(*now) {
                    ClockState::Breached => prop_assert!(late),
                    ClockState::Met => prop_assert!(!late && clock.ended.is_some()),
                    ClockState::Running | ClockState::Paused => {
                        prop_assert!(!late && clock.ended.is_none());
                    }
                    _ => prop_assert!(clock.ended.is_some()),
                }
            }
        }
    }

    #[test]
    fn the_fold_takes_whatever_happens(
        world in random::world(10), far in prop::collection::vec(any::<i64>(), 11),
    ) {
        let mut world = world;
        for (event, at) in world.events.iter_mut().zip(far) {
            event.at = Instant(at);
        }
        let book = world.book();
        if let Some(ticket) = fold(&world.events, &book) {
            for clock in &ticket.clocks {
                measure(clock, &book, world.events[0].at);
                shares(clock, &book, world.events[0].at);
                clock.holder();
            }
        }
    }
}
