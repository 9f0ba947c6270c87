//! A customer's events → who the customer is, who may ask, and what is agreed, at any instant.
//!
//! It is a fold over the customer's own stream, like a ticket's: acts in order of (`at`, `id`),
//! what was undone never was, and nothing in it depends on the present. An act can have an instant
//! of its own from which it counts (a contact from the first of next month, an amendment dated
//! back), so the account holds timelines, and every question names the instant it asks about.
//!
//! ```
//! use sladesk::core::account::{Account, ContractState};
//! use sladesk::core::model::{ContractId, ContractSigned, CustomerAdded, CustomerId, EntryId, Event, EventId, Fact, Stream};
//! use sladesk::core::time::Instant;
//! let day = |n: i64| Instant(n * 86_400);
//! let event = |id: i64, at: Instant, fact: Fact| Event {
//!     id: EventId(id),
//!     entry: EntryId(id),
//!     stream: Stream::Customer(CustomerId(1)),
//!     at,
//!     recorded: at,
//!     present: at,
//!     actor: "minh".to_owned(),
//!     fact,
//!     corrects: false,
//! };
//! let added = CustomerAdded {
//!     key: "acme".to_owned(),
//!     zone: None,
//!     language: None,
//!     account_manager: None,
//!     engineer: None,
//! };
//! let signed = ContractSigned {
//!     contract: ContractId(7),
//!     plan: "creatio/business".to_owned(),
//!     terms: "9f3a".to_owned(),
//!     starts: day(30),
//!     ends: day(395),
//!     months: 12,
//!     renews: None,
//!     zone: None,
//!     region: None,
//!     set: Vec::new(),
//!     left_open: Vec::new(),
//! };
//! let account = Account::of(&[
//!     (event(1, day(1), added.into()), None),
//!     (event(2, day(2), signed.into()), None),
//! ])
//! .expect("a customer was added");
//! let contract = account.contract(ContractId(7)).expect("a contract was signed");
//! assert_eq!(contract.state_at(day(10)), ContractState::NotBegun);
//! assert_eq!(contract.state_at(day(30)), ContractState::InForce);
//! assert_eq!(contract.state_at(day(395)), ContractState::Lapsed);
//! assert_eq!(contract.terms_at(day(31)).map(|terms| terms.event), Some(EventId(2)));
//! ```

mod contact;
mod contract;
mod coverage;
mod customer;
mod field;
mod fold;
mod months;
mod remark;
mod seats;
mod staff;
mod term;
#[cfg(test)]
mod tests;

pub use contact::{Contact, Seat};
pub use contract::{Adjustment, AgreedRun, Contract, ContractState, TermsFrom};
pub use coverage::{CoverageGap, CoverageOverlap};
pub use customer::{Account, Customer};
pub use field::{AccountField, AccountFieldChange, changed_fields};
pub use months::{anniversary, last_day, months_later};
pub use remark::AccountRemark;
pub use seats::SeatPeak;
pub use staff::{Staff, staff};
pub use term::{AfterTerm, Term, TermEnd, notice_ends};
