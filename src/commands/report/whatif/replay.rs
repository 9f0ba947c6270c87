//! The replay: every ticket's own events under the other terms. What people did stays; what the
//! terms made of it (cases used, hours charged, duties lapsed) is worked out anew.

use std::collections::{BTreeMap, BTreeSet, VecDeque};

use super::super::moved::MovedSince;
use super::super::scope::Scope;
use super::super::tickets_in_period;
use super::absorbed::MergedTickets;
use super::cases::{EvaluatedRequest, ReplayedFor, ReplayedTicket};
use super::contract_sides::{AllContractSides, ContractSides};
use super::events_then::{events_then, of_contract};
use crate::context::case_allowance;
use crate::core::entitlement::{AllowanceUnit, Booking, LedgerKind, charged};
use crate::core::model::{Event, Fact, Opened, Stream, TicketNo, TicketWord, WorkPart};
use crate::core::report::ReportClock;
use crate::core::sla::{UseKind, fold, uses};
use crate::core::terms::{Allowance, Terms};
use crate::failure::Failure;
use crate::store::{Condition, TicketQuery, TicketTest};

/// Clocks as they are and as they would have been, and requests judged otherwise.
#[derive(Default)]
pub(super) struct Replayed {
    pub now: Vec<ReportClock<'static>>,
    pub then: Vec<ReportClock<'static>>,
    pub refused: Vec<EvaluatedRequest>,
    pub allowed: Vec<EvaluatedRequest>,
    /// Those of the tickets that the other terms would have refused, whenever they were opened:
    /// there they have no clocks.
    pub left_out: BTreeSet<TicketNo>,
}

/// Replays the tickets of the period.
///
/// # Errors
/// The desk's file cannot be read.
pub(super) fn replay(
    scope: &mut Scope<'_>,
    moved: &MovedSince,
    all_sides: &mut AllContractSides,
) -> Result<Replayed, Failure> {
    let mut counted = moved.touched(scope)?;
    counted.retain(|ticket| moved.known_of(scope, *ticket).is_some());
    let mut cases = cases(scope, moved, &counted, all_sides)?;
    let mut replayed = Replayed::default();
    for case in &mut cases {
        ask(scope, all_sides, case, &mut replayed);
    }
    let left_out = std::mem::take(&mut replayed.left_out);
    let merged = MergedTickets::of(&cases, &left_out);
    for case in cases
        .iter()
        .filter(|case| case.replayed_for == ReplayedFor::Period)
    {
        again(scope, all_sides, case, &merged, &mut replayed)?;
    }
    replayed.left_out = left_out.intersection(&counted).copied().collect();
    Ok(replayed)
}

/// The tickets in the order of their opening: those of the period; where allowances are counted all
/// before them, since they used of the same; and those that were merged into any of these.
fn cases(
    scope: &mut Scope<'_>,
    moved: &MovedSince,
    counted: &BTreeSet<TicketNo>,
    all_sides: &AllContractSides,
) -> Result<Vec<ReplayedTicket>, Failure> {
    let of_period = counted.iter().map(|number| (*number, ReplayedFor::Period));
    let mut wanted: BTreeMap<TicketNo, ReplayedFor> = of_period.collect();
    let counts = |sides: &ContractSides| {
        sides
            .then
            .iter()
            .any(|(_, terms)| !terms.allowances.is_empty())
    };
    let contracts: Vec<_> = all_sides
        .contracts
        .iter()
        .filter(|(_, sides)| counts(sides))
        .map(|(id, _)| *id)
        .collect();
    if !contracts.is_empty() {
        let earlier = Condition::Is(TicketTest::Contract(contracts)).and(Condition::Is(
            TicketTest::moment("opened", None, Some(scope.window.to)),
        ));
        for number in scope.tables.numbers(&TicketQuery::of(earlier))? {
            wanted.entry(number).or_insert(ReplayedFor::Allowances);
        }
    }
    scope.reads(wanted.len());
    let mut seen: BTreeSet<TicketNo> = wanted.keys().copied().collect();
    let mut waiting: VecDeque<(TicketNo, ReplayedFor)> = wanted.into_iter().collect();
    let mut cases = Vec::new();
    while let Some((number, replayed_for)) = waiting.pop_front() {
        let known = match (moved.known_of(scope, number), replayed_for) {
            (Some(known), _) => known,
            // what it left was settled before it was moved
            (None, ReplayedFor::Merge) => scope.reading.view.known,
            (None, ReplayedFor::Period | ReplayedFor::Allowances) => continue,
        };
        if replayed_for != ReplayedFor::Merge {
            scope.read_one();
        }
        let reading = &mut scope.reading;
        let events = reading.store.events(Stream::Ticket(number), known)?;
        reading.rules_cache.load(reading.store, &events)?;
        let Some(ticket) = fold(&events, &reading.rules_cache) else {
            continue;
        };
        for event in &events {
            if let Fact::Absorbed(absorbed) = &event.fact
                && seen.insert(absorbed.from)
            {
                waiting.push_back((absorbed.from, ReplayedFor::Merge));
            }
        }
        cases.push(ReplayedTicket {
            number,
            replayed_for,
            ticket,
            events,
        });
    }
    cases.sort_by_key(|case| (case.ticket.opened, case.number));
    Ok(cases)
}

/// Asks both terms whether the ticket may be opened, and books what it would have used. A ticket
/// that the other terms would have refused has no clocks under them and uses nothing.
fn ask(
    scope: &Scope<'_>,
    all_sides: &mut AllContractSides,
    case: &mut ReplayedTicket,
    replayed: &mut Replayed,
) {
    let Some(opening) = case.opening() else {
        return;
    };
    let Some(sides) = sides_of(all_sides, case, &opening.1) else {
        return;
    };
    let told = case.replayed_for == ReplayedFor::Period;
    let in_period = told && scope.window.holds(case.ticket.opened);
    let then = case.evaluated_then(sides, &opening);
    let seat = case.has_seat_then(sides, &opening.1);
    let refused = !seat || then.refusals().next().is_some();
    if in_period || refused {
        let now = case.evaluated_now(sides, &opening);
        let refused_now = now.refusals().next().is_some();
        let terms = sides.then_at(case.ticket.opened);
        match (refused_now, refused) {
            (false, true) => {
                replayed.left_out.insert(case.number);
                let evaluated = EvaluatedRequest::of(case, &then);
                let evaluated = match seat {
                    true => evaluated,
                    false => evaluated.without_seat(terms),
                };
                replayed.refused.extend(in_period.then_some(evaluated));
                return;
            }
            (true, false) => replayed.allowed.push(EvaluatedRequest::of(case, &now)),
            (true, true) | (false, false) => {}
        }
    }
    let Some(terms) = sides.then_at(case.ticket.opened) else {
        return;
    };
    let allowance = then.allowance.filter(|_| !refused);
    let topic = case.ticket.words.get(TicketWord::Topic);
    rewrite(&mut case.events, terms, allowance.as_ref(), topic);
    if terms.allowances.is_empty() || case.replayed_for == ReplayedFor::Merge {
        return;
    }
    let here = sides.contract.id;
    let used = uses(&case.events, &case.ticket).into_iter();
    let used = used.filter(|line| line.contract == here);
    sides.bookings.extend(used.map(|line| {
        let booking = Booking {
            at: line.at,
            kind: match line.kind {
                UseKind::Used => LedgerKind::Used,
                UseKind::GivenBack => LedgerKind::GivenBack,
            },
            amount: line.amount,
            event: line.event,
            ticket: Some(case.number),
        };
        (line.allowance, booking)
    }));
}

/// The contract that a ticket is under, or would have been under.
fn sides_of<'g>(
    all_sides: &'g mut AllContractSides,
    case: &ReplayedTicket,
    opened: &Opened,
) -> Option<&'g mut ContractSides> {
    let contract = case.ticket.contract.or(opened.contract);
    let contract = contract.or_else(|| {
        let mut all = all_sides.contracts.values();
        let of = |sides: &&ContractSides| {
            sides.account.customer.id == case.ticket.customer
                && sides.contract.run_at(case.ticket.opened).is_some()
        };
        all.find(of).map(|sides| sides.contract.id)
    })?;
    all_sides.contracts.get_mut(&contract)
}

/// Lets the events use the allowances of the other terms.
fn rewrite(events: &mut [Event], terms: &Terms, case_of: Option<&String>, topic: Option<&str>) {
    let hours = terms
        .allowances
        .iter()
        .find(|allowance| allowance.unit() == AllowanceUnit::Hours && allowance.covers(topic));
    for event in events {
        match &mut event.fact {
            Fact::Opened(opened) => opened.allowance = case_of.cloned(),
            Fact::Moved(moved) => moved.allowance = case_of.cloned(),
            Fact::Edited(edited) => {
                if let Some(topic) = edited.words.get(TicketWord::Topic) {
                    let of = case_allowance(terms, Some(topic));
                    edited.allowance = of.map(|allowance| allowance.id.clone());
                }
            }
            Fact::Worked(worked) => {
                let goodwill = !worked.parts.is_empty() && worked.charged == 0;
                worked.charged = match hours {
                    Some(hours) if !goodwill => charged(hours, worked.spent),
                    _ => 0,
                };
                let part = |hours: &Allowance| WorkPart {
                    pot: hours.id.clone(),
                    period: None,
                    spent: worked.spent,
                    charged: worked.charged,
                };
                worked.parts = hours.into_iter().map(part).collect();
            }
            _ => {}
        }
    }
}

/// Folds a ticket under both terms.
fn again(
    scope: &Scope<'_>,
    all_sides: &mut AllContractSides,
    case: &ReplayedTicket,
    merged: &MergedTickets<'_>,
    replayed: &mut Replayed,
) -> Result<(), Failure> {
    if of_contract(all_sides, case).is_none() {
        return Ok(());
    }
    let now = tickets_in_period::rows(case.number, &case.ticket, &scope.reading.rules_cache);
    replayed.now.extend(now);
    if merged.refuses(case.number) {
        return Ok(());
    }
    let Some(mut events) = events_then(all_sides, case) else {
        return Ok(());
    };
    merged.rewrite(&mut events, all_sides, scope.reading.store)?;
    all_sides.rules_cache.load(scope.reading.store, &events)?;
    if let Some(then) = fold(&events, &all_sides.rules_cache) {
        let then = tickets_in_period::rows(case.number, &then, &all_sides.rules_cache);
        replayed.then.extend(then);
    }
    Ok(())
}
