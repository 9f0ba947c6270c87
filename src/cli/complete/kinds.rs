//! What an argument names, and so what can be offered for it.

use clap::Arg;

use crate::core::model::{FIELDS, FilterKind};

/// What can be offered for an argument.
#[derive(Clone, Copy, Debug)]
pub(super) enum Kind {
    /// The fields of the command's list.
    Fields,
    /// The filter language over the command's list.
    Filter,
    /// The same over a list that is another command's.
    FilterOf(&'static str),
    /// The same, with tickets in front.
    LogFilter,
    /// Tickets, by number or by a filter.
    Tickets,
    /// Commands and topics, and behind a noun its verbs.
    Help,
    /// Periods that have a name.
    Periods,
    /// What the desk or a plan knows of that kind.
    OfDesk(&'static str),
}

/// Arguments by what they are called, with the word of what they name.
const NAMED: &[(&str, &str)] = &[
    ("about", "who"),
    ("account_manager", "staff"),
    ("act", "act"),
    ("actor", "staff"),
    ("allowance", "allowance"),
    ("asks", "asks"),
    ("assignee", "staff"),
    ("channel", "channel"),
    ("compared", "with_terms"),
    ("component", "component"),
    ("contact", "contact"),
    ("contract", "contract"),
    ("customer", "customer"),
    ("engineer", "staff"),
    ("environment", "environment"),
    ("ground", "ground"),
    ("impact", "impact"),
    ("into", "tickets"),
    ("line", "line"),
    ("milestone", "milestone"),
    ("new", "with_terms"),
    ("old", "with_terms"),
    ("other", "tickets"),
    ("plan", "plan"),
    ("priority", "priority"),
    ("qualification", "qualification"),
    ("reason", "reason"),
    ("replaces", "contact"),
    ("set", "set"),
    ("staff", "staff"),
    ("tag", "tag"),
    ("told", "contact"),
    ("topic", "topic"),
    ("untag", "tag"),
    ("urgency", "urgency"),
    ("version", "version"),
    ("what", "contact"),
    ("who", "who"),
    ("whose", "with_terms"),
];

/// What the argument of a command names; none: nothing that could be looked up.
pub(super) fn kind_of(path: &str, arg: &Arg) -> Option<Kind> {
    if !arg.get_action().takes_values() || arg.is_hide_set() {
        return None;
    }
    match (path, arg.get_id().as_str()) {
        (_, "sort" | "fields") => Some(Kind::Fields),
        ("log", "filter") => Some(Kind::LogFilter),
        ("export", "filter") => Some(Kind::FilterOf("customer")),
        (_, "filter") => Some(Kind::Filter),
        ("demo", "tickets") => None,
        (_, "tickets") => Some(Kind::Tickets),
        ("help", "words") => Some(Kind::Help),
        (_, "period") => Some(Kind::Periods),
        ("move", "to") => Some(Kind::OfDesk("customer")),
        // of a plan, or of what a contract says
        (path, "plan") if path.starts_with("plan") => Some(Kind::OfDesk("with_terms")),
        (_, id) => match NAMED.iter().find(|(named, _)| *named == id) {
            Some((_, kind)) => Some(Kind::OfDesk(kind)),
            None => of_field(id),
        },
    }
}

/// What the table of ticket fields says of an argument that is called as one.
fn of_field(id: &str) -> Option<Kind> {
    let field = FIELDS.iter().find(|field| field.key == id)?;
    match field.asked {
        Some(FilterKind::Person) => Some(Kind::OfDesk("staff")),
        Some(FilterKind::Known | FilterKind::Anyones | FilterKind::Contract) => {
            Some(Kind::OfDesk(field.key))
        }
        _ => None,
    }
}
