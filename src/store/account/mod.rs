//! Rows about people and agreements: staff, customers, their contacts and contracts, and what was
//! used of what the contracts grant.
//!
//! They are caches for finding and listing. Who is authorised when, and under which terms what is
//! asked, is a fold of the customer's stream; whoever folds it hands the result to
//! [`Writer::save_account`].
//!
//! [`Writer::save_account`]: crate::store::Writer::save_account

mod beginning;
pub(super) mod contact;
pub(super) mod contract;
pub(super) mod customer;
pub(super) mod ledger;
pub(super) mod save;
pub(super) mod staff;

pub(crate) use contact::{StoredContact, fold as fold_email, names};
pub(crate) use contract::{ContractRow, TermsRow};
pub(crate) use customer::CustomerRow;
pub(crate) use ledger::LedgerRow;
pub(crate) use save::AccountRows;
pub(crate) use staff::{StaffRow, StoredStaff};
