//! Which contracts held in the period, under which terms, and what those never promised.

use super::super::contract_usage::ContractUsage;
use super::super::counted::count;
use super::super::scope::Scope;
use super::super::usage::limit;
use super::agreed::{agreed_terms, is_note};
use super::hours::PromiseHours;
use crate::commands::ticket::record::{kinds_promised, why_not_promised, why_not_promised_but};
use chrono::NaiveDate;

use crate::core::account::{Account, Contract, last_day};
use crate::core::model::ContractId;
use crate::core::report::promised;
use crate::core::terms::{NotPromisedReason, Promise, Terms};
use crate::core::time::Instant;
use crate::core::time::Local;
use crate::plans::{Section, TermWords, Together, lines_in, open_terms_in};
use crate::render::{Cell, Column};
use crate::wording::plan::term;
use crate::wording::{Phrase, Spoken, said};

/// A contract and the terms under which tickets were opened at the end of the period.
#[derive(Clone)]
pub(super) struct ContractInPeriod {
    pub contract: ContractId,
    customer: String,
    pub plan: String,
    title: String,
    state: &'static str,
    first_day: NaiveDate,
    last_day: Option<NaiveDate>,
    terms_from: Option<Instant>,
    terms: Option<String>,
    /// What was agreed, as it was typed, and what that says.
    set: Vec<(String, Phrase)>,
    /// The hours in which its promises count.
    pub hours: Vec<PromiseHours>,
    seats: Cell,
    seated: Vec<String>,
    clause: Option<String>,
    /// What the plan calls this report, where it has it and does not include it, with the clause.
    pub without_report: Option<(String, Option<String>)>,
}

pub(super) const HELD: &[Column<ContractInPeriod>] = &[
    Column::<ContractInPeriod>::shown("contract", |h| Cell::Id(h.contract.0)),
    Column::<ContractInPeriod>::shown("customer", |h| Cell::code(h.customer.clone())),
    Column::<ContractInPeriod>::shown("plan", |h| {
        let plan = Cell::code(h.plan.clone());
        Cell::told(plan, said::as_it_is(Cell::text(&h.title)))
    }),
    Column::<ContractInPeriod>::more("title", |h| Cell::text(&h.title)),
    Column::<ContractInPeriod>::shown("state", |h| Cell::state(h.state)),
    Column::<ContractInPeriod>::shown("start", |h| Cell::Day(h.first_day)),
    Column::<ContractInPeriod>::shown("end", |h| h.last_day.map_or(Cell::Absent, Cell::Day)),
    Column::<ContractInPeriod>::shown("terms_from", |h| Cell::from(h.terms_from))
        .titled("TERMS SINCE"),
    Column::<ContractInPeriod>::shown("set", agreed).titled("AGREED"),
    Column::<ContractInPeriod>::more("terms", |h| Cell::code_if(h.terms.clone())),
];

impl ContractInPeriod {
    /// What there is to tell of a contract at the end of the period.
    pub(super) fn of(
        contract_usage: &ContractUsage,
        account: &Account,
        last: Instant,
    ) -> ContractInPeriod {
        // its days are days where it is, whoever reads of them
        let zone = &contract_usage.zone;
        let contract = account.contract(contract_usage.contract);
        let ahead = contract.and_then(|contract| contract.ahead(last, zone));
        let ahead = ahead.filter(|ahead| ahead.until < Instant::MAX);
        let near = contract.and_then(|contract| contract.terms_near(last));
        ContractInPeriod {
            contract: contract_usage.contract,
            customer: contract_usage.customer.clone(),
            plan: contract_usage.plan.clone(),
            title: contract_usage.plan_title(),
            state: contract.map_or("", |contract| contract.state_at(last).word()),
            first_day: zone
                .wall(contract.map_or(last, |contract| contract.starts))
                .date(),
            last_day: ahead
                .map(|ahead| ahead.until)
                .or_else(|| over(contract?, last))
                .map(|until| last_day(until, zone)),
            terms_from: near.map(|terms| terms.from),
            terms: near.map(|terms| terms.hash.clone()),
            set: near.map_or_else(Vec::new, |terms| agreed_terms(contract_usage, &terms.set)),
            hours: PromiseHours::all(&contract_usage.terms, zone.name()),
            seats: limit(contract_usage),
            seated: contract_usage.seated.clone(),
            clause: seats_clause(&contract_usage.terms),
            without_report: without_report(&contract_usage.terms),
        }
    }
}

/// When a contract ended that is over at `last`.
fn over(contract: &Contract, last: Instant) -> Option<Instant> {
    let ends = contract.runs.iter().filter_map(|run| run.until);
    ends.filter(|until| *until <= last).max()
}

fn agreed(held: &ContractInPeriod) -> Cell {
    if held.set.is_empty() {
        return Cell::Absent;
    }
    let typed = Cell::codes(held.set.iter().map(|(typed, _)| typed.clone()));
    let phrases = held.set.iter().map(|(_, phrase)| phrase.clone().into());
    let said = Spoken::Together(Together::Apart, phrases.collect());
    let said: Phrase = said::as_it_is(said);
    Cell::told(typed, said::as_it_is(Cell::Phrase(said)))
}

/// The word of a plan file for this report among its services.
const REPORT: &str = "activity-report";

fn without_report(terms: &Terms) -> Option<(String, Option<String>)> {
    let mut services = terms.services.iter();
    let report = services.find(|service| service.id == REPORT && !service.included)?;
    Some((report.title.clone(), report.source.clause.clone()))
}

fn seats_clause(terms: &Terms) -> Option<String> {
    let source = terms.sources.get("contacts")?;
    source.clause.clone()
}

/// Seats of each contract: how many are taken, of how many, by whom.
pub(super) fn seats(held: &[ContractInPeriod]) -> Cell {
    let object = |held: &ContractInPeriod| {
        Cell::object([
            ("contract", Cell::Id(held.contract.0)),
            ("customer", Cell::code(held.customer.clone())),
            ("seats_used", count(held.seated.len())),
            (
                "seats",
                match &held.seats {
                    Cell::Number(seats) => Cell::Number(*seats),
                    _ => Cell::Absent,
                },
            ),
            (
                "says",
                match &held.seats {
                    Cell::Number(_) => Cell::Absent,
                    words => words.clone(),
                },
            ),
            ("contacts", Cell::codes(held.seated.clone())),
            ("clause", Cell::code_if(held.clause.clone())),
        ])
    };
    Cell::List(held.iter().map(object).collect())
}

/// A term that a contract leaves open, or a target that its plan has not.
#[derive(Clone, PartialEq)]
pub(super) struct NotPromisedRow {
    contract: ContractId,
    path: String,
    what: Phrase,
    /// Milestone and priorities, where it is a target.
    target: Option<(String, Vec<String>)>,
    why: Cell,
    clause: Option<String>,
}

pub(super) const NOT_PROMISED: &[Column<NotPromisedRow>] = &[
    Column::<NotPromisedRow>::shown("contract", |n| Cell::Id(n.contract.0)),
    Column::<NotPromisedRow>::more("path", |n| Cell::code(n.path.clone())).titled("TERM"),
    Column::<NotPromisedRow>::shown("what", what),
    Column::<NotPromisedRow>::shown("why", |n| n.why.clone()),
    Column::<NotPromisedRow>::shown("clause", |n| Cell::code_if(n.clause.clone())),
];

/// What is not promised: a target in the words of the page's language.
fn what(row: &NotPromisedRow) -> Cell {
    let what = Cell::Phrase(row.what.clone());
    match &row.target {
        None => what,
        Some((milestone, priorities)) => {
            let milestone = Cell::milestone(milestone.clone());
            let priorities = priorities.iter().cloned().map(Cell::priority);
            let said = said::not_promised_target(milestone, Cell::List(priorities.collect()));
            Cell::told(what, said)
        }
    }
}

/// For a page: what is not promised of a milestone for one reason is said once for all priorities.
pub(super) fn together(all: &[NotPromisedRow]) -> Vec<NotPromisedRow> {
    let mut rows: Vec<NotPromisedRow> = Vec::new();
    for row in all {
        let same = rows.iter_mut().find_map(|known| {
            let alike = (known.contract, &known.why, &known.clause)
                == (row.contract, &row.why, &row.clause);
            let (known, of) = (known.target.as_mut()?, row.target.as_ref()?);
            (alike && known.0 == of.0).then_some((known, of))
        });
        match same {
            Some((known, of)) => known.1.extend(of.1.iter().cloned()),
            None => rows.push(row.clone()),
        }
    }
    rows
}

/// What else the source of a contract's terms says: it decides nothing.
#[derive(Clone, PartialEq, Eq)]
pub(super) struct FactRow {
    contract: ContractId,
    path: String,
    item: TermWords,
    says: TermWords,
    clause: Option<String>,
}

pub(super) const ALSO_SAID: &[Column<FactRow>] = &[
    Column::<FactRow>::shown("contract", |n| Cell::Id(n.contract.0)),
    Column::<FactRow>::more("path", |n| Cell::code(n.path.clone())).titled("TERM"),
    Column::<FactRow>::shown("item", |n| Cell::Phrase(term(&n.item))).titled("WHAT"),
    Column::<FactRow>::shown("says", |n| Cell::Phrase(term(&n.says))),
    Column::<FactRow>::shown("clause", |n| Cell::code_if(n.clause.clone())),
];

/// The facts of a contract's terms; for the desk, what is noted of its plan and of whole tables of
/// it: a customer's page has nothing that the author of a plan noted.
pub(super) fn also_said(contract_usage: &ContractUsage, scope: &Scope<'_>) -> Vec<FactRow> {
    let said = lines_in(&contract_usage.document, contract_usage.language).into_iter();
    let is_of_desk = scope.customer.is_none();
    let facts = said.filter(|line| match is_note(line) {
        true => is_of_desk,
        false => line.section == Section::Facts,
    });
    let facts = facts.map(|line| FactRow {
        contract: contract_usage.contract,
        path: line.path,
        item: line.item,
        says: line.said,
        clause: line.source.clause,
    });
    facts.collect()
}

/// What the terms of a contract leave open, then the targets they do not have.
pub(super) fn not_promised(contract_usage: &ContractUsage) -> Vec<NotPromisedRow> {
    let targets = promised(&contract_usage.terms);
    let named = |path: &str| {
        let of = targets.iter();
        let mut of = of.filter(|of| format!("targets.{}.{}", of.milestone, of.priority) == path);
        let of = of.next()?;
        Some((of.milestone.clone(), vec![of.priority.clone()]))
    };
    let open = open_terms_in(&contract_usage.document, contract_usage.language)
        .into_iter()
        .map(|open| NotPromisedRow {
            contract: contract_usage.contract,
            target: named(&open.path),
            path: open.path,
            what: term(&open.what),
            why: why_not_promised(NotPromisedReason::LeftOpen, None),
            clause: open.clause,
        });
    let without = targets.iter().filter_map(|promised| {
        let left_open = promised.promise == Promise::Open;
        let why = promised.promise.why_no_time().filter(|_| !left_open)?;
        let (milestone, priority) = (&promised.milestone_title, &promised.priority_title);
        Some(NotPromisedRow {
            contract: contract_usage.contract,
            path: format!("targets.{}.{}", promised.milestone, promised.priority),
            what: said::not_promised_target(milestone.to_lowercase(), priority),
            target: Some((promised.milestone.clone(), vec![promised.priority.clone()])),
            why: why_not_promised_but(
                why_not_promised(why, promised.says.as_deref()),
                kinds_promised(
                    &contract_usage.terms,
                    &promised.milestone,
                    &promised.priority,
                ),
            ),
            clause: promised.source.clause.clone(),
        })
    });
    open.chain(without).collect()
}
