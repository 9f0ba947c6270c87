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

/// Whether terms have words of that kind: where they say none of it, nobody else does.
pub(super) fn said_by_terms(kind: &str) -> bool {
    words(kind).is_some()
}

/// The words of a kind in the terms that a line is about; none: it is about none.
pub(super) fn of_terms(
    context: &Context,
    line: &TypedLine,
    kind: &str,
) -> Result<Option<Vec<Offer>>, Failure> {
    let all = terms(context, line)?;
    let Some(words) = words(kind).filter(|_| !all.is_empty()) else {
        return Ok(None);
    };
    let mut offers: Vec<Offer> = Vec::new();
    for offer in all.iter().flat_map(words) {
        if !offers.iter().any(|known| known.word == offer.word) {
            offers.push(offer);
        }
    }
    Ok(Some(offers))
}

/// The terms of the ticket that the line is about, else those of the contract, else of all that the
/// customer has in force, else of the plan.
fn terms(context: &Context, line: &TypedLine) -> Result<Vec<Terms>, Failure> {
    let of_plan = line.word("whose").is_some_and(|word| word.contains('/'));
    if of_plan || line.word("plan").is_some() || context.store().is_err() {
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
    let whose = line.word("whose").filter(|word| word.contains('/'));
    let Some(word) = line.word("plan").or(whose) else {
        return Ok(None);
    };
    Ok(Some(context.plan(word)?.document()))
}

/// How the words of a kind are found in terms; none: terms have no such words.
fn words(kind: &str) -> Option<fn(&Terms) -> Vec<Offer>> {
    Some(match kind {
        "priority" => |terms| {
            let own = terms.own_priorities().map(|(_, priority)| priority);
            offers(own, |one| (&one.id, &one.title))
        },
        "channel" => |terms| {
            let open = terms.channels.iter().filter(|c| c.takes_tickets());
            offers(open, |one| (&one.id, &one.title))
        },
        "asks" => |terms| {
            let asked = terms.kinds.iter().filter(|kind| kind.is_on_request());
            offers(asked, |one| (&one.id, &one.title))
        },
        "topic" => |terms| offers(&terms.topics, |one| (&one.id, &one.title)),
        "reason" => |terms| offers(&terms.changes, |one| (&one.id, &one.title)),
        "milestone" => |terms| offers(&terms.milestones, |one| (&one.id, &one.title)),
        "allowance" => |terms| offers(&terms.allowances, |one| (&one.id, &one.title)),
        "qualification" => |terms| offers(&terms.qualifications, |one| (&one.id, &one.title)),
        "line" => |terms| terms.lines.iter().map(Offer::bare).collect(),
        "act" => |terms| offers(&terms.acts, |one| (&one.id, &one.title)),
        "ground" => |terms| of_words(&terms.exclusions),
        "environment" => |terms| of_words(&terms.environments),
        "component" => |terms| of_words(&terms.components),
        "version" => |terms| offers(&terms.versions, |one| (&one.id, &one.title)),
        "impact" => |terms| of_words(&terms.impacts),
        "urgency" => |terms| of_words(&terms.urgencies),
        _ => return None,
    })
}

fn of_words(words: &[Word]) -> Vec<Offer> {
    offers(words, |word| (&word.id, &word.title))
}

/// Each by its code and with its title.
fn offers<'t, T: 't>(
    all: impl IntoIterator<Item = &'t T>,
    named: impl Fn(&'t T) -> (&'t String, &'t String),
) -> Vec<Offer> {
    let named = all.into_iter().map(named);
    named.map(|(id, title)| Offer::new(id, title)).collect()
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
