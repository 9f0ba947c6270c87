//! Zone rules by name: the system's zone files where they are newer than those compiled in, else
//! the latter.
//!
//! A system's files are used only where they tell their version: files of an unknown age may be
//! years old, and a zone that is an hour wrong is worse than one that is a release behind.

use std::fs::File;
use std::io::Read;
use std::path::{Path, PathBuf};

use super::bundled::{self, zone_names};
use super::tzif;
use crate::core::calendar::ZoneRules;
use crate::core::text::nearest;

/// Where systems keep their zone files.
const PLACES: [&str; 3] = [
    "/usr/share/zoneinfo",
    "/usr/share/lib/zoneinfo",
    "/etc/zoneinfo",
];

/// What the rules compiled in call themselves.
const BUNDLED: &str = "bundled";

/// No zone has that name.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[error("no zone `{name}`")]
pub struct UnknownZone {
    /// The word that is no zone.
    pub name: String,
    /// The zone that was most likely meant.
    pub nearest: Option<&'static str>,
}

impl UnknownZone {
    /// What would be right.
    pub fn hint(&self) -> String {
        match self.nearest {
            Some(nearest) => format!("did you mean `{nearest}`?"),
            None => "write an IANA name such as `Europe/Madrid`, or `UTC+3`".to_owned(),
        }
    }
}

/// The newest rules on this machine.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct NewestRules {
    /// `bundled`, or the folder of the system's zone files.
    pub source: String,
    /// `2026e`.
    pub version: String,
    folder: Option<PathBuf>,
}

impl NewestRules {
    /// Which rules a zone is read from on this machine. No zone is read for it.
    pub fn of_machine() -> NewestRules {
        newest_of(&PLACES.map(Path::new))
    }

    /// The rules that are compiled in, whatever the machine has.
    pub fn bundled() -> NewestRules {
        NewestRules {
            source: BUNDLED.to_owned(),
            version: bundled::VERSION.to_owned(),
            folder: None,
        }
    }
}

fn newest_of(places: &[&Path]) -> NewestRules {
    let mut newest = NewestRules::bundled();
    for place in places {
        let version = version_of(place).unwrap_or_default();
        if version > newest.version {
            newest = NewestRules {
                source: place.display().to_string(),
                version,
                folder: Some(place.to_path_buf()),
            };
        }
    }
    newest
}

/// The version that a folder of zone files tells: `# version 2026e` heads its source file.
fn version_of(place: &Path) -> Option<String> {
    let from = |file: &str, mark: &str| {
        let mut start = String::new();
        let file = File::open(place.join(file)).ok()?;
        file.take(64).read_to_string(&mut start).ok()?;
        let version = start.lines().next()?.strip_prefix(mark)?.trim().to_owned();
        is_version(&version).then_some(version)
    };
    from("tzdata.zi", "# version ").or_else(|| from("+VERSION", ""))
}

/// A year and letters, which sort by age.
fn is_version(text: &str) -> bool {
    let (year, letters) = text.split_at_checked(4).unwrap_or(("", ""));
    let lower = letters.bytes().all(|b| b.is_ascii_lowercase());
    year.parse::<u32>().is_ok_and(|year| year > 1990) && lower && !letters.is_empty()
}

/// The rules of a zone: an IANA name in any case, or a fixed offset such as `UTC+3` or `GMT+3`,
/// both ahead of UTC. (The zone files' own `Etc/GMT+3` lies behind.)
///
/// ```
/// use sladesk::core::time::Instant;
/// let zone = sladesk::almanac::zone("america/vancouver")?;
/// assert_eq!(zone.name, "America/Vancouver");
/// let december: Instant = "2026-12-01T12:00:00Z".parse().expect("an instant");
/// assert_eq!(zone.offset_at(december), -7 * 3600);
/// # Ok::<(), sladesk::almanac::UnknownZone>(())
/// ```
///
/// # Errors
/// No zone has that name; the error has the nearest.
pub fn zone(name: &str) -> Result<ZoneRules, UnknownZone> {
    zone_from(name, &NewestRules::of_machine())
}

/// The same from rules that are known already, for whoever asks for many zones.
///
/// # Errors
/// No zone has that name; the error has the nearest.
pub fn zone_from(name: &str, newest: &NewestRules) -> Result<ZoneRules, UnknownZone> {
    let name = name.trim();
    ZoneRules::fixed(name)
        .or_else(|| from_folder(name, newest))
        .or_else(|| compiled_in(name))
        .ok_or_else(|| UnknownZone {
            name: name.to_owned(),
            nearest: nearest_zone(name),
        })
}

fn compiled_in(name: &str) -> Option<ZoneRules> {
    let (name, file) = bundled::zone_file(name)?;
    let rules = tzif::read(name, file).ok()?;
    Some(ZoneRules {
        source: BUNDLED.to_owned(),
        version: bundled::VERSION.to_owned(),
        ..rules
    })
}

/// A zone file is a few kilobytes; what is bigger is none.
const LARGEST: u64 = 64 * 1024;

fn from_folder(name: &str, newest: &NewestRules) -> Option<ZoneRules> {
    let name = bundled::zone_file(name).map_or(name, |(known, _)| known);
    let plain = |b: u8| b.is_ascii_alphanumeric() || matches!(b, b'_' | b'-' | b'+');
    let safe = |part: &str| !part.is_empty() && part.bytes().all(plain);
    // the folder has other things than zones: tables, and zones that count leap seconds
    let zone = name.split('/').all(safe) && !name.starts_with("right/") && name != "localtime";
    let path = newest.folder.as_ref().filter(|_| zone)?.join(name);
    let mut file = Vec::new();
    File::open(path)
        .ok()?
        .take(LARGEST)
        .read_to_end(&mut file)
        .ok()?;
    let rules = tzif::read(name, &file).ok()?;
    Some(ZoneRules {
        source: newest.source.clone(),
        version: newest.version.clone(),
        ..rules
    })
}

/// The zone that was most likely meant: by its whole name, or by its city alone. An offset that
/// cannot be is near none: the zones of that look have the other sign.
fn nearest_zone(name: &str) -> Option<&'static str> {
    let offset = |word: &&str| {
        let start = name.split_at_checked(3).map_or("", |(start, _)| start);
        start.eq_ignore_ascii_case(word)
    };
    if ["UTC", "GMT"].iter().any(offset) {
        return None;
    }
    let wanted = name.replace(' ', "_");
    let city = |zone: &'static str| zone.rsplit('/').next().unwrap_or(zone);
    let of_city = |wanted: &str| zone_names().find(|zone| city(zone).eq_ignore_ascii_case(wanted));
    of_city(&wanted)
        .or_else(|| nearest(&wanted, zone_names()))
        .or_else(|| of_city(nearest(&wanted, zone_names().map(city))?))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::core::time::Instant;

    #[test]
    fn the_rules_are_those_of_the_day() {
        assert!(bundled::VERSION >= "2026f", "{}", bundled::VERSION);
        for (name, at, hours) in [
            ("America/Vancouver", "2026-12-01T12:00:00Z", -7.0),
            ("America/Vancouver", "2024-12-01T12:00:00Z", -8.0),
            ("America/Havana", "2026-12-01T12:00:00Z", -4.0),
            ("America/Havana", "2027-12-01T12:00:00Z", -5.0),
            ("cuba", "2026-12-01T12:00:00Z", -4.0),
            ("Europe/Madrid", "2026-03-29T00:59:59Z", 1.0),
            ("Europe/Madrid", "2026-03-29T01:00:00Z", 2.0),
            ("Europe/Madrid", "2199-07-01T00:00:00Z", 2.0),
            ("Asia/Kolkata", "2026-01-01T00:00:00Z", 5.5),
            ("Asia/Kathmandu", "2026-01-01T00:00:00Z", 5.75),
            ("Australia/Lord_Howe", "2026-01-01T00:00:00Z", 11.0),
            ("Australia/Lord_Howe", "2026-07-01T00:00:00Z", 10.5),
            ("Asia/Ho_Chi_Minh", "2026-07-01T00:00:00Z", 7.0),
            ("UTC+3", "2026-07-01T00:00:00Z", 3.0),
            ("utc-02:30", "2026-07-01T00:00:00Z", -2.5),
            ("UTC", "2026-07-01T00:00:00Z", 0.0),
            ("GMT+3", "2026-07-01T00:00:00Z", 3.0),
            ("GMT +3", "2026-07-01T00:00:00Z", 3.0),
            ("gmt -2", "2026-07-01T00:00:00Z", -2.0),
            ("UTC+0300", "2026-07-01T00:00:00Z", 3.0),
            ("+03:00", "2026-07-01T00:00:00Z", 3.0),
            ("Z", "2026-07-01T00:00:00Z", 0.0),
            ("GMT", "2026-07-01T00:00:00Z", 0.0),
            ("Etc/GMT+3", "2026-07-01T00:00:00Z", -3.0),
        ] {
            let rules = zone(name).unwrap();
            let at: Instant = at.parse().unwrap();
            assert_eq!(
                f64::from(rules.offset_at(at)) / 3600.0,
                hours,
                "{name} at {at}"
            );
        }
    }

    #[test]
    fn an_unknown_zone_is_refused_with_the_nearest() {
        for (name, meant) in [
            ("Europe/Madird", Some("Europe/Madrid")),
            ("madrid", Some("Europe/Madrid")),
            ("Ho Chi Minh", Some("Asia/Ho_Chi_Minh")),
            ("New York", Some("America/New_York")),
            ("Vancuver", Some("America/Vancouver")),
            ("UTC+25", None),
            ("GMT+25", None),
            ("GMT + 2", None),
            ("../../etc/passwd", None),
            ("", None),
        ] {
            let error = zone(name).unwrap_err();
            assert_eq!(error.nearest, meant, "{name}");
        }
        let error = zone("Europe/Madird").unwrap_err();
        assert_eq!(error.to_string(), "no zone `Europe/Madird`");
        assert_eq!(error.hint(), "did you mean `Europe/Madrid`?");
    }

    #[test]
    fn the_systems_files_are_used_only_when_they_tell_that_they_are_newer() {
        let folder = tempfile::tempdir().unwrap();
        let (_, tokyo) = bundled::zone_file("Asia/Tokyo").unwrap();
        std::fs::create_dir(folder.path().join("Europe")).unwrap();
        std::fs::write(folder.path().join("Europe/Madrid"), tokyo).unwrap();
        let offset = |newest: &NewestRules| {
            let rules = zone_from("europe/madrid", newest).unwrap();
            (rules.offset_at(Instant(1_790_000_000)), rules.version)
        };
        let bundled = bundled::VERSION.to_owned();
        for (heading, hours, version) in [
            (None, 2, bundled.clone()),
            (Some("# version 2025b\n"), 2, bundled.clone()),
            (Some("# version unknown\n"), 2, bundled),
            (Some("# version 2199a\n# ddeps\n"), 9, "2199a".to_owned()),
        ] {
            if let Some(heading) = heading {
                std::fs::write(folder.path().join("tzdata.zi"), heading).unwrap();
            }
            let newest = newest_of(&[folder.path()]);
            assert_eq!(offset(&newest), (hours * 3600, version), "{heading:?}");
        }
        let newest = newest_of(&[folder.path()]);
        let missing = zone_from("Asia/Kolkata", &newest).unwrap();
        assert_eq!(
            missing.source, BUNDLED,
            "what the system lacks is compiled in"
        );
    }
}
