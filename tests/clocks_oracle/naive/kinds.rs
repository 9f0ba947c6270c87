//! Which target a ticket has by what it names: asked anew each time, of all that was ever said.

use sladesk::core::model::{Event, EventId, Fact, TicketWord};
use sladesk::core::terms::{KindCondition, KindProperty, KindWords, Promise, Target, Terms};
use sladesk::core::time::Instant;

use super::ticket::NaiveTicket;
use super::walk::is_open;
use crate::world::Adopted;

/// What a clock counts by a target.
pub type Counted = (Promise, Option<String>, Option<u32>);

pub fn counted(target: &Target) -> Counted {
    (target.promise, target.calendar.clone(), target.cut_off)
}

/// By the version of the hours that holds then.
fn was_open(adopted: &Adopted, at: Instant) -> bool {
    let held = adopted.0.iter().rev().find(|(since, _)| *since <= at);
    is_open(&held.unwrap_or(&adopted.0[0]).1, at)
}

/// A ticket's story.
#[derive(Clone, Debug)]
pub struct Told {
    pub opening: Fact,
    /// What stands after it, in order of happening.
    pub history: Vec<Event>,
}

/// What an event can name.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Thing {
    Word(TicketWord),
    Language,
    Asked,
}

/// What an event names of one thing.
fn named(fact: &Fact, what: Thing) -> Option<Option<String>> {
    let (words, language, asks) = match fact {
        Fact::Opened(opened) => (&opened.words, &opened.language, &opened.asks),
        Fact::Edited(edited) => (&edited.words, &edited.language, &edited.asks),
        _ => return None,
    };
    Some(match what {
        Thing::Word(word) => words.get(word).map(str::to_owned),
        Thing::Language => language.clone(),
        Thing::Asked => asks.clone(),
    })
}

fn name(fact: &mut Fact, what: Thing, value: &str) {
    let (words, language, asks) = match fact {
        Fact::Opened(opened) => (&mut opened.words, &mut opened.language, &mut opened.asks),
        Fact::Edited(edited) => (&mut edited.words, &mut edited.language, &mut edited.asks),
        _ => return,
    };
    match what {
        Thing::Word(word) => words.set(word, Some(value.to_owned())),
        Thing::Language => *language = Some(value.to_owned()),
        Thing::Asked => *asks = Some(value.to_owned()),
    }
}

/// Reads what correcting edits say back to the opening, thing by thing: the last of them says what
/// it was all along. Answers since when that is known, where the opening had not said it.
pub fn renamed(told: &mut Told) -> Option<Instant> {
    let things = TicketWord::ALL.map(Thing::Word).into_iter();
    let things = things.chain([Thing::Language, Thing::Asked]);
    let mut since: Option<Instant> = None;
    for what in things {
        let mut said = Vec::new();
        for (place, event) in told.history.iter().enumerate() {
            let edits = matches!(event.fact, Fact::Edited(_)) && event.corrects;
            if let (true, Some(Some(value))) = (edits, named(&event.fact, what)) {
                said.push((place, event.at, value));
            }
        }
        let Some((last, _, value)) = said.last().cloned() else {
            continue;
        };
        if named(&told.opening, what) != Some(Some(value.clone())) {
            let first = said.iter().find(|(.., says)| *says == value);
            since = since.max(first.map(|(_, at, _)| *at));
        }
        name(&mut told.opening, what, &value);
        for event in &mut told.history[..last] {
            if matches!(named(&event.fact, what), Some(Some(_))) {
                name(&mut event.fact, what, &value);
            }
        }
    }
    since
}

impl<'w> NaiveTicket<'w> {
    /// All that was said of a property, the latest last.
    fn said(&self, property: KindProperty, told: &Told) -> Vec<String> {
        let word = match property {
            KindProperty::Topic => Some(TicketWord::Topic),
            KindProperty::Component => Some(TicketWord::Component),
            KindProperty::Environment => Some(TicketWord::Environment),
            KindProperty::Version => Some(TicketWord::Version),
            _ => None,
        };
        let of = |fact: &Fact| match (property, fact) {
            (KindProperty::Channel, Fact::Opened(opened)) => opened.channel.clone(),
            (KindProperty::Channel, Fact::CustomerReplied(word)) => word.channel.clone(),
            (KindProperty::Language, Fact::Opened(opened)) => opened.language.clone(),
            (KindProperty::Language, Fact::Edited(edited)) => edited.language.clone(),
            (KindProperty::OnRequest, Fact::Opened(opened)) => opened.asks.clone(),
            (KindProperty::OnRequest, Fact::Edited(edited)) => edited.asks.clone(),
            (KindProperty::Line, Fact::Escalated(escalated)) => Some(escalated.line.clone()),
            (_, Fact::Opened(opened)) => opened.words.get(word?).map(str::to_owned),
            (_, Fact::Edited(edited)) => edited.words.get(word?).map(str::to_owned),
            _ => None,
        };
        let history = told.history[..self.happened].iter();
        let first = match property {
            KindProperty::Line => self.holders.first_line.clone(),
            _ => None,
        };
        let facts = [&told.opening]
            .into_iter()
            .chain(history.map(|event| &event.fact));
        first.into_iter().chain(facts.filter_map(of)).collect()
    }

    fn fits(&self, asked: &KindCondition, priority: &str, told: &Told) -> bool {
        let property = asked.property;
        let said = match property {
            KindProperty::Priority => vec![priority.to_owned()],
            // every way by which the customer ever came
            KindProperty::Channel => self.said(property, told),
            // and all that was asked for with a later word
            KindProperty::OnRequest => {
                let history = told.history[..self.happened].iter();
                let later = history.filter_map(|event| match &event.fact {
                    Fact::CustomerReplied(word) => word.asks.clone(),
                    _ => None,
                });
                let standing = self.said(property, told).pop();
                later.chain(standing).collect()
            }
            _ => self.said(property, told).pop().into_iter().collect(),
        };
        said.iter().any(|said| match &asked.words {
            KindWords::OneOf(words) => words.contains(said),
            KindWords::AllBut(words) => !words.contains(said),
        })
    }

    /// The target of a milestone at a priority under any terms, in a cycle that began then.
    pub fn target_under(
        &self,
        (id, terms): (EventId, &'w Terms),
        (milestone, priority): (&str, &str),
        began: Instant,
        told: &Told,
    ) -> Option<&'w Target> {
        let rank = terms.priorities.iter().position(|p| p.id == priority)?;
        let has: Vec<usize> = (0..terms.priorities.len())
            .filter(|rank| terms.priorities[*rank].included)
            .collect();
        let less = has.iter().find(|known| **known >= rank);
        let rank = *less.or(has.last()).unwrap_or(&rank);
        let priority = terms.priorities[rank].id.as_str();
        let plan = terms.milestones.iter().find(|m| m.id == milestone)?;
        for when in &plan.when {
            let target = &when.targets[rank];
            let kind = terms.kinds.iter().find(|kind| kind.id == when.kind)?;
            let opened = |key: &Option<String>| {
                let hours = key.as_ref().map(|key| self.hours(id, key));
                hours.map(|hours| hours.is_some_and(|hours| was_open(hours, began)))
            };
            let mut conditions = kind.conditions.iter();
            if target.promise != Promise::Missing
                && conditions.all(|asked| self.fits(asked, priority, told))
                && opened(&kind.during) != Some(false)
                && opened(&kind.outside) != Some(true)
            {
                return Some(target);
            }
        }
        plan.targets.get(rank)
    }

    /// The target that a milestone has now; none without a priority.
    pub fn target(&self, milestone: usize) -> Option<&'w Target> {
        self.target_as(milestone, &self.told)
    }

    /// Since when what was said has given a milestone the target that it has.
    pub fn of_the_kind_since(&mut self, milestone: usize) -> Instant {
        let now = self.target(milestone).map(counted);
        let (began, known) = (self.progress[milestone].began, self.happened);
        let mut since = began;
        for upto in (0..known).rev() {
            self.happened = upto;
            if self.target(milestone).map(counted) != now {
                since = began.max(self.told.history[upto].at);
                break;
            }
        }
        self.happened = known;
        since
    }

    /// The same as the events themselves said it, before any correction was read back.
    pub fn target_as_said(&self, milestone: usize) -> Option<&'w Target> {
        self.target_as(milestone, &self.as_written)
    }

    fn target_as(&self, milestone: usize, told: &Told) -> Option<&'w Target> {
        let priority = &self.terms.priorities[self.rank_now()?].id;
        let id = &self.plan(milestone).id;
        let began = self.progress[milestone].began;
        self.target_under((self.terms_id, self.terms), (id, priority), began, told)
    }

    /// Where another target holds now than a moment ago, it is one limit more.
    pub fn another_kind(&mut self, at: Instant) {
        for (milestone, live) in self.pending() {
            let now = self.target(milestone).map(counted);
            let before = std::mem::replace(&mut self.progress[milestone].had, now.clone());
            let on_clock = live.map_or(&[][..], |live| &self.clocks[live].limits);
            let spoken_for = on_clock
                .iter()
                .any(|limit| limit.agreed || self.broken(milestone, limit, at));
            if now == before || spoken_for {
                continue;
            }
            let Some(limit) = self.limit(milestone, at, at) else {
                continue;
            };
            match live {
                Some(live) => self.clocks[live].limits.push(limit),
                None => self.start_clock(milestone, vec![limit]),
            }
        }
    }
}
