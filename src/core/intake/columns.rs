//! Which column of a file holds what.
//!
//! A log has one row a change and a column of when it was made. An export has one row a ticket: no
//! such column, but columns of when the ticket was opened, answered, resolved and closed.

use std::collections::BTreeMap;

use serde::Deserialize;

use super::fault::MappingFault;

/// One or more columns; several are joined with ` / `.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
#[serde(untagged)]
pub enum ColumnNames {
    One(String),
    Several(Vec<String>),
}

impl ColumnNames {
    /// The names.
    pub fn names(&self) -> &[String] {
        match self {
            ColumnNames::One(name) => std::slice::from_ref(name),
            ColumnNames::Several(names) => names,
        }
    }
}

/// Which column holds what.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub struct MappedColumns {
    /// The ticket's key in the file.
    pub ticket: String,
    /// When the row's change was made; absent: the file has one row a ticket.
    pub at: Option<String>,
    /// When the ticket was opened; of a log, absent: at its first row.
    pub opened: Option<String>,
    /// When the row was written last.
    pub updated: Option<String>,
    /// When the customer was answered first.
    pub responded: Option<String>,
    /// How long after the opening that was.
    pub responded_after: Option<String>,
    /// When it came to whoever has it.
    pub assigned: Option<String>,
    /// When it was resolved.
    pub resolved: Option<String>,
    /// When it was closed.
    pub closed: Option<String>,
    pub status: Option<String>,
    pub priority: Option<String>,
    pub channel: Option<String>,
    pub assignee: Option<String>,
    pub subject: Option<ColumnNames>,
    /// What the customer wrote.
    pub text: Option<String>,
    /// The customer's key or the contract, where the file holds several.
    pub customer: Option<String>,
    /// The customer's name.
    pub organisation: Option<String>,
    /// Who asks, by address.
    pub contact: Option<String>,
    /// The same by name.
    pub contact_name: Option<String>,
    /// Words of the desk's own.
    pub tags: Option<String>,
    /// How long was worked, all in all.
    pub worked: Option<String>,
    /// The plan's words, by their keys.
    #[serde(flatten)]
    pub words: BTreeMap<String, String>,
}

/// The keys of columns, besides the plan's words.
pub(super) const COLUMNS: [&str; 21] = [
    "ticket",
    "at",
    "opened",
    "updated",
    "responded",
    "responded-after",
    "assigned",
    "resolved",
    "closed",
    "status",
    "priority",
    "channel",
    "assignee",
    "subject",
    "text",
    "customer",
    "organisation",
    "contact",
    "contact-name",
    "tags",
    "worked",
];

/// Without these columns there is no row.
pub(super) const REQUIRED: [&str; 2] = ["ticket", "at"];

impl MappedColumns {
    /// Whether a customer can be told by a row.
    pub fn tell_customers(&self) -> bool {
        [&self.customer, &self.organisation, &self.contact]
            .into_iter()
            .any(Option::is_some)
    }

    /// Whether the columns go together.
    ///
    /// # Errors
    /// One that only a file of the other kind has, or none that says when.
    pub(super) fn check(&self, has_their_clocks: bool) -> Result<(), MappingFault> {
        if self.at.is_none() {
            return match self.opened {
                Some(_) => Ok(()),
                None => Err(MappingFault::NoTime),
            };
        }
        let of_tickets = [
            ("updated", self.updated.is_some()),
            ("responded", self.responded.is_some()),
            ("responded-after", self.responded_after.is_some()),
            ("assigned", self.assigned.is_some()),
            ("resolved", self.resolved.is_some()),
            ("closed", self.closed.is_some()),
            ("theirs", has_their_clocks),
        ];
        match of_tickets.into_iter().find(|(_, said)| *said) {
            Some((key, _)) => Err(MappingFault::OfTickets(key)),
            None => Ok(()),
        }
    }
}
