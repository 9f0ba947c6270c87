//! What a contract says of a request: the same question for `may`, which only asks, and `open`.

use super::plan_words::known;
use crate::context::{Allowances, Context, Directory, RulesCache};
use crate::core::account::{Account, Contract};
use crate::core::calendar::ZoneRules;
use crate::core::entitlement::{self, Balance, Evaluation, Purpose, Request, RequestContext};
use crate::core::model::{ContractId, EventId};
use crate::core::sla::Rulebook;
use crate::core::terms::{Allowance, Terms};
use crate::core::text::Language;
use crate::core::time::Instant;
use crate::failure::Failure;
use crate::store::{Store, Tables};

/// Who asks, as typed.
#[derive(Clone, Copy, Debug)]
pub(super) struct TypedRequester<'a> {
    /// A contact (e-mail), a customer or a contract.
    pub who: &'a str,
    pub contact: Option<&'a str>,
    pub contract: Option<&'a str>,
}

/// Who was meant.
pub(super) struct ResolvedRequest {
    pub account: Account,
    /// The address of who asks.
    pub contact: Option<String>,
    pub contract: Option<ContractId>,
}

impl ResolvedRequest {
    /// In which language they write: as typed, else as whoever asks does, else as the customer.
    pub(super) fn language(&self, typed: Option<String>) -> Option<String> {
        let contact = self.contact.as_deref();
        let contact = contact.and_then(|email| self.account.contact_by_email(email));
        let of_contact = || contact.and_then(|contact| contact.language.clone());
        let of_customer = || self.account.customer.language.clone();
        typed.or_else(of_contact).or_else(of_customer)
    }
}

/// Finds who was meant by the words typed, out of whom a view of the record knows.
///
/// # Errors
/// Nobody is called so.
pub(super) fn resolve(
    directory: Directory<'_>,
    asked: &TypedRequester<'_>,
    at: Instant,
) -> Result<ResolvedRequest, Failure> {
    let named = match asked.who.parse::<i64>() {
        Ok(_) => Some(directory.contract(asked.who, at)?),
        Err(_) => None,
    };
    let (customer, contact, contract) = match named {
        Some((customer, contract)) => (customer, None, Some(contract)),
        None => {
            let who = directory.who(asked.who)?;
            (
                who.customer,
                who.contact.map(|contact| contact.row.email),
                None,
            )
        }
    };
    let contract = match asked.contract {
        Some(word) => {
            let (owner, contract) = directory.contract(word, at)?;
            if owner.id != customer.id {
                return Err(Failure::not_found(format!(
                    "contract {contract} is of {}, not of {}",
                    owner.key, customer.key
                )));
            }
            Some(contract)
        }
        None => contract,
    };
    let account = directory.account(customer.id)?;
    let named = asked.contact;
    let named = named.map(|word| directory.person_of(&account, word));
    Ok(ResolvedRequest {
        contact: named.transpose()?.or(contact),
        account,
        contract,
    })
}

/// The contract that a request falls under, with its terms at that moment.
pub(super) struct RequestContract {
    pub contract: Option<Contract>,
    pub terms_event: Option<EventId>,
    pub terms: Option<Terms>,
    pub zone: ZoneRules,
    /// The other contracts in force, each with its terms.
    pub beside: Vec<(ContractId, Terms)>,
}

/// Finds the contract: the one named, the only one in force, the one that covers the contact and
/// the component.
///
/// # Errors
/// Several are in force and none of them was named.
pub(super) fn contract_context(
    store: &Store,
    rules_cache: &mut RulesCache,
    resolved: &ResolvedRequest,
    component: Option<&str>,
    at: Instant,
) -> Result<RequestContract, Failure> {
    let mut beside = in_force(store, rules_cache, resolved, at)?;
    let covers = |contract: &Contract| {
        let mut known = beside.iter();
        let terms = known.find(|(id, _)| *id == contract.id);
        component.is_none_or(|component| terms.is_some_and(|(_, terms)| terms.covers(component)))
    };
    let contract = choose(resolved, covers, at)?.cloned();
    beside.retain(|(id, _)| contract.as_ref().is_none_or(|own| own.id != *id));
    let own = rules_cache.desk_zone().to_owned();
    let name = contract
        .as_ref()
        .and_then(|c| resolved.account.zone_of(c))
        .unwrap_or(&own)
        .to_owned();
    let zone = rules_cache.zone_rules(store, &name)?;
    let event = contract
        .as_ref()
        .and_then(|c| c.terms_near(at))
        .map(|terms| terms.event);
    let terms = match event {
        Some(event) => rules_cache.load_terms(store, event)?.cloned(),
        None => None,
    };
    Ok(RequestContract {
        contract,
        terms_event: event,
        terms,
        zone,
        beside,
    })
}

/// The contracts in force, each with its terms, where there are several.
fn in_force(
    store: &Store,
    rules_cache: &mut RulesCache,
    resolved: &ResolvedRequest,
    at: Instant,
) -> Result<Vec<(ContractId, Terms)>, Failure> {
    let in_force: Vec<&Contract> = resolved.account.in_force(at).collect();
    if in_force.len() < 2 {
        return Ok(Vec::new());
    }
    let mut all = Vec::with_capacity(in_force.len());
    for contract in in_force {
        let Some(terms) = contract.terms_near(at) else {
            continue;
        };
        let terms = rules_cache.load_terms(store, terms.event)?;
        all.extend(terms.map(|terms| (contract.id, terms.clone())));
    }
    Ok(all)
}

fn choose(
    resolved: &ResolvedRequest,
    covers: impl Fn(&Contract) -> bool,
    at: Instant,
) -> Result<Option<&Contract>, Failure> {
    let account = &resolved.account;
    if let Some(id) = resolved.contract {
        return Ok(account.contract(id));
    }
    let in_force: Vec<&Contract> = account.in_force(at).collect();
    let contact = resolved
        .contact
        .as_deref()
        .and_then(|email| account.contact_by_email(email));
    let covering: Vec<&Contract> = match contact {
        Some(contact) => account.covering(contact.id, at).collect(),
        None => Vec::new(),
    };
    let asked = match covering.is_empty() {
        true => in_force.iter(),
        false => covering.iter(),
    };
    let covered: Vec<&Contract> = asked.copied().filter(|contract| covers(contract)).collect();
    match (in_force.as_slice(), covering.as_slice(), covered.as_slice()) {
        ([one], _, _) | (_, [one], _) | (_, _, [one]) => Ok(Some(one)),
        ([], _, _) => Ok(account.contracts.last()),
        (several, _, _) => {
            let numbers: Vec<String> = several.iter().map(|c| c.id.to_string()).collect();
            Err(Failure::missing(
                format!(
                    "{} has {} contracts in force",
                    account.customer.key,
                    several.len()
                ),
                "--contract",
                numbers,
            ))
        }
    }
}

/// Judges the request by every rule.
///
/// # Errors
/// A word that the terms do not know.
pub(super) fn evaluate(
    context: &Context,
    tables: Tables<'_>,
    rules_cache: &mut RulesCache,
    resolved: &ResolvedRequest,
    contract_context: &RequestContract,
    request: &Request<'_>,
    at: Instant,
) -> Result<Evaluation, Failure> {
    if let Some(terms) = &contract_context.terms {
        known(terms, request)?;
    }
    let balances = match &contract_context.contract {
        Some(contract) => balances_at(
            tables,
            rules_cache,
            contract,
            contract_context,
            request.purpose,
            at,
        )?,
        None => Vec::new(),
    };
    let balances: Vec<(&Allowance, Balance)> = balances
        .iter()
        .map(|(allowance, balance)| (allowance, balance.clone()))
        .collect();
    let terms = contract_context.terms.as_ref();
    let others = terms.map_or_else(Vec::new, |terms| {
        context.plans_of(&terms.vendor, Language::English)
    });
    let own = terms.map(Terms::name).unwrap_or_default();
    let others: Vec<&Terms> = others.iter().filter(|terms| terms.name() != own).collect();
    let situation = RequestContext {
        at,
        zone: &contract_context.zone,
        account: &resolved.account,
        contract: contract_context.contract.as_ref(),
        balances: &balances,
        others: &others,
        beside: &contract_context.beside,
        is_open: &|calendar| {
            let versions = rules_cache.calendar(contract_context.terms_event?, calendar)?;
            Some(versions.at(at).is_open(at))
        },
    };
    Ok(entitlement::evaluate(terms, &situation, request))
}

/// How the allowances stand: whoever asks wants to know what was left then; what is opened, dated
/// back or not, must be left now.
fn balances_at(
    tables: Tables<'_>,
    rules_cache: &mut RulesCache,
    contract: &Contract,
    contract_context: &RequestContract,
    purpose: Purpose,
    at: Instant,
) -> Result<Vec<(Allowance, Balance)>, Failure> {
    let read = Allowances::of(tables, rules_cache, contract, &contract_context.zone)?;
    Ok(match purpose {
        Purpose::Ask => read.balances_by(at, EventId(i64::MAX)),
        Purpose::Open => read.balances(at),
    })
}

impl RequestContract {
    /// The id of a priority named by its id or an alias; the word itself without terms.
    pub(super) fn priority(&self, word: &str) -> String {
        let named = self.terms.as_ref().and_then(|terms| {
            let place = terms.priority(word)?;
            terms.priorities.get(place)
        });
        named.map_or_else(|| word.to_owned(), |priority| priority.id.clone())
    }
}
