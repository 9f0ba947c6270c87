//! What a ticket's terms do not promise at its priority, as a record.

use crate::core::sla::{Clock, ClockEnd, Ticket};
use crate::core::terms::{NotPromisedReason, Terms, Unpromised};
use crate::render::Cell;
use crate::wording::said;

/// A milestone for which nothing is promised.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct NotPromised {
    pub milestone: String,
    pub priority: String,
    pub why: NotPromisedReason,
    /// As the source publishes it, where it has words of its own.
    pub says: Option<String>,
    pub clause: Option<String>,
}

/// The keys of what is not promised.
pub(super) const NOT_PROMISED_KEYS: &[&str] = &["milestone", "priority", "why", "clause"];

/// Why there is no promise: a page says it behind the words of the source.
pub(crate) fn why_not_promised(why: NotPromisedReason, says: Option<&str>) -> Cell {
    let word = Cell::word_of(why.word());
    match says {
        Some(says) => Cell::told(
            word.clone(),
            said::not_promised_says(Cell::text(says), word),
        ),
        None => word,
    }
}

/// The same where tickets of these kinds have a promise all the same.
pub(crate) fn why_not_promised_but(why: Cell, kinds: Vec<String>) -> Cell {
    match kinds.is_empty() {
        true => why,
        false => {
            let kinds = Cell::List(kinds.iter().map(Cell::text).collect());
            let code = match &why {
                Cell::Told(told) => told.0.clone(),
                word => word.clone(),
            };
            Cell::told(code, said::not_promised_but(kinds, why))
        }
    }
}

/// What people read for the kinds of tickets to which a milestone is promised at a priority.
pub(crate) fn kinds_promised(terms: &Terms, milestone: &str, priority: &str) -> Vec<String> {
    let of = terms.milestone(milestone).zip(terms.priority(priority));
    let Some((milestone, place)) = of else {
        return Vec::new();
    };
    let title = |kind: &str| {
        terms
            .kind(kind)
            .map_or(kind, |kind| kind.title.as_str())
            .to_owned()
    };
    let kinds = terms.promised_to_kinds(milestone, place);
    kinds.map(|(kind, _)| title(kind)).collect()
}

impl From<Unpromised<'_>> for NotPromised {
    fn from(not_promised: Unpromised<'_>) -> NotPromised {
        NotPromised {
            milestone: not_promised.milestone.id.clone(),
            priority: not_promised.priority.id.clone(),
            why: not_promised.why,
            says: not_promised.says.map(str::to_owned),
            clause: not_promised.source.clause.clone(),
        }
    }
}

impl NotPromised {
    /// What the terms that a ticket lives under do not promise at the priority it has; a clock
    /// that goes on from another priority, or was agreed for this ticket, is a promise.
    pub(crate) fn of(ticket: &Ticket, terms: Option<&Terms>) -> Vec<NotPromised> {
        let Some(terms) = terms.filter(|_| ticket.exempt.is_none()) else {
            return Vec::new();
        };
        let place = ticket.priority.as_deref().and_then(|p| terms.priority(p));
        let place = place.map(|place| terms.held_to(place));
        let not_promised = place.map_or_else(Vec::new, |place| {
            terms.unpromised_of(place, |milestone| {
                milestone.target(place, ticket.kind_of(&milestone.id))
            })
        });
        let promised = |milestone: &str| {
            let stands = |clock: &Clock| {
                let stands = clock.ended.is_none() || clock.fate == Some(ClockEnd::Reached);
                stands && clock.milestone == milestone
            };
            ticket.clocks.iter().any(stands)
        };
        let not_promised = not_promised.into_iter().map(NotPromised::from);
        not_promised
            .filter(|one| !promised(&one.milestone))
            .collect()
    }

    /// Why, in the words of a page.
    pub(crate) fn why(&self) -> Cell {
        why_not_promised(self.why, self.says.as_deref())
    }

    pub(crate) fn object(&self) -> Cell {
        Cell::object([
            ("milestone", Cell::code(self.milestone.clone())),
            ("priority", Cell::code(self.priority.clone())),
            ("why", Cell::code(self.why.word())),
            ("clause", Cell::code_if(self.clause.clone())),
        ])
    }
}
