//! The same tickets under other terms: what the report would have said.

use std::collections::BTreeSet;

use super::{Attainment, ClockRow, Figures, Line, Tally, Window};
use crate::core::model::TicketNo;
use crate::core::sla::ClockState;

/// One line of the report as it is, and as it would have been.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Compared {
    /// None in the total of all milestones.
    pub milestone: Option<String>,
    /// None in a total.
    pub priority: Option<String>,
    pub targets: Vec<String>,
    pub targets_then: Vec<String>,
    pub now: Figures,
    pub then: Figures,
}

/// A milestone of a ticket in one cycle.
pub type Unit = (TicketNo, String, u32);

/// A report of a window under two sets of terms.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Comparison {
    pub lines: Vec<Compared>,
    pub totals: Vec<Compared>,
    /// Breached then and not now.
    pub gained: Vec<Unit>,
    /// Breached now and not then.
    pub lost: Vec<Unit>,
}

/// Compares the clocks that were with those that the same tickets would have had.
pub fn compare(
    now: &[ClockRow],
    then: &[ClockRow],
    window: &Window,
    order: &[String],
) -> Comparison {
    let (breached_now, breached_then) = (breached(now, window), breached(then, window));
    let attainment = tallied(now, window, order);
    let attainment_then = tallied(then, window, order);
    Comparison {
        lines: paired(&attainment, &attainment_then, order, |a| &a.lines),
        totals: paired(&attainment, &attainment_then, order, |a| &a.totals),
        gained: breached_then.difference(&breached_now).cloned().collect(),
        lost: breached_now.difference(&breached_then).cloned().collect(),
    }
}

fn tallied(rows: &[ClockRow], window: &Window, order: &[String]) -> Attainment {
    let mut tally = Tally::new(*window);
    for row in rows {
        tally.add(row, &[]);
    }
    tally.finish(order)
}

fn breached(rows: &[ClockRow], window: &Window) -> BTreeSet<Unit> {
    rows.iter()
        .filter(|row| {
            matches!(row.settled(window.now),
                Some((ClockState::Breached, at)) if window.holds(at))
        })
        .map(|row| (row.ticket, row.milestone.clone(), row.cycle))
        .collect()
}

/// The lines of both, each beside its counterpart, in the order in which one report has them.
fn paired(
    now: &Attainment,
    then: &Attainment,
    order: &[String],
    lines: fn(&Attainment) -> &Vec<Line>,
) -> Vec<Compared> {
    let same = |a: &Line, b: &Line| a.milestone == b.milestone && a.priority == b.priority;
    let of = |side: &Attainment, line: &Line| lines(side).iter().find(|l| same(l, line)).cloned();
    let blank = |line: &Line| Line {
        targets: Vec::new(),
        clauses: Vec::new(),
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
            Compared {
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
