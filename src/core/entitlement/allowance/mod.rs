//! Countable rights: in which period a use falls, what is left, and for how long at this pace.

mod charge;
mod contract_term;
#[cfg(test)]
pub(crate) mod fixtures;
mod grants;
mod lapse;
mod pace;
mod period;
mod posting;
mod statement;
mod usage;

pub use charge::{Worked, charged, given_back};
pub use contract_term::ContractTerm;
pub use grants::Said;
pub use lapse::Lapse;
pub use pace::{Pace, pace};
pub use posting::{Balance, Booking, LedgerKind, Posting, PostingKind};
pub use usage::{Charge, PeriodAccount, Usage};

use serde::{Deserialize, Serialize};

use crate::core::terms::{Agreed, Allowance, Grant};

/// What an allowance counts.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Unit {
    /// Tickets opened.
    Cases,
    /// Seconds of work.
    Hours,
}

impl Allowance {
    /// What it counts.
    pub fn unit(&self) -> Unit {
        match self.grant {
            Grant::Cases(_) => Unit::Cases,
            Grant::Hours(_) => Unit::Hours,
        }
    }

    /// How much of it each period has; none while that is not agreed.
    pub fn granted(&self) -> Option<i64> {
        let (Grant::Cases(amount) | Grant::Hours(amount)) = &self.grant;
        match amount {
            Agreed::Is(amount) => Some(*amount),
            Agreed::Open | Agreed::OneOf(_) => None,
        }
    }

    /// Whether a ticket about this topic falls under it.
    pub fn covers(&self, topic: Option<&str>) -> bool {
        self.topics.is_empty()
            || topic.is_some_and(|topic| self.topics.iter().any(|known| known == topic))
    }
}

impl Unit {
    /// An amount as people read it: `3 cases`, `1 case`, `12h 30m`.
    pub fn shown(self, amount: i64) -> String {
        match (self, amount) {
            (Unit::Hours, 0) => "0h".to_owned(),
            (Unit::Hours, seconds) => crate::core::time::open_time(seconds),
            (Unit::Cases, 1) => "1 case".to_owned(),
            (Unit::Cases, cases) => format!("{cases} cases"),
        }
    }
}
