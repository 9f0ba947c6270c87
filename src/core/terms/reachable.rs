//! Which targets tickets can come to have: at the priorities that the plan has, and of kinds that
//! can be of them.

use super::{Milestone, Priority, Target, Terms};

/// A target that a ticket can have.
#[derive(Clone, Copy, Debug)]
pub struct ReachableTarget<'t> {
    /// At which priority.
    pub priority: &'t Priority,
    /// Its place among all of the terms.
    pub place: usize,
    /// Of which kind of tickets, by its code; none: of all.
    pub kind: Option<&'t str>,
    /// The target.
    pub target: &'t Target,
}

impl Terms {
    /// The priorities that the plan has, with their places among all of the terms.
    pub fn own_priorities(&self) -> impl Iterator<Item = (usize, &Priority)> {
        let all = self.priorities.iter().enumerate();
        all.filter(|(_, priority)| priority.included)
    }

    /// The targets of a milestone that tickets of no kind can have: none at a priority that the
    /// plan has not.
    pub fn plain_targets<'t>(
        &'t self,
        milestone: &'t Milestone,
    ) -> impl Iterator<Item = ReachableTarget<'t>> {
        self.reachable_of(None, &milestone.targets)
    }

    /// The targets of a milestone that a ticket can have: those of all tickets, then those of
    /// tickets of a kind. One at a priority that tickets of the kind cannot have is nobody's.
    pub fn reachable_targets<'t>(
        &'t self,
        milestone: &'t Milestone,
    ) -> impl Iterator<Item = ReachableTarget<'t>> {
        let of_kinds = milestone.when.iter();
        let of_kinds = of_kinds.flat_map(|when| self.reachable_of(Some(&when.kind), &when.targets));
        self.plain_targets(milestone).chain(of_kinds)
    }

    fn reachable_of<'t>(
        &'t self,
        kind: Option<&'t str>,
        targets: &'t [Target],
    ) -> impl Iterator<Item = ReachableTarget<'t>> {
        let known = kind.and_then(|id| self.kind(id));
        let can_be = move |at: &Priority| known.is_none_or(|kind| kind.can_have(&at.id));
        self.own_priorities().filter_map(move |(place, priority)| {
            let target = targets.get(place).filter(|_| can_be(priority))?;
            Some(ReachableTarget {
                priority,
                place,
                kind,
                target,
            })
        })
    }

    /// Whether the two sides may agree another target of a milestone for one ticket of that
    /// priority, of a kind or of none.
    pub fn may_be_agreed(&self, milestone: &Milestone, priority: &str, kind: Option<&str>) -> bool {
        let place = self.priority(priority).map(|place| self.held_to(place));
        let target = place.and_then(|place| milestone.target(place, kind));
        target.is_some_and(|target| target.negotiable)
    }
}
