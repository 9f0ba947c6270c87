//! The clocks that a report counts: from the index of decided clocks, as the view knows them.

use std::borrow::Cow;
use std::collections::BTreeSet;

use super::by::{self, GroupField, GroupNames};
use super::milestone_order::MilestoneOrder;
use super::moved::MovedSince;
use super::scope::Scope;
use super::tickets_in_period;
use crate::context::{ClockTraits, TraitTest};
use crate::core::model::{CustomerId, TicketNo};
use crate::core::report::{ClockTally, GroupValue, ReportClock, TicketLists, is_breach_in};
use crate::failure::Failure;
use crate::store::{DecidedClocks, DecidedQuery};

/// Counts the clocks of the period, and names the milestones in the order of the plans.
///
/// # Errors
/// The desk's file cannot be read.
pub(super) fn tally(
    scope: &mut Scope<'_>,
    moved: &MovedSince,
    fields: &[GroupField],
    lists: TicketLists,
) -> Result<(ClockTally, Vec<String>), Failure> {
    let names = GroupNames::read(scope, fields)?;
    let columns = by::columns(fields);
    let window = scope.window;
    let by_holder = fields.iter().any(|field| field.is_of_holders());
    let asks_holder = by_holder || scope.traits.asks_holder();
    let mut counting = Counting {
        traits: scope.traits.clone(),
        tally: ClockTally::new(window, lists),
        order: MilestoneOrder::of(scope),
    };
    for customer in scope.customers.rows()?.iter() {
        // whose they were then, their tickets' own history says
        let mut open_after = Vec::new();
        let query = decided(scope, customer.id, DecidedClocks::All, &columns);
        scope.tables.each_decided(&query, |clock, cells| {
            if moved.has(clock.ticket) {
                return;
            }
            let values = names.of_cells(fields, cells);
            match asks_holder && clock.is_open_after(&window) {
                true => open_after.push((clock.into_owned(), by::owned(values))),
                false => counting.see(&clock, &by::of_clock(values, fields, &clock)),
            }
        })?;
        for (clock, values) in open_after {
            let clock = held_in_period(scope, clock)?;
            counting.see(&clock, &by::of_clock(values, fields, &clock));
        }
        counting.tally.settle();
    }
    for ticket in moved.kept() {
        let Some(in_period) = moved.in_period(scope, ticket)? else {
            continue;
        };
        let rules_cache = &scope.reading.rules_cache;
        let row = in_period.row(rules_cache);
        for clock in &in_period.clocks {
            let clock = in_period.held_in_period(Cow::Borrowed(clock), &window, rules_cache);
            let values = names.of_ticket(fields, &row);
            counting.see(&clock, &by::of_clock(values, fields, &clock));
        }
    }
    Ok((counting.tally, counting.order.milestones()))
}

/// Clocks on their way into a tally.
struct Counting {
    traits: TraitTest,
    tally: ClockTally,
    order: MilestoneOrder,
}

impl Counting {
    fn see(&mut self, clock: &ReportClock<'_>, by: &[GroupValue<'_>]) {
        if self.traits.fits(traits(clock)) {
            self.order.see(&clock.milestone);
            self.tally.add(clock, by);
        }
    }
}

/// What a filter can ask of a clock itself.
pub(super) fn traits<'c>(clock: &'c ReportClock<'_>) -> ClockTraits<'c> {
    ClockTraits {
        held_by: clock.held_by.as_deref(),
        held_line: clock.held_line,
        kind: clock.kind.as_deref(),
    }
}

/// The tickets that have breaches in the period, those taken back among them, and those that were
/// moved since.
///
/// # Errors
/// The desk's file cannot be read.
pub(super) fn tickets_with_breaches(
    scope: &Scope<'_>,
    moved: &MovedSince,
) -> Result<BTreeSet<TicketNo>, Failure> {
    let mut tickets: BTreeSet<TicketNo> = moved.kept().collect();
    for customer in scope.customers.rows()?.iter() {
        let query = decided(scope, customer.id, DecidedClocks::MaybeBroken, &[]);
        scope.tables.each_decided(&query, |clock, _| {
            if is_breach_in(&clock, &scope.window) && !moved.has(clock.ticket) {
                tickets.insert(clock.ticket);
            }
        })?;
    }
    Ok(tickets)
}

/// A clock with who held it as the period sees it.
fn held_in_period<'w>(
    scope: &mut Scope<'_>,
    clock: ReportClock<'w>,
) -> Result<ReportClock<'w>, Failure> {
    Ok(match tickets_in_period::fold_one(scope, clock.ticket)? {
        Some(in_period) => {
            let rules_cache = &scope.reading.rules_cache;
            let clock = Cow::Owned(clock);
            let held = in_period.held_in_period(clock, &scope.window, rules_cache);
            held.into_owned()
        }
        None => clock,
    })
}

/// A customer's clocks that can count in the period, of the tickets that the report is about.
fn decided<'q>(
    scope: &'q Scope<'_>,
    customer: CustomerId,
    which: DecidedClocks,
    columns: &'q [&'static str],
) -> DecidedQuery<'q> {
    DecidedQuery {
        customer,
        which,
        from: scope.window.from,
        to: scope.window.to,
        tickets: (!scope.whole_customers).then_some(&scope.condition),
        columns,
    }
}
