//! Who held a ticket: its history is read from the beginning each time that somebody
//! asks.

use sladesk::core::model::{Event, Fact};
use sladesk::core::time::Instant;

use super::{Part, walk};
use crate::world::{Hours, STEP};

/// Somebody, on some line.
pub type HolderNames = (Option<String>, Option<String>);

/// The ticket's history, as far as it says who had it.
#[derive(Clone, Debug)]
pub struct HolderHistory {
    pub first_line: Option<String>,
    /// What stands, in order of happening.
    pub history: Vec<Event>,
}

impl HolderHistory {
    /// Who had it when all of that second had happened.
    pub fn at(&self, at: Instant) -> HolderNames {
        let (mut who, mut line) = (None, self.first_line.clone());
        for event in self.history.iter().filter(|event| event.at <= at) {
            match &event.fact {
                Fact::Assigned(assigned) => who = assigned.to.clone(),
                Fact::Escalated(escalated) => line = Some(escalated.line.clone()),
                _ => {}
            }
        }
        (who, line)
    }

    /// Who had it for how much of the open time that counted, half hour by half hour.
    pub fn parts(
        &self,
        hours: &Hours,
        (from, to): (Instant, Instant),
        counts: impl Fn(Instant) -> bool,
    ) -> Vec<Part> {
        let mut parts: Vec<Part> = Vec::new();
        let mut at = from;
        while at < to {
            if walk::is_open(hours, at) && counts(at) {
                let holder = self.at(at);
                match parts.iter().position(|part| part.holder == holder) {
                    Some(place) => parts[place].seconds += STEP,
                    None => parts.push(Part {
                        holder,
                        seconds: STEP,
                    }),
                }
            }
            at = at.plus(STEP);
        }
        parts
    }
}
