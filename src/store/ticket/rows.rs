//! What the tables keep of a folded ticket.

use super::clock::ClockRow;
use crate::core::model::{
    ClosedAs, ContactId, ContractId, CustomerId, EventId, Side, State, TicketField, TicketNo,
    TicketWords,
};
use crate::core::time::Instant;
use crate::store::engine::Arg;
use crate::store::tables::Versioned;

row! {
    /// A ticket as it stands after its last event. Nothing in it depends on the present.
    pub(crate) struct TicketRow in "ticket" key "number" {
        number: TicketNo,
        customer: CustomerId,
        contract: Option<ContractId>,
        /// The signing, amendment or renewal whose terms it lives under.
        terms: Option<EventId>,
        /// `vendor/plan` of those terms.
        plan: Option<String>,
        /// Where those terms put it in the work list; none where they do not say.
        plan_rank: Option<u32>,
        contact: Option<ContactId>,
        side: Side,
        opened: Instant,
        opened_by: String,
        /// Since when nothing is expected of anybody: resolved or ended.
        done: Option<Instant>,
        /// Closed, merged or void since.
        ended: Option<Instant>,
        state: State,
        priority: Option<String>,
        /// Of the priority in its terms; 1 is the highest.
        priority_rank: Option<u32>,
        channel: Option<String>,
        /// What it is about, in words of the plan.
        words: TicketWords,
        language: Option<String>,
        allowance: Option<String>,
        line: Option<String>,
        /// The place of the line in its terms, from 1.
        line_number: Option<u32>,
        assignee: Option<String>,
        /// Cut at 200 characters; the whole is in the prose of the opening.
        subject: String,
        responded: Option<Instant>,
        resolved: Option<Instant>,
        closed: Option<Instant>,
        closed_as: Option<ClosedAs>,
        merged_into: Option<TicketNo>,
        updated: Instant,
        follow_up: Option<Instant>,
        spoke_last: Side,
        eta: Option<Instant>,
        /// The event of the eta; its prose says to whom it was told.
        promised: Option<EventId>,
        /// Seconds booked.
        worked_seconds: i64,
        /// Seconds charged.
        charged: i64,
        courtesy: bool,
        refused: bool,
        /// The ground of its exemption.
        exempt: Option<String>,
        source: Option<String>,
        /// The last event folded in.
        last_event: EventId,
        /// The highest event on which the row rests: the last of its stream, or an adoption that moved it.
        known: EventId,
    }
}

/// A link to another ticket, from the side that made it.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) struct TicketLink {
    pub to: TicketNo,
    pub kind: String,
}

/// All that the tables keep of one ticket but the words.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Cached {
    pub ticket: TicketRow,
    /// In the order of their birth.
    pub clocks: Vec<ClockRow>,
    /// Sorted.
    pub tags: Vec<String>,
    /// Sorted.
    pub links: Vec<TicketLink>,
}

impl Cached {
    /// In what two differ, in the words of the tables: `state`, `clock 2 due`, `tags`.
    pub(crate) fn differences(&self, other: &Cached) -> Vec<String> {
        let mut found: Vec<String> = self
            .ticket
            .differences(&other.ticket)
            .into_iter()
            .map(str::to_owned)
            .collect();
        for (ours, theirs) in self.clocks.iter().zip(&other.clocks) {
            let columns = ours.differences(theirs).into_iter();
            found.extend(columns.map(|column| format!("clock {} {column}", ours.n)));
        }
        if self.clocks.len() != other.clocks.len() {
            found.push("clocks".to_owned());
        }
        if self.tags != other.tags {
            found.push("tags".to_owned());
        }
        if self.links != other.links {
            found.push("links".to_owned());
        }
        found
    }
}

impl TicketRow {
    /// What the column of that name holds.
    pub(crate) fn cell(&self, column: &str) -> Arg<'_> {
        self.value(column).unwrap_or(Arg::Null)
    }

    /// The word, code or text that a field of it holds.
    pub(crate) fn text_of(&self, field: &TicketField) -> Option<&str> {
        match self.value(field.key)? {
            Arg::Text(text) => Some(text),
            _ => None,
        }
    }

    /// The number, instant or flag that a field of it holds.
    pub(crate) fn number_of(&self, field: &TicketField) -> Option<i64> {
        match self.value(field.key)? {
            Arg::Whole(n) => Some(n),
            _ => None,
        }
    }
}

impl Versioned for TicketRow {
    fn known(&self) -> EventId {
        self.known
    }
}
