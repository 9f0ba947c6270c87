//! All allowances of one contract: what its terms granted through time and what was booked.

use super::grants::{Grants, TermsSince};
use super::lapse::{Lapse, lapse_at, lapses};
use super::period::{periods_begun, single_period};
use super::posting::{Balance, Booking, Posting};
use super::statement::{balance, statement};
use super::{ContractTerm, Pace, pace};
use crate::core::account::Contract;
use crate::core::model::EventId;
use crate::core::terms::Allowance;
use crate::core::time::Instant;
use crate::core::time::Local;

/// A contract's allowances and the ledger of their use.
#[derive(Clone, Copy)]
pub struct Usage<'a> {
    /// Whose allowances.
    pub contract: &'a Contract,
    /// The zone of its days.
    pub zone: &'a dyn Local,
    /// Its terms, in order.
    pub terms: &'a [TermsSince<'a>],
    /// By allowance. Where amounts carry over, those of earlier periods are needed too.
    pub bookings: &'a [(String, Booking)],
}

/// One period of an allowance: how it stands, and every line of it.
#[derive(Clone, Debug)]
pub struct PeriodAccount<'a> {
    /// The allowance, as the terms grant it.
    pub allowance: &'a Allowance,
    /// How it stands at the end of what was looked at.
    pub balance: Balance,
    /// Line by line.
    pub postings: Vec<Posting>,
}

/// What one event used of an allowance, or gave back (below nothing).
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Charge {
    /// Cases or seconds.
    pub amount: i64,
    /// The part of it beyond what there was.
    pub overage: i64,
    /// How the period stands with it.
    pub balance: Balance,
}

impl<'a> Usage<'a> {
    /// How an allowance stands in the period that holds `at`. None while the contract is not in
    /// force or its terms have no such allowance.
    pub fn balance(&self, allowance: &str, at: Instant) -> Option<Balance> {
        balance(&self.grants(allowance), &self.booked(allowance), at)
    }

    /// Every line of an allowance's account, from the contract's beginning to the period that
    /// holds `at`.
    pub fn statement(&self, allowance: &str, at: Instant) -> Vec<Posting> {
        statement(&self.grants(allowance), &self.booked(allowance), at)
    }

    /// How each allowance of the terms in force at `at` stands, in their order.
    pub fn balances(&self, at: Instant) -> Vec<(&'a Allowance, Balance)> {
        let terms = self.terms.iter().rev().find(|said| said.from <= at);
        let allowances = terms.into_iter().flat_map(|said| &said.terms.allowances);
        allowances
            .filter_map(|allowance| Some((allowance, self.balance(&allowance.id, at)?)))
            .collect()
    }

    /// Every period that lies in [from, last] with at least a second of it, or in which something
    /// counts that happened then, as it stands at its end or at `last`: by allowance, in the order
    /// in which the terms have them, then by time. What had expired by `now` is told.
    pub fn periods(&self, from: Instant, last: Instant, now: Instant) -> Vec<PeriodAccount<'a>> {
        let mut found = Vec::new();
        for allowance in self.names() {
            let grants = self.grants(allowance);
            let booked = self.booked(allowance);
            let happened = |booking: &Booking| from <= booking.at && booking.at <= last;
            let touched =
                periods_begun(&grants, &booked, last)
                    .into_iter()
                    .filter(|single_period| {
                        single_period.to > from || single_period.bookings.iter().any(happened)
                    });
            found.extend(touched.map(|single_period| PeriodAccount {
                allowance: single_period.allowance(),
                balance: single_period.balance(),
                postings: single_period.postings(now),
            }));
        }
        found
    }

    /// Until when an allowance lasts at the pace of its period so far.
    pub fn pace(&self, allowance: &str, now: Instant) -> Option<Pace> {
        Some(pace(&self.balance(allowance, now)?, now))
    }

    /// What an event used of an allowance. None when it booked nothing there.
    pub fn charge(&self, allowance: &str, event: EventId) -> Option<Charge> {
        let booked = self.booked(allowance);
        let own = booked.iter().find(|booking| booking.event == event)?;
        let grants = self.grants(allowance);
        let single_period = single_period(&grants, grants.period_near(own.at)?, &booked, own.at);
        let postings = single_period.postings(Instant::MIN).into_iter();
        let of_event: Vec<Posting> = postings.filter(|line| line.event == event).collect();
        Some(Charge {
            amount: booked
                .iter()
                .filter(|booking| booking.event == event)
                .map(|booking| -booking.gives())
                .sum(),
            overage: of_event.iter().map(|line| line.overage).sum(),
            balance: single_period.balance(),
        })
    }

    /// How an allowance stands in the period in which what happens at `at` counts: where no term
    /// runs, that is the last one before.
    pub fn balance_near(&self, allowance: &str, at: Instant) -> Option<Balance> {
        let grants = self.grants(allowance);
        let period = grants.period_near(at)?;
        Some(single_period(&grants, period, &self.booked(allowance), at).balance())
    }

    /// Whether an allowance is used up at an instant, by what was booked until then.
    pub fn lapse(&self, allowance: &str, at: Instant) -> Option<Lapse> {
        lapse_at(&self.grants(allowance), &self.booked(allowance), at)
    }

    /// The same at `since` and wherever it changed from then to `now`: each holds until the next,
    /// or until it ends by itself.
    pub fn lapses(
        &self,
        allowance: &str,
        since: Instant,
        now: Instant,
    ) -> Vec<(Instant, Option<Lapse>)> {
        lapses(&self.grants(allowance), &self.booked(allowance), since, now)
    }

    fn grants(&self, allowance: &str) -> Grants<'a> {
        let contract_term = ContractTerm {
            contract: self.contract,
            zone: self.zone,
        };
        Grants::of(contract_term, self.terms, allowance)
    }

    /// The allowances of all its terms.
    fn names(&self) -> Vec<&'a str> {
        let mut names: Vec<&str> = Vec::new();
        for allowance in self.terms.iter().flat_map(|said| &said.terms.allowances) {
            if !names.contains(&allowance.id.as_str()) {
                names.push(&allowance.id);
            }
        }
        names
    }

    fn booked(&self, allowance: &str) -> Vec<Booking> {
        let own = self.bookings.iter().filter(|(id, _)| id == allowance);
        own.map(|(_, booking)| *booking).collect()
    }
}

#[cfg(test)]
mod tests {
    use super::super::LedgerKind;
    use super::super::fixtures::{contract, day, said};
    use super::*;
    use crate::core::entitlement::fixtures::{creatio, suitecrm};
    use crate::core::time::Fixed;

    #[test]
    fn a_renewal_onto_a_plan_without_the_allowance_ends_it() {
        let contract = contract(&[(day("2026-01-01"), day("2028-01-01"))]);
        let (basic, business) = (creatio("basic"), creatio("business"));
        let terms = [
            said("2026-01-01", 1, &basic),
            said("2027-01-01", 2, &business),
        ];
        let used = Booking {
            at: day("2026-05-01"),
            kind: LedgerKind::Used,
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
        let terms = [said("2026-01-01", 1, &dedicated)];
        let used = Booking {
            at: day("2026-05-01"),
            kind: LedgerKind::Used,
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
