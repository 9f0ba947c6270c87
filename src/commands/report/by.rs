//! The fields of tickets that a report can be grouped by.

use std::collections::HashMap;

use super::scope::Scope;
use crate::core::model::{ContactId, CustomerId, TicketNo};
use crate::core::text::nearest;
use crate::failure::Failure;
use crate::store::{CustomerRow, TicketQuery, TicketRow};

/// What a report is grouped by, beside milestone and priority.
#[derive(Clone, Copy)]
pub(super) struct Field {
    /// The column and JSON key.
    pub key: &'static str,
    value: fn(&TicketRow, &Names) -> Option<String>,
}

const FIELDS: [Field; 14] = [
    Field {
        key: "customer",
        value: |row, names| Some(names.customer(row.customer)?.key.clone()),
    },
    Field {
        key: "account_manager",
        value: |row, names| names.customer(row.customer)?.account_manager.clone(),
    },
    Field {
        key: "contact",
        value: |row, names| names.contacts.get(&row.contact?).cloned(),
    },
    Field {
        key: "contract",
        value: |row, _| row.contract.map(|contract| contract.to_string()),
    },
    Field {
        key: "plan",
        value: |row, _| row.plan.clone(),
    },
    Field {
        key: "channel",
        value: |row, _| row.channel.clone(),
    },
    Field {
        key: "topic",
        value: |row, _| row.topic.clone(),
    },
    Field {
        key: "environment",
        value: |row, _| row.environment.clone(),
    },
    Field {
        key: "component",
        value: |row, _| row.component.clone(),
    },
    Field {
        key: "version",
        value: |row, _| row.version.clone(),
    },
    Field {
        key: "line",
        value: |row, _| row.line.clone(),
    },
    Field {
        key: "assignee",
        value: |row, _| row.assignee.clone(),
    },
    Field {
        key: "state",
        value: |row, _| Some(row.state.word().to_owned()),
    },
    Field {
        key: "exempt",
        value: |row, _| row.exempt.clone(),
    },
];

/// The tickets that a report is about, each with its values under the fields asked for.
pub(super) type Members = HashMap<TicketNo, Vec<Option<String>>>;

/// The names behind ids.
pub(super) struct Names {
    customers: HashMap<CustomerId, CustomerRow>,
    contacts: HashMap<ContactId, String>,
}

impl Names {
    /// Reads the names that these fields need.
    ///
    /// # Errors
    /// The desk's file cannot be read.
    pub(super) fn read(scope: &Scope<'_>, fields: &[Field]) -> Result<Names, Failure> {
        let wants = |key: &str| fields.iter().any(|field| field.key == key);
        let store = scope.reading.store;
        let mut names = Names {
            customers: HashMap::new(),
            contacts: HashMap::new(),
        };
        for row in store.customers()? {
            names.customers.insert(row.id, row);
        }
        if wants("contact") {
            for contact in store.contacts()? {
                names.contacts.insert(contact.row.id, contact.row.email);
            }
        }
        Ok(names)
    }

    fn customer(&self, id: CustomerId) -> Option<&CustomerRow> {
        self.customers.get(&id)
    }
}

/// The fields of `--by`. Milestone and priority are there anyway.
///
/// # Errors
/// No ticket has such a field.
pub(super) fn fields(report: &str, typed: &[String]) -> Result<Vec<Field>, Failure> {
    let mut found: Vec<Field> = Vec::new();
    for word in typed.iter().flat_map(|word| word.split(',')) {
        let key = word.trim().replace('-', "_");
        if matches!(key.as_str(), "milestone" | "priority") {
            continue;
        }
        let Some(field) = FIELDS.iter().find(|field| field.key == key) else {
            let known = FIELDS.map(|field| field.key);
            return Err(
                Failure::usage(format!("{report} cannot be grouped by `{word}`"))
                    .meant(nearest(&key, known))
                    .hint(format!("it can by {}", known.join(", "))),
            );
        };
        if !found.iter().any(|known| known.key == field.key) {
            found.push(*field);
        }
    }
    Ok(found)
}

/// The values that a ticket has under these fields.
pub(super) fn values(row: &TicketRow, fields: &[Field], names: &Names) -> Vec<Option<String>> {
    fields
        .iter()
        .map(|field| (field.value)(row, names))
        .collect()
}

/// The tickets that a report is about, with their values under the fields it is grouped by; none
/// when all tickets of its customers are, and nothing is asked of them.
///
/// # Errors
/// The desk's file cannot be read.
pub(super) fn members(
    scope: &Scope<'_>,
    fields: &[Field],
    names: &Names,
) -> Result<Option<Members>, Failure> {
    if scope.whole_customers && fields.is_empty() {
        return Ok(None);
    }
    let mut members = Members::new();
    let query = TicketQuery::of(scope.condition.clone());
    scope.reading.store.each_ticket(&query, |row| {
        members.insert(row.number, values(&row, fields, names));
        Ok(())
    })?;
    Ok(Some(members))
}
