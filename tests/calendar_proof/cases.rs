//! Worked cases, as a support manager would check them by hand. Times are wall times of the zone.

use chrono::NaiveDateTime;
use sladesk::almanac::{day_set, zone};
use sladesk::core::calendar::{Calendar, Warning, Week, ZoneRules};
use sladesk::core::time::Instant;
use sladesk::core::time::{Span, WallTime};

use super::worlds::named;

/// A wall time that comes once; `2026-10-25 02:30 again` is its second pass.
fn at(zone: &ZoneRules, text: &str) -> Instant {
    let again = text.strip_suffix(" again");
    let wall = NaiveDateTime::parse_from_str(again.unwrap_or(text), "%Y-%m-%d %H:%M").unwrap();
    match (zone.instants_of(wall), again) {
        (WallTime::Once(at), None) | (WallTime::Twice(at, _), None) => at,
        (WallTime::Twice(_, second), Some(_)) => second,
        (found, _) => panic!("{text} in {}: {found:?}", zone.name),
    }
}

fn shown(zone: &ZoneRules, at: Instant) -> String {
    zone.local(at).format("%Y-%m-%d %H:%M").to_string()
}

struct Case {
    week: &'static str,
    zone: &'static str,
    holidays: &'static [&'static str],
    from: &'static str,
    within: &'static str,
    due: &'static str,
}

fn check(cases: &[Case]) {
    for case in cases {
        let zone = zone(case.zone).unwrap();
        let sets: Vec<_> = case
            .holidays
            .iter()
            .map(|name| day_set(name).unwrap())
            .collect();
        let sets: Vec<_> = sets.iter().collect();
        let week: Week = case.week.parse().unwrap();
        let calendar = Calendar::new(&week, &zone, &sets, &Default::default());
        let within: Span = case.within.parse().unwrap();
        let due = calendar.due_within(at(&zone, case.from), within).unwrap();
        let says = format!("{} within {} on {}", case.from, case.within, case.week);
        assert_eq!(shown(&zone, due), case.due, "{says} in {}", case.zone);
    }
}

macro_rules! cases {
    ($($week:literal $zone:literal [$($set:literal)*]: $from:literal + $within:literal = $due:literal)*) => {
        check(&[$(Case {
            week: $week, zone: $zone, holidays: &[$($set),*],
            from: $from, within: $within, due: $due,
        }),*])
    };
}

#[test]
fn hours_count_only_while_the_desk_is_open() {
    cases! {
        "mon-fri 09:00-18:00" "UTC+3" []: "2026-10-01 10:00" + "4h" = "2026-10-01 14:00"
        "mon-fri 09:00-18:00" "UTC+3" []: "2026-10-02 16:00" + "4h" = "2026-10-05 11:00"
        "mon-fri 09:00-18:00" "UTC+3" []: "2026-10-02 16:00" + "2h" = "2026-10-02 18:00"
        "mon-fri 09:00-18:00" "UTC+3" []: "2026-10-02 18:00" + "1m" = "2026-10-05 09:01"
        "mon-fri 09:00-18:00" "UTC+3" []: "2026-10-03 12:00" + "1h" = "2026-10-05 10:00"
        "mon-fri 09:00-18:00" "UTC+3" []: "2026-10-03 12:00" + "0m" = "2026-10-03 12:00"
        "mon-fri 09:00-18:00" "UTC+3" []: "2026-10-01 10:00" + "90h" = "2026-10-15 10:00"
        "mon-sun" "Europe/Madrid" []: "2026-10-03 12:00" + "24h" = "2026-10-04 12:00"
    }
}

#[test]
fn months_are_counted_from_the_start_and_end_on_the_last_day_of_a_shorter_one() {
    cases! {
        "mon-fri 09:00-17:00" "UTC" []: "2026-01-31 10:00" + "1 month" = "2026-02-28 10:00"
        "mon-fri 09:00-17:00" "UTC" []: "2026-01-31 10:00" + "2 months" = "2026-03-31 10:00"
        "mon-fri 09:00-17:00" "UTC" []: "2028-02-29 10:00" + "12 months" = "2029-02-28 10:00"
        "mon-fri 09:00-17:00" "UTC" []: "2026-11-30 23:59" + "3 months" = "2027-02-28 23:59"
        "mon-fri 09:00-17:00" "UTC" []: "2026-10-01 10:00" + "1 week" = "2026-10-08 10:00"
        // an hour that the clocks skip: the instant of the jump
        "mon-sun" "Europe/Madrid" []: "2026-02-28 02:30" + "1 month" = "2026-03-28 02:30"
        "mon-sun" "Europe/Madrid" []: "2026-01-29 02:30" + "2 months" = "2026-03-29 03:00"
    }
}

#[test]
fn a_lunch_break_does_not_count() {
    cases! {
        "mon-thu 09:00-12:00, 13:00-17:30" "UTC" []: "2026-10-01 11:30" + "1h" = "2026-10-01 13:30"
        "mon-thu 09:00-12:00, 13:00-17:30" "UTC" []: "2026-10-01 11:30" + "30m" = "2026-10-01 12:00"
        "mon-thu 09:00-12:00, 13:00-17:30" "UTC" []: "2026-10-01 17:00" + "1h" = "2026-10-05 09:30"
    }
}

#[test]
fn each_half_of_a_night_shift_is_judged_by_its_own_date() {
    cases! {
        "mon-fri 22:00-06:00" "Europe/London" ["england-and-wales"]:
            "2026-12-23 23:00" + "4h" = "2026-12-24 03:00"
        // the shift of Christmas Eve ends with the day; Boxing Day and the Monday after are closed
        "mon-fri 22:00-06:00" "Europe/London" ["england-and-wales"]:
            "2026-12-24 23:00" + "4h" = "2026-12-29 03:00"
    }
}

#[test]
fn holidays_do_not_count() {
    cases! {
        "mon-fri 09:00-17:00" "Europe/London" ["england-and-wales"]:
            "2026-12-24 16:00" + "2h" = "2026-12-29 10:00"
        "mon-fri 09:00-17:00" "Europe/London" ["england-and-wales"]:
            "2022-09-16 16:00" + "2h" = "2022-09-20 10:00"
        "mon-fri 09:00-18:00" "Europe/Moscow" ["russia"]:
            "2026-12-30 17:00" + "2h" = "2027-01-11 10:00"
        // a Saturday worked for the Monday before National Day
        "mon-fri 08:00-17:00" "Asia/Ho_Chi_Minh" ["vietnam"]:
            "2026-08-21 16:00" + "3h" = "2026-08-22 10:00"
        "mon-fri 08:00-17:00" "Asia/Ho_Chi_Minh" ["vietnam"]:
            "2026-08-22 16:00" + "3h" = "2026-08-24 10:00"
        "mon-fri 08:00-17:00" "Asia/Ho_Chi_Minh" ["vietnam"]:
            "2026-08-28 16:00" + "3h" = "2026-09-03 10:00"
    }
}

#[test]
fn an_hour_that_does_not_exist_is_not_counted_and_one_that_comes_twice_counts_twice() {
    cases! {
        "mon-sun" "Europe/Madrid" []: "2026-03-29 01:00" + "2h" = "2026-03-29 04:00"
        "mon-sun" "Europe/Madrid" []: "2026-10-25 01:00" + "2h" = "2026-10-25 02:00"
        "mon-sun" "Europe/Madrid" []: "2026-10-25 01:00" + "3h" = "2026-10-25 03:00"
        "sun 00:00-06:00" "Europe/Madrid" []: "2026-03-29 00:00" + "5h" = "2026-03-29 06:00"
        "sun 00:00-06:00" "Europe/Madrid" []: "2026-10-25 00:00" + "7h" = "2026-10-25 06:00"
        "sun 02:00-03:00" "Europe/Madrid" []: "2026-03-28 12:00" + "1h" = "2026-04-05 03:00"
        "sun 02:00-03:00" "Europe/Madrid" []: "2026-10-24 12:00" + "2h" = "2026-10-25 03:00"
        "mon-sun" "Australia/Lord_Howe" []: "2026-10-04 01:30" + "1h" = "2026-10-04 03:00"
        "mon-fri 09:00-18:00" "Europe/Madrid" []: "2026-03-27 17:00" + "2h" = "2026-03-30 10:00"
    }
}

#[test]
fn a_date_that_never_was_is_no_day() {
    cases! {
        "mon-fri 09:00-17:00" "Pacific/Apia" []: "2011-12-29 16:00" + "2h" = "2012-01-02 10:00"
        "mon-fri 09:00-17:00" "Pacific/Apia" []: "2011-12-29 16:00" + "1bd" = "2012-01-02 16:00"
        "mon-sun" "Pacific/Apia" []: "2011-12-29 16:00" + "1bd" = "2011-12-31 16:00"
        "mon-sun" "Pacific/Apia" []: "2011-12-29 16:00" + "1cd" = "2011-12-31 00:00"
        "mon-sun" "Pacific/Apia" []: "2011-12-29 16:00" + "2cd" = "2011-12-31 16:00"
        "mon-sun" "Pacific/Kwajalein" []: "1993-08-20 12:00" + "24h" = "1993-08-22 12:00"
    }
}

#[test]
fn business_days_keep_the_time_of_day() {
    cases! {
        "mon-fri 09:00-18:00" "Europe/Madrid" []: "2026-10-01 10:20" + "3bd" = "2026-10-06 10:20"
        "mon-fri 09:00-18:00" "Europe/Madrid" []: "2026-10-03 12:00" + "3bd" = "2026-10-08 09:00"
        "mon-fri 09:00-18:00" "Europe/Madrid" []: "2026-10-01 20:00" + "1bd" = "2026-10-05 09:00"
        "mon-fri 09:00-18:00" "Europe/Madrid" []: "2026-10-01 20:00" + "0bd" = "2026-10-02 09:00"
        "mon-fri 09:00-18:00" "Europe/Madrid" ["spain"]: "2026-10-09 10:00" + "1bd" = "2026-10-13 10:00"
        "mon-fri 09:00-18:00" "Europe/London" ["england-and-wales"]:
            "2026-12-24 10:00" + "20bd" = "2027-01-26 10:00"
        // over a change of the clocks it is the same time on the wall
        "mon-fri 09:00-18:00" "Europe/Madrid" []: "2026-10-23 10:20" + "1bd" = "2026-10-26 10:20"
        // moved into the hours of a shorter day
        "mon-thu 09:00-18:00; fri 10:00-15:00" "UTC" []: "2026-10-01 17:00" + "1bd" = "2026-10-02 15:00"
        "mon-thu 09:00-18:00; fri 10:00-15:00" "UTC" []: "2026-10-01 09:30" + "1bd" = "2026-10-02 10:00"
        "mon 09:00-18:00; tue 09:00-12:00, 13:00-18:00" "UTC" []:
            "2026-10-05 12:30" + "1bd" = "2026-10-06 13:00"
    }
}

#[test]
fn calendar_days_count_open_or_not() {
    cases! {
        "mon-fri 09:00-18:00" "Europe/Madrid" []: "2026-10-02 17:00" + "2 calendar days" = "2026-10-04 17:00"
        "mon-fri 09:00-18:00" "Europe/Madrid" []: "2026-10-24 17:00" + "1cd" = "2026-10-25 17:00"
        // that wall time was skipped: the moment of the jump
        "mon-sun" "Europe/Madrid" []: "2026-03-28 02:30" + "1cd" = "2026-03-29 03:00"
    }
}

#[test]
fn the_end_of_a_business_day_is_its_closing() {
    cases! {
        "mon-fri 09:00-18:00" "UTC" []: "2026-10-01 10:00" + "end of business day" = "2026-10-01 18:00"
        "mon-fri 09:00-18:00" "UTC" []: "2026-10-01 07:00" + "end of business day" = "2026-10-01 18:00"
        "mon-fri 09:00-18:00" "UTC" []: "2026-10-01 18:00" + "end of business day" = "2026-10-02 18:00"
        "mon-fri 09:00-18:00" "UTC" []: "2026-10-02 18:30" + "end of business day" = "2026-10-05 18:00"
        "mon-fri 09:00-18:00" "UTC" []: "2026-10-01 10:00" + "end of next business day" = "2026-10-02 18:00"
        "mon-fri 09:00-18:00" "UTC" []: "2026-10-02 07:00" + "end of next business day" = "2026-10-05 18:00"
        "mon-fri 09:00-18:00" "UTC" []: "2026-10-03 07:00" + "end of next business day" = "2026-10-05 18:00"
        "mon-sun" "UTC" []: "2026-10-03 07:00" + "end of business day" = "2026-10-04 00:00"
    }
}

#[test]
fn a_boundary_in_an_hour_that_comes_twice_holds_in_both() {
    let world = named("sun 02:30-06:00", "Europe/Madrid", &[], &[]);
    let zone = &world.zone;
    let day = world.calendar().day("2026-10-25".parse().unwrap());
    let expected = [
        ("2026-10-25 02:30", "2026-10-25 02:00 again"),
        ("2026-10-25 02:30 again", "2026-10-25 06:00"),
    ];
    assert_eq!(
        day.open,
        expected.map(|(from, to)| (at(zone, from), at(zone, to)))
    );
    let calendar = world.calendar();
    let (from, to) = (at(zone, "2026-10-24 12:00"), at(zone, "2026-10-25 12:00"));
    let warnings = calendar.warnings(from, to);
    let twice = Warning::Twice {
        wall: "2026-10-25T02:30:00".parse().unwrap(),
        first: at(zone, "2026-10-25 02:30"),
        second: at(zone, "2026-10-25 02:30 again"),
    };
    assert!(warnings.contains(&twice), "{warnings:?}");
    let later = calendar.warnings(to, to.plus(7 * 86_400));
    assert!(!later.contains(&twice), "{later:?}");
}

#[test]
fn an_answer_beyond_what_is_known_says_so() {
    let zone = zone("Europe/London").unwrap();
    let set = day_set("england-and-wales").unwrap();
    let week = "mon-fri 09:00-17:00".parse().unwrap();
    let calendar = Calendar::new(&week, &zone, &[&set], &Default::default());
    let warnings = |from: &str, to: &str| {
        let warnings = calendar.warnings(at(&zone, from), at(&zone, to));
        warnings.iter().map(ToString::to_string).collect::<Vec<_>>()
    };
    let beyond = "holidays of `england-and-wales` are known from 2010 to 2035 only";
    let projected = "holidays of `england-and-wales` are projected from 2028 on, not announced yet";
    for (from, to, expected) in [
        ("2026-10-01 10:00", "2026-10-02 10:00", vec![]),
        ("2027-12-31 10:00", "2028-01-01 10:00", vec![projected]),
        (
            "2035-12-31 10:00",
            "2036-01-01 10:00",
            vec![beyond, projected],
        ),
        ("2009-12-31 10:00", "2010-01-01 10:00", vec![beyond]),
        ("2040-01-01 10:00", "2040-01-02 10:00", vec![beyond]),
    ] {
        assert_eq!(warnings(from, to), expected, "{from} to {to}");
    }
}

#[test]
fn a_deadline_by_the_wall_says_when_the_wall_showed_it_twice_or_never() {
    let world = named("mon-sun", "Europe/Madrid", &[], &[]);
    let (calendar, zone) = (world.calendar(), &world.zone);
    let warnings = |from: &str, within: &str| {
        let warnings = calendar.warnings_within(at(zone, from), within.parse().unwrap());
        warnings.iter().map(ToString::to_string).collect::<Vec<_>>()
    };
    let none: [String; 0] = [];
    assert_eq!(
        warnings("2026-10-24 02:30", "1cd"),
        [
            "2026-10-25 02:30 comes twice, at 2026-10-25T00:30:00Z and 2026-10-25T01:30:00Z; the first holds"
        ]
    );
    assert_eq!(
        warnings("2026-03-28 02:30", "1bd"),
        ["2026-03-29 02:30 is skipped by the clocks; 2026-03-29T01:00:00Z holds"]
    );
    assert_eq!(warnings("2026-10-24 02:30", "24h"), none);
    assert_eq!(warnings("2026-10-24 04:30", "1cd"), none);
}

#[test]
fn a_day_with_hours_of_its_own_stands_over_week_and_holidays() {
    let own = [
        ("2026-12-24", "09:00-12:00"),
        ("2026-12-25", "10:00-11:00"),
        ("2026-12-28", "closed"),
    ];
    let world = named(
        "mon-fri 09:00-17:00",
        "Europe/London",
        &["2026-12-25"],
        &own,
    );
    let (calendar, zone) = (world.calendar(), &world.zone);
    let due = |seconds| {
        shown(
            zone,
            calendar.due(at(zone, "2026-12-24 11:00"), seconds).unwrap(),
        )
    };
    assert_eq!(due(3600), "2026-12-24 12:00");
    assert_eq!(due(7200), "2026-12-25 11:00");
    assert_eq!(due(7201), "2026-12-29 09:00");
    let day = calendar.day("2026-12-28".parse().unwrap());
    assert_eq!(
        (day.hours, day.closed.as_deref()),
        (vec![], Some("special day"))
    );
}

#[test]
fn opening_and_closing_are_found_however_far() {
    let world = named("mon-sun", "Europe/Madrid", &["2199-12-31"], &[]);
    let (calendar, zone) = (world.calendar(), &world.zone);
    let closes = calendar.open_until(at(zone, "2026-10-01 10:00")).unwrap();
    assert_eq!(shown(zone, closes), "2199-12-31 00:00");
    let opens = calendar.next_open(closes).unwrap();
    assert_eq!(shown(zone, opens), "2200-01-01 00:00");
    assert_eq!(calendar.open_until(opens), None);
    assert_eq!(calendar.open_until(closes), None);
}

#[test]
fn a_week_that_never_opens_is_never_due_but_for_its_special_days() {
    let zone = zone("Europe/Madrid").unwrap();
    let days = [("2026-12-24".parse().unwrap(), vec![(32_400, 43_200)])];
    let never = Week(Default::default());
    let calendar = Calendar::new(&never, &zone, &[], &days.into());
    let from = at(&zone, "2026-10-01 10:00");
    assert_eq!(
        shown(&zone, calendar.due(from, 10_800).unwrap()),
        "2026-12-24 12:00"
    );
    assert_eq!(calendar.due(from, 10_801), None);
    assert_eq!(calendar.due_within(from, Span::BusinessDays(1)), None);
    assert_eq!(
        calendar.due_within(at(&zone, "2026-12-25 10:00"), Span::EndOfBusinessDay),
        None
    );
}
