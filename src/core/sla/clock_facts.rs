//! What an event does to the ticket's milestones and their clocks.

use std::borrow::Cow;

use super::acts;
use super::clock::{Clock, ClockEnd};
use super::contract_context::ContractContext;
use super::cycle::{EndCause, PriorityShift};
use super::kinds::change_kind;
use super::marks::{Withdrawal, withdraw_mark};
use super::milestone_state::MilestoneState;
use super::remark::TicketRemark;
use super::reopening::reopen;
use super::reprioritise::reprioritise;
use super::ticket::{MarkedAct, Priorities};
use super::ticket_folder::{LapsedAllowance, TicketFolder};
use crate::core::model::{
    Absorbed, Agreed, ClosedAs, Event, Fact, Lapsed, MarkWithdrawn, Prioritised, State,
};
use crate::core::time::Instant;

impl TicketFolder<'_> {
    /// The state that the ticket was in before is that from which the event led.
    pub(super) fn clock_facts(&mut self, event: &Event, before: State) {
        let changed = self.ticket.state != before;
        match &event.fact {
            Fact::Prioritised(change) => self.prioritised(event, change),
            Fact::Agreed(agreed) => self.agreed(event, agreed),
            Fact::Absorbed(absorbed) => self.absorbed(event, absorbed),
            Fact::Lapsed(lapsed) => self.lapsed(event, lapsed),
            Fact::Restored(restored) => self.restore(&restored.allowance),
            Fact::Reopened(_) if changed => self.reopened(event),
            Fact::CustomerReplied(_) => {
                for milestone in &mut self.milestones {
                    milestone.words.push(event.at);
                }
            }
            Fact::MarkWithdrawn(withdrawn) => self.mark_withdrawn(event, withdrawn),
            Fact::Exempted(_) => {
                let clocks = &mut self.ticket.clocks;
                for milestone in &mut self.milestones {
                    let cause = EndCause::NothingOwed;
                    milestone.end_cycle(ClockEnd::Cancelled, cause, event, clocks);
                }
            }
            Fact::Resolved(_) | Fact::Closed(_) | Fact::Merged(_) | Fact::Waiting(_)
                if !changed && !self.ticket.state.is_waiting() => {}
            Fact::Escalated(_) if self.stays_on_its_line(event) => {}
            fact => {
                let terms = self.contract.as_ref().map(|contract| contract.terms);
                let acts = match is_undone_closing(fact) {
                    true => Cow::Borrowed(&[][..]),
                    false => acts::meets(fact, terms),
                };
                let clocks = &mut self.ticket.clocks;
                for milestone in &mut self.milestones {
                    for act in acts.iter() {
                        milestone.act(act, event, clocks);
                    }
                    apply_state(milestone, event, clocks);
                    milestone.end_for_good(&acts, event, clocks);
                }
            }
        }
    }

    /// Whether an escalation hands the ticket over to nobody.
    fn stays_on_its_line(&self, event: &Event) -> bool {
        let remarked = (event.id, TicketRemark::OnThatLine);
        self.ticket.remarks.contains(&remarked)
    }

    /// The place of the priority that the ticket has, among those of its terms.
    fn priority(&self) -> Option<usize> {
        let terms = self.contract.as_ref()?.terms;
        terms.priority(self.ticket.priority.as_deref()?)
    }

    /// A priority that the terms have not is held to another.
    pub(super) fn remark_priority(&mut self, event: &Event) {
        let terms = self.contract.as_ref().map(|contract| contract.terms);
        let Some((terms, place)) = terms.zip(self.priority()) else {
            return;
        };
        let held_to = terms.held_to(place);
        if held_to != place {
            let id = |place: usize| terms.priorities[place].id.clone();
            let (priority, instead) = (id(place), id(held_to));
            self.remark(
                event,
                TicketRemark::PriorityNotIncluded { priority, instead },
            );
        }
    }

    fn prioritised(&mut self, event: &Event, change: &Prioritised) {
        let from = self.priority();
        let replaced = self.read.replaced(event.id);
        let known = self.ticket.priorities.last().map(|last| &last.to);
        self.ticket.priorities.push(Priorities {
            at: event.at,
            from: replaced.or(known).cloned(),
            to: self.read.original(event.id).unwrap_or(&change.to).clone(),
            reason: change.reason.clone(),
            by: change.by,
            actor: event.actor.clone(),
            event: event.id,
            replaces: self.read.corrected_event(event.id),
        });
        let correcting = self.read.corrected_event(event.id).is_some();
        if !correcting {
            self.ticket.priority = Some(change.to.clone());
        }
        let to = self.priority();
        self.remark_priority(event);
        let step = PriorityShift { from, to };
        let said_since = self.read.since(event.id);
        let Some(contract) = &mut self.contract else {
            return;
        };
        if !correcting && step.from != step.to {
            contract.priority_known_since = Instant::MIN;
        }
        if let Some(since) = said_since {
            contract.priority_known_since = contract.priority_known_since.max(since);
        }
        let reason = change.reason.as_deref();
        let reason = reason.and_then(|code| contract.terms.change(code));
        let acts = acts::meets(&event.fact, None);
        let clocks = &mut self.ticket.clocks;
        for milestone in &mut self.milestones {
            for act in acts.iter() {
                milestone.act(act, event, clocks);
            }
            milestone.end_for_good(&acts, event, clocks);
            if correcting {
                continue;
            }
            if step.from != step.to {
                milestone.changed_after_end(step);
                reprioritise(milestone, event, step, reason, contract, clocks);
            }
            if let Some(since) = said_since {
                milestone.known_since(since, event.at, contract, clocks);
            }
        }
    }

    fn agreed(&mut self, event: &Event, agreed: &Agreed) {
        let priority = self.priority();
        let Some(contract) = &self.contract else {
            return self.remark(event, TicketRemark::NoTerms);
        };
        let clocks = &mut self.ticket.clocks;
        let mut milestones = self.milestones.iter_mut();
        let asked = |milestone: &&mut MilestoneState<'_>| {
            milestone.definition.id == agreed.milestone && milestone.is_pending()
        };
        let named = || agreed.milestone.clone();
        let Some(milestone) = milestones.find(asked) else {
            return self.remark(event, TicketRemark::NotPending { milestone: named() });
        };
        if milestone.is_breached(event.at, contract, clocks) {
            return self.remark(event, TicketRemark::AlreadyBreached { milestone: named() });
        }
        // from the clock's own start; where the plan promises nothing, from that of the cycle
        let from = match milestone.live {
            Some(place) => clocks[place].started,
            None => milestone.cycle.started,
        };
        let definition = milestone.definition;
        let times = (from, milestone.cycle.started);
        let limit = contract.agreed_limit(definition, priority, agreed.within, times, event);
        let Some(limit) = limit else {
            return self.remark(event, TicketRemark::NoHours);
        };
        match milestone.live {
            Some(place) => {
                let limits = &mut clocks[place].limits;
                limits.retain(|limit| limit.is_taken_over());
                limits.insert(0, limit);
            }
            None => milestone.start_clock(event, priority, vec![limit], contract, clocks),
        }
    }

    fn absorbed(&mut self, event: &Event, absorbed: &Absorbed) {
        if absorbed.limits.is_empty() {
            return;
        }
        let (priority, state) = (self.priority(), self.ticket.state);
        if self.ticket.exempt.is_some() {
            return self.remark(event, TicketRemark::AlreadyExempt);
        }
        if !state.is_active() {
            return self.remark(event, TicketRemark::AlreadyInState { state });
        }
        let Some(contract) = &self.contract else {
            return self.remark(event, TicketRemark::NoTerms);
        };
        let clocks = &mut self.ticket.clocks;
        for left in &absorbed.limits {
            let Some(limit) = contract.limit_taken_over(left, event) else {
                continue;
            };
            let priority = priority.or_else(|| contract.terms.priority(&left.priority));
            let mut milestones = self.milestones.iter_mut();
            match milestones.find(|milestone| milestone.definition.id == left.milestone) {
                None => self.ticket.remarks.push((
                    event.id,
                    TicketRemark::UnknownMilestone {
                        milestone: left.milestone.clone(),
                    },
                )),
                Some(milestone) => match (milestone.is_pending(), milestone.live) {
                    (true, Some(place)) => clocks[place].limits.push(limit),
                    (true, None) => {
                        milestone.start_clock(event, priority, vec![limit], contract, clocks);
                    }
                    (false, _) => {
                        milestone.start_cycle_under(event, priority, vec![limit], contract, clocks);
                    }
                },
            }
        }
    }

    fn reopened(&mut self, event: &Event) {
        let priority = self.priority();
        let exempt = self.ticket.exempt.is_some();
        let Some(contract) = self.contract.as_ref().filter(|_| !exempt) else {
            return;
        };
        for milestone in &mut self.milestones {
            reopen(
                milestone,
                event,
                priority,
                contract,
                &mut self.ticket.clocks,
            );
        }
    }

    fn mark_withdrawn(&mut self, event: &Event, withdrawn: &MarkWithdrawn) {
        let is_this = |mark: &&MarkedAct| mark.withdrawn == Some(event.id);
        if self.ticket.marks.iter().find(is_this).is_none() {
            return;
        }
        let exempt = self.ticket.exempt.is_some();
        let withdrawal = Withdrawal {
            mark: withdrawn.event,
            event,
            priority: self.priority(),
            owed: self.ticket.state.is_active() && !exempt,
        };
        let Some(contract) = &self.contract else {
            return;
        };
        let clocks = &mut self.ticket.clocks;
        for milestone in &mut self.milestones {
            withdraw_mark(milestone, &withdrawal, contract, clocks);
        }
    }

    fn lapsed(&mut self, event: &Event, lapsed: &Lapsed) {
        self.restore(&lapsed.allowance);
        let still = |until: Instant| until > event.at;
        if lapsed.until.is_none_or(still) {
            self.lapses.push(LapsedAllowance {
                allowance: lapsed.allowance.clone(),
                by: event.id,
                until: lapsed.until,
            });
        }
    }

    fn restore(&mut self, allowance: &str) {
        self.lapses.retain(|lapse| lapse.allowance != allowance);
    }

    /// Takes in what kinds look at.
    pub(super) fn kind_facts(&mut self, event: &Event) {
        let channel = match &event.fact {
            Fact::Opened(opened) => opened.channel.as_ref(),
            Fact::CustomerReplied(replied) => replied.channel.as_ref(),
            _ => None,
        };
        if let Some(contract) = &mut self.contract {
            let said = contract.words_known_since;
            let said = said.and_then(|_| self.renamed.said(event));
            contract.learn(&self.ticket, channel, said.as_ref(), event.at);
        }
    }

    /// Gives every milestone that is not reached the target of what the ticket names now.
    pub(super) fn change_kinds(&mut self, event: &Event) {
        let priority = self.priority();
        let kinds = |contract: &&ContractContext<'_>| !contract.terms.kinds.is_empty();
        let Some(contract) = self.contract.as_ref().filter(kinds) else {
            return;
        };
        for milestone in &mut self.milestones {
            change_kind(
                milestone,
                event,
                priority,
                contract,
                &mut self.ticket.clocks,
            );
        }
    }

    /// Begins the cycles that the event starts.
    pub(super) fn start_milestones(&mut self, event: &Event) {
        let priority = self.priority();
        let Some(contract) = &self.contract else {
            return;
        };
        let starts = acts::starts(&event.fact, contract.terms);
        let state = self.ticket.state;
        let owed = match &event.fact {
            Fact::Resolved(_) => true,
            Fact::ActMarked(_) => !state.is_final(),
            Fact::Escalated(_) => state.is_active() && !self.stays_on_its_line(event),
            _ => state.is_active(),
        };
        if !owed || self.ticket.exempt.is_some() {
            return;
        }
        let clocks = &mut self.ticket.clocks;
        for milestone in &mut self.milestones {
            let named = &milestone.definition.starts;
            let begins = starts.iter().any(|start| named.contains(start));
            if begins && !milestone.is_pending() && !milestone.for_good.is_done() {
                milestone.start_cycle(event, priority, contract, clocks);
            }
        }
    }
}

/// Whether a fact closes a ticket that is not done: no milestone is met by such a closing.
fn is_undone_closing(fact: &Fact) -> bool {
    matches!(fact, Fact::Closed(closed) if closed.r#as != ClosedAs::Done)
}

/// What waiting, resolving, closing and merging do besides the acts they are: all but merging meet
/// an open response, closing as done meets an open resolution, and after a close nothing is owed.
fn apply_state(milestone: &mut MilestoneState<'_>, event: &Event, clocks: &mut [Clock]) {
    match &event.fact {
        Fact::Waiting(_) | Fact::Resolved(_) if milestone.definition.is_response() => {
            milestone.reach(EndCause::Reached(None), event, clocks);
        }
        Fact::Closed(closed) => {
            let done = closed.r#as == ClosedAs::Done;
            let (cancelled, met) = match done {
                true => (EndCause::Closing(closed.r#as), EndCause::Reached(None)),
                false => (
                    EndCause::Closing(closed.r#as),
                    EndCause::Closing(closed.r#as),
                ),
            };
            let definition = milestone.definition;
            if definition.is_response() || done && definition.is_resolution() {
                milestone.reach(met, event, clocks);
            }
            milestone.end_cycle(ClockEnd::Cancelled, cancelled, event, clocks);
        }
        Fact::Merged(_) => {
            milestone.end_cycle(ClockEnd::Replaced, EndCause::NothingOwed, event, clocks);
        }
        _ => {}
    }
}
