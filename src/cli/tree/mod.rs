//! The tree of commands, as typed. The texts here are the help that people read; what the
//! commands do with it stands in `commands`.

pub(crate) mod accounts;
pub(crate) mod desk;
pub(crate) mod groups;
pub(crate) mod look;
pub(crate) mod plans;
pub(crate) mod reports;

#[cfg(test)]
mod tests;

use clap::{Parser, Subcommand};

use crate::commands::look::Explain;
use crate::commands::may::May;
use crate::commands::ticket::Ticket;
use groups::Global;

/// sladesk holds a support desk to what its contracts promise.
#[derive(Parser, Debug)]
#[command(
    name = "sladesk",
    version,
    disable_help_subcommand = true,
    disable_version_flag = true,
    subcommand_required = false
)]
pub(crate) struct Cli {
    #[command(flatten)]
    pub global: Global,
    /// Print the version
    #[arg(short = 'V', long, action = clap::ArgAction::Version)]
    version: Option<bool>,
    #[command(subcommand)]
    pub command: Option<Command>,
}

/// A verb of tickets, or a noun.
#[derive(Subcommand, Debug)]
#[allow(
    clippy::large_enum_variant,
    reason = "there is one of them, and it is taken apart at once"
)]
pub(crate) enum Command {
    #[command(flatten)]
    Ticket(Ticket),
    Next(look::Next),
    Overdue(look::Overdue),
    Explain(Explain),
    May(May),
    Log(look::Log),
    Undo(look::Undo),
    /// Customers
    #[command(subcommand)]
    Customer(accounts::Customer),
    /// Contacts: the people whom a contract authorises
    #[command(subcommand)]
    Contact(accounts::Contact),
    /// Contracts: a customer's subscription to a plan
    #[command(subcommand)]
    Contract(accounts::Contract),
    /// The people of the desk
    #[command(subcommand)]
    Staff(accounts::Staff),
    /// Plans: what vendors promise
    #[command(subcommand)]
    Plan(plans::Plan),
    /// Calendars: when it is open, and what follows
    #[command(subcommand)]
    Calendar(plans::Calendar),
    /// Reports over a period
    #[command(subcommand)]
    Report(reports::Report),
    /// Bringing in what others wrote
    #[command(subcommand)]
    Import(desk::Import),
    Export(desk::Export),
    /// The desk's file
    #[command(subcommand)]
    Db(desk::Db),
    /// Configuration, with where each value comes from
    #[command(subcommand)]
    Config(desk::Config),
    Demo(desk::Demo),
    Completions(desk::Completions),
    Help(desk::Help),
    Man(desk::Man),
}
