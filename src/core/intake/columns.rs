//! Which column of a file holds what.
//!
//! A log has one row a change and a column of when it was made. An export has one row a ticket: no
//! such column, but columns of when the ticket was opened, answered, resolved and closed.

use std::collections::BTreeMap;

use serde::Deserialize;

use super::fault::MappingFault;
use crate::core::model::TicketWord;

/// What a column of a file tells.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum ColumnKey {
    /// The ticket's key in the file.
    Ticket,
    /// When the row's change was made; absent: the file has one row a ticket.
    At,
    /// When the ticket was opened; of a log, absent: at its first row.
    Opened,
    /// When the row was written last.
    Updated,
    /// When the customer was answered first.
    Responded,
    /// How long after the opening that was.
    RespondedAfter,
    /// When it came to whoever has it.
    Assigned,
    /// When it was resolved.
    Resolved,
    /// When it was closed.
    Closed,
    /// Where the ticket stands.
    Status,
    /// Its priority.
    Priority,
    /// How it came in.
    Channel,
    /// Who has it.
    Assignee,
    /// What it is about, in a line; several columns are joined with ` / `.
    Subject,
    /// What the customer wrote.
    Text,
    /// The customer's key or the contract, where the file holds several.
    Customer,
    /// The customer's name.
    Organisation,
    /// Who asks, by address.
    Contact,
    /// The same by name.
    ContactName,
    /// Words of the desk's own; columns of one name are one list.
    Tags,
    /// How long was worked, all in all.
    Worked,
    /// A word of the plan.
    Word(TicketWord),
}

impl ColumnKey {
    /// Those besides the plan's words.
    pub(super) const PLAIN: [ColumnKey; 21] = [
        ColumnKey::Ticket,
        ColumnKey::At,
        ColumnKey::Opened,
        ColumnKey::Updated,
        ColumnKey::Responded,
        ColumnKey::RespondedAfter,
        ColumnKey::Assigned,
        ColumnKey::Resolved,
        ColumnKey::Closed,
        ColumnKey::Status,
        ColumnKey::Priority,
        ColumnKey::Channel,
        ColumnKey::Assignee,
        ColumnKey::Subject,
        ColumnKey::Text,
        ColumnKey::Customer,
        ColumnKey::Organisation,
        ColumnKey::Contact,
        ColumnKey::ContactName,
        ColumnKey::Tags,
        ColumnKey::Worked,
    ];

    /// Every key of `[columns]`.
    pub fn all() -> impl Iterator<Item = ColumnKey> {
        let words = TicketWord::ALL.into_iter().map(ColumnKey::Word);
        ColumnKey::PLAIN.into_iter().chain(words)
    }

    /// As a mapping has it.
    pub fn key(self) -> &'static str {
        match self {
            ColumnKey::Ticket => "ticket",
            ColumnKey::At => "at",
            ColumnKey::Opened => "opened",
            ColumnKey::Updated => "updated",
            ColumnKey::Responded => "responded",
            ColumnKey::RespondedAfter => "responded-after",
            ColumnKey::Assigned => "assigned",
            ColumnKey::Resolved => "resolved",
            ColumnKey::Closed => "closed",
            ColumnKey::Status => "status",
            ColumnKey::Priority => "priority",
            ColumnKey::Channel => "channel",
            ColumnKey::Assignee => "assignee",
            ColumnKey::Subject => "subject",
            ColumnKey::Text => "text",
            ColumnKey::Customer => "customer",
            ColumnKey::Organisation => "organisation",
            ColumnKey::Contact => "contact",
            ColumnKey::ContactName => "contact-name",
            ColumnKey::Tags => "tags",
            ColumnKey::Worked => "worked",
            ColumnKey::Word(word) => word.key(),
        }
    }

    /// The column of that key.
    pub fn of_key(key: &str) -> Option<ColumnKey> {
        ColumnKey::all().find(|column| column.key() == key)
    }

    /// Whether it says when something was.
    pub fn is_time(self) -> bool {
        self == ColumnKey::At
            || self == ColumnKey::Opened
            || self.is_of_exports() && self != ColumnKey::RespondedAfter
    }

    /// Whether only a file of one row a ticket has it.
    pub fn is_of_exports(self) -> bool {
        matches!(
            self,
            ColumnKey::Updated
                | ColumnKey::Responded
                | ColumnKey::RespondedAfter
                | ColumnKey::Assigned
                | ColumnKey::Resolved
                | ColumnKey::Closed
        )
    }
}

/// One text, or several, as a mapping writes names of columns.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
#[serde(untagged)]
pub enum OneOrSeveral {
    /// One.
    One(String),
    /// In their order.
    Several(Vec<String>),
}

impl OneOrSeveral {
    /// All of them.
    pub fn texts(&self) -> &[String] {
        match self {
            OneOrSeveral::One(text) => std::slice::from_ref(text),
            OneOrSeveral::Several(texts) => texts,
        }
    }
}

/// Which column holds what.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
pub struct MappedColumns {
    ticket: OneOrSeveral,
    /// By their keys.
    #[serde(flatten)]
    others: BTreeMap<String, OneOrSeveral>,
}

impl MappedColumns {
    /// The columns of a key; none: the mapping names none.
    pub fn names(&self, column: ColumnKey) -> &[String] {
        if column == ColumnKey::Ticket {
            return self.ticket.texts();
        }
        let named = self.others.get(column.key());
        named.map_or(&[], OneOrSeveral::texts)
    }

    /// Whether the mapping names a column of that key.
    pub(super) fn has(&self, column: ColumnKey) -> bool {
        !self.names(column).is_empty()
    }

    /// Whether a customer can be told by a row.
    pub fn tell_customers(&self) -> bool {
        use ColumnKey::{Contact, Customer, Organisation};
        [Customer, Organisation, Contact]
            .into_iter()
            .any(|column| self.has(column))
    }

    /// Whether the columns go together.
    ///
    /// # Errors
    /// One that only a file of the other kind has, or none that says when.
    pub(super) fn check(&self, has_their_clocks: bool) -> Result<(), MappingFault> {
        if !self.has(ColumnKey::Ticket) {
            let missing = <serde::de::value::Error as serde::de::Error>::missing_field(
                ColumnKey::Ticket.key(),
            );
            return Err(MappingFault::Toml(missing.to_string()));
        }
        if !self.has(ColumnKey::At) {
            return match self.has(ColumnKey::Opened) {
                true => Ok(()),
                false => Err(MappingFault::NoTime),
            };
        }
        let of_exports = |column: &ColumnKey| column.is_of_exports() && self.has(*column);
        let odd = ColumnKey::all().find(of_exports).map(ColumnKey::key);
        match odd.or(has_their_clocks.then_some("theirs")) {
            Some(key) => Err(MappingFault::OfTickets(key)),
            None => Ok(()),
        }
    }
}
