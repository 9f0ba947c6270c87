//! What a merge would have handed over. The record has it as the instant that the terms of then
//! made of it: under other terms the ticket that was merged in is asked again what it leaves.

use std::collections::{BTreeMap, BTreeSet};

use super::cases::ReplayedTicket;
use super::contract_sides::AllContractSides;
use super::events_then::{SUPPOSED, events_then};
use crate::core::model::{AbsorbedLimit, Event, Fact, TicketNo};
use crate::core::sla::{fold, handed_over};
use crate::failure::Failure;
use crate::store::Store;

/// The tickets of the replay, for those that took others of them in.
pub(super) struct MergedTickets<'c> {
    cases: BTreeMap<TicketNo, &'c ReplayedTicket>,
    left_out: &'c BTreeSet<TicketNo>,
}

impl<'c> MergedTickets<'c> {
    pub(super) fn of(
        cases: &'c [ReplayedTicket],
        left_out: &'c BTreeSet<TicketNo>,
    ) -> MergedTickets<'c> {
        MergedTickets {
            cases: cases.iter().map(|case| (case.number, case)).collect(),
            left_out,
        }
    }

    /// Whether the other terms would have refused it.
    pub(super) fn refuses(&self, ticket: TicketNo) -> bool {
        self.left_out.contains(&ticket)
    }

    /// Lets each merge among the events of a ticket hand over what it would have.
    ///
    /// # Errors
    /// The desk's file cannot be read.
    pub(super) fn rewrite(
        &self,
        events: &mut [Event],
        all_sides: &mut AllContractSides,
        store: &Store,
    ) -> Result<(), Failure> {
        for event in events {
            let Fact::Absorbed(absorbed) = &event.fact else {
                continue;
            };
            let Some(left) = self.left_by(absorbed.from, event, all_sides, store)? else {
                continue;
            };
            if let Fact::Absorbed(absorbed) = &mut event.fact {
                absorbed.limits = left;
            }
        }
        Ok(())
    }

    /// What a ticket would have left to the one that took it in: nothing where the other terms
    /// would have refused it; none where it cannot be asked.
    fn left_by(
        &self,
        from: TicketNo,
        absorbed: &Event,
        all_sides: &mut AllContractSides,
        store: &Store,
    ) -> Result<Option<Vec<AbsorbedLimit>>, Failure> {
        if self.refuses(from) {
            return Ok(Some(Vec::new()));
        }
        let Some(case) = self.cases.get(&from) else {
            return Ok(None);
        };
        let Some(mut events) = events_then(all_sides, case) else {
            return Ok(None);
        };
        // as it was known when it was merged, without the merge
        events.retain(|event| match event.id.0 >= SUPPOSED {
            true => event.at <= absorbed.at,
            false => event.id < absorbed.id && event.entry != absorbed.entry,
        });
        // ids only fall, so that this ends
        self.rewrite(&mut events, all_sides, store)?;
        all_sides.rules_cache.load(store, &events)?;
        let rules = &all_sides.rules_cache;
        Ok(fold(&events, rules).map(|ticket| handed_over(&ticket, rules, absorbed.at)))
    }
}
