//! Worked cases: Wednesday 2026-10-14, 10:00 in New York (UTC-4; winter time from 2026-11-01).

use proptest::prelude::*;

use super::super::local::Local;
use super::super::local::worlds::{NewYork, instant};
use super::*;

fn here() -> LocalNow<'static> {
    LocalNow::new(instant("2026-10-14T14:00:00Z"), &NewYork)
}

fn read(text: &str) -> Result<Period, Misread> {
    period(text, &here(), Direction::Either)
}

#[test]
fn whole_units_are_read_as_people_write_them() {
    for (text, first, next, title) in [
        ("2026", "2026-01-01 00:00", "2027-01-01 00:00", "2026"),
        ("2026Q3", "2026-07-01 00:00", "2026-10-01 00:00", "2026Q3"),
        ("2026-q4", "2026-10-01 00:00", "2027-01-01 00:00", "2026Q4"),
        ("2026-07", "2026-07-01 00:00", "2026-08-01 00:00", "2026-07"),
        (
            "2026-W39",
            "2026-09-21 00:00",
            "2026-09-28 00:00",
            "2026-W39",
        ),
        (
            "2026w01",
            "2025-12-29 00:00",
            "2026-01-05 00:00",
            "2026-W01",
        ),
        (
            "2026-W53",
            "2026-12-28 00:00",
            "2027-01-04 00:00",
            "2026-W53",
        ),
        (
            "2026-07-14",
            "2026-07-14 00:00",
            "2026-07-15 00:00",
            "2026-07-14",
        ),
        (
            "today",
            "2026-10-14 00:00",
            "2026-10-15 00:00",
            "2026-10-14",
        ),
        (
            "Yesterday",
            "2026-10-13 00:00",
            "2026-10-14 00:00",
            "2026-10-13",
        ),
        (
            "this-week",
            "2026-10-12 00:00",
            "2026-10-19 00:00",
            "2026-W42",
        ),
        (
            "this month",
            "2026-10-01 00:00",
            "2026-11-01 00:00",
            "2026-10",
        ),
        (
            "this-quarter",
            "2026-10-01 00:00",
            "2027-01-01 00:00",
            "2026Q4",
        ),
        ("this-year", "2026-01-01 00:00", "2027-01-01 00:00", "2026"),
        (
            "last-week",
            "2026-10-05 00:00",
            "2026-10-12 00:00",
            "2026-W41",
        ),
        (
            "last-month",
            "2026-09-01 00:00",
            "2026-10-01 00:00",
            "2026-09",
        ),
        (
            "last quarter",
            "2026-07-01 00:00",
            "2026-10-01 00:00",
            "2026Q3",
        ),
        ("last-year", "2025-01-01 00:00", "2026-01-01 00:00", "2025"),
        (
            "next-month",
            "2026-11-01 00:00",
            "2026-12-01 00:00",
            "2026-11",
        ),
    ] {
        let found = read(text).expect(text);
        let wall = |at| NewYork.wall(at).format("%Y-%m-%d %H:%M").to_string();
        assert_eq!(wall(found.from), first, "{text}");
        assert_eq!(wall(found.to), next, "{text}");
        assert_eq!(found.title, title, "{text}");
    }
}

#[test]
fn a_range_takes_whole_units_with_both_ends_in() {
    for (text, from, to, title) in [
        (
            "2026-07..2026-09",
            "2026-07-01T04:00:00Z",
            "2026-10-01T04:00:00Z",
            "2026-07..2026-09",
        ),
        (
            "2026Q1..2026Q3",
            "2026-01-01T05:00:00Z",
            "2026-10-01T04:00:00Z",
            "2026Q1..2026Q3",
        ),
        (
            "2026-03-01..2026-03-27",
            "2026-03-01T05:00:00Z",
            "2026-03-28T04:00:00Z",
            "2026-03-01..2026-03-27",
        ),
        (
            "last-month..today",
            "2026-09-01T04:00:00Z",
            "2026-10-15T04:00:00Z",
            "2026-09..2026-10-14",
        ),
        (
            "2026-07 .. now",
            "2026-07-01T04:00:00Z",
            "2026-10-14T14:00:00Z",
            "2026-07..2026-10-14 10:00",
        ),
        (
            "-2h..14:00",
            "2026-10-14T12:00:00Z",
            "2026-10-14T18:00:00Z",
            "2026-10-14 08:00..2026-10-14 14:00",
        ),
        (
            "now..now",
            "2026-10-14T14:00:00Z",
            "2026-10-14T14:00:00Z",
            "2026-10-14 10:00..2026-10-14 10:00",
        ),
    ] {
        let found = read(text).expect(text);
        assert_eq!(
            (found.from, found.to),
            (instant(from), instant(to)),
            "{text}"
        );
        assert_eq!(found.title, title);
    }
}

#[test]
fn either_end_may_be_left_open() {
    let until = read("..-14d").expect("a range");
    assert_eq!(
        (until.from, until.to),
        (Instant::MIN, instant("2026-09-30T14:00:00Z"))
    );
    let month_end = read("..eom").expect("a range");
    assert_eq!(month_end.to, instant("2026-11-01T04:00:00Z"));
    let since = read("2026-07..").expect("a range");
    assert_eq!(
        (since.from, since.to),
        (instant("2026-07-01T04:00:00Z"), Instant::MAX)
    );
    let always = read("..").expect("a range");
    assert_eq!((always.from, always.to), (Instant::MIN, Instant::MAX));
    assert!(!always.has_ended(here().now) && always.contains(here().now));
}

#[test]
fn what_is_no_period_is_refused_with_what_would_be() {
    for (text, message, hint) in [
        (
            "2026-09..2026-07",
            "`2026-09..2026-07` ends before it begins",
            "write `2026-07..2026-09`",
        ),
        ("2026Q5", "`2026Q5` is no quarter", "a year has Q1 to Q4"),
        (
            "2026-13",
            "`2026-13` is no month",
            "a year has months 01 to 12",
        ),
        ("2025-W53", "`2025-W53` is no week", "2025 has 52 weeks"),
        (
            "2026-02-30",
            "`2026-02-30` is no date",
            "February 2026 has 28 days",
        ),
        (
            "-14d",
            "`-14d` is a moment, not a period",
            "write `-14d..` or `..-14d`",
        ),
        (
            "lastmonth",
            "`lastmonth` is no period",
            "did you mean `last-month`?",
        ),
        (
            "03/04/2026..",
            "`03/04/2026` can be 3 April 2026 or 4 March 2026",
            "write `2026-04-03` or `2026-03-04`",
        ),
        (
            "q3",
            "`q3` is no period",
            "write `2026Q3`, `2026-07`, `2026-W39`, `last-month` or `2026-07..2026-09`",
        ),
        (
            "fri..",
            "`fri` can be 2026-10-09 or 2026-10-16",
            "write `2026-10-09` or `2026-10-16`",
        ),
    ] {
        let error = read(text).expect_err(text);
        assert_eq!(error.message, message);
        assert_eq!(error.hint.as_deref(), Some(hint));
    }
    for text in [
        "",
        "2026-",
        "2026Q",
        "2026Q0",
        "1969",
        "2201Q1",
        "2026-W00",
        "a..b",
        "1..2",
        "2026-07-2026-09",
        "2026..2027..2028",
        "2026Q4294967295",
        "é026",
        "20266",
    ] {
        assert!(read(text).is_err(), "{text}");
    }
}

proptest! {
    #[test]
    fn any_text_gets_an_answer(text in "[-0-9.qQwWa-z ]{0,20}|\\PC{0,12}") {
        let _ = read(&text);
    }

    #[test]
    fn units_of_a_kind_follow_each_other_without_a_gap(year in 1970i32..2200) {
        let quarters: Vec<Period> = (1..=4).map(|n| read(&format!("{year}Q{n}")).unwrap()).collect();
        let months: Vec<Period> = (1..=12).map(|n| read(&format!("{year}-{n:02}")).unwrap()).collect();
        for parts in [quarters, months] {
            let whole = read(&format!("{year}")).unwrap();
            prop_assert_eq!(parts.first().map(|p| p.from), Some(whole.from));
            prop_assert_eq!(parts.last().map(|p| p.to), Some(whole.to));
            prop_assert!(parts.windows(2).all(|two| two[0].to == two[1].from));
        }
    }
}
