//! What the rules of reopening, raising, merging, correcting and holding promise, whatever the
//! history; told of the naive fold.

use std::collections::{BTreeMap, BTreeSet};

use proptest::prelude::*;
use sladesk::core::model::*;
use sladesk::core::sla::{ClockEnd, ClockState, Standstill, due_going_on, fold, lost_breaches};
use sladesk::core::terms::{MetBy, MilestoneAct, OnReopen, ReopenWithin, Start};
use sladesk::core::time::Instant;

use crate::laws::{next, with};
use crate::naive::{self, Page, Shown};
use crate::terms::of_text as terms_of;
use crate::world::{Adopted, BEGIN, Hours, STEP, World};
use crate::{cases, nows, random};

fn page(world: &World, nows: &[Instant]) -> Page {
    naive::fold(world, nows).expect("a history has an opening")
}

/// Without the standstills that are over by then: whoever looks from then on sees nothing of them.
fn seen_from(now: Instant, clocks: &[Shown]) -> Vec<Shown> {
    let mut clocks = clocks.to_vec();
    for clock in &mut clocks {
        let over = |paused: &Standstill| paused.until.is_some_and(|until| until <= now);
        clock.paused = clock.paused.filter(|paused| !over(paused));
    }
    clocks
}

/// The live clocks of milestones that the reason `restored` meets.
fn live(page: &Page, now: Instant) -> Vec<Shown> {
    let met = |clock: &&Shown| {
        clock.ended.is_none() && ["resolution", "update"].contains(&clock.milestone.as_str())
    };
    let live: Vec<Shown> = page.clocks.iter().filter(met).cloned().collect();
    seen_from(now, &live)
}

fn prioritised(to: &str, reason: Option<&str>) -> Fact {
    Prioritised {
        to: to.to_owned(),
        reason: reason.map(str::to_owned),
        by: Side::Desk,
        replaces: None,
    }
    .into()
}

fn says(event: &Event, code: &str) -> bool {
    matches!(&event.fact, Fact::Prioritised(change) if change.reason.as_deref() == Some(code))
}

fn starts_with_an_act(start: &Start) -> bool {
    let answers = [Start::Replied, Start::Acknowledged];
    matches!(start, Start::OfPlan(_)) || answers.contains(start)
}

fn broken_by(clock: &Shown, now: Instant) -> bool {
    clock.at[0].state == ClockState::Breached && clock.breach.is_some_and(|breach| breach < now)
}

/// What is broken after a correction that is spoken next was broken without it.
fn breaks_nothing_before(world: &World, priority: &str) -> Result<(), TestCaseError> {
    let now = world.settled().plus(STEP);
    let corrected = prioritised(priority, Some("misjudged"));
    let corrected = with(world, next(world, now, corrected));
    let (before, after) = (page(world, &[now]), page(&corrected, &[now]));
    let spoken = |clock: &&Shown| clock.fate != Some(ClockEnd::Corrected) && broken_by(clock, now);
    for clock in after.clocks.iter().filter(spoken) {
        let same = |old: &Shown| {
            let alike = (&old.milestone, &old.priority, old.breach)
                == (&clock.milestone, &clock.priority, clock.breach);
            alike && broken_by(old, now)
        };
        prop_assert!(before.clocks.iter().any(same), "{:?}", clock);
    }
    Ok(())
}

/// A ticket of a plan with open hours around the clock, of which this happened, a step of the grid
/// after each other.
fn told(facts: Vec<Fact>) -> World {
    let text = r#"
        schema = 1
        vendor = "test"
        zone = "UTC"
        hours = "around-the-clock"
        priorities = { p1 = "P1", p2 = "P2", p3 = "P3" }
        channels.email = "E-mail"
        priority-changes.restored.title = "Works again"
        priority-changes.misjudged = { title = "Never was", corrects = true }
        acts.fixed = "Fixed"
        milestones.resolution = { met-by = ["resolved"], on-reopen = "continue" }
        milestones.fix.met-by = ["fixed", "resolved"]
        plans.test.targets.resolution = { p1 = "4h", p2 = "5h", p3 = "80h" }
        plans.test.targets.fix = { p1 = "4h", p2 = "5h", p3 = "80h" }
    "#;
    let terms = terms_of(text);
    let always = Hours {
        week: std::array::from_fn(|_| vec![(0, 86_400)]),
        closed: BTreeSet::new(),
    };
    let hours = terms.calendars.keys();
    let hours = hours.map(|key| (key.clone(), Adopted(vec![(Instant::MIN, always.clone())])));
    let page = crate::world::Page {
        hours: hours.collect(),
        terms: terms.clone(),
    };
    let events = (0..).zip(facts).map(|(n, fact)| Event {
        id: EventId(n + 1),
        entry: EntryId(n + 1),
        stream: Stream::Ticket(TicketNo(1)),
        at: BEGIN.plus(n * STEP),
        recorded: BEGIN.plus(n * STEP),
        present: BEGIN.plus(n * STEP),
        actor: "minh".to_owned(),
        fact,
        corrects: false,
    });
    World {
        pages: BTreeMap::from([(EventId(101), page)]),
        events: events.collect(),
    }
}

fn opened(priority: &str) -> Fact {
    Opened {
        terms: Some(EventId(101)),
        priority: Some(priority.to_owned()),
        ..Opened::by(CustomerId(1))
    }
    .into()
}

/// All that lets an ended clock go on, with a change of priority in between that is corrected long
/// after.
#[test]
fn a_clock_that_goes_on_breaks_no_earlier_than_a_correction_of_what_came_between() {
    let act = || "fixed".to_owned();
    let (resolved, reopened) = (Fact::from(Resolved {}), Fact::from(Reopened {}));
    let marked = Fact::from(ActMarked { act: act() });
    let withdrawn = Fact::from(MarkWithdrawn {
        act: act(),
        event: EventId(2),
    });
    for (ends, goes_on) in [(resolved, reopened), (marked, withdrawn)] {
        // the limits of the opening go on, or are handed on to the clock of a raise
        for (first, between) in [("p1", "p2"), ("p2", "p3")] {
            let mut facts = vec![opened(first), ends.clone()];
            facts.push(prioritised(between, Some("restored")));
            facts.push(goes_on.clone());
            // an hour of no meaning each, until what was promised at first is long over
            let hours = (0..12).map(|_| Assigned { to: None }.into());
            facts.extend(hours);
            let world = told(facts);
            breaks_nothing_before(&world, "p1").unwrap_or_else(|why| panic!("{first}: {why}"));
            let now = world.settled().plus(STEP);
            let change = prioritised("p1", Some("misjudged"));
            let corrected = with(&world, next(&world, now, change));
            let nows = nows(&corrected);
            assert_eq!(crate::differs(&corrected, &nows), None);
            let late = page(&corrected, &[now.plus(STEP)]);
            let broken = late.clocks.iter().filter(|clock| clock.ended.is_none());
            let breach: Vec<_> = broken.filter_map(|clock| clock.breach).collect();
            assert_eq!(
                breach.first(),
                Some(&now),
                "{first}: it breaks as it is said"
            );
        }
    }
}

proptest! {
    #![proptest_config(cases(200))]

    #[test]
    fn closed_by_mistake_and_reopened_at_once_nothing_has_happened(
        world in random::world(10),
        closed in prop::sample::select(vec![
            ClosedAs::Spam, ClosedAs::Duplicate, ClosedAs::Withdrawn,
        ]),
    ) {
        let mut world = world;
        for page in world.pages.values_mut() {
            page.terms.reopen_within = match closed {
                ClosedAs::Withdrawn => ReopenWithin::Always,
                _ => ReopenWithin::Never,
            };
            for milestone in &mut page.terms.milestones {
                milestone.on_reopen = OnReopen::Keep;
                milestone.starts.retain(|start| *start != Start::Reopened);
            }
        }
        let now = world.settled();
        let nows = nows(&world);
        let before = page(&world, &nows);
        prop_assume!(before.state == State::Open);
        let closing = with(&world, next(&world, now, Closed { r#as: closed }.into()));
        let reopened = with(&closing, next(&closing, now, Reopened {}.into()));
        let after = page(&reopened, &nows);
        prop_assert_eq!(seen_from(now, &before.clocks), seen_from(now, &after.clocks));
    }

    #[test]
    fn restored_and_raised_again_at_once_what_was_owed_is_owed(world in random::world(10)) {
        let mut world = world;
        world.events.retain(|event| !says(event, "restored"));
        for page in world.pages.values_mut() {
            page.terms.reopen_within = ReopenWithin::Always;
            // what the opening itself meets is not ended by the reason
            let by_itself = MetBy::AnyOf(vec![MilestoneAct::Opened]);
            page.terms.milestones.retain(|milestone| milestone.met_by != by_itself);
            for milestone in &mut page.terms.milestones {
                milestone.on_reopen = OnReopen::Continue;
            }
        }
        let now = world.settled();
        let nows = nows(&world);
        let before = page(&world, &nows);
        let Some(priority) = before.priority.clone().filter(|p| p == "p1" || p == "p2") else {
            return Ok(());
        };
        prop_assume!(before.state.is_active());
        let owed = live(&before, now);
        prop_assume!(owed.iter().all(|clock| clock.priority == priority));
        let lowered = with(&world, next(&world, now, prioritised("p3", Some("restored"))));
        let raised = with(&lowered, next(&lowered, now, prioritised(&priority, None)));
        let still: Vec<Shown> = live(&page(&raised, &nows), now);
        for clock in owed {
            prop_assert!(still.contains(&clock), "{:?}\nis not among {:?}", clock, still);
        }
    }

    #[test]
    fn marked_by_mistake_and_withdrawn_at_once_nothing_has_happened(
        world in random::world(10), act in prop::sample::select(vec!["fixed", "told"]),
    ) {
        let mut world = world;
        for page in world.pages.values_mut() {
            page.terms.reopen_within = ReopenWithin::Always;
            for milestone in &mut page.terms.milestones {
                milestone.on_reopen = OnReopen::Keep;
                milestone.starts.retain(|start| !starts_with_an_act(start));
                // what it ends for good goes on with the next start
                milestone.until.clear();
            }
        }
        let now = world.settled();
        let nows = nows(&world);
        let before = page(&world, &nows);
        let act = act.to_owned();
        let marked = with(&world, next(&world, now, ActMarked { act: act.clone() }.into()));
        let event = marked.events.last().expect("the mark").id;
        let back = MarkWithdrawn { act, event };
        let withdrawn = with(&marked, next(&marked, now, back.into()));
        let after = page(&withdrawn, &nows);
        prop_assert_eq!(seen_from(now, &before.clocks), seen_from(now, &after.clocks));
    }

    #[test]
    fn what_an_act_ended_no_reopening_takes_back(world in random::world(10)) {
        let mut world = world;
        for page in world.pages.values_mut() {
            for milestone in &mut page.terms.milestones {
                milestone.on_reopen = OnReopen::Continue;
                milestone.starts.retain(|start| *start != Start::Reopened);
            }
        }
        let now = world.settled();
        let nows = nows(&world);
        let mark = ActMarked { act: "fixed".to_owned() };
        let marked = with(&world, next(&world, now, mark.into()));
        let by_mark = |page: &Page| -> Vec<Shown> {
            let ended = page.clocks.iter().filter(|clock| clock.ended == Some(now));
            ended.filter(|clock| clock.fate == Some(ClockEnd::Reached)).cloned().collect()
        };
        let before = by_mark(&page(&world, &nows));
        let ended = by_mark(&page(&marked, &nows));
        let resolved = with(&marked, next(&marked, now, Resolved {}.into()));
        let reopened = with(&resolved, next(&resolved, now, Reopened {}.into()));
        let after = page(&reopened, &nows);
        for clock in ended.iter().filter(|clock| !before.contains(clock)) {
            prop_assert!(after.clocks.contains(clock), "{:?}\nis not among {:?}", clock, after.clocks);
        }
    }

    #[test]
    fn merging_meets_nothing(world in random::world(10)) {
        let now = world.settled();
        let nows = nows(&world);
        let merged = with(&world, next(&world, now, Merged { into: TicketNo(9) }.into()));
        let reached = |page: Page| {
            page.clocks.iter().filter(|clock| clock.fate == Some(ClockEnd::Reached)).count()
        };
        prop_assert_eq!(reached(page(&world, &nows)), reached(page(&merged, &nows)));
    }

    #[test]
    fn a_merge_moves_no_due(world in random::world(10)) {
        let now = world.settled().plus(STEP);
        let book = world.book();
        let ticket = fold(&world.events, &book);
        for clock in ticket.iter().flat_map(|ticket| &ticket.clocks) {
            let Some(due) = due_going_on(clock, &book, now) else {
                continue;
            };
            if clock.state(now) == ClockState::Running {
                prop_assert_eq!(Some(due), clock.due);
            }
            let limit = &clock.limits[clock.governing];
            let left = AbsorbedLimit {
                milestone: clock.milestone.clone(),
                priority: clock.priority.clone(),
                calendar: limit.calendar.clone(),
                terms: limit.terms,
                due,
                kind: limit.kind.clone(),
                clause: limit.clause.clone(),
            };
            let mut other = world.clone();
            other.events.truncate(1);
            other.events[0].at = now;
            let absorbed = Absorbed { from: TicketNo(9), limits: vec![left] };
            let other = with(&other, next(&other, now, absorbed.into()));
            let other = fold(&other.events, &book).expect("it was opened");
            let limits = other.clocks.iter().flat_map(|clock| &clock.limits);
            for taken in limits.filter(|limit| limit.is_taken_over()) {
                prop_assert_eq!((taken.due, &taken.kind), (Some(due), &limit.kind));
            }
        }
    }

    #[test]
    fn a_limit_taken_over_outlives_every_change_of_priority_until_the_milestone_ends(
        world in random::world(8), priorities in prop::collection::vec(random::known_priority(), 1..4),
    ) {
        let now = world.settled().plus(STEP);
        let left = AbsorbedLimit {
            milestone: "resolution".to_owned(),
            priority: "p1".to_owned(),
            calendar: "a".to_owned(),
            terms: EventId(101),
            // far enough to be whole in all that follows
            due: now.plus(200 * STEP),
            kind: None,
            clause: None,
        };
        let absorbed = Absorbed { from: TicketNo(9), limits: vec![left] };
        let mut world = with(&world, next(&world, now, absorbed.into()));
        let limits = |world: &World| -> Vec<(Instant, Option<Instant>)> {
            let page = page(world, &nows(world));
            let owed = page.clocks.into_iter().filter(|clock| {
                clock.milestone == "resolution" && clock.ended.is_none()
            });
            owed.flat_map(|clock| clock.limits).collect()
        };
        let found = limits(&world).into_iter().find(|(from, _)| *from == now);
        let Some((_, due)) = found.filter(|(_, due)| due.is_none_or(|due| due > now.plus(5 * STEP)))
        else {
            return Ok(());
        };
        for (priority, n) in priorities.iter().zip(1..) {
            world = with(&world, next(&world, now.plus(n * STEP), prioritised(priority, Some("agreed"))));
            prop_assert!(limits(&world).iter().any(|(_, still)| *still == due));
        }
    }

    #[test]
    fn a_correction_breaches_nothing_before_it_was_spoken(
        world in random::world(10), priority in random::known_priority(),
    ) {
        let mut world = world;
        world.events.retain(|event| {
            !says(event, "misjudged")
                && !matches!(
                    event.fact,
                    Fact::Absorbed(_) | Fact::Moved(_) | Fact::Entitled(_) | Fact::Undone(_)
                )
        });
        breaks_nothing_before(&world, &priority)?;
    }

    #[test]
    fn who_holds_a_breach_is_part_of_it(world in random::world(10)) {
        let now = world.settled().plus(STEP);
        let book = world.book();
        let Some(before) = fold(&world.events, &book) else {
            return Ok(());
        };
        for clock in &before.clocks {
            let decided = clock.decided.unwrap_or(now);
            if clock.state(now) != ClockState::Breached || decided >= now {
                continue;
            }
            // later told than all that happened in the second in which it broke
            let blamed = Assigned { to: Some("eva".to_owned()) };
            let more = with(&world, next(&world, decided, blamed.into()));
            let after = fold(&more.events, &book).expect("it was opened");
            prop_assert!(!lost_breaches(&before, &after, now).is_empty());
        }
    }
}
