//! For what a clock stood still, and for how much of its open time.

use super::clock::Clock;
use super::deadline::{governing, paused_time};
use super::rules::Rulebook;
use crate::core::time::Instant;

/// What a clock stood still for.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ClockWait {
    /// `waiting-customer`, `lapsed`, `resolved`, ...
    pub why: &'static str,
    /// Open seconds that were not counted.
    pub seconds: i64,
}

/// What a clock stood still for up to `now`, in the order in which it first did. The seconds add
/// up to what [`measure`](super::measure) says was paused.
pub fn waits(clock: &Clock, rules: &dyn Rulebook, now: Instant) -> Vec<ClockWait> {
    let Some((limit, found)) = governing(clock, rules) else {
        return Vec::new();
    };
    let until = clock.ended.map_or(now, |ended| ended.min(now));
    let mut waits: Vec<ClockWait> = Vec::new();
    for pause in &clock.pauses {
        let only = std::slice::from_ref(pause);
        let seconds = paused_time(found.calendar, only, limit.from, until);
        match waits.iter_mut().find(|wait| wait.why == pause.why) {
            Some(wait) => wait.seconds += seconds,
            None => waits.push(ClockWait {
                why: pause.why,
                seconds,
            }),
        }
    }
    waits.retain(|wait| wait.seconds > 0);
    waits
}
