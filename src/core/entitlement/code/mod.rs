//! What a rule finds, as a code with its parameters: never a sentence. The record keeps it so,
//! scripts read it so, and people read what is made of it in their language.
//!
//! No code holds a person: whom a finding speaks of stands beside it, so that it can be erased.

mod allowance;
mod change;
mod channel;
mod component;
mod contact;
mod contract;
mod priority;
mod topic;
mod version;

use serde::{Deserialize, Serialize};

pub use allowance::AllowanceCode;
pub use change::{ChangeCode, Step};
pub use channel::ChannelCode;
pub use component::ComponentCode;
pub use contact::{ContactCode, QualificationCode, ReservedTopic, SeatCount};
pub use contract::ContractCode;
pub use priority::{NamedCode, PriorityCode, UnpromisedMilestone};
pub use topic::TopicCode;
pub use version::{LanguageCode, VersionCode};

use crate::core::model::Coded;

/// What a rule finds. Every code of every rule is another word, so that the word alone says which
/// rule is meant.
///
/// ```
/// use sladesk::core::entitlement::{FindingCode, TopicCode};
/// let found = FindingCode::from(TopicCode::TopicNotIncluded {
///     topic: "development".to_owned(),
///     plan: "creatio/business".to_owned(),
/// });
/// let kept = found.coded();
/// assert_eq!(kept.code, "topic-not-included");
/// assert_eq!(kept.parameters["topic"], "development");
/// assert_eq!(FindingCode::read(&kept), Some(found));
/// ```
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(untagged)]
pub enum FindingCode {
    /// Of the contract.
    Contract(ContractCode),
    /// Of who asks.
    Contact(ContactCode),
    /// Of what who asks must hold.
    Qualification(QualificationCode),
    /// Of the way it comes in.
    Channel(ChannelCode),
    /// Of what it is about.
    Topic(TopicCode),
    /// Of the part of the product.
    Component(ComponentCode),
    /// Of the version of the product.
    Version(VersionCode),
    /// Of the language.
    Language(LanguageCode),
    /// Of what a ticket must name.
    Named(NamedCode),
    /// Of the priority.
    Priority(PriorityCode),
    /// Of a change of priority.
    Change(ChangeCode),
    /// Of cases and hours.
    Allowance(AllowanceCode),
}

impl FindingCode {
    /// As the record keeps it.
    pub fn coded(&self) -> Coded {
        Coded::of(self)
    }

    /// A code as it was kept; none when this version does not know it.
    pub fn read(kept: &Coded) -> Option<FindingCode> {
        kept.read()
    }
}

macro_rules! each {
    ($($variant:ident: $ty:ty),+ $(,)?) => {$(
        impl From<$ty> for FindingCode {
            fn from(code: $ty) -> FindingCode {
                FindingCode::$variant(code)
            }
        }
    )+};
}

each! {
    Contract: ContractCode,
    Contact: ContactCode,
    Qualification: QualificationCode,
    Channel: ChannelCode,
    Topic: TopicCode,
    Component: ComponentCode,
    Version: VersionCode,
    Language: LanguageCode,
    Named: NamedCode,
    Priority: PriorityCode,
    Change: ChangeCode,
    Allowance: AllowanceCode,
}
