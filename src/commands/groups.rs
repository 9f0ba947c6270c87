//! The commands in the groups in which the first page of the help lists them.

use clap::{Command, Subcommand};

use super::verbs::verbs;
use super::{calendar, config, contact, contract, customer, db, demo, import, plan, report, staff};

verbs! {
    /// Whom the desk serves, and who serves.
    People {
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
    }
}

verbs! {
    /// What is promised, when it counts, and what became of it.
    Promises {
        /// Plans: what vendors promise
        #[command(subcommand)]
        Plan(plan),
        /// Calendars: when it is open, and what follows
        #[command(subcommand)]
        Calendar(calendar),
        /// Reports over a period
        #[command(subcommand)]
        Report(report),
    }
}

verbs! {
    /// The desk's file, and what goes into it.
    Desk {
        /// Bringing in what others wrote
        #[command(subcommand)]
        Import(import),
        /// The desk's file
        #[command(subcommand)]
        Db(db),
        /// Configuration, with where each value comes from
        #[command(subcommand)]
        Config(config),
        Demo(demo),
    }
}

/// The groups with their titles, in their order, and the names of their commands.
pub(crate) fn groups() -> Vec<(&'static str, Vec<String>)> {
    vec![
        ("Tickets", names::<super::ticket::Ticket>()),
        ("Look", names::<super::look::Look>()),
        ("Contracts", names::<People>()),
        ("Promises", names::<Promises>()),
        ("Desk", names::<Desk>()),
    ]
}

fn names<G: Subcommand>() -> Vec<String> {
    let group = G::augment_subcommands(Command::new("group"));
    let names = group.get_subcommands().map(Command::get_name);
    names.map(str::to_owned).collect()
}
