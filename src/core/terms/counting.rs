//! What counts in a calendar: a milestone whole, or the part of it that does.

use super::{Milestone, Promise, Target, Terms};

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

impl Terms {
    /// The targets that count in the calendar of that key, milestone by milestone.
    pub fn counting_in<'t>(&'t self, calendar: &str) -> Vec<(&'t Milestone, TargetsOf<'t>)> {
        let is_promised = |target: &&Target| matches!(target.promise, Promise::Within(_));
        let counts =
            |target: &Target| is_promised(&target) && target.calendar.as_deref() == Some(calendar);
        let mut all = Vec::new();
        for milestone in &self.milestones {
            let mut promised = milestone.all_targets().filter(is_promised).peekable();
            if promised.peek().is_some() && promised.all(counts) {
                all.push((milestone, TargetsOf::Whole));
                continue;
            }
            let plain = self.priorities.iter().zip(&milestone.targets);
            let plain = plain.filter(|(_, target)| counts(target));
            all.extend(plain.map(|(at, _)| (milestone, TargetsOf::Priority(&at.id))));
            let kinds = milestone.when.iter();
            let kinds = kinds.filter(|when| when.targets.iter().any(counts));
            all.extend(kinds.map(|when| (milestone, TargetsOf::Kind(&when.kind))));
        }
        all
    }
}
