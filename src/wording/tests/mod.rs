//! Worked cases by the vendors' own rules: what the contract says of a request, to the word.

mod changes;
mod cldr;
mod creatio;
mod languages;
mod others;
mod properties;
mod seats;

use super::*;
use crate::core::account::{Contact, Contract};
use crate::core::entitlement::fixtures::{
    acme, at_noon, bpmonline, contract, creatio, day, person, qualified, suitecrm,
};
use crate::core::entitlement::*;
use crate::core::model::{ContactId, Side};
use crate::core::terms::{Allowance, Terms};
use crate::core::time::Fixed;
use crate::failure::{Failure, FailureView};

/// A desk that has the customer acme under some terms on 2026-10-14.
struct Desk {
    terms: Terms,
    people: Vec<Contact>,
    balances: Vec<(Allowance, Balance)>,
    others: Vec<Terms>,
    contract: Option<Contract>,
}

impl Desk {
    fn with(terms: Terms) -> Desk {
        Desk {
            terms,
            people: vec![
                person(1, "dana", "2026-01-01", None),
                person(2, "luis", "2026-02-01", None),
                person(3, "eva", "2026-03-01", Some("2026-09-01")),
                person(4, "ines", "2026-12-01", None),
            ],
            balances: Vec::new(),
            others: Vec::new(),
            contract: Some(contract(&[(day("2026-01-01"), day("2027-01-01"))])),
        }
    }

    fn left(mut self, allowance: &str, unit: AllowanceUnit, granted: i64, used: i64) -> Desk {
        let known = self
            .terms
            .allowances
            .iter()
            .find(|known| known.id == allowance);
        self.balances.extend(known.map(|known| {
            (
                known.clone(),
                Balance {
                    unit,
                    from: day("2026-01-01"),
                    to: day("2027-01-01"),
                    granted: Some(granted),
                    carried_over: 0,
                    adjusted: 0,
                    used,
                    used_up: (used >= granted).then(|| day("2026-10-01")),
                },
            )
        }));
        self
    }

    fn evaluate(&self, request: Request) -> Evaluation {
        let others: Vec<&Terms> = self.others.iter().collect();
        let account = acme(self.people.clone(), self.contract.clone());
        let balances: Vec<(&Allowance, Balance)> = self
            .balances
            .iter()
            .map(|(known, balance)| (known, balance.clone()))
            .collect();
        let situation = RequestContext {
            at: at_noon("2026-10-14"),
            zone: &Fixed::hours(0),
            account: &account,
            contract: account.contracts.first(),
            balances: &balances,
            others: &others,
            beside: &[],
            is_open: &|_| None,
        };
        evaluate(Some(&self.terms), &situation, &request)
    }

    #[track_caller]
    fn finding(&self, rule: Rule, request: Request) -> Finding {
        let findings = self.evaluate(request).findings;
        let found = findings.into_iter().find(|finding| finding.rule == rule);
        found.unwrap_or_else(|| panic!("{rule:?} is not among the findings"))
    }
}

fn creatio_desk(plan: &str) -> Desk {
    let others = ["basic", "business", "premium"]
        .into_iter()
        .filter(|other| *other != plan);
    let others = others.map(creatio).collect();
    Desk {
        others,
        ..Desk::with(creatio(plan))
    }
}

fn said(finding: &Finding) -> String {
    finding::says(finding)
}

fn ways(finding: &Finding) -> Vec<String> {
    finding
        .remedies
        .iter()
        .map(remedy)
        .map(String::from)
        .collect()
}

fn known(finding: &Finding) -> Vec<String> {
    finding.facts.iter().map(fact).map(String::from).collect()
}

/// How a refusal is told.
fn told(refusal: Option<Failure>) -> String {
    refusal.map_or_else(String::new, |refusal| refusal.drawn(FailureView::PLAIN))
}

#[track_caller]
fn says(finding: &Finding, verdict: Verdict, says: &str, clause: Option<&str>, remedies: &[&str]) {
    assert_eq!(said(finding), says);
    assert_eq!(finding.verdict, verdict);
    assert_eq!(finding.clause.as_deref(), clause);
    assert_eq!(ways(finding), remedies);
}

#[test]
fn what_is_asked_without_detail_is_listed_by_every_rule() {
    let desk = creatio_desk("basic").left("citizen-developer", AllowanceUnit::Cases, 5, 2);
    let evaluation = desk.evaluate(Request::default());
    let told: Vec<(Rule, String)> = evaluation
        .findings
        .iter()
        .map(|f| (f.rule, said(f)))
        .collect();
    let told: Vec<(Rule, &str)> = told
        .iter()
        .map(|(rule, says)| (*rule, says.as_str()))
        .collect();
    assert_eq!(
        told,
        [
            (
                Rule::Contract,
                "contract 7 (creatio/basic) is in force until 2026-12-31"
            ),
            (
                Rule::Contact,
                "authorised (2 of 2 seats): dana@acme.example, luis@acme.example"
            ),
            (Rule::Channel, "included: portal and email"),
            (Rule::Topic, "included: platform and analytics"),
            (Rule::Qualification, "no topic is reserved"),
            (Rule::Named, "a ticket need not name anything"),
            (Rule::Priority, "it can have high, medium and low"),
            (
                Rule::Allowance,
                "citizen-developer: 3 of 5 cases left until 2026-12-31"
            ),
            (Rule::Hours, "hours are not counted"),
        ]
    );
    assert_eq!(evaluation.verdict(), Verdict::Allowed);
    assert_eq!(evaluation.allowance, None, "which topic, is not said");
}

#[test]
fn a_refused_opening_is_told_with_who_may_and_what_goes_round_it() {
    let mut desk = creatio_desk("business");
    desk.people = vec![
        person(1, "dana", "2026-01-01", None),
        person(2, "luis", "2026-01-01", None),
        person(3, "eva", "2026-01-01", None),
        person(4, "ines", "2026-01-01", None),
    ];
    let evaluation = desk.evaluate(Request {
        purpose: Purpose::Open,
        contact: Some("bob@acme.example"),
        priority: Some("high"),
        channel: Some("phone"),
        ..Request::default()
    });
    assert_eq!(
        told(refusal(&evaluation, "acme", &[])),
        "error: acme may not open this: bob@acme.example is not an authorised contact (CR-1)\n  \
         authorised (4 of 5 seats): dana@acme.example, luis@acme.example, eva@acme.example,\n  \
         ines@acme.example\n\
         hint: `--refuse` keeps the request as refused, `--override contact -m WHY` opens it all \
         the same\n"
    );
    assert_eq!(refusal(&evaluation, "acme", &[Rule::Contact]), None);
    assert!(
        !evaluation.is_courtesy(&[Rule::Contact]),
        "a contact leaves the clocks"
    );
}

#[test]
fn what_is_left_open_is_a_remark_and_never_a_promise() {
    let desk = Desk::with(suitecrm());
    let phone = desk.finding(
        Rule::Channel,
        Request {
            channel: Some("phone"),
            ..Request::default()
        },
    );
    assert_eq!(phone.verdict, Verdict::Remark);
    assert_eq!(
        said(&phone),
        "“phone” is not promised: channels were left open"
    );
    let mut open = suitecrm();
    open.allowances[0].grant = crate::core::terms::Grant::Hours(crate::core::terms::Agreed::Open);
    let hours = Desk::with(open).finding(Rule::Hours, Request::default());
    assert_eq!(hours.verdict, Verdict::Remark);
    assert_eq!(
        said(&hours),
        "how much “support-hours” holds is not promised: it was left open"
    );
}

#[test]
fn a_contract_must_be_in_force_at_that_moment() {
    let mut desk = creatio_desk("basic");
    let runs = |from: &str, to: &str| contract(&[(day(from), day(to))]);
    let lapsed = runs("2025-10-01", "2026-10-01");
    let mut cancelled = lapsed.clone();
    cancelled.runs[0].cancelled = Some(crate::core::model::EventId(9));
    let mut never = lapsed.clone();
    never.runs.clear();
    let again = contract(&[
        (day("2025-10-01"), day("2026-10-01")),
        (day("2026-12-01"), day("2027-12-01")),
    ]);
    let from_then = "it can be asked from 2026-11-01 on";
    let renew = "`sladesk contract renew 7`";
    for (contract, words, remedy) in [
        (
            Some(runs("2026-11-01", "2027-11-01")),
            "contract 7 (creatio/basic) begins on 2026-11-01",
            from_then,
        ),
        (
            Some(lapsed),
            "contract 7 (creatio/basic) ended on 2026-09-30",
            renew,
        ),
        (
            Some(again),
            "contract 7 (creatio/basic) ended on 2026-09-30",
            "it can be asked from 2026-12-01 on",
        ),
        (
            Some(cancelled),
            "contract 7 (creatio/basic) was cancelled and ended on 2026-09-30",
            renew,
        ),
        (
            Some(never),
            "contract 7 (creatio/basic) was cancelled before it began",
            renew,
        ),
        (
            None,
            "acme has no contract",
            "`sladesk contract sign acme PLAN`",
        ),
    ] {
        desk.contract = contract;
        let found = desk.finding(Rule::Contract, Request::default());
        says(&found, Verdict::Refused, words, None, &[remedy]);
        assert!(
            desk.evaluate(Request::default())
                .is_courtesy(&[Rule::Contract])
        );
    }
}

#[test]
fn what_comes_after_the_term_is_said() {
    let mut desk = creatio_desk("basic");
    let mut renewing = contract(&[(day("2026-01-01"), day("2027-01-01"))]);
    renewing.runs[0].months = 12;
    renewing.runs[0].renews = Some(12);
    renewing.runs[0].until = None;
    desk.contract = Some(renewing);
    let found = desk.finding(Rule::Contract, Request::default());
    assert_eq!(
        said(&found),
        "contract 7 (creatio/basic) is in force until 2026-12-31 and then renews by itself"
    );
    let mut cancelled = contract(&[(day("2026-01-01"), day("2026-11-01"))]);
    cancelled.runs[0].cancelled = Some(crate::core::model::EventId(9));
    desk.contract = Some(cancelled);
    let found = desk.finding(Rule::Contract, Request::default());
    assert_eq!(
        said(&found),
        "contract 7 (creatio/basic) is cancelled and in force until 2026-10-31"
    );
}

#[test]
fn several_refusals_are_told_together_and_each_must_be_forgiven() {
    let desk = creatio_desk("basic");
    let evaluation = desk.evaluate(Request {
        purpose: Purpose::Open,
        contact: Some("bob@acme.example"),
        channel: Some("phone"),
        ..Request::default()
    });
    assert_eq!(
        told(refusal(&evaluation, "acme", &[])),
        "error: acme may not open this: bob@acme.example is not an authorised contact (CR-1)\n  \
         “phone” is not included in creatio/basic (CR-2)\n  \
         authorised (2 of 2 seats): dana@acme.example, luis@acme.example\n\
         hint: use portal or email\n\
         hint: `--refuse` keeps the request as refused, `--override contact,channel -m WHY` opens \
         it all the same\n"
    );
    let left = refusal(&evaluation, "acme", &[Rule::Contact]).expect("the channel still refuses");
    assert_eq!(
        left.message(),
        "acme may not open this: “phone” is not included in creatio/basic (CR-2)"
    );
    assert_eq!(
        refusal(&evaluation, "acme", &[Rule::Contact, Rule::Channel]),
        None
    );
}

#[test]
fn a_misspelt_word_is_no_matter_of_rights() {
    let terms = creatio("business");
    let known = |request| known_words(&terms, &request);
    let error = known(Request {
        channel: Some("fone"),
        ..Request::default()
    })
    .unwrap_err();
    assert_eq!(error.message, "creatio/business has no channel `fone`");
    assert_eq!(
        error.hint.as_deref(),
        Some("it can be portal, email, phone, community")
    );
    let error = known(Request {
        priority: Some("hihg"),
        ..Request::default()
    })
    .unwrap_err();
    assert_eq!(error.hint.as_deref(), Some("did you mean `high`?"));
    let fine = Request {
        priority: Some("high"),
        environment: Some("anything"),
        ..Request::default()
    };
    assert_eq!(known(fine), Ok(()));
}
