//! Days of a contract: they are days of its zone. A first day begins with its first instant, a
//! last day is covered whole.

use chrono::{Days as Count, NaiveDate};

use crate::context::RulesCache;
use crate::core::account::{Account, Contract, last_day};
use crate::core::calendar::ZoneRules;
use crate::core::model::ContactId;
use crate::core::time::Instant;
use crate::core::time::{DayExpr, Direction, LocalNow, first_instant};
use crate::failure::Failure;
use crate::store::Store;

/// The days of one place.
#[derive(Clone, Debug)]
pub(in crate::commands) struct Days {
    pub zone: ZoneRules,
}

impl Days {
    /// Of the zone of that name; of the desk's own without one.
    ///
    /// # Errors
    /// The record holds no rules of the zone.
    pub(crate) fn of(
        rules_cache: &mut RulesCache,
        store: &Store,
        zone: Option<&str>,
    ) -> Result<Days, Failure> {
        let name = zone.unwrap_or(rules_cache.desk_zone()).to_owned();
        let zone = rules_cache.zone_rules(store, &name)?;
        Ok(Days { zone })
    }

    /// Of a contract.
    ///
    /// # Errors
    /// As [`Days::of`].
    pub(crate) fn of_contract(
        rules_cache: &mut RulesCache,
        store: &Store,
        account: &Account,
        contract: &Contract,
    ) -> Result<Days, Failure> {
        Days::of(rules_cache, store, account.zone_of(contract))
    }

    /// Of a customer's people: of the contract in force at that instant, else of the last one,
    /// else of the customer.
    ///
    /// # Errors
    /// As [`Days::of`].
    pub(crate) fn of_account(
        rules_cache: &mut RulesCache,
        store: &Store,
        account: &Account,
        at: Instant,
    ) -> Result<Days, Failure> {
        let contract = account.in_force(at).next().or(account.contracts.last());
        let zone = contract.map_or(account.customer.zone.as_deref(), |c| account.zone_of(c));
        Days::of(rules_cache, store, zone)
    }

    /// The first instant of a day as typed.
    ///
    /// # Errors
    /// It fits two dates.
    pub(crate) fn start(&self, day: &DayExpr, now: Instant) -> Result<Instant, Failure> {
        let day = self.read(day, now)?;
        Ok(first_instant(day, &self.zone))
    }

    /// The first instant after a last day as typed.
    ///
    /// # Errors
    /// It fits two dates.
    pub(crate) fn end(&self, day: &DayExpr, now: Instant) -> Result<Instant, Failure> {
        let day = self.read(day, now)?;
        let after = day.checked_add_days(Count::new(1)).unwrap_or(day);
        Ok(first_instant(after, &self.zone))
    }

    fn read(&self, day: &DayExpr, now: Instant) -> Result<NaiveDate, Failure> {
        Ok(day.resolve(&LocalNow::new(now, &self.zone), Direction::Either)?)
    }

    /// The day that holds an instant.
    pub(crate) fn day(&self, at: Instant) -> NaiveDate {
        self.zone.local(at).date()
    }

    /// The last day before an instant that ends something; none where nothing does.
    pub(crate) fn last(&self, end: Instant) -> Option<NaiveDate> {
        (end != Instant::MAX).then(|| last_day(end, &self.zone))
    }

    /// When a seat changes hands that is handed over on the day of `at`: with the day, unless who
    /// leaves has come on that very day.
    pub(crate) fn handed_over(
        &self,
        account: &Account,
        leaving: ContactId,
        at: Instant,
    ) -> Instant {
        let begins = self.beginning(at);
        let seat = account.contact(leaving).and_then(|who| who.seat_at(at));
        match seat.is_some_and(|seat| seat.from < begins) {
            true => begins,
            false => at,
        }
    }

    /// The first instant after the day that holds `at`.
    pub(crate) fn end_of_day(&self, at: Instant) -> Instant {
        let day = self.day(at);
        let after = day.checked_add_days(Count::new(1)).unwrap_or(day);
        first_instant(after, &self.zone)
    }

    /// The first instant of the day that holds `at`.
    pub(crate) fn beginning(&self, at: Instant) -> Instant {
        first_instant(self.day(at), &self.zone)
    }
}
