//! A moment in time, to the second.

use std::fmt;

use chrono::{DateTime, Datelike, NaiveDateTime, SecondsFormat, Utc};
use serde::{Deserialize, Serialize};

/// Whole seconds since 1970-01-01T00:00:00Z; no zone, no fraction.
///
/// ```
/// use sladesk::core::time::Instant;
/// let opened: Instant = "2026-10-01T06:00:00Z".parse()?;
/// assert_eq!("2026-10-01T06:00Z".parse(), Ok(opened));
/// assert_eq!(opened.plus(90).to_string(), "2026-10-01T06:01:30Z");
/// assert_eq!(opened.plus(90).since(opened), 90);
/// # Ok::<(), chrono::ParseError>(())
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(transparent)]
pub struct Instant(pub i64);

/// The years in which the tool can reckon.
pub(in crate::core::time) const YEARS: std::ops::RangeInclusive<i32> = 1970..=2200;

impl Instant {
    /// Earlier than everything that can be recorded.
    pub const MIN: Instant = Instant(i64::MIN);
    /// Later than everything that can be recorded.
    pub const MAX: Instant = Instant(i64::MAX);

    /// The instant `seconds` later (earlier when negative).
    pub fn plus(self, seconds: i64) -> Instant {
        Instant(self.0.saturating_add(seconds))
    }

    /// Wall-clock seconds from `earlier` to this.
    pub fn since(self, earlier: Instant) -> i64 {
        self.0.saturating_sub(earlier.0)
    }

    /// Whether it lies in the years in which the tool can reckon: 1970 to 2200, in UTC.
    pub fn is_within_years(self) -> bool {
        YEARS.contains(&self.utc().year())
    }

    /// The instant at which a clock set to UTC shows `wall`.
    pub fn from_utc(wall: NaiveDateTime) -> Instant {
        Instant(wall.and_utc().timestamp())
    }

    /// What a clock set to UTC shows.
    pub fn utc(self) -> NaiveDateTime {
        self.at_offset(0)
    }

    /// What a clock `offset` seconds ahead of UTC shows.
    pub fn at_offset(self, offset: i32) -> NaiveDateTime {
        DateTime::from_timestamp(self.0.saturating_add(i64::from(offset)), 0)
            .unwrap_or(if self.0 < 0 {
                DateTime::<Utc>::MIN_UTC
            } else {
                DateTime::<Utc>::MAX_UTC
            })
            .naive_utc()
    }
}

impl fmt::Display for Instant {
    /// RFC 3339 in UTC.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(
            &self
                .utc()
                .and_utc()
                .to_rfc3339_opts(SecondsFormat::Secs, true),
        )
    }
}

impl std::str::FromStr for Instant {
    type Err = chrono::ParseError;

    /// Reads RFC 3339 with any offset; in UTC also without seconds, as seals print it.
    fn from_str(text: &str) -> Result<Instant, chrono::ParseError> {
        let short = |minutes: &str| format!("{minutes}:00Z");
        let read = DateTime::parse_from_rfc3339(text).or_else(|error| {
            let whole = text.strip_suffix('Z').map(short).ok_or(error)?;
            DateTime::parse_from_rfc3339(&whole)
        });
        read.map(|t| Instant(t.timestamp()))
    }
}
