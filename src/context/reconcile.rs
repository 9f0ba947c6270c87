//! The hours that a write uses up or brings back: what a contract's terms tie to them stands still
//! on every open ticket of the contract, or goes on, from that moment and not before.

use std::collections::{BTreeMap, BTreeSet};

use super::session::Session;
use crate::core::entitlement::Lapse;
use crate::core::model::{
    ContractId, CustomerId, Event, EventText, Fact, Lapsed, Restored, TicketNo,
};
use crate::core::sla::{Rulebook, effective_events};
use crate::core::terms::{Allowance, WhenUsedUp};
use crate::core::time::Instant;
use crate::failure::Failure;

/// How an allowance was used up through time: each entry holds until the next, or until it ends
/// by itself.
type Timeline = Vec<(Instant, Option<Lapse>)>;

/// Whether a fact can change what is left of an allowance, or whose it is.
fn counts(fact: &Fact) -> bool {
    matches!(
        fact,
        Fact::Opened(_)
            | Fact::Worked(_)
            | Fact::Edited(_)
            | Fact::Moved(_)
            | Fact::Entitled(_)
            | Fact::Exempted(_)
            | Fact::Merged(_)
            | Fact::Closed(_)
            | Fact::Reopened(_)
            | Fact::Undone(_)
            | Fact::AllowanceAdjusted(_)
            | Fact::ContractAmended(_)
            | Fact::ContractRenewed(_)
            | Fact::ContractCancelled(_)
    )
}

impl Session<'_> {
    /// Takes note that a ticket's event may have used something up, or brought it back.
    pub(super) fn mark_ticket_pending(&mut self, number: TicketNo, event: &Event) {
        let Some(touched) = self.tickets.get(&number).filter(|_| counts(&event.fact)) else {
            return;
        };
        let since = match &event.fact {
            Fact::Undone(undone) => {
                let told = touched.history.iter().map(|told| &told.event);
                let gone = told.filter(|event| event.entry == undone.entry);
                gone.map(|event| event.at).min().unwrap_or(event.at)
            }
            _ => event.at,
        };
        let ticket = &touched.now;
        if let Some(contract) = ticket.contract {
            self.mark_pending((ticket.customer, contract), since);
        }
    }

    /// The same of an event of a customer: all of its contracts.
    pub(super) fn mark_account_pending(
        &mut self,
        customer: CustomerId,
        event: &Event,
    ) -> Result<(), Failure> {
        if customer == CustomerId::DESK || !counts(&event.fact) {
            return Ok(());
        }
        let account = self.account_if_any(customer)?;
        let contracts = account.map_or_else(Vec::new, |account| {
            account.contracts.iter().map(|c| c.id).collect()
        });
        for contract in contracts {
            self.mark_pending((customer, contract), event.at);
        }
        Ok(())
    }

    fn mark_pending(&mut self, contract: (CustomerId, ContractId), since: Instant) {
        let known = self.unsettled.entry(contract).or_insert(since);
        *known = since.min(*known);
    }

    /// Tells the open tickets of the contracts that this write touched what is used up now, and
    /// what is there again.
    ///
    /// # Errors
    /// The desk's file cannot be written.
    pub(super) fn reconcile(&mut self) -> Result<(), Failure> {
        self.save_ledgers(self.changed())?;
        let mut told = BTreeSet::new();
        for ((customer, contract), since) in std::mem::take(&mut self.unsettled) {
            told.append(&mut self.reconcile_contract(customer, contract, since)?);
        }
        // their lines rest on what they were told too
        self.save_ledgers(told)
    }

    /// Answers the tickets that were told.
    fn reconcile_contract(
        &mut self,
        customer: CustomerId,
        contract: ContractId,
        since: Instant,
    ) -> Result<BTreeSet<TicketNo>, Failure> {
        let mut settled = BTreeSet::new();
        let Some(account) = self.account_if_any(customer)?.cloned() else {
            return Ok(settled);
        };
        let Some(contract) = account.contract(contract) else {
            return Ok(settled);
        };
        let read = self.allowances(&account, contract)?;
        let mut tied: Vec<String> = read
            .terms()
            .flat_map(|terms| &terms.allowances)
            .filter(|allowance| lapses(allowance))
            .map(|allowance| allowance.id.clone())
            .collect();
        tied.sort_unstable();
        tied.dedup();
        if tied.is_empty() {
            return Ok(settled);
        }
        let now = self.now();
        let timelines: BTreeMap<String, Timeline> = tied
            .into_iter()
            .map(|id| {
                let timeline = read.ask(|usage| usage.lapses(&id, since, now));
                (id, timeline)
            })
            .collect();
        for number in self.open_tickets(contract.id)? {
            if self.reconcile_ticket(number, &timelines)? {
                settled.insert(number);
            }
        }
        Ok(settled)
    }

    /// The open tickets of a contract, with those of this write.
    fn open_tickets(&mut self, contract: ContractId) -> Result<Vec<TicketNo>, Failure> {
        let mut open = self.writer.open_under(contract)?;
        open.extend(self.tickets.keys());
        open.sort_unstable();
        open.dedup();
        let mut own = Vec::new();
        for number in open {
            let ticket = &self.ticket(number)?.now;
            if ticket.contract == Some(contract) && ticket.state.is_active() {
                own.push(number);
            }
        }
        Ok(own)
    }

    /// Answers whether there was anything to tell.
    fn reconcile_ticket(
        &mut self,
        number: TicketNo,
        timelines: &BTreeMap<String, Timeline>,
    ) -> Result<bool, Failure> {
        let mut any = false;
        let touched = self.ticket(number)?;
        let events = touched.events();
        let (terms, opened) = (touched.now.terms, touched.now.opened);
        let terms = terms.and_then(|id| self.rules_cache.terms(id));
        let tied: Vec<Allowance> = terms.map_or_else(Vec::new, |terms| {
            let tied = terms
                .allowances
                .iter()
                .filter(|allowance| lapses(allowance));
            tied.cloned().collect()
        });
        for allowance in tied {
            let Some(timeline) = timelines.get(&allowance.id) else {
                continue;
            };
            let told = told(&events, &allowance.id);
            for (at, lapse) in corrections(timeline, told, opened) {
                let fact = match lapse {
                    Some(lapse) => Fact::from(Lapsed {
                        allowance: allowance.id.clone(),
                        until: lapse.until,
                        clause: allowance.source.clause.clone(),
                    }),
                    None => Fact::from(Restored {
                        allowance: allowance.id.clone(),
                    }),
                };
                self.append(number, at, fact, EventText::default())?;
                any = true;
            }
        }
        Ok(any)
    }
}

fn lapses(allowance: &Allowance) -> bool {
    matches!(allowance.when_used_up, WhenUsedUp::Lapses(_))
}

/// What a ticket was told of an allowance, in the order of happening.
fn told(events: &[Event], allowance: &str) -> Timeline {
    let stands = effective_events(events);
    let told = stands.iter().filter_map(|event| match &event.fact {
        Fact::Lapsed(told) if told.allowance == allowance => {
            Some((event.at, Some(Lapse { until: told.until })))
        }
        Fact::Restored(told) if told.allowance == allowance => Some((event.at, None)),
        _ => None,
    });
    told.collect()
}

/// What a timeline says at an instant, the last of entries at one instant.
fn at(timeline: &[(Instant, Option<Lapse>)], at: Instant) -> Option<Lapse> {
    let last = timeline.iter().rev().find(|(from, _)| *from <= at);
    let lapse = last.and_then(|(_, lapse)| *lapse)?;
    lapse.until.is_none_or(|until| until > at).then_some(lapse)
}

/// What a ticket has yet to be told so that it knows what is so, from its opening on.
fn corrections(so: &Timeline, mut told: Timeline, opened: Instant) -> Timeline {
    let Some((since, _)) = so.first() else {
        return Vec::new();
    };
    let since = (*since).max(opened);
    let both = so.iter().chain(&told).map(|(at, _)| *at);
    let mut moments: Vec<Instant> = both.map(|at| at.max(since)).collect();
    moments.sort_unstable();
    moments.dedup();
    let mut corrections = Vec::new();
    for moment in moments {
        let is = at(so, moment);
        if at(&told, moment) == is {
            continue;
        }
        let place = told.partition_point(|(at, _)| *at <= moment);
        told.insert(place, (moment, is));
        corrections.push((moment, is));
    }
    corrections
}

#[cfg(test)]
mod tests {
    use super::*;

    const FOR_GOOD: Option<Lapse> = Some(Lapse { until: None });

    fn until(at: i64) -> Option<Lapse> {
        Some(Lapse {
            until: Some(Instant(at)),
        })
    }

    fn timeline(entries: &[(i64, Option<Lapse>)]) -> Timeline {
        entries.iter().map(|(at, is)| (Instant(*at), *is)).collect()
    }

    #[test]
    fn a_ticket_is_told_what_it_does_not_know() {
        for (so, told, opened, corrections_then) in [
            (vec![(10, FOR_GOOD)], vec![], 0, vec![(10, FOR_GOOD)]),
            (vec![(10, None)], vec![], 0, vec![]),
            (vec![(10, FOR_GOOD)], vec![(5, FOR_GOOD)], 0, vec![]),
            (vec![(10, None)], vec![(5, FOR_GOOD)], 0, vec![(10, None)]),
            // it goes on by itself: nothing is to be told
            (vec![(10, None)], vec![(5, until(10))], 0, vec![]),
            (
                vec![(10, until(30))],
                vec![(5, until(20))],
                0,
                vec![(10, until(30))],
            ),
            // opened since
            (vec![(10, FOR_GOOD)], vec![], 15, vec![(15, FOR_GOOD)]),
            // a late entry: what was bought afterwards is used up too
            (
                vec![(11, FOR_GOOD), (13, FOR_GOOD)],
                vec![(12, FOR_GOOD), (13, None)],
                0,
                vec![(11, FOR_GOOD), (13, FOR_GOOD)],
            ),
            // taken back: it never was used up
            (
                vec![(10, None), (11, None)],
                vec![(11, FOR_GOOD)],
                0,
                vec![(11, None)],
            ),
        ] {
            let found = corrections(&timeline(&so), timeline(&told), Instant(opened));
            assert_eq!(found, timeline(&corrections_then), "{so:?} after {told:?}");
        }
    }
}
