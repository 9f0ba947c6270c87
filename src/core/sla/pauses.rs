//! The stretches in which a milestone stood still.

use super::clock::{Clock, Pause, Standstill};
use crate::core::model::EventId;
use crate::core::time::Instant;

/// Why a clock stands still, and the event that brought that about.
pub(super) type StandstillCause = (&'static str, EventId);

/// The stretches, in order, none over another. Where one begins as another ends, they are one
/// standstill: a wait that changes its reason is the same wait.
#[derive(Debug, Default)]
pub(super) struct PauseHistory {
    all: Vec<Pause>,
    /// Since when it stands still without a break, or did until it went on by itself.
    since: Option<Instant>,
}

impl PauseHistory {
    /// Those between the start of a clock's first limit and its end.
    pub(super) fn of_clock(&self, clock: &Clock) -> Vec<Pause> {
        let from = clock.limits.iter().map(|limit| limit.from).min();
        self.between(from.unwrap_or(clock.started), clock.ended)
    }

    /// Those that reach into [from, end), none over its end.
    pub(super) fn between(&self, from: Instant, end: Option<Instant>) -> Vec<Pause> {
        let end = end.unwrap_or(Instant::MAX);
        self.all
            .iter()
            .filter(|pause| pause.from < end && pause.to.is_none_or(|to| to > from))
            .map(|pause| Pause {
                to: match pause.to {
                    Some(to) => Some(to.min(end)),
                    None if end < Instant::MAX => Some(end),
                    None => None,
                },
                ..pause.clone()
            })
            .collect()
    }

    /// Stands still from `at` on, for this reason, or goes on when there is none.
    pub(super) fn stand_still(&mut self, why: Option<StandstillCause>, at: Instant) {
        let current = self.all.last().filter(|pause| pause.to.is_none());
        if current.map(|pause| pause.why) == why.map(|(why, _)| why) {
            return;
        }
        self.since = why.map(|_| self.unbroken_since(at));
        self.close(at);
        if let Some((why, event)) = why {
            self.all.push(Pause {
                from: at,
                to: None,
                event,
                why,
                withdrawn: false,
            });
        }
    }

    /// The same where nothing happens at `at` but that allowances are granted anew.
    pub(super) fn stand_still_unasked(&mut self, why: Option<StandstillCause>, at: Instant) {
        let since = self.since;
        self.stand_still(why, at);
        self.since = since;
    }

    /// How it stands still after what happened last, with the end that is known of it.
    pub(super) fn standstill(&self) -> Option<Standstill> {
        Some(Standstill {
            since: self.since?,
            until: self.all.last().and_then(|pause| pause.to),
        })
    }

    /// Nothing stood still from `at` on.
    pub(super) fn cut(&mut self, at: Instant) {
        self.since = None;
        self.all.retain(|pause| pause.from < at);
        if let Some(pause) = self.all.last_mut() {
            pause.to = Some(pause.to.map_or(at, |to| to.min(at)));
        }
    }

    /// It stood still between an end and what took that back, behind all that stood still before.
    pub(super) fn add_withdrawn(&mut self, pause: Pause) {
        if pause.to.is_none_or(|to| pause.from < to) {
            self.all.push(pause);
        }
    }

    /// It stood still then for that, whatever it did besides.
    pub(super) fn stood_still(&mut self, pause: Pause) {
        let Some(to) = pause.to.filter(|to| pause.from < *to) else {
            return;
        };
        let mut all = Vec::with_capacity(self.all.len() + 2);
        for other in std::mem::take(&mut self.all) {
            if other.from < pause.from {
                let before = other.to.map_or(pause.from, |end| end.min(pause.from));
                all.push(Pause {
                    to: Some(before),
                    ..other.clone()
                });
            }
            if other.to.is_none_or(|end| end > to) {
                all.push(Pause {
                    from: other.from.max(to),
                    ..other
                });
            }
        }
        all.push(pause);
        all.sort_by_key(|pause| pause.from);
        self.all = all;
    }

    /// Since when it has stood still up to `at`; `at` where it did not.
    fn unbroken_since(&self, at: Instant) -> Instant {
        let mut since = at;
        for pause in self.all.iter().rev() {
            if pause.to.is_some_and(|to| to < since) {
                break;
            }
            since = pause.from;
        }
        since
    }

    fn close(&mut self, at: Instant) {
        if let Some(pause) = self.all.last_mut().filter(|pause| pause.to.is_none()) {
            pause.to = Some(at);
            if pause.from == at {
                self.all.pop();
            }
        }
    }
}
