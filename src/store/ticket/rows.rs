//! What the tables keep of a folded ticket.

use super::clock::ClockRow;
use crate::core::model::{
    ClosedAs, ContactId, ContractId, CustomerId, EventId, Side, State, TicketField, TicketNo,
    TicketWords,
};
use crate::core::sla::Ticket;
use crate::core::terms::Terms;
use crate::core::time::Instant;
use crate::store::engine::Arg;
use crate::store::tables::Known;

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
pub(crate) struct Link {
    pub to: TicketNo,
    pub kind: String,
}

/// A folded ticket on its way into the tables.
#[derive(Clone, Copy, Debug)]
pub(crate) struct TicketSave<'a> {
    pub number: TicketNo,
    pub ticket: &'a Ticket,
    pub subject: &'a str,
    /// The terms it lives under, for its plan's name and the rank of its priorities.
    pub terms: Option<&'a Terms>,
    /// All that was written about it, for search; none when that has not changed.
    pub words: Option<&'a str>,
    /// The adoption that moved it last, where that came after its own last event.
    pub moved_by: Option<EventId>,
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
    pub links: Vec<Link>,
}

/// The highest event on which a ticket's rows rest: the last of its stream, or an adoption that
/// moved it since.
pub(crate) fn rests_on(ticket: &Ticket, moved_by: Option<EventId>) -> EventId {
    moved_by.map_or(ticket.last, |moved| moved.max(ticket.last))
}

/// A subject stands in an index, whose rows may not be long.
const LONGEST_SUBJECT: usize = 200;

impl TicketSave<'_> {
    /// The rows that follow.
    pub(crate) fn rows(&self) -> Cached {
        let ticket = self.row();
        let clocks = self
            .ticket
            .clocks
            .iter()
            .map(|clock| ClockRow::of(clock, self, &ticket))
            .collect();
        let mut tags = self.ticket.tags.clone();
        tags.sort();
        tags.dedup();
        let mut links: Vec<Link> = self
            .ticket
            .links
            .iter()
            .map(|(to, kind)| Link {
                to: *to,
                kind: kind.clone(),
            })
            .collect();
        links.sort();
        links.dedup();
        Cached {
            ticket,
            clocks,
            tags,
            links,
        }
    }

    /// The rank of a priority in the ticket's terms.
    pub(super) fn rank(&self, priority: &str) -> Option<u32> {
        let place = self.terms?.priority(priority)?;
        u32::try_from(place + 1).ok()
    }

    /// The place of a support line in the ticket's terms, from 1.
    fn line(&self, line: &str) -> Option<u32> {
        self.terms?.line_number(line)
    }

    fn row(&self) -> TicketRow {
        let t = self.ticket;
        let done = (!t.state.is_active()).then(|| t.ended.or(t.resolved).unwrap_or(t.updated));
        TicketRow {
            number: self.number,
            customer: t.customer,
            contract: t.contract,
            terms: t.terms,
            plan: self.terms.map(Terms::name),
            contact: t.contact,
            side: t.side,
            opened: t.opened,
            opened_by: t.opened_by.clone(),
            done,
            ended: t.ended,
            state: t.state,
            priority: t.priority.clone(),
            priority_rank: t.priority.as_deref().and_then(|p| self.rank(p)),
            channel: t.channel.clone(),
            words: t.words.clone(),
            language: t.language.clone(),
            allowance: t.allowance.clone(),
            line: t.line.clone(),
            line_number: t.line.as_deref().and_then(|line| self.line(line)),
            assignee: t.assignee.clone(),
            subject: self.subject.chars().take(LONGEST_SUBJECT).collect(),
            responded: t.responded,
            resolved: t.resolved,
            closed: t.closed,
            closed_as: t.closed_as,
            merged_into: t.merged_into,
            updated: t.updated,
            follow_up: t.follow_up,
            spoke_last: t.spoke_last,
            eta: t.eta.as_ref().map(|eta| eta.at),
            promised: t.eta.as_ref().map(|eta| eta.event),
            worked_seconds: t.worked,
            charged: t.charged,
            courtesy: t.courtesy,
            refused: !t.refused.is_empty(),
            exempt: t.exempt.as_ref().map(|exempt| exempt.ground.clone()),
            source: t.source.clone(),
            last_event: t.last,
            known: rests_on(t, self.moved_by),
        }
    }
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

impl Known for TicketRow {
    fn known(&self) -> EventId {
        self.known
    }
}
