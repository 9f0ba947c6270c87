//! Customers, contacts and contracts as lists and pages show them, and what the commands about
//! them share.

mod answer;
pub(super) mod contact;
pub(super) mod contract;
pub(super) mod customer;
mod days;
pub(super) mod seating;
mod term;
pub(super) mod view;

pub(super) use answer::{list_accounts, listed, outcome, said};
pub(super) use days::Days;
pub(super) use term::{SignedTerm, minimum};
pub(super) use view::AccountReader;
