//! What an event says of the ticket itself: its state, whose it is, what was said and worked.

use super::holders::Holder;
use super::remark::TicketRemark;
use super::ticket::{Entered, Estimate, Exemption, MarkedAct, Priorities};
use super::ticket_folder::TicketFolder;
use crate::core::model::{
    ActMarked, ClosedAs, Edited, Event, EventId, Fact, MarkWithdrawn, Opened, Side, State,
    TicketWord,
};

impl TicketFolder<'_> {
    pub(super) fn ticket_facts(&mut self, event: &Event) {
        match &event.fact {
            Fact::Opened(opened) => self.opened(event, opened),
            Fact::Replied(_) => {
                self.responded(event);
                self.spoke(event, Side::Desk);
            }
            Fact::Acknowledged(_) => self.responded(event),
            Fact::CustomerReplied(replied) => {
                self.spoke(event, Side::Customer);
                if let Some(kind) = &replied.asks {
                    self.ticket.asked.received(kind);
                }
                if self.ticket.state == State::WaitingCustomer {
                    self.enter(event, State::Open);
                }
            }
            Fact::Waiting(waiting) if self.expects_work(event) => {
                self.responded(event);
                self.spoke(event, Side::Desk);
                self.enter(event, waiting.on.into());
                self.ticket.follow_up = waiting.until;
            }
            Fact::Resumed(_) if self.ticket.state.is_waiting() => self.enter(event, State::Open),
            Fact::Resumed(_) => self.remark(event, TicketRemark::NotWaiting),
            Fact::Assigned(assigned) => {
                self.ticket.assignee.clone_from(&assigned.to);
                self.handed_over(event);
            }
            Fact::Escalated(escalated) if self.ticket.is_on(&escalated.line) => {
                self.remark(event, TicketRemark::OnThatLine);
            }
            Fact::Escalated(escalated) => {
                self.ticket.line = Some(escalated.line.clone());
                self.handed_over(event);
            }
            Fact::Promised(promised) => {
                self.ticket.eta = Some(Estimate {
                    at: promised.eta,
                    event: event.id,
                });
            }
            Fact::Worked(worked) => {
                self.ticket.worked += worked.spent;
                self.ticket.charged += worked.charged;
            }
            Fact::Exempted(_) if self.ticket.exempt.is_some() => {
                self.remark(event, TicketRemark::AlreadyExempt);
            }
            Fact::Exempted(exempted) => {
                self.ticket.exempt = Some(Exemption {
                    ground: exempted.ground.clone(),
                    event: event.id,
                });
            }
            Fact::ActMarked(marked) => self.marked(event, marked),
            Fact::MarkWithdrawn(withdrawn) => self.mark_taken_back(event, withdrawn),
            Fact::Caused(caused) => {
                self.ticket
                    .causes
                    .push((caused.milestone.clone(), caused.code.clone(), event.id))
            }
            Fact::Resolved(_) | Fact::Reopened(_) | Fact::Closed(_) | Fact::Merged(_) => {
                self.ends_and_returns(event);
            }
            Fact::Edited(edited) => self.edited(edited),
            Fact::Moved(moved) => {
                self.ticket.customer = moved.customer;
                self.ticket.contract = moved.contract;
            }
            Fact::Entitled(entitled) => {
                self.ticket.contract = Some(entitled.contract);
                self.ticket.allowance.clone_from(&entitled.allowance);
                self.ticket.courtesy = false;
                self.ticket.refused.clear();
            }
            Fact::Tagged(tagged) => {
                self.ticket.tags.retain(|tag| !tagged.drop.contains(tag));
                for tag in &tagged.add {
                    if !self.ticket.tags.contains(tag) {
                        self.ticket.tags.push(tag.clone());
                    }
                }
            }
            Fact::Linked(link) => self.ticket.links.push((link.to, link.kind.clone())),
            Fact::Unlinked(link) => self
                .ticket
                .links
                .retain(|(to, kind)| *to != link.to || *kind != link.kind),
            _ => {}
        }
    }

    fn opened(&mut self, event: &Event, opened: &Opened) {
        self.remark_priority(event);
        if let (Some(contract), Some(since)) = (&mut self.contract, self.read.since(event.id)) {
            contract.priority_known_since = since;
        }
        if let Some(kind) = &opened.asks {
            self.ticket.asked.stands(kind);
        }
        if let Some(priority) = &opened.priority {
            self.ticket.priorities.push(Priorities {
                at: event.at,
                from: None,
                to: self.read.original(event.id).unwrap_or(priority).clone(),
                reason: None,
                by: opened.side,
                actor: event.actor.clone(),
                event: event.id,
                replaces: None,
            });
        }
    }

    fn marked(&mut self, event: &Event, marked: &ActMarked) {
        let terms = self.contract.as_ref().map(|contract| contract.terms);
        let known = terms.map(|terms| terms.act(&marked.act));
        let answers = known.flatten().is_some_and(|act| act.answers);
        self.ticket.marks.push(MarkedAct {
            act: marked.act.clone(),
            at: event.at,
            event: event.id,
            answers,
            withdrawn: None,
        });
        if answers {
            self.responded(event);
            self.spoke(event, Side::Desk);
        }
        if known == Some(None) {
            let act = marked.act.clone();
            self.remark(event, TicketRemark::UnknownAct { act });
        }
    }

    fn mark_taken_back(&mut self, event: &Event, withdrawn: &MarkWithdrawn) {
        let mut marks = self.ticket.marks.iter_mut();
        let is_this =
            |mark: &&mut MarkedAct| mark.event == withdrawn.event && mark.act == withdrawn.act;
        match marks.find(is_this).filter(|mark| mark.withdrawn.is_none()) {
            Some(mark) => {
                mark.withdrawn = Some(event.id);
                self.answers_without(withdrawn.event);
            }
            None => {
                let act = withdrawn.act.clone();
                self.remark(event, TicketRemark::NotMarked { act });
            }
        }
    }

    fn responded(&mut self, event: &Event) {
        self.ticket.responded.get_or_insert(event.at);
        if self.marks_answer {
            self.answers.push((event.id, event.at));
        }
    }

    fn spoke(&mut self, event: &Event, side: Side) {
        self.ticket.spoke_last = side;
        if self.marks_answer {
            self.spoken.push((event.id, side));
        }
    }

    /// What was marked was no word to the customer after all.
    fn answers_without(&mut self, mark: EventId) {
        if self.marks_answer {
            self.answers.retain(|(event, _)| *event != mark);
            self.spoken.retain(|(event, _)| *event != mark);
            self.ticket.responded = self.answers.first().map(|(_, at)| *at);
            let last = self.spoken.last().map(|(_, side)| *side);
            self.ticket.spoke_last = last.unwrap_or(Side::Customer);
        }
    }

    fn handed_over(&mut self, event: &Event) {
        self.held.push(Holder {
            since: event.at,
            by: self.ticket.assignee.clone(),
            line: self.ticket.line.clone(),
        });
    }

    fn enter(&mut self, event: &Event, state: State) {
        self.ticket.state = state;
        self.ticket.state_by = event.id;
        self.ticket.states.push(Entered {
            at: event.at,
            state,
            event: event.id,
        });
        self.ticket.follow_up = None;
        self.ticket.ended = state.is_final().then_some(event.at);
    }

    /// Waiting makes sense only while there is something left to do.
    fn expects_work(&mut self, event: &Event) -> bool {
        let active = self.ticket.state.is_active();
        if !active {
            let state = self.ticket.state;
            self.remark(event, TicketRemark::AlreadyInState { state });
        }
        active
    }

    fn ends_and_returns(&mut self, event: &Event) {
        let state = self.ticket.state;
        match &event.fact {
            Fact::Resolved(_) if state.is_active() => {
                self.responded(event);
                self.ticket.resolved = Some(event.at);
                self.spoke(event, Side::Desk);
                self.enter(event, State::Resolved);
            }
            Fact::Closed(closed) if !state.is_final() => {
                self.responded(event);
                self.ticket.closed = Some(event.at);
                self.ticket.closed_as = Some(closed.r#as);
                if closed.r#as == ClosedAs::Done {
                    self.ticket.resolved.get_or_insert(event.at);
                }
                self.enter(event, State::Closed);
            }
            Fact::Merged(merged) if state.is_active() => {
                self.ticket.merged_into = Some(merged.into);
                self.enter(event, State::Merged);
            }
            Fact::Reopened(_) if matches!(state, State::Resolved | State::Closed) => {
                self.ticket.resolved = None;
                self.ticket.closed = None;
                self.ticket.closed_as = None;
                self.enter(event, State::Open);
            }
            _ => self.remark(event, TicketRemark::AlreadyInState { state }),
        }
    }

    fn edited(&mut self, edited: &Edited) {
        let ticket = &mut self.ticket;
        ticket.words.take_over(&edited.words);
        if edited.language.is_some() {
            ticket.language.clone_from(&edited.language);
        }
        if let Some(kind) = &edited.asks {
            ticket.asked.stands(kind);
        }
        if edited.words.get(TicketWord::Topic).is_some() {
            ticket.allowance.clone_from(&edited.allowance);
        }
        ticket.contact = edited.contact.or(ticket.contact);
    }
}
