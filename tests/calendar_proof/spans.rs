//! Promises in days against the calendar that looks at every minute.

use chrono::{Datelike, Days, NaiveTime, Timelike};
use proptest::prelude::*;
use sladesk::core::time::Instant;
use sladesk::core::time::Span;

use super::oracle::{DAY, World};
use super::worlds::{cases, world};

/// The same rules in slow words.
fn expected(world: &World, start: i64, span: Span) -> Option<i64> {
    let today = world.wall(start).date();
    match span {
        Span::Time(seconds) => world.due(start, seconds, start + 60 * DAY),
        Span::CalendarDays(0) | Span::CalendarMonths(0) => Some(start),
        Span::CalendarDays(days) => {
            let wall = world.wall(start).checked_add_days(Days::new(days.into()))?;
            Some(world.first_at(wall))
        }
        Span::CalendarMonths(months) => {
            let wall = world.wall(start);
            let month = wall.month0() + months;
            let first = wall
                .with_day(1)?
                .with_month(1)?
                .with_year(wall.year() + (month / 12) as i32)?;
            let first = first.with_month0(month % 12)?;
            // the day itself, or the last that the month has
            let day = (1..=wall.day()).rev().find_map(|day| first.with_day(day))?;
            Some(world.first_at(day))
        }
        Span::EndOfBusinessDay => match world.closing(today).filter(|closing| *closing > start) {
            Some(closing) => Some(closing),
            None => world.closing(world.open_days_after(today).next()?),
        },
        Span::EndOfNextBusinessDay => world.closing(world.open_days_after(today).next()?),
        Span::BusinessDays(days) => {
            let start = world.next_open(start, start + 60 * DAY)?;
            if days == 0 {
                return Some(start);
            }
            let wall = world.wall(start);
            let date = world.open_days_after(wall.date()).nth(days as usize - 1)?;
            let second = moved(&world.hours(date), wall.num_seconds_from_midnight());
            let midnight = date.and_time(NaiveTime::MIN);
            Some(world.first_at(midnight + chrono::TimeDelta::seconds(second.into())))
        }
    }
}

/// A wall time moved into the hours of a day; a closing lies inside.
fn moved(hours: &[(u32, u32)], second: u32) -> u32 {
    if hours
        .iter()
        .any(|(from, to)| *from <= second && second <= *to)
    {
        return second;
    }
    let opening = hours
        .iter()
        .map(|(from, _)| *from)
        .find(|from| second < *from);
    opening.unwrap_or_else(|| hours.last().expect("an open day has hours").1)
}

fn span() -> impl Strategy<Value = Span> {
    prop_oneof![
        (0..6u32).prop_map(Span::BusinessDays),
        (0..6u32).prop_map(Span::CalendarDays),
        (0..4u32).prop_map(Span::CalendarMonths),
        Just(Span::EndOfBusinessDay),
        Just(Span::EndOfNextBusinessDay),
        (0..200_000i64).prop_map(Span::Time),
    ]
}

proptest! {
    #![proptest_config(cases(100))]

    #[test]
    fn a_promise_in_days_is_due_when_looking_at_every_minute_says(
        (world, start) in world(),
        span in span(),
    ) {
        let due = world.calendar().due_within(Instant(start), span);
        let expected = expected(&world, start, span);
        prop_assert_eq!(due, expected.map(Instant), "{} from {}", span, Instant(start));
    }
}
