//! Whether there is a seat: asked of every contract that would cover the person, under the terms
//! of every day on which the seat would be held.

use super::days::Days;
use super::view::terms;
use crate::context::Session;
use crate::core::account::{Account, Contract};
use crate::core::entitlement::{RequestContext, SeatRequest, may_authorise, seat_limit};
use crate::core::model::{ContractId, EventId};
use crate::core::terms::Terms;
use crate::core::time::Instant;
use crate::failure::Failure;
use crate::wording::account as words;
use crate::wording::no_seat;

/// # Errors
/// A contract has no seat left, or too many hold a qualification already.
pub(in crate::commands) fn room_for(
    session: &mut Session<'_>,
    account: &Account,
    newcomer: &SeatRequest<'_>,
    only: Option<ContractId>,
) -> Result<(), Failure> {
    let covers = |contract: &&Contract| only.is_none_or(|only| only == contract.id);
    for contract in account.contracts.iter().filter(covers) {
        let days = Days::of_contract(&mut session.rules_cache, &session.writer, account, contract)?;
        for (event, from, until) in stretches(contract, newcomer) {
            let terms = terms(&mut session.rules_cache, &session.writer, event)?;
            let situation = RequestContext {
                at: from,
                zone: &days.zone,
                account,
                contract: Some(contract),
                balances: &[],
                others: &[],
                beside: &[],
                is_open: &|_| None,
            };
            let then = SeatRequest {
                from,
                until,
                ..*newcomer
            };
            may_authorise(&terms, &situation, &then).map_err(|no| no_seat(&no))?;
        }
    }
    Ok(())
}

/// The stretches of a newcomer's seat that fall under one set of terms of a contract in force.
fn stretches(
    contract: &Contract,
    newcomer: &SeatRequest<'_>,
) -> Vec<(EventId, Instant, Option<Instant>)> {
    let mut found = Vec::new();
    for (place, said) in contract.terms.iter().enumerate() {
        let next = contract.terms.get(place + 1).map(|next| next.from);
        for (begins, ends) in contract.coverage() {
            let from = newcomer.from.max(said.from).max(begins);
            let until = [newcomer.until, next, ends].into_iter().flatten().min();
            if until.is_none_or(|until| from < until) {
                found.push((said.event, from, until));
            }
        }
    }
    found
}

/// `4 of 5 seats taken`, for each contract in force at an instant; nothing where seats are not
/// counted.
///
/// # Errors
/// The record lacks terms that it names.
pub(in crate::commands) fn taken(
    session: &mut Session<'_>,
    account: &Account,
    at: Instant,
) -> Result<Option<String>, Failure> {
    let mut said = Vec::new();
    let contracts: Vec<&Contract> = account.in_force(at).collect();
    for contract in &contracts {
        let Some(from) = contract.terms_at(at) else {
            continue;
        };
        let terms = terms(&mut session.rules_cache, &session.writer, from.event)?;
        let seated = account.seated(contract.id, at).len();
        if let Some(most) = seat_limit(&terms) {
            let of = (contracts.len() > 1).then_some(contract.id.0);
            said.push(words::seats_taken(seated, most, of));
        }
    }
    Ok((!said.is_empty()).then(|| said.join(", ")))
}

/// Whether the terms of a contract have a seat for everybody who holds one from an instant on.
///
/// # Errors
/// Whose seats are too many, and how to free them.
pub(in crate::commands) fn enough_for(
    session: &mut Session<'_>,
    account: &Account,
    contract: ContractId,
    terms: &Terms,
    from: Instant,
) -> Result<(), Failure> {
    let Some(contract) = account.contract(contract) else {
        return Ok(());
    };
    let Some(most) = seat_limit(terms).map(|most| most as usize) else {
        return Ok(());
    };
    let fullest = account.fullest(contract.id, from, None, None);
    if fullest.seated.len() <= most {
        return Ok(());
    }
    let days = Days::of_contract(&mut session.rules_cache, &session.writer, account, contract)?;
    let names: Vec<&str> = fullest
        .seated
        .iter()
        .map(|contact| contact.label())
        .collect();
    let (stay, leave) = names.split_at(most);
    let day = days.day(fullest.at);
    let failure = Failure::refused(words::too_few_seats(
        &terms.name(),
        most,
        &account.customer.key,
        names.len(),
        day,
    ));
    let failure = match stay {
        [] => failure,
        stay => failure.fact(words::came_first(stay)),
    };
    let failure = match terms
        .sources
        .get("contacts")
        .and_then(|source| source.clause.as_ref())
    {
        Some(clause) => failure.clause(clause),
        None => failure,
    };
    let last = days.last(from).filter(|_| from > session.now());
    Err(failure
        .kind("too-many-contacts")
        .fact(words::too_many(leave))
        .hint(words::frees_a_seat(leave[0], last, names.len())))
}
