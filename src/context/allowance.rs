//! Allowances of a contract: what is left of each, as far as the record is known.

use std::collections::BTreeMap;

use super::rules_cache::RulesCache;
use super::session::Session;
use crate::core::account::{Account, Contract};
use crate::core::calendar::ZoneRules;
use crate::core::entitlement::{
    AllowanceUnit, Balance, Booking, PeriodAccount, Posting, TermsSince, Usage, allowance_for,
};
use crate::core::model::{EventId, TicketNo};
use crate::core::report::Window;
use crate::core::terms::{Allowance, Terms};
use crate::core::time::Instant;
use crate::failure::Failure;
use crate::store::{LedgerRow, Tables};

/// A contract's terms and bookings through time, read once.
#[derive(Clone, Debug)]
pub(crate) struct Allowances {
    contract: Contract,
    zone: ZoneRules,
    terms: Vec<(Instant, EventId, Terms)>,
    bookings: Vec<(String, Booking)>,
}

impl Allowances {
    /// Reads what the allowances of a contract rest on, as a view of the record knows it.
    ///
    /// # Errors
    /// The desk's file cannot be read.
    pub(crate) fn of(
        tables: Tables<'_>,
        rules_cache: &mut RulesCache,
        contract: &Contract,
        zone: &ZoneRules,
    ) -> Result<Allowances, Failure> {
        let mut terms = Vec::new();
        for from in &contract.terms {
            let known = rules_cache.load_terms(tables.store(), from.event)?.cloned();
            terms.extend(known.map(|terms| (from.from, from.event, terms)));
        }
        let mut ids: Vec<&str> = terms
            .iter()
            .flat_map(|(_, _, terms)| terms.allowances.iter().map(|a| a.id.as_str()))
            .collect();
        ids.sort_unstable();
        ids.dedup();
        let mut rows = Vec::new();
        for id in &ids {
            rows.extend(tables.ledger(contract.id, id, Instant::MIN, Instant::MAX)?);
        }
        let bookings = rows.iter().map(|row| (row.allowance.clone(), booking(row)));
        let bookings = bookings.collect();
        Ok(Allowances {
            contract: contract.clone(),
            zone: zone.clone(),
            terms,
            bookings,
        })
    }

    /// The tickets that have used something since an instant, and not given it back.
    pub(crate) fn users_since(&self, since: Instant) -> Vec<TicketNo> {
        let mut net: BTreeMap<TicketNo, i64> = BTreeMap::new();
        for (_, booking) in self.bookings.iter().filter(|(_, b)| b.at >= since) {
            if let Some(ticket) = booking.ticket {
                *net.entry(ticket).or_default() -= booking.gives();
            }
        }
        let used = net.into_iter().filter(|(_, amount)| *amount > 0);
        used.map(|(ticket, _)| ticket).collect()
    }

    /// Without what was booked later than an instant, or by later events than that.
    #[must_use]
    pub(crate) fn booked_by(mut self, at: Instant, last: EventId) -> Allowances {
        self.bookings
            .retain(|(_, booking)| booking.at <= at && booking.event <= last);
        self
    }

    /// With these lines of tickets in place of those that the tables have of them.
    #[must_use]
    pub(crate) fn with_lines_of(
        mut self,
        tickets: &BTreeMap<TicketNo, Vec<LedgerRow>>,
    ) -> Allowances {
        if tickets.is_empty() {
            return self;
        }
        self.bookings.retain(|(_, booking)| {
            let ticket = booking.ticket.as_ref();
            ticket.is_none_or(|ticket| !tickets.contains_key(ticket))
        });
        let here = self.contract.id;
        let lines = tickets.values().flatten();
        let lines = lines.filter(|line| line.contract == here);
        self.bookings
            .extend(lines.map(|line| (line.allowance.clone(), booking(line))));
        self.bookings.sort_by(|(of, a), (other, b)| {
            let order = of.cmp(other);
            order.then((a.at, a.event).cmp(&(b.at, b.event)))
        });
        self
    }

    /// Asks the account that all this comes to.
    pub(crate) fn ask<R>(&self, question: impl FnOnce(Usage<'_>) -> R) -> R {
        let said = self.terms.iter().map(|(from, event, terms)| TermsSince {
            from: *from,
            event: *event,
            terms,
        });
        let terms: Vec<TermsSince<'_>> = said.collect();
        question(Usage {
            contract: &self.contract,
            zone: &self.zone,
            terms: &terms,
            bookings: &self.bookings,
        })
    }

    /// How each allowance of the terms in force at `at` stands, by what was booked until then and
    /// by no later event than that.
    pub(crate) fn balances_by(&self, at: Instant, last: EventId) -> Vec<(Allowance, Balance)> {
        let by_then = |(_, booking): &&(String, Booking)| booking.at <= at && booking.event <= last;
        let booked: Vec<(String, Booking)> =
            self.bookings.iter().filter(by_then).cloned().collect();
        self.ask(|usage| {
            let usage = Usage {
                bookings: &booked,
                ..usage
            };
            owned(usage.balances(at))
        })
    }

    /// What is left for use at an instant, by how a period stands: nothing of a contract that is over
    /// then. None also while the grant is not agreed.
    pub(crate) fn left(&self, balance: &Balance, at: Instant) -> Option<i64> {
        let left = balance.left();
        left.filter(|_| !self.contract.state_at(at).is_over())
    }

    /// The terms of the contract, in order.
    pub(crate) fn terms(&self) -> impl Iterator<Item = &Terms> {
        self.terms.iter().map(|(_, _, terms)| terms)
    }

    /// How each allowance of the terms in force at `at` stands.
    pub(crate) fn balances(&self, at: Instant) -> Vec<(Allowance, Balance)> {
        self.ask(|usage| owned(usage.balances(at)))
    }

    /// Every period of every allowance in a window, with its lines.
    pub(crate) fn periods(&self, window: &Window) -> Vec<(Allowance, Balance, Vec<Posting>)> {
        let own = |period: PeriodAccount<'_>| {
            let allowance = period.allowance.clone();
            (allowance, period.balance, period.postings)
        };
        self.ask(|usage| {
            let periods = usage.periods(window.from, window.last(), window.now);
            periods.into_iter().map(own).collect()
        })
    }
}

fn owned(balances: Vec<(&Allowance, Balance)>) -> Vec<(Allowance, Balance)> {
    let balances = balances.into_iter();
    balances
        .map(|(allowance, balance)| (allowance.clone(), balance))
        .collect()
}

fn booking(row: &LedgerRow) -> Booking {
    Booking {
        at: row.at,
        kind: row.kind,
        amount: row.amount,
        event: row.event,
        ticket: row.ticket,
    }
}

/// The allowance of which a ticket about that topic uses a case.
pub(crate) fn case_allowance<'t>(terms: &'t Terms, topic: Option<&str>) -> Option<&'t Allowance> {
    allowance_for(terms, AllowanceUnit::Cases, topic)
}

impl Session<'_> {
    /// The rules of the zone of a contract's days.
    ///
    /// # Errors
    /// The record lacks the zone.
    pub(crate) fn contract_zone(
        &mut self,
        account: &Account,
        contract: &Contract,
    ) -> Result<ZoneRules, Failure> {
        let own = self.rules_cache.desk_zone().to_owned();
        let name = account.zone_of(contract).unwrap_or(&own).to_owned();
        self.rules_cache.zone_rules(&self.writer, &name)
    }

    /// The allowances of a contract, with what this write has saved so far.
    ///
    /// # Errors
    /// The desk's file cannot be read.
    pub(crate) fn allowances(
        &mut self,
        account: &Account,
        contract: &Contract,
    ) -> Result<Allowances, Failure> {
        let zone = self.contract_zone(account, contract)?;
        Allowances::of(
            self.writer.present(),
            &mut self.rules_cache,
            contract,
            &zone,
        )
    }
}
