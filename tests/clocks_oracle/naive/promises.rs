//! The clocks of a ticket: which limits they are under, and what moves them.

use sladesk::core::model::{AbsorbedLimit, Agreed, EventId, Prioritised, Side};
use sladesk::core::sla::ClockEnd;
use sladesk::core::terms::{
    MilestoneAct, OnLower, OnRaise, OnReopen, PriorityChange, Promise, Terms, WhenUsedUp,
};
use sladesk::core::time::Instant;
use sladesk::core::time::Span;

use super::kinds::counted;
use super::ticket::{How, NaiveTicket, Past, Stage};
use super::walk::{ClockRun, Counting, NaivePauses, after_cut_off, decided, is_open};
use crate::world::{Adopted, STEP};

/// A promise with its hours.
#[derive(Clone, Debug)]
pub struct Limit<'w> {
    pub from: Instant,
    pub effective_from: Instant,
    pub within: Span,
    /// The due that it was left with.
    pub left: Option<Instant>,
    pub hours: &'w Adopted,
    /// Left here by a ticket that was merged into this one.
    pub left_here: bool,
    /// For this ticket alone.
    pub agreed: bool,
}

impl Limit<'_> {
    pub fn counting(&self) -> Counting {
        Counting {
            from: self.from,
            within: self.within,
            left: self.left,
        }
    }
}

/// One clock.
#[derive(Clone, Debug)]
pub struct Clock<'w> {
    pub milestone: usize,
    pub cycle: u32,
    pub priority: String,
    pub started: Instant,
    pub limits: Vec<Limit<'w>>,
    pub ended: Option<(Instant, ClockEnd)>,
    /// Where it stood still, of one that has ended.
    pub stood: Option<NaivePauses>,
}

impl<'w> NaiveTicket<'w> {
    pub fn hours(&self, terms: EventId, key: &str) -> Option<&'w Adopted> {
        self.world.pages.get(&terms)?.hours.get(key)
    }

    pub fn limit(&self, milestone: usize, from: Instant, at: Instant) -> Option<Limit<'w>> {
        let target = self.target(milestone)?;
        let Promise::Within(within) = target.promise else {
            return None;
        };
        let hours = self.hours(self.terms_id, target.calendar.as_deref()?)?;
        Some(Limit {
            from: target
                .cut_off
                .map_or(from, |cut_off| after_cut_off(hours, from, within, cut_off)),
            effective_from: at
                .max(self.promised_since(milestone)?)
                .max(self.known_since)
                .max(match self.target_as_said(milestone).map(counted) {
                    Some(said) if said == counted(target) => Instant::MIN,
                    _ => self.renamed_since.unwrap_or(Instant::MIN),
                }),
            left_here: false,
            agreed: false,
            within,
            left: None,
            hours,
        })
    }

    /// Since when this is promised at the priority it has, under whatever terms.
    fn promised_since(&self, milestone: usize) -> Option<Instant> {
        let rank = self.rank_now()?;
        let began = self.progress[milestone].began;
        let said = |(id, terms): (EventId, &'w Terms)| {
            let priority = &self.terms.priorities[rank].id;
            let plan = terms
                .milestones
                .iter()
                .find(|m| m.id == self.plan(milestone).id)?;
            let target = self.target_under((id, terms), (&plan.id, priority), began, &self.told)?;
            let calendar = target
                .calendar
                .as_ref()
                .and_then(|key| terms.calendars.get(key));
            let lapses: Vec<String> = terms
                .allowances
                .iter()
                .filter(
                    |a| matches!(&a.when_used_up, WhenUsedUp::Lapses(of) if of.contains(&plan.id)),
                )
                .map(|a| a.id.clone())
                .collect();
            let progress = (&plan.starts, &plan.met_by, &plan.paused_by);
            let changes = (plan.on_raise, plan.on_lower, plan.on_reopen);
            let promise = (
                target.promise,
                target.cut_off,
                calendar,
                terms.reopen_within,
            );
            Some(format!("{promise:?} {progress:?} {changes:?} {lapses:?}"))
        };
        let now = said((self.terms_id, self.terms));
        let mut since = self.floor;
        for (terms, at) in self.earlier.iter().rev() {
            if terms.and_then(said) != now {
                break;
            }
            since = *at;
        }
        Some(since)
    }

    pub fn start_clock(&mut self, milestone: usize, limits: Vec<Limit<'w>>) {
        if limits.is_empty() {
            self.progress[milestone].stage = Stage::Pending { live: None };
            return;
        }
        self.progress[milestone].stage = Stage::Pending {
            live: Some(self.clocks.len()),
        };
        self.clocks.push(Clock {
            milestone,
            cycle: self.progress[milestone].cycle,
            priority: match self.rank_now() {
                Some(rank) => self.terms.priorities[rank].id.clone(),
                None => String::new(),
            },
            started: limits[0].from,
            limits,
            ended: None,
            stood: None,
        });
    }

    /// A new cycle, under the priority's own promise or under limits that are handed in.
    pub fn cycle(&mut self, milestone: usize, at: Instant, under: Option<Vec<Limit<'w>>>) {
        let progress = &mut self.progress[milestone];
        if let Stage::Ended(ended) = progress.stage.clone() {
            progress.past.push(Past {
                number: progress.cycle,
                began: progress.began,
                begun_by: progress.begun_by,
                had: progress.had.take(),
                ended,
            });
        }
        progress.numbers += 1;
        progress.cycle = progress.numbers;
        progress.began = at;
        progress.begun_by = self.happened;
        self.progress[milestone].had = self.target(milestone).map(counted);
        let limits = match under {
            Some(limits) => limits,
            None => self.limit(milestone, at, at).into_iter().collect(),
        };
        self.start_clock(milestone, limits);
        self.act(milestone, &MilestoneAct::Opened, at);
    }

    pub fn prioritised(&mut self, id: EventId, change: &Prioritised, at: Instant) {
        if change.by == Side::Desk {
            self.does(&[MilestoneAct::PriorityConfirmed], at);
        }
        let from = self.rank_now();
        self.priority = Some(change.to.clone());
        let to = self.rank_now();
        let said = self.said_since.get(&id).copied();
        if from != to {
            self.known_since = said.unwrap_or(Instant::MIN);
        } else if let Some(said) = said {
            self.known_since = self.known_since.max(said);
        }
        let reason = change.reason.as_deref();
        let reason = reason.and_then(|code| self.terms.changes.iter().find(|c| c.id == code));
        for (milestone, live) in self.pending() {
            if from != to {
                self.another_priority(milestone, live, (from, to), reason, at);
            }
        }
        if let Some(said) = said {
            for (milestone, live) in self.pending() {
                if let Some(live) = live {
                    self.nothing_broke_before(said, (milestone, live), at);
                }
            }
        }
    }

    /// Before that was said, nothing that is whole on a clock broke because of it.
    pub fn nothing_broke_before(
        &mut self,
        said: Instant,
        (milestone, live): (usize, usize),
        at: Instant,
    ) {
        for place in 0..self.clocks[live].limits.len() {
            let limit = self.clocks[live].limits[place].clone();
            if !limit.left_here && !self.broken(milestone, &limit, at) {
                let limit = &mut self.clocks[live].limits[place];
                limit.effective_from = limit.effective_from.max(said);
            }
        }
    }

    /// Whether a limit is past its due.
    pub fn broken(&self, milestone: usize, limit: &Limit<'w>, at: Instant) -> bool {
        self.due(milestone, limit, at).is_some_and(|due| due < at)
    }

    /// When a limit is due if nothing stands still from now on.
    fn due(&self, milestone: usize, limit: &Limit<'w>, at: Instant) -> Option<Instant> {
        let run = ClockRun {
            pauses: &self.progress[milestone].pauses,
            end: Some(at),
        };
        let counting = (limit.counting(), limit.effective_from);
        let (_, due, _) = decided(limit.hours, counting, run);
        due
    }

    /// What others left on a clock and is still to keep.
    pub fn still_owed(&self, milestone: usize, live: Option<usize>, at: Instant) -> Vec<Limit<'w>> {
        let mut limits = live.map_or(Vec::new(), |live| self.clocks[live].limits.clone());
        limits.retain(|limit| limit.left_here && !self.broken(milestone, limit, at));
        limits
    }

    pub fn another_priority(
        &mut self,
        milestone: usize,
        live: Option<usize>,
        (mut from, to): (Option<usize>, Option<usize>),
        reason: Option<&PriorityChange>,
        at: Instant,
    ) {
        let plan = self.plan(milestone);
        if reason.is_some_and(|reason| reason.meets.contains(&plan.id)) {
            self.reach(milestone, How::ForAReason, at);
            self.cycle(milestone, at, None);
            return;
        }
        let up = |from| matches!((from, to), (Some(from), Some(to)) if to < from);
        let mut live = live;
        if let (true, Some(to)) = (up(from), to)
            && let Some(before) = self.as_if_not_met(milestone, live, to, at)
        {
            if before == to {
                return;
            }
            from = Some(before);
            live = match self.progress[milestone].stage {
                Stage::Pending { live } => live,
                _ => None,
            };
        }
        let raised = up(from);
        let mut under = self.still_owed(milestone, live, at);
        let mut all = false;
        if let (true, OnRaise::Strictest, Some(live)) = (raised, plan.on_raise, live) {
            let limits = self.clocks[live].limits.clone();
            if !limits.iter().any(|limit| self.broken(milestone, limit, at)) {
                (under, all) = (limits, true);
            }
        }
        let from_opened = match (from, raised) {
            (None, _) => true,
            (_, true) => plan.on_raise == OnRaise::FromOpened,
            (_, false) => plan.on_lower == OnLower::FromOpened,
        };
        let counts_from = if from_opened {
            self.of_the_kind_since(milestone)
        } else {
            at
        };
        self.progress[milestone].had = self.target(milestone).map(counted);
        let own = self.limit(milestone, counts_from, at);
        if own.is_none() && all {
            return;
        }
        self.end(live, ClockEnd::Replaced, at);
        self.start_clock(milestone, own.into_iter().chain(under).collect());
    }

    /// A raise says that what a reason ended was not done: the first of the cycles that lately
    /// ended so, at this priority or above, is gone back to. Answers the priority of its clock.
    fn as_if_not_met(
        &mut self,
        milestone: usize,
        live: Option<usize>,
        to: usize,
        at: Instant,
    ) -> Option<usize> {
        let past = &self.progress[milestone].past;
        let mut found = None;
        for (place, before) in past.iter().enumerate().rev() {
            if !matches!(before.ended.how, How::ForAReason) {
                break;
            }
            let clock = before.ended.clock.map(|clock| &self.clocks[clock].priority);
            let rank = clock.and_then(|priority| self.rank(priority));
            if let Some(rank) = rank.filter(|rank| *rank <= to) {
                found = Some((place, rank));
            }
        }
        let (place, rank) = found?;
        let ended = past[place].ended.clone();
        let goes_on = self.plan(milestone).on_reopen == OnReopen::Continue;
        if !goes_on || !self.soon_enough(ended.at, at) {
            return None;
        }
        self.back_to(milestone, place, live, at);
        // what the later cycles had seen is gone with them
        let progress = &mut self.progress[milestone];
        for said in &mut progress.log {
            said.dead |= said.cycle > progress.cycle;
        }
        self.forget(milestone, &ended.how);
        Some(rank)
    }

    /// What others left on a clock, as it goes on with another cycle.
    pub fn left_over(&self, milestone: usize, live: Option<usize>, at: Instant) -> Vec<Limit<'w>> {
        let mut left = self.still_owed(milestone, live, at);
        for limit in &mut left {
            if let Some(due) = self.due(milestone, limit, at) {
                limit.within = Span::Time(open_between(limit.hours, at, due));
                limit.from = at;
                limit.left = Some(due);
            }
        }
        left
    }

    /// An earlier cycle goes on, and all since are superseded.
    pub fn back_to(&mut self, milestone: usize, place: usize, live: Option<usize>, at: Instant) {
        let ended = self.progress[milestone].past[place].ended.clone();
        let left = self.left_over(milestone, live, at);
        self.end(live, ClockEnd::Replaced, at);
        let progress = &mut self.progress[milestone];
        let since = progress.past.split_off(place + 1);
        let back = progress.past.pop().expect("it was found there");
        (progress.cycle, progress.began, progress.begun_by) =
            (back.number, back.began, back.begun_by);
        progress.had = back.had;
        for clock in since.iter().filter_map(|past| past.ended.clock) {
            let clock = &mut self.clocks[clock];
            clock.ended = clock.ended.map(|(at, _)| (at, ClockEnd::Replaced));
        }
        self.withdraw(milestone, &ended, at);
        if let Some(clock) = ended.clock {
            self.clocks[clock].limits.extend(left);
        }
    }

    pub fn agreed(&mut self, agreed: &Agreed, at: Instant) {
        let of = |(milestone, _): &(usize, Option<usize>)| {
            self.terms.milestones[*milestone].id == agreed.milestone
        };
        let Some((milestone, live)) = self.pending().into_iter().find(of) else {
            return;
        };
        let Some(target) = self.target(milestone) else {
            return;
        };
        let days = |span: Span| {
            matches!(
                span,
                Span::BusinessDays(_) | Span::EndOfBusinessDay | Span::EndOfNextBusinessDay
            )
        };
        let planned = matches!(target.promise, Promise::Within(span) if days(span));
        let key = if days(agreed.within) == planned && target.calendar.is_some() {
            target.calendar.clone()
        } else if days(agreed.within) {
            self.terms
                .business_days
                .clone()
                .or(self.terms.hours.clone())
        } else {
            self.terms.hours.clone()
        };
        let hours = key.and_then(|key| self.hours(self.terms_id, &key));
        let Some(hours) = hours else {
            return;
        };
        let broken = live.is_some_and(|live| {
            let mut limits = self.clocks[live].limits.iter();
            limits.any(|limit| self.broken(milestone, limit, at))
        });
        if broken {
            return;
        }
        let limit = Limit {
            from: live.map_or(self.progress[milestone].began, |live| {
                self.clocks[live].started
            }),
            effective_from: at.max(self.floor).max(self.known_since),
            within: agreed.within,
            left: None,
            hours,
            left_here: false,
            agreed: true,
        };
        match live {
            Some(live) => {
                let mut limits = vec![limit];
                let before = self.clocks[live].limits.iter();
                limits.extend(before.filter(|limit| limit.left_here).cloned());
                self.clocks[live].limits = limits;
            }
            None => self.start_clock(milestone, vec![limit]),
        }
    }

    pub fn absorbed(&mut self, left: &AbsorbedLimit, at: Instant) {
        if self.exempt.is_some() || !self.state.is_active() {
            return;
        }
        let plans = &self.terms.milestones;
        let Some(milestone) = plans.iter().position(|plan| plan.id == left.milestone) else {
            return;
        };
        let Some(hours) = self.hours(left.terms, &left.calendar) else {
            return;
        };
        if self.progress.is_empty() {
            return;
        }
        let limit = Limit {
            from: at,
            effective_from: at.max(self.floor),
            within: Span::Time(open_between(hours, at, left.due)),
            left: Some(left.due),
            hours,
            left_here: true,
            agreed: false,
        };
        let theirs = self.rank_now().is_none();
        let started = self.clocks.len();
        match self.progress[milestone].stage {
            Stage::Pending { live: Some(live) } => self.clocks[live].limits.push(limit),
            Stage::Pending { live: None } => self.start_clock(milestone, vec![limit]),
            Stage::NotBegun | Stage::Ended(_) => self.cycle(milestone, at, Some(vec![limit])),
        }
        if let (true, Some(clock)) = (theirs, self.clocks.get_mut(started)) {
            clock.priority.clone_from(&left.priority);
        }
    }
}

/// What is open from one instant to another by the hours that hold at the first, step by step.
fn open_between(hours: &Adopted, from: Instant, to: Instant) -> i64 {
    let held = hours.0.iter().rev().find(|(since, _)| *since <= from);
    let (_, held) = held.unwrap_or(&hours.0[0]);
    let mut open = 0;
    let mut at = from;
    while at < to {
        let next = Instant((at.0.div_euclid(STEP) + 1) * STEP).min(to);
        open += if is_open(held, at) { next.since(at) } else { 0 };
        at = next;
    }
    open
}
