//! Totals: a ticket's milestone counts once a cycle, and is breached if any of its clocks was.

use super::attainment::AttainmentLine;
use super::counts_as::CountsAs;
use super::figures::{FigureOf, FiguresCount, TicketLists};
use super::row::MetWord;
use super::{Figures, LineTargets, Window};
use crate::core::model::TicketNo;
use crate::core::sla::ClockState;
use crate::core::time::Instant;

/// A milestone of a ticket in one cycle: what a total counts once.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) struct UnitKey {
    pub ticket: TicketNo,
    pub milestone: usize,
    pub cycle: u32,
}

/// What one clock says of its unit.
#[derive(Clone, Copy, Debug)]
pub(super) struct UnitClock {
    pub unit: UnitKey,
    /// None where nothing was asked for beside milestone and priority.
    pub grouping: Option<usize>,
    pub decided: Option<(ClockState, Instant)>,
    pub counts_as: Option<CountsAs>,
    pub word: MetWord,
    /// A correction gave it more time.
    pub moved_later: bool,
    /// When it was reached for good, and what it took.
    pub reached: Option<(Instant, i64)>,
}

/// What all clocks of a unit say of it.
#[derive(Clone, Copy, Debug)]
struct TotalsUnit {
    breached: Option<Instant>,
    /// The last time it was met, and on whose word.
    met: Option<(Instant, MetWord)>,
    reached: Option<(Instant, i64)>,
}

impl TotalsUnit {
    fn of(clocks: &[UnitClock]) -> TotalsUnit {
        let at = |state: ClockState| {
            clocks.iter().filter_map(move |clock| match clock.decided {
                Some((decided, at)) if decided == state => Some((at, clock.word)),
                _ => None,
            })
        };
        TotalsUnit {
            breached: at(ClockState::Breached).map(|(at, _)| at).min(),
            met: at(ClockState::Met).max(),
            reached: clocks.iter().filter_map(|clock| clock.reached).max(),
        }
    }
}

/// Units by grouping and milestone, by milestone, and all.
#[derive(Debug)]
pub(super) struct Totals {
    window: Window,
    lists: TicketLists,
    /// Clocks of units that more may come of.
    clocks: Vec<UnitClock>,
    of_groupings: Vec<Vec<FiguresCount>>,
    of_milestones: Vec<FiguresCount>,
    of_all: FiguresCount,
}

impl Totals {
    pub(super) fn new(window: Window, lists: TicketLists) -> Totals {
        Totals {
            window,
            lists,
            clocks: Vec::new(),
            of_groupings: Vec::new(),
            of_milestones: Vec::new(),
            of_all: FiguresCount::default(),
        }
    }

    pub(super) fn see(&mut self, clock: UnitClock) {
        self.clocks.push(clock);
    }

    /// Counts the units seen so far: no clock of any of them is still to come.
    pub(super) fn settle(&mut self) {
        let mut clocks = std::mem::take(&mut self.clocks);
        clocks.sort_by_key(|clock| clock.unit);
        for unit in clocks.chunk_by(|a, b| a.unit == b.unit) {
            self.count(unit);
        }
        clocks.clear();
        self.clocks = clocks;
    }

    fn count(&mut self, clocks: &[UnitClock]) {
        let unit = TotalsUnit::of(clocks);
        // A unit belongs to the period in which its first breach lies, else to that in which it
        // was met: so the totals of a year are the sums of its quarters'.
        let breached = unit.breached.is_some_and(|at| self.window.holds(at));
        let met = unit.met.filter(|(at, _)| self.window.holds(*at));
        let met = met.filter(|_| unit.breached.is_none());
        let word = met.map(|(_, word)| word);
        let any = |as_what| clocks.iter().any(|clock| clock.counts_as == Some(as_what));
        let decided = met.is_some() || breached;
        let moved_later = clocks.iter().any(|clock| clock.moved_later);
        let figures: [(bool, FigureOf); 9] = [
            (met.is_some(), |f| &mut f.met),
            (breached, |f| &mut f.breached),
            (any(CountsAs::Corrected), |f| &mut f.corrected),
            (word == Some(MetWord::LateEntry), |f| &mut f.late_entries),
            (word == Some(MetWord::Import), |f| &mut f.imported),
            (decided && moved_later, |f| &mut f.moved_later),
            (any(CountsAs::Superseded), |f| &mut f.superseded),
            (any(CountsAs::Cancelled), |f| &mut f.cancelled),
            (any(CountsAs::Open), |f| &mut f.open),
        ];
        let time = unit.reached.filter(|_| decided);
        let UnitKey {
            ticket, milestone, ..
        } = clocks[0].unit;
        let of_grouping = clocks[0].grouping.map(|grouping| {
            let of_grouping = at(&mut self.of_groupings, grouping);
            at(of_grouping, milestone)
        });
        let of_milestone = at(&mut self.of_milestones, milestone);
        for count in of_grouping
            .into_iter()
            .chain([of_milestone, &mut self.of_all])
        {
            for (_, figure) in figures.iter().filter(|(is_so, _)| *is_so) {
                count.count(*figure, ticket, self.lists);
            }
            count.time(time.map(|(_, elapsed)| elapsed));
        }
    }

    pub(super) fn into_lines(
        mut self,
        words: &[String],
        names: &[Vec<Option<String>>],
    ) -> Vec<AttainmentLine> {
        self.settle();
        let of_groupings = names
            .iter()
            .zip(self.of_groupings)
            .flat_map(|(by, counts)| {
                (0..)
                    .zip(counts)
                    .map(move |(m, count)| (by.as_slice(), Some(m), count))
            });
        let of_milestones = (0..).zip(self.of_milestones);
        let of_milestones = of_milestones.map(|(m, count)| (&[][..], Some(m), count));
        let of_all = [(&[][..], None, self.of_all)];
        of_groupings
            .chain(of_milestones)
            .chain(of_all)
            .map(
                |(by, milestone, count): (&[Option<String>], Option<usize>, FiguresCount)| {
                    let milestone = milestone.map(|milestone| words[milestone].clone());
                    line(by.to_vec(), milestone, count.finish())
                },
            )
            .filter(|line| !line.figures.is_empty())
            .collect()
    }
}

/// The place, made where it is not there yet.
fn at<T: Default>(all: &mut Vec<T>, place: usize) -> &mut T {
    if all.len() <= place {
        all.resize_with(place + 1, T::default);
    }
    &mut all[place]
}

fn line(by: Vec<Option<String>>, milestone: Option<String>, figures: Figures) -> AttainmentLine {
    AttainmentLine {
        by,
        milestone,
        priority: None,
        rank: None,
        targets: LineTargets::default(),
        promises: Vec::new(),
        figures,
    }
}
