//! The rules, one file a subject. Each answers for what is given and lists what could be.

mod allowance;
mod channel;
mod component;
mod contact;
mod contract;
mod language;
mod priority;
mod topic;
mod version;

pub use allowance::allowance_for;
pub(super) use allowance::allowances;
pub(super) use channel::{advice, channel};
pub(super) use component::component;
pub(super) use contact::{contact, qualification};
pub(super) use contract::contract;
pub(super) use language::language;
pub(super) use priority::{has, named, never_for, not_included, priority, ruled_out};
pub(super) use topic::topic;
pub(super) use version::version;
