//! Terms + usage + a request → allowed or refused, and why.
//!
//! Every rule is run and every rule reports, with its clause and what would be allowed instead.

mod allowance;
mod change;
mod finding;
mod judge;
mod request;
mod rules;
mod seats;

pub use allowance::{
    Balance, Booking, Charge, ContractTerm, Lapse, LedgerKind, Pace, PeriodAccount, Posting,
    PostingKind, Said, Unit, Usage, Worked, charged, given_back, pace,
};
pub use change::{Change, Possible, may_change, possible_changes};
pub use finding::{Finding, Forgiven, Rule, Verdict};
pub use judge::{Judgement, Refusal, judge};
pub use request::{Purpose, Request, Situation, known_words};
pub use rules::allowance_for;
pub use seats::{Newcomer, SeatRefusal, may_authorise, seat_limit, too_many};

#[cfg(test)]
mod fixtures;
#[cfg(test)]
mod tests;
