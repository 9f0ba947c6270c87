//! Where a customer's contracts leave days uncovered, and where two cover the same.

use super::{Account, Contract};
use crate::core::model::ContractId;
use crate::core::time::Instant;

/// A stretch between two contracts that none covers.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct CoverageGap {
    /// The first instant covered.
    pub from: Instant,
    /// The first instant not covered any more.
    pub to: Instant,
}

/// A stretch that more than one contract covers; without an end when none of them has one.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct CoverageOverlap {
    /// The first instant of the stretch.
    pub from: Instant,
    /// Its end, not included; none while it lasts.
    pub to: Option<Instant>,
    /// The contracts that cover it, in the order of their numbers.
    pub contracts: Vec<ContractId>,
}

impl Contract {
    /// From when to when it is in force, stretches that touch joined.
    pub fn coverage(&self) -> Vec<(Instant, Option<Instant>)> {
        let mut joined: Vec<(Instant, Option<Instant>)> = Vec::with_capacity(self.runs.len());
        for run in &self.runs {
            match joined.last_mut() {
                Some((_, until)) if *until == Some(run.from) => *until = run.until,
                _ => joined.push((run.from, run.until)),
            }
        }
        joined
    }
}

impl Account {
    /// The stretches between the first day covered and the last that no contract covers.
    pub fn gaps(&self) -> Vec<CoverageGap> {
        let mut gaps = Vec::new();
        for pair in self.turns().windows(2) {
            let covered = self.in_force(pair[0]).next().is_some();
            match gaps.last_mut() {
                _ if covered => {}
                Some(CoverageGap { to, .. }) if *to == pair[0] => *to = pair[1],
                _ => gaps.push(CoverageGap {
                    from: pair[0],
                    to: pair[1],
                }),
            }
        }
        gaps
    }

    /// The stretches that more than one contract covers.
    pub fn overlaps(&self) -> Vec<CoverageOverlap> {
        let turns = self.turns();
        let mut overlaps: Vec<CoverageOverlap> = Vec::new();
        for (place, &from) in turns.iter().enumerate() {
            let contracts: Vec<_> = self.in_force(from).map(|contract| contract.id).collect();
            let to = turns.get(place + 1).copied();
            match overlaps.last_mut() {
                _ if contracts.len() < 2 => {}
                Some(last) if last.to == Some(from) && last.contracts == contracts => last.to = to,
                _ => overlaps.push(CoverageOverlap {
                    from,
                    to,
                    contracts,
                }),
            }
        }
        overlaps
    }

    /// The instants at which what is in force can change, in order.
    fn turns(&self) -> Vec<Instant> {
        let runs = self.contracts.iter().flat_map(|contract| &contract.runs);
        let mut turns: Vec<Instant> = runs
            .flat_map(|run| [Some(run.from), run.until])
            .flatten()
            .collect();
        turns.sort_unstable();
        turns.dedup();
        turns
    }
}
