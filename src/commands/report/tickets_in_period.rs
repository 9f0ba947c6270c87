//! Tickets that a period has to do with, folded as far as the record is known: their clocks and
//! what happened on them.

use std::borrow::Cow;
use std::collections::BTreeSet;

use super::scope::Scope;
use crate::commands::ticket::record::cause_of;
use crate::context::RulesCache;
use crate::core::model::{Event, Stream, TicketNo};
use crate::core::report::{CauseSaid, ReportClock, TicketActivity, Window};
use crate::core::sla::{Rulebook, Ticket, fold};
use crate::failure::Failure;
use crate::store::{AsOf, TicketRow, TicketSave, TouchedQuery};

/// A ticket as it is known in this view.
pub(super) struct TicketInPeriod {
    pub number: TicketNo,
    pub ticket: Ticket,
    /// What it was folded from.
    pub events: Vec<Event>,
    /// What happened on it.
    pub activity: TicketActivity,
    /// Its clocks, each with the cause that was given for its breach.
    pub clocks: Vec<ReportClock<'static>>,
}

impl TicketInPeriod {
    /// What the tables would keep of it.
    pub(super) fn row(&self, rules_cache: &RulesCache) -> TicketRow {
        let save = TicketSave {
            number: self.number,
            ticket: &self.ticket,
            subject: "",
            terms: self.ticket.terms.and_then(|id| rules_cache.terms(id)),
            texts: None,
            moved_by: None,
            imports: &rules_cache.imports,
        };
        save.rows().ticket
    }

    /// A clock with who held it as the period sees it: what was open at its end is of who had the
    /// ticket then.
    pub(super) fn held_in_period<'c, 'w>(
        &self,
        clock: Cow<'c, ReportClock<'w>>,
        window: &Window,
        rules_cache: &RulesCache,
    ) -> Cow<'c, ReportClock<'w>> {
        if !clock.is_open_after(window) {
            return clock;
        }
        let terms = self.ticket.terms.and_then(|id| rules_cache.terms(id));
        let clock = clock.into_owned();
        Cow::Owned(clock.held_at(window.last(), &self.ticket.holders, terms))
    }
}

/// The tickets that the period has to do with: something happened on them since it began, or they
/// were not done, or a clock of theirs still lives.
///
/// # Errors
/// The desk's file cannot be read.
pub(super) fn touched(scope: &Scope<'_>) -> Result<BTreeSet<TicketNo>, Failure> {
    let customers = scope.customers.rows()?;
    let customers = customers.iter().map(|customer| customer.id).collect();
    let query = TouchedQuery {
        customers: &customers,
        from: scope.window.from,
        to: scope.window.to,
        tickets: (!scope.whole_customers).then_some(&scope.condition),
    };
    Ok(scope.tables.touched(&query)?)
}

/// One ticket; none when it was not known yet, or was another customer's.
///
/// # Errors
/// The desk's file cannot be read.
pub(super) fn fold_one(
    scope: &mut Scope<'_>,
    number: TicketNo,
) -> Result<Option<TicketInPeriod>, Failure> {
    let known = scope.reading.view.known;
    fold_known(scope, number, known)
}

/// The same, as far as it was known then.
///
/// # Errors
/// The desk's file cannot be read.
pub(super) fn fold_known(
    scope: &mut Scope<'_>,
    number: TicketNo,
    known: AsOf,
) -> Result<Option<TicketInPeriod>, Failure> {
    let reading = &mut scope.reading;
    let events = reading.store.events(Stream::Ticket(number), known)?;
    reading.rules_cache.load(reading.store, &events)?;
    let Some(ticket) = fold(&events, &reading.rules_cache) else {
        return Ok(None);
    };
    if !scope.customers.covers(ticket.customer) {
        return Ok(None);
    }
    Ok(Some(TicketInPeriod {
        number,
        activity: TicketActivity::of(number, &ticket, &events),
        clocks: rows(number, &ticket, &scope.reading.rules_cache),
        ticket,
        events,
    }))
}

/// The clocks of a folded ticket as reports read them.
pub(super) fn rows(
    number: TicketNo,
    ticket: &Ticket,
    rules_cache: &RulesCache,
) -> Vec<ReportClock<'static>> {
    let terms = ticket.terms.and_then(|terms| rules_cache.terms(terms));
    let clocks = ticket.clocks.iter();
    clocks
        .map(|clock| ReportClock {
            cause: match cause_of(ticket, clock) {
                Some((Some(code), _)) => CauseSaid::Code(code.clone().into()),
                Some((None, _)) => CauseSaid::InWords,
                None => CauseSaid::Nothing,
            },
            ..ReportClock::of(number, terms, clock).told_by(
                clock,
                &rules_cache.imports,
                ticket.source.as_deref(),
            )
        })
        .collect()
}
