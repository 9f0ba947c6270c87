//! The time for which a contract lasts, cut into the periods of its allowances.

use chrono::{Datelike, Months, NaiveDate};

use crate::core::account::{Contract, months_later};
use crate::core::terms::TermPeriod;
use crate::core::time::Instant;
use crate::core::time::{Local, first_instant};

/// A contract through time, in the zone of its days.
#[derive(Clone, Copy)]
pub struct ContractTerm<'a> {
    /// Whose account it is.
    pub contract: &'a Contract,
    /// The zone in which its days and months begin.
    pub zone: &'a dyn Local,
}

impl ContractTerm<'_> {
    /// When the contract begins.
    pub fn begins(&self) -> Option<Instant> {
        self.contract.runs.first().map(|run| run.from)
    }

    /// The time without a gap in which it is in force and that holds an instant; no end while it
    /// goes on by itself.
    fn stretch(&self, at: Instant) -> Option<(Instant, Option<Instant>)> {
        let runs = &self.contract.runs;
        let holds = runs.iter().position(|run| run.holds(at))?;
        let follows = |place: &usize| runs[*place].until == runs.get(place + 1).map(|run| run.from);
        let first = (0..holds).rev().take_while(follows).last();
        let last = (holds..runs.len() - 1).take_while(follows).last();
        Some((
            runs[first.unwrap_or(holds)].from,
            runs[last.map_or(holds, |last| last + 1)].until,
        ))
    }

    /// The period of an allowance that holds an instant: [from, to), cut where the contract
    /// begins and ends. None while the contract is not in force.
    pub fn period_at(&self, per: TermPeriod, at: Instant) -> Option<(Instant, Instant)> {
        let term = self.contract.term_at(at, self.zone)?;
        if per == TermPeriod::Term {
            return Some((term.from, term.to));
        }
        let begins = self.begins()?;
        let first = self.zone.wall(begins).date();
        let today = self.zone.wall(at).date();
        let (from, to) = match per {
            TermPeriod::ContractYear => anniversaries(first, today)?,
            TermPeriod::CalendarYear => months(today, 1, 12)?,
            TermPeriod::Quarter => months(today, today.month0() / 3 * 3 + 1, 3)?,
            TermPeriod::Month | TermPeriod::Term => months(today, today.month(), 1)?,
        };
        let (since, until) = self.stretch(at)?;
        let to = first_instant(to, self.zone);
        Some((
            first_instant(from, self.zone).max(since),
            until.map_or(to, |until| until.min(to)),
        ))
    }

    /// The periods from the contract's beginning to the one that holds an instant, in order.
    pub fn periods_until(&self, per: TermPeriod, at: Instant) -> Vec<(Instant, Instant)> {
        let mut found = Vec::new();
        let mut next = self.begins();
        while let Some(start) = next.filter(|start| *start <= at) {
            match self.period_at(per, start) {
                Some(period) if period.1 > start => {
                    found.push(period);
                    next = Some(period.1);
                }
                // between two runs nothing is granted
                _ => {
                    let mut runs = self.contract.runs.iter().map(|run| run.from);
                    next = runs.find(|from| *from > start);
                }
            }
        }
        found
    }
}

/// The contract's year that holds a date: from one anniversary of its first day to the next. A
/// contract of 29 February has its anniversary on the 28th of other years.
fn anniversaries(first: NaiveDate, date: NaiveDate) -> Option<(NaiveDate, NaiveDate)> {
    let years = u32::try_from(date.year() - first.year()).ok()?;
    let anniversary = |years: u32| months_later(first, 12 * years);
    if anniversary(years) <= date {
        Some((anniversary(years), anniversary(years + 1)))
    } else {
        Some((anniversary(years.checked_sub(1)?), anniversary(years)))
    }
}

fn months(date: NaiveDate, month: u32, count: u32) -> Option<(NaiveDate, NaiveDate)> {
    let first = NaiveDate::from_ymd_opt(date.year(), month, 1)?;
    Some((first, first.checked_add_months(Months::new(count))?))
}

#[cfg(test)]
mod tests {
    use super::super::fixtures::{contract, day};
    use super::*;
    use crate::core::time::Fixed;
    use proptest::prelude::*;

    #[test]
    fn each_kind_of_period_is_cut_where_the_contract_begins_and_ends() {
        let terms = [
            (day("2026-02-10"), day("2027-02-10")),
            (day("2027-02-10"), day("2027-08-10")),
        ];
        let zone = Fixed::hours(0);
        let contract = contract(&terms);
        let contract_term = ContractTerm {
            contract: &contract,
            zone: &zone,
        };
        use TermPeriod::{CalendarYear, ContractYear, Month, Quarter, Term};
        for (per, at, from, to) in [
            (ContractYear, "2026-02-10", "2026-02-10", "2027-02-10"),
            (ContractYear, "2027-02-09", "2026-02-10", "2027-02-10"),
            (ContractYear, "2027-02-10", "2027-02-10", "2027-08-10"),
            (CalendarYear, "2026-07-01", "2026-02-10", "2027-01-01"),
            (CalendarYear, "2027-07-01", "2027-01-01", "2027-08-10"),
            (Quarter, "2026-05-20", "2026-04-01", "2026-07-01"),
            (Month, "2026-02-28", "2026-02-10", "2026-03-01"),
            (Term, "2027-02-09", "2026-02-10", "2027-02-10"),
            (Term, "2027-03-01", "2027-02-10", "2027-08-10"),
        ] {
            let found = contract_term.period_at(per, day(at));
            assert_eq!(found, Some((day(from), day(to))), "{per:?} at {at}");
        }
        assert_eq!(
            contract_term.period_at(Month, day("2026-02-09")),
            None,
            "before it begins"
        );
        assert_eq!(
            contract_term.period_at(Month, day("2027-08-10")),
            None,
            "after its end"
        );
    }

    #[test]
    fn a_contract_of_the_29th_of_february_keeps_its_day_in_leap_years() {
        let terms = [(day("2024-02-29"), day("2029-02-28"))];
        let zone = Fixed::hours(0);
        let contract = contract(&terms);
        let contract_term = ContractTerm {
            contract: &contract,
            zone: &zone,
        };
        let starts: Vec<_> = contract_term
            .periods_until(TermPeriod::ContractYear, day("2028-12-31"))
            .into_iter()
            .map(|(from, _)| from)
            .collect();
        let expected = [
            "2024-02-29",
            "2025-02-28",
            "2026-02-28",
            "2027-02-28",
            "2028-02-29",
        ];
        assert_eq!(starts, expected.map(day));
    }

    #[test]
    fn the_days_are_those_of_the_contracts_zone() {
        let moscow = Fixed::hours(3);
        let from: Instant = "2025-12-31T21:00:00Z".parse().expect("midnight in Moscow");
        let terms = [(from, day("2027-06-01"))];
        let contract = contract(&terms);
        let contract_term = ContractTerm {
            contract: &contract,
            zone: &moscow,
        };
        let late: Instant = "2026-12-31T20:59:59Z"
            .parse()
            .expect("a second before the new year");
        let to = "2026-12-31T21:00:00Z".parse().expect("midnight in Moscow");
        assert_eq!(
            contract_term.period_at(TermPeriod::CalendarYear, late),
            Some((from, to))
        );
    }

    #[test]
    fn between_two_terms_nothing_runs() {
        let terms = [
            (day("2026-01-01"), day("2026-03-15")),
            (day("2026-05-20"), day("2026-07-01")),
        ];
        let zone = Fixed::hours(0);
        let contract = contract(&terms);
        let contract_term = ContractTerm {
            contract: &contract,
            zone: &zone,
        };
        assert_eq!(
            contract_term.period_at(TermPeriod::Month, day("2026-04-01")),
            None
        );
        let terms = contract_term.periods_until(TermPeriod::Term, day("2026-06-01"));
        assert_eq!(terms.len(), 2);
    }

    proptest! {
        #[test]
        fn periods_follow_each_other_and_hold_their_instant(
            start in 0i64..20_000, days in 1i64..4_000, inside in 0.0f64..1.0, kind in 0usize..5,
        ) {
            use TermPeriod::*;
            let per = [ContractYear, CalendarYear, Quarter, Month, Term][kind];
            let from = Instant(start * 86_400);
            let terms = [(from, from.plus(days * 86_400))];
            let zone = Fixed::hours(-5);
            let contract = contract(&terms);
        let contract_term = ContractTerm { contract: &contract, zone: &zone };
            let at = from.plus((inside * (days * 86_400) as f64) as i64);
            let periods = contract_term.periods_until(per, at);
            prop_assert_eq!(periods.first().map(|p| p.0), Some(from));
            prop_assert!(periods.windows(2).all(|two| two[0].1 == two[1].0));
            let last = *periods.last().expect("one at least");
            prop_assert_eq!(contract_term.period_at(per, at), Some(last));
            prop_assert!(last.0 <= at && at < last.1);
        }
    }
}
