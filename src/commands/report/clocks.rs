//! The clocks that a report counts: from the index of decided clocks, as the view knows them.

use std::collections::BTreeSet;

use super::by::{self, GroupField, GroupNames};
use super::milestone_order::MilestoneOrder;
use super::moved::MovedSince;
use super::scope::Scope;
use super::tickets_in_period::{self, TicketInPeriod};
use crate::core::model::{CustomerId, TicketNo};
use crate::core::report::{ClockTally, ReportClock};
use crate::failure::Failure;
use crate::store::DecidedClock;

/// Counts the clocks of the period, and names the milestones in the order of the plans.
///
/// # Errors
/// The desk's file cannot be read.
pub(super) fn tally(
    scope: &mut Scope<'_>,
    moved: &MovedSince,
    fields: &[GroupField],
) -> Result<(ClockTally, Vec<String>), Failure> {
    let names = GroupNames::read(scope, fields)?;
    let members = by::members(scope, fields, &names)?;
    let mut tally = ClockTally::new(scope.window);
    let mut order = MilestoneOrder::of(scope)?;
    let none = vec![None; fields.len()];
    let values = |ticket: TicketNo| match &members {
        Some(members) => members.get(&ticket),
        None => Some(&none),
    };
    let by_clock = fields.iter().any(|field| field.is_of_clocks());
    let asks_holder = by_clock || !scope.held.is_everything();
    let mut count = |scope: &Scope<'_>, row: ReportClock, by: &[Option<String>]| {
        if !scope.held.fits(row.held_by.as_deref(), row.held_line) {
            return;
        }
        order.see(&row.milestone);
        match by_clock {
            true => tally.add(&row, &by::of_clock(by.to_vec(), fields, &row)),
            false => tally.add(&row, by),
        }
    };
    for customer in scope.all_customers()? {
        for clock in decided(scope, customer.id)? {
            if moved.has(clock.ticket) {
                continue;
            }
            let Some(by) = values(clock.ticket) else {
                continue;
            };
            let mut row = row(clock);
            if asks_holder {
                row = held_in_period(scope, row)?;
            }
            count(scope, row, by);
        }
    }
    for ticket in moved.kept() {
        let Some(in_period) = moved.in_period(scope, ticket)? else {
            continue;
        };
        let rules_cache = &scope.reading.rules_cache;
        let by = by::values(&in_period.row(rules_cache), fields, &names);
        for row in &in_period.clocks {
            let row = in_period.held_in_period(row.clone(), &scope.window, rules_cache);
            count(scope, row, &by);
        }
    }
    Ok((tally, order.milestones()))
}

/// The breached, corrected, superseded and late clocks of the period, by ticket: which tickets a
/// list of them has to look at.
///
/// # Errors
/// The desk's file cannot be read.
pub(super) fn clocks_listed_singly(
    scope: &mut Scope<'_>,
    moved: &MovedSince,
) -> Result<Vec<TicketInPeriod>, Failure> {
    let names = GroupNames::read(scope, &[])?;
    let members = by::members(scope, &[], &names)?;
    let is_member = |ticket: &TicketNo| {
        members
            .as_ref()
            .is_none_or(|members| members.contains_key(ticket))
    };
    let mut tickets = BTreeSet::new();
    for customer in scope.all_customers()? {
        for clock in decided(scope, customer.id)? {
            let row = row(clock);
            let counts = crate::core::report::breaches(std::slice::from_ref(&row), &scope.window);
            if !counts.is_empty() {
                tickets.insert(row.ticket);
            }
        }
    }
    tickets.retain(|ticket| is_member(ticket) && !moved.has(*ticket));
    tickets.extend(moved.kept());
    let mut tickets_in_period = Vec::new();
    for ticket in tickets {
        tickets_in_period.extend(moved.in_period(scope, ticket)?);
    }
    Ok(tickets_in_period)
}

/// A clock with who held it as the period sees it.
fn held_in_period(scope: &mut Scope<'_>, row: ReportClock) -> Result<ReportClock, Failure> {
    if !row.is_open_after(&scope.window) {
        return Ok(row);
    }
    Ok(match tickets_in_period::fold_one(scope, row.ticket)? {
        Some(in_period) => in_period.held_in_period(row, &scope.window, &scope.reading.rules_cache),
        None => row,
    })
}

/// A customer's clocks that can count in the period.
fn decided(scope: &Scope<'_>, customer: CustomerId) -> Result<Vec<DecidedClock>, Failure> {
    let tables = scope.tables;
    let (from, to) = (scope.window.from, scope.window.to);
    let mut found = tables.decided_of(customer, from, to)?;
    found.append(&mut tables.undecided_of(customer, to)?);
    found.append(&mut tables.broken_before(customer, from, to)?);
    Ok(found)
}

fn row(clock: DecidedClock) -> ReportClock {
    ReportClock {
        ticket: clock.ticket,
        n: clock.n,
        milestone: clock.milestone,
        cycle: clock.cycle,
        priority: clock.priority,
        rank: clock.rank,
        started: clock.started,
        due: clock.due,
        breach: clock.breach,
        paused: None,
        ended: clock.ended,
        fate: clock.fate,
        elapsed_at_end: clock.elapsed_at_end,
        late_entry: clock.late_entry && !clock.imported,
        imported: clock.imported,
        held_by: clock.held_by,
        held_line: clock.held_line,
        target: clock.target,
        clause: None,
        cause: None,
    }
}
