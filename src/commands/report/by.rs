//! The fields of tickets that a report can be grouped by.

use std::borrow::Cow;
use std::collections::HashMap;

use super::scope::Scope;
use crate::core::model::{ContactId, CustomerId, FieldType, TicketField};
use crate::core::report::{GroupValue, ReportClock};
use crate::failure::Failure;
use crate::render::Cell;
use crate::store::{Arg, CustomerRow, TicketRow};
use crate::wording::NameKind;

/// What a report is grouped by, beside milestone and priority.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum GroupField {
    Ticket(&'static TicketField),
    /// Whose each clock is.
    HeldBy,
    /// The number of the support line whose it is.
    HeldLine,
    /// The kind of tickets whose target each clock has.
    Kind,
}

impl GroupField {
    /// The column and JSON key.
    pub(super) fn key(self) -> &'static str {
        match self {
            GroupField::Ticket(field) => field.key,
            GroupField::HeldBy => "held_by",
            GroupField::HeldLine => "held_line",
            GroupField::Kind => "kind",
        }
    }

    /// All of them.
    pub(super) fn all() -> impl Iterator<Item = GroupField> {
        let of_tickets = TicketField::grouping().map(GroupField::Ticket);
        of_tickets.chain([GroupField::HeldBy, GroupField::HeldLine, GroupField::Kind])
    }

    /// The one of that key.
    pub(super) fn of(key: &str) -> Option<GroupField> {
        GroupField::all().find(|field| field.key() == key)
    }

    /// The column of tickets that holds it, or what leads to it.
    fn column(self) -> Option<&'static str> {
        match self {
            GroupField::Ticket(field) if field.key == "account_manager" => Some("customer"),
            GroupField::Ticket(field) => Some(field.key),
            GroupField::HeldBy | GroupField::HeldLine | GroupField::Kind => None,
        }
    }

    fn is_of_ids(self) -> bool {
        matches!(self, GroupField::Ticket(field) if field.holds == FieldType::Id)
    }

    /// Whether it is of who held a clock.
    pub(super) fn is_of_holders(self) -> bool {
        matches!(self, GroupField::HeldBy | GroupField::HeldLine)
    }
}

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
        if wants("customer") || wants("account_manager") {
            let rows = scope.customers.rows()?;
            names.customers = rows.iter().map(|row| (row.id, row.clone())).collect();
        }
        if wants("contact") {
            for contact in tables.contacts()? {
                names.contacts.insert(contact.row.id, contact.row.email);
            }
        }
        Ok(names)
    }

    /// The values of a ticket, of its columns as they were asked for.
    pub(super) fn of_cells<'v>(
        &'v self,
        fields: &[GroupField],
        cells: &[Arg<'v>],
    ) -> Vec<GroupValue<'v>> {
        let mut cells = cells.iter();
        let value = |field: &GroupField| match field.column() {
            Some(_) => self.value(*field, cells.next().copied().unwrap_or(Arg::Null)),
            None => None,
        };
        fields.iter().map(value).collect()
    }

    /// The values of a ticket of that row.
    pub(super) fn of_ticket<'v>(
        &'v self,
        fields: &[GroupField],
        row: &'v TicketRow,
    ) -> Vec<GroupValue<'v>> {
        let cells: Vec<Arg<'_>> = columns(fields).iter().map(|key| row.cell(key)).collect();
        self.of_cells(fields, &cells)
    }

    fn value<'v>(&'v self, field: GroupField, cell: Arg<'v>) -> GroupValue<'v> {
        let customer = |id: i64| self.customers.get(&CustomerId(id));
        match (field.key(), cell) {
            ("customer", Arg::Whole(id)) => Some(customer(id)?.key.as_str().into()),
            ("account_manager", Arg::Whole(id)) => {
                Some(customer(id)?.account_manager.as_deref()?.into())
            }
            ("contact", Arg::Whole(id)) => Some(self.contacts.get(&ContactId(id))?.as_str().into()),
            (_, Arg::Text(text)) => Some(text.into()),
            (_, Arg::Whole(id)) => field.is_of_ids().then(|| id.to_string().into()),
            _ => None,
        }
    }
}

/// A value under a field, as a page calls it.
pub(super) fn called(field: GroupField, value: Option<&String>) -> Cell {
    let Some(value) = value.cloned() else {
        return Cell::Absent;
    };
    let kind = match field.key() {
        "priority" => NameKind::Priority,
        "channel" => NameKind::Channel,
        "topic" => NameKind::Topic,
        "plan" => NameKind::Plan,
        "kind" => NameKind::Kind,
        "account_manager" | "assignee" | "held_by" => NameKind::Person,
        _ => return Cell::code(value),
    };
    Cell::Named(kind, value.into())
}

/// The columns of tickets that these fields need, in their order.
pub(super) fn columns(fields: &[GroupField]) -> Vec<&'static str> {
    fields.iter().filter_map(|field| field.column()).collect()
}

/// The values of a clock of such a ticket: what differs from clock to clock is its own.
pub(super) fn of_clock<'v>(
    mut ticket: Vec<GroupValue<'v>>,
    fields: &[GroupField],
    clock: &'v ReportClock<'_>,
) -> Vec<GroupValue<'v>> {
    for (value, field) in ticket.iter_mut().zip(fields) {
        match field {
            GroupField::Ticket(_) => {}
            GroupField::HeldBy => *value = clock.held_by.as_deref().map(Cow::Borrowed),
            GroupField::HeldLine => *value = clock.held_line.map(|line| line.to_string().into()),
            GroupField::Kind => *value = clock.kind.as_deref().map(Cow::Borrowed),
        }
    }
    ticket
}

/// The same values, which outlive the row that they were read from.
pub(super) fn owned(values: Vec<GroupValue<'_>>) -> Vec<GroupValue<'static>> {
    let owned = |value: GroupValue<'_>| value.map(|value| Cow::Owned(value.into_owned()));
    values.into_iter().map(owned).collect()
}
