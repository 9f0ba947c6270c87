//! What was agreed in the period: signings, amendments, renewals, cancellations, and which terms
//! each of them changed.

use super::super::contract_usage::ContractUsage;
use super::super::scope::Scope;
use crate::core::account::{Account, Contract, ContractState};
use crate::core::model::{ContractId, EventId};
use crate::core::time::{Instant, Local};
use crate::failure::Failure;
use crate::plans::{Difference, TermWords, diff_in};
use crate::render::{Cell, Column};
use crate::wording::plan::term;
use crate::wording::said;
use chrono::NaiveDate;

/// An act that changed what is agreed, and one term that it changed.
#[derive(Clone)]
pub(super) struct TermsChangeRow {
    contract: ContractId,
    at: Instant,
    /// The day of it where the contract is.
    from: NaiveDate,
    act: &'static str,
    /// The term, what it was and what it is; none where the act changed no term.
    term: Option<Difference>,
    plan: String,
    clause: Option<String>,
    event: EventId,
}

pub(super) const COLUMNS: &[Column<TermsChangeRow>] = &[
    Column::<TermsChangeRow>::shown("contract", |t| Cell::Id(t.contract.0)),
    Column::<TermsChangeRow>::shown("from", |t| Cell::Day(t.from)),
    Column::<TermsChangeRow>::shown("act", |t| Cell::word_of(t.act)),
    Column::<TermsChangeRow>::shown("plan", |t| Cell::plan(t.plan.clone())).gives_way(1),
    Column::<TermsChangeRow>::shown("path", |t| {
        t.term.as_ref().map_or(Cell::Absent, |term| {
            let path = Cell::code(term.path.clone());
            match &term.item {
                Some(item) => told(path, item),
                None => path,
            }
        })
    }),
    Column::<TermsChangeRow>::shown("was", |t| value(t, |term| term.old.as_ref())),
    Column::<TermsChangeRow>::shown("is", |t| value(t, |term| term.new.as_ref())),
    Column::<TermsChangeRow>::shown("clause", |t| Cell::code_if(t.clause.clone())),
    Column::<TermsChangeRow>::more("event", |t| Cell::Id(t.event.0)),
];

/// A value as the page says it; for scripts as a plan file has it.
fn value(row: &TermsChangeRow, side: fn(&Difference) -> Option<&TermWords>) -> Cell {
    match row.term.as_ref().and_then(side) {
        None => Cell::Absent,
        Some(TermWords::Span(span)) => Cell::Target(span.to_string()),
        Some(value) => told(Cell::code(value.written()), value),
    }
}

fn told(code: Cell, words: &TermWords) -> Cell {
    Cell::told(code, said::as_it_is(Cell::Phrase(term(words))))
}

/// What was agreed of a contract in the period, in no order of days.
///
/// # Errors
/// The record lacks terms that the contract names.
pub(super) fn of(
    scope: &mut Scope<'_>,
    account: &Account,
    contract_usage: &ContractUsage,
) -> Result<Vec<TermsChangeRow>, Failure> {
    let Some(contract) = account.contract(contract_usage.contract) else {
        return Ok(Vec::new());
    };
    let (window, zone) = (scope.window, &contract_usage.zone);
    let mut rows = Vec::new();
    let mut push = |at: Instant, act, plan: &str, event, term: Option<Difference>| {
        let clause = term.as_ref().and_then(|term| term.clause.clone());
        rows.push(TermsChangeRow {
            contract: contract.id,
            at,
            from: zone.wall(at).date(),
            act,
            term,
            plan: plan.to_owned(),
            clause,
            event,
        });
    };
    for (place, terms) in contract.terms.iter().enumerate() {
        if !window.holds(terms.from) {
            continue;
        }
        let act = act(contract, terms.event, place);
        let reading = &scope.reading;
        let now = reading.rules_cache.document(reading.store, terms.event)?;
        let earlier = place
            .checked_sub(1)
            .map(|place| contract.terms[place].event);
        let then = match earlier {
            Some(event) => reading.rules_cache.document(reading.store, event)?,
            None => None,
        };
        let differences = then.zip(now);
        let language = scope.language;
        let differences = differences.map(|(then, now)| diff_in(&then, &now, language));
        let differences = differences.unwrap_or_default();
        if differences.is_empty() {
            push(terms.from, act, &terms.plan, terms.event, None);
        }
        for changed in differences {
            push(terms.from, act, &terms.plan, terms.event, Some(changed));
        }
    }
    for run in &contract.runs {
        // one that ends with the period ends in it, on its last day
        let Some(until) = run.until.filter(|until| window.holds(until.plus(-1))) else {
            continue;
        };
        let goes_on = contract.runs.iter().any(|next| next.from == until);
        let (plan, last) = (&contract_usage.plan, until.plus(-1));
        match run.cancelled {
            Some(event) => push(last, ContractState::Cancelled.word(), plan, event, None),
            None if goes_on => {}
            None => push(last, ContractState::Lapsed.word(), plan, run.event, None),
        }
    }
    Ok(rows)
}

/// Brings what was agreed of several contracts into the order in which it came about.
pub(super) fn sort(rows: &mut [TermsChangeRow]) {
    rows.sort_by_key(|row| (row.from, row.at));
}

fn act(contract: &Contract, event: EventId, place: usize) -> &'static str {
    match place {
        0 => "signed",
        _ if contract.runs.iter().any(|run| run.event == event) => "renewed",
        _ => "amended",
    }
}
