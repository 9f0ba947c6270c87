//! Whose turn it was, and for how long: time in which tickets waited for the desk, for the
//! customer, for others.

use super::{TicketActivity, Window};
use crate::core::model::{State, TicketNo};
use crate::core::time::Instant;

/// Who has the next move on a ticket that is not done.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum NextMove {
    /// The side that gives support.
    Desk,
    /// The side that asks.
    Customer,
    /// The maker of a product, or somebody else.
    ThirdParty,
}

impl NextMove {
    /// All of them.
    pub const ALL: [NextMove; 3] = [NextMove::Desk, NextMove::Customer, NextMove::ThirdParty];

    /// Who has it in that state; nobody where nothing is left to do.
    ///
    /// ```
    /// use sladesk::core::model::State;
    /// use sladesk::core::report::NextMove;
    /// assert_eq!(NextMove::of(State::WaitingVendor), Some(NextMove::ThirdParty));
    /// assert_eq!(NextMove::of(State::Resolved), None);
    /// ```
    pub fn of(state: State) -> Option<NextMove> {
        match state {
            State::Open => Some(NextMove::Desk),
            State::WaitingCustomer => Some(NextMove::Customer),
            State::WaitingVendor | State::WaitingThirdParty => Some(NextMove::ThirdParty),
            State::Resolved | State::Closed | State::Merged | State::Void => None,
        }
    }

    /// The word that people and scripts read.
    pub fn word(self) -> &'static str {
        match self {
            NextMove::Desk => "desk",
            NextMove::Customer => "customer",
            NextMove::ThirdParty => "third-party",
        }
    }
}

/// Time in which somebody had the next move.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct MoveTime {
    /// Who.
    pub who: NextMove,
    /// Seconds, as those who counted them count.
    pub seconds: i64,
    /// The tickets on which it was so at some time, each once.
    pub tickets: Vec<TicketNo>,
}

/// Adds up whose turn it was in a window, ticket by ticket.
#[derive(Debug)]
pub struct NextMoveTally {
    window: Window,
    times: [MoveTime; 3],
}

impl NextMoveTally {
    /// Nothing counted yet.
    pub fn new(window: Window) -> NextMoveTally {
        let none = |who| MoveTime {
            who,
            seconds: 0,
            tickets: Vec::new(),
        };
        NextMoveTally {
            window,
            times: NextMove::ALL.map(none),
        }
    }

    /// Counts a ticket; `elapsed` is how much of a stretch is counted: its hours of support. What
    /// was no ticket, refused or taken back, counts nowhere.
    pub fn add(&mut self, activity: &TicketActivity, elapsed: impl Fn(Instant, Instant) -> i64) {
        if !activity.counts() {
            return;
        }
        let end = self.window.last().plus(1);
        let ends = activity.states.iter().skip(1).map(|entered| entered.at);
        for (entered, until) in activity.states.iter().zip(ends.chain([Instant::MAX])) {
            let Some(who) = NextMove::of(entered.state) else {
                continue;
            };
            let (from, to) = (entered.at.max(self.window.from), until.min(end));
            if from >= to {
                continue;
            }
            let time = &mut self.times[who as usize];
            time.seconds += elapsed(from, to);
            if time.tickets.last() != Some(&activity.ticket) {
                time.tickets.push(activity.ticket);
            }
        }
    }

    /// The times, the desk's first.
    pub fn finish(self) -> [MoveTime; 3] {
        let mut times = self.times;
        for time in &mut times {
            time.tickets.sort_unstable();
            time.tickets.dedup();
        }
        times
    }
}
