//! What the clock of the tool that is left says of a milestone, and in what ours differs from it.

use serde::{Deserialize, Serialize};

use super::words::WordSet;
use crate::core::sla::{Clock, ClockState, Ticket};
use crate::core::time::Instant;

/// Where a file says what the old tool's clock shows.
#[derive(Clone, Debug, Default, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields, default)]
pub struct TheirColumns {
    /// The column of its deadline.
    pub due: Option<String>,
    /// The column of whether it was kept.
    pub state: Option<String>,
    /// What such a column says of one that was met in time.
    pub met: WordSet,
    /// What it says of one that was not.
    pub breached: WordSet,
    /// The column of the time that is or was left; with a minus before it, it was not kept.
    pub left: Option<String>,
}

impl TheirColumns {
    /// Whether something can be told by them.
    pub(super) fn tell(&self) -> bool {
        let worded = !self.met.is_empty() || !self.breached.is_empty();
        let of_state = self.state.is_some() && worded;
        of_state || self.state.is_none() && (self.due.is_some() || self.left.is_some())
    }
}

/// What the old tool's clock of a milestone says.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct TheirClock {
    /// The milestone, as the plan calls it.
    pub milestone: String,
    /// Its deadline.
    pub due: Option<Instant>,
    /// What it shows; none: it does not say.
    pub state: Option<TheirState>,
}

/// What the old tool's clock shows.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum TheirState {
    /// Not missed so far, and not decided: what it waits for has not happened.
    Running,
    /// Kept.
    Met,
    /// Not kept.
    Breached,
}

/// Which milestones of a ticket are decided, as far as a file tells.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) struct Reached {
    /// It has an answer.
    pub responded: bool,
    /// It was resolved or closed: nothing runs any more.
    pub ended: bool,
}

impl Reached {
    /// What a clock shows that was not missed, as a column of its own says (`worded`) or as the
    /// time says that is left, which counts down before and stands still after.
    pub(super) fn in_time(self, milestone: &str, worded: bool) -> TheirState {
        let decided = match milestone {
            "resolution" => false,
            "response" => worded || self.responded,
            _ => worded,
        };
        match decided || self.ended {
            true => TheirState::Met,
            false => TheirState::Running,
        }
    }
}

/// What our clock of a milestone shows.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct OurClock {
    /// Its deadline; none while it stands still.
    pub due: Option<Instant>,
    /// What it shows.
    pub state: ClockState,
}

/// A milestone of which the two clocks do not say the same.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ClockDifference {
    /// What the old tool's clock says.
    pub theirs: TheirClock,
    /// What ours says; none: the terms promise nothing there.
    pub ours: Option<OurClock>,
}

/// Deadlines that lie nearer to each other than this are one: files write minutes.
const NEAR_SECONDS: u64 = 60;

/// In what our clock differs from theirs; none where the two agree, as far as theirs says
/// something.
pub fn difference(theirs: &TheirClock, ticket: &Ticket, now: Instant) -> Option<ClockDifference> {
    let ours = last_of(ticket, &theirs.milestone, now).map(|clock| OurClock {
        due: clock.due,
        state: clock.state(now),
    });
    let agree = match ours {
        None => false,
        Some(ours) => {
            let broken = ours.state == ClockState::Breached;
            let same_end = theirs
                .state
                .is_none_or(|state| (state == TheirState::Breached) == broken);
            let same_due = theirs.due.is_none_or(|theirs| {
                ours.due
                    .is_some_and(|ours| ours.since(theirs).unsigned_abs() < NEAR_SECONDS)
            });
            same_end && same_due
        }
    };
    (!agree).then(|| ClockDifference {
        theirs: theirs.clone(),
        ours,
    })
}

/// The clock of a milestone that counts now: the last that no other took the place of.
fn last_of<'t>(ticket: &'t Ticket, milestone: &str, now: Instant) -> Option<&'t Clock> {
    let of_it = ticket.clocks.iter().filter(|c| c.milestone == milestone);
    of_it
        .filter(|clock| {
            !matches!(
                clock.state(now),
                ClockState::Superseded | ClockState::Corrected
            )
        })
        .max_by_key(|clock| (clock.cycle, clock.n))
}
