//! Volumes and workload against folds of every second's prefix.

use proptest::prelude::*;

use super::activities::{NoTerms, activity, events, opened, volumes, workload};
use super::clocks::window;
use crate::core::model::*;
use crate::core::report::TicketActivity;
use crate::core::sla::fold;

fn an_act() -> impl Strategy<Value = Fact> {
    let on = prop_oneof![Just(WaitingOn::Customer), Just(WaitingOn::Vendor)];
    let how = prop_oneof![Just(ClosedAs::Done), Just(ClosedAs::Withdrawn)];
    let to = prop::option::of(prop_oneof![Just("ann".to_owned()), Just("bob".to_owned())]);
    prop_oneof![
        2 => on.prop_map(|on| Waiting { on, until: None }.into()),
        2 => Just(CustomerReplied { channel: None, contact: None, asks: None }.into()),
        1 => Just(Resumed {}.into()),
        2 => Just(Resolved {}.into()),
        2 => Just(Reopened {}.into()),
        1 => how.prop_map(|how| Closed { r#as: how }.into()),
        1 => Just(Merged { into: TicketNo(1) }.into()),
        3 => to.prop_map(|to| Assigned { to }.into()),
        1 => Just(Replied { channel: None }.into()),
    ]
}

fn a_life() -> impl Strategy<Value = Vec<(i64, Fact)>> {
    let acts = prop::collection::vec((0..40_i64, an_act()), 0..10);
    (0..30_i64, acts).prop_map(|(start, acts)| {
        let mut life = vec![(start, opened().into())];
        life.extend(acts.into_iter().map(|(after, fact)| (start + after, fact)));
        life
    })
}

/// All that is known of the tickets when the clock on the wall shows `at`.
fn states_at(lives: &[Vec<Event>], at: i64) -> Vec<Option<(State, Option<String>)>> {
    let known = |life: &Vec<Event>| {
        let past: Vec<Event> = life.iter().filter(|e| e.at.0 <= at).cloned().collect();
        fold(&past, &NoTerms).map(|ticket| (ticket.state, ticket.assignee))
    };
    lives.iter().map(known).collect()
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(400))]

    #[test]
    fn volumes_and_waiting_are_what_a_walk_through_the_seconds_sees(
        lives in prop::collection::vec(a_life(), 1..5),
        from in 0..40_i64, length in 1..40_i64, now in 0..90_i64,
    ) {
        let numbered = (1..).zip(&lives);
        let lives: Vec<Vec<Event>> = numbered
            .map(|(n, life)| {
                let acts = life.iter().map(|(at, fact)| (*at, "ann", fact.clone()));
                events(n, acts.collect())
            })
            .collect();
        let activities: Vec<TicketActivity> = (1..).zip(&lives).map(|(n, life)| activity(n, life)).collect();
        let window = window(from, from + length, now);
        let volumes = volumes(&activities, window);
        let last = window.last().0;

        prop_assert_eq!(
            volumes.at_start.len() + volumes.opened.len() + volumes.reopened.len(),
            volumes.at_end.len()
                + volumes.resolved.len()
                + volumes.withdrawn.len()
                + volumes.merged.len(),
        );
        prop_assert_eq!(volumes.at_end.len(), active(&lives, last));

        let mut waiting = [0_i64; 3];
        for at in from..(from + length).min(now) {
            for (state, owner) in states_at(&lives, at).into_iter().flatten() {
                let person = match owner.as_deref() {
                    Some("ann") => 0,
                    Some(_) => 1,
                    None => 2,
                };
                waiting[person] += i64::from(state.is_waiting());
            }
        }
        let people = workload(&activities, &[], window);
        for (person, name) in [Some("ann"), Some("bob"), None].into_iter().enumerate() {
            let found = people.iter().find(|p| p.held_by.as_deref() == name);
            prop_assert_eq!(found.map_or(0, |p| p.waiting), waiting[person], "{:?}", name);
        }
    }
}

fn active(lives: &[Vec<Event>], at: i64) -> usize {
    let states = states_at(lives, at).into_iter().flatten();
    states.filter(|(state, _)| state.is_active()).count()
}
