//! The terms that a ticket lives under, as its fold uses them: the limits that they set, since
//! when they do, and how long a reopening may withdraw an end.

use super::clock::{Limit, LimitOrigin};
use super::event_cow::EventCow;
use super::renamed::NamedWords;
use super::rules::Rulebook;
use super::ticket::Ticket;
use crate::core::model::{AbsorbedLimit, Event, EventId, Fact, Opened};
use crate::core::terms::{
    AskedKinds, ChosenTarget, KindFacts, Milestone, Promise, ReopenWithin, Target, Terms,
};
use crate::core::time::Instant;
use crate::core::time::Span;

/// What the fold needs to know of the contract when it starts or ends a clock.
pub(super) struct ContractContext<'r> {
    pub rules: &'r dyn Rulebook,
    pub terms_id: EventId,
    pub terms: &'r Terms,
    /// No clock is breached before this: the terms came to the ticket then.
    floor: Instant,
    /// The terms that it lived under before, the newest first, each with when they came to it;
    /// none where there were none.
    earlier: Vec<(Option<(EventId, &'r Terms)>, Instant)>,
    /// Whether some of all these terms have kinds.
    has_kinds: bool,
    /// What the ticket names, as kinds look at it; nothing where there are none.
    facts: KindFacts,
    /// All that it ever named, each with since when it did.
    named: Vec<(Instant, KindFacts)>,
    /// What it would name without corrections.
    said: NamedWords,
    /// When a correction said that it names what it is read as naming.
    pub words_known_since: Option<Instant>,
    /// No target of the priority that the ticket has is breached before this: a correction said
    /// then that it has it.
    pub priority_known_since: Instant,
}

impl<'r> ContractContext<'r> {
    /// The terms that the ticket lives under: those of its opening, unless it was moved or
    /// entitled since; then all clocks are anew, and none is breached before that.
    pub(super) fn of(
        kept: &[EventCow<'_>],
        opened: &Opened,
        rules: &'r dyn Rulebook,
    ) -> Option<ContractContext<'r>> {
        let since = kept.iter().rev().filter_map(|event| match &event.fact {
            Fact::Moved(moved) => Some((moved.terms, event.at)),
            Fact::Entitled(entitled) => Some((Some(entitled.terms), event.at)),
            _ => None,
        });
        let mut pinned = since.chain([(opened.terms, Instant::MIN)]);
        let (terms_id, floor) = pinned.next()?;
        let terms_id = terms_id?;
        let known = |id: EventId| Some((id, rules.terms(id)?));
        let earlier = pinned.map(|(terms, since)| (terms.and_then(known), since));
        let earlier: Vec<_> = earlier.collect();
        let terms = rules.terms(terms_id)?;
        let mut all = earlier.iter().filter_map(|(terms, _)| *terms);
        let has_kinds = !terms.kinds.is_empty() || all.any(|(_, terms)| !terms.kinds.is_empty());
        Some(ContractContext {
            rules,
            terms_id,
            terms,
            floor,
            earlier,
            has_kinds,
            facts: KindFacts::default(),
            named: Vec::new(),
            said: NamedWords::default(),
            words_known_since: None,
            priority_known_since: Instant::MIN,
        })
    }

    /// Whether some of the terms that the ticket ever had tell kinds apart.
    pub(super) fn has_kinds(&self) -> bool {
        self.has_kinds
    }

    /// Takes in what the ticket names now, and what the event itself said that it names.
    pub(super) fn learn(
        &mut self,
        ticket: &Ticket,
        channel: Option<&String>,
        said: Option<&NamedWords>,
        at: Instant,
    ) {
        if !self.has_kinds {
            return;
        }
        let facts = &mut self.facts;
        facts.words.clone_from(&ticket.words);
        facts.language.clone_from(&ticket.language);
        facts.line.clone_from(&ticket.line);
        facts.asked.clone_from(&ticket.asked);
        if let Some(channel) = channel.filter(|channel| !facts.channels.contains(channel)) {
            facts.channels.push(channel.clone());
        }
        if self.named.last().is_none_or(|(_, last)| last != facts) {
            self.named.push((at, facts.clone()));
        }
        if let Some(said) = said {
            self.said.take_over(said);
        }
    }

    /// Since when what the ticket names has given it the target that it has at a priority, in a
    /// cycle that began at `started`: a target is counted from no earlier than that.
    pub(super) fn of_the_kind_since(
        &self,
        milestone: &'r Milestone,
        priority: Option<usize>,
        started: Instant,
    ) -> Instant {
        let Some((priority, now)) = priority.zip(self.chosen(milestone, priority, started)) else {
            return started;
        };
        let terms = (self.terms_id, self.terms);
        let same = |facts: &KindFacts| {
            let then = self.chosen_in(terms, (milestone, priority), started, facts);
            then.is_some_and(|then| then.target.counts_alike(now.target))
        };
        let named = self.named.iter().rev();
        let alike = named.take_while(|(_, facts)| same(facts));
        alike
            .last()
            .map_or(started, |(since, _)| started.max(*since))
    }

    /// The target that a milestone has at a priority for what the ticket names now, in a cycle that
    /// began at `started`.
    pub(super) fn chosen(
        &self,
        milestone: &'r Milestone,
        priority: Option<usize>,
        started: Instant,
    ) -> Option<ChosenTarget<'r>> {
        let terms = (self.terms_id, self.terms);
        self.chosen_in(terms, (milestone, priority?), started, &self.facts)
    }

    fn chosen_in<'t>(
        &self,
        (id, terms): (EventId, &'t Terms),
        (milestone, priority): (&'t Milestone, usize),
        started: Instant,
        facts: &KindFacts,
    ) -> Option<ChosenTarget<'t>> {
        let is_open = |key: &str| {
            let versions = self.rules.calendar(id, key)?;
            Some(versions.at(started).is_open(started))
        };
        terms.chosen_target(milestone, terms.held_to(priority), facts, is_open)
    }

    /// When a promise came to the ticket: terms that promise the same bring nothing new.
    fn promised_since(
        &self,
        milestone: &Milestone,
        priority: usize,
        (target, started): (&Target, Instant),
    ) -> Instant {
        let Some(priority) = self.terms.priorities.get(priority) else {
            return self.floor;
        };
        let same = |(id, terms): (EventId, &'r Terms)| {
            let mut places = terms.priorities.iter();
            let place = places.position(|known| known.id == priority.id)?;
            let there = terms.milestone(&milestone.id)?;
            let theirs = self.chosen_in((id, terms), (there, place), started, &self.facts)?;
            let targets = (target, theirs.target);
            let alike = self.terms.promises_alike(terms, &milestone.id, targets);
            alike.then_some(())
        };
        let alike = self
            .earlier
            .iter()
            .take_while(|(terms, _)| terms.is_some_and(|terms| same(terms).is_some()));
        alike.last().map_or(self.floor, |(_, since)| *since)
    }

    /// No limit of a target is broken before it was said that the ticket has it: where what was
    /// said by then gave it another, that was when a correction spoke.
    fn kind_known_since(
        &self,
        milestone: &'r Milestone,
        priority: usize,
        (target, started): (&Target, Instant),
    ) -> Instant {
        let Some(since) = self.words_known_since else {
            return Instant::MIN;
        };
        let mut facts = KindFacts {
            words: self.said.words.clone(),
            language: self.said.language.clone(),
            ..self.facts.clone()
        };
        facts
            .asked
            .stands(self.said.asks.as_deref().unwrap_or(AskedKinds::NONE));
        let terms = (self.terms_id, self.terms);
        let said = self.chosen_in(terms, (milestone, priority), started, &facts);
        match said.is_some_and(|said| said.target.counts_alike(target)) {
            true => Instant::MIN,
            false => since,
        }
    }

    /// The limit of a priority's target from `from` on, in a cycle that began at `started`; none
    /// where nothing is promised.
    pub(super) fn limit(
        &self,
        milestone: &'r Milestone,
        priority: Option<usize>,
        (from, started): (Instant, Instant),
        event: &Event,
    ) -> Option<Limit> {
        let priority = priority?;
        let ChosenTarget { target, kind } = self.chosen(milestone, Some(priority), started)?;
        let Promise::Within(within) = target.promise else {
            return None;
        };
        let promised_since = self.promised_since(milestone, priority, (target, started));
        let calendar = target.calendar.clone()?;
        let counted_from = target.cut_off.and_then(|cut_off| {
            // by the rules of that day: days that are closed later on count in no span anyway
            let held = self.rules.calendar(self.terms_id, &calendar)?.at(from);
            held.after_cut_off(from, within, cut_off)
        });
        Some(Limit {
            origin: LimitOrigin::Plan,
            from: counted_from.unwrap_or(from),
            within,
            terms: self.terms_id,
            calendar,
            clause: target.source.clause.clone(),
            kind: kind.map(|kind| kind.id.clone()),
            by: event.id,
            effective_from: event
                .at
                .max(promised_since)
                .max(self.priority_known_since)
                .max(self.kind_known_since(milestone, priority, (target, started))),
            left_due: None,
            due: None,
        })
    }

    /// A limit that the two sides agreed for this ticket alone.
    pub(super) fn agreed_limit(
        &self,
        milestone: &'r Milestone,
        priority: Option<usize>,
        within: Span,
        (from, started): (Instant, Instant),
        event: &Event,
    ) -> Option<Limit> {
        let ChosenTarget { target, .. } = self.chosen(milestone, priority, started)?;
        let in_days = within.counts_business_days();
        let planned_in_days =
            matches!(target.promise, Promise::Within(span) if span.counts_business_days());
        let terms = self.terms;
        let calendar = if in_days == planned_in_days && target.calendar.is_some() {
            target.calendar.clone()
        } else if in_days {
            terms.business_days.clone().or(terms.hours.clone())
        } else {
            terms.hours.clone()
        };
        Some(Limit {
            origin: LimitOrigin::Agreement,
            from,
            within,
            terms: self.terms_id,
            calendar: calendar?,
            clause: target.source.clause.clone(),
            kind: None,
            by: event.id,
            effective_from: event.at.max(self.floor).max(self.priority_known_since),
            left_due: None,
            due: None,
        })
    }

    /// What a merged ticket's clock leaves to this one: what was left then, so that later pauses
    /// move it as any other limit.
    pub(super) fn limit_taken_over(&self, left: &AbsorbedLimit, event: &Event) -> Option<Limit> {
        let versions = self.rules.calendar(left.terms, &left.calendar)?;
        let rest = versions.at(event.at).elapsed(event.at, left.due);
        Some(Limit {
            origin: LimitOrigin::Merge,
            from: event.at,
            within: Span::Time(rest),
            terms: left.terms,
            calendar: left.calendar.clone(),
            clause: left.clause.clone(),
            kind: left.kind.clone(),
            by: event.id,
            effective_from: event.at.max(self.floor),
            left_due: Some(left.due),
            due: None,
        })
    }

    /// A limit that is due then, with what is left of it from `at` on.
    pub(super) fn what_is_left(&self, limit: Limit, due: Instant, at: Instant) -> Limit {
        match self.rules.calendar(limit.terms, &limit.calendar) {
            None => limit,
            Some(versions) => Limit {
                from: at,
                within: Span::Time(versions.at(at).elapsed(at, due)),
                left_due: Some(due),
                ..limit
            },
        }
    }

    /// Whether an end that stood from `end` to `until` may still be withdrawn.
    pub(super) fn may_withdraw(&self, end: Instant, until: Instant) -> bool {
        match self.terms.reopen_within {
            ReopenWithin::Never => false,
            ReopenWithin::Always => true,
            ReopenWithin::Within(span) => {
                let key = self.terms.calendar_in_own_zone();
                let versions = key.and_then(|key| self.rules.calendar(self.terms_id, key));
                let last = versions.and_then(|versions| versions.at(until).due_within(end, span));
                last.is_some_and(|last| until <= last)
            }
        }
    }
}
