//! The acts after which a milestone is owed no more on a ticket.

use super::clock::{Clock, ClockEnd};
use super::cycle::EndCause;
use super::milestone_state::MilestoneState;
use crate::core::model::{Event, EventId, Fact};
use crate::core::terms::MilestoneAct;

/// What is done of the acts that a milestone lists under `until`.
#[derive(Debug, Default)]
pub(super) struct WhatEndsForGood {
    /// An act that nobody can withdraw.
    acts: bool,
    /// Marks that stand.
    marks: Vec<EventId>,
}

impl WhatEndsForGood {
    /// Whether nothing starts the milestone any more.
    pub(super) fn is_done(&self) -> bool {
        self.acts || !self.marks.is_empty()
    }

    /// What was marked was not so.
    pub(super) fn withdraw(&mut self, mark: EventId) {
        self.marks.retain(|known| *known != mark);
    }
}

impl MilestoneState<'_> {
    /// The desk did these: where one of them is the last that is owed, what is pending is cancelled.
    pub(super) fn end_for_good(
        &mut self,
        acts: &[MilestoneAct],
        event: &Event,
        clocks: &mut [Clock],
    ) {
        let until = &self.definition.until;
        if !acts.iter().any(|act| until.contains(act)) {
            return;
        }
        self.end_cycle(ClockEnd::Cancelled, EndCause::NothingOwed, event, clocks);
        match event.fact {
            Fact::ActMarked(_) => self.for_good.marks.push(event.id),
            _ => self.for_good.acts = true,
        }
    }
}
