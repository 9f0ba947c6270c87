//! What must hold for any calendar over any span, from 1970 to 2200.

use proptest::prelude::*;
use sladesk::almanac::day_sets;
use sladesk::core::calendar::{Calendar, DaySet};
use sladesk::core::time::Instant;
use std::sync::LazyLock;

use super::worlds::{cases, world};

static SETS: LazyLock<Vec<DaySet>> = LazyLock::new(|| day_sets().collect());

const YEARS: i64 = 230 * 31_556_952;

/// A calendar with the holidays of two countries, and with special days near some instant.
fn calendar() -> impl Strategy<Value = Calendar> {
    (world(), 0..6usize, 0..6usize).prop_map(|((world, _), a, b)| {
        let sets = [&world.set, &SETS[a], &SETS[b]];
        Calendar::new(&world.week, &world.zone, &sets, &world.own)
    })
}

/// Near each other or centuries apart.
fn instants() -> impl Strategy<Value = [i64; 3]> {
    let near = (0..YEARS, prop::array::uniform2(0..10_000_000i64));
    prop_oneof![
        prop::array::uniform3(0..YEARS),
        near.prop_map(|(a, [b, c])| [a, a + b, a + c]),
    ]
    .prop_map(|mut instants| {
        instants.sort_unstable();
        instants
    })
}

fn seconds() -> impl Strategy<Value = i64> {
    prop_oneof![1..100_000i64, 1..30_000_000i64, 1..1_000_000_000i64]
}

proptest! {
    #![proptest_config(cases(600))]

    #[test]
    fn open_time_adds_up(calendar in calendar(), [a, b, c] in instants()) {
        let [a, b, c] = [a, b, c].map(Instant);
        prop_assert_eq!(
            calendar.elapsed(a, c),
            calendar.elapsed(a, b) + calendar.elapsed(b, c)
        );
        prop_assert!(calendar.elapsed(a, b) <= b.since(a));
        prop_assert_eq!(calendar.elapsed(b, a), 0);
    }

    #[test]
    fn until_due_exactly_the_promised_time_elapses(
        calendar in calendar(),
        start in 0..YEARS,
        seconds in seconds(),
    ) {
        let start = Instant(start);
        let due = calendar.due(start, seconds).expect("the week opens");
        prop_assert_eq!(calendar.elapsed(start, due), seconds);
        prop_assert_eq!(calendar.elapsed(start, due.plus(-1)), seconds - 1);
        prop_assert!(calendar.is_open(due.plus(-1)));
    }

    #[test]
    fn a_promise_in_two_parts_is_due_like_the_whole(
        calendar in calendar(),
        start in 0..YEARS,
        first in seconds(),
        second in seconds(),
    ) {
        let start = Instant(start);
        // decades of a week that is open for minutes are due after the years reckoned with
        if let Some(half) = calendar.due(start, first) {
            prop_assert_eq!(calendar.due(half, second), calendar.due(start, first + second));
        }
    }

    #[test]
    fn from_any_closed_instant_the_deadline_is_that_of_the_next_opening(
        calendar in calendar(),
        start in 0..YEARS,
        seconds in seconds(),
    ) {
        let start = Instant(start);
        let opening = calendar.next_open(start).expect("the week opens");
        prop_assert_eq!(calendar.elapsed(start, opening), 0);
        prop_assert_eq!(calendar.due(start, seconds), calendar.due(opening, seconds));
    }
}

#[test]
fn the_ends_of_time_are_answered_without_panic() {
    let rules = sladesk::almanac::zone("Europe/Madrid").unwrap();
    let week = "mon-fri 09:00-18:00".parse().unwrap();
    let calendar = Calendar::new(&week, &rules, &[&SETS[0]], &Default::default());
    let all = [
        Instant::MIN,
        Instant(-1),
        Instant(0),
        Instant(7_258_118_400),
        Instant::MAX,
    ];
    for a in all {
        for b in all {
            assert!(calendar.elapsed(a, b) >= 0);
            calendar.warnings(a, b);
        }
        for seconds in [i64::MIN, 0, 1, 1 << 40, i64::MAX] {
            calendar.due(a, seconds);
        }
        calendar.is_open(a);
        calendar.open_until(a);
    }
    assert_eq!(calendar.due(Instant(0), i64::MAX), None);
}
