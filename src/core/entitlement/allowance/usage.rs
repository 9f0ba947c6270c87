//! All allowances of one contract: what its terms granted through time and what was booked.

use super::statement::{Balance, Booking, Grants, Posting, balance, statement};
use super::{Pace, Tenure, pace};
use crate::core::account::Contract;
use crate::core::model::Instant;
use crate::core::terms::{Allowance, Terms};
use crate::core::words::Local;

/// A contract's allowances and the ledger of their use.
#[derive(Clone, Copy)]
pub struct Usage<'a> {
    pub contract: &'a Contract,
    /// The zone of its days.
    pub zone: &'a dyn Local,
    /// Its terms, each from an instant on, in order.
    pub terms: &'a [(Instant, &'a Terms)],
    /// By allowance. Where amounts carry over, those of earlier periods are needed too.
    pub bookings: &'a [(String, Booking)],
}

impl<'a> Usage<'a> {
    /// How an allowance stands in the period that holds `at`. None while the contract is not in
    /// force or its terms have no such allowance.
    pub fn balance(&self, allowance: &str, at: Instant) -> Option<Balance> {
        balance(
            &self.grants(allowance),
            &self.tenure(),
            &self.booked(allowance),
            at,
        )
    }

    /// Every line of an allowance's account, from the contract's beginning to the period that
    /// holds `at`.
    pub fn statement(&self, allowance: &str, at: Instant) -> Vec<Posting> {
        statement(
            &self.grants(allowance),
            &self.tenure(),
            &self.booked(allowance),
            at,
        )
    }

    /// How each allowance of the terms in force at `at` stands, in their order.
    pub fn balances(&self, at: Instant) -> Vec<(&'a Allowance, Balance)> {
        let terms = self.terms.iter().rev().find(|(since, _)| *since <= at);
        let allowances = terms.into_iter().flat_map(|(_, terms)| &terms.allowances);
        allowances
            .filter_map(|allowance| Some((allowance, self.balance(&allowance.id, at)?)))
            .collect()
    }

    /// Until when an allowance lasts at the pace of its period so far.
    pub fn pace(&self, allowance: &str, now: Instant) -> Option<Pace> {
        Some(pace(&self.balance(allowance, now)?, now))
    }

    fn tenure(&self) -> Tenure<'a> {
        Tenure {
            contract: self.contract,
            zone: self.zone,
        }
    }

    fn grants(&self, allowance: &str) -> Grants<'a> {
        let of = |terms: &'a Terms| terms.allowances.iter().find(|known| known.id == allowance);
        self.terms
            .iter()
            .map(|(since, terms)| (*since, of(terms)))
            .collect()
    }

    fn booked(&self, allowance: &str) -> Vec<Booking> {
        let own = self.bookings.iter().filter(|(id, _)| id == allowance);
        own.map(|(_, booking)| *booking).collect()
    }
}

#[cfg(test)]
mod tests {
    use super::super::Move;
    use super::super::fixtures::{contract, day};
    use super::*;
    use crate::core::entitlement::fixtures::{creatio, suitecrm};
    use crate::core::model::EventId;
    use crate::core::words::Fixed;

    #[test]
    fn a_renewal_onto_a_plan_without_the_allowance_ends_it() {
        let contract = contract(&[(day("2026-01-01"), day("2028-01-01"))]);
        let (basic, business) = (creatio("basic"), creatio("business"));
        let terms = [(day("2026-01-01"), &basic), (day("2027-01-01"), &business)];
        let used = Booking {
            at: day("2026-05-01"),
            kind: Move::Used,
            amount: 2,
            event: EventId(1),
            ticket: None,
        };
        let bookings = [
            ("citizen-developer".to_owned(), used),
            ("other".to_owned(), used),
        ];
        let zone = Fixed::hours(0);
        let usage = Usage {
            contract: &contract,
            zone: &zone,
            terms: &terms,
            bookings: &bookings,
        };
        let left = |at| {
            usage
                .balance("citizen-developer", day(at))
                .and_then(|b| b.left())
        };
        assert_eq!(left("2026-06-01"), Some(3));
        assert_eq!(left("2027-06-01"), None);
        assert_eq!(usage.balances(day("2026-06-01")).len(), 1);
        assert_eq!(usage.balances(day("2027-06-01")).len(), 0);
        assert_eq!(
            usage
                .statement("citizen-developer", day("2026-06-01"))
                .len(),
            2
        );
        let pace = usage.pace("citizen-developer", day("2026-05-02"));
        assert_eq!(pace, Some(Pace::Until(day("2026-10-30").plus(12 * 3600))));
    }

    #[test]
    fn hours_of_a_term_come_anew_with_each_renewal_by_itself() {
        let mut contract = contract(&[(day("2026-01-01"), day("2027-01-01"))]);
        contract.runs[0].months = 12;
        contract.runs[0].renews = Some(12);
        contract.runs[0].until = None;
        let dedicated = suitecrm();
        let terms = [(day("2026-01-01"), &dedicated)];
        let used = Booking {
            at: day("2026-05-01"),
            kind: Move::Used,
            amount: 40 * 3600,
            event: EventId(1),
            ticket: None,
        };
        let bookings = [("support-hours".to_owned(), used)];
        let zone = Fixed::hours(0);
        let usage = Usage {
            contract: &contract,
            zone: &zone,
            terms: &terms,
            bookings: &bookings,
        };
        let balance = |at| usage.balance("support-hours", day(at)).expect("in force");
        assert_eq!(balance("2026-12-31").left(), Some(0));
        assert_eq!(balance("2027-01-01").left(), Some(40 * 3600));
        assert_eq!(balance("2031-07-01").to, day("2032-01-01"));
    }
}
