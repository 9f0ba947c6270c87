//! What a clock shows, read off by walking it.

use sladesk::core::sla::{ClockEnd, ClockState, Standstill};
use sladesk::core::time::Instant;
use sladesk::core::time::Span;

use super::hands::{Hand, Hands};
use super::promises::{Clock, Limit};
use super::story::TicketActivity;
use super::walk::{Way, decided, due, sum};
use super::{Reading, Shown};
use crate::world::Hours;

/// A limit walked to its deadline.
#[derive(Clone, Copy)]
struct Walked<'w> {
    from: Instant,
    within: Span,
    hours: &'w Hours,
    due: Option<Instant>,
    breach: Option<Instant>,
    /// The due, or what it would be if a standstill ended.
    aim: Option<Instant>,
}

/// A clock read as a whole.
struct Dial<'w> {
    way: Way<'w>,
    governing: Walked<'w>,
    due: Option<Instant>,
    breach: Option<Instant>,
    ended: Option<(Instant, ClockEnd)>,
    /// Since when the ticket stands still for it, or did until it went on by itself.
    since: Option<Instant>,
    hands: &'w Hands,
}

impl TicketActivity<'_> {
    pub fn show(&self, nows: &[Instant]) -> Vec<Shown> {
        self.wall
            .iter()
            .map(|clock| self.shown(clock, nows))
            .collect()
    }

    fn shown(&self, clock: &Clock<'_>, nows: &[Instant]) -> Shown {
        let now = &self.ways[clock.milestone].stills;
        let way = Way {
            stills: clock.stood.as_ref().unwrap_or(now),
            end: clock.ended.map(|(at, _)| at),
        };
        let walked = walked(&clock.limits, way);
        let governing = walked.iter().filter(|limit| limit.aim.is_some());
        let governing = *governing.min_by_key(|l| l.aim).unwrap_or(&walked[0]);
        let dial = Dial {
            way,
            governing,
            due: governing.due,
            breach: walked.iter().filter_map(|limit| limit.breach).min(),
            ended: clock.ended,
            since: self.ways[clock.milestone].since,
            hands: &self.hands,
        };
        let dial = match self.exempt {
            Some(exempt) => dial.exempted(exempt),
            None => dial,
        };
        Shown {
            milestone: self.plan(clock.milestone).id.clone(),
            cycle: clock.cycle,
            priority: clock.priority.clone(),
            started: clock.started,
            limits: walked.iter().map(|limit| (limit.from, limit.due)).collect(),
            due: dial.due,
            breach: dial.breach,
            paused: dial.paused(),
            ended: dial.ended.map(|(at, _)| at),
            fate: dial.ended.map(|(_, fate)| fate),
            decided: dial.decided(),
            elapsed_at_end: dial.elapsed_at_end(),
            hand: dial.hand(),
            at: nows.iter().map(|now| dial.reading(*now)).collect(),
        }
    }
}

fn walked<'w>(limits: &[Limit<'w>], way: Way<'_>) -> Vec<Walked<'w>> {
    let latest = limits.iter().map(|limit| limit.from).max();
    let walk = |limit: &Limit<'w>| {
        let (hours, at, breach) = decided(
            limit.hours,
            (limit.from, limit.effective_from),
            limit.within,
            way,
        );
        let aim = at.or_else(|| {
            let resumed = latest.map(|l| l.max(way.since().unwrap_or(l)));
            way.since()?;
            due(hours, limit.from, limit.within, way, resumed)
        });
        Walked {
            from: limit.from,
            within: limit.within,
            hours,
            due: at,
            breach,
            aim,
        }
    };
    limits.iter().map(walk).collect()
}

impl Dial<'_> {
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
        let since = self.since?.max(self.governing.from);
        let until = self.way.stills.last()?.to;
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
            Some((at, ClockEnd::Reached)) => Some(self.counted(self.governing.from, at)),
            _ => None,
        }
    }

    /// Who had it when it was decided, else who has it when all has happened.
    fn hand(&self) -> Hand {
        self.hands.at(self.decided().unwrap_or(Instant::MAX))
    }

    /// Open time that counted.
    fn counted(&self, from: Instant, to: Instant) -> i64 {
        sum(self.governing.hours, from, to, |at| !self.way.stands(at))
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

    fn reading(&self, now: Instant) -> Reading {
        let Walked {
            from, hours, aim, ..
        } = self.governing;
        let until = self.ended.map_or(now, |(at, _)| at.min(now));
        let state = self.state(now);
        let elapsed = self.counted(from, until);
        let remaining = match (state, self.governing.within, aim) {
            (ClockState::Running | ClockState::Paused, Span::Time(whole), Some(_)) => {
                Some(whole - elapsed)
            }
            (ClockState::Running, _, Some(aim)) => Some(self.counted(now, aim)),
            (ClockState::Paused, _, Some(aim)) if self.due.is_some() => {
                Some(self.counted(now, aim))
            }
            (ClockState::Paused, within, Some(_)) => {
                let since = self.way.since().unwrap_or(from).max(from);
                let due = due(hours, from, within, self.way, Some(since));
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
            elapsed,
            remaining,
            late,
            paused: sum(hours, from, until, |at| self.way.stands(at)),
            parts: self
                .hands
                .parts(hours, (from, until), |at| !self.way.stands(at)),
        }
    }
}
