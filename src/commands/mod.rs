//! What people do, one file a noun.
//!
//! A command takes what was typed, checked for shape only, does one thing that a person does in
//! one transaction, and returns what there is to say: an [`Outcome`](crate::render::Outcome). It
//! prints nothing and asks nothing; where a question must be answered first it fails with
//! [`Failure::unconfirmed`](crate::failure::Failure::unconfirmed), and whoever stands at the
//! terminal is asked before the command runs again.

mod account;
pub(crate) mod args;
pub(crate) mod calendar;
pub(crate) mod config;
pub(crate) mod contact;
pub(crate) mod contract;
pub(crate) mod customer;
pub(crate) mod db;
pub(crate) mod demo;
mod entitled;
pub(crate) mod export;
pub(crate) mod import;
mod input;
pub(crate) mod log;
pub(crate) mod look;
pub(crate) mod may;
pub(crate) mod options;
pub(crate) mod plan;
mod plan_words;
pub(crate) mod report;
pub(crate) mod staff;
pub(crate) mod ticket;
pub(crate) mod undo;
mod verbs;

pub(crate) use input::Input;
use verbs::verbs;
