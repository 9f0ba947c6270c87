//! What terms do not promise: it is said wherever a promise would stand, and never counted as zero
//! or as met.

use super::{Milestone, Priority, Promise, Source, Target, Terms};
use crate::core::time::Span;

/// Why nothing is promised.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum NotPromisedReason {
    /// It was to be agreed at signing, or the hours in which it counts were.
    LeftOpen,
    /// It is promised without a time.
    BestEffort,
    /// The plan says that it promises none.
    Disclaimed,
    /// The plan has not a word on it.
    Unsaid,
}

impl NotPromisedReason {
    /// The word that people and scripts read.
    pub fn word(self) -> &'static str {
        match self {
            NotPromisedReason::LeftOpen => "left open",
            NotPromisedReason::BestEffort => "best effort, without a time",
            NotPromisedReason::Disclaimed => "the plan promises none",
            NotPromisedReason::Unsaid => "the plan does not say",
        }
    }

    /// Whether somebody might still take it for promised: a plan that says no, or names no time, is
    /// plain.
    pub fn surprises(self) -> bool {
        match self {
            NotPromisedReason::LeftOpen | NotPromisedReason::Unsaid => true,
            NotPromisedReason::BestEffort | NotPromisedReason::Disclaimed => false,
        }
    }
}

/// A milestone that is not promised at a priority.
#[derive(Clone, Copy, Debug)]
pub struct Unpromised<'t> {
    /// What might have been promised.
    pub milestone: &'t Milestone,
    /// At which priority.
    pub priority: &'t Priority,
    /// Why it is not.
    pub why: NotPromisedReason,
    /// As the source publishes it, where it has words of its own.
    pub says: Option<&'t str>,
    /// Where the source says so.
    pub source: &'t Source,
}

impl Promise {
    /// Why no clock runs on it; none where one does.
    pub fn why_no_time(self) -> Option<NotPromisedReason> {
        match self {
            Promise::Within(_) => None,
            Promise::BestEffort => Some(NotPromisedReason::BestEffort),
            Promise::None => Some(NotPromisedReason::Disclaimed),
            Promise::Open => Some(NotPromisedReason::LeftOpen),
            Promise::Missing => Some(NotPromisedReason::Unsaid),
        }
    }
}

impl Terms {
    /// How long a milestone may take at the priority of that place on tickets of a kind, where
    /// something of their own is promised to them; in the order of the kinds.
    pub fn promised_to_kinds<'t>(
        &'t self,
        milestone: &'t Milestone,
        priority: usize,
    ) -> impl Iterator<Item = (&'t str, Span)> {
        let here = self.reachable_targets(milestone);
        let here = here.filter(move |reachable| reachable.place == priority);
        here.filter_map(|reachable| match reachable.target.promise {
            Promise::Within(span) => Some((reachable.kind?, span)),
            _ => None,
        })
    }

    /// What the plan does not promise to tickets of no kind, priority by priority, in the order of
    /// the milestones.
    pub fn unpromised(&self) -> impl Iterator<Item = Unpromised<'_>> {
        let of = |place: usize| self.unpromised_of(place, move |m| m.targets.get(place));
        self.own_priorities().flat_map(move |(place, _)| of(place))
    }

    /// The same at the priority of that place, where `target` says which target a milestone has.
    pub fn unpromised_of<'t>(
        &'t self,
        priority: usize,
        target: impl Fn(&'t Milestone) -> Option<&'t Target>,
    ) -> Vec<Unpromised<'t>> {
        let Some(at) = self.priorities.get(priority) else {
            return Vec::new();
        };
        let of = |milestone| self.silence(milestone, target(milestone)?, at);
        self.milestones.iter().filter_map(of).collect()
    }

    fn silence<'t>(
        &'t self,
        milestone: &'t Milestone,
        target: &'t Target,
        priority: &'t Priority,
    ) -> Option<Unpromised<'t>> {
        let why = match target.promise {
            Promise::Within(_) if self.running(target).is_some() => return None,
            Promise::Within(_) => NotPromisedReason::LeftOpen,
            timeless => timeless.why_no_time()?,
        };
        Some(Unpromised {
            milestone,
            priority,
            why,
            says: target.says.as_deref(),
            source: &target.source,
        })
    }
}
