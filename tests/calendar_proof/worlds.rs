//! Random calendars in all zones, and instants where they are interesting.

use std::collections::BTreeMap;
use std::sync::LazyLock;

use chrono::{NaiveDate, Weekday};
use jiff::tz::TimeZone;
use proptest::prelude::*;
use sladesk::almanac::{NewestRules, zone_file, zone_from, zone_names};
use sladesk::core::calendar::{DaySet, HalfDay, Hours, Week, ZoneRules};
use sladesk::core::time::Instant;

use super::oracle::{DAY, MINUTE, World};

/// How many cases a property runs, unless the environment says otherwise.
pub fn cases(usual: u32) -> ProptestConfig {
    // read from the environment already; 256 when it says nothing
    let config = ProptestConfig::default();
    let cases = match config.cases {
        256 => usual,
        asked => asked,
    };
    ProptestConfig {
        cases,
        max_global_rejects: cases.saturating_mul(20),
        failure_persistence: None,
        ..config
    }
}

/// Zones whose clocks do odd things: half and quarter hours, half an hour of summer time, a date
/// that never was, changes at midnight, changes within Ramadan.
const ODD: [&str; 14] = [
    "Australia/Lord_Howe",
    "Asia/Kathmandu",
    "Pacific/Chatham",
    "Pacific/Apia",
    "Pacific/Kwajalein",
    "Pacific/Kiritimati",
    "America/St_Johns",
    "America/Havana",
    "America/Asuncion",
    "Asia/Beirut",
    "Africa/Casablanca",
    "Africa/Cairo",
    "Asia/Gaza",
    "Antarctica/Troll",
];

#[derive(Debug)]
pub struct Zone {
    pub rules: ZoneRules,
    pub other: TimeZone,
    /// Every instant at which the clocks change, up to 2200.
    pub changes: Vec<i64>,
}

/// Every zone by both implementations.
pub static ZONES: LazyLock<Vec<Zone>> = LazyLock::new(|| {
    let newest = NewestRules::bundled();
    let names = zone_names().filter(|name| *name != "Factory");
    names
        .map(|name| Zone::of(zone_from(name, &newest).unwrap()))
        .collect()
});

impl Zone {
    fn of(rules: ZoneRules) -> Zone {
        let (_, file) = zone_file(&rules.name).unwrap();
        let other = TimeZone::tzif(&rules.name, file).unwrap();
        let mut changes = Vec::new();
        let mut at = Instant(0);
        while let Some((change, _)) = rules.next_change(at) {
            if change.0 > 230 * 31_556_952 {
                break;
            }
            changes.push(change.0);
            at = change;
        }
        Zone {
            rules,
            other,
            changes,
        }
    }
}

/// A zone, odd ones more often.
pub fn zone() -> impl Strategy<Value = &'static Zone> {
    let odd = || {
        ZONES
            .iter()
            .filter(|zone| ODD.contains(&zone.rules.name.as_str()))
    };
    prop_oneof![
        (0..ZONES.len()).prop_map(|n| &ZONES[n]),
        (0..ODD.len()).prop_map(move |n| odd().nth(n).unwrap()),
    ]
}

/// An instant between 1973 (since when all offsets are whole minutes) and 2200, every other one
/// near a change of the clocks.
pub fn instant(zone: &'static Zone) -> impl Strategy<Value = i64> {
    const FROM: i64 = 3 * 31_556_952;
    let anywhere = FROM..229 * 31_556_952;
    let late: Vec<i64> = zone
        .changes
        .iter()
        .copied()
        .filter(|at| *at > FROM)
        .collect();
    let near = (any::<prop::sample::Index>(), -3 * DAY..2 * DAY);
    (any::<bool>(), anywhere, near).prop_map(move |(by_change, anywhere, (index, from))| {
        match by_change && !late.is_empty() {
            true => *index.get(&late) + from,
            false => anywhere,
        }
    })
}

/// Hours of one day: sorted, disjoint, on whole minutes. They often touch midnight or the hours
/// of the night, in which clocks change.
pub fn hours() -> impl Strategy<Value = Vec<(u32, u32)>> {
    let minute = prop_oneof![
        0..=1440u32,
        0..=300u32,
        Just(0),
        Just(1440),
        Just(540),
        Just(1080)
    ];
    prop_oneof![
        2 => Just(vec![]),
        3 => Just(vec![(32_400, 64_800)]),
        1 => Just(vec![(0, 86_400)]),
        4 => prop::collection::btree_set(minute, 2..=6).prop_map(|minutes| {
            let minutes: Vec<u32> = minutes.into_iter().collect();
            minutes.chunks_exact(2).map(|pair| (pair[0] * 60, pair[1] * 60)).collect()
        }),
    ]
}

/// A week of any hours; every eighth one never closes.
pub fn week() -> impl Strategy<Value = Week> {
    let any = prop::array::uniform7(hours().boxed()).prop_map(Week);
    prop_oneof![7 => any, 1 => Just(Week::around_the_clock())]
        .prop_filter("a week opens", |week| week.open_seconds() > 0)
        .boxed()
}

fn weekday() -> impl Strategy<Value = Weekday> {
    (0..7u8).prop_map(|day| Weekday::try_from(day).unwrap())
}

/// Special days within five weeks of an instant.
fn special(around: i64) -> impl Strategy<Value = (DaySet, BTreeMap<NaiveDate, Vec<(u32, u32)>>)> {
    let day = move || (-15..35i64).prop_map(move |days| Instant(around + days * DAY).utc().date());
    let closed = prop::collection::btree_map(day(), Just("a holiday".to_owned()), 0..6);
    let worked = prop::collection::btree_map(day(), weekday(), 0..3);
    let own = prop::collection::btree_map(day(), hours(), 0..4);
    let half = hours().prop_map(|hours| HalfDay {
        name: "half a day".to_owned(),
        hours,
    });
    let half_days = prop::collection::btree_map(day(), half, 0..3);
    (closed, worked, own, half_days).prop_map(|(closed, worked, own, half_days)| {
        let set = DaySet {
            worked,
            half_days,
            ..DaySet::of_dates("set", closed)
        };
        (set, own)
    })
}

/// A calendar and an instant.
pub fn world() -> impl Strategy<Value = (World, i64)> {
    zone().prop_flat_map(|zone| {
        let at = instant(zone);
        at.prop_flat_map(move |at| {
            (week(), special(at)).prop_map(move |(week, (set, own))| {
                let world = World {
                    week,
                    zone: zone.rules.clone(),
                    other: zone.other.clone(),
                    set,
                    own,
                };
                (world, at)
            })
        })
    })
}

/// A length of up to `minutes`, in seconds, often in whole minutes.
pub fn length(minutes: i64) -> impl Strategy<Value = i64> {
    prop_oneof![
        (0..minutes).prop_map(|minutes| minutes * MINUTE),
        0..minutes * MINUTE,
    ]
}

/// A named calendar, for tables: week, zone, closed dates, days with hours of their own.
pub fn named(week: &str, zone: &str, closed: &[&str], own: &[(&str, &str)]) -> World {
    let zone = ZONES
        .iter()
        .find(|known| known.rules.name == zone)
        .expect("a known zone");
    let days = closed
        .iter()
        .map(|date| (date.parse().unwrap(), format!("closed {date}")));
    let own = own
        .iter()
        .map(|(date, hours)| (date.parse().unwrap(), hours.parse::<Hours>().unwrap().0));
    World {
        week: week.parse().unwrap(),
        zone: zone.rules.clone(),
        other: zone.other.clone(),
        set: DaySet::of_dates("set", days.collect()),
        own: own.collect(),
    }
}
