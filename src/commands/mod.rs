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
mod import;
mod input;
mod log;
mod look;
mod matrix;
mod may;
mod plan;
mod plan_words;
mod report;
mod staff;
mod ticket;
mod undo;
mod verbs;

pub(crate) use input::Input;
pub(crate) use look::home;
use verbs::verbs;

verbs! {
    /// A verb of tickets, or a noun.
    Command {
        #[command(flatten)]
        Ticket(ticket),
        #[command(flatten)]
        Look(look),
        /// Customers
        #[command(subcommand)]
        Customer(customer),
        /// Contacts: the people whom a contract authorises
        #[command(subcommand)]
        Contact(contact),
        /// Contracts: a customer's subscription to a plan
        #[command(subcommand)]
        Contract(contract),
        /// The people of the desk
        #[command(subcommand)]
        Staff(staff),
        /// Plans: what vendors promise
        #[command(subcommand)]
        Plan(plan),
        /// Calendars: when it is open, and what follows
        #[command(subcommand)]
        Calendar(calendar),
        /// Reports over a period
        #[command(subcommand)]
        Report(report),
        /// Bringing in what others wrote
        #[command(subcommand)]
        Import(import),
        Export(export),
        /// The desk's file
        #[command(subcommand)]
        Db(db),
        /// Configuration, with where each value comes from
        #[command(subcommand)]
        Config(config),
        Demo(demo),
    }
}
