//! The fields of every list of the program.

use clap::Subcommand;

pub(crate) use super::list_fields::ListFields;
use super::{
    calendar, config, contact, contract, customer, db, import, log, look, may, plan, report, staff,
    ticket,
};

/// All of them, in the order in which the help lists them.
pub(crate) fn all() -> Vec<ListFields> {
    let lists = [
        ticket::fields(),
        vec![log::fields()],
        look::fields(),
        vec![may::fields(), ticket::possible_priorities()],
        vec![
            customer::fields(),
            contact::fields(),
            contract::fields(),
            contract::deadline_fields(),
            staff::fields(),
        ],
        plan::fields(),
        calendar::fields(),
        report::fields(),
        import::fields(),
        db::fields(),
        vec![config::fields()],
    ];
    lists.into_iter().flatten().collect()
}

/// Those of a command, by the words that name it: `contract list`. A verb of tickets has a
/// ticket's, a verb of a noun that noun's.
pub(crate) fn of(command: &str) -> Option<ListFields> {
    let noun = command.split(' ').next().unwrap_or_default();
    let lists = all();
    let named = |name: &str| lists.iter().position(|list| list.name == name);
    let of_tickets = || named("list").filter(|_| ticket::TicketVerbs::has_subcommand(command));
    let place = named(command).or_else(|| named(noun)).or_else(of_tickets);
    place.and_then(|place| lists.into_iter().nth(place))
}
