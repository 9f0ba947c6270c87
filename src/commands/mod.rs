//! What people do, one file a noun.
//!
//! A command takes what was typed, checked for shape only, does one thing that a person does in
//! one transaction, and returns what there is to say: an [`Outcome`](crate::render::Outcome). It
//! prints nothing and asks nothing; where a question must be answered first it fails with
//! [`Failure::unconfirmed`](crate::failure::Failure::unconfirmed), and whoever stands at the
//! terminal is asked before the command runs again.

mod account;
pub(crate) mod args;
mod calendar;
pub(crate) mod candidates;
mod config;
mod contact;
mod contract;
mod customer;
mod db;
mod demo;
mod entitled;
mod export;
pub(crate) mod fields;
mod groups;
mod import;
mod input;
mod list_fields;
mod log;
mod look;
mod matrix;
mod may;
mod placed;
mod plan;
mod plan_words;
mod promised_words;
mod report;
mod staff;
mod ticket;
mod undo;
mod verbs;

pub(crate) use groups::groups;
pub(crate) use input::Input;
pub(crate) use look::overview;
use verbs::{verbs, verbs_of_program};

verbs! {
    /// A verb of tickets, or a noun.
    Command {
        #[command(flatten)]
        Ticket(ticket::TicketVerbs),
        #[command(flatten)]
        Look(look::LookVerbs),
        #[command(flatten)]
        People(groups::PeopleVerbs),
        #[command(flatten)]
        Promises(groups::PromisesVerbs),
        #[command(flatten)]
        Desk(groups::DeskVerbs),
    }
}

/// The tree with the command of that name below it and no other, where one is called so.
pub(crate) fn alone(tree: impl Fn() -> clap::Command, name: &str) -> Option<clap::Command> {
    ticket::TicketVerbs::alone(&tree, name)
        .or_else(|| look::LookVerbs::alone(&tree, name))
        .or_else(|| groups::PeopleVerbs::alone(&tree, name))
        .or_else(|| groups::PromisesVerbs::alone(&tree, name))
        .or_else(|| groups::DeskVerbs::alone(&tree, name))
}
