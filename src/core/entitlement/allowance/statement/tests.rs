//! Accounts by worked cases, and the account against the balance.

use super::super::ContractTerm;
use super::super::fixtures::{cases, contract, day, granting, hours, said};
use super::super::posting::{LedgerKind, PostingKind};
use super::*;
use crate::core::account::Contract;
use crate::core::model::EventId;
use crate::core::terms::{Agreed, Allowance, Grant, RollOver, TermPeriod};
use crate::core::time::Fixed;
use proptest::prelude::*;

fn long_contract() -> Contract {
    contract(&[(day("2026-01-01"), day("2030-01-01"))])
}

fn booking(at: &str, kind: LedgerKind, amount: i64, event: i64) -> Booking {
    Booking {
        at: day(at),
        kind,
        amount,
        event: EventId(event),
        ticket: None,
    }
}

#[test]
fn five_cases_a_year_are_used_up_by_the_fifth_and_come_again_at_the_anniversary() {
    let (contract, zone) = (long_contract(), Fixed::hours(0));
    let contract_term = ContractTerm {
        contract: &contract,
        zone: &zone,
    };
    let five = cases(5);
    let terms = granting(&[five]);
    let said = [said("2026-01-01", 1, &terms)];
    let grants = Grants::of(contract_term, &said, "citizen-developer");
    let used: Vec<Booking> = (1..=5)
        .map(|n| booking(&format!("2026-0{n}-10"), LedgerKind::Used, 1, n))
        .collect();
    let left = |at| balance(&grants, &used, day(at)).expect("in force");
    let full = left("2026-12-31");
    assert_eq!((full.left(), full.used, full.overage()), (Some(0), 5, 0));
    assert_eq!(full.used_up, Some(day("2026-05-10")));
    assert_eq!(left("2027-01-01").left(), Some(5));
    assert_eq!(left("2027-01-01").used_up, None);
    assert_eq!(balance(&grants, &used, day("2025-12-31")), None);
}

#[test]
fn what_is_given_back_returns_to_the_period_of_its_use() {
    let (contract, zone) = (long_contract(), Fixed::hours(0));
    let contract_term = ContractTerm {
        contract: &contract,
        zone: &zone,
    };
    let one = cases(1);
    let terms = granting(&[one]);
    let said = [said("2026-01-01", 1, &terms)];
    let grants = Grants::of(contract_term, &said, "citizen-developer");
    let bookings = [
        booking("2026-06-01", LedgerKind::Used, 1, 1),
        booking("2026-06-01", LedgerKind::GivenBack, 1, 9),
    ];
    let year = balance(&grants, &bookings, day("2026-07-01")).expect("in force");
    assert_eq!((year.left(), year.used, year.used_up), (Some(1), 0, None));
}

#[test]
fn an_amendment_within_a_year_raises_the_grant_of_that_year() {
    let (contract, zone) = (long_contract(), Fixed::hours(0));
    let contract_term = ContractTerm {
        contract: &contract,
        zone: &zone,
    };
    let (five, ten) = (cases(5), cases(10));
    let (five, ten) = (granting(&[five]), granting(&[ten]));
    let said = [said("2026-01-01", 1, &five), said("2026-07-01", 7, &ten)];
    let grants = Grants::of(contract_term, &said, "citizen-developer");
    let granted = |at| balance(&grants, &[], day(at)).and_then(|b| b.granted);
    assert_eq!(granted("2026-06-30"), Some(5));
    assert_eq!(granted("2026-07-01"), Some(10));
}

#[test]
fn a_grant_that_is_not_agreed_is_never_zero() {
    let (contract, zone) = (long_contract(), Fixed::hours(0));
    let contract_term = ContractTerm {
        contract: &contract,
        zone: &zone,
    };
    let mut open = hours(0);
    open.grant = Grant::Hours(Agreed::Open);
    let terms = granting(&[open]);
    let said = [said("2026-01-01", 1, &terms)];
    let grants = Grants::of(contract_term, &said, "support-hours");
    let used = [booking("2026-06-01", LedgerKind::Used, 3600, 1)];
    let year = balance(&grants, &used, day("2026-07-01")).expect("in force");
    assert_eq!(
        (year.granted, year.left(), year.used_up, year.overage()),
        (None, None, None, 0)
    );
    let lines = statement(&grants, &used, day("2026-07-01"));
    assert!(lines.len() == 1 && lines[0].left.is_none());
}

#[test]
fn buying_more_hours_ends_their_being_used_up() {
    let (contract, zone) = (long_contract(), Fixed::hours(0));
    let contract_term = ContractTerm {
        contract: &contract,
        zone: &zone,
    };
    let two = hours(7200);
    let terms = granting(&[two]);
    let said = [said("2026-01-01", 1, &terms)];
    let grants = Grants::of(contract_term, &said, "support-hours");
    let mut bookings = vec![booking("2026-06-01", LedgerKind::Used, 9000, 1)];
    let year = balance(&grants, &bookings, day("2026-07-01")).expect("in force");
    assert_eq!((year.left(), year.overage()), (Some(0), 1800));
    assert_eq!(year.used_up, Some(day("2026-06-01")));
    bookings.push(booking("2026-06-15", LedgerKind::Adjusted, 3600, 2));
    let year = balance(&grants, &bookings, day("2026-07-01")).expect("in force");
    assert_eq!(
        (year.left(), year.overage(), year.used_up),
        (Some(1800), 0, None)
    );
}

#[test]
fn the_account_of_two_months_adds_up_line_by_line() {
    let (contract, zone) = (long_contract(), Fixed::hours(0));
    let contract_term = ContractTerm {
        contract: &contract,
        zone: &zone,
    };
    let mut ten = cases(10);
    ten.per = TermPeriod::Month;
    ten.rolls_over = Some(RollOver::AtMost(3));
    let terms = granting(&[ten]);
    let said = [said("2026-01-01", 1, &terms)];
    let grants = Grants::of(contract_term, &said, "citizen-developer");
    let bookings = [
        booking("2026-01-20", LedgerKind::Used, 4, 1),
        booking("2026-02-02", LedgerKind::Used, 12, 2),
        booking("2026-02-03", LedgerKind::Adjusted, 2, 3),
    ];
    let lines: Vec<_> = statement(&grants, &bookings, day("2026-02-10"))
        .into_iter()
        .map(|line| (line.at, line.kind, line.amount, line.left.unwrap_or(-99)))
        .collect();
    assert_eq!(
        lines,
        [
            (day("2026-01-01"), PostingKind::Granted, 10, 10),
            (
                day("2026-01-20"),
                PostingKind::Booked(LedgerKind::Used),
                4,
                6
            ),
            (day("2026-02-01"), PostingKind::Expired, 3, 3),
            (day("2026-02-01"), PostingKind::Granted, 10, 10),
            (day("2026-02-01"), PostingKind::CarriedOver, 3, 13),
            (
                day("2026-02-02"),
                PostingKind::Booked(LedgerKind::Used),
                12,
                1
            ),
            (
                day("2026-02-03"),
                PostingKind::Booked(LedgerKind::Adjusted),
                2,
                3
            ),
        ]
    );
    let now = balance(&grants, &bookings, day("2026-02-10")).expect("in force");
    assert_eq!(
        (now.left(), now.carried_over, now.adjusted),
        (Some(3), 3, 2)
    );
}

#[test]
fn what_an_amendment_grants_more_stands_at_its_day_with_its_event() {
    let (contract, zone) = (long_contract(), Fixed::hours(0));
    let contract_term = ContractTerm {
        contract: &contract,
        zone: &zone,
    };
    let (five, eight) = (granting(&[cases(5)]), granting(&[cases(8)]));
    let said = [said("2026-01-01", 1, &five), said("2026-03-01", 7, &eight)];
    let grants = Grants::of(contract_term, &said, "citizen-developer");
    let used = [booking("2026-02-01", LedgerKind::Used, 6, 2)];
    let lines: Vec<_> = statement(&grants, &used, day("2026-04-01"))
        .into_iter()
        .map(|line| (line.at, line.amount, line.left, line.overage, line.event.0))
        .collect();
    assert_eq!(
        lines,
        [
            (day("2026-01-01"), 5, Some(5), 0, 1),
            (day("2026-02-01"), 6, Some(-1), 1, 2),
            (day("2026-03-01"), 3, Some(2), -1, 7),
        ]
    );
}

#[test]
fn another_plan_or_another_kind_of_period_begins_anew() {
    let (contract, zone) = (long_contract(), Fixed::hours(0));
    let contract_term = ContractTerm {
        contract: &contract,
        zone: &zone,
    };
    let quarterly = granting(&[Allowance {
        per: TermPeriod::Quarter,
        ..cases(5)
    }]);
    let mut renewed = quarterly.clone();
    renewed.plan = "another".to_owned();
    let (yearly, none) = (granting(&[cases(5)]), granting(&[]));
    let said = [
        said("2026-01-01", 1, &quarterly),
        said("2026-02-10", 2, &yearly),
        said("2026-05-20", 3, &none),
        said("2026-08-01", 4, &quarterly),
        said("2026-08-15", 5, &renewed),
    ];
    let grants = Grants::of(contract_term, &said, "citizen-developer");
    let periods = grants.periods_until(day("2026-10-01"));
    let found: Vec<_> = periods.iter().map(|p| (p.from, p.to)).collect();
    let expected = [
        ("2026-01-01", "2026-02-10"),
        ("2026-02-10", "2026-05-20"),
        ("2026-08-01", "2026-08-15"),
        ("2026-08-15", "2026-10-01"),
        ("2026-10-01", "2027-01-01"),
    ];
    assert_eq!(found, expected.map(|(from, to)| (day(from), day(to))));
    assert!(grants.is_uncounted(day("2026-06-01")) && !grants.is_uncounted(day("2026-09-01")));
}

#[test]
fn what_no_period_holds_counts_in_the_one_before_it_or_in_the_first() {
    let runs = [
        (day("2026-01-10"), day("2026-03-15")),
        (day("2026-05-20"), day("2026-07-01")),
    ];
    let (contract, zone) = (contract(&runs), Fixed::hours(0));
    let contract_term = ContractTerm {
        contract: &contract,
        zone: &zone,
    };
    let mut monthly = cases(5);
    monthly.per = TermPeriod::Month;
    let terms = granting(&[monthly]);
    let said = [said("2026-01-10", 1, &terms)];
    let grants = Grants::of(contract_term, &said, "citizen-developer");
    for (at, from) in [
        ("2026-01-01", "2026-01-10"),
        ("2026-02-20", "2026-02-01"),
        ("2026-04-10", "2026-03-01"),
        ("2026-05-20", "2026-05-20"),
        ("2027-01-01", "2026-06-01"),
    ] {
        let near = grants.period_near(day(at)).expect("there is one");
        assert_eq!(near.from, day(from), "{at}");
        let used = [booking(at, LedgerKind::Used, 1, 2)];
        let all = periods_begun(&grants, &used, day("2027-01-01"));
        let counts: Vec<_> = all
            .iter()
            .filter(|single_period| single_period.balance().used == 1)
            .map(|single_period| single_period.from)
            .collect();
        assert_eq!(counts, [day(from)], "{at}");
    }
}

proptest! {
    #[test]
    fn the_last_line_of_the_account_is_the_balance(
        amounts in prop::collection::vec((0i64..1400, 0usize..3, 1i64..20), 0..40),
        at in 0i64..1400, roll in 0i64..12, per in 0usize..5,
    ) {
        use TermPeriod::*;
        let (contract, zone) = (long_contract(), Fixed::hours(0));
        let contract_term = ContractTerm { contract: &contract, zone: &zone };
        let mut allowance = cases(20);
        allowance.per = [ContractYear, CalendarYear, Quarter, Month, Term][per];
        allowance.rolls_over = (roll > 0).then_some(RollOver::AtMost(roll));
        let terms = granting(&[allowance]);
    let said = [said("2026-01-01", 1, &terms)];
    let grants = Grants::of(contract_term, &said, "citizen-developer");
        let at = day("2026-01-01").plus(at * 86_400);
        let bookings: Vec<Booking> = amounts
            .iter()
            .zip(1..)
            .map(|((days, kind, amount), event)| Booking {
                at: day("2026-01-01").plus(days * 86_400),
                kind: [LedgerKind::Used, LedgerKind::GivenBack, LedgerKind::Adjusted][*kind],
                amount: *amount,
                event: EventId(event),
                ticket: None,
            })
            .collect();
        let now = balance(&grants, &bookings, at).expect("in force");
        let lines = statement(&grants, &bookings, at);
        let last = lines.last().expect("granted at least");
        let left = last.left.expect("agreed");
        prop_assert_eq!(now.left(), Some(left.max(0)));
        prop_assert_eq!(now.overage(), (-left).max(0));
        prop_assert_eq!(now.used_up.is_some(), left <= 0);
    }
}
