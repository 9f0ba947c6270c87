//! The same tickets under other terms: what the report would have said.

use std::collections::BTreeMap;

use super::{
    Attainment, AttainmentLine, ClockTally, Figures, LineTargets, ReportClock, TicketLists, Window,
};
use crate::core::model::TicketNo;
use crate::core::sla::ClockState;
use crate::core::time::Instant;

/// One line of the report as it is, and as it would have been.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ComparedLine {
    /// None in the total of all milestones.
    pub milestone: Option<String>,
    /// None in a total.
    pub priority: Option<String>,
    /// The targets that held.
    pub targets: LineTargets,
    /// Those that would have held.
    pub targets_then: LineTargets,
    /// What came of the promises that held.
    pub now: Figures,
    /// What would have come of the others.
    pub then: Figures,
}

/// A milestone of a ticket in one cycle.
pub type ComparedUnit = (TicketNo, String, u32);

/// A breach under one set of terms of what is never breached under the other.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct OneSidedBreach {
    /// Whose breach it is.
    pub unit: ComparedUnit,
    /// What the clock shows under the other; none: it has no clock there.
    pub other: Option<ClockState>,
}

/// A breach under both, one of which lies in the window and the other outside.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct MovedBreach {
    /// Whose breach it is.
    pub unit: ComparedUnit,
    /// When it broke.
    pub now: Instant,
    /// When it would have broken.
    pub then: Instant,
}

/// A report of a window under two sets of terms. Of the breaches, those then are those now, and
/// the gained, less the lost, and those that moved in, less those that moved out.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Comparison {
    /// Line by line, by milestone and priority.
    pub lines: Vec<ComparedLine>,
    /// In all, by milestone.
    pub totals: Vec<ComparedLine>,
    /// Breached then in the window, and not now, whenever.
    pub gained: Vec<OneSidedBreach>,
    /// Breached now in the window, and not then, whenever.
    pub lost: Vec<OneSidedBreach>,
    /// Breached in the window under one of the two and outside of it under the other.
    pub moved: Vec<MovedBreach>,
}

/// Compares the clocks that were with those that the same tickets would have had.
pub fn compare(
    now: &[ReportClock<'_>],
    then: &[ReportClock<'_>],
    window: &Window,
    order: &[String],
) -> Comparison {
    let (here, there) = (
        BreachedUnits::of(now, window),
        BreachedUnits::of(then, window),
    );
    let attainment = tallied(now, window, order);
    let attainment_then = tallied(then, window, order);
    Comparison {
        lines: paired(&attainment, &attainment_then, order, |a| &a.lines),
        totals: paired(&attainment, &attainment_then, order, |a| &a.totals),
        gained: there.one_sided(&here, window),
        lost: here.one_sided(&there, window),
        moved: moved(&here, &there, window),
    }
}

/// What became of each unit at the end, and when it was breached.
struct BreachedUnits<'r> {
    last: BTreeMap<(TicketNo, &'r str, u32), ClockState>,
    at: BTreeMap<(TicketNo, &'r str, u32), Vec<Instant>>,
}

impl<'r> BreachedUnits<'r> {
    fn of(rows: &'r [ReportClock<'_>], window: &Window) -> BreachedUnits<'r> {
        let mut breaches = BreachedUnits {
            last: BTreeMap::new(),
            at: BTreeMap::new(),
        };
        for row in rows {
            let unit = (row.ticket, &*row.milestone, row.cycle);
            breaches.last.insert(unit, row.state(window.now));
            if let Some((ClockState::Breached, at)) = row.decided_state(window.now) {
                breaches.at.entry(unit).or_default().push(at);
            }
        }
        breaches
    }

    /// Those in the window of which the other side has none.
    fn one_sided(&self, other: &BreachedUnits<'_>, window: &Window) -> Vec<OneSidedBreach> {
        let own = self.at.iter().filter(|(_, at)| within(at, window));
        own.filter(|(unit, _)| !other.at.contains_key(*unit))
            .map(|(unit, _)| OneSidedBreach {
                unit: named(unit),
                other: other.last.get(unit).copied(),
            })
            .collect()
    }
}

fn within(at: &[Instant], window: &Window) -> bool {
    at.iter().any(|at| window.holds(*at))
}

fn named((ticket, milestone, cycle): &(TicketNo, &str, u32)) -> ComparedUnit {
    (*ticket, (*milestone).to_owned(), *cycle)
}

fn moved(now: &BreachedUnits<'_>, then: &BreachedUnits<'_>, window: &Window) -> Vec<MovedBreach> {
    let both = now
        .at
        .iter()
        .filter_map(|(unit, at)| Some((unit, at, then.at.get(unit)?)));
    both.filter(|(_, now, then)| within(now, window) != within(then, window))
        .map(|(unit, now, then)| MovedBreach {
            unit: named(unit),
            now: now[0],
            then: then[0],
        })
        .collect()
}

fn tallied(rows: &[ReportClock<'_>], window: &Window, order: &[String]) -> Attainment {
    let mut tally = ClockTally::new(*window, TicketLists::Kept);
    for row in rows {
        tally.add(row, &[]);
    }
    tally.finish(order)
}

/// The lines of both, each beside its counterpart, in the order in which one report has them.
fn paired(
    now: &Attainment,
    then: &Attainment,
    order: &[String],
    lines: fn(&Attainment) -> &Vec<AttainmentLine>,
) -> Vec<ComparedLine> {
    let same = |a: &AttainmentLine, b: &AttainmentLine| {
        a.milestone == b.milestone && a.priority == b.priority
    };
    let of = |side: &Attainment, line: &AttainmentLine| {
        lines(side).iter().find(|l| same(l, line)).cloned()
    };
    let blank = |line: &AttainmentLine| AttainmentLine {
        targets: LineTargets::default(),
        figures: Figures::default(),
        ..line.clone()
    };
    let mut union = Attainment::default();
    let only_then = lines(then)
        .iter()
        .filter(|line| of(now, line).is_none())
        .map(blank);
    union.lines = lines(now).iter().cloned().chain(only_then).collect();
    union.sort(order);
    union
        .lines
        .into_iter()
        .map(|line| {
            let counterpart = of(then, &line).unwrap_or_else(|| blank(&line));
            ComparedLine {
                milestone: line.milestone,
                priority: line.priority,
                targets: line.targets,
                targets_then: counterpart.targets,
                now: line.figures,
                then: counterpart.figures,
            }
        })
        .collect()
}
