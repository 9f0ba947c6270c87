//! Totals: a ticket's milestone counts once a cycle, and is breached if any of its clocks was.

use std::collections::HashMap;

use super::attainment::AttainmentLine;
use super::row::MetWord;
use super::{Figures, Window};
use crate::core::model::TicketNo;
use crate::core::time::Instant;

/// A milestone of a ticket in one cycle: what a total counts once.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub(super) struct UnitKey {
    pub ticket: TicketNo,
    pub milestone: usize,
    pub cycle: u32,
}

#[derive(Clone, Copy, Debug)]
pub(super) struct TotalsUnit {
    pub grouping: usize,
    pub breached: Option<Instant>,
    /// The last time it was met, and on whose word.
    pub met: Option<(Instant, MetWord)>,
    /// When it was reached for good, and what it took.
    pub reached: Option<(Instant, i64)>,
    pub corrected: bool,
    pub superseded: bool,
    pub cancelled: bool,
    pub open: bool,
}

impl TotalsUnit {
    pub(super) fn new(grouping: usize) -> TotalsUnit {
        TotalsUnit {
            grouping,
            breached: None,
            met: None,
            reached: None,
            corrected: false,
            superseded: false,
            cancelled: false,
            open: false,
        }
    }
}

/// Units by grouping and milestone, by milestone, and all.
#[derive(Default)]
pub(super) struct Totals {
    figures: HashMap<(Option<usize>, Option<usize>), Figures>,
}

impl Totals {
    pub(super) fn count(&mut self, key: &UnitKey, unit: &TotalsUnit, window: &Window) {
        // A unit belongs to the period in which its first breach lies, else to that in which it
        // was met: so the totals of a year are the sums of its quarters'.
        let breached = unit.breached.is_some_and(|at| window.holds(at));
        let met = unit.met.filter(|(at, _)| window.holds(*at));
        let met = met.filter(|_| unit.breached.is_none());
        let word = met.map(|(_, word)| word);
        let groups = [
            (Some(unit.grouping), Some(key.milestone)),
            (None, Some(key.milestone)),
            (None, None),
        ];
        for group in groups {
            let figures = self.figures.entry(group).or_default();
            for (is_so, list) in [
                (met.is_some(), &mut figures.met),
                (breached, &mut figures.breached),
                (unit.corrected, &mut figures.corrected),
                (word == Some(MetWord::LateEntry), &mut figures.late_entries),
                (word == Some(MetWord::Import), &mut figures.imported),
                (unit.superseded, &mut figures.superseded),
                (unit.cancelled, &mut figures.cancelled),
                (unit.open, &mut figures.open),
            ] {
                if is_so {
                    list.push(key.ticket);
                }
            }
            if met.is_some() || breached {
                figures
                    .elapsed
                    .extend(unit.reached.map(|(_, elapsed)| elapsed));
            }
        }
    }

    pub(super) fn into_lines(
        self,
        words: &[String],
        names: &[Vec<Option<String>>],
    ) -> Vec<AttainmentLine> {
        let grouped = names.iter().any(|by| !by.is_empty());
        let wanted = |group: Option<usize>| grouped || group.is_none();
        self.figures
            .into_iter()
            .filter(|((group, _), figures)| wanted(*group) && !figures.is_empty())
            .map(|((group, milestone), figures)| AttainmentLine {
                by: group.map_or_else(Vec::new, |group| names[group].clone()),
                milestone: milestone.map(|milestone| words[milestone].clone()),
                priority: None,
                rank: None,
                targets: Vec::new(),
                clauses: Vec::new(),
                promise: None,
                figures,
            })
            .collect()
    }
}
