//! What happens in a case, as events of one ticket.

use super::case::PlanTestCase;
use super::fault::CaseFault;
use super::known::known;
use super::placed_text::PlacedText;
use super::rules::SIGNING;
use crate::core::calendar::ZoneRules;
use crate::core::model::{
    CustomerId, EntryId, Event, EventId, Fact, Opened, Stream, TicketNo, TicketWord,
};
use crate::core::terms::Terms;
use crate::core::time::{Direction, Instant, LocalNow, when};

/// The instant that a text of the case names; a day or time alone follows the opening.
pub(super) fn instant(
    said: &PlacedText,
    from: Instant,
    wall: &ZoneRules,
) -> Result<Instant, CaseFault> {
    let here = LocalNow::new(from, wall);
    when(&said.text, &here, Direction::Future)
        .map_err(|error| CaseFault::at(&said.place, error.message))
}

/// The same of what cannot come before the opening.
pub(super) fn since(
    said: &PlacedText,
    opened: Instant,
    wall: &ZoneRules,
) -> Result<Instant, CaseFault> {
    let at = instant(said, opened, wall)?;
    match at < opened {
        true => Err(CaseFault::at(
            &said.place,
            format!("{} lies before the opening", said.text),
        )),
        false => Ok(at),
    }
}

/// The events of a case in its order, and when its ticket is opened.
///
/// # Errors
/// A time that is none, or lies before the opening; a word that the plan has not.
pub(super) fn events(
    case: &PlanTestCase,
    terms: &Terms,
    wall: &ZoneRules,
) -> Result<(Vec<Event>, Instant), CaseFault> {
    let opened = instant(&case.opened, Instant(0), wall)?;
    let opening = Fact::from(opening(case));
    known(terms, &opening, &case.opened.place)?;
    let mut facts: Vec<(Instant, Fact)> = vec![(opened, opening)];
    let mut priority = case.priority.clone();
    for act in &case.acts {
        let at = since(&act.when, opened, wall)?;
        for mut fact in act.facts(at) {
            if let Fact::Prioritised(change) = &mut fact {
                if terms.corrects(change.reason.as_deref()) {
                    change.replaces = Some(last_priority(&facts));
                }
                priority = Some(change.to.clone());
            }
            if let Fact::MarkWithdrawn(withdrawn) = &mut fact {
                let Some(mark) = last_mark(&facts, &withdrawn.act) else {
                    let says = format!("`{}` unmarked", withdrawn.act);
                    return Err(CaseFault::at(&act.when.place, says));
                };
                withdrawn.event = mark;
            }
            known(terms, &fact, &act.when.place)?;
            facts.push((at, fact));
        }
    }
    if priority.is_none() && !terms.priorities.is_empty() {
        let says = "the case opens its ticket without a priority";
        return Err(CaseFault::at(&case.place, says));
    }
    let events = facts.into_iter().zip(1..).map(|((at, fact), n)| Event {
        id: EventId(n),
        entry: EntryId(n),
        stream: Stream::Ticket(TicketNo(1)),
        at,
        recorded: at,
        present: at,
        actor: "case".to_owned(),
        fact,
        corrects: false,
    });
    Ok((events.collect(), opened))
}

fn opening(case: &PlanTestCase) -> Opened {
    Opened {
        terms: Some(SIGNING),
        priority: case.priority.clone(),
        channel: case.channel.clone(),
        language: case.language.clone(),
        asks: case.asks.clone(),
        words: [
            (TicketWord::Topic, &case.topic),
            (TicketWord::Environment, &case.environment),
            (TicketWord::Component, &case.component),
            (TicketWord::Version, &case.version),
        ]
        .into_iter()
        .filter_map(|(word, value)| Some((word, value.clone()?)))
        .collect(),
        ..Opened::by(CustomerId(1))
    }
}

/// The event that set the priority in force: the last change of it, else the opening.
fn last_priority(facts: &[(Instant, Fact)]) -> EventId {
    let last = facts
        .iter()
        .rposition(|(_, fact)| matches!(fact, Fact::Prioritised(_)));
    EventId(i64::try_from(last.unwrap_or(0)).unwrap_or(0) + 1)
}

/// The event that marked an act last, of those that were not withdrawn.
fn last_mark(facts: &[(Instant, Fact)], act: &str) -> Option<EventId> {
    let mut standing = Vec::new();
    for ((_, fact), n) in facts.iter().zip(1..) {
        match fact {
            Fact::ActMarked(marked) if marked.act == act => standing.push(EventId(n)),
            Fact::MarkWithdrawn(withdrawn) => standing.retain(|mark| *mark != withdrawn.event),
            _ => {}
        }
    }
    standing.pop()
}
