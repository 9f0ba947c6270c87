//! One cycle of a milestone: what has been seen in it, and how it ended.

use super::clock::ClockEnd;
use crate::core::model::{ClosedAs, Event, EventId, Fact};
use crate::core::terms::{ChosenTarget, MetBy, MilestoneAct, OnReopen};
use crate::core::time::Instant;

/// A cycle of a milestone on one ticket.
#[derive(Clone, Debug)]
pub(super) struct Cycle<'r> {
    /// From 1; 0 while the milestone has not started.
    pub number: u32,
    pub started: Instant,
    /// The event that began it.
    pub by: EventId,
    /// The target that it has had last, whichever of its kinds that was of.
    pub target: Option<ChosenTarget<'r>>,
    /// What ends it or helps to, in the order in which it came. Where something in it was marked,
    /// what has come after the end too: a mark can be withdrawn.
    pub seen: Vec<CyclePart>,
    pub end: Option<CycleEnd>,
}

impl Cycle<'_> {
    /// Whether what comes now can matter to it: it is pending, or was marked.
    pub(super) fn takes_note(&self) -> bool {
        self.number > 0 && (self.end.is_none() || self.seen.iter().any(|seen| seen.by_mark))
    }

    /// Resolving and closing were taken back, and what that ends; where a reopening keeps what was
    /// reached, what a closing cancelled alone.
    pub(super) fn forget_done(&mut self, on_reopen: OnReopen) {
        let keeps = on_reopen == OnReopen::Keep;
        self.seen.retain(|seen| {
            let closing = matches!(seen.cause, EndCause::Closing(_));
            !seen.by_done || keeps && !closing
        });
    }

    /// What ended the cycle was taken back with it: an act of those that are asked for together has
    /// to be done again.
    pub(super) fn forget_end(&mut self, met_by: &MetBy, ended_by: Option<&MilestoneAct>) {
        match met_by {
            // what was marked since the end was done for all that
            MetBy::AnyOf(_) => self.seen.retain(|seen| seen.by_mark && seen.act.is_some()),
            MetBy::AllOf(_) => {
                self.forget_done(OnReopen::Continue);
                let kept = |seen: &CyclePart| seen.act.is_some() && seen.act.as_ref() != ended_by;
                self.seen.retain(kept);
            }
        }
    }
}

/// Something that ends a cycle, or helps to.
#[derive(Clone, Debug)]
pub(super) struct CyclePart {
    /// An act that the milestone lists; none: it ends the cycle whatever that lists.
    pub act: Option<MilestoneAct>,
    pub fate: ClockEnd,
    pub cause: EndCause,
    pub at: Instant,
    pub event: EventId,
    /// The present in which it was written.
    pub recorded: Instant,
    /// How many words the customer had written by then.
    pub words: usize,
    /// It was marked, and can be withdrawn.
    pub by_mark: bool,
    /// A resolving or closing, which a reopening takes back.
    pub by_done: bool,
}

impl CyclePart {
    /// An act of those that meet the milestone.
    pub(super) fn act(act: &MilestoneAct, event: &Event, words: usize) -> CyclePart {
        let cause = match &event.fact {
            Fact::ActMarked(_) => EndCause::Marked,
            _ => EndCause::Reached(Some(act.clone())),
        };
        CyclePart {
            act: Some(act.clone()),
            ..CyclePart::end(ClockEnd::Reached, cause, event, words)
        }
    }

    /// What ends it whatever meets the milestone.
    pub(super) fn end(fate: ClockEnd, cause: EndCause, event: &Event, words: usize) -> CyclePart {
        CyclePart {
            act: None,
            fate,
            cause,
            at: event.at,
            event: event.id,
            recorded: event.present,
            words,
            by_mark: matches!(event.fact, Fact::ActMarked(_)),
            by_done: matches!(event.fact, Fact::Resolved(_) | Fact::Closed(_)),
        }
    }
}

/// The place of what ends a cycle in which these were seen.
pub(super) fn first_end<'s>(
    met_by: &MetBy,
    seen: impl IntoIterator<Item = &'s CyclePart>,
) -> Option<usize> {
    let mut done: Vec<&MilestoneAct> = Vec::new();
    seen.into_iter().position(|seen| match (&seen.act, met_by) {
        (None, _) | (Some(_), MetBy::AnyOf(_)) => true,
        (Some(act), MetBy::AllOf(acts)) => {
            done.push(act);
            acts.iter().all(|act| done.contains(&act))
        }
    })
}

/// How a cycle ended.
#[derive(Clone, Debug)]
pub(super) struct CycleEnd {
    pub at: Instant,
    pub event: EventId,
    /// The place of the clock that ended with it.
    pub clock: Option<usize>,
    pub cause: EndCause,
    /// How many words the customer had written by then.
    pub words: usize,
    /// The ticket's priority then and now, where it changed after the end.
    pub changed_since: Option<PriorityShift>,
}

/// What ended a cycle.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum EndCause {
    /// The milestone was reached: by that act, or by what implies one.
    Reached(Option<MilestoneAct>),
    /// An act of the plan reached it: that act's withdrawal alone takes it back.
    Marked,
    /// The priority changed for a reason that meets the milestone.
    PriorityReason,
    /// A closing cancelled it or, being none as done, met it.
    Closing(ClosedAs),
    /// The ticket was merged or exempted, or what `until` names was done: nothing is owed here any
    /// more.
    NothingOwed,
}

impl EndCause {
    /// Whether a reopening leaves such an end as it is, by what the plan says of reopenings.
    pub(super) fn outlives_reopening(&self, on_reopen: OnReopen) -> bool {
        match self {
            EndCause::NothingOwed => true,
            EndCause::Closing(_) => false,
            EndCause::Marked | EndCause::Reached(Some(MilestoneAct::Escalated)) => {
                on_reopen != OnReopen::NewCycle
            }
            EndCause::Reached(_) | EndCause::PriorityReason => on_reopen == OnReopen::Keep,
        }
    }
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

    /// This one and another after it.
    pub(super) fn and_then(before: Option<PriorityShift>, next: PriorityShift) -> PriorityShift {
        PriorityShift {
            from: before.map_or(next.from, |before| before.from),
            to: next.to,
        }
    }
}
