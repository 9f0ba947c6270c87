//! What counts in a calendar: a milestone whole, or the part of it that does.

use super::{Milestone, Promise, ReachableTarget, Terms};

/// Which targets of a milestone.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum TargetsOf<'t> {
    /// All that are promised.
    Whole,
    /// That of a priority, by its code.
    Priority(&'t str),
    /// Those of a kind of tickets, by its code.
    Kind(&'t str),
}

impl<'t> From<ReachableTarget<'t>> for TargetsOf<'t> {
    fn from(reachable: ReachableTarget<'t>) -> TargetsOf<'t> {
        match reachable.kind {
            Some(kind) => TargetsOf::Kind(kind),
            None => TargetsOf::Priority(&reachable.priority.id),
        }
    }
}

impl Terms {
    /// The targets that count in the calendar of that key, milestone by milestone.
    pub fn counting_in<'t>(&'t self, calendar: &str) -> Vec<(&'t Milestone, TargetsOf<'t>)> {
        let counts = |one: &ReachableTarget<'_>| one.target.calendar.as_deref() == Some(calendar);
        let mut all = Vec::new();
        for milestone in &self.milestones {
            let promised = self.reachable_targets(milestone);
            let promised: Vec<_> = promised
                .filter(|one| matches!(one.target.promise, Promise::Within(_)))
                .collect();
            let mut parts: Vec<TargetsOf<'_>> = match promised.iter().all(counts) {
                true => promised
                    .first()
                    .map(|_| TargetsOf::Whole)
                    .into_iter()
                    .collect(),
                false => promised
                    .into_iter()
                    .filter(counts)
                    .map(TargetsOf::from)
                    .collect(),
            };
            parts.dedup();
            all.extend(parts.into_iter().map(|of| (milestone, of)));
        }
        all
    }
}
