//! What a plan says, resolved and frozen: targets, channels, topics, allowances, rules of
//! priority change. Plain data; `plans` makes it from files, the record keeps it by hash.

mod agreed;
mod alike;
mod allowance;
mod chosen;
mod commerce;
mod counting;
mod kind;
mod known;
mod milestone;
mod plan;
mod priority;
mod reachable;
mod unpromised;
mod vocabulary;

pub use agreed::{Agreed, Source};
pub use allowance::{Allowance, Grant, RollOver, TermPeriod, WhenUsedUp};
pub use chosen::ChosenTarget;
pub use commerce::{Notice, Price, PriceFigure, TermLength, TermRule};
pub use counting::TargetsOf;
pub use kind::{AskedKinds, KindCondition, KindFacts, KindProperty, KindWords, TicketKind};
pub use milestone::{
    Commitment, Conflict, KindTargets, MetBy, Milestone, MilestoneAct, OnLower, OnRaise, OnReopen,
    Promise, ReopenWithin, Start, Target,
};
pub use plan::{CalendarTerms, Seats, Terms};
pub use priority::{ChangeTo, MatrixCell, Priority, PriorityChange};
pub use reachable::ReachableTarget;
pub use unpromised::{NotPromisedReason, Unpromised};
pub use vocabulary::{
    Channel, PlanAct, ProductVersion, Qualification, RequiredField, Service, Topic, Word,
};
