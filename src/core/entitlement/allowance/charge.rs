//! What an entry of work counts for, and how it falls apart over what is left.

use crate::core::terms::Allowance;

/// What an entry of so many seconds counts for: at least the plan's minimum, rounded up to its
/// step. An entry taken back counts for what it had counted.
pub fn charged(allowance: &Allowance, spent: i64) -> i64 {
    if spent == 0 {
        return 0;
    }
    let length = spent.abs().max(allowance.entry_at_least.unwrap_or(0));
    let over = match allowance.rounded_up_to {
        Some(step) if step > 0 => (step - length % step) % step,
        _ => 0,
    };
    spent.signum() * (length + over)
}

/// One entry over what is left: the part that the allowance covers and the part beyond it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Split {
    pub covered: i64,
    pub beyond: i64,
}

/// Splits an amount over what is left; without a limit all is covered.
///
/// ```
/// use sladesk::core::entitlement::{Split, split};
/// assert_eq!(split(Some(3600), 5400), Split { covered: 3600, beyond: 1800 });
/// assert_eq!(split(None, 5400), Split { covered: 5400, beyond: 0 });
/// ```
pub fn split(left: Option<i64>, amount: i64) -> Split {
    let covered = match left {
        Some(left) if amount > 0 => amount.min(left.max(0)),
        _ => amount,
    };
    Split {
        covered,
        beyond: amount - covered,
    }
}

#[cfg(test)]
mod tests {
    use super::super::fixtures::hours;
    use super::*;

    #[test]
    fn an_entry_counts_for_the_minimum_and_is_rounded_up() {
        let mut allowance = hours(40 * 3600);
        for (at_least, step, spent, counts) in [
            (None, None, 601, 601),
            (None, Some(900), 0, 0),
            (None, Some(900), 1, 900),
            (None, Some(900), 900, 900),
            (None, Some(900), 901, 1800),
            (Some(1800), None, 60, 1800),
            (Some(1800), None, 2000, 2000),
            (Some(1000), Some(900), 60, 1800),
            (Some(1800), Some(900), -60, -1800),
            (None, Some(0), 601, 601),
        ] {
            allowance.entry_at_least = at_least;
            allowance.rounded_up_to = step;
            assert_eq!(charged(&allowance, spent), counts, "{spent} s");
        }
    }

    #[test]
    fn one_entry_is_split_over_what_is_left_and_what_is_beyond() {
        for (left, amount, covered, beyond) in [
            (Some(10), 4, 4, 0),
            (Some(4), 10, 4, 6),
            (Some(0), 10, 0, 10),
            (Some(-5), 10, 0, 10),
            (Some(0), -10, -10, 0),
            (None, 10, 10, 0),
        ] {
            assert_eq!(split(left, amount), Split { covered, beyond });
        }
    }
}
