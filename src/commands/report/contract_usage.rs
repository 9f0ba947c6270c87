//! How a contract's allowances and seats stand at an instant.

use super::moved::MovedSince;
use super::scope::Scope;
use crate::context::Allowances;
use crate::core::account::{Account, Contract, ContractState};
use crate::core::calendar::ZoneRules;
use crate::core::entitlement::{Balance, Pace, Posting, pace, seat_limit};
use crate::core::model::{ContractId, EventId};
use crate::core::terms::{Allowance, Terms};
use crate::core::text::Language;
use crate::core::time::Instant;
use crate::failure::Failure;
use crate::plans::Document;

/// A contract as it stands.
#[derive(Clone)]
pub(super) struct ContractUsage {
    /// How it stands at the view.
    pub state: ContractState,
    pub contract: ContractId,
    pub customer: String,
    pub plan: String,
    pub terms: Terms,
    /// In which its days are days.
    pub zone: ZoneRules,
    pub document: Document,
    /// In which its titles are read.
    pub language: Language,
    /// The e-mail addresses of those who hold a seat, in the order in which they took it.
    pub seated: Vec<String>,
    /// None: as many as the customer likes, or not agreed.
    pub seats: Option<u32>,
    pub allowances: Vec<Used>,
}

impl ContractUsage {
    /// What the plan is called, with its vendor.
    pub(super) fn plan_title(&self) -> String {
        self.terms.whole_title()
    }
}

/// An allowance in one of its periods.
#[derive(Clone)]
pub(super) struct Used {
    pub allowance: Allowance,
    pub balance: Balance,
    /// What is left of it at the view.
    pub left: Option<i64>,
    pub pace: Pace,
    /// The lines of that period.
    pub postings: Vec<Posting>,
}

/// The contracts of an account that were in force in the period, as they stood at its end or at
/// their own; and those that were over, when something was used of them in it. What was moved since
/// uses what it used where it was.
///
/// # Errors
/// The desk's file cannot be read.
pub(super) fn contract_usages(
    scope: &mut Scope<'_>,
    moved: &MovedSince,
    account: &Account,
) -> Result<Vec<ContractUsage>, Failure> {
    let mut contract_usages = Vec::new();
    for contract in &account.contracts {
        let Some(at) = last_moment(scope, contract) else {
            continue;
        };
        let over = at < scope.window.from;
        let contract_usage = contract_usage(scope, moved, account, contract, at)?;
        contract_usages.extend(
            contract_usage.filter(|contract_usage| !over || !contract_usage.allowances.is_empty()),
        );
    }
    Ok(contract_usages)
}

/// The last moment before the end of the period at which a contract was in force.
fn last_moment(scope: &Scope<'_>, contract: &Contract) -> Option<Instant> {
    let last = scope.window.last();
    let runs = contract.runs.iter().filter(|run| run.from <= last);
    let ends = runs.map(|run| run.until.map_or(last, |until| until.plus(-1).min(last)));
    ends.max()
}

fn contract_usage(
    scope: &mut Scope<'_>,
    moved: &MovedSince,
    account: &Account,
    contract: &Contract,
    at: Instant,
) -> Result<Option<ContractUsage>, Failure> {
    let Some(named) = contract.terms_at(at) else {
        return Ok(None);
    };
    let zone = zone(scope, account, contract)?;
    let window = scope.window;
    let viewed = scope.reading.at();
    let (tables, reading) = (scope.tables, &mut scope.reading);
    let terms = reading
        .rules_cache
        .load_terms(reading.store, named.event)?
        .cloned();
    let document = reading.rules_cache.document(reading.store, named.event)?;
    let (Some(terms), Some(document)) = (terms, document) else {
        return Ok(None);
    };
    let account_of = Allowances::of(tables, &mut reading.rules_cache, contract, &zone)?;
    let account_of = account_of.with_lines_of(moved.ledger());
    let account_of = account_of.booked_by(window.last(), EventId(i64::MAX));
    let allowances = account_of
        .periods(&window)
        .into_iter()
        .map(|(allowance, balance, postings)| Used {
            pace: pace(&balance, window.last()),
            left: account_of.left(&balance, viewed),
            postings,
            allowance,
            balance,
        })
        .collect();
    let seated = account.seated(contract.id, at);
    Ok(Some(ContractUsage {
        state: contract.state_at(scope.reading.at()),
        contract: contract.id,
        customer: account.customer.key.clone(),
        plan: terms.name(),
        seats: seat_limit(&terms),
        seated: seated
            .iter()
            .map(|contact| contact.label().to_owned())
            .collect(),
        terms,
        zone,
        document,
        language: scope.language,
        allowances,
    }))
}

/// The zone in which a contract's days are days.
///
/// # Errors
/// The desk's file cannot be read.
pub(super) fn zone(
    scope: &mut Scope<'_>,
    account: &Account,
    contract: &Contract,
) -> Result<ZoneRules, Failure> {
    let reading = &mut scope.reading;
    let desk = reading.rules_cache.desk_zone().to_owned();
    let named = account.zone_of(contract).map(str::to_owned);
    let name = named
        .filter(|name| reading.rules_cache.has_zone(name))
        .unwrap_or(desk);
    reading.rules_cache.zone_rules(reading.store, &name)
}
