//! Until when an allowance lasts, if it goes on being used as it was so far.

use super::Balance;
use crate::core::time::Instant;

/// Until when what is left will do.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Pace {
    /// How much there is was never agreed.
    NotAgreed,
    /// To the end of the period.
    Lasts,
    /// Used up before the period ends, at about this instant.
    Until(Instant),
    /// Used up since then.
    UsedUp(Instant),
}

impl Pace {
    /// The instant of which `pace_until` tells; none where it lasts or nothing is agreed.
    pub fn until(self) -> Option<Instant> {
        match self {
            Pace::Until(at) | Pace::UsedUp(at) => Some(at),
            Pace::NotAgreed | Pace::Lasts => None,
        }
    }
}

/// Until when it lasts at the pace of the period so far.
///
/// ```
/// use sladesk::core::entitlement::{Balance, Pace, AllowanceUnit, pace};
/// use sladesk::core::time::Instant;
/// let half_used = Balance {
///     unit: AllowanceUnit::Cases, from: Instant(0), to: Instant(1000), granted: Some(10),
///     carried_over: 0, adjusted: 0, used: 5, used_up: None,
/// };
/// assert_eq!(pace(&half_used, Instant(300)), Pace::Until(Instant(600)));
/// assert_eq!(pace(&half_used, Instant(500)), Pace::Lasts);
/// ```
pub fn pace(balance: &Balance, now: Instant) -> Pace {
    let Some(left) = balance.left() else {
        return Pace::NotAgreed;
    };
    if let Some(since) = balance.used_up {
        return Pace::UsedUp(since);
    }
    if balance.used <= 0 || now <= balance.from {
        return Pace::Lasts;
    }
    let gone = i128::from(now.min(balance.to).since(balance.from));
    let more = i128::from(left) * gone / i128::from(balance.used);
    let until = i64::try_from(more).map_or(Instant::MAX, |more| now.plus(more));
    if until < balance.to {
        Pace::Until(until)
    } else {
        Pace::Lasts
    }
}

#[cfg(test)]
mod tests {
    use super::super::AllowanceUnit;
    use super::*;

    fn year(granted: Option<i64>, used: i64, used_up: Option<i64>) -> Balance {
        Balance {
            unit: AllowanceUnit::Cases,
            from: Instant(0),
            to: Instant(365),
            granted,
            carried_over: 0,
            adjusted: 0,
            used,
            used_up: used_up.map(Instant),
        }
    }

    #[test]
    fn the_pace_of_the_period_so_far_is_carried_on() {
        for (granted, used, used_up, now, pace_then) in [
            (Some(5), 0, None, 100, Pace::Lasts),
            (Some(5), 1, None, 100, Pace::Lasts),
            (Some(5), 2, None, 100, Pace::Until(Instant(250))),
            (Some(5), 4, None, 300, Pace::Lasts),
            (Some(5), 5, Some(90), 100, Pace::UsedUp(Instant(90))),
            (Some(5), 2, None, 0, Pace::Lasts),
            (None, 2, None, 100, Pace::NotAgreed),
            (Some(i64::MAX), 1, None, 300, Pace::Lasts),
        ] {
            let found = pace(&year(granted, used, used_up), Instant(now));
            assert_eq!(found, pace_then, "{used} of {granted:?} used by day {now}");
        }
    }
}
