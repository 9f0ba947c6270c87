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

pub use charge::{BookedWork, charged, given_back};
pub use contract_term::ContractTerm;
pub use grants::TermsSince;
pub use lapse::Lapse;
pub use pace::{Pace, pace};
pub use posting::{Balance, Booking, LedgerKind, Posting, PostingKind};
pub use usage::{Charge, PeriodAccount, Usage};

pub use crate::core::model::AllowanceUnit;

use crate::core::terms::{Agreed, Allowance, Grant};

impl Allowance {
    /// What it counts.
    pub fn unit(&self) -> AllowanceUnit {
        match self.grant {
            Grant::Cases(_) => AllowanceUnit::Cases,
            Grant::Hours(_) => AllowanceUnit::Hours,
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
