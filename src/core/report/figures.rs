//! The figures of one line of a report, each as the list of its tickets.

use crate::core::model::TicketNo;

/// A part of a whole, exactly: 100 % only when nothing is missing.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Share {
    /// How many it is.
    pub part: u64,
    /// Out of how many.
    pub of: u64,
}

/// The parts of a whole in thousandths that come to all of it: each is cut off, and what is left over
/// goes to those that would have none at all, then to those that lost most. None where there is
/// nothing to share.
///
/// ```
/// use sladesk::core::report::{Share, parts_of_whole};
/// let parts: Vec<u64> = parts_of_whole(&[1, 1, 1]).iter().map(|share| share.part).collect();
/// assert_eq!(parts, [334, 333, 333]);
/// let parts: Vec<u64> = parts_of_whole(&[9_999, 1, 0]).iter().map(|share| share.part).collect();
/// assert_eq!(parts, [999, 1, 0]);
/// assert!(parts_of_whole(&[0, 0]).is_empty());
/// ```
pub fn parts_of_whole(parts: &[i64]) -> Vec<Share> {
    const WHOLE: u64 = 1000;
    let parts: Vec<u128> = parts
        .iter()
        .map(|part| (*part).max(0).unsigned_abs().into())
        .collect();
    let all: u128 = parts.iter().sum();
    if all == 0 {
        return Vec::new();
    }
    let exact = |part: u128| {
        (
            part * u128::from(WHOLE) / all,
            part * u128::from(WHOLE) % all,
        )
    };
    let mut shares: Vec<u64> = parts
        .iter()
        .map(|part| u64::try_from(exact(*part).0).unwrap_or(WHOLE))
        .collect();
    let mut order: Vec<usize> = (0..parts.len()).collect();
    order.sort_by_key(|place| {
        let (whole, rest) = exact(parts[*place]);
        let would_have_none = whole == 0 && rest > 0;
        (!would_have_none, std::cmp::Reverse(rest))
    });
    let left = WHOLE - shares.iter().sum::<u64>();
    for place in order.into_iter().take(usize::try_from(left).unwrap_or(0)) {
        shares[place] += 1;
    }
    let share = |part| Share { part, of: WHOLE };
    shares.into_iter().map(share).collect()
}

/// What became of a line's clocks. A ticket stands in a list once for each clock.
///
/// ```
/// use sladesk::core::model::TicketNo;
/// use sladesk::core::report::{Figures, Share};
/// let figures = Figures {
///     met: vec![TicketNo(1), TicketNo(2), TicketNo(4)],
///     breached: vec![TicketNo(3)],
///     elapsed: vec![600, 900, 1200, 7200],
///     ..Figures::default()
/// };
/// assert_eq!(figures.decided(), 4);
/// assert_eq!(figures.attainment(), Some(Share { part: 3, of: 4 }));
/// assert_eq!((figures.percentile(50), figures.percentile(90)), (Some(900), Some(7200)));
/// ```
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Figures {
    /// The tickets of the clocks that were met.
    pub met: Vec<TicketNo>,
    /// Of those that broke.
    pub breached: Vec<TicketNo>,
    /// Breaches that a correction took back.
    pub corrected: Vec<TicketNo>,
    /// Among the met: those that rest on an event recorded after the due.
    pub late_entries: Vec<TicketNo>,
    /// Among the met: those that rest on an event that an import wrote after the due.
    pub imported: Vec<TicketNo>,
    /// Of those that another clock took over from.
    pub superseded: Vec<TicketNo>,
    /// Of those that ended without a verdict.
    pub cancelled: Vec<TicketNo>,
    /// Not decided by the end.
    pub open: Vec<TicketNo>,
    /// Open seconds that the decided clocks took that were reached, the shortest first.
    pub elapsed: Vec<i64>,
}

impl Figures {
    /// Met and breached together.
    pub fn decided(&self) -> usize {
        self.met.len() + self.breached.len()
    }

    /// Met of decided; none when nothing was decided.
    pub fn attainment(&self) -> Option<Share> {
        let count = |n: usize| u64::try_from(n).unwrap_or(u64::MAX);
        (self.decided() > 0).then(|| Share {
            part: count(self.met.len()),
            of: count(self.decided()),
        })
    }

    /// By nearest rank: the smallest time that so many percent of all did not exceed.
    pub fn percentile(&self, percent: usize) -> Option<i64> {
        let rank = (self.elapsed.len() * percent).div_ceil(100).max(1);
        self.elapsed.get(rank - 1).copied()
    }

    /// The longest time.
    pub fn longest(&self) -> Option<i64> {
        self.elapsed.last().copied()
    }

    /// Whether there is nothing to tell.
    pub fn is_empty(&self) -> bool {
        *self == Figures::default()
    }

    pub(super) fn sort(&mut self) {
        for list in [
            &mut self.met,
            &mut self.breached,
            &mut self.corrected,
            &mut self.late_entries,
            &mut self.imported,
            &mut self.superseded,
            &mut self.cancelled,
            &mut self.open,
        ] {
            list.sort_unstable();
        }
        self.elapsed.sort_unstable();
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn times_are_by_nearest_rank() {
        let figures = |elapsed: &[i64]| Figures {
            elapsed: elapsed.to_vec(),
            ..Figures::default()
        };
        for (elapsed, median, p90, p95, most) in [
            (&[][..], None, None, None, None),
            (&[5], Some(5), Some(5), Some(5), Some(5)),
            (&[1, 2], Some(1), Some(2), Some(2), Some(2)),
            (&[1, 2, 3], Some(2), Some(3), Some(3), Some(3)),
            (
                &[1, 2, 3, 4, 5, 6, 7, 8, 9, 10],
                Some(5),
                Some(9),
                Some(10),
                Some(10),
            ),
        ] {
            let figures = figures(elapsed);
            assert_eq!(figures.percentile(50), median, "median of {elapsed:?}");
            assert_eq!(figures.percentile(90), p90, "90 % of {elapsed:?}");
            assert_eq!(figures.percentile(95), p95, "95 % of {elapsed:?}");
            assert_eq!(figures.longest(), most, "longest of {elapsed:?}");
        }
    }

    #[test]
    fn it_is_all_of_them_only_when_nothing_was_breached() {
        let figures = Figures {
            met: (1..=9999).map(TicketNo).collect(),
            breached: vec![TicketNo(10_000)],
            ..Figures::default()
        };
        let share = figures.attainment().unwrap();
        assert!(share.part < share.of);
        assert_eq!(
            Figures::default().attainment(),
            None,
            "nothing is not 100 %"
        );
    }
}
