//! What would be promised, if it were opened then: of each priority, by when an answer would come.

use super::asks::Asks;
use crate::commands::ticket::record::{NotPromised, kind_title, promised_to, published};
use crate::core::calendar::ZoneRules;
use crate::core::model::{EntryId, Event, EventId, Fact, Opened, Stream, TicketNo};
use crate::core::sla::fold;
use crate::core::terms::NotPromisedReason;
use crate::core::time::Instant;
use crate::render::{Cell, Said};
use crate::wording::{NOT_PROMISED, said};

/// How long something may take, or why nobody promises it.
pub(super) enum MayTarget {
    /// As it is typed, in the words in which the source publishes it, and to which kind of tickets.
    Within(String, Option<String>, Option<String>),
    NotPromised(NotPromised),
}

/// A milestone at a priority.
pub(super) struct Promised {
    pub priority: String,
    pub milestone: String,
    pub target: MayTarget,
    pub due: Option<Instant>,
    pub clause: Option<String>,
}

impl Promised {
    /// Those of the priority that was named, else of each.
    pub(super) fn all(asks: &Asks<'_>, priority: Option<&str>) -> Vec<Promised> {
        let Some(terms) = &asks.contract_context.terms else {
            return Vec::new();
        };
        match priority {
            Some(priority) => of(asks, &asks.contract_context.priority(priority)),
            None => {
                let own = terms.own_priorities();
                own.flat_map(|(_, one)| of(asks, &one.id)).collect()
            }
        }
    }

    /// Its target, as people read it.
    pub(super) fn target(&self) -> Cell {
        match &self.target {
            MayTarget::Within(target, says, kind) => {
                let target = published(Cell::Target(target.clone()), says);
                promised_to(kind.as_ref().map(Cell::text), target)
            }
            MayTarget::NotPromised(silent) => {
                let not_promised = Cell::word_of(NOT_PROMISED);
                // best effort is a promise without a time
                let says: Said = match silent.why {
                    NotPromisedReason::BestEffort => said::as_it_is(silent.why()),
                    _ => said::with_clause(silent.why(), not_promised.clone()),
                };
                Cell::told(not_promised, says)
            }
        }
    }

    /// As a row of the page; its due there, where that is another zone.
    pub(super) fn row(&self, there: Option<&ZoneRules>) -> Vec<Cell> {
        let there = there.map(|zone| match self.due {
            Some(due) => Cell::Elsewhere(Box::new((due, zone.clone()))),
            None => Cell::Absent,
        });
        let before = [
            Cell::priority(self.priority.clone()),
            Cell::milestone(self.milestone.clone()),
            self.target(),
            Cell::from(self.due),
        ];
        let clause = Cell::code_if(self.clause.clone());
        before.into_iter().chain(there).chain([clause]).collect()
    }

    /// As scripts read it.
    pub(super) fn object(&self) -> Cell {
        Cell::object([
            ("milestone", Cell::milestone(self.milestone.clone())),
            ("target", self.target()),
            ("due", Cell::from(self.due)),
            ("priority", Cell::priority(self.priority.clone())),
            ("clause", Cell::code_if(self.clause.clone())),
        ])
    }
}

fn of(asks: &Asks<'_>, priority: &str) -> Vec<Promised> {
    let context = asks.contract_context;
    let opened = Opened {
        contract: context.contract.as_ref().map(|contract| contract.id),
        terms: context.terms_event,
        priority: Some(priority.to_owned()),
        channel: asks.request.channel.clone(),
        words: asks.request.named.words.clone(),
        language: asks.request.language.clone(),
        asks: asks.request.asks.clone(),
        ..Opened::by(asks.resolved.account.customer.id)
    };
    let event = Event {
        id: EventId(1),
        entry: EntryId(1),
        stream: Stream::Ticket(TicketNo(0)),
        at: asks.at,
        recorded: asks.at,
        present: asks.at,
        actor: String::new(),
        fact: Fact::from(opened),
        corrects: false,
    };
    let Some(ticket) = fold(&[event], asks.rules_cache) else {
        return Vec::new();
    };
    let silent = NotPromised::of(&ticket, context.terms.as_ref());
    let clocks = ticket.clocks.into_iter().map(|clock| {
        let limit = clock.limits.first();
        Promised {
            priority: priority.to_owned(),
            target: MayTarget::Within(
                limit.map_or_else(String::new, |limit| limit.within.to_string()),
                limit.and_then(|limit| {
                    let terms = context.terms.as_ref()?;
                    let says = limit.published(&clock.milestone, priority, terms)?;
                    Some(says.to_owned())
                }),
                limit.and_then(|limit| kind_title(limit, asks.rules_cache)),
            ),
            clause: limit.and_then(|limit| limit.clause.clone()),
            milestone: clock.milestone,
            due: clock.due,
        }
    });
    let silent = silent.into_iter().map(|silent| Promised {
        priority: priority.to_owned(),
        milestone: silent.milestone.clone(),
        due: None,
        clause: silent.clause.clone(),
        target: MayTarget::NotPromised(silent),
    });
    clocks.chain(silent).collect()
}
