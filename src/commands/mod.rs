//! What people do, one file a noun.
//!
//! A command takes what was typed, checked for shape only, does one thing that a person does in
//! one transaction, and returns what there is to say: an [`Outcome`](crate::render::Outcome). It
//! prints nothing and asks nothing; where a question must be answered first it fails with
//! [`Failure::unconfirmed`](crate::failure::Failure::unconfirmed), and whoever stands at the
//! terminal is asked before the command runs again.

mod account;
pub mod calendar;
pub mod config;
pub mod contact;
pub mod contract;
pub mod customer;
pub mod db;
pub mod demo;
mod entitled;
pub mod export;
pub mod import;
pub mod log;
pub mod look;
pub mod may;
pub mod options;
pub mod plan;
pub mod report;
pub mod staff;
pub mod ticket;
pub mod undo;
