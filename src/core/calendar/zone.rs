//! A zone as plain data: how far its clocks are ahead of UTC, and from when on.
//!
//! It is what the record keeps, so that a deadline can be worked out again for ever, on any
//! machine, whatever the machine's own zone files say.

use chrono::NaiveDateTime;
use serde::{Deserialize, Serialize};

use super::Yearly;
use crate::core::time::Instant;
use crate::core::time::{Fixed, Local, WallTime};

/// How far the clocks of a zone are ahead of UTC, from 1970 on.
///
/// ```
/// use sladesk::core::calendar::ZoneRules;
/// use sladesk::core::time::Instant;
/// let zone = ZoneRules::fixed("UTC+05:30").expect("a fixed offset");
/// let at: Instant = "2026-10-01T06:00:00Z".parse()?;
/// assert_eq!(zone.offset_at(at), 19_800);
/// assert_eq!(zone.local(at).to_string(), "2026-10-01 11:30:00");
/// # Ok::<(), chrono::ParseError>(())
/// ```
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct ZoneRules {
    /// `Europe/Madrid`, `UTC+3`.
    pub name: String,
    /// Where the rules come from and which version they are. Not part of the content, so that a
    /// new version of the zone files makes new content only where the rules changed; the event
    /// that adopts the rules has it.
    #[serde(skip)]
    pub source: String,
    /// The release of the rules, such as `2026f`.
    #[serde(skip)]
    pub version: String,
    /// Seconds ahead of UTC before the first change.
    pub first: i32,
    /// Every change of the offset: the instant, and the offset from then on.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub changes: Vec<(Instant, i32)>,
    /// What holds after the last change.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub yearly: Option<Yearly>,
}

/// No clock was ever so far from UTC.
const FURTHEST: i32 = 15 * 3600;

/// Beyond this nothing is asked; it keeps sums far from overflow.
pub(super) const REACH: i64 = 1 << 40;

impl ZoneRules {
    /// A zone whose clocks never change, by what people write for one: `UTC`, `UTC+3`,
    /// `GMT +3`, `-02:30`. It is called `UTC+3`, ahead of UTC, whatever it was written as.
    pub fn fixed(name: &str) -> Option<ZoneRules> {
        let name = name.trim();
        // `GMT` alone is a zone of the zone files
        let fixed = Fixed::named(name).filter(|_| !name.eq_ignore_ascii_case("GMT"))?;
        let offset = Local::offset_at(&fixed, Instant(0));
        (offset.abs() < FURTHEST).then(|| ZoneRules {
            name: Local::name(&fixed).to_owned(),
            source: "fixed offset".to_owned(),
            version: String::new(),
            first: offset,
            changes: Vec::new(),
            yearly: None,
        })
    }

    /// Whether the same rules hold, whatever they are called and wherever they come from.
    pub fn same_rules(&self, other: &ZoneRules) -> bool {
        (self.first, &self.changes, &self.yearly) == (other.first, &other.changes, &other.yearly)
    }

    /// Seconds ahead of UTC at that instant.
    pub fn offset_at(&self, at: Instant) -> i32 {
        let passed = self.changes.partition_point(|(change, _)| *change <= at);
        match (&self.yearly, passed.checked_sub(1)) {
            (Some(yearly), _) if passed == self.changes.len() => yearly.offset_at(at.0),
            (_, Some(last)) => self.changes[last].1,
            (_, None) => self.first,
        }
    }

    /// What the clocks show at that instant.
    pub fn local(&self, at: Instant) -> NaiveDateTime {
        at.at_offset(self.offset_at(at))
    }

    /// The first change of the clocks after `at`: the instant, and the offset from then on.
    pub fn next_change(&self, at: Instant) -> Option<(Instant, i32)> {
        let passed = self.changes.partition_point(|(change, _)| *change <= at);
        self.changes.get(passed).copied().or_else(|| {
            let (change, offset) = self.yearly.as_ref()?.next(at.0)?;
            Some((Instant(change), offset))
        })
    }

    /// The instants at which the clocks show `wall`.
    pub fn instants_of(&self, wall: NaiveDateTime) -> WallTime {
        let target = Instant::from_utc(wall).0.clamp(-REACH, REACH);
        // no clock is further than a day from UTC, none was ever turned by more than that
        let (mut from, last) = (Instant(target - 2 * 86_400), target + 2 * 86_400);
        let mut offset = self.offset_at(from);
        let mut reading = Instant(target - i64::from(offset));
        let mut found: Option<Instant> = None;
        let mut jump = None;
        while from.0 <= last {
            let next = self.next_change(from);
            if from <= reading && next.is_none_or(|(change, _)| reading < change) {
                match found {
                    Some(first) => return WallTime::Twice(first, reading),
                    None => found = Some(reading),
                }
            }
            let Some((change, to)) = next else { break };
            let after = Instant(target - i64::from(to));
            if after < change && change <= reading {
                jump = jump.or(Some((after, reading)));
            }
            (from, offset, reading) = (change, to, after);
        }
        match (found, jump) {
            (None, Some((before, after))) => WallTime::Never(before, after),
            (Some(at), _) => WallTime::Once(at),
            (None, None) => WallTime::Once(Instant(target - i64::from(offset))),
        }
    }

    /// All that happens up to 2200 as pieces of constant offset: where each begins, and its
    /// offset. The first begins before all.
    pub(super) fn pieces(&self) -> Vec<(i64, i32)> {
        let mut pieces = Vec::with_capacity(self.changes.len() + 480);
        pieces.push((i64::MIN, self.first));
        pieces.extend(self.changes.iter().map(|(at, offset)| (at.0, *offset)));
        let Some(yearly) = &self.yearly else {
            return pieces;
        };
        let last = self.changes.last().map_or(0, |(at, _)| at.0);
        let first_year = 1969 + last / 31_556_952;
        for year in first_year..=2201 {
            for (at, offset) in yearly.switches(i32::try_from(year).unwrap_or(i32::MAX)) {
                if at > last {
                    // where one summer ends as the next begins, only the second counts
                    while pieces.last().is_some_and(|piece| piece.0 == at) {
                        pieces.pop();
                    }
                    if pieces.last().is_none_or(|piece| piece.1 != offset) {
                        pieces.push((at, offset));
                    }
                }
            }
        }
        pieces
    }
}

impl Local for ZoneRules {
    fn name(&self) -> &str {
        &self.name
    }

    fn offset_at(&self, at: Instant) -> i32 {
        ZoneRules::offset_at(self, at)
    }

    fn instants_of(&self, wall: NaiveDateTime) -> WallTime {
        ZoneRules::instants_of(self, wall)
    }
}
