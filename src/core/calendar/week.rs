//! Weekly hours: `mon-fri 09:00-18:00`.

use std::fmt;
use std::ops::RangeInclusive;

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
        for (place, alike) in self.alike().iter().enumerate() {
            f.write_str(if place == 0 { "" } else { "; " })?;
            for (place, days) in alike.days.iter().enumerate() {
                f.write_str(if place == 0 { "" } else { "," })?;
                f.write_str(NAMES[*days.start()])?;
                if days.end() > days.start() {
                    write!(f, "-{}", NAMES[*days.end()])?;
                }
            }
            if alike.hours != [(0, DAY)] {
                write!(f, " {}", Hours(alike.hours.to_vec()))?;
            }
        }
        Ok(())
    }
}

/// The days of a week that have the same hours.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct AlikeDays<'w> {
    /// Runs of days, Monday is 0; two days are no run.
    pub days: Vec<RangeInclusive<usize>>,
    /// Their hours, in seconds of the local day.
    pub hours: &'w [(u32, u32)],
}

impl Week {
    /// Its open days, those with the same hours together, in the order in which people write them.
    ///
    /// ```
    /// use sladesk::core::calendar::Week;
    /// let week: Week = "mon-wed,fri 09:00-12:00; sun".parse()?;
    /// let alike = week.alike();
    /// assert_eq!(alike[0].days, [0..=2, 4..=4]);
    /// assert_eq!(alike[1].hours, [(0, 86_400)]);
    /// # Ok::<(), sladesk::core::calendar::HoursError>(())
    /// ```
    pub fn alike(&self) -> Vec<AlikeDays<'_>> {
        let mut all: Vec<AlikeDays<'_>> = Vec::new();
        let open = self.0.iter().enumerate();
        for (day, hours) in open.filter(|(_, hours)| !hours.is_empty()) {
            if all.iter().any(|known| known.hours == hours) {
                continue;
            }
            let alike: Vec<usize> = (day..7).filter(|d| self.0[*d] == *hours).collect();
            let days = runs(&alike);
            all.push(AlikeDays { days, hours });
        }
        all
    }
}

/// `mon-wed,fri`: runs of three and more as a range.
fn runs(days: &[usize]) -> Vec<RangeInclusive<usize>> {
    let mut runs = Vec::new();
    let mut rest = days;
    while let Some(first) = rest.first() {
        let run = (0..rest.len())
            .take_while(|i| rest[*i] == first + i)
            .count();
        let run = if run == 2 { 1 } else { run };
        runs.push(*first..=rest[run - 1]);
        rest = &rest[run..];
    }
    runs
}
