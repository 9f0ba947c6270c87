//! The figures of one line of a report, each with the list of its tickets where that is asked for.

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

/// Tickets that were counted, and which they are where that was asked for.
///
/// ```
/// use sladesk::core::model::TicketNo;
/// use sladesk::core::report::CountedTickets;
/// let counted = CountedTickets::from(vec![TicketNo(7), TicketNo(7), TicketNo(9)]);
/// assert_eq!((counted.len(), counted.list()[2]), (3, TicketNo(9)));
/// ```
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct CountedTickets {
    count: usize,
    list: Vec<TicketNo>,
}

impl CountedTickets {
    /// How many; a ticket again for each of its clocks.
    pub fn len(&self) -> usize {
        self.count
    }

    /// Whether there are none.
    pub fn is_empty(&self) -> bool {
        self.count == 0
    }

    /// Which they are, by number; nothing where only their number was asked for.
    pub fn list(&self) -> &[TicketNo] {
        &self.list
    }
}

impl From<Vec<TicketNo>> for CountedTickets {
    fn from(list: Vec<TicketNo>) -> CountedTickets {
        CountedTickets {
            count: list.len(),
            list,
        }
    }
}

/// Whether the tickets behind each figure are wanted.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum TicketLists {
    /// Each figure is the list of its tickets.
    Kept,
    /// Their number is enough.
    Dropped,
}

/// Of how many percent of all times a figure speaks.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Percentile {
    /// The median.
    P50,
    /// Nine out of ten.
    P90,
    /// Nineteen out of twenty.
    P95,
}

/// Open seconds that clocks took, by nearest rank.
///
/// ```
/// use sladesk::core::report::{Percentile, Times};
/// let times = Times::of(vec![7200, 600, 900, 1200]);
/// assert_eq!((times.percentile(Percentile::P50), times.longest()), (Some(900), Some(7200)));
/// ```
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Times {
    count: usize,
    ranks: [Option<i64>; 4],
}

impl Times {
    /// What is told of all of these.
    pub fn of(mut times: Vec<i64>) -> Times {
        let count = times.len();
        let mut ranks = [None; 4];
        let mut passed = 0;
        // what lies below one rank is below the next one too
        for (rank, percent) in ranks.iter_mut().zip([50, 90, 95, 100]) {
            let place = (times.len() * percent).div_ceil(100).max(1) - 1;
            if place < times.len() {
                let (_, time, _) = times[passed..].select_nth_unstable(place - passed);
                *rank = Some(*time);
                passed = place;
            }
        }
        Times { count, ranks }
    }

    /// How many there are.
    pub fn count(&self) -> usize {
        self.count
    }

    /// The smallest time that so many percent of all did not exceed.
    pub fn percentile(&self, percentile: Percentile) -> Option<i64> {
        self.ranks[percentile as usize]
    }

    /// The longest time.
    pub fn longest(&self) -> Option<i64> {
        self.ranks[3]
    }
}

/// What became of a line's clocks. A ticket counts once for each clock.
///
/// ```
/// use sladesk::core::model::TicketNo;
/// use sladesk::core::report::{Figures, Percentile, Share, Times};
/// let figures = Figures {
///     met: vec![TicketNo(1), TicketNo(2), TicketNo(4)].into(),
///     breached: vec![TicketNo(3)].into(),
///     times: Times::of(vec![600, 900, 1200, 7200]),
///     ..Figures::default()
/// };
/// assert_eq!(figures.decided(), 4);
/// assert_eq!(figures.attainment(), Some(Share { part: 3, of: 4 }));
/// assert_eq!(figures.times.percentile(Percentile::P90), Some(7200));
/// ```
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Figures {
    /// The tickets of the clocks that were met.
    pub met: CountedTickets,
    /// Of those that broke.
    pub breached: CountedTickets,
    /// Breaches that a correction took back.
    pub corrected: CountedTickets,
    /// Among the met: those that rest on an event recorded after the due.
    pub late_entries: CountedTickets,
    /// Among the met: those that rest on an event that an import wrote after the due.
    pub imported: CountedTickets,
    /// Among the decided: those whose due a correction had moved later before they were breached.
    pub moved_later: CountedTickets,
    /// Of those that another clock took over from.
    pub superseded: CountedTickets,
    /// Of those that ended without a verdict.
    pub cancelled: CountedTickets,
    /// Not decided by the end.
    pub open: CountedTickets,
    /// What the decided clocks took that were reached.
    pub times: Times,
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

    /// Whether there is nothing to tell.
    pub fn is_empty(&self) -> bool {
        *self == Figures::default()
    }
}

/// Figures that are being counted.
#[derive(Clone, Debug, Default)]
pub(super) struct FiguresCount {
    figures: Figures,
    times: Vec<i64>,
}

/// One of the figures.
pub(super) type FigureOf = fn(&mut Figures) -> &mut CountedTickets;

impl FiguresCount {
    /// One more ticket under that figure.
    pub(super) fn count(&mut self, figure: FigureOf, ticket: TicketNo, lists: TicketLists) {
        let counted = figure(&mut self.figures);
        counted.count += 1;
        if lists == TicketLists::Kept {
            counted.list.push(ticket);
        }
    }

    /// What a clock took.
    pub(super) fn time(&mut self, elapsed: Option<i64>) {
        self.times.extend(elapsed);
    }

    pub(super) fn finish(self) -> Figures {
        let mut figures = Figures {
            times: Times::of(self.times),
            ..self.figures
        };
        for counted in [
            &mut figures.met,
            &mut figures.breached,
            &mut figures.corrected,
            &mut figures.late_entries,
            &mut figures.imported,
            &mut figures.moved_later,
            &mut figures.superseded,
            &mut figures.cancelled,
            &mut figures.open,
        ] {
            counted.list.sort_unstable();
        }
        figures
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn times_are_by_nearest_rank() {
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
            let backwards: Vec<i64> = elapsed.iter().rev().copied().collect();
            for elapsed in [elapsed.to_vec(), backwards] {
                let times = Times::of(elapsed.clone());
                let percentile = |percentile| times.percentile(percentile);
                assert_eq!(percentile(Percentile::P50), median, "median of {elapsed:?}");
                assert_eq!(percentile(Percentile::P90), p90, "90 % of {elapsed:?}");
                assert_eq!(percentile(Percentile::P95), p95, "95 % of {elapsed:?}");
                assert_eq!(times.longest(), most, "longest of {elapsed:?}");
            }
        }
    }

    #[test]
    fn it_is_all_of_them_only_when_nothing_was_breached() {
        let figures = Figures {
            met: (1..=9999).map(TicketNo).collect::<Vec<_>>().into(),
            breached: vec![TicketNo(10_000)].into(),
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
