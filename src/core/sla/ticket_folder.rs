//! A ticket going through its events, one at a time. Total: an event that means nothing where it
//! stands gets a remark; only commands refuse.

use super::contract_context::ContractContext;
use super::corrections::ReadBack;
use super::holders::Holder;
use super::milestone_state::MilestoneState;
use super::pauses::StandstillCause;
use super::remark::TicketRemark;
use super::renamed::RenamedEvents;
use super::ticket::Ticket;
use crate::core::model::{Event, EventId, Side};
use crate::core::terms::WhenUsedUp;
use crate::core::time::Instant;

/// The ticket so far and, when it lives under terms, its milestones.
pub(super) struct TicketFolder<'r> {
    pub ticket: Ticket,
    pub milestones: Vec<MilestoneState<'r>>,
    pub contract: Option<ContractContext<'r>>,
    /// Who held it so far, the opening's first.
    pub held: Vec<Holder>,
    pub lapses: Vec<LapsedAllowance>,
    pub read: ReadBack,
    pub renamed: RenamedEvents,
    /// Whether an act of the plan can be a word to the customer, which a withdrawal takes back.
    pub marks_answer: bool,
    /// Then, the words of the desk that answer.
    pub answers: Vec<(EventId, Instant)>,
    /// And who spoke when.
    pub spoken: Vec<(EventId, Side)>,
}

/// An allowance that is used up.
pub(super) struct LapsedAllowance {
    pub allowance: String,
    /// The event that says so.
    pub by: EventId,
    /// When the terms grant it anew.
    pub until: Option<Instant>,
}

impl<'r> TicketFolder<'r> {
    pub(super) fn new(
        ticket: Ticket,
        contract: Option<ContractContext<'r>>,
        read: ReadBack,
        renamed: RenamedEvents,
    ) -> TicketFolder<'r> {
        let terms = contract.as_ref().map(|contract| contract.terms);
        let milestones = terms.into_iter().flat_map(|terms| &terms.milestones);
        let held = vec![Holder {
            since: ticket.opened,
            by: ticket.assignee.clone(),
            line: ticket.line.clone(),
        }];
        TicketFolder {
            ticket,
            milestones: milestones.map(MilestoneState::new).collect(),
            contract,
            held,
            lapses: Vec::new(),
            read,
            renamed,
            marks_answer: terms.is_some_and(|terms| terms.acts.iter().any(|act| act.answers)),
            answers: Vec::new(),
            spoken: Vec::new(),
        }
    }

    /// Takes in one event; they come in order of (at, id).
    pub(super) fn take(&mut self, event: &Event) {
        self.pass(Some(event.at));
        let before = self.ticket.state;
        self.ticket_facts(event);
        self.kind_facts(event);
        self.clock_facts(event, before);
        self.each_pause(|milestone, why| milestone.pauses.stand_still(why, event.at));
        self.start_milestones(event);
        self.change_kinds(event);
        self.ticket.updated = self.ticket.updated.max(event.at);
        self.ticket.last = self.ticket.last.max(event.id);
    }

    /// Nothing more happened: what ends by itself from here on is known already.
    pub(super) fn end(&mut self) {
        self.pass(None);
    }

    /// Goes through the instants up to `to` at which allowances are granted anew.
    fn pass(&mut self, to: Option<Instant>) {
        loop {
            let next = self.lapses.iter().filter_map(|lapse| lapse.until).min();
            let Some(next) = next.filter(|next| to.is_none_or(|to| *next <= to)) else {
                return;
            };
            self.lapses.retain(|lapse| lapse.until != Some(next));
            self.each_pause(|milestone, why| milestone.pauses.stand_still_unasked(why, next));
        }
    }

    pub(super) fn remark(&mut self, event: &Event, remark: TicketRemark) {
        self.ticket.remarks.push((event.id, remark));
    }

    /// Tells each milestone why it stands still now, if it does.
    fn each_pause(
        &mut self,
        mut tell: impl FnMut(&mut MilestoneState<'r>, Option<StandstillCause>),
    ) {
        let Some(contract) = &self.contract else {
            return;
        };
        let state = self.ticket.state;
        for milestone in &mut self.milestones {
            let lapsed = self.lapses.iter().find(|lapse| {
                contract.terms.allowances.iter().any(|allowance| {
                    allowance.id == lapse.allowance
                        && matches!(&allowance.when_used_up,
                            WhenUsedUp::Lapses(milestones)
                                if milestones.contains(&milestone.definition.id))
                })
            });
            let why = match lapsed {
                Some(lapse) => Some(("lapsed", lapse.by)),
                None => {
                    let paused = milestone.definition.paused_by.contains(&state);
                    paused.then(|| (state.word(), self.ticket.state_by))
                }
            };
            tell(milestone, why);
        }
    }
}
