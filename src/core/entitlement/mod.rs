//! Terms + usage + a request → allowed or refused, and why.
//!
//! Every rule is run and every rule reports, with its clause and what would be allowed instead.

mod allowance;
mod change;
mod code;
mod evaluate;
mod finding;
mod remedy;
mod request;
mod rules;
mod seats;

pub use allowance::{
    AllowanceUnit, Balance, BookedWork, Booking, Charge, ContractTerm, Lapse, LedgerKind, Pace,
    PeriodAccount, Posting, PostingKind, TermsSince, Usage, charged, given_back, pace,
};
pub use change::{PossibleChange, RequestedChange, may_change, possible_changes};
pub use code::{
    AllowanceCode, ChangeCode, ChannelCode, ComponentCode, ContactCode, ContractCode, FindingCode,
    LanguageCode, NamedCode, PriorityCode, QualificationCode, ReservedTopic, SeatCount, Step,
    TopicCode, UnpromisedMilestone, VersionCode,
};
pub use evaluate::{Evaluation, evaluate};
pub use finding::{Finding, FindingFact, Forgiven, Rule, Verdict};
pub use remedy::Remedy;
pub use request::{Purpose, Request, RequestContext, known_words};
pub use rules::allowance_for;
pub use seats::{SeatCode, SeatRefusal, SeatRemedy, SeatRequest, may_authorise, seat_limit};

#[cfg(test)]
pub(crate) mod fixtures;
