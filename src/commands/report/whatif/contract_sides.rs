//! The contracts that are looked at, each with the terms that held and those that would have.

use std::collections::BTreeMap;

use super::super::super::account::view;
use super::super::folder::NOT_ABOUT;
use super::super::milestone_order::MilestoneOrder;
use super::super::scope::Scope;
use super::other_terms::OtherTerms;
use crate::context::{Allowances, Context, RulesCache};
use crate::core::account::{Account, Contract};
use crate::core::calendar::ZoneRules;
use crate::core::entitlement::{Balance, Booking, Lapse, TermsSince, Usage};
use crate::core::model::{ContractId, EventId};
use crate::core::terms::{Allowance, Promise, Terms};
use crate::core::text::Language;
use crate::core::time::Instant;
use crate::failure::Failure;
use crate::plans::{Document, TermLine, lines_in, open_terms};
use crate::wording::plan::term;
use crate::wording::{Phrase, asked};

/// A contract as it was, and as it would have been.
pub(super) struct ContractSides {
    pub account: Account,
    pub contract: Contract,
    pub zone: ZoneRules,
    /// The terms that held, each from an instant on.
    pub now: Vec<(Instant, Terms)>,
    /// Those that would have held.
    pub then: Vec<(Instant, Terms)>,
    /// The last documents of both.
    pub document: Document,
    pub document_then: Document,
    /// The ledger as it would have been, as far as the replay has come.
    pub bookings: Vec<(String, Booking)>,
    allowances: Allowances,
}

/// All of them, and the book in which the other terms stand under the ids of those that held.
pub(super) struct AllContractSides {
    pub contracts: BTreeMap<ContractId, ContractSides>,
    pub rules_cache: RulesCache,
}

impl AllContractSides {
    /// Works out the other terms of every contract in scope.
    ///
    /// # Errors
    /// The terms cannot be set so, or no contract is in scope.
    pub(super) fn of(
        context: &Context,
        scope: &mut Scope<'_>,
        other: &OtherTerms,
    ) -> Result<AllContractSides, Failure> {
        let mut all_sides = AllContractSides {
            contracts: BTreeMap::new(),
            rules_cache: RulesCache::open(scope.reading.store, scope.known())?,
        };
        all_sides.rules_cache.speak(scope.language);
        for account in scope.customers.accounts()?.iter() {
            for contract in &account.contracts {
                if let Some(sides) = all_sides.sides(context, scope, other, account, contract)? {
                    all_sides.contracts.insert(contract.id, sides);
                }
            }
        }
        match (all_sides.contracts.is_empty(), other.vendor()) {
            (true, Some(vendor)) => {
                let (says, hints) = asked::no_contract_of(vendor, &scope.period.title);
                let failure = Failure::not_possible(says).kind(NOT_ABOUT);
                Err(hints.into_iter().fold(failure, Failure::hint))
            }
            (true, None) => {
                let (says, hint) = asked::no_contract(&scope.period.title);
                Err(Failure::not_possible(says).kind(NOT_ABOUT).hint(hint))
            }
            (false, _) => Ok(all_sides),
        }
    }

    fn sides(
        &mut self,
        context: &Context,
        scope: &mut Scope<'_>,
        other: &OtherTerms,
        account: &Account,
        contract: &Contract,
    ) -> Result<Option<ContractSides>, Failure> {
        let reading = &mut scope.reading;
        let store = reading.store;
        let own = reading.rules_cache.desk_zone().to_owned();
        let (mut now, mut then) = (Vec::new(), Vec::new());
        let mut last = None;
        for from in &contract.terms {
            let Some(terms) = reading.rules_cache.load_terms(store, from.event)?.cloned() else {
                continue;
            };
            if from.from >= scope.window.to || !other.is_about(&terms) {
                continue;
            }
            let document = view::document(&mut reading.rules_cache, store, from.event)?;
            let document_then = other.instead_of(context, &document, contract, &own)?;
            let other = document_then.terms_in(scope.language);
            self.insert_hypothetical(store, from.event, &other)?;
            last = Some((document, document_then));
            now.push((from.from, terms));
            then.push((from.from, other));
        }
        let Some((document, document_then)) = last else {
            return Ok(None);
        };
        let (tables, reading) = (scope.tables, &mut scope.reading);
        let zone = account.zone_of(contract).unwrap_or(&own).to_owned();
        let zone = reading.rules_cache.zone_rules(store, &zone)?;
        Ok(Some(ContractSides {
            account: account.clone(),
            contract: contract.clone(),
            allowances: Allowances::of(tables, &mut reading.rules_cache, contract, &zone)?,
            zone,
            now,
            then,
            document,
            document_then,
            bookings: Vec::new(),
        }))
    }

    fn insert_hypothetical(
        &mut self,
        store: &crate::store::Store,
        event: EventId,
        terms: &Terms,
    ) -> Result<(), Failure> {
        self.rules_cache.borrow_for(terms)?;
        let versions = self.rules_cache.calendars(store, terms)?;
        self.rules_cache
            .insert_hypothetical(event, terms.clone(), versions);
        Ok(())
    }

    /// What there is to say of each contract, every answer once.
    pub(super) fn each<T: Ord>(&self, of: impl Fn(&ContractSides) -> Option<T>) -> Vec<T> {
        let mut all: Vec<T> = self.contracts.values().filter_map(of).collect();
        all.sort();
        all.dedup();
        all
    }

    /// The other terms of each contract, as tickets would have been opened under them last.
    pub(super) fn terms_then(&self) -> Vec<Terms> {
        let sides = self.contracts.values();
        let last = sides.filter_map(|sides| sides.then.last());
        last.map(|(_, terms)| terms.clone()).collect()
    }

    /// What the plans cost, every answer once.
    pub(super) fn prices(
        &self,
        of: fn(&ContractSides) -> &Document,
        language: Language,
    ) -> Vec<Phrase> {
        let sides = self.contracts.values();
        let mut all: Vec<Phrase> = sides
            .filter_map(|sides| price(of(sides), language))
            .collect();
        all.sort_by_cached_key(Phrase::in_english);
        all.dedup();
        all
    }

    /// The milestones of the terms, in the order in which the plans have them.
    pub(super) fn milestones(&self) -> Vec<String> {
        let mut order = MilestoneOrder::default();
        let sides = self.contracts.values();
        for (_, terms) in sides.flat_map(|sides| sides.now.iter().chain(&sides.then)) {
            order.take(terms);
        }
        order.milestones()
    }

    /// The same as [`AllContractSides::open_then`], in a reader's words.
    pub(super) fn open_then_said(&self, language: Language) -> Vec<Phrase> {
        let mut said: Vec<Phrase> = Vec::new();
        let open = self.open_then();
        for sides in self.contracts.values() {
            let lines = lines_in(&sides.document_then, language);
            for path in &open {
                let inside = |line: &&TermLine| {
                    let rest = line.path.strip_prefix(path.as_str());
                    rest.is_some_and(|rest| rest.is_empty() || rest.starts_with('.'))
                };
                let mut inside = lines.iter().filter(inside);
                let item = match (inside.next(), inside.next()) {
                    (Some(line), None) => term(&line.item),
                    // all priorities of a milestone
                    (Some(line), Some(_)) => term(line.item.first()),
                    (None, _) => continue,
                };
                if !said.contains(&item) {
                    said.push(item);
                }
            }
        }
        said
    }

    /// What the other terms leave to the contract that is agreed as it is, and what they do not
    /// promise although it is promised: on these no clock runs.
    pub(super) fn open_then(&self) -> Vec<String> {
        let mut open: Vec<String> = Vec::new();
        for sides in self.contracts.values() {
            let (Some((_, now)), Some((_, then))) = (sides.now.last(), sides.then.last()) else {
                continue;
            };
            let open_now = open_terms(&sides.document);
            let is_new = |path: &str| open_now.iter().all(|term| term.path != path);
            let needed = open_terms(&sides.document_then)
                .into_iter()
                .filter(|term| term.needed && is_new(&term.path));
            open.extend(needed.map(|term| term.path));
            open.extend(no_longer_promised(now, then));
        }
        open.sort();
        open.dedup();
        open
    }
}

impl ContractSides {
    /// The terms that would have held for what was opened then.
    pub(super) fn then_at(&self, at: Instant) -> Option<&Terms> {
        held(&self.then, at)
    }

    /// The terms that held.
    pub(super) fn now_at(&self, at: Instant) -> Option<&Terms> {
        held(&self.now, at)
    }

    /// How the allowances would have stood, by what the replay has booked so far.
    pub(super) fn balances_then(&self, at: Instant) -> Vec<(Allowance, Balance)> {
        if self
            .then_at(at)
            .is_none_or(|terms| terms.allowances.is_empty())
        {
            return Vec::new();
        }
        self.ask_then(at, |usage| {
            let balances = usage.balances(at).into_iter();
            balances
                .map(|(allowance, balance)| (allowance.clone(), balance))
                .collect()
        })
    }

    /// How an allowance would have been used up from an instant on.
    pub(super) fn lapses_then(
        &self,
        allowance: &str,
        since: Instant,
    ) -> Vec<(Instant, Option<Lapse>)> {
        self.ask_then(Instant::MAX, |usage| {
            usage.lapses(allowance, since, Instant::MAX)
        })
    }

    /// Asks the account of the other terms, by what the replay has booked up to an instant.
    fn ask_then<R>(&self, booked_by: Instant, question: impl FnOnce(Usage<'_>) -> R) -> R {
        let event = |from: Instant| {
            let said = self.contract.terms.iter().find(|said| said.from == from);
            said.map_or(self.contract.signed, |said| said.event)
        };
        let said = self.then.iter().map(|(from, terms)| TermsSince {
            from: *from,
            event: event(*from),
            terms,
        });
        let terms: Vec<TermsSince<'_>> = said.collect();
        let booked: Vec<(String, Booking)> = self
            .bookings
            .iter()
            .filter(|(_, booking)| booking.at <= booked_by)
            .cloned()
            .collect();
        question(Usage {
            contract: &self.contract,
            zone: &self.zone,
            terms: &terms,
            bookings: &booked,
        })
    }

    /// How they stood, before that event.
    pub(super) fn balances_now(&self, at: Instant, before: EventId) -> Vec<(Allowance, Balance)> {
        if self
            .now_at(at)
            .is_none_or(|terms| terms.allowances.is_empty())
        {
            return Vec::new();
        }
        let last = EventId(before.0 - 1);
        self.allowances.balances_by(at, last)
    }
}

fn held(terms: &[(Instant, Terms)], at: Instant) -> Option<&Terms> {
    let held = terms.iter().rev().find(|(from, _)| *from <= at);
    held.or(terms.first()).map(|(_, terms)| terms)
}

/// The targets that only the first terms promise; a milestone as one where it is true of all.
fn no_longer_promised(now: &Terms, then: &Terms) -> Vec<String> {
    let mut paths = Vec::new();
    for milestone in &now.milestones {
        let promised = |terms: &Terms, priority: &str| {
            let rank = terms.held_to(terms.priority(priority)?);
            let target = terms.milestone(&milestone.id)?.targets.get(rank)?;
            matches!(target.promise, Promise::Within(_)).then_some(())
        };
        let ids = now.own_priorities().map(|(_, own)| own.id.as_str());
        let held: Vec<&str> = ids.filter(|id| promised(now, id).is_some()).collect();
        let not_promised = |id: &&&str| promised(then, id).is_none();
        let gone: Vec<&str> = held.iter().filter(not_promised).copied().collect();
        let path = format!("targets.{}", milestone.id);
        match (gone.len(), held.len()) {
            (gone, held) if gone == held && held > 0 => paths.push(path),
            _ => paths.extend(gone.iter().map(|id| format!("{path}.{id}"))),
        }
    }
    paths
}

/// What a plan costs; none where it does not say.
fn price(document: &Document, language: Language) -> Option<Phrase> {
    let all = lines_in(document, language);
    let price = all.into_iter().find(|line| line.path == "price");
    price.map(|line| term(&line.said))
}
