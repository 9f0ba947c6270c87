//! Rows about people and agreements: staff, customers, their contacts and contracts, and what was
//! used of what the contracts grant.

pub(super) mod contact;
pub(super) mod contract;
pub(super) mod customer;
pub(super) mod ledger;
pub(super) mod staff;

pub use contact::{Contact, ContactRow};
pub use contract::{ContractRow, TermsRow};
pub use customer::CustomerRow;
pub use ledger::{LedgerKind, LedgerRow};
pub use staff::{Staff, StaffRow};
