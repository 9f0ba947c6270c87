//! What an entry of work counts for.

use crate::core::terms::Allowance;

/// What an entry of so many seconds counts for: at least the plan's minimum, rounded up to its
/// step.
pub fn charged(allowance: &Allowance, spent: i64) -> i64 {
    if spent <= 0 {
        return 0;
    }
    let length = spent.max(allowance.entry_at_least.unwrap_or(0));
    let over = match allowance.rounded_up_to {
        Some(step) if step > 0 => (step - length % step) % step,
        _ => 0,
    };
    length + over
}

/// An entry of work as it was booked: below nothing where time was taken back.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct BookedWork {
    /// Seconds that the work took.
    pub spent: i64,
    /// Seconds that it is charged for.
    pub charged: i64,
}

/// What is given back when `back` seconds are taken back: the entries before it, the last one
/// first, count for what is left of them. One whose charge was set by hand is given back whole,
/// when all of it is taken back.
pub fn given_back(allowance: &Allowance, earlier: &[BookedWork], back: i64) -> i64 {
    let mut entries: Vec<Entry> = Vec::new();
    for worked in earlier {
        if worked.spent > 0 {
            entries.push(Entry {
                length: worked.spent,
                counts: worked.charged,
                by_hand: worked.charged != charged(allowance, worked.spent),
            });
        } else {
            shorten(&mut entries, allowance, -worked.spent);
        }
    }
    shorten(&mut entries, allowance, back)
}

/// What is left of an entry.
struct Entry {
    length: i64,
    counts: i64,
    by_hand: bool,
}

fn shorten(entries: &mut Vec<Entry>, allowance: &Allowance, mut back: i64) -> i64 {
    let mut given = 0;
    while back > 0 {
        let Some(last) = entries.last_mut() else {
            break;
        };
        if last.length <= back {
            back -= last.length;
            given += last.counts;
            entries.pop();
            continue;
        }
        last.length -= back;
        back = 0;
        if !last.by_hand {
            let counts = charged(allowance, last.length);
            given += last.counts - counts;
            last.counts = counts;
        }
    }
    given
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
            (None, Some(0), 601, 601),
        ] {
            allowance.entry_at_least = at_least;
            allowance.rounded_up_to = step;
            assert_eq!(charged(&allowance, spent), counts, "{spent} s");
        }
    }

    #[test]
    fn time_taken_back_gives_back_what_the_corrected_entry_counts_less() {
        let mut allowance = hours(40 * 3600);
        allowance.entry_at_least = Some(1800);
        allowance.rounded_up_to = Some(900);
        let worked = |spent: i64, charged: i64| BookedWork {
            spent: spent * 60,
            charged: charged * 60,
        };
        for (earlier, back, gives) in [
            (vec![worked(31, 45)], 5, 15),
            (vec![worked(120, 120)], 1, 0),
            (vec![worked(120, 120), worked(-14, 0)], 1, 15),
            (vec![worked(10, 30), worked(60, 60)], 65, 60),
            (vec![worked(10, 30), worked(60, 60)], 70, 90),
            (vec![worked(60, 60)], 90, 60),
            (vec![], 60, 0),
            // set by hand: goodwill, and an agreed amount
            (vec![worked(60, 0)], 60, 0),
            (vec![worked(60, 120)], 30, 0),
            (vec![worked(60, 120)], 60, 120),
        ] {
            let found = given_back(&allowance, &earlier, back * 60);
            assert_eq!(found, gives * 60, "{back} min after {earlier:?}");
        }
    }
}
