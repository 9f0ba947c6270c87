//! The rows that follow from a folded ticket.

use super::clock::ClockRow;
use super::rows::{Cached, TicketLink, TicketRow};
use crate::core::model::{EventId, Imports, Side, State, TicketNo};
use crate::core::sla::{Clock, Ticket};
use crate::core::terms::Terms;

/// A folded ticket on its way into the tables.
#[derive(Clone, Copy, Debug)]
pub(crate) struct TicketSave<'a> {
    pub number: TicketNo,
    pub ticket: &'a Ticket,
    pub subject: &'a str,
    /// The terms it lives under, for its plan's name and the rank of its priorities.
    pub terms: Option<&'a Terms>,
    /// All that was written about it, for search; none when that has not changed.
    pub texts: Option<&'a [String]>,
    /// The adoption that moved it last, where that came after its own last event.
    pub moved_by: Option<EventId>,
    pub imports: &'a Imports,
}

/// The highest event on which a ticket's rows rest: the last of its stream, or an adoption that
/// moved it since.
pub(crate) fn rests_on(ticket: &Ticket, moved_by: Option<EventId>) -> EventId {
    moved_by.map_or(ticket.last, |moved| moved.max(ticket.last))
}

/// A subject stands in an index, whose rows may not be long.
pub(crate) const LONGEST_SUBJECT: usize = 200;

impl TicketSave<'_> {
    /// The rows that follow.
    pub(crate) fn rows(&self) -> Cached {
        let ticket = self.row();
        let clocks = self
            .ticket
            .clocks
            .iter()
            .map(|clock| self.clock(clock, &ticket))
            .collect();
        let mut tags = self.ticket.tags.clone();
        tags.sort();
        tags.dedup();
        let mut links: Vec<TicketLink> = self
            .ticket
            .links
            .iter()
            .map(|(to, kind)| TicketLink {
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
    fn rank(&self, priority: &str) -> Option<u32> {
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
            plan_rank: self.terms.and_then(|terms| terms.rank),
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
            // the same row of a file may come in again
            source: t.source.clone().filter(|_| t.state != State::Void),
            last_event: t.last,
            known: rests_on(t, self.moved_by),
        }
    }

    fn clock(&self, clock: &Clock, ticket: &TicketRow) -> ClockRow {
        let lives = clock.ended.is_none();
        let limit = clock.limits.get(clock.governing);
        let cause = self
            .ticket
            .causes
            .iter()
            .rev()
            .find(|(milestone, ..)| *milestone == clock.milestone);
        let mut taken_back = self.ticket.corrected.iter();
        let corrected = taken_back.find(|corrected| corrected.clock == clock.n);
        let holder = clock.holder();
        let line = holder.and_then(|holder| holder.line.as_deref());
        ClockRow {
            ticket: self.number,
            n: clock.n,
            milestone: clock.milestone.clone(),
            cycle: clock.cycle,
            priority: clock.priority.clone(),
            rank: self.rank(&clock.priority),
            customer: ticket.customer,
            contract: ticket.contract,
            started: clock.started,
            due: clock.due,
            breach: clock.breach,
            at_risk: clock.at_risk,
            paused: clock.paused.map(|paused| paused.since),
            resumes: clock.paused.and_then(|paused| paused.until),
            ended: clock.ended,
            fate: clock.fate,
            decided: clock.decided,
            elapsed_at_end: clock.elapsed_at_end,
            late_entry: clock.rests_on_late_entry(),
            imported: clock.is_imported(self.imports, self.ticket.source.as_deref()),
            moved_later: clock.moved_later,
            corrected_at: corrected.map(|corrected| corrected.at),
            held_by: holder.and_then(|holder| holder.by.clone()),
            held_line: line.and_then(|line| self.terms?.line_number(line)),
            kind: clock.kind().map(str::to_owned),
            audience: Side::Customer,
            target: limit.map(|limit| limit.within.to_string()),
            clause: limit.and_then(|limit| limit.clause.clone()),
            cause: cause.and_then(|(_, code, _)| code.clone()),
            caused: cause.map(|(.., event)| *event),
            contact: ticket.contact.filter(|_| lives),
            assignee: ticket.assignee.clone().filter(|_| lives),
            subject: lives.then(|| ticket.subject.clone()),
            plan_rank: ticket.plan_rank.filter(|_| lives),
            known: ticket.known,
        }
    }
}
