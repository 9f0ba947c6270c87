//! What one row of a file says of one time.

use serde::{Deserialize, Serialize};

use super::fault::RowRemark;
use super::mapping::LogStatus;
use super::theirs::TheirClock;
use crate::core::model::TicketWords;
use crate::core::time::Instant;

/// Which part of a ticket's history a row tells.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub enum RowPart {
    /// A change, at the time of the row.
    #[default]
    Change,
    /// Of a file of one row a ticket: its opening, with all that is told without a time.
    Opening,
    /// The customer was answered.
    Replied,
    /// The ticket came to somebody, was resolved or closed, at a time of its own.
    Dated,
    /// Where it stands, when the row was written last.
    Standing,
}

/// What one row says of one time. Words are those of the plan already, where the mapping translates
/// them. A row of a file of one row a ticket is several of these.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct LogRow {
    /// Line in the file, the header being 1.
    pub line: u64,
    /// Its number in the tool that it comes from.
    pub ticket: String,
    /// What it tells.
    #[serde(default, skip_serializing_if = "RowPart::is_change")]
    pub part: RowPart,
    /// When the row was written there.
    pub at: Instant,
    /// When the ticket was opened.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub opened: Option<Instant>,
    /// Where the ticket stands after it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub status: Option<LogStatus>,
    /// Where the row says that it stands now, whatever its times tell of that.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub stands: Option<LogStatus>,
    /// The log's own word of a status that the mapping skips.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub skipped: Option<String>,
    /// Its priority, as the desk calls it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub priority: Option<String>,
    /// How it came in.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub channel: Option<String>,
    /// The words of the plan on it.
    #[serde(default, skip_serializing_if = "TicketWords::is_empty")]
    pub words: TicketWords,
    /// Who has it, by staff key.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub assignee: Option<String>,
    /// Its subject.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub subject: Option<String>,
    /// What the customer wrote.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub text: Option<String>,
    /// Whose it is, by key.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub customer: Option<String>,
    /// Whose it is, by name.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub organisation: Option<String>,
    /// Who asks, by address.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub contact: Option<String>,
    /// Who asks, by name.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub contact_name: Option<String>,
    /// All its tags; none: they are not told.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub tags: Option<Vec<String>>,
    /// Seconds worked, all in all.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub worked: Option<i64>,
    /// What the old tool's clocks say.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub theirs: Vec<TheirClock>,
    /// What must be told of it.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub remarks: Vec<RowRemark>,
}

impl RowPart {
    fn is_change(&self) -> bool {
        *self == RowPart::Change
    }
}

impl LogRow {
    /// One that says nothing.
    pub(super) fn blank(line: u64, ticket: &str, part: RowPart, at: Instant) -> LogRow {
        LogRow {
            line,
            ticket: ticket.to_owned(),
            part,
            at,
            opened: None,
            status: None,
            stands: None,
            skipped: None,
            priority: None,
            channel: None,
            words: TicketWords::default(),
            assignee: None,
            subject: None,
            text: None,
            customer: None,
            organisation: None,
            contact: None,
            contact_name: None,
            tags: None,
            worked: None,
            theirs: Vec::new(),
            remarks: Vec::new(),
        }
    }
}
