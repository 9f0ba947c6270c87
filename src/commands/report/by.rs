//! The fields of tickets that a report can be grouped by.

use std::collections::HashMap;

use super::scope::Scope;
use crate::core::model::{ContactId, CustomerId, FieldType, TicketField, TicketNo};
use crate::core::report::ReportClock;
use crate::failure::Failure;
use crate::store::{CustomerRow, TicketQuery, TicketRow};

/// What a report is grouped by, beside milestone and priority.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum GroupField {
    Ticket(&'static TicketField),
    /// Whose each clock is.
    HeldBy,
    /// The number of the support line whose it is.
    HeldLine,
}

impl GroupField {
    /// The column and JSON key.
    pub(super) fn key(self) -> &'static str {
        match self {
            GroupField::Ticket(field) => field.key,
            GroupField::HeldBy => "held_by",
            GroupField::HeldLine => "held_line",
        }
    }

    /// All of them.
    pub(super) fn all() -> impl Iterator<Item = GroupField> {
        let of_tickets = TicketField::grouping().map(GroupField::Ticket);
        of_tickets.chain([GroupField::HeldBy, GroupField::HeldLine])
    }

    /// The one of that key.
    pub(super) fn of(key: &str) -> Option<GroupField> {
        GroupField::all().find(|field| field.key() == key)
    }

    /// Whether it differs from clock to clock of a ticket.
    pub(super) fn is_of_clocks(self) -> bool {
        !matches!(self, GroupField::Ticket(_))
    }
}

/// The tickets that a report is about, each with its values under the fields asked for.
pub(super) type TicketGroups = HashMap<TicketNo, Vec<Option<String>>>;

/// The names behind ids.
pub(super) struct GroupNames {
    customers: HashMap<CustomerId, CustomerRow>,
    contacts: HashMap<ContactId, String>,
}

impl GroupNames {
    /// Reads the names that these fields need.
    ///
    /// # Errors
    /// The desk's file cannot be read.
    pub(super) fn read(scope: &Scope<'_>, fields: &[GroupField]) -> Result<GroupNames, Failure> {
        let wants = |key: &str| fields.iter().any(|field| field.key() == key);
        let tables = scope.tables;
        let mut names = GroupNames {
            customers: HashMap::new(),
            contacts: HashMap::new(),
        };
        for row in tables.customers()? {
            names.customers.insert(row.id, row);
        }
        if wants("contact") {
            for contact in tables.contacts()? {
                names.contacts.insert(contact.row.id, contact.row.email);
            }
        }
        Ok(names)
    }

    fn customer(&self, id: CustomerId) -> Option<&CustomerRow> {
        self.customers.get(&id)
    }
}

/// The values that a ticket has under these fields.
pub(super) fn values(
    row: &TicketRow,
    fields: &[GroupField],
    names: &GroupNames,
) -> Vec<Option<String>> {
    fields
        .iter()
        .map(|field| value(row, *field, names))
        .collect()
}

/// The values of a clock of such a ticket: what differs from clock to clock is its own.
pub(super) fn of_clock(
    mut ticket: Vec<Option<String>>,
    fields: &[GroupField],
    row: &ReportClock,
) -> Vec<Option<String>> {
    for (value, field) in ticket.iter_mut().zip(fields) {
        match field {
            GroupField::Ticket(_) => {}
            GroupField::HeldBy => value.clone_from(&row.held_by),
            GroupField::HeldLine => *value = row.held_line.map(|line| line.to_string()),
        }
    }
    ticket
}

fn value(row: &TicketRow, field: GroupField, names: &GroupNames) -> Option<String> {
    let GroupField::Ticket(field) = field else {
        return None;
    };
    match (field.key, field.holds) {
        ("customer", _) => Some(names.customer(row.customer)?.key.clone()),
        ("account_manager", _) => names.customer(row.customer)?.account_manager.clone(),
        ("contact", _) => names.contacts.get(&row.contact?).cloned(),
        (_, FieldType::Id) => row.number_of(field).map(|id| id.to_string()),
        _ => row.text_of(field).map(str::to_owned),
    }
}

/// The tickets that a report is about, with their values under the fields it is grouped by; none
/// when all tickets of its customers are, and nothing is asked of them.
///
/// # Errors
/// The desk's file cannot be read.
pub(super) fn members(
    scope: &Scope<'_>,
    fields: &[GroupField],
    names: &GroupNames,
) -> Result<Option<TicketGroups>, Failure> {
    if scope.whole_customers && fields.iter().all(|field| field.is_of_clocks()) {
        return Ok(None);
    }
    let mut members = TicketGroups::new();
    let query = TicketQuery::of(scope.condition.clone());
    scope.tables.each_ticket(&query, |row| {
        members.insert(row.number, values(&row, fields, names));
        Ok(())
    })?;
    Ok(Some(members))
}
