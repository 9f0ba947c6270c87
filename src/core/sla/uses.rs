//! What a ticket uses of its contract's allowances, and what it gives back.
//!
//! A case is used at the opening, hours when the work was done, in the period that holds that
//! instant. Exempting, merging, voiding, or withdrawing unanswered gives the case back to that
//! same period; reopening what was withdrawn takes it again. A ticket that is moved gives its case
//! back there and takes one here; the work that was done before stays where it was booked.

use std::collections::BTreeMap;

use super::fold::effective_events;
use super::ticket::Ticket;
use crate::core::model::{ClosedAs, ContractId, Event, EventId, Fact, State, TicketWord};
use crate::core::time::Instant;

/// Whether an amount was used or given back.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum UseKind {
    /// It was used.
    Used,
    /// Carries the instant of the use, so that it returns to that period.
    GivenBack,
}

/// A line of an allowance's ledger that a ticket causes.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Use {
    /// Whose allowance.
    pub contract: ContractId,
    /// The allowance, by its id in the terms.
    pub allowance: String,
    /// When it was used.
    pub at: Instant,
    /// The event that caused it.
    pub event: EventId,
    /// Whether it was used or given back.
    pub kind: UseKind,
    /// Cases, or seconds; never negative.
    pub amount: i64,
}

/// The lines that a ticket causes, from its events and what they came to.
pub fn uses<E: AsRef<Event>>(events: &[E], ticket: &Ticket) -> Vec<Use> {
    if !ticket.refused.is_empty() {
        return Vec::new();
    }
    let mut account = TicketUses::of(ticket.opened);
    for event in &effective_events(events) {
        account.take_in(event);
        account.answered |= ticket.is_answer(event.id);
    }
    if ticket.state == State::Void {
        account.give_back(ticket.last);
    }
    account.lines
}

/// An allowance of a contract.
type AllowanceKey = (ContractId, String);

struct TicketUses {
    opened: Instant,
    contract: Option<ContractId>,
    answered: bool,
    exempt: bool,
    /// Where the ticket's case is taken from now.
    case: Option<AllowanceKey>,
    /// Where it was taken from, of a ticket that was withdrawn.
    withdrawn: Option<AllowanceKey>,
    work: Vec<WorkBooking>,
    lines: Vec<Use>,
}

/// Work that was charged, and what of it was not taken back.
struct WorkBooking {
    source: AllowanceKey,
    at: Instant,
    charged: i64,
}

impl TicketUses {
    fn of(opened: Instant) -> TicketUses {
        TicketUses {
            opened,
            contract: None,
            answered: false,
            exempt: false,
            case: None,
            withdrawn: None,
            work: Vec::new(),
            lines: Vec::new(),
        }
    }

    fn take_in(&mut self, event: &Event) {
        match &event.fact {
            Fact::Opened(opened) => {
                self.contract = opened.contract;
                self.take_case(opened.allowance.as_ref(), event.id);
            }
            Fact::Entitled(entitled) => {
                self.contract = Some(entitled.contract);
                self.take_case(entitled.allowance.as_ref(), event.id);
            }
            Fact::Moved(moved) => {
                self.contract = moved.contract;
                self.take_case(moved.allowance.as_ref(), event.id);
            }
            Fact::Edited(edited) if edited.words.get(TicketWord::Topic).is_some() => {
                self.take_case(edited.allowance.as_ref(), event.id);
            }
            Fact::Exempted(_) => {
                self.exempt = true;
                self.withdrawn = None;
                self.give_back(event.id);
            }
            Fact::Merged(_) => self.give_back(event.id),
            Fact::Closed(closed) if closed.r#as == ClosedAs::Withdrawn && !self.answered => {
                self.withdrawn = self.case.clone();
                self.give_back(event.id);
            }
            Fact::Reopened(_) => {
                if let Some(source) = self.withdrawn.take() {
                    self.take(source, event.id);
                }
            }
            Fact::Acknowledged(_) | Fact::Replied(_) | Fact::Waiting(_) | Fact::Resolved(_) => {
                self.answered = true;
            }
            Fact::Worked(worked) => {
                for part in worked.parts.iter().filter(|part| part.charged != 0) {
                    if let Some(source) = self.contract.zip(Some(part.pot.clone())) {
                        self.worked(source, part.charged, event);
                    }
                }
            }
            _ => {}
        }
    }

    fn take_case(&mut self, allowance: Option<&String>, event: EventId) {
        let source = self.contract.zip(allowance.cloned());
        if self.exempt || self.case == source {
            return;
        }
        if self.withdrawn.is_some() {
            self.withdrawn = source;
            return;
        }
        self.give_back(event);
        if let Some(source) = source {
            self.take(source, event);
        }
    }

    fn take(&mut self, source: AllowanceKey, event: EventId) {
        self.line(source.clone(), self.opened, event, UseKind::Used, 1);
        self.case = Some(source);
    }

    fn give_back(&mut self, event: EventId) {
        if let Some(source) = self.case.take() {
            self.line(source, self.opened, event, UseKind::GivenBack, 1);
        }
    }

    fn worked(&mut self, source: AllowanceKey, charged: i64, event: &Event) {
        if charged > 0 {
            let kind = UseKind::Used;
            self.line(source.clone(), event.at, event.id, kind, charged);
            self.work.push(WorkBooking {
                source,
                at: event.at,
                charged,
            });
            return;
        }
        for (at, amount) in self.unworked(&source, -charged, event.at) {
            self.line(source.clone(), at, event.id, UseKind::GivenBack, amount);
        }
    }

    /// Time taken back returns to when it was used, the last of it first.
    fn unworked(
        &mut self,
        source: &AllowanceKey,
        back: i64,
        now: Instant,
    ) -> BTreeMap<Instant, i64> {
        let mut rest = back;
        let mut back = BTreeMap::new();
        let own = self.work.iter_mut().rev();
        for entry in own.filter(|entry| entry.source == *source) {
            let amount = entry.charged.min(rest);
            entry.charged -= amount;
            rest -= amount;
            if amount > 0 {
                *back.entry(entry.at).or_default() += amount;
            }
        }
        if rest > 0 {
            *back.entry(now).or_default() += rest;
        }
        back
    }

    fn line(
        &mut self,
        source: AllowanceKey,
        at: Instant,
        event: EventId,
        kind: UseKind,
        amount: i64,
    ) {
        let (contract, allowance) = source;
        self.lines.push(Use {
            contract,
            allowance,
            at,
            event,
            kind,
            amount,
        });
    }
}

#[cfg(test)]
mod tests {
    use super::super::fold;
    use super::super::rules::{Rulebook, Versions};
    use super::*;
    use crate::core::model::{
        Acknowledged, Closed, CustomerId, EntryId, Exempted, Moved, Opened, Reopened, Stream,
        TicketNo, WorkPart, Worked,
    };
    use crate::core::terms::Terms;

    struct NoRules;

    impl Rulebook for NoRules {
        fn terms(&self, _: EventId) -> Option<&Terms> {
            None
        }

        fn calendar(&self, _: EventId, _: &str) -> Option<&Versions> {
            None
        }
    }

    fn opened() -> Fact {
        Fact::from(Opened {
            contract: Some(ContractId(1)),
            allowance: Some("cases".to_owned()),
            ..Opened::by(CustomerId(1))
        })
    }

    fn moved(contract: i64) -> Fact {
        Fact::from(Moved {
            customer: CustomerId(1),
            contract: Some(ContractId(contract)),
            terms: None,
            allowance: Some("cases".to_owned()),
        })
    }

    fn worked(charged: i64) -> Fact {
        Fact::from(Worked {
            spent: charged,
            charged,
            parts: vec![WorkPart {
                pot: "hours".to_owned(),
                period: None,
                spent: charged,
                charged,
            }],
        })
    }

    fn withdrawn() -> Fact {
        Fact::from(Closed {
            r#as: ClosedAs::Withdrawn,
        })
    }

    /// A second apart, the opening first; each line as `contract at amount`, what is used as it
    /// is, what is given back with a minus.
    fn lines(facts: Vec<Fact>) -> Vec<(i64, i64, i64)> {
        let facts = [opened()].into_iter().chain(facts);
        let events: Vec<Event> = (1..)
            .zip(facts)
            .map(|(id, fact)| Event {
                id: EventId(id),
                entry: EntryId(id),
                stream: Stream::Ticket(TicketNo(1)),
                at: Instant(id),
                recorded: Instant(id),
                present: Instant(id),
                actor: "minh".to_owned(),
                fact,
                corrects: false,
            })
            .collect();
        let ticket = fold(&events, &NoRules).expect("it is opened");
        let signed = |line: Use| match line.kind {
            UseKind::Used => (line.contract.0, line.at.0, line.amount),
            UseKind::GivenBack => (line.contract.0, line.at.0, -line.amount),
        };
        uses(&events, &ticket).into_iter().map(signed).collect()
    }

    #[test]
    fn a_case_goes_with_the_ticket_and_work_stays_where_it_was_booked() {
        let reopened = || Fact::from(Reopened {});
        let exempted = || {
            Fact::from(Exempted {
                ground: "misuse".to_owned(),
            })
        };
        let case = (1, 1, 1);
        let back = (1, 1, -1);
        for (facts, then) in [
            (vec![moved(1)], vec![case]),
            (vec![moved(2)], vec![case, back, (2, 1, 1)]),
            (
                vec![moved(2), moved(1)],
                vec![case, back, (2, 1, 1), (2, 1, -1), case],
            ),
            (
                vec![worked(60), moved(2), worked(30)],
                vec![case, (1, 2, 60), back, (2, 1, 1), (2, 4, 30)],
            ),
            (vec![withdrawn()], vec![case, back]),
            (vec![withdrawn(), reopened()], vec![case, back, case]),
            (
                vec![withdrawn(), moved(2), reopened()],
                vec![case, back, (2, 1, 1)],
            ),
            (
                vec![Fact::from(Acknowledged {}), withdrawn(), reopened()],
                vec![case],
            ),
            (vec![exempted(), moved(2)], vec![case, back]),
        ] {
            assert_eq!(lines(facts.clone()), then, "{facts:?}");
        }
    }

    #[test]
    fn time_taken_back_returns_to_when_it_was_used_the_last_of_it_first() {
        let found = lines(vec![worked(60), worked(30), worked(-40), worked(-90)]);
        let of_work: Vec<_> = found.into_iter().skip(1).collect();
        assert_eq!(
            of_work,
            [
                (1, 2, 60),
                (1, 3, 30),
                (1, 2, -10),
                (1, 3, -30),
                (1, 2, -50),
                (1, 5, -40),
            ]
        );
    }
}
