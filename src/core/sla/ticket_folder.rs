//! A ticket going through its events, one at a time. Total: an event that means nothing where it
//! stands gets a remark; only commands refuse.

use super::acts;
use super::clock::{Fate, Limit};
use super::holders::Holder;
use super::milestone_state::{ContractContext, MilestoneState, Why};
use super::readback::ReadBack;
use super::remark::Remark;
use super::reprioritise::{Change, reprioritise};
use super::ticket::{Entered, Estimate, Exemption, Priorities, Ticket};
use crate::core::model::{
    Absorbed, Agreed, ClosedAs, Edited, Event, EventId, Fact, Opened, Prioritised, Side, State,
    TicketWord,
};
use crate::core::terms::OnReopen::{Continue, Keep, NewCycle};
use crate::core::terms::{Act, WhenUsedUp};
use crate::core::time::Instant;
use crate::core::time::Span;

/// The ticket so far and, when it lives under terms, its milestones.
pub(super) struct TicketFolder<'r> {
    pub ticket: Ticket,
    pub tracks: Vec<MilestoneState<'r>>,
    pub ground: Option<ContractContext<'r>>,
    /// Who held it so far, the opening's first.
    pub held: Vec<Holder>,
    lapsed: Vec<Lapse>,
    read: ReadBack,
}

/// An allowance that is used up.
struct Lapse {
    allowance: String,
    /// The event that says so.
    by: EventId,
    /// When the terms grant it anew.
    until: Option<Instant>,
}

impl<'r> TicketFolder<'r> {
    pub(super) fn new(
        ticket: Ticket,
        ground: Option<ContractContext<'r>>,
        read: ReadBack,
    ) -> TicketFolder<'r> {
        let tracks = ground
            .as_ref()
            .map(|ground| {
                ground
                    .terms
                    .milestones
                    .iter()
                    .map(MilestoneState::new)
                    .collect()
            })
            .unwrap_or_default();
        let held = vec![Holder {
            since: ticket.opened,
            by: ticket.assignee.clone(),
            line: ticket.line.clone(),
        }];
        TicketFolder {
            ticket,
            tracks,
            ground,
            held,
            lapsed: Vec::new(),
            read,
        }
    }

    /// Takes in one event; they come in order of (at, id).
    pub(super) fn take(&mut self, event: &Event) {
        self.pass(Some(event.at));
        let before = self.ticket.state;
        self.ticket_facts(event);
        self.clock_facts(event, before);
        self.each_pause(|track, why| track.stand_still(why, event.at));
        self.start_milestones(event);
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
            let next = self.lapsed.iter().filter_map(|lapse| lapse.until).min();
            let Some(next) = next.filter(|next| to.is_none_or(|to| *next <= to)) else {
                return;
            };
            self.lapsed.retain(|lapse| lapse.until != Some(next));
            self.each_pause(|track, why| track.stand_still_unasked(why, next));
        }
    }

    fn remark(&mut self, event: &Event, remark: Remark) {
        self.ticket.remarks.push((event.id, remark));
    }

    fn ticket_facts(&mut self, event: &Event) {
        match &event.fact {
            Fact::Opened(opened) => self.opened(event, opened),
            Fact::Replied(_) => {
                self.responded(event);
                self.ticket.spoke_last = Side::Desk;
            }
            Fact::Acknowledged(_) => self.responded(event),
            Fact::CustomerReplied(_) => {
                self.ticket.spoke_last = Side::Customer;
                if self.ticket.state == State::WaitingCustomer {
                    self.enter(event, State::Open);
                }
            }
            Fact::Waiting(waiting) if self.expects_work(event) => {
                self.responded(event);
                self.ticket.spoke_last = Side::Desk;
                self.enter(event, waiting.on.into());
                self.ticket.follow_up = waiting.until;
            }
            Fact::Resumed(_) if self.ticket.state.is_waiting() => self.enter(event, State::Open),
            Fact::Resumed(_) => self.remark(event, Remark::NotWaiting),
            Fact::Assigned(assigned) => {
                self.ticket.assignee.clone_from(&assigned.to);
                self.handed_over(event);
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
                self.remark(event, Remark::AlreadyExempt);
            }
            Fact::Exempted(exempted) => {
                self.ticket.exempt = Some(Exemption {
                    ground: exempted.ground.clone(),
                    event: event.id,
                });
            }
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
        if let Some(priority) = &opened.priority {
            self.ticket.priorities.push(Priorities {
                at: event.at,
                from: None,
                to: self.read.original(event.id).unwrap_or(priority).clone(),
                reason: None,
                by: opened.side,
                actor: event.actor.clone(),
                event: event.id,
            });
        }
    }

    fn responded(&mut self, event: &Event) {
        self.ticket.responded.get_or_insert(event.at);
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
            self.remark(event, Remark::AlreadyInState { state });
        }
        active
    }

    fn ends_and_returns(&mut self, event: &Event) {
        let state = self.ticket.state;
        match &event.fact {
            Fact::Resolved(_) if state.is_active() => {
                self.responded(event);
                self.ticket.resolved = Some(event.at);
                self.ticket.spoke_last = Side::Desk;
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
                self.responded(event);
                self.ticket.merged_into = Some(merged.into);
                self.enter(event, State::Merged);
            }
            Fact::Reopened(_) if matches!(state, State::Resolved | State::Closed) => {
                self.ticket.resolved = None;
                self.ticket.closed = None;
                self.ticket.closed_as = None;
                self.enter(event, State::Open);
            }
            _ => self.remark(event, Remark::AlreadyInState { state }),
        }
    }

    fn edited(&mut self, edited: &Edited) {
        let ticket = &mut self.ticket;
        ticket.words.take_over(&edited.words);
        if edited.language.is_some() {
            ticket.language.clone_from(&edited.language);
        }
        if edited.words.get(TicketWord::Topic).is_some() {
            ticket.allowance.clone_from(&edited.allowance);
        }
        ticket.contact = edited.contact.or(ticket.contact);
    }

    fn clock_facts(&mut self, event: &Event, before: State) {
        let changed = self.ticket.state != before;
        match &event.fact {
            Fact::Prioritised(change) => self.prioritised(event, change),
            Fact::Agreed(agreed) => self.agreed(event, agreed),
            Fact::Absorbed(absorbed) => self.absorbed(event, absorbed),
            Fact::Lapsed(lapsed) => {
                self.restore(&lapsed.allowance);
                let until = lapsed.until.filter(|until| *until > event.at);
                if until.is_some() || lapsed.until.is_none() {
                    self.lapsed.push(Lapse {
                        allowance: lapsed.allowance.clone(),
                        by: event.id,
                        until,
                    });
                }
            }
            Fact::Restored(restored) => self.restore(&restored.allowance),
            Fact::Reopened(_) if changed => self.reopened(event, before),
            Fact::Exempted(_) => {
                for track in &mut self.tracks {
                    track.conclude(Fate::Cancelled, event, &mut self.ticket.clocks);
                }
            }
            Fact::Resolved(_) | Fact::Closed(_) | Fact::Merged(_) | Fact::Waiting(_)
                if !changed && !self.ticket.state.is_waiting() => {}
            fact => {
                let clocks = &mut self.ticket.clocks;
                for track in &mut self.tracks {
                    for act in acts::meets(fact) {
                        let closing_undone = *act == Act::Closed && !is_done(fact);
                        if !closing_undone {
                            track.act(*act, event, clocks);
                        }
                    }
                    settle(track, event, clocks);
                }
            }
        }
    }

    fn prioritised(&mut self, event: &Event, change: &Prioritised) {
        let from = self.ticket.priority.clone();
        let replaced = change.replaces.and_then(|id| self.read.original(id));
        let known = self.ticket.priorities.last().map(|last| &last.to);
        self.ticket.priorities.push(Priorities {
            at: event.at,
            from: replaced.or(known).cloned(),
            to: self.read.original(event.id).unwrap_or(&change.to).clone(),
            reason: change.reason.clone(),
            by: change.by,
            actor: event.actor.clone(),
            event: event.id,
        });
        let correcting = self.read.is_correction(event.id);
        if !correcting {
            self.ticket.priority = Some(change.to.clone());
        }
        let Some(ground) = &self.ground else {
            return;
        };
        let reason = change
            .reason
            .as_ref()
            .and_then(|code| ground.terms.changes.iter().find(|c| c.id == *code));
        let step = Change {
            from: from.as_deref().and_then(|p| ground.terms.priority(p)),
            to: ground.terms.priority(&change.to),
        };
        let clocks = &mut self.ticket.clocks;
        for track in &mut self.tracks {
            for act in acts::meets(&event.fact) {
                track.act(*act, event, clocks);
            }
            if !correcting && step.from != step.to {
                reprioritise(track, event, step, reason, ground, clocks);
            }
        }
    }

    fn agreed(&mut self, event: &Event, agreed: &Agreed) {
        let Some(ground) = &self.ground else {
            return self.remark(event, Remark::NoTerms);
        };
        let priority = self.ticket.priority.as_deref();
        let priority = priority.and_then(|p| ground.terms.priority(p));
        let clocks = &mut self.ticket.clocks;
        let track = self
            .tracks
            .iter_mut()
            .find(|track| track.milestone.id == agreed.milestone && track.is_pending());
        let Some(track) = track else {
            return self.remark(
                event,
                Remark::NotPending {
                    milestone: agreed.milestone.clone(),
                },
            );
        };
        if track.is_breached(event.at, ground, clocks) {
            return self.remark(
                event,
                Remark::AlreadyBreached {
                    milestone: agreed.milestone.clone(),
                },
            );
        }
        let Some(limit) = track.agreed_limit(priority, agreed.within, event, ground, clocks) else {
            return self.remark(event, Remark::NoHours);
        };
        match track.live {
            Some(place) => clocks[place].limits = vec![limit],
            None => track.start_clock(event, priority, vec![limit], ground, clocks),
        }
    }

    fn absorbed(&mut self, event: &Event, absorbed: &Absorbed) {
        let Some(ground) = &self.ground else {
            return;
        };
        let priority = self.ticket.priority.as_deref();
        let priority = priority.and_then(|p| ground.terms.priority(p));
        let clocks = &mut self.ticket.clocks;
        for left in &absorbed.limits {
            // what was left then, so that later pauses move it as any other limit
            let calendar = ground.rules.calendar(left.terms, &left.calendar);
            let calendar = calendar.map(|versions| versions.at(event.at));
            let rest = calendar.map_or(0, |calendar| calendar.elapsed(event.at, left.due));
            let limit = Limit {
                from: event.at,
                within: Span::Time(rest),
                terms: left.terms,
                calendar: left.calendar.clone(),
                clause: None,
                by: event.id,
                effective_from: event.at.max(ground.floor),
                due: None,
            };
            let track = self
                .tracks
                .iter_mut()
                .find(|track| track.milestone.id == left.milestone && track.is_pending());
            match track {
                Some(track) => match track.live {
                    Some(place) => clocks[place].limits.push(limit),
                    None => {
                        let theirs = || ground.terms.priority(&left.priority);
                        let priority = priority.or_else(theirs);
                        track.start_clock(event, priority, vec![limit], ground, clocks);
                    }
                },
                None => self.ticket.remarks.push((
                    event.id,
                    Remark::ReachedHere {
                        milestone: left.milestone.clone(),
                    },
                )),
            }
        }
    }

    fn reopened(&mut self, event: &Event, before: State) {
        let Some(ground) = self
            .ground
            .as_ref()
            .filter(|_| self.ticket.exempt.is_none())
        else {
            return;
        };
        let priority = self.ticket.priority.as_deref();
        let priority = priority.and_then(|p| ground.terms.priority(p));
        let clocks = &mut self.ticket.clocks;
        for track in &mut self.tracks {
            if track.cycle == 0 || track.is_pending() {
                continue;
            }
            match track.milestone.on_reopen {
                Continue if before == State::Resolved => track.go_on(event, clocks),
                Continue | NewCycle => track.start_cycle(event, priority, ground, clocks),
                Keep => {}
            }
        }
    }

    fn restore(&mut self, allowance: &str) {
        self.lapsed.retain(|lapse| lapse.allowance != allowance);
    }

    /// Tells each milestone why it stands still now, if it does.
    fn each_pause(&mut self, mut tell: impl FnMut(&mut MilestoneState<'r>, Option<Why>)) {
        let Some(ground) = &self.ground else {
            return;
        };
        let state = self.ticket.state;
        for track in &mut self.tracks {
            let lapsed = self.lapsed.iter().find(|lapse| {
                ground.terms.allowances.iter().any(|allowance| {
                    allowance.id == lapse.allowance
                        && matches!(&allowance.when_used_up,
                            WhenUsedUp::Lapses(milestones)
                                if milestones.contains(&track.milestone.id))
                })
            });
            let why = match lapsed {
                Some(lapse) => Some(("lapsed", lapse.by)),
                None => {
                    let paused = track.milestone.paused_by.contains(&state);
                    paused.then(|| (state.word(), self.ticket.state_by))
                }
            };
            tell(track, why);
        }
    }

    fn start_milestones(&mut self, event: &Event) {
        let Some(ground) = &self.ground else {
            return;
        };
        let starts = acts::starts(&event.fact);
        let owed = self.ticket.state.is_active() || matches!(event.fact, Fact::Resolved(_));
        if !owed || self.ticket.exempt.is_some() {
            return;
        }
        let priority = self.ticket.priority.as_deref();
        let priority = priority.and_then(|p| ground.terms.priority(p));
        let clocks = &mut self.ticket.clocks;
        for track in &mut self.tracks {
            let begins = starts.iter().any(|s| track.milestone.starts.contains(s));
            if begins && !track.is_pending() {
                track.start_cycle(event, priority, ground, clocks);
            }
        }
    }
}

fn is_done(fact: &Fact) -> bool {
    matches!(fact, Fact::Closed(closed) if closed.r#as == ClosedAs::Done)
}

/// What waiting, resolving, closing and merging do besides the acts they are: all meet an open
/// response, closing as done meets an open resolution, and after a close nothing is owed.
fn settle(track: &mut MilestoneState<'_>, event: &Event, clocks: &mut [super::Clock]) {
    let responds = matches!(
        event.fact,
        Fact::Waiting(_) | Fact::Resolved(_) | Fact::Closed(_) | Fact::Merged(_)
    );
    if responds && track.milestone.is_response() {
        track.reach(event, clocks);
    }
    match &event.fact {
        Fact::Closed(_) if is_done(&event.fact) && track.milestone.is_resolution() => {
            track.reach(event, clocks);
        }
        Fact::Closed(_) => track.conclude(Fate::Cancelled, event, clocks),
        Fact::Merged(_) => track.conclude(Fate::Replaced, event, clocks),
        _ => {}
    }
}
