//! Customers in a write: their streams, folded and saved as facts are added.

use super::rules_cache::RulesCache;
use super::session::Session;
use super::write_state::{AccountChange, History, whom};
use crate::core::account::{Account, staff};
use crate::core::model::{CustomerId, Event, EventId, EventText, Fact, Stream};
use crate::core::terms::Terms;
use crate::core::time::Instant;
use crate::failure::Failure;
use crate::store::{Append, AsOf, Store, StoredStaff};

/// A stream as the fold of accounts takes it.
///
/// # Errors
/// The desk's file cannot be read.
pub(crate) fn account_history(
    store: &Store,
    customer: CustomerId,
    known: AsOf,
) -> Result<History, Failure> {
    let told = store.history(Stream::Customer(customer), known)?;
    Ok(told
        .into_iter()
        .map(|told| (told.event, Some(told.prose)))
        .collect())
}

impl Session<'_> {
    /// A customer's account as it stands with what was written so far.
    ///
    /// # Errors
    /// The desk's file cannot be read, or there is no such customer.
    pub(crate) fn account(&mut self, customer: CustomerId) -> Result<&Account, Failure> {
        self.account_if_any(customer)?.ok_or_else(|| {
            Failure::desk_file(format!(
                "the record of customer {customer} has no beginning"
            ))
        })
    }

    /// The same; none when the adding of the customer was undone.
    ///
    /// # Errors
    /// The desk's file cannot be read.
    pub(crate) fn account_if_any(
        &mut self,
        customer: CustomerId,
    ) -> Result<Option<&Account>, Failure> {
        if !self.accounts.folded.contains_key(&customer) {
            let folded = Account::of(self.history_of(customer)?);
            if let Some(account) = folded {
                self.accounts.folded.insert(customer, account);
            }
        }
        Ok(self.accounts.folded.get(&customer))
    }

    fn history_of(&mut self, customer: CustomerId) -> Result<&mut History, Failure> {
        if !self.accounts.histories.contains_key(&customer) {
            let history = account_history(&self.writer, customer, AsOf::All)?;
            self.accounts.histories.insert(customer, history);
        }
        Ok(self
            .accounts
            .histories
            .get_mut(&customer)
            .expect("inserted above"))
    }

    /// Writes a fact to a customer's stream (or the desk's), dated when the write says.
    ///
    /// # Errors
    /// The desk's file cannot be written.
    pub(crate) fn account_fact(
        &mut self,
        customer: CustomerId,
        fact: Fact,
        prose: EventText,
    ) -> Result<EventId, Failure> {
        let at = self.at();
        self.account_fact_at(customer, at, fact, prose)
    }

    /// The same at an instant of its own.
    ///
    /// # Errors
    /// The desk's file cannot be written.
    pub(crate) fn account_fact_at(
        &mut self,
        customer: CustomerId,
        at: Instant,
        fact: Fact,
        prose: EventText,
    ) -> Result<EventId, Failure> {
        self.history_of(customer)?;
        let of_desk = customer == CustomerId::DESK;
        let shifts = self.rules_cache.shifts(&fact, at).filter(|_| of_desk);
        if let Some(since) = shifts {
            self.hold_since(since)?;
        }
        let stream = Stream::Customer(customer);
        let id = self.writer.append(Append {
            stream,
            at,
            fact: &fact,
            prose: &prose,
            corrects: false,
        })?;
        let rules = adopts_rules(&fact) || matches!(fact, Fact::Undone(_));
        let pins = matches!(
            fact,
            Fact::ContractSigned(_) | Fact::ContractAmended(_) | Fact::ContractRenewed(_)
        );
        if pins {
            let terms = self.rules_cache.load_terms(&self.writer, id)?;
            for (field, word) in terms.map(Terms::known_values).unwrap_or_default() {
                self.writer.know(field, &word, id)?;
            }
        }
        let event = self.event(id, stream, at, fact);
        self.history_of(customer)?
            .push((event.clone(), Some(prose)));
        self.accounts.folded.remove(&customer);
        if of_desk && rules {
            self.accounts.shifted.extend(shifts.map(|_| id));
            self.rules_cache = RulesCache::open(&self.writer, AsOf::All)?;
        }
        self.save_account(customer)?;
        self.mark_account_pending(customer, &event)?;
        Ok(id)
    }

    /// What this write recorded about accounts; rules that came to hold with it are no part of it.
    pub(super) fn account_changes(&self) -> Vec<AccountChange> {
        let entry = self.writer.entry_id();
        let mut changes = Vec::new();
        for (customer, history) in &self.accounts.histories {
            let account = self.accounts.folded.get(customer);
            let own = history.iter().filter(|(event, _)| event.entry == entry);
            let own = own.filter(|(event, _)| !adopts_rules(&event.fact));
            changes.extend(own.map(|(event, prose)| {
                let change = AccountChange {
                    fact: event.fact.clone(),
                    prose: prose.clone().unwrap_or_default(),
                    customer: account.map(|account| account.customer.key.clone()),
                    whom: account.map(|account| whom(account, &event.fact)),
                };
                (event.id, change)
            }));
        }
        changes.sort_by_key(|(id, _)| *id);
        changes.into_iter().map(|(_, change)| change).collect()
    }

    /// What was read of a customer does not stand any more: it is read anew.
    pub(super) fn forget_account(&mut self, customer: CustomerId) {
        self.accounts.histories.remove(&customer);
        self.accounts.folded.remove(&customer);
    }

    pub(super) fn save_account(&mut self, customer: CustomerId) -> Result<(), Failure> {
        if customer == CustomerId::DESK {
            return self.save_staff();
        }
        let Some(account) = Account::of(self.history_of(customer)?) else {
            // Its adding was undone.
            return Ok(self.writer.void_customer(customer)?);
        };
        self.writer.save_account(&account)?;
        self.accounts.folded.insert(customer, account);
        Ok(())
    }

    fn save_staff(&mut self) -> Result<(), Failure> {
        let people = staff_rows(self.history_of(CustomerId::DESK)?);
        Ok(self.writer.save_staff(&people)?)
    }
}

fn adopts_rules(fact: &Fact) -> bool {
    matches!(fact, Fact::ZoneAdopted(_) | Fact::DaysAdopted(_))
}

/// What the tables keep of the people of the desk, from its stream.
pub(crate) fn staff_rows(history: &[(Event, Option<EventText>)]) -> Vec<StoredStaff> {
    let known = staff_known(history);
    let people = staff(history);
    people
        .iter()
        .map(|one| StoredStaff::of(one, known))
        .collect()
}

/// The last event that speaks of the people of the desk.
pub(super) fn staff_known(history: &[(Event, Option<EventText>)]) -> EventId {
    let of_staff = |event: &&Event| {
        matches!(
            event.fact,
            Fact::StaffAdded(_) | Fact::StaffEdited(_) | Fact::Undone(_)
        )
    };
    let events = history.iter().map(|(event, _)| event);
    let last = events.filter(of_staff).map(|event| event.id).max();
    last.unwrap_or(EventId(0))
}
