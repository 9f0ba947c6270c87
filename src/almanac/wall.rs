//! A wall clock that knows the others: for times that name their zone, `14:00 Europe/Madrid`.

use chrono::NaiveDateTime;

use super::zone;
use crate::core::calendar::ZoneRules;
use crate::core::time::Instant;
use crate::core::time::{Local, WallTime};

/// The clock of a zone, beside which any other zone can be named.
///
/// ```
/// use sladesk::almanac::{WallClock, zone};
/// use sladesk::core::time::{Direction, LocalNow, when};
/// let london = WallClock(zone("Europe/London")?);
/// let here = LocalNow::new("2026-10-14T08:00:00Z".parse()?, &london);
/// let at = when("2026-10-14 14:00 Asia/Tokyo", &here, Direction::Either)?;
/// assert_eq!(at.to_string(), "2026-10-14T05:00:00Z");
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
#[derive(Clone, Debug)]
pub struct WallClock(pub ZoneRules);

impl Local for WallClock {
    fn name(&self) -> &str {
        Local::name(&self.0)
    }

    fn offset_at(&self, at: Instant) -> i32 {
        self.0.offset_at(at)
    }

    fn instants_of(&self, wall: NaiveDateTime) -> WallTime {
        self.0.instants_of(wall)
    }

    fn elsewhere(&self, name: &str) -> Option<Box<dyn Local>> {
        Some(Box::new(zone(name).ok()?))
    }
}
