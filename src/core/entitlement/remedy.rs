//! What would be allowed instead, or how to make it so: as parameters, never as a sentence.

use chrono::NaiveDate;

use super::AllowanceUnit;
use crate::core::model::ContractId;
use crate::core::terms::RequiredField;

/// A way out of a refusal, or out of a remark.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Remedy {
    /// The customer signs a contract.
    Sign {
        /// The customer's key.
        customer: String,
    },
    /// The contract is renewed.
    Renew(ContractId),
    /// It is asked when the contract has begun.
    AskFrom(NaiveDate),
    /// The person is authorised.
    Authorise {
        /// The customer's key.
        customer: String,
        /// The address of whom.
        email: String,
    },
    /// One of these people asks.
    LetAsk(Vec<String>),
    /// The person gets the qualification.
    Qualify {
        /// The address of whom.
        email: String,
        /// The id of what is to be held.
        qualification: String,
    },
    /// Another way in, one of these channels.
    UseChannel(Vec<String>),
    /// Another version, one of these, by what people read.
    UseVersion(Vec<String>),
    /// One of these places, by their titles: no ticket is opened there.
    AskIn(Vec<String>),
    /// It is asked under one of these contracts, which cover it.
    UnderContract(Vec<ContractId>),
    /// These plans of the vendor include it.
    IncludedIn(Vec<String>),
    /// On these plans of the vendor tickets can be opened.
    TicketsOn(Vec<String>),
    /// These plans of the vendor do not count it.
    NotCountedIn(Vec<String>),
    /// The contract is amended by the topic.
    AddTopic {
        /// Which contract.
        contract: ContractId,
        /// The topic.
        topic: String,
    },
    /// The ticket names these too.
    Name(Vec<RequiredField>),
    /// It has one of these priorities.
    CanHave(Vec<String>),
    /// It is opened at this priority.
    OpenAs(String),
    /// More is bought.
    Buy {
        /// On which contract.
        contract: ContractId,
        /// The allowance.
        allowance: String,
        /// What it counts.
        unit: AllowanceUnit,
    },
    /// The word that was meant, by all that is likely.
    DidYouMean(String),
    /// The words that there are.
    CanBe(Vec<String>),
    /// The plan has no reason for this change.
    NoReason {
        /// The plan.
        plan: String,
    },
    /// The reasons of the plan that fit.
    Reasons(Vec<String>),
}
