//! A contract's life in worked cases.

use super::*;
use crate::core::account::{AfterTerm, ContractState, Term, TermEnd, anniversary};
use crate::core::model::{
    AllowanceAdjusted, AllowanceUnit, ContractAmended, ContractCancelled, ContractRenewed, Undone,
};

fn amended(terms: &str, from: Option<&str>) -> ContractAmended {
    ContractAmended {
        contract: ContractId(1),
        from: from.map(day),
        carries: None,
        terms: terms.to_owned(),
        set: vec![format!("contacts={terms}")],
        left_open: Vec::new(),
    }
}

fn renewed(from: &str, ends: &str) -> ContractRenewed {
    ContractRenewed {
        contract: ContractId(1),
        from: Some(day(from)),
        plan: "creatio/premium".to_owned(),
        terms: "renewed".to_owned(),
        ends: day(ends),
        months: 12,
        renews: None,
        set: Vec::new(),
        left_open: Vec::new(),
    }
}

fn cancelled(ends: &str) -> ContractCancelled {
    ContractCancelled {
        contract: ContractId(1),
        ends: day(ends),
    }
}

/// Standing and hash of the terms on each of these days.
fn told(history: &History, days: &[(&str, ContractState, Option<&str>)]) {
    let account = history.account();
    let contract = account.contract(ContractId(1)).expect("it was signed");
    for (date, standing, terms) in days {
        assert_eq!(contract.state_at(day(date)), *standing, "{date}");
        let hash = contract.terms_at(day(date)).map(|t| t.hash.as_str());
        assert_eq!(hash, *terms, "{date}");
    }
}

#[test]
fn a_contract_is_in_force_from_its_first_day_to_its_last() {
    let mut history = History::new();
    history.on("2026-01-10", signed("2026-02-01", "2027-02-01", 12, None));
    told(
        &history,
        &[
            ("2026-01-31", ContractState::NotBegun, None),
            ("2026-02-01", ContractState::InForce, Some("signed")),
            ("2027-01-31", ContractState::InForce, Some("signed")),
            ("2027-02-01", ContractState::Lapsed, Some("signed")),
        ],
    );
}

#[test]
fn a_contract_that_renews_by_itself_needs_nobody_to_look() {
    let mut history = History::new();
    history.on(
        "2026-01-10",
        signed("2026-02-01", "2027-02-01", 12, Some(12)),
    );
    let account = history.account();
    let contract = account.contract(ContractId(1)).expect("it was signed");
    let term = |date: &str| contract.term_at(day(date), &utc());
    for (date, from, to, number) in [
        ("2026-02-01", "2026-02-01", "2027-02-01", 1),
        ("2027-01-31", "2026-02-01", "2027-02-01", 1),
        ("2027-02-01", "2027-02-01", "2028-02-01", 2),
        ("2050-07-01", "2050-02-01", "2051-02-01", 25),
    ] {
        let expected = Term {
            from: day(from),
            to: day(to),
            number,
        };
        assert_eq!(term(date), Some(expected), "{date}");
    }
    assert_eq!(term("2026-01-31"), None);
}

#[test]
fn a_month_that_is_too_short_shortens_one_term_and_not_all_that_follow() {
    let mut history = History::new();
    history.on("2026-01-31", signed("2026-01-31", "2026-02-28", 1, Some(1)));
    let account = history.account();
    let contract = account.contract(ContractId(1)).expect("it was signed");
    let mut at = day("2026-01-31");
    let mut ends = Vec::new();
    for _ in 0..5 {
        let term = contract.term_at(at, &utc()).expect("it renews for ever");
        assert_eq!(term.from, at);
        at = term.to;
        ends.push(at.to_string()[..10].to_owned());
    }
    let expected = [
        "2026-02-28",
        "2026-03-31",
        "2026-04-30",
        "2026-05-31",
        "2026-06-30",
    ];
    assert_eq!(ends, expected);
}

#[test]
fn a_term_that_is_no_whole_number_of_months_renews_from_its_end() {
    let mut history = History::new();
    history.on(
        "2026-01-10",
        signed("2026-01-10", "2026-07-01", 5, Some(12)),
    );
    let account = history.account();
    let contract = account.contract(ContractId(1)).expect("it was signed");
    let second = contract.term_at(day("2026-07-01"), &utc());
    assert_eq!(second.map(|term| term.to), Some(day("2027-07-01")));
}

#[test]
fn an_amendment_holds_from_its_day_and_the_days_before_keep_their_terms() {
    let mut history = History::new();
    history.on("2026-01-01", signed("2026-01-01", "2027-01-01", 12, None));
    history.on("2026-03-01", amended("ahead", Some("2026-06-01")));
    let back = history.on("2026-04-01", amended("back", Some("2026-02-01")));
    history.on("2026-05-01", amended("plain", None));
    told(
        &history,
        &[
            ("2026-01-31", ContractState::InForce, Some("signed")),
            ("2026-02-01", ContractState::InForce, Some("back")),
            ("2026-04-30", ContractState::InForce, Some("back")),
            ("2026-05-01", ContractState::InForce, Some("plain")),
            ("2026-06-01", ContractState::InForce, Some("ahead")),
        ],
    );
    let account = history.account();
    let contract = account.contract(ContractId(1)).expect("it was signed");
    let terms = contract.terms_of(back).expect("the amendment has terms");
    assert_eq!(
        (terms.plan.as_str(), terms.set.as_slice()),
        ("creatio/business", &["contacts=back".to_owned()][..])
    );
}

#[test]
fn of_two_amendments_from_the_same_day_the_later_word_holds() {
    let mut history = History::new();
    history.on("2026-01-01", signed("2026-01-01", "2027-01-01", 12, None));
    history.on("2026-02-01", amended("first", Some("2026-06-01")));
    history.on("2026-03-01", amended("second", Some("2026-06-01")));
    told(
        &history,
        &[("2026-06-01", ContractState::InForce, Some("second"))],
    );
}

#[test]
fn a_renewal_begins_anew_whatever_was_agreed_for_later() {
    let mut history = History::new();
    history.on("2026-01-01", signed("2026-01-01", "2027-01-01", 12, None));
    history.on("2026-02-01", amended("for later", Some("2027-03-01")));
    history.on("2026-12-01", renewed("2027-01-01", "2028-01-01"));
    told(
        &history,
        &[
            ("2026-12-31", ContractState::InForce, Some("signed")),
            ("2027-03-01", ContractState::InForce, Some("renewed")),
            ("2028-01-01", ContractState::Lapsed, Some("renewed")),
        ],
    );
    let account = history.account();
    let contract = account.contract(ContractId(1)).expect("it was signed");
    let ahead = contract.ahead(day("2026-06-01"), &utc());
    let expected = TermEnd {
        until: day("2028-01-01"),
        then: AfterTerm::Ends,
    };
    assert_eq!(ahead, Some(expected));
    let second = contract.term_at(day("2027-01-01"), &utc());
    assert_eq!(second.map(|term| term.number), Some(2));
}

#[test]
fn a_late_renewal_leaves_a_gap_in_which_the_contract_is_lapsed() {
    let mut history = History::new();
    history.on("2026-01-01", signed("2026-01-01", "2027-01-01", 12, None));
    history.on("2027-02-10", renewed("2027-03-01", "2028-03-01"));
    told(
        &history,
        &[
            ("2026-12-31", ContractState::InForce, Some("signed")),
            ("2027-02-28", ContractState::Lapsed, Some("signed")),
            ("2027-03-01", ContractState::InForce, Some("renewed")),
        ],
    );
    let gaps = history.account().gaps();
    assert_eq!(gaps.len(), 1);
    assert_eq!(
        (gaps[0].from, gaps[0].to),
        (day("2027-01-01"), day("2027-03-01"))
    );
}

#[test]
fn a_cancelled_contract_ends_and_renews_no_more() {
    let mut history = History::new();
    history.on(
        "2026-01-01",
        signed("2026-01-01", "2027-01-01", 12, Some(12)),
    );
    history.on("2027-05-01", cancelled("2028-01-01"));
    told(
        &history,
        &[
            ("2027-12-31", ContractState::InForce, Some("signed")),
            ("2028-01-01", ContractState::Cancelled, Some("signed")),
        ],
    );
    let account = history.account();
    let contract = account.contract(ContractId(1)).expect("it was signed");
    let expected = TermEnd {
        until: day("2028-01-01"),
        then: AfterTerm::Cancelled,
    };
    assert_eq!(
        contract.ahead(day("2026-06-01"), &utc()),
        Some(expected),
        "seen from the first term the cancellation is what comes"
    );
    assert_eq!(contract.ahead(day("2028-01-01"), &utc()), None);
}

#[test]
fn a_cancelled_contract_can_be_renewed_and_is_in_force_again() {
    let mut history = History::new();
    history.on(
        "2026-01-01",
        signed("2026-01-01", "2027-01-01", 12, Some(12)),
    );
    history.on("2026-05-01", cancelled("2027-01-01"));
    history.on("2026-11-01", renewed("2027-01-01", "2028-01-01"));
    told(
        &history,
        &[
            ("2026-12-31", ContractState::InForce, Some("signed")),
            ("2027-06-01", ContractState::InForce, Some("renewed")),
            ("2028-01-01", ContractState::Lapsed, Some("renewed")),
        ],
    );
}

#[test]
fn a_contract_cancelled_before_it_began_never_was_in_force() {
    let mut history = History::new();
    history.on("2026-01-01", signed("2026-03-01", "2027-03-01", 12, None));
    history.on("2026-02-01", cancelled("2026-03-01"));
    told(
        &history,
        &[
            ("2026-02-01", ContractState::Cancelled, None),
            ("2026-03-01", ContractState::Cancelled, Some("signed")),
        ],
    );
}

#[test]
fn what_was_undone_never_was_and_an_undone_undo_brings_it_back() {
    let mut history = History::new();
    history.on("2026-01-01", signed("2026-01-01", "2027-01-01", 12, None));
    let cancelling = history.on("2026-02-01", cancelled("2026-06-01"));
    let undo = history.on(
        "2026-02-02",
        Undone {
            entry: EntryId(cancelling.0),
        },
    );
    told(
        &history,
        &[("2026-07-01", ContractState::InForce, Some("signed"))],
    );
    history.on(
        "2026-02-03",
        Undone {
            entry: EntryId(undo.0),
        },
    );
    told(
        &history,
        &[("2026-07-01", ContractState::Cancelled, Some("signed"))],
    );
}

#[test]
fn acts_that_mean_nothing_get_a_remark_and_change_nothing() {
    let mut history = History::new();
    let early = history.on("2026-01-01", amended("too early", None));
    history.on("2026-02-01", signed("2026-02-01", "2026-08-01", 6, None));
    let twice = history.on("2026-03-01", signed("2026-03-01", "2030-03-01", 48, None));
    let late = history.on("2026-04-01", cancelled("2027-01-01"));
    told(
        &history,
        &[
            ("2026-07-31", ContractState::InForce, Some("signed")),
            ("2026-08-01", ContractState::Lapsed, Some("signed")),
        ],
    );
    let remarks = history.account().remarks;
    let about: Vec<EventId> = remarks.iter().map(|(event, _)| *event).collect();
    assert_eq!(about, [early, twice, late]);
}

#[test]
fn adjustments_are_kept_with_the_event_that_made_them() {
    let mut history = History::new();
    history.on("2026-01-01", signed("2026-01-01", "2027-01-01", 12, None));
    let bought = history.on(
        "2026-02-01",
        AllowanceAdjusted {
            contract: ContractId(1),
            allowance: "support-hours".to_owned(),
            unit: AllowanceUnit::Hours,
            amount: 36_000,
        },
    );
    let account = history.account();
    let adjustments = &account.contracts[0].adjustments;
    assert_eq!(adjustments.len(), 1);
    assert_eq!(
        (adjustments[0].event, adjustments[0].amount),
        (bought, 36_000)
    );
}

#[test]
fn two_contracts_over_the_same_days_are_found() {
    let mut history = History::new();
    history.on("2026-01-01", signed("2026-01-01", "2027-01-01", 12, None));
    let second = ContractSigned {
        contract: ContractId(2),
        ..signed("2026-10-01", "2027-10-01", 12, Some(12))
    };
    history.on("2026-09-01", second);
    let overlaps = history.account().overlaps();
    assert_eq!(overlaps.len(), 1);
    assert_eq!(overlaps[0].from, day("2026-10-01"));
    assert_eq!(overlaps[0].to, Some(day("2027-01-01")));
    assert_eq!(overlaps[0].contracts, [ContractId(1), ContractId(2)]);
    assert!(history.account().gaps().is_empty());
}

#[test]
fn anniversaries_are_days_of_the_contracts_zone() {
    let moscow = Fixed::hours(3);
    let starts = first_instant("2026-03-31".parse().expect("a date"), &moscow);
    assert_eq!(starts.to_string(), "2026-03-30T21:00:00Z");
    for (months, expected) in [
        (1, "2026-04-29T21:00:00Z"),
        (11, "2027-02-27T21:00:00Z"),
        (12, "2027-03-30T21:00:00Z"),
    ] {
        assert_eq!(anniversary(starts, months, &moscow).to_string(), expected);
    }
}

#[test]
fn a_contract_without_an_agreed_end_goes_on_until_it_is_cancelled() {
    let mut history = History::new();
    let open_ended = ContractSigned {
        ends: Instant::MAX,
        ..signed("2026-01-01", "2026-01-01", 0, None)
    };
    history.on("2026-01-01", open_ended);
    told(
        &history,
        &[("2090-01-01", ContractState::InForce, Some("signed"))],
    );
    let account = history.account();
    let contract = &account.contracts[0];
    let ahead = contract.ahead(day("2026-06-01"), &utc());
    assert_eq!(ahead.map(|ahead| ahead.then), Some(AfterTerm::Open));
    let term = contract.term_at(day("2026-06-01"), &utc());
    assert_eq!(term.map(|term| term.to), Some(Instant::MAX));
    history.on("2026-07-01", cancelled("2026-08-01"));
    told(
        &history,
        &[("2026-08-01", ContractState::Cancelled, Some("signed"))],
    );
}
