//! Weekly hours: `mon-fri 09:00-18:00`.

use std::fmt;

use chrono::Weekday;
use serde::{Deserialize, Serialize};

use super::hours::{DAY, Hours, normalised};

/// Opening intervals of each weekday, Monday first, in seconds of the local day; sorted, disjoint,
/// not touching. A shift over midnight is two: to 24:00, and from 00:00 of the next day.
///
/// ```
/// use sladesk::core::calendar::Week;
/// let week: Week = "mon-thu 09:00-12:00, 13:00-17:30; fri 22:00-06:00".parse()?;
/// assert_eq!(week.0[5], [(0, 21_600)]);
/// assert_eq!(
///     week.to_string(),
///     "mon-thu 09:00-12:00, 13:00-17:30; fri 22:00-24:00; sat 00:00-06:00"
/// );
/// # Ok::<(), sladesk::core::calendar::HoursError>(())
/// ```
#[derive(Clone, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub struct Week(pub [Vec<(u32, u32)>; 7]);

pub(super) const NAMES: [&str; 7] = ["mon", "tue", "wed", "thu", "fri", "sat", "sun"];

impl Week {
    /// Every hour of every day.
    pub fn around_the_clock() -> Week {
        Week(std::array::from_fn(|_| vec![(0, DAY)]))
    }

    /// Whether it never closes.
    pub fn is_around_the_clock(&self) -> bool {
        self.open_seconds() == 7 * i64::from(DAY)
    }

    /// How many seconds a week it is open.
    pub fn open_seconds(&self) -> i64 {
        let intervals = self.0.iter().flatten();
        intervals.map(|(from, to)| i64::from(to - from)).sum()
    }

    /// The hours of that weekday.
    pub fn hours(&self, day: Weekday) -> &[(u32, u32)] {
        &self.0[day.num_days_from_monday() as usize]
    }

    /// Sorted, disjoint, within the day, wherever it came from.
    pub(super) fn normalised(&self) -> Week {
        Week(self.0.clone().map(normalised))
    }
}

impl fmt::Display for Week {
    /// The shortest way to write it: days with the same hours together.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let mut written = [false; 7];
        let mut first = true;
        for day in 0..7 {
            if written[day] || self.0[day].is_empty() {
                continue;
            }
            let alike: Vec<usize> = (day..7).filter(|d| self.0[*d] == self.0[day]).collect();
            f.write_str(if first { "" } else { "; " })?;
            first = false;
            write_days(f, &alike)?;
            if self.0[day] != [(0, DAY)] {
                write!(f, " {}", Hours(self.0[day].clone()))?;
            }
            for d in alike {
                written[d] = true;
            }
        }
        Ok(())
    }
}

/// `mon-wed,fri`: runs of three and more as a range.
fn write_days(f: &mut fmt::Formatter<'_>, days: &[usize]) -> fmt::Result {
    let mut rest = days;
    while let Some(first) = rest.first() {
        f.write_str(if rest.len() == days.len() { "" } else { "," })?;
        let run = (0..rest.len())
            .take_while(|i| rest[*i] == first + i)
            .count();
        let run = if run == 2 { 1 } else { run };
        f.write_str(NAMES[*first])?;
        if run > 1 {
            write!(f, "-{}", NAMES[rest[run - 1]])?;
        }
        rest = &rest[run..];
    }
    Ok(())
}
