//! Accounts as they stand, or stood, with what the lists count beside them.

use std::collections::BTreeMap;

use super::days::Days;
use crate::commands::args::Read;
use crate::context::{Allowances, Context, Directory, Reading, RulesCache, account_history};
use crate::core::account::{Account, Contract, Staff, staff};
use crate::core::calendar::ZoneRules;
use crate::core::model::{ContactId, CustomerId, EventId};
use crate::core::terms::Terms;
use crate::core::time::Instant;
use crate::failure::Failure;
use crate::plans::Document;
use crate::store::{ActiveTickets, Store};
use crate::wording::account as words;

/// A look at customers through one view of the record.
pub(in crate::commands) struct AccountReader<'d> {
    reading: Reading<'d>,
    active: ActiveTickets,
    accounts: BTreeMap<CustomerId, Account>,
}

impl<'d> AccountReader<'d> {
    /// As things are, or as they were known.
    ///
    /// # Errors
    /// The desk's file cannot be read, or `--as-of` is neither an instant nor a seal of it.
    pub(crate) fn new(context: &'d Context, read: &Read) -> Result<AccountReader<'d>, Failure> {
        let mut reading = read.reading(context)?;
        let active = reading.tables()?.active_tickets()?;
        Ok(AccountReader {
            reading,
            active,
            accounts: BTreeMap::new(),
        })
    }

    /// The instant at which it is looked.
    pub(crate) fn at(&self) -> Instant {
        self.reading.at()
    }

    /// Who and what this view knows.
    ///
    /// # Errors
    /// The desk's file cannot be read.
    pub(crate) fn directory(&mut self) -> Result<Directory<'d>, Failure> {
        self.reading.directory()
    }

    /// A customer's account; none when it did not exist then.
    ///
    /// # Errors
    /// The desk's file cannot be read.
    pub(crate) fn account(&mut self, customer: CustomerId) -> Result<Option<Account>, Failure> {
        if let Some(known) = self.accounts.get(&customer) {
            return Ok(Some(known.clone()));
        }
        let history = account_history(self.reading.store, customer, self.reading.view.known)?;
        let account = Account::of(&history);
        if let Some(account) = &account {
            self.accounts.insert(customer, account.clone());
        }
        Ok(account)
    }

    /// Every account, by the customer's key.
    ///
    /// # Errors
    /// The desk's file cannot be read.
    pub(crate) fn accounts(&mut self) -> Result<Vec<Account>, Failure> {
        let rows = self.reading.people()?.customers()?;
        let mut accounts = Vec::with_capacity(rows.len());
        for row in rows {
            accounts.extend(self.account(row.id)?);
        }
        Ok(accounts)
    }

    /// The people of the desk.
    ///
    /// # Errors
    /// The desk's file cannot be read.
    pub(crate) fn staff(&self) -> Result<Vec<Staff>, Failure> {
        let known = self.reading.view.known;
        let history = account_history(self.reading.store, CustomerId::DESK, known)?;
        Ok(staff(&history))
    }

    /// The days of a contract.
    ///
    /// # Errors
    /// The record holds no rules of its zone.
    pub(crate) fn days(&mut self, account: &Account, contract: &Contract) -> Result<Days, Failure> {
        Days::of_contract(
            &mut self.reading.rules_cache,
            self.reading.store,
            account,
            contract,
        )
    }

    /// The days of a customer's people.
    ///
    /// # Errors
    /// As [`Looking::days`].
    pub(crate) fn days_of(&mut self, account: &Account) -> Result<Days, Failure> {
        let at = self.at();
        Days::of_account(
            &mut self.reading.rules_cache,
            self.reading.store,
            account,
            at,
        )
    }

    /// The terms that an event pinned.
    ///
    /// # Errors
    /// The record names content that it does not hold.
    pub(crate) fn terms(&mut self, event: EventId) -> Result<Terms, Failure> {
        terms(&mut self.reading.rules_cache, self.reading.store, event)
    }

    /// The document that an event pinned.
    ///
    /// # Errors
    /// As [`Looking::terms`].
    pub(crate) fn document(&mut self, event: EventId) -> Result<Document, Failure> {
        document(&mut self.reading.rules_cache, self.reading.store, event)
    }

    /// The allowances of a contract.
    ///
    /// # Errors
    /// The desk's file cannot be read.
    pub(crate) fn allowances(
        &mut self,
        contract: &Contract,
        zone: &ZoneRules,
    ) -> Result<Allowances, Failure> {
        let tables = self.reading.tables()?;
        Allowances::of(tables, &mut self.reading.rules_cache, contract, zone)
    }

    pub(crate) fn open_tickets_of(&self, customer: CustomerId) -> u64 {
        self.active.by_customer.get(&customer).copied().unwrap_or(0)
    }

    pub(crate) fn open_tickets_from(&self, contact: ContactId) -> u64 {
        self.active.by_contact.get(&contact).copied().unwrap_or(0)
    }

    pub(crate) fn open_tickets_with(&self, staff: &str) -> u64 {
        let key = Some(staff.to_owned());
        self.active.by_assignee.get(&key).copied().unwrap_or(0)
    }
}

/// The terms that an event pinned.
///
/// # Errors
/// The record names content that it does not hold.
pub(in crate::commands) fn terms(
    rules_cache: &mut RulesCache,
    store: &Store,
    event: EventId,
) -> Result<Terms, Failure> {
    let terms = rules_cache.load_terms(store, event)?;
    terms.cloned().ok_or_else(|| none(event))
}

/// The document that an event pinned.
///
/// # Errors
/// As [`terms`].
pub(in crate::commands) fn document(
    rules_cache: &mut RulesCache,
    store: &Store,
    event: EventId,
) -> Result<Document, Failure> {
    rules_cache
        .document(store, event)?
        .ok_or_else(|| none(event))
}

fn none(event: EventId) -> Failure {
    Failure::desk_file(words::no_terms_of(event)).hint(words::CHECK_TELLS)
}
