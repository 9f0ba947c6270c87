//! The commands in the groups in which the first page of the help lists them.

use clap::{Command, Subcommand};

use super::verbs::verbs_of_program;
use super::{
    calendar, config, contact, contract, customer, db, demo, export, import, plan, report, staff,
};

verbs_of_program! {
    /// Whom the desk serves, and who serves.
    PeopleVerbs {
        /// Customers
        #[command(subcommand)]
        Customer(customer::CustomerVerbs),
        /// Contacts: the people whom a contract authorises
        #[command(subcommand)]
        Contact(contact::ContactVerbs),
        /// Contracts: a customer's subscription to a plan
        #[command(subcommand)]
        Contract(contract::ContractVerbs),
        /// The people of the desk
        #[command(subcommand)]
        Staff(staff::StaffVerbs),
    }
}

verbs_of_program! {
    /// What is promised, when it counts, and what became of it.
    PromisesVerbs {
        /// Plans: what vendors promise
        #[command(subcommand)]
        Plan(plan::PlanVerbs),
        /// Calendars: when it is open, and what follows
        #[command(subcommand)]
        Calendar(calendar::CalendarVerbs),
        /// Reports over a period
        #[command(subcommand)]
        Report(report::ReportVerbs),
    }
}

verbs_of_program! {
    /// The desk's file, and what goes into it.
    DeskVerbs {
        /// Bringing in what others wrote
        #[command(subcommand)]
        Import(import::ImportVerbs),
        Export(export::Export),
        /// The desk's file
        #[command(subcommand)]
        Db(db::DbVerbs),
        /// Configuration, with where each value comes from
        #[command(subcommand)]
        Config(config::ConfigVerbs),
        Demo(demo::Demo),
    }
}

/// The groups with their titles, in their order, and the names of their commands.
pub(crate) fn groups() -> Vec<(&'static str, Vec<String>)> {
    vec![
        ("Tickets", names::<super::ticket::TicketVerbs>()),
        ("Look", names::<super::look::LookVerbs>()),
        ("Contracts", names::<PeopleVerbs>()),
        ("Promises", names::<PromisesVerbs>()),
        ("Desk", names::<DeskVerbs>()),
    ]
}

fn names<G: Subcommand>() -> Vec<String> {
    let group = G::augment_subcommands(Command::new("group"));
    let names = group.get_subcommands().map(Command::get_name);
    names.map(str::to_owned).collect()
}
