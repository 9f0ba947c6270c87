//! Tickets as requests: whether the contract allowed them, and whether the other terms would have.

use super::contract_sides::ContractSides;
use crate::core::entitlement::{
    Balance, Evaluation, Purpose, Request, RequestContext, Rule, evaluate, seat_limit,
};
use crate::core::model::{Event, Fact, Opened, TicketNo, TicketWord};
use crate::core::sla::{Ticket, effective_events};
use crate::core::terms::{Allowance, Terms};
use crate::core::time::Instant;
use crate::render::{Cell, Column};
use crate::wording::{Phrase, Spoken, finding, said};

/// What a ticket is replayed for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum ReplayedFor {
    /// The report is about it.
    Period,
    /// What it used of an allowance, which is missing to those that the report is about.
    Allowances,
    /// What it left to a ticket that it was merged into.
    Merge,
}

/// A ticket to be replayed.
pub(super) struct ReplayedTicket {
    pub number: TicketNo,
    pub replayed_for: ReplayedFor,
    pub ticket: Ticket,
    pub events: Vec<Event>,
}

/// A request that is judged otherwise by the other terms.
#[derive(Clone)]
pub(super) struct EvaluatedRequest {
    ticket: TicketNo,
    opened: Instant,
    rules: Vec<String>,
    says: Vec<Phrase>,
    clause: Option<String>,
}

type C = Column<EvaluatedRequest>;

pub(super) const EVALUATED: &[C] = &[
    C::shown("ticket", |j| Cell::Id(j.ticket.0)),
    C::shown("opened", |j| Cell::Instant(j.opened)),
    C::shown("rules", |j| {
        Cell::List(j.rules.iter().cloned().map(Cell::word_of).collect())
    }),
    C::shown("says", |j| says(&j.says)),
    C::shown("clause", |j| Cell::code_if(j.clause.clone())),
];

/// What speaks against it: scripts read it in English.
fn says(phrases: &[Phrase]) -> Cell {
    let english: Vec<String> = phrases.iter().map(Phrase::in_english).collect();
    let all = phrases.iter().cloned().map(Cell::Phrase).collect();
    Cell::told(
        Cell::text(english.join("; ")),
        said::as_it_is(Cell::List(all)),
    )
}

impl ReplayedTicket {
    /// The event that opened it.
    pub(super) fn opening(&self) -> Option<(Event, Opened)> {
        let first = effective_events(&self.events).into_iter().next()?;
        match &first.fact {
            Fact::Opened(opened) => Some((Event::clone(&first), Opened::clone(opened))),
            _ => None,
        }
    }

    /// What the terms that held say of the request.
    pub(super) fn evaluated_now(
        &self,
        sides: &ContractSides,
        opening: &(Event, Opened),
    ) -> Evaluation {
        let balances = sides.balances_now(self.ticket.opened, opening.0.id);
        self.evaluated(
            sides,
            sides.now_at(self.ticket.opened),
            &balances,
            &opening.1,
        )
    }

    /// What the other terms would have said.
    pub(super) fn evaluated_then(
        &self,
        sides: &ContractSides,
        opening: &(Event, Opened),
    ) -> Evaluation {
        let balances = sides.balances_then(self.ticket.opened);
        self.evaluated(
            sides,
            sides.then_at(self.ticket.opened),
            &balances,
            &opening.1,
        )
    }

    fn evaluated(
        &self,
        sides: &ContractSides,
        terms: Option<&Terms>,
        balances: &[(Allowance, Balance)],
        opened: &Opened,
    ) -> Evaluation {
        let contact = opened.contact.and_then(|id| sides.account.contact(id));
        let email = contact.and_then(|contact| contact.email.clone());
        let balances: Vec<(&Allowance, Balance)> = balances
            .iter()
            .map(|(allowance, balance)| (allowance, balance.clone()))
            .collect();
        let situation = RequestContext {
            at: self.ticket.opened,
            zone: &sides.zone,
            account: &sides.account,
            contract: Some(&sides.contract),
            balances: &balances,
            others: &[],
            beside: &[],
            is_open: &|_| None,
        };
        let request = Request {
            purpose: Purpose::Open,
            contact: email.as_deref(),
            channel: opened.channel.as_deref(),
            topic: opened.words.get(TicketWord::Topic),
            priority: opened.priority.as_deref(),
            environment: opened.words.get(TicketWord::Environment),
            component: opened.words.get(TicketWord::Component),
            version: opened.words.get(TicketWord::Version),
            language: opened.language.as_deref(),
        };
        evaluate(terms, &situation, &request)
    }

    /// Whether the person who asked would have had a seat: the first to take one keep theirs.
    pub(super) fn has_seat_then(&self, sides: &ContractSides, opened: &Opened) -> bool {
        let limit = sides.then_at(self.ticket.opened).and_then(seat_limit);
        let (Some(limit), Some(contact)) = (limit, opened.contact) else {
            return true;
        };
        let seated = sides.account.seated(sides.contract.id, self.ticket.opened);
        let place = seated.iter().position(|seated| seated.id == contact);
        place.is_none_or(|place| place < usize::try_from(limit).unwrap_or(usize::MAX))
    }
}

impl EvaluatedRequest {
    /// A request with all the rules that refuse it.
    pub(super) fn of(case: &ReplayedTicket, evaluation: &Evaluation) -> EvaluatedRequest {
        let refusals: Vec<_> = evaluation.refusals().collect();
        EvaluatedRequest {
            ticket: case.number,
            opened: case.ticket.opened,
            rules: refusals.iter().map(|f| f.rule.word().to_owned()).collect(),
            says: refusals.iter().map(|f| finding::phrase(f)).collect(),
            clause: refusals.iter().find_map(|f| f.clause.clone()),
        }
    }

    /// The same of somebody for whom there would have been no seat.
    #[must_use]
    pub(super) fn without_seat(mut self, terms: Option<&Terms>) -> EvaluatedRequest {
        let contact = Rule::Contact.word();
        if self.rules.iter().any(|rule| rule == contact) {
            return self;
        }
        let limit = terms.and_then(seat_limit).unwrap_or_default();
        let source = terms.and_then(|terms| terms.sources.get("contacts"));
        self.rules.insert(0, contact.to_owned());
        self.says
            .insert(0, said::whatif_no_seat(Spoken::Count(limit.into())));
        self.clause = source
            .and_then(|source| source.clause.clone())
            .or(self.clause);
        self
    }
}
