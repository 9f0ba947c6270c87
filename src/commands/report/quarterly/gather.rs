//! What a quarter is made of, read once: its tickets, folded one by one, and its contracts.

use std::borrow::Cow;
use std::collections::{BTreeMap, BTreeSet};

use super::super::breaches::{self, BreachNames};
use super::super::by::{self, GroupField, GroupNames};
use super::super::contract_usage;
use super::super::milestone_order::MilestoneOrder;
use super::super::moved::MovedSince;
use super::super::scope::Scope;
use super::super::tickets_in_period::{self, TicketInPeriod};
use super::super::usage::usages;
use super::acts::Acts;
use super::answer::QuarterlyAnswer;
use super::since::ChangesSince;
use super::terms::{self, ContractInPeriod};
use super::{backlog, falls_due, terms_changes, trend};
use crate::context::Context;
use crate::core::model::{CustomerId, TicketNo};
use crate::core::report::{
    self, BacklogTally, ClockTally, NextMoveTally, TicketLists, VolumesTally,
};
use crate::core::sla::Rulebook;
use crate::failure::Failure;

/// Reads it.
///
/// # Errors
/// The desk's file cannot be read.
pub(super) fn gather(
    context: &Context,
    scope: &mut Scope<'_>,
    by: Vec<GroupField>,
    lists: TicketLists,
) -> Result<QuarterlyAnswer, Failure> {
    let names = GroupNames::read(scope, &by)?;
    let window = scope.window;
    let mut tally = ClockTally::new(window, lists);
    let mut each: BTreeMap<CustomerId, ClockTally> = BTreeMap::new();
    let mut moves = NextMoveTally::new(window);
    let mut volumes = VolumesTally::new(window);
    let mut backlog = BacklogTally::new(window);
    let mut broken = Vec::new();
    let mut breach_names = BreachNames::default();
    let mut acts = Acts::default();
    let mut order = MilestoneOrder::of(scope);
    let moved = MovedSince::read(context, scope)?;
    let mut changes = ChangesSince::of(context, scope)?;
    let numbers = moved.touched(scope)?;
    let mut seen = numbers.clone();
    seen.extend(moved.moves.iter().map(|moved| moved.ticket));
    scope.reads(numbers.len());
    for number in numbers {
        scope.read_one();
        let Some(in_period) = moved.in_period(scope, number)? else {
            continue;
        };
        let rules_cache = &scope.reading.rules_cache;
        // what its table would say is wanted for groups alone
        let row = (!by.is_empty()).then(|| in_period.row(rules_cache));
        for clock in &in_period.clocks {
            let held = in_period.held_in_period(Cow::Borrowed(clock), &window, rules_cache);
            order.see(&clock.milestone);
            let values = row.as_ref().map(|row| names.of_ticket(&by, row));
            let values = by::of_clock(values.unwrap_or_default(), &by, &held);
            tally.add(&held, &values);
        }
        tally.settle();
        if scope.customer.is_none() {
            let own = each.entry(in_period.ticket.customer);
            let own = own.or_insert_with(|| ClockTally::new(window, lists));
            in_period
                .clocks
                .iter()
                .for_each(|clock| own.add(clock, &[]));
            own.settle();
        }
        broken.extend(breaches::of_ticket(scope, &in_period, &mut breach_names)?);
        acts.see(scope, &in_period)?;
        count_moves(&mut moves, scope, &in_period);
        changes.see(scope, &moved, &in_period)?;
        volumes.add(&in_period.activity);
        backlog.add(&in_period.activity);
    }
    for number in with_corrections(scope)?.difference(&seen) {
        if let Some(in_period) = tickets_in_period::fold_one(scope, *number)? {
            acts.earlier_breaches(scope, &in_period);
        }
    }
    breaches::sort(&mut broken);
    let (breached, taken_back): (Vec<_>, Vec<_>) = broken
        .into_iter()
        .partition(|breach| breach.corrected.is_none());
    let mut usages_of = Vec::new();
    let mut held = Vec::new();
    let mut not_promised = Vec::new();
    let mut also_said = Vec::new();
    let mut terms_changes = Vec::new();
    let mut due = Vec::new();
    let next = scope.period.after(&scope.zone);
    for account in scope.customers.accounts()?.iter() {
        for contract_usage in contract_usage::contract_usages(scope, &moved, account)? {
            terms_changes.extend(terms_changes::of(scope, account, &contract_usage)?);
            due.extend(falls_due::of(
                account,
                &contract_usage,
                &window,
                next.as_ref(),
            ));
            held.push(ContractInPeriod::of(
                &contract_usage,
                account,
                scope.window.last(),
            ));
            not_promised.extend(terms::not_promised(&contract_usage));
            also_said.extend(terms::also_said(&contract_usage, scope));
            usages_of.extend(usages(contract_usage));
        }
    }
    terms_changes::sort(&mut terms_changes);
    due.sort_by_key(|due| due.day);
    let order = order.milestones();
    let mut attainment = tally.finish(&order);
    if by.is_empty() && scope.customer.is_some() {
        attainment.add_promises(&scope.terms.promised(&scope.reading.rules_cache));
    }
    let rows: Vec<_> = breached.iter().map(|breach| breach.row.clone()).collect();
    let causes = report::breaches(&rows, &window).causes();
    let mut customers = Vec::new();
    for (id, own) in each {
        let row = scope.customers.row(id)?;
        customers.push((
            row.map_or_else(|| id.to_string(), |row| row.key),
            own.finish(&order),
        ));
    }
    customers.sort_by(|(a, _), (b, _)| a.cmp(b));
    let backlog = backlog.finish();
    Ok(QuarterlyAnswer {
        trend: trend::before(context, scope)?,
        backlog_rows: backlog::rows(scope, &backlog)?,
        backlog,
        moves: moves.finish(),
        terms_changes,
        next,
        falls_due: due,
        by,
        attainment,
        customers,
        volumes: volumes.finish(),
        breaches: breached,
        taken_back,
        causes,
        acts,
        usages: usages_of,
        held,
        not_promised,
        also_said,
        changed: changes.finish(moved),
    })
}

/// Counts whose turn it was, in the hours of support of the ticket's terms; around the clock where
/// they have none.
fn count_moves(moves: &mut NextMoveTally, scope: &Scope<'_>, in_period: &TicketInPeriod) {
    let rules = &scope.reading.rules_cache;
    let calendar = in_period.ticket.terms.and_then(|id| {
        let hours = rules.terms(id)?.hours.clone()?;
        Some(rules.calendar(id, &hours)?.at(scope.window.last()))
    });
    moves.add(&in_period.activity, |from, to| match calendar {
        Some(calendar) => calendar.elapsed(from, to),
        None => to.since(from),
    });
}

/// The tickets of which a breach was taken back in the period: by what was told in it, of what may
/// have happened before it.
fn with_corrections(scope: &Scope<'_>) -> Result<BTreeSet<TicketNo>, Failure> {
    let window = &scope.window;
    let period = (window.from, window.last().plus(1));
    let mut found = BTreeSet::new();
    for customer in scope.customers.rows()?.iter() {
        let tables = scope.tables;
        found.extend(tables.corrected_in(customer.id, period, &scope.condition)?);
    }
    Ok(found)
}
