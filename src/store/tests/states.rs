//! What a row shows is told in two places: in the core, and in the conditions of a search. They
//! agree on whatever a fold could leave behind.

use proptest::prelude::*;

use super::fixture::{clock, customer, open_ticket, opened};
use super::{On, desk, entry};
use crate::core::sla::{Clock, ClockEnd, ClockState, Standstill};
use crate::core::time::Instant;
use crate::store::{ClockTest, Condition, TicketQuery, TicketTest};

on_every_engine! {
    a_search_and_the_core_see_the_same_state,
}

const NOW: i64 = 20;

/// Few instants, so that they often meet.
fn any_clock() -> impl Strategy<Value = Clock> {
    let fate = prop_oneof![
        Just(ClockEnd::Reached),
        Just(ClockEnd::Replaced),
        Just(ClockEnd::Cancelled),
        Just(ClockEnd::Corrected),
    ];
    let end = prop::option::of((0..=NOW, fate));
    let due = prop::option::of((15..25_i64, 0..3_i64));
    let until = prop_oneof![Just(None), (18..23_i64).prop_map(|at| Some(Instant(at)))];
    let paused = prop::option::of(until);
    (due, end, paused).prop_map(|(due, end, paused)| Clock {
        due: due.map(|(due, _)| Instant(due)),
        breach: due.map(|(due, later)| Instant(due + later)),
        paused: paused.filter(|_| end.is_none()).map(|until| Standstill {
            since: Instant(5),
            until,
        }),
        ended: end.map(|(at, _)| Instant(at)),
        fate: end.map(|(_, fate)| fate),
        ..clock(1, "response", 0)
    })
}

fn a_search_and_the_core_see_the_same_state(on: On) {
    let clocks = prop::collection::vec(any_clock(), 1..30);
    proptest!(ProptestConfig::with_cases(12), |(clocks in clocks)| {
        let desk = desk(on);
        let (acme, ..) = customer(&desk.store, "acme");
        let now = Instant(NOW);
        let mut writer = desk.store.begin(entry("minh")).unwrap();
        let mut shown = Vec::new();
        for clock in &clocks {
            let number = open_ticket(&mut writer, Instant(0), "x", opened(acme), |ticket| {
                ticket.clocks = vec![clock.clone()];
            });
            shown.push((number, clock.state(now)));
        }
        for state in ClockState::ALL {
            let test = TicketTest::Clock(ClockTest {
                milestones: Vec::new(),
                states: vec![state],
                due: None,
                now,
            });
            let mut found = writer.numbers(&TicketQuery::of(test)).unwrap();
            found.sort();
            let expected: Vec<_> = shown
                .iter()
                .filter(|(_, shows)| *shows == state)
                .map(|(number, _)| *number)
                .collect();
            prop_assert_eq!(found, expected, "{:?}", state);
        }
        let overdue = writer.present().overdue(now, &Condition::everything()).unwrap();
        let expected = clocks
            .iter()
            .filter(|c| c.ended.is_none() && c.state(now) == ClockState::Breached);
        prop_assert_eq!(overdue.len(), expected.count());
    });
}
