//! The clocks of a ticket: under which limits they hang, and what moves them.

use sladesk::core::model::{AbsorbedLimit, Agreed, EventId, Prioritised, Side};
use sladesk::core::sla::Fate;
use sladesk::core::terms::{
    Act, MetBy, OnLower, OnRaise, PriorityChange, Promise, Terms, WhenUsedUp,
};
use sladesk::core::time::Instant;
use sladesk::core::time::Span;

use super::story::{Stage, TicketActivity};
use super::walk::{Way, decided, is_open};
use crate::world::{Adopted, STEP};

/// A promise with its hours.
#[derive(Clone, Debug)]
pub struct Limit<'w> {
    pub from: Instant,
    pub effective_from: Instant,
    pub within: Span,
    pub hours: &'w Adopted,
}

/// One clock on the wall.
#[derive(Clone, Debug)]
pub struct Clock<'w> {
    pub milestone: usize,
    pub cycle: u32,
    pub priority: String,
    pub started: Instant,
    pub limits: Vec<Limit<'w>>,
    pub ended: Option<(Instant, Fate)>,
}

impl<'w> TicketActivity<'w> {
    fn hours(&self, terms: EventId, key: &str) -> Option<&'w Adopted> {
        self.world.pages.get(&terms)?.hours.get(key)
    }

    pub fn limit(&self, milestone: usize, from: Instant, at: Instant) -> Option<Limit<'w>> {
        let target = &self.plan(milestone).targets[self.rank_now()?];
        let Promise::Within(within) = target.promise else {
            return None;
        };
        Some(Limit {
            from,
            effective_from: at.max(self.promised_since(milestone)?),
            within,
            hours: self.hours(self.terms_id, target.calendar.as_deref()?)?,
        })
    }

    /// Since when this is promised at the priority it has, under whatever terms.
    fn promised_since(&self, milestone: usize) -> Option<Instant> {
        let rank = self.rank_now()?;
        let said = |terms: &Terms| {
            let priority = &self.terms.priorities[rank].id;
            let place = terms.priorities.iter().position(|p| p.id == *priority)?;
            let plan = terms
                .milestones
                .iter()
                .find(|m| m.id == self.plan(milestone).id)?;
            let target = &plan.targets[place];
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
            let ways = (&plan.starts, &plan.met_by, &plan.paused_by);
            let changes = (plan.on_raise, plan.on_lower, plan.on_reopen);
            let promise = (target.promise, calendar);
            Some(format!("{promise:?} {ways:?} {changes:?} {lapses:?}"))
        };
        let now = said(self.terms);
        let mut since = self.floor;
        for (terms, at) in self.earlier.iter().rev() {
            if terms.and_then(said) != now {
                break;
            }
            since = *at;
        }
        Some(since)
    }

    pub fn hang(&mut self, milestone: usize, limits: Vec<Limit<'w>>) {
        if limits.is_empty() {
            self.ways[milestone].stage = Stage::Pending { live: None };
            return;
        }
        self.ways[milestone].stage = Stage::Pending {
            live: Some(self.wall.len()),
        };
        self.wall.push(Clock {
            milestone,
            cycle: self.ways[milestone].cycle,
            priority: self.priority.clone().unwrap_or_default(),
            started: limits[0].from,
            limits,
            ended: None,
        });
    }

    pub fn cycle(&mut self, milestone: usize, at: Instant) {
        let way = &mut self.ways[milestone];
        way.cycle += 1;
        way.began = at;
        way.seen = vec![Act::Opened];
        let limit = self.limit(milestone, at, at);
        self.hang(milestone, limit.into_iter().collect());
        let met = match &self.plan(milestone).met_by {
            MetBy::AnyOf(acts) => acts.contains(&Act::Opened),
            MetBy::AllOf(acts) => acts.iter().all(|act| *act == Act::Opened),
        };
        if met {
            self.reach(milestone, at);
        }
    }

    pub fn prioritised(&mut self, change: &Prioritised, at: Instant) {
        if change.by == Side::Desk {
            self.act(Act::PriorityConfirmed, at);
        }
        let from = self.rank_now();
        self.priority = Some(change.to.clone());
        let to = self.rank_now();
        if from == to {
            return;
        }
        let reason = change.reason.as_deref();
        let reason = reason.and_then(|code| self.terms.changes.iter().find(|c| c.id == code));
        for (milestone, live) in self.pending() {
            self.another_priority(milestone, live, (from, to), reason, at);
        }
    }

    fn another_priority(
        &mut self,
        milestone: usize,
        live: Option<usize>,
        (from, to): (Option<usize>, Option<usize>),
        reason: Option<&PriorityChange>,
        at: Instant,
    ) {
        let plan = self.plan(milestone);
        if reason.is_some_and(|reason| reason.meets.contains(&plan.id)) {
            self.reach(milestone, at);
            self.cycle(milestone, at);
            return;
        }
        let raised = matches!((from, to), (Some(from), Some(to)) if to < from);
        let mut under = Vec::new();
        if let (true, OnRaise::Strictest, Some(live)) = (raised, plan.on_raise, live) {
            let limits = &self.wall[live].limits;
            let broken = limits.iter().any(|limit| {
                let way = Way {
                    stills: &self.ways[milestone].stills,
                    end: Some(at),
                };
                let (_, due, _) = decided(
                    limit.hours,
                    (limit.from, limit.effective_from),
                    limit.within,
                    way,
                );
                due.is_some_and(|due| due < at)
            });
            if !broken {
                under = limits.clone();
            }
        }
        let from_opened = match (from, raised) {
            (None, _) => true,
            (_, true) => plan.on_raise == OnRaise::FromOpened,
            (_, false) => plan.on_lower == OnLower::FromOpened,
        };
        let counts_from = if from_opened {
            self.ways[milestone].began
        } else {
            at
        };
        let own = self.limit(milestone, counts_from, at);
        if own.is_none() && !under.is_empty() {
            return;
        }
        self.end(live, Fate::Replaced, at);
        self.hang(milestone, own.into_iter().chain(under).collect());
    }

    pub fn agreed(&mut self, agreed: &Agreed, at: Instant) {
        let of = |(milestone, _): &(usize, Option<usize>)| {
            self.terms.milestones[*milestone].id == agreed.milestone
        };
        let Some((milestone, live)) = self.pending().into_iter().find(of) else {
            return;
        };
        let Some(rank) = self.rank_now() else {
            return;
        };
        let target = &self.plan(milestone).targets[rank];
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
            self.wall[live].limits.iter().any(|limit| {
                let way = Way {
                    stills: &self.ways[milestone].stills,
                    end: Some(at),
                };
                let (_, due, _) = decided(
                    limit.hours,
                    (limit.from, limit.effective_from),
                    limit.within,
                    way,
                );
                due.is_some_and(|due| due < at)
            })
        });
        if broken {
            return;
        }
        let limit = Limit {
            from: live.map_or(self.ways[milestone].began, |live| self.wall[live].started),
            effective_from: at.max(self.floor),
            within: agreed.within,
            hours,
        };
        match live {
            Some(live) => self.wall[live].limits = vec![limit],
            None => self.hang(milestone, vec![limit]),
        }
    }

    pub fn absorbed(&mut self, left: &AbsorbedLimit, at: Instant) {
        let of = |(milestone, _): &(usize, Option<usize>)| {
            self.terms.milestones[*milestone].id == left.milestone
        };
        let Some((milestone, live)) = self.pending().into_iter().find(of) else {
            return;
        };
        let Some(hours) = self.hours(left.terms, &left.calendar) else {
            return;
        };
        let limit = Limit {
            from: at,
            effective_from: at.max(self.floor),
            within: Span::Time(open_between(hours, at, left.due)),
            hours,
        };
        match live {
            Some(live) => self.wall[live].limits.push(limit),
            None => {
                self.hang(milestone, vec![limit]);
                if self.rank_now().is_none() {
                    let clock = self.wall.last_mut().expect("just hung");
                    clock.priority.clone_from(&left.priority);
                }
            }
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
