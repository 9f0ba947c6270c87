//! One cycle of a milestone: what has been seen in it, and how it ended.

use crate::core::model::{ClosedAs, EventId};
use crate::core::terms::{ChosenTarget, MilestoneAct};
use crate::core::time::Instant;

/// A cycle of a milestone on one ticket.
#[derive(Clone, Debug)]
pub(super) struct Cycle<'r> {
    /// From 1; 0 while the milestone has not started.
    pub number: u32,
    pub started: Instant,
    /// The target that it has had last, whichever of its kinds that was of.
    pub target: Option<ChosenTarget<'r>>,
    /// The acts of a milestone that asks for several, as far as they are done.
    pub seen: Vec<MilestoneAct>,
    pub end: Option<CycleEnd>,
}

impl Cycle<'_> {
    /// Resolving and closing were taken back, and what ended the cycle.
    pub(super) fn forget_ends(&mut self, ended_by: Option<MilestoneAct>) {
        self.seen.retain(|act| {
            Some(*act) != ended_by && !matches!(act, MilestoneAct::Resolved | MilestoneAct::Closed)
        });
    }
}

/// How a cycle ended.
#[derive(Clone, Copy, Debug)]
pub(super) struct CycleEnd {
    pub at: Instant,
    pub event: EventId,
    /// The place of the clock that ended with it.
    pub clock: Option<usize>,
    pub cause: EndCause,
    /// The customer's first word after it.
    pub customer_wrote: Option<Instant>,
    /// The ticket's priority then and now, where it changed after the end.
    pub changed_since: Option<PriorityShift>,
}

/// What ended a cycle.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum EndCause {
    /// The milestone was reached: by that act, or by what implies one.
    Reached(Option<MilestoneAct>),
    /// The priority changed for a reason that meets the milestone.
    PriorityReason,
    /// A closing cancelled it or, being none as done, met it.
    Closing(ClosedAs),
    /// The ticket was merged or exempted: nothing is owed here any more.
    NothingOwed,
}

/// From one priority to another, by their places; 0 is the most urgent.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct PriorityShift {
    pub from: Option<usize>,
    pub to: Option<usize>,
}

impl PriorityShift {
    pub(super) fn raises(self) -> bool {
        self.to < self.from && self.to.is_some()
    }
}
