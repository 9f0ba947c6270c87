//! The words that plans have: those of the ticket, the contract or the customer that a line is about.

use super::line::TypedLine;
use super::offer::Offer;
use super::people::{customer_of, ticket};
use crate::context::Context;
use crate::core::model::{ContractId, EventId};
use crate::core::sla::Rulebook;
use crate::core::terms::{Terms, Word};
use crate::failure::Failure;
use crate::plans::{Document, open_terms};
use crate::store::ContractRow;

/// What only terms can say: where they say none of it, nobody else does.
const SAID: &[&str] = &[
    "allowance",
    "channel",
    "component",
    "environment",
    "ground",
    "impact",
    "line",
    "milestone",
    "priority",
    "qualification",
    "reason",
    "topic",
    "urgency",
];

/// Whether terms have words of that kind.
pub(super) fn said_by_terms(kind: &str) -> bool {
    SAID.contains(&kind)
}

/// The words of a kind in the terms that a line is about; none: it is about none.
pub(super) fn of_terms(
    context: &Context,
    line: &TypedLine,
    kind: &str,
) -> Result<Option<Vec<Offer>>, Failure> {
    let all = terms(context, line)?;
    if all.is_empty() {
        return Ok(None);
    }
    let mut offers: Vec<Offer> = Vec::new();
    for offer in all.iter().flat_map(|terms| words(terms, kind)) {
        if !offers.iter().any(|known| known.word == offer.word) {
            offers.push(offer);
        }
    }
    Ok(Some(offers))
}

/// The terms of the ticket that the line is about, else those of the contract, else of all that the
/// customer has in force, else of the plan.
fn terms(context: &Context, line: &TypedLine) -> Result<Vec<Terms>, Failure> {
    if line.word("plan").is_some() || context.store().is_err() {
        let document = plan(context, line)?;
        return Ok(document.iter().map(Document::terms).collect());
    }
    let mut rules = context.rules_cache()?;
    let mut all = Vec::new();
    for event in agreed(context, line)? {
        rules.load_terms(context.store()?, event)?;
        all.extend(rules.terms(event).cloned());
    }
    Ok(all)
}

/// What was agreed last with whom the line is about.
fn agreed(context: &Context, line: &TypedLine) -> Result<Vec<EventId>, Failure> {
    let ticket = ticket(context, line)?;
    if let Some(event) = ticket.as_ref().and_then(|row| row.terms) {
        return Ok(vec![event]);
    }
    let tables = context.store()?.present();
    let of_ticket = ticket.and_then(|row| row.contract);
    let named = line.word("contract").and_then(|word| word.parse().ok());
    let contracts: Vec<ContractId> = match of_ticket.or(named.map(ContractId)) {
        Some(contract) => vec![contract],
        None => in_force(context, line)?,
    };
    let mut events = Vec::new();
    for contract in contracts {
        events.extend(tables.terms_of(contract)?.last().map(|terms| terms.event));
    }
    Ok(events)
}

/// The contracts of the customer that are in force, or else the last that was.
fn in_force(context: &Context, line: &TypedLine) -> Result<Vec<ContractId>, Failure> {
    let Some(customer) = customer_of(context, line)? else {
        return Ok(Vec::new());
    };
    let now = context.now();
    let all = context.store()?.present().contracts_of(customer)?;
    let known = || all.iter().filter(|row| !row.void);
    let runs = |row: &&ContractRow| row.starts <= now && row.until.is_none_or(|until| now < until);
    let found: Vec<ContractId> = known().filter(runs).map(|row| row.id).collect();
    match found.is_empty() {
        true => Ok(known().next_back().map(|row| row.id).into_iter().collect()),
        false => Ok(found),
    }
}

fn plan(context: &Context, line: &TypedLine) -> Result<Option<Document>, Failure> {
    let Some(word) = line.word("plan") else {
        return Ok(None);
    };
    Ok(Some(context.plan(word)?.document()))
}

/// The words of a kind that terms have.
fn words(terms: &Terms, kind: &str) -> Vec<Offer> {
    let words = |words: &[Word]| -> Vec<Offer> {
        let words = words.iter();
        words
            .map(|word| Offer::new(&word.id, &word.title))
            .collect()
    };
    match kind {
        "priority" => {
            let all = terms.priorities.iter();
            all.map(|p| Offer::new(&p.id, &p.title)).collect()
        }
        "channel" => {
            let all = terms
                .channels
                .iter()
                .filter(|c| c.included && !c.self_service);
            all.map(|c| Offer::new(&c.id, &c.title)).collect()
        }
        "topic" => {
            let all = terms.topics.iter();
            all.map(|t| Offer::new(&t.id, &t.title)).collect()
        }
        "reason" => {
            let all = terms.changes.iter();
            all.map(|change| Offer::new(&change.id, &change.title))
                .collect()
        }
        "milestone" => {
            let all = terms.milestones.iter();
            all.map(|m| Offer::new(&m.id, &m.title)).collect()
        }
        "allowance" => {
            let all = terms.allowances.iter();
            all.map(|a| Offer::new(&a.id, &a.title)).collect()
        }
        "qualification" => {
            let all = terms.qualifications.iter();
            all.map(|q| Offer::new(&q.id, &q.title)).collect()
        }
        "line" => terms.lines.iter().map(Offer::bare).collect(),
        "ground" => words(&terms.exclusions),
        "environment" => words(&terms.environments),
        "component" => words(&terms.components),
        "impact" => words(&terms.impacts),
        "urgency" => words(&terms.urgencies),
        _ => Vec::new(),
    }
}

/// The paths that can be agreed, what is open first; behind a path what it could be.
pub(super) fn paths(
    context: &Context,
    line: &TypedLine,
    with: &str,
) -> Result<Vec<Offer>, Failure> {
    let Some(document) = document(context, line)? else {
        return Ok(Vec::new());
    };
    let open = open_terms(&document);
    if let Some((path, _)) = with.split_once('=') {
        let of_path = open.iter().filter(|term| term.path == path);
        let answers = of_path.flat_map(|term| term.answers());
        return Ok(answers
            .map(|answer| Offer::bare(format!("{path}={answer}")))
            .collect());
    }
    let asked = open
        .iter()
        .map(|term| (term.path.clone(), term.what.written()));
    let said = document.paths().into_iter();
    let said = said.filter(|(path, _)| !open.iter().any(|term| term.path == *path));
    let all = asked.chain(said);
    Ok(all
        .map(|(path, says)| Offer::new(format!("{path}="), says))
        .collect())
}

/// What an agreement is laid over: the plan that is named, else what the contract says.
fn document(context: &Context, line: &TypedLine) -> Result<Option<Document>, Failure> {
    if let Some(document) = plan(context, line)? {
        return Ok(Some(document));
    }
    let Some(event) = agreed(context, line)?.pop() else {
        return Ok(None);
    };
    context.rules_cache()?.document(context.store()?, event)
}
