//! Zone rules against two implementations of others: one that reads the same files, for every
//! change in every zone, and one with files of its own.

use std::collections::BTreeSet;

use chrono::{NaiveDateTime, Offset, TimeDelta, TimeZone as _};
use jiff::Timestamp;
use jiff::civil::DateTime;
use jiff::tz::AmbiguousOffset;
use sladesk::core::calendar::ZoneRules;
use sladesk::core::time::Instant;
use sladesk::core::time::WallTime;

use super::worlds::{ZONES, Zone};

const END: i64 = 230 * 31_556_952;

/// Changes of the offset from 1970 to 2200 as the other implementation has them.
fn others_changes(zone: &Zone) -> Vec<(i64, i32)> {
    let start = Timestamp::from_second(0).unwrap();
    let mut offset = zone.other.to_offset(start).seconds();
    let mut changes = Vec::new();
    for change in zone.other.following(start) {
        let at = change.timestamp().as_second();
        if at > END {
            break;
        }
        if change.offset().seconds() != offset {
            offset = change.offset().seconds();
            changes.push((at, offset));
        }
    }
    changes
}

#[test]
fn every_change_of_every_zone_is_where_the_other_reader_of_these_files_finds_it() {
    for zone in ZONES.iter() {
        let expected = others_changes(zone);
        let mut found = Vec::new();
        let mut at = Instant(0);
        while let Some((change, offset)) = zone.rules.next_change(at).filter(|(at, _)| at.0 <= END)
        {
            found.push((change.0, offset));
            at = change;
        }
        assert_eq!(found, expected, "{}", zone.rules.name);
        for (change, offset) in expected {
            assert_eq!(
                zone.rules.offset_at(Instant(change)),
                offset,
                "{}",
                zone.rules.name
            );
            let before = zone
                .other
                .to_offset(Timestamp::from_second(change - 1).unwrap());
            let ours = zone.rules.offset_at(Instant(change - 1));
            assert_eq!(
                ours,
                before.seconds(),
                "{} before {change}",
                zone.rules.name
            );
        }
    }
}

fn civil(wall: NaiveDateTime) -> DateTime {
    wall.to_string().replace(' ', "T").parse().unwrap()
}

/// The other implementation's instants of a wall time.
fn others_instants(zone: &Zone, wall: NaiveDateTime) -> WallTime {
    let at =
        |offset: jiff::tz::Offset| Instant(offset.to_timestamp(civil(wall)).unwrap().as_second());
    match zone.other.to_ambiguous_timestamp(civil(wall)).offset() {
        AmbiguousOffset::Unambiguous { offset } => WallTime::Once(at(offset)),
        AmbiguousOffset::Fold { before, after } => WallTime::Twice(at(before), at(after)),
        AmbiguousOffset::Gap { before, after } => WallTime::Never(at(after), at(before)),
    }
}

#[test]
fn wall_times_around_every_change_mean_the_same_instants() {
    for zone in ZONES.iter() {
        let sample = zone.changes.iter().enumerate().filter(|(n, _)| n % 7 < 2);
        for (_, change) in sample {
            for offset in [-1, 0].map(|s| zone.rules.offset_at(Instant(change + s))) {
                let wall = Instant(*change).at_offset(offset);
                for seconds in [-7200, -1, 0, 1, 1800, 3599, 3600, 86_399, 86_400] {
                    let wall = wall + TimeDelta::seconds(seconds);
                    let expected = others_instants(zone, wall);
                    let found = zone.rules.instants_of(wall);
                    assert_eq!(found, expected, "{} {wall}", zone.rules.name);
                }
            }
        }
    }
}

/// Zones whose rules changed since the files of the second implementation (2025b).
const CHANGED: [&str; 17] = [
    "Africa/Casablanca",
    "Africa/El_Aaiun",
    "America/Edmonton",
    "America/Ensenada",
    "America/Havana",
    "America/Inuvik",
    "America/Rainy_River",
    "America/Santa_Isabel",
    "America/Tijuana",
    "America/Vancouver",
    "America/Winnipeg",
    "America/Yellowknife",
    "Canada/Central",
    "Canada/Mountain",
    "Canada/Pacific",
    "Cuba",
    "Mexico/BajaNorte",
];

#[test]
fn an_implementation_with_files_of_its_own_differs_only_where_rules_changed_since() {
    let mut differ = BTreeSet::new();
    for zone in ZONES.iter() {
        let Ok(other) = zone.rules.name.parse::<chrono_tz::Tz>() else {
            continue;
        };
        let differs = |at: &i64| {
            let utc = Instant(*at).utc();
            let offset = other.offset_from_utc_datetime(&utc).fix().local_minus_utc();
            offset != zone.rules.offset_at(Instant(*at))
        };
        // its tables end with the century
        if (0..4_000_000_000i64)
            .step_by(5_000_000)
            .any(|at| differs(&at))
        {
            differ.insert(zone.rules.name.as_str());
        }
    }
    assert_eq!(differ, BTreeSet::from(CHANGED));
}

#[test]
fn rules_come_back_from_the_record_as_they_went() {
    for zone in ZONES.iter() {
        let content = serde_json::to_string(&zone.rules).unwrap();
        let read: ZoneRules = serde_json::from_str(&content).unwrap();
        assert!(read.same_rules(&zone.rules), "{}", zone.rules.name);
        assert!(
            !content.contains("bundled"),
            "where rules come from is no part of them"
        );
        assert!(
            content.len() < 6000,
            "{} takes {} bytes",
            zone.rules.name,
            content.len()
        );
    }
}
