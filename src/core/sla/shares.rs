//! Whose a clock's open time was.

use super::clock::Clock;
use super::deadline::{counted, governing};
use super::rules::Rulebook;
use crate::core::time::Instant;

/// What somebody held of a clock's open time.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct HolderShare {
    /// None: nobody had the ticket.
    pub by: Option<String>,
    /// The support line it was on then.
    pub line: Option<String>,
    /// Open seconds that counted.
    pub seconds: i64,
}

/// Who held a clock for how much of its open time up to `now`, in the order in which they first
/// did. The seconds add up to what [`measure`](super::measure) says was elapsed; whoever held it
/// while nothing counted is not among them.
pub fn shares(clock: &Clock, rules: &dyn Rulebook, now: Instant) -> Vec<HolderShare> {
    let Some((limit, found)) = governing(clock, rules) else {
        return Vec::new();
    };
    let until = clock.ended.map_or(now, |ended| ended.min(now));
    let mut shares: Vec<HolderShare> = Vec::new();
    for (holder, from, to) in clock.holders.between(limit.from, until) {
        let seconds = counted(found.calendar, &clock.pauses, from, to);
        if seconds == 0 {
            continue;
        }
        let same = |share: &&mut HolderShare| share.by == holder.by && share.line == holder.line;
        match shares.iter_mut().find(same) {
            Some(share) => share.seconds += seconds,
            None => shares.push(HolderShare {
                by: holder.by.clone(),
                line: holder.line.clone(),
                seconds,
            }),
        }
    }
    shares
}
