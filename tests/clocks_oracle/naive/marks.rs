//! Acts of a plan, and what becomes of a milestone when one was not done: all that ever ended it or
//! helped to stands in one log, with what was taken back crossed out.

use sladesk::core::model::{ActMarked, Fact, MarkWithdrawn};
use sladesk::core::sla::ClockEnd;
use sladesk::core::terms::{MetBy, MilestoneAct, OnReopen};
use sladesk::core::time::Instant;

use super::ticket::{Ended, How, NaiveTicket, Past, Stage};
use super::walk::NaivePause;

/// Something that ends a cycle, or helps to.
#[derive(Clone, Debug)]
pub struct Said {
    /// The number of the cycle.
    pub cycle: u32,
    /// How many events of the history had happened with it.
    pub known: usize,
    pub at: Instant,
    /// None: it ends the cycle whatever that asks for.
    pub act: Option<MilestoneAct>,
    pub how: How,
    pub fate: ClockEnd,
    /// It was taken back.
    pub dead: bool,
}

impl<'w> NaiveTicket<'w> {
    fn fact(&self, known: usize) -> Option<&Fact> {
        Some(&self.holders.history[known.checked_sub(1)?].fact)
    }

    pub fn is_mark(&self, known: usize) -> bool {
        matches!(self.fact(known), Some(Fact::ActMarked(_)))
    }

    fn is_solving(&self, known: usize) -> bool {
        matches!(self.fact(known), Some(Fact::Resolved(_) | Fact::Closed(_)))
    }

    pub fn acts_of_mark(&self, marked: &ActMarked) -> Vec<MilestoneAct> {
        let known = self.terms.acts.iter().find(|act| act.id == marked.act);
        let Some(act) = known else {
            return Vec::new();
        };
        let mut acts = vec![MilestoneAct::OfPlan(act.id.clone())];
        if act.answers {
            acts.push(MilestoneAct::Replied);
            acts.push(MilestoneAct::Acknowledged);
        }
        acts
    }

    /// Whether what comes now can matter to the present cycle.
    pub fn takes_note(&self, milestone: usize) -> bool {
        let progress = &self.progress[milestone];
        let marked =
            |said: &Said| said.cycle == progress.cycle && !said.dead && self.is_mark(said.known);
        match progress.stage {
            Stage::NotBegun => false,
            Stage::Pending { .. } => true,
            Stage::Ended(_) => progress.log.iter().any(marked),
        }
    }

    pub fn say(
        &mut self,
        milestone: usize,
        act: Option<MilestoneAct>,
        how: How,
        fate: ClockEnd,
        at: Instant,
    ) {
        let known = self.happened;
        let progress = &mut self.progress[milestone];
        progress.log.push(Said {
            cycle: progress.cycle,
            known,
            at,
            act,
            how,
            fate,
            dead: false,
        });
    }

    /// The first that ends a cycle, of what was said in it and since.
    pub fn end_among(&self, milestone: usize, since: u32) -> Option<Said> {
        let log = self.progress[milestone].log.iter();
        let standing: Vec<&Said> = log.filter(|s| !s.dead && s.cycle >= since).collect();
        (0..standing.len()).find_map(|n| {
            let upto = &standing[..=n];
            let whole = standing[n].act.is_none();
            let met = match &self.plan(milestone).met_by {
                MetBy::AnyOf(_) => true,
                MetBy::AllOf(acts) => acts.iter().all(|act| {
                    let mut done = upto.iter();
                    done.any(|said| said.act.as_ref() == Some(act))
                }),
            };
            (whole || met).then(|| standing[n].clone())
        })
    }

    /// Resolving and closing are taken back in the present cycle; of what is kept, what a closing
    /// cancelled.
    pub fn not_solved(&mut self, milestone: usize, on_reopen: OnReopen) {
        let mut log = std::mem::take(&mut self.progress[milestone].log);
        for said in &mut log {
            let present = said.cycle == self.progress[milestone].cycle;
            let kept = on_reopen == OnReopen::Keep && !matches!(said.how, How::Closed(_));
            said.dead |= present && !kept && self.is_solving(said.known);
        }
        self.progress[milestone].log = log;
    }

    /// What ended the present cycle is taken back with that end.
    pub fn forget(&mut self, milestone: usize, how: &How) {
        self.not_solved(milestone, OnReopen::Continue);
        let any_of = matches!(self.plan(milestone).met_by, MetBy::AnyOf(_));
        let cycle = self.progress[milestone].cycle;
        let mut log = std::mem::take(&mut self.progress[milestone].log);
        for said in &mut log {
            let ender = matches!(how, How::Met(Some(act)) if said.act.as_ref() == Some(act));
            let gone = match any_of {
                _ if said.act.is_none() => true,
                true => !self.is_mark(said.known),
                false => ender,
            };
            said.dead |= said.cycle == cycle && gone;
        }
        self.progress[milestone].log = log;
    }

    /// What was marked since an end that a reopening takes back ends the present cycle. Whether
    /// anything was.
    pub fn ends_since(&mut self, milestone: usize, old: &Ended, at: Instant) -> bool {
        let progress = &self.progress[milestone];
        let (cycle, place) = (progress.cycle, progress.past.len());
        let Some(said) = self.end_among(milestone, cycle) else {
            return false;
        };
        self.ended_by(milestone, place, (old, &said), at);
        true
    }

    pub fn is_stopped(&self, milestone: usize) -> bool {
        let (acts, marks) = &self.progress[milestone].stopped;
        *acts || !marks.is_empty()
    }

    /// From some acts on a milestone is owed no more.
    pub fn stops(&mut self, acts: &[MilestoneAct], at: Instant) {
        for milestone in 0..self.progress.len() {
            let until = &self.plan(milestone).until;
            if !acts.iter().any(|act| until.contains(act)) {
                continue;
            }
            self.ends(milestone, ClockEnd::Cancelled, How::Gone, at);
            let (known, mark) = (self.happened, self.is_mark(self.happened));
            let (acts, marks) = &mut self.progress[milestone].stopped;
            match mark {
                true => marks.push(known),
                false => *acts = true,
            }
        }
    }

    /// What was marked was not so.
    pub fn not_done(&mut self, back: &MarkWithdrawn, at: Instant) {
        let told = &self.holders.history[..self.happened];
        let found = told.iter().position(|event| {
            let of_act = matches!(&event.fact, Fact::ActMarked(marked) if marked.act == back.act);
            event.id == back.event && of_act
        });
        let Some(known) = found.map(|place| place + 1) else {
            return;
        };
        if self.withdrawn.contains(&known) {
            return;
        }
        self.withdrawn.push(known);
        for milestone in 0..self.progress.len() {
            self.without_mark(milestone, known, at);
        }
    }

    fn without_mark(&mut self, milestone: usize, mark: usize, at: Instant) {
        let progress = &mut self.progress[milestone];
        progress.stopped.1.retain(|known| *known != mark);
        let mut touched = Vec::new();
        for said in &mut progress.log {
            if said.known == mark && !said.dead {
                said.dead = true;
                touched.push(said.cycle);
            }
        }
        let cycles = self.cycles(milestone);
        let hit = cycles.iter().position(|cycle| {
            touched.contains(&cycle.number)
                && cycle.begun_by != mark
                && cycle
                    .ended
                    .as_ref()
                    .is_some_and(|ended| ended.how != How::Gone)
        });
        let mut anew = false;
        if let Some(place) = hit {
            let number = cycles[place].number;
            let old = cycles[place].ended.clone().expect("it has ended");
            match self.end_among(milestone, number) {
                Some(said) if said.known == old.known => {}
                Some(said) => self.ended_by(milestone, place, (&old, &said), at),
                None => anew = !self.goes_on(milestone, place, &old, at),
            }
        }
        self.without_begun(milestone, mark, at);
        let owed = self.state.is_active() && self.exempt.is_none();
        let idle = !matches!(self.progress[milestone].stage, Stage::Pending { .. });
        if anew && owed && idle && !self.is_stopped(milestone) {
            self.cycle(milestone, at, None);
        }
    }

    /// All cycles, the present one last.
    fn cycles(&self, milestone: usize) -> Vec<NaiveCycle> {
        let progress = &self.progress[milestone];
        let past = progress.past.iter().map(|past| NaiveCycle {
            number: past.number,
            begun_by: past.begun_by,
            ended: Some(past.ended.clone()),
        });
        let present = NaiveCycle {
            number: progress.cycle,
            begun_by: progress.begun_by,
            ended: match &progress.stage {
                Stage::Ended(ended) => Some(ended.clone()),
                _ => None,
            },
        };
        let begun = progress.stage != Stage::NotBegun;
        past.chain(begun.then_some(present)).collect()
    }

    fn live(&self, milestone: usize) -> Option<usize> {
        match self.progress[milestone].stage {
            Stage::Pending { live } => live,
            _ => None,
        }
    }

    /// A cycle counts nowhere any more.
    fn gone(&mut self, milestone: usize, place: usize, at: Instant) {
        let past = self.progress[milestone].past.len();
        if place == past && matches!(self.progress[milestone].stage, Stage::Pending { .. }) {
            return self.is_over(milestone, ClockEnd::Replaced, How::Gone, at);
        }
        let progress = &mut self.progress[milestone];
        let ended = match (place == past, &mut progress.stage) {
            (true, Stage::Ended(ended)) => ended,
            _ => &mut progress.past[place].ended,
        };
        ended.how = How::Gone;
        if let Some(clock) = ended.clock {
            let clock = &mut self.clocks[clock];
            clock.ended = clock.ended.map(|(at, _)| (at, ClockEnd::Replaced));
        }
    }

    /// A cycle that a mark had ended ends by what came later.
    fn ended_by(
        &mut self,
        milestone: usize,
        place: usize,
        (old, said): (&Ended, &Said),
        at: Instant,
    ) {
        let cycles = self.cycles(milestone);
        let last = cycles.iter().rposition(|cycle| cycle.number <= said.cycle);
        let last = last.expect("it was said in one of them");
        let present = cycles.len() - 1;
        let pending = matches!(self.progress[milestone].stage, Stage::Pending { .. });
        let left = match last > place && last == present && pending {
            true => self.left_over(milestone, self.live(milestone), at),
            false => Vec::new(),
        };
        for later in place + 1..=last {
            self.gone(milestone, later, at);
        }
        self.stood_still(milestone, old.at, said.at);
        if let Some(clock) = old.clock {
            let pauses = self.progress[milestone].pauses.clone();
            self.clocks[clock].ended = Some((said.at, said.fate));
            self.clocks[clock].stood = Some(pauses);
        }
        let ended = Ended {
            at: said.at,
            known: said.known,
            how: said.how.clone(),
            ..old.clone()
        };
        let number = cycles[place].number;
        let joined: Vec<u32> = cycles[place..=last].iter().map(|c| c.number).collect();
        let progress = &mut self.progress[milestone];
        for said in &mut progress.log {
            if joined.contains(&said.cycle) {
                said.cycle = number;
            }
        }
        if last == present {
            if place < present {
                let mut since = progress.past.split_off(place);
                let Past {
                    number,
                    began,
                    begun_by,
                    had,
                    ..
                } = since.remove(0);
                progress.cycle = number;
                progress.began = began;
                progress.begun_by = begun_by;
                progress.had = had;
            }
            progress.stage = Stage::Ended(ended);
        } else {
            progress.past[place].ended = ended;
            progress.past.drain(place + 1..=last);
        }
        if !left.is_empty() {
            self.cycle(milestone, at, Some(left));
        }
    }

    /// Whatever it did then, it stood still.
    fn stood_still(&mut self, milestone: usize, from: Instant, to: Instant) {
        if from >= to {
            return;
        }
        let pauses = &mut self.progress[milestone].pauses;
        let mut all = Vec::new();
        for pause in pauses.drain(..) {
            if pause.from < from {
                let end = pause.to.map_or(from, |end| end.min(from));
                all.push(NaivePause {
                    to: Some(end),
                    ..pause
                });
            }
            if pause.to.is_none_or(|end| end > to) {
                all.push(NaivePause {
                    from: pause.from.max(to),
                    ..pause
                });
            }
        }
        all.push(NaivePause {
            from,
            to: Some(to),
            over: true,
        });
        all.sort_by_key(|pause| pause.from);
        *pauses = all;
    }

    /// A cycle that a mark had ended goes on, where the plan lets it.
    fn goes_on(&mut self, milestone: usize, place: usize, old: &Ended, at: Instant) -> bool {
        let may = self.soon_enough(old.at, self.stood_until(old, at));
        if self.plan(milestone).on_reopen == OnReopen::NewCycle || !may {
            return false;
        }
        let present = self.progress[milestone].past.len();
        if place == present {
            self.withdraw(milestone, old, at);
        } else {
            if !matches!(self.progress[milestone].stage, Stage::Pending { .. }) {
                self.gone(milestone, present, at);
            }
            let live = self.live(milestone);
            self.back_to(milestone, place, live, at);
            let progress = &mut self.progress[milestone];
            for said in &mut progress.log {
                said.cycle = said.cycle.min(progress.cycle);
            }
        }
        let now = self.rank_now();
        if old.rank != now {
            self.another_priority(milestone, old.clock, (old.rank, now), None, at);
        }
        true
    }

    /// What the mark had begun counts nowhere; what others left there goes on by itself.
    fn without_begun(&mut self, milestone: usize, mark: usize, at: Instant) {
        let cycles = self.cycles(milestone);
        let present = cycles.len().saturating_sub(1);
        for (place, cycle) in cycles.iter().enumerate() {
            if cycle.begun_by != mark {
                continue;
            }
            let pending = matches!(self.progress[milestone].stage, Stage::Pending { .. });
            let left = match place == present && pending {
                true => self.left_over(milestone, self.live(milestone), at),
                false => Vec::new(),
            };
            self.gone(milestone, place, at);
            if !left.is_empty() {
                self.cycle(milestone, at, Some(left));
            }
        }
    }
}

/// One cycle, whichever it is.
struct NaiveCycle {
    number: u32,
    begun_by: usize,
    ended: Option<Ended>,
}
