//! The breaches of a ticket, read with what there is to tell of each.

use std::collections::HashMap;

use super::super::clocks;
use super::super::scope::Scope;
use super::super::tickets_in_period::TicketInPeriod;
use super::record::{Breach, TakenBack};
use crate::commands::ticket::record::{BreachCause, kind_title, why_taken_back};
use crate::core::model::{ContactId, CustomerId, EventId, EventText};
use crate::core::report::{ReportClock, breach_count, breaches as listed};
use crate::core::sla::{Clock, Limit, Rulebook, measure, shares, waits};
use crate::failure::Failure;

/// Those of one ticket, in no order.
///
/// # Errors
/// The desk's file cannot be read.
pub(in super::super) fn of_ticket(
    scope: &Scope<'_>,
    in_period: &TicketInPeriod,
    names: &mut BreachNames,
) -> Result<Vec<Breach>, Failure> {
    let listed = listed(&in_period.clocks, &scope.window);
    let all = listed.breached.into_iter().chain(listed.corrected);
    let rows: Vec<_> = all
        .filter(|row| scope.traits.fits(clocks::traits(row)))
        .collect();
    if rows.is_empty() {
        return Ok(Vec::new());
    }
    let subject = scope.subject(in_period.number)?.unwrap_or_default();
    rows.into_iter()
        .map(|row| breach(scope, in_period, (row, &subject), names))
        .collect()
}

/// Brings breaches of several tickets into the order in which they came.
pub(in super::super) fn sort(found: &mut [Breach]) {
    found.sort_by_key(|breach| (breach.row.breach, breach.row.ticket, breach.row.n));
}

/// What there is to tell of one clock of a ticket that is about this.
///
/// # Errors
/// The desk's file cannot be read.
fn breach(
    scope: &Scope<'_>,
    in_period: &TicketInPeriod,
    (row, subject): (&ReportClock<'static>, &str),
    names: &mut BreachNames,
) -> Result<Breach, Failure> {
    let mut clocks = in_period.ticket.clocks.iter();
    let clock = clocks.find(|clock| clock.n == row.n);
    let limit = clock.and_then(|clock| clock.limits.get(clock.governing));
    let measure =
        clock.and_then(|clock| measure(clock, &scope.reading.rules_cache, scope.reading.at()));
    let (rules, at) = (&scope.reading.rules_cache, scope.reading.at());
    let ended = row.ended.unwrap_or(at).min(at);
    let priorities = in_period.ticket.priorities.iter();
    let priorities = priorities.filter(|change| change.at <= ended);
    Ok(Breach {
        measure,
        held: clock.map_or_else(Vec::new, |clock| shares(clock, rules, at)),
        waits: clock.map_or_else(Vec::new, |clock| waits(clock, rules, at)),
        hours: limit.and_then(|limit| hours(limit, rules)),
        says: clock
            .zip(limit)
            .and_then(|(clock, limit)| says(clock, limit, rules)),
        kind: limit.and_then(|limit| kind_title(limit, rules)),
        is_taken_over: limit.is_some_and(Limit::is_taken_over),
        at,
        counts: breach_count(row, &in_period.clocks, &scope.window),
        priorities: priorities
            .map(|change| (change.at, change.to.clone()))
            .collect(),
        subject: subject.to_owned(),
        customer: names.customer(scope, in_period.ticket.customer)?,
        contact: names.contact(scope, in_period.ticket.contact)?,
        assignee: in_period.ticket.assignee.clone(),
        cause: match clock {
            Some(clock) => cause(scope, in_period, clock)?,
            None => None,
        },
        corrected: corrected(scope, in_period, row)?,
        row: row.clone(),
    })
}

/// The hours in which a limit counts, and their zone.
fn hours(limit: &Limit, rules: &dyn Rulebook) -> Option<(String, String)> {
    let calendar = rules.terms(limit.terms)?.calendars.get(&limit.calendar)?;
    let compiled = rules.calendar(limit.terms, &limit.calendar)?.newest();
    let week = calendar.week.settled()?.to_string();
    Some((week, compiled.zone().to_owned()))
}

/// The words in which the source publishes the target of a clock.
fn says(clock: &Clock, limit: &Limit, rules: &dyn Rulebook) -> Option<String> {
    let terms = rules.terms(limit.terms)?;
    let says = limit.published(&clock.milestone, &clock.priority, terms);
    says.map(str::to_owned)
}

/// What was given for it.
fn cause(
    scope: &Scope<'_>,
    in_period: &TicketInPeriod,
    clock: &Clock,
) -> Result<Option<BreachCause>, Failure> {
    let terms = in_period.ticket.terms;
    let terms = terms.and_then(|id| scope.reading.rules_cache.terms(id));
    BreachCause::of(&in_period.ticket, terms, clock, |event| {
        Ok(prose(scope, event)?.and_then(|prose| prose.text))
    })
}

fn corrected(
    scope: &Scope<'_>,
    in_period: &TicketInPeriod,
    row: &ReportClock<'_>,
) -> Result<Option<TakenBack>, Failure> {
    let mut all = in_period.ticket.corrected.iter();
    let Some(found) = all.find(|corrected| corrected.clock == row.n) else {
        return Ok(None);
    };
    let told = scope.reading.store.event(found.event)?;
    let reason = told.and_then(|told| why_taken_back(&told.event, &told.prose));
    Ok(Some(TakenBack {
        event: found.event,
        actor: found.actor.clone(),
        at: found.at,
        reason,
    }))
}

/// What was written beside an event.
///
/// # Errors
/// The desk's file cannot be read.
pub(in super::super) fn prose(
    scope: &Scope<'_>,
    event: EventId,
) -> Result<Option<EventText>, Failure> {
    Ok(scope.reading.store.event(event)?.map(|told| told.prose))
}

/// Names of customers and contacts, read once each.
#[derive(Default)]
pub(in super::super) struct BreachNames {
    customers: HashMap<CustomerId, String>,
    contacts: HashMap<ContactId, String>,
}

impl BreachNames {
    /// The key of a customer.
    ///
    /// # Errors
    /// The desk's file cannot be read.
    pub(in super::super) fn customer(
        &mut self,
        scope: &Scope<'_>,
        id: CustomerId,
    ) -> Result<String, Failure> {
        if let Some(known) = self.customers.get(&id) {
            return Ok(known.clone());
        }
        let row = scope.customers.row(id)?;
        let key = row.map_or_else(|| id.to_string(), |row| row.key);
        self.customers.insert(id, key.clone());
        Ok(key)
    }

    /// The e-mail address of a contact.
    ///
    /// # Errors
    /// The desk's file cannot be read.
    pub(in super::super) fn contact(
        &mut self,
        scope: &Scope<'_>,
        id: Option<ContactId>,
    ) -> Result<Option<String>, Failure> {
        let Some(id) = id else { return Ok(None) };
        if let Some(known) = self.contacts.get(&id) {
            return Ok(Some(known.clone()));
        }
        let contact = scope.tables.contact(id)?;
        let email = contact.map_or_else(|| id.to_string(), |contact| contact.row.email);
        self.contacts.insert(id, email.clone());
        Ok(Some(email))
    }
}
