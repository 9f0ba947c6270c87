//! What a clock shows, read off by walking it.

use sladesk::core::sla::{ClockEnd, ClockState, Standstill};
use sladesk::core::time::Instant;
use sladesk::core::time::Span;

use super::holders::{HolderHistory, HolderNames};
use super::promises::{Clock, Limit};
use super::ticket::NaiveTicket;
use super::walk::{ClockRun, Counting, decided, due, sum};
use super::{Reading, Shown};
use crate::world::Hours;

/// A limit walked to its deadline.
#[derive(Clone, Copy)]
struct Walked<'w> {
    counting: Counting,
    hours: &'w Hours,
    due: Option<Instant>,
    breach: Option<Instant>,
    /// The due, or what it would be if a standstill ended.
    projected_due: Option<Instant>,
}

/// A clock read as a whole.
struct ReadClock<'w> {
    run: ClockRun<'w>,
    governing: Walked<'w>,
    due: Option<Instant>,
    breach: Option<Instant>,
    ended: Option<(Instant, ClockEnd)>,
    /// Since when the ticket stands still for it, or did until it went on by itself.
    since: Option<Instant>,
    holders: &'w HolderHistory,
}

impl NaiveTicket<'_> {
    pub fn show(&self, nows: &[Instant]) -> Vec<Shown> {
        self.clocks
            .iter()
            .map(|clock| self.shown(clock, nows))
            .collect()
    }

    fn shown(&self, clock: &Clock<'_>, nows: &[Instant]) -> Shown {
        let now = &self.progress[clock.milestone].pauses;
        let run = ClockRun {
            pauses: clock.stood.as_ref().unwrap_or(now),
            end: clock.ended.map(|(at, _)| at),
        };
        let walked = walked(&clock.limits, run);
        let governing = walked.iter().filter(|limit| limit.projected_due.is_some());
        let governing = *governing
            .min_by_key(|l| l.projected_due)
            .unwrap_or(&walked[0]);
        let read = ReadClock {
            run,
            governing,
            due: governing.due,
            breach: walked.iter().filter_map(|limit| limit.breach).min(),
            ended: clock.ended,
            since: self.progress[clock.milestone].since,
            holders: &self.holders,
        };
        let read = match self.exempt {
            Some(exempt) => read.exempted(exempt),
            None => read,
        };
        Shown {
            milestone: self.plan(clock.milestone).id.clone(),
            cycle: clock.cycle,
            priority: clock.priority.clone(),
            started: clock.started,
            limits: walked
                .iter()
                .map(|limit| (limit.counting.from, limit.due))
                .collect(),
            due: read.due,
            breach: read.breach,
            paused: read.paused(),
            ended: read.ended.map(|(at, _)| at),
            fate: read.ended.map(|(_, fate)| fate),
            decided: read.decided(),
            elapsed_at_end: read.elapsed_at_end(),
            holder: read.holder(),
            at: nows.iter().map(|now| read.reading(*now)).collect(),
        }
    }
}

fn walked<'w>(limits: &[Limit<'w>], run: ClockRun<'_>) -> Vec<Walked<'w>> {
    let latest = limits.iter().map(|limit| limit.from).max();
    let walk = |limit: &Limit<'w>| {
        let counting = limit.counting();
        let (hours, at, breach) = decided(limit.hours, (counting, limit.effective_from), run);
        let projected_due = at.or_else(|| {
            let resumed = latest.map(|l| l.max(run.since().unwrap_or(l)));
            run.since()?;
            due(hours, counting, run, resumed)
        });
        Walked {
            counting,
            hours,
            due: at,
            breach,
            projected_due,
        }
    };
    limits.iter().map(walk).collect()
}

impl ReadClock<'_> {
    fn late(&self, now: Instant) -> bool {
        let until = self.ended.map_or(now, |(end, _)| end.min(now));
        self.due.is_some_and(|due| due < until) && self.breach.is_some_and(|b| b <= now)
    }

    /// No target from the opening on; what was breached by then was taken back.
    fn exempted(mut self, exempt: Instant) -> Self {
        let broken = self.late(exempt);
        let at = self.ended.map_or(exempt, |(at, _)| at);
        if broken {
            self.ended = Some((at, ClockEnd::Corrected));
        } else {
            self.ended = Some((at, ClockEnd::Cancelled));
            (self.due, self.breach) = (None, None);
        }
        self
    }

    /// Unless it was broken before, or has ended.
    fn paused(&self) -> Option<Standstill> {
        let since = self.since?.max(self.governing.counting.from);
        let until = self.run.pauses.last()?.to;
        let broken = self.due.is_some_and(|due| due <= since);
        let over = until.is_some_and(|until| until <= since);
        (!broken && !over && self.ended.is_none()).then_some(Standstill { since, until })
    }

    fn decided(&self) -> Option<Instant> {
        let ended = self.ended.map(|(at, _)| at);
        let in_time = ended.filter(|at| self.due.is_none_or(|due| *at <= due));
        in_time.or(self.breach).or(ended)
    }

    fn elapsed_at_end(&self) -> Option<i64> {
        match self.ended {
            Some((at, ClockEnd::Reached)) => Some(self.counted(self.governing.counting.from, at)),
            _ => None,
        }
    }

    /// Who had it when it was decided, else who has it when all has happened.
    fn holder(&self) -> HolderNames {
        self.holders.at(self.decided().unwrap_or(Instant::MAX))
    }

    /// Open time that counted.
    fn counted(&self, from: Instant, to: Instant) -> i64 {
        sum(self.governing.hours, from, to, |at| !self.run.stands(at))
    }

    fn state(&self, now: Instant) -> ClockState {
        match self.ended {
            Some((_, ClockEnd::Corrected)) => ClockState::Corrected,
            _ if self.late(now) => ClockState::Breached,
            Some((_, ClockEnd::Reached)) => ClockState::Met,
            Some((_, ClockEnd::Replaced)) => ClockState::Superseded,
            Some((_, ClockEnd::Cancelled)) => ClockState::Cancelled,
            None if self.stands_at(now) => ClockState::Paused,
            None => ClockState::Running,
        }
    }

    fn stands_at(&self, now: Instant) -> bool {
        let paused = self.paused();
        paused.is_some_and(|paused| paused.until.is_none_or(|until| now < until))
    }

    /// When what is undecided would be due in another ticket, where nothing stands still.
    fn left(&self, now: Instant) -> Option<Instant> {
        let undecided = [ClockState::Running, ClockState::Paused].contains(&self.state(now));
        if !undecided || self.ended.is_some() {
            return None;
        }
        let mut stood = self.run.pauses.clone();
        stood.retain(|pause| pause.from < now);
        for pause in &mut stood {
            pause.to = Some(pause.to.map_or(now, |to| to.min(now)));
        }
        let run = ClockRun {
            pauses: &stood,
            end: None,
        };
        due(self.governing.hours, self.governing.counting, run, None)
    }

    fn reading(&self, now: Instant) -> Reading {
        let Walked {
            counting,
            hours,
            projected_due,
            ..
        } = self.governing;
        let Counting { from, within, .. } = counting;
        let until = self.ended.map_or(now, |(at, _)| at.min(now));
        let state = self.state(now);
        let elapsed = self.counted(from, until);
        let remaining = match (state, within, projected_due) {
            (ClockState::Running | ClockState::Paused, Span::Time(whole), Some(_)) => {
                Some(whole - elapsed)
            }
            (ClockState::Running, _, Some(projected_due)) => {
                Some(self.counted(now.max(from), projected_due))
            }
            (ClockState::Paused, _, Some(projected_due)) if self.due.is_some() => {
                Some(self.counted(now.max(from), projected_due))
            }
            (ClockState::Paused, _, Some(_)) => {
                let since = self.run.since().unwrap_or(from).max(from);
                let due = due(hours, counting, self.run, Some(since));
                due.map(|due| sum(hours, since, due, |_| true))
            }
            _ => None,
        };
        let late = match (state, self.due) {
            (ClockState::Breached | ClockState::Corrected, Some(due)) => {
                Some(self.counted(due, until))
            }
            _ => None,
        };
        Reading {
            state,
            left: self.left(now),
            elapsed,
            remaining,
            late,
            paused: sum(hours, from, until, |at| self.run.stands(at)),
            parts: self
                .holders
                .parts(hours, (from, until), |at| !self.run.stands(at)),
        }
    }
}
