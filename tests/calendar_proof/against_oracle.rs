//! The engine's answers against those of the calendar that looks at every minute.

use proptest::prelude::*;
use sladesk::core::calendar::{Stretch, StretchReason};
use sladesk::core::sla::due_paused;
use sladesk::core::time::Instant;
use sladesk::core::time::Span;

use super::oracle::DAY;
use super::worlds::{cases, length, named, world};

/// Longer than any closed time that these calendars can have around a start.
const FAR: i64 = 60 * DAY;

proptest! {
    #![proptest_config(cases(200))]

    #[test]
    fn elapsed_is_what_counting_minutes_gives((world, from) in world(), length in length(12_000)) {
        let to = from + length;
        let elapsed = world.calendar().elapsed(Instant(from), Instant(to));
        prop_assert_eq!(elapsed, world.elapsed(from, to));
    }

    #[test]
    fn due_is_the_earliest_instant_with_so_much_open_time(
        (world, start) in world(),
        seconds in length(3_000),
    ) {
        let calendar = world.calendar();
        let due = calendar.due(Instant(start), seconds).expect("the week opens");
        match world.due(start, seconds, start + FAR) {
            Some(expected) => prop_assert_eq!(due, Instant(expected)),
            None => prop_assert!(due.0 > start + FAR),
        }
    }

    #[test]
    fn due_is_the_earliest_instant_with_so_much_time_that_is_open_and_not_paused(
        (world, start) in world(),
        minutes in 0..2_000i64,
        paused in prop::collection::vec((-200..3_000i64, 0..1_500i64), 0..4),
        at_due in prop::option::of(0..1_500i64),
    ) {
        let calendar = world.calendar();
        let start = start.div_euclid(60) * 60;
        let mut paused: Vec<(i64, i64)> = paused
            .into_iter()
            .map(|(from, long)| (start + from * 60, start + (from + long) * 60))
            .collect();
        if let (Some(long), Some(due)) = (at_due, world.due_paused(start, minutes, &paused)) {
            // the tie: a pause that begins at the very due
            paused.push((due, due + long * 60));
        }
        paused.sort_unstable();
        let mut apart: Vec<(Instant, Instant)> = Vec::new();
        for (from, to) in &paused {
            match apart.last_mut() {
                Some(last) if *from < last.1.0 => last.1 = last.1.max(Instant(*to)),
                _ => apart.push((Instant(*from), Instant(*to))),
            }
        }
        let due = due_paused(&calendar, Instant(start), Span::Time(minutes * 60), &apart);
        if let Some(expected) = world.due_paused(start, minutes, &paused) {
            prop_assert_eq!(due, Some(Instant(expected)), "{:?}", apart);
        }
    }

    #[test]
    fn open_is_what_the_wall_says((world, at) in world(), minutes in prop::collection::vec(0..8000i64, 20)) {
        let calendar = world.calendar();
        for minute in minutes {
            let at = at + minute * 60;
            prop_assert_eq!(calendar.is_open(Instant(at)), world.is_open(at), "{}", Instant(at));
        }
    }

    #[test]
    fn it_opens_and_closes_when_minutes_say((world, at) in world()) {
        let calendar = world.calendar();
        let opens = calendar.next_open(Instant(at)).expect("the week opens").0;
        match world.next_open(at, at + FAR) {
            Some(expected) => prop_assert_eq!(opens, expected),
            None => prop_assert!(opens >= at + FAR),
        }
        let closes = calendar.open_until(Instant(opens));
        match world.next_closed(opens, opens + FAR) {
            Some(expected) => prop_assert_eq!(closes, Some(Instant(expected))),
            None => prop_assert!(closes.is_none_or(|closes| closes.0 >= opens + FAR)),
        }
    }

    #[test]
    fn stretches_leave_nothing_out_and_add_up_to_what_elapsed(
        (world, from) in world(),
        length in length(12_000),
    ) {
        let (calendar, to) = (world.calendar(), from + length);
        let stretches = calendar.stretches(Instant(from), Instant(to));
        let mut reached = Instant(from);
        for Stretch { from, to, why } in &stretches {
            prop_assert_eq!(*from, reached);
            prop_assert!(from < to);
            for at in [from.0, to.0 - 1] {
                prop_assert_eq!(*why == StretchReason::Open, world.is_open(at));
                let holiday = world.set.days.contains_key(&world.wall(at).date());
                let own = world.own.get(&world.wall(at).date());
                let named = own.map_or(holiday, Vec::is_empty);
                prop_assert_eq!(matches!(why, StretchReason::Holiday(_)), named);
            }
            reached = *to;
        }
        prop_assert_eq!(reached.0, to);
        prop_assert!(stretches.windows(2).all(|pair| pair[0].why != pair[1].why));
        let open = stretches.iter().filter(|stretch| stretch.why == StretchReason::Open);
        let sum: i64 = open.map(|stretch| stretch.to.since(stretch.from)).sum();
        prop_assert_eq!(sum, calendar.elapsed(Instant(from), Instant(to)));
    }

    #[test]
    fn a_days_open_times_are_its_open_minutes((world, at) in world()) {
        let date = world.wall(at).date();
        let day = world.calendar().day(date);
        let noon = Instant::from_utc(date.and_hms_opt(12, 0, 0).unwrap()).0;
        for minute in (noon - 2 * DAY..noon + 2 * DAY).step_by(60 * 7) {
            let expected = world.wall(minute).date() == date && world.is_open(minute);
            let open = day.open.iter().any(|(from, to)| (from.0..to.0).contains(&minute));
            prop_assert_eq!(open, expected, "{}", Instant(minute));
        }
        prop_assert_eq!(world.calendar().is_open_day(date), world.is_open_day(date));
        prop_assert_eq!(day.hours, world.hours(date));
    }
}

#[test]
fn seconds_are_kept_where_clocks_were_not_on_the_minute() {
    // Liberia's clocks were 44 minutes and 30 seconds behind UTC until 7 January 1972
    let world = named(
        "mon-sun 00:00:05-00:30:17, 00:40:00-00:55:59",
        "Africa/Monrovia",
        &[],
        &[],
    );
    let (calendar, change) = (world.calendar(), 63_593_070);
    assert_eq!(world.zone.offset_at(Instant(change - 1)), -2670);
    let mut open = 0;
    let start = change - 4000;
    for at in start..change + 4000 {
        assert_eq!(
            calendar.is_open(Instant(at)),
            world.is_open(at),
            "{}",
            Instant(at)
        );
        assert_eq!(
            calendar.elapsed(Instant(start), Instant(at)),
            open,
            "{}",
            Instant(at)
        );
        if world.is_open(at) {
            open += 1;
            assert_eq!(calendar.due(Instant(start), open), Some(Instant(at + 1)));
        }
    }
    assert!(open > 600, "only {open} open seconds were tried");
}
