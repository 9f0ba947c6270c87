//! The acts after which a milestone is owed no more on a ticket.

use crate::core::model::{Event, EventId, Fact};

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

    /// One of them was done.
    pub(super) fn did(&mut self, event: &Event) {
        match event.fact {
            Fact::ActMarked(_) => self.marks.push(event.id),
            _ => self.acts = true,
        }
    }

    /// What was marked was not so.
    pub(super) fn withdraw(&mut self, mark: EventId) {
        self.marks.retain(|known| *known != mark);
    }
}
