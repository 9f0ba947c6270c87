//! A ticket gone through event by event, as a person with the contract beside them would.

use std::collections::BTreeMap;

use sladesk::core::model::{ClosedAs, Event, EventId, Fact, Prioritised, Side, State};
use sladesk::core::sla::ClockEnd;
use sladesk::core::terms::{
    Milestone, MilestoneAct, OnReopen, ReopenWithin, Start, Terms, WhenUsedUp,
};
use sladesk::core::time::{Instant, Span};

use super::Page;
use super::events::{read_back, that_stand};
use super::holders::HolderHistory;
use super::kinds::{Counted, Told, renamed};
use super::marks::Said;
use super::promises::Clock;
use super::walk::{NaivePause, NaivePauses, unbroken_since};
use crate::world::World;

/// How far a milestone has come.
#[derive(Clone, Debug, PartialEq)]
pub enum Stage {
    NotBegun,
    Pending { live: Option<usize> },
    Ended(Ended),
}

/// The end of a cycle.
#[derive(Clone, Debug, PartialEq)]
pub struct Ended {
    pub at: Instant,
    /// How many events of the history had happened, that one included.
    pub known: usize,
    pub clock: Option<usize>,
    pub how: How,
    /// The rank of the priority that the ticket had.
    pub rank: Option<usize>,
}

/// What ended a cycle.
#[derive(Clone, Debug, PartialEq)]
pub enum How {
    Met(Option<MilestoneAct>),
    /// By an act of the plan.
    Marked,
    ForAReason,
    /// By a closing that did not mean that it was done, or cancelled it.
    Closed(ClosedAs),
    Gone,
}

/// A cycle before the present one.
#[derive(Clone, Debug)]
pub struct Past {
    pub number: u32,
    pub began: Instant,
    pub begun_by: usize,
    pub had: Option<Counted>,
    pub ended: Ended,
}

/// One milestone on its way through the ticket.
#[derive(Clone, Debug)]
pub struct MilestoneProgress {
    pub stage: Stage,
    pub cycle: u32,
    /// How many cycles were ever begun.
    pub numbers: u32,
    pub past: Vec<Past>,
    pub began: Instant,
    /// How many events of the history had happened when it began.
    pub begun_by: usize,
    /// All that ends a cycle or helps to, of all cycles.
    pub log: Vec<Said>,
    /// What nothing comes after: an act that stays, and marks.
    pub stopped: (bool, Vec<usize>),
    /// What was promised last in this cycle.
    pub had: Option<Counted>,
    pub pauses: NaivePauses,
    pub why: Option<&'static str>,
    /// Since when it stands still without a break, or did until it went on by itself.
    pub since: Option<Instant>,
}

/// The ticket and its clocks.
pub struct NaiveTicket<'w> {
    pub world: &'w World,
    pub terms_id: EventId,
    pub terms: &'w Terms,
    /// The terms came to the ticket then.
    pub floor: Instant,
    /// What it lived under before that, the newest last.
    pub earlier: Vec<(Option<(EventId, &'w Terms)>, Instant)>,
    /// Its story, and the same before corrections were read back.
    pub told: Told,
    pub as_written: Told,
    /// Since when it is known what it names.
    pub renamed_since: Option<Instant>,
    pub state: State,
    pub priority: Option<String>,
    /// What is used up, and when it is granted anew.
    pub lapsed: Vec<(String, Option<Instant>)>,
    pub exempt: Option<Instant>,
    /// When it was first said that the priority is what it is, where a correction said so.
    pub known_since: Instant,
    pub said_since: BTreeMap<EventId, Instant>,
    /// How many events of the history have happened.
    pub happened: usize,
    /// Marks that were taken back, by how many events had happened with them.
    pub withdrawn: Vec<usize>,
    pub progress: Vec<MilestoneProgress>,
    pub clocks: Vec<Clock<'w>>,
    pub holders: HolderHistory,
}

/// The page of a ticket from its events alone, before what corrections took back is added.
pub fn plain(world: &World, events: &[Event], nows: &[Instant]) -> Option<Page> {
    let (mut opening, void, mut rest) = that_stand(events)?;
    let Fact::Opened(opened) = &opening.fact else {
        return None;
    };
    let mut taken_up = rest.iter();
    let taken_up = taken_up.any(|event| matches!(event.fact, Fact::Entitled(_)));
    let void = void || (!opened.refused.is_empty() && !taken_up);
    let mut all_pinned = vec![(opened.terms, Instant::MIN)];
    for event in &rest {
        match &event.fact {
            Fact::Moved(moved) => all_pinned.push((moved.terms, event.at)),
            Fact::Entitled(entitled) => all_pinned.push((Some(entitled.terms), event.at)),
            _ => {}
        }
    }
    let all_terms: Vec<Option<EventId>> = all_pinned.iter().map(|(id, _)| *id).collect();
    let known = |id: EventId| world.pages.get(&id).map(|page| (id, &page.terms));
    let pinned = all_pinned.pop().expect("the opening pins");
    let earlier = all_pinned
        .into_iter()
        .map(|(id, at)| (id.and_then(known), at))
        .collect();
    let empty = crate::terms::bare(&[]);
    let (terms_id, terms) = pinned.0.and_then(known).unwrap_or((EventId(0), &empty));
    let said_since = match pinned.0.and_then(known) {
        Some(_) => read_back(&mut opening, &mut rest, terms),
        None => BTreeMap::new(),
    };
    let as_written = Told {
        opening: opening.fact.clone(),
        history: rest.clone(),
    };
    let mut told = as_written.clone();
    let all = all_terms.iter().filter_map(|id| known((*id)?));
    let has_kinds = all.into_iter().any(|(_, terms)| !terms.kinds.is_empty());
    let renamed_since = match has_kinds {
        true => renamed(&mut told),
        false => None,
    };
    let Fact::Opened(opened) = &opening.fact else {
        return None;
    };
    let none = MilestoneProgress {
        stage: Stage::NotBegun,
        cycle: 0,
        numbers: 0,
        past: Vec::new(),
        began: Instant::MIN,
        begun_by: 0,
        log: Vec::new(),
        stopped: (false, Vec::new()),
        had: None,
        pauses: Vec::new(),
        why: None,
        since: None,
    };
    let mut ticket = NaiveTicket {
        world,
        terms_id,
        terms,
        floor: pinned.1,
        earlier,
        told,
        as_written,
        renamed_since,
        state: State::Open,
        priority: opened.priority.clone(),
        lapsed: Vec::new(),
        exempt: None,
        known_since: said_since.get(&opening.id).copied().unwrap_or(Instant::MIN),
        said_since,
        happened: 0,
        withdrawn: Vec::new(),
        progress: terms.milestones.iter().map(|_| none.clone()).collect(),
        clocks: Vec::new(),
        holders: HolderHistory {
            first_line: terms.lines.first().cloned(),
            history: rest.clone(),
        },
    };
    if void {
        ticket.progress.clear();
    }
    ticket.begin(&[Start::Opened], opening.at);
    let mut ended = None;
    for event in &rest {
        let before = ticket.state;
        ticket.happened += 1;
        ticket.happens(event);
        if ticket.state != before {
            ended = ticket.state.is_final().then_some(event.at);
        }
    }
    ticket.grants_up_to(Instant::MAX);
    Some(Page {
        state: if void { State::Void } else { ticket.state },
        priority: ticket.priority.clone(),
        ended: if void { Some(opening.at) } else { ended },
        clocks: ticket.show(nows),
    })
}

impl<'w> NaiveTicket<'w> {
    /// Grants come by themselves, each at its instant, up to `to`.
    fn grants_up_to(&mut self, to: Instant) {
        let mut instants: Vec<Instant> =
            self.lapsed.iter().filter_map(|(_, until)| *until).collect();
        instants.sort();
        for at in instants.into_iter().filter(|at| *at <= to) {
            self.lapsed.retain(|(_, until)| *until != Some(at));
            let before: Vec<_> = self
                .progress
                .iter()
                .map(|progress| progress.since)
                .collect();
            self.stand_or_go_on(at);
            for (progress, since) in self.progress.iter_mut().zip(before) {
                progress.since = since;
            }
        }
    }

    fn happens(&mut self, event: &Event) {
        self.grants_up_to(event.at);
        let before = self.state;
        let next = self.leads_to(&event.fact);
        self.state = next.unwrap_or(before);
        self.acts(event, next.is_some());
        self.stand_or_go_on(event.at);
        self.begins(event, next.is_some());
        self.another_kind(event.at);
    }

    /// The state that a fact brings about where the ticket stands, if it means anything there.
    fn leads_to(&self, fact: &Fact) -> Option<State> {
        let active = self.state.is_active();
        match fact {
            Fact::CustomerReplied(_) if self.state == State::WaitingCustomer => Some(State::Open),
            Fact::Waiting(waiting) if active => Some(waiting.on.into()),
            Fact::Resumed(_) if self.state.is_waiting() => Some(State::Open),
            Fact::Resolved(_) if active => Some(State::Resolved),
            Fact::Closed(_) if active || self.state == State::Resolved => Some(State::Closed),
            Fact::Merged(_) if active => Some(State::Merged),
            Fact::Reopened(_) if matches!(self.state, State::Resolved | State::Closed) => {
                Some(State::Open)
            }
            _ => None,
        }
    }

    fn acts(&mut self, event: &Event, leads: bool) {
        let at = event.at;
        match &event.fact {
            Fact::Acknowledged(_) => self.does(&[MilestoneAct::Acknowledged], at),
            Fact::PriorityConfirmed(_) => self.does(&[MilestoneAct::PriorityConfirmed], at),
            Fact::Replied(_) => {
                self.does(&[MilestoneAct::Replied, MilestoneAct::Acknowledged], at);
            }
            Fact::Assigned(assigned) if assigned.to.is_some() => {
                self.does(&[MilestoneAct::Assigned], at)
            }
            Fact::Promised(_) => self.does(&[MilestoneAct::Eta], at),
            Fact::Escalated(to) if self.climbs(&to.line) => {
                self.does(&[MilestoneAct::Escalated], at)
            }
            Fact::ActMarked(marked) => {
                let acts = self.acts_of_mark(marked);
                self.does(&acts, at);
            }
            Fact::MarkWithdrawn(back) => self.not_done(back, at),
            Fact::Waiting(_) if leads => {
                let acts = [MilestoneAct::Replied, MilestoneAct::Acknowledged];
                self.each_act(&acts, at);
                self.answered(How::Met(None), at);
                self.stops(&acts, at);
            }
            Fact::Resolved(_) if leads => {
                self.each_act(&[MilestoneAct::Resolved], at);
                self.answered(How::Met(None), at);
                self.stops(&[MilestoneAct::Resolved], at);
            }
            Fact::Closed(closed) if leads => self.closed(closed.r#as, at),
            Fact::Merged(_) if leads => self.over(ClockEnd::Replaced, How::Gone, at),
            Fact::Reopened(_) if leads => self.reopened(at),
            Fact::Prioritised(change) => self.prioritised(event.id, change, at),
            Fact::Agreed(agreed) => self.agreed(agreed, at),
            Fact::Absorbed(absorbed) => {
                for limit in &absorbed.limits {
                    self.absorbed(limit, at);
                }
            }
            Fact::Lapsed(lapsed) => {
                self.lapsed.retain(|(id, _)| *id != lapsed.allowance);
                if lapsed.until.is_none_or(|until| until > at) {
                    self.lapsed.push((lapsed.allowance.clone(), lapsed.until));
                }
            }
            Fact::Restored(back) => self.lapsed.retain(|(id, _)| *id != back.allowance),
            Fact::Exempted(_) if self.exempt.is_none() => {
                self.exempt = Some(at);
                self.over(ClockEnd::Cancelled, How::Gone, at);
            }
            _ => {}
        }
    }

    /// Whether a line is another than the one that the ticket was with before the present event.
    fn climbs(&self, to: &str) -> bool {
        let before = &self.holders.history[..self.happened - 1];
        let mut lines = before.iter().rev().filter_map(|event| match &event.fact {
            Fact::Escalated(escalated) => Some(&escalated.line),
            _ => None,
        });
        let line = lines.next().or(self.holders.first_line.as_ref());
        line.is_none_or(|line| line != to)
    }

    pub fn plan(&self, milestone: usize) -> &'w Milestone {
        &self.terms.milestones[milestone]
    }

    pub fn rank(&self, priority: &str) -> Option<usize> {
        self.terms.priorities.iter().position(|p| p.id == priority)
    }

    pub fn rank_now(&self) -> Option<usize> {
        self.priority.as_deref().and_then(|p| self.rank(p))
    }

    pub fn pending(&self) -> Vec<(usize, Option<usize>)> {
        let stages = self.progress.iter().enumerate();
        let live = stages.filter_map(|(milestone, progress)| match progress.stage {
            Stage::Pending { live } => Some((milestone, live)),
            _ => None,
        });
        live.collect()
    }

    /// The desk does these; some may be the last that is owed.
    pub fn does(&mut self, acts: &[MilestoneAct], at: Instant) {
        self.each_act(acts, at);
        self.stops(acts, at);
    }

    fn each_act(&mut self, acts: &[MilestoneAct], at: Instant) {
        for act in acts {
            for milestone in 0..self.progress.len() {
                self.act(milestone, act, at);
            }
        }
    }

    pub fn act(&mut self, milestone: usize, act: &MilestoneAct, at: Instant) {
        let listed = self.plan(milestone).met_by.acts().contains(act);
        // what is marked after an end ends the cycle where a reopening takes that end back
        let begun = self.progress[milestone].stage != Stage::NotBegun;
        let late_mark = begun && self.is_mark(self.happened);
        if !listed || !(late_mark || self.takes_note(milestone)) {
            return;
        }
        let how = match self.is_mark(self.happened) {
            true => How::Marked,
            false => How::Met(Some(act.clone())),
        };
        self.say(
            milestone,
            Some(act.clone()),
            how.clone(),
            ClockEnd::Reached,
            at,
        );
        if matches!(self.progress[milestone].stage, Stage::Pending { .. })
            && self
                .end_among(milestone, self.progress[milestone].cycle)
                .is_some()
        {
            self.is_over(milestone, ClockEnd::Reached, how, at);
        }
    }

    pub fn end(&mut self, live: Option<usize>, fate: ClockEnd, at: Instant) {
        if let Some(live) = live {
            let clock = &mut self.clocks[live];
            clock.ended = Some((at, fate));
            clock.stood = Some(self.progress[clock.milestone].pauses.clone());
        }
    }

    pub fn reach(&mut self, milestone: usize, how: How, at: Instant) {
        self.ends(milestone, ClockEnd::Reached, how, at);
    }

    pub fn ends(&mut self, milestone: usize, fate: ClockEnd, how: How, at: Instant) {
        if self.takes_note(milestone) {
            self.say(milestone, None, how.clone(), fate, at);
        }
        self.is_over(milestone, fate, how, at);
    }

    pub fn is_over(&mut self, milestone: usize, fate: ClockEnd, how: How, at: Instant) {
        if let Stage::Pending { live } = self.progress[milestone].stage {
            self.end(live, fate, at);
            self.progress[milestone].stage = Stage::Ended(Ended {
                at,
                known: self.happened,
                clock: live,
                how,
                rank: self.rank_now(),
            });
        }
    }

    fn over(&mut self, fate: ClockEnd, how: How, at: Instant) {
        for milestone in 0..self.progress.len() {
            self.ends(milestone, fate, how.clone(), at);
        }
    }

    /// The desk has spoken: what asks for a word of it is met.
    fn answered(&mut self, how: How, at: Instant) {
        for milestone in 0..self.progress.len() {
            if self.plan(milestone).is_response() {
                self.reach(milestone, how.clone(), at);
            }
        }
    }

    fn closed(&mut self, closed: ClosedAs, at: Instant) {
        if closed == ClosedAs::Done {
            self.each_act(&[MilestoneAct::Closed], at);
            self.answered(How::Met(None), at);
            for milestone in 0..self.progress.len() {
                if self.plan(milestone).is_resolution() {
                    self.reach(milestone, How::Met(None), at);
                }
            }
        }
        self.answered(How::Closed(closed), at);
        self.over(ClockEnd::Cancelled, How::Closed(closed), at);
        if closed == ClosedAs::Done {
            self.stops(&[MilestoneAct::Closed], at);
        }
    }

    fn begin(&mut self, starts: &[Start], at: Instant) {
        if self.exempt.is_some() {
            return;
        }
        for milestone in 0..self.progress.len() {
            let idle = !matches!(self.progress[milestone].stage, Stage::Pending { .. });
            let plan = self.plan(milestone);
            let stopped = self.is_stopped(milestone);
            if idle && !stopped && starts.iter().any(|start| plan.starts.contains(start)) {
                self.cycle(milestone, at, None);
            }
        }
    }

    fn begins(&mut self, event: &Event, leads: bool) {
        let desk = |change: &Prioritised| change.by == Side::Desk;
        let starts = match &event.fact {
            Fact::Resolved(_) => vec![Start::Resolved],
            Fact::ActMarked(marked) if !self.state.is_final() => {
                let acts = self.acts_of_mark(marked).into_iter();
                acts.map(|act| match act {
                    MilestoneAct::OfPlan(act) => Start::OfPlan(act),
                    MilestoneAct::Replied => Start::Replied,
                    _ => Start::Acknowledged,
                })
                .collect()
            }
            _ if !self.state.is_active() => return,
            Fact::Acknowledged(_) => vec![Start::Acknowledged],
            Fact::PriorityConfirmed(_) => vec![Start::PriorityConfirmed],
            Fact::Prioritised(change) if desk(change) => vec![Start::PriorityConfirmed],
            Fact::Replied(_) => vec![Start::Acknowledged, Start::Replied],
            Fact::Waiting(_) if leads => vec![Start::Acknowledged, Start::Replied],
            Fact::CustomerReplied(_) => vec![Start::CustomerReplied],
            Fact::Assigned(assigned) if assigned.to.is_some() => vec![Start::Assigned],
            Fact::Promised(_) => vec![Start::Eta],
            Fact::Escalated(to) if self.climbs(&to.line) => vec![Start::Escalated],
            Fact::Reopened(_) => vec![Start::Reopened],
            _ => return,
        };
        self.begin(&starts, event.at);
    }

    fn reopened(&mut self, at: Instant) {
        if self.exempt.is_some() {
            return;
        }
        for milestone in 0..self.progress.len() {
            self.progress[milestone].stopped = (false, Vec::new());
            let Stage::Ended(ended) = self.progress[milestone].stage.clone() else {
                self.not_solved(milestone, OnReopen::Continue);
                continue;
            };
            let soon = self.soon_enough(ended.at, self.stood_until(&ended, at));
            let on_reopen = self.plan(milestone).on_reopen;
            let stays = match &ended.how {
                How::Gone => true,
                How::Closed(_) => false,
                How::Marked | How::Met(Some(MilestoneAct::Escalated)) => {
                    on_reopen != OnReopen::NewCycle
                }
                How::Met(_) | How::ForAReason => on_reopen == OnReopen::Keep,
            };
            if stays {
                self.not_solved(milestone, on_reopen);
                continue;
            }
            let goes_on = match &ended.how {
                How::Closed(ClosedAs::Spam | ClosedAs::Duplicate) => true,
                How::Closed(ClosedAs::Withdrawn | ClosedAs::Done) => soon,
                _ => on_reopen != OnReopen::NewCycle && soon,
            };
            if goes_on {
                self.forget(milestone, &ended.how);
                if self.ends_since(milestone, &ended, at) {
                    continue;
                }
                self.withdraw(milestone, &ended, at);
                let now = self.rank_now();
                if ended.rank != now {
                    self.another_priority(milestone, ended.clock, (ended.rank, now), None, at);
                }
            } else {
                self.cycle(milestone, at, None);
            }
        }
    }

    /// Until when an end stood.
    pub fn stood_until(&self, ended: &Ended, at: Instant) -> Instant {
        let history = &self.holders.history[ended.known..self.happened];
        let mut words = history.iter();
        let word = words.find(|event| matches!(event.fact, Fact::CustomerReplied(_)));
        word.map_or(at, |word| word.at)
    }

    /// Whether an end is recent enough to be taken back.
    pub fn soon_enough(&self, end: Instant, until: Instant) -> bool {
        match self.terms.reopen_within {
            ReopenWithin::Always => true,
            ReopenWithin::Never => false,
            ReopenWithin::Within(Span::CalendarDays(days)) => {
                until.since(end) <= i64::from(days) * 86_400
            }
            ReopenWithin::Within(other) => unreachable!("no days of the calendar: {other}"),
        }
    }

    /// The end is withdrawn; from then to now nothing counted.
    pub fn withdraw(&mut self, milestone: usize, ended: &Ended, at: Instant) {
        if let Some(clock) = ended.clock {
            self.clocks[clock].ended = None;
            self.clocks[clock].stood = None;
        }
        let progress = &mut self.progress[milestone];
        progress.stage = Stage::Pending { live: ended.clock };
        progress.pauses.retain(|pause| pause.from < ended.at);
        if let Some(NaivePause { to, .. }) = progress.pauses.last_mut() {
            *to = Some(to.map_or(ended.at, |to| to.min(ended.at)));
        }
        progress.pauses.push(NaivePause {
            from: ended.at,
            to: Some(at),
            over: true,
        });
        progress.why = None;
        progress.since = None;
        if let Some(clock) = ended.clock {
            self.nothing_broke_before(self.known_since, (milestone, clock), at);
        }
    }

    fn stand_or_go_on(&mut self, at: Instant) {
        for milestone in 0..self.progress.len() {
            let plan = self.plan(milestone);
            let ties = |(id, _): &(String, Option<Instant>)| {
                self.terms.allowances.iter().any(|allowance| {
                    let ends = match &allowance.when_used_up {
                        WhenUsedUp::Lapses(milestones) => milestones.contains(&plan.id),
                        _ => false,
                    };
                    allowance.id == *id && ends
                })
            };
            let why = if self.lapsed.iter().any(ties) {
                Some("lapsed")
            } else {
                let paused = plan.paused_by.contains(&self.state);
                paused.then(|| self.state.word())
            };
            let progress = &mut self.progress[milestone];
            if progress.why == why {
                continue;
            }
            progress.since = why.map(|_| unbroken_since(&progress.pauses, at));
            if progress.why.is_some() {
                let pause = progress.pauses.last_mut().expect("it stood pause");
                pause.to = Some(at);
            }
            if why.is_some() {
                progress.pauses.push(NaivePause {
                    from: at,
                    to: None,
                    over: false,
                });
            }
            progress.why = why;
        }
    }
}
