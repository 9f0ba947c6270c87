//! Worked cases: Wednesday 2026-10-14, 10:00 in New York (UTC-4; winter time from 2026-11-01).

use proptest::prelude::*;

use super::super::local::worlds::{NewYork, instant};
use super::*;

fn here() -> LocalNow<'static> {
    LocalNow::new(instant("2026-10-14T14:00:00Z"), &NewYork)
}

fn read(text: &str, direction: Direction) -> Result<String, Misread> {
    when(text, &here(), direction).map(|at| at.to_string())
}

#[test]
fn points_are_read_as_people_write_them() {
    for (text, at) in [
        ("now", "2026-10-14T14:00:00Z"),
        ("today", "2026-10-14T04:00:00Z"),
        ("14:00", "2026-10-14T18:00:00Z"),
        ("9:05", "2026-10-14T13:05:00Z"),
        ("9am", "2026-10-14T13:00:00Z"),
        ("9 AM", "2026-10-14T13:00:00Z"),
        ("12am", "2026-10-14T04:00:00Z"),
        ("12pm", "2026-10-14T16:00:00Z"),
        ("9:30pm", "2026-10-15T01:30:00Z"),
        ("noon", "2026-10-14T16:00:00Z"),
        ("yesterday 14:00", "2026-10-13T18:00:00Z"),
        ("yesterday", "2026-10-13T04:00:00Z"),
        ("tomorrow 9:00", "2026-10-15T13:00:00Z"),
        ("2026-03-27", "2026-03-27T04:00:00Z"),
        ("2026-03-27 16:00", "2026-03-27T20:00:00Z"),
        ("2026-03-27T16:00", "2026-03-27T20:00:00Z"),
        ("  2026-03-27   16:00:30 ", "2026-03-27T20:00:30Z"),
        ("2026-12-27 16:00", "2026-12-27T21:00:00Z"),
        ("2026-03-27T16:00:00Z", "2026-03-27T16:00:00Z"),
        ("2026-03-27t16:00:00.123z", "2026-03-27T16:00:00Z"),
        ("2026-03-27T16:00:00+02:00", "2026-03-27T14:00:00Z"),
        ("2026-03-27 16:00 -05:00", "2026-03-27T21:00:00Z"),
        ("2026-03-27 16:00 UTC+3", "2026-03-27T13:00:00Z"),
        ("2026-03-27 16:00 Europe/Moscow", "2026-03-27T13:00:00Z"),
        ("14:00Z", "2026-10-14T14:00:00Z"),
        ("yesterday 2pm Europe/Moscow", "2026-10-13T11:00:00Z"),
        ("-2h", "2026-10-14T12:00:00Z"),
        ("2h ago", "2026-10-14T12:00:00Z"),
        ("2 hours ago", "2026-10-14T12:00:00Z"),
        ("-1h30m", "2026-10-14T12:30:00Z"),
        ("1h 30m ago", "2026-10-14T12:30:00Z"),
        ("in 2 hours", "2026-10-14T16:00:00Z"),
        ("+90s", "2026-10-14T14:01:30Z"),
        ("-14d", "2026-09-30T14:00:00Z"),
        ("2 weeks ago", "2026-09-30T14:00:00Z"),
        ("3 days ago 8pm", "2026-10-12T00:00:00Z"),
        ("-3d 20:00 Europe/Moscow", "2026-10-11T17:00:00Z"),
    ] {
        assert_eq!(read(text, Direction::Either).as_deref(), Ok(at), "{text}");
    }
}

#[test]
fn days_keep_the_wall_time_over_a_change_of_the_clocks() {
    assert_eq!(
        read("in 28 days", Direction::Either).as_deref(),
        Ok("2026-11-11T15:00:00Z")
    );
    assert_eq!(
        read("in 672h", Direction::Either).as_deref(),
        Ok("2026-11-11T14:00:00Z")
    );
}

#[test]
fn days_counted_from_now_never_fail_on_the_nights_of_a_change() {
    let in_the_gap = LocalNow::new(instant("2026-03-22T06:30:00Z"), &NewYork); // 02:30
    let at = when("-14d", &in_the_gap, Direction::Past);
    assert_eq!(at, Ok(instant("2026-03-08T07:30:00Z")), "03:30, an hour on");
    let in_the_fold = LocalNow::new(instant("2026-11-15T06:30:00Z"), &NewYork); // 01:30
    let at = when("-14d", &in_the_fold, Direction::Past);
    assert_eq!(at, Ok(instant("2026-11-01T05:30:00Z")), "the first pass");
}

#[test]
fn a_weekday_looks_the_way_of_the_question() {
    for (text, past, future) in [
        ("fri 9am", "2026-10-09T13:00:00Z", "2026-10-16T13:00:00Z"),
        ("Friday", "2026-10-09T04:00:00Z", "2026-10-16T04:00:00Z"),
        ("wed 9:00", "2026-10-14T13:00:00Z", "2026-10-21T13:00:00Z"),
        ("wed 11:00", "2026-10-07T15:00:00Z", "2026-10-14T15:00:00Z"),
        ("wed", "2026-10-14T04:00:00Z", "2026-10-21T04:00:00Z"),
        (
            "thurs 10:00",
            "2026-10-08T14:00:00Z",
            "2026-10-15T14:00:00Z",
        ),
    ] {
        assert_eq!(
            read(text, Direction::Past).as_deref(),
            Ok(past),
            "{text} before now"
        );
        assert_eq!(
            read(text, Direction::Future).as_deref(),
            Ok(future),
            "{text} after now"
        );
    }
}

#[track_caller]
fn refused(text: &str, message: &str, hint: &str) {
    let error = read(text, Direction::Either).expect_err(text);
    assert_eq!(error.message, message);
    assert_eq!(error.hint.as_deref(), Some(hint));
}

#[test]
fn a_weekday_alone_is_refused_with_both_dates() {
    refused(
        "fri 9am",
        "`fri 9am` can be 2026-10-09 or 2026-10-16",
        "write `2026-10-09 9am` or `2026-10-16 9am`",
    );
    refused(
        "fri",
        "`fri` can be 2026-10-09 or 2026-10-16",
        "write `2026-10-09` or `2026-10-16`",
    );
}

#[test]
fn a_date_that_reads_two_ways_is_refused_with_both() {
    refused(
        "03/04/2026",
        "`03/04/2026` can be 3 April 2026 or 4 March 2026",
        "write `2026-04-03` or `2026-03-04`",
    );
    refused(
        "3.4.2026 14:00",
        "`3.4.2026 14:00` can be 3 April 2026 or 4 March 2026",
        "write `2026-04-03 14:00` or `2026-03-04 14:00`",
    );
}

#[test]
fn a_date_in_another_order_is_told_how_it_is_written() {
    for (text, hint) in [
        ("30/09/2026", "write `2026-09-30`"),
        ("09-30-2026", "write `2026-09-30`"),
        ("03/03/2026 9am", "write `2026-03-03 9am`"),
        ("2026/03/04", "write `2026-03-04`"),
        ("2026-3-4", "write `2026-03-04`"),
        ("2026-02-30", "February 2026 has 28 days"),
        (
            "2026-13-01",
            "write the year, the month and the day: `2026-03-27`",
        ),
        (
            "31/31/2026",
            "write the year, the month and the day: `2026-03-27`",
        ),
        (
            "3/4/26",
            "write the year, the month and the day: `2026-03-27`",
        ),
    ] {
        let error = read(text, Direction::Past).expect_err(text);
        assert_eq!(error.hint.as_deref(), Some(hint), "{text}: {error}");
    }
}

#[test]
fn a_time_that_was_skipped_is_refused_with_both_readings() {
    refused(
        "2026-03-08 02:30",
        "`2026-03-08 02:30` does not exist in America/New_York: clocks were turned forward over it",
        "write `2026-03-08 01:30` or `2026-03-08 03:30`",
    );
}

#[test]
fn a_time_that_comes_twice_is_refused_with_both_and_each_can_be_written() {
    refused(
        "2026-11-01 01:30",
        "`2026-11-01 01:30` comes twice in America/New_York",
        "write `2026-11-01T01:30:00-04:00` for the first or `2026-11-01T01:30:00-05:00` for the second",
    );
    let second = read("2026-11-01T01:30:00-05:00", Direction::Either);
    assert_eq!(second.as_deref(), Ok("2026-11-01T06:30:00Z"));
}

#[test]
fn what_is_no_point_in_time_is_refused_with_what_would_be() {
    refused(
        "yesterdy 14:00",
        "`yesterdy 14:00` is no point in time",
        "did you mean `yesterday 14:00`?",
    );
    refused(
        "2 huors ago",
        "`2 huors ago` is no point in time",
        "did you mean `2 hours ago`?",
    );
    refused("9", "`9` is no point in time", "write `9:00`, or `9am`");
    refused("2h", "`2h`: ago, or from now?", "write `-2h` or `in 2h`");
    refused(
        "24:00",
        "`24:00` is no time of day",
        "write `00:00` of the day after",
    );
    refused(
        "25:00",
        "`25:00` is no time of day",
        "write `14:00`, `14:00:30` or `2pm`",
    );
    refused(
        "today 14:00 Europe/Nowhere",
        "no zone `Europe/Nowhere`",
        "write a zone such as `Europe/Madrid`, or an offset such as `+02:00`",
    );
    for text in [
        "",
        " ",
        "soon",
        "q3",
        "2026",
        "2026-03",
        "14",
        "14:0",
        "14:00 15:00",
        "today tomorrow",
        "-",
        "-2",
        "-2x",
        "- 2h",
        "2h agony",
        "-2h 14:00",
        "-3bd",
        "in 2h ago",
        "fri fri",
        "13pm",
        "0am",
        "2026-03-27T",
        "2026-03-27T16",
        "2026-03-27Z",
        "now 14:00",
        "14:00 junk",
        "١٤:٠٠",
        "ago",
        "14:00:60",
        "tomorrow 14:00 +25:00",
        "-3d tomorrow 14:00",
        "mo",
    ] {
        assert!(read(text, Direction::Past).is_err(), "{text}");
    }
}

#[test]
fn what_lies_outside_the_years_of_the_tool_is_refused() {
    for text in [
        "1969-12-31 12:00",
        "2201-01-01 12:00",
        "-100000d",
        "-9999999999999999999d",
        "-9223372036854775807h",
        "in 99999999999h",
    ] {
        let error = read(text, Direction::Past).expect_err(text);
        assert_eq!(
            error.message,
            format!("`{text}` lies outside the years 1970 to 2200")
        );
    }
}

proptest! {
    #[test]
    fn any_text_gets_an_answer(text in any::<String>()) {
        let _ = when(&text, &here(), Direction::Either);
    }

    #[test]
    fn any_text_of_its_letters_gets_an_answer(text in "[-+0-9:TZa-z/. ]{0,24}") {
        let _ = when(&text, &here(), Direction::Past);
    }

    #[test]
    fn every_instant_reads_back_from_rfc_3339(seconds in 0i64..7_200_000_000) {
        let at = Instant(seconds);
        prop_assert_eq!(when(&at.to_string(), &here(), Direction::Either), Ok(at));
    }

    #[test]
    fn a_weekday_lies_within_a_week_on_the_right_side(day in 0usize..7, hour in 0u32..24) {
        let name = ["mon", "tue", "wed", "thu", "fri", "sat", "sun"][day];
        let text = format!("{name} {hour}:30");
        let past = when(&text, &here(), Direction::Past).expect("no change of the clocks near");
        let future = when(&text, &here(), Direction::Future).expect("no change of the clocks near");
        prop_assert!(past <= here().now && here().now < future);
        prop_assert_eq!(future.since(past), 7 * 86_400);
    }
}
