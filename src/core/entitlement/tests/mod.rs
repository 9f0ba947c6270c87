//! Worked cases by the vendors' own rules.

use super::fixtures::{at_noon, bpmonline, creatio, day, person, qualified, suitecrm};
use super::*;
use crate::core::model::{ContactId, ContractId, Side};
use crate::core::terms::Terms;
use crate::core::words::Fixed;

/// A desk that has the customer acme under some terms on 2026-10-14.
struct Desk {
    terms: Terms,
    people: Vec<Person>,
    balances: Vec<(String, Balance)>,
    others: Vec<Terms>,
    standing: Standing,
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
            standing: Standing::InForce {
                until: day("2027-01-01"),
            },
        }
    }

    fn left(mut self, allowance: &str, unit: Unit, granted: i64, used: i64) -> Desk {
        self.balances.push((
            allowance.to_owned(),
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
        ));
        self
    }

    fn judge(&self, request: Request) -> Judgement {
        let others: Vec<&Terms> = self.others.iter().collect();
        let situation = Situation {
            at: at_noon("2026-10-14"),
            zone: &Fixed::hours(0),
            customer: "acme",
            contract: Some(ContractId(7)),
            standing: self.standing,
            people: &self.people,
            balances: &self.balances,
            others: &others,
        };
        judge(Some(&self.terms), &situation, &request)
    }

    #[track_caller]
    fn finding(&self, rule: Rule, request: Request) -> Finding {
        let findings = self.judge(request).findings;
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

#[track_caller]
fn says(finding: &Finding, verdict: Verdict, says: &str, clause: Option<&str>, remedies: &[&str]) {
    assert_eq!(finding.says, says);
    assert_eq!(finding.verdict, verdict);
    assert_eq!(finding.clause.as_deref(), clause);
    assert_eq!(finding.remedies, remedies);
}

#[test]
fn what_is_asked_without_detail_is_listed_by_every_rule() {
    let desk = creatio_desk("basic").left("citizen-developer", Unit::Cases, 5, 2);
    let judgement = desk.judge(Request::default());
    let told: Vec<(Rule, &str)> = judgement
        .findings
        .iter()
        .map(|f| (f.rule, f.says.as_str()))
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
    assert_eq!(judgement.verdict(), Verdict::Allowed);
    assert_eq!(judgement.allowance, None, "which topic, is not said");
}

#[test]
fn cr_1_only_an_authorised_contact_may_ask() {
    let desk = creatio_desk("business");
    for (who, words) in [
        ("bob", "bob@acme.example is not an authorised contact"),
        (
            "eva",
            "eva@acme.example was an authorised contact until 2026-08-31 and is none any more",
        ),
        (
            "ines",
            "ines@acme.example is an authorised contact from 2026-12-01 on",
        ),
    ] {
        let email = format!("{who}@acme.example");
        let found = desk.finding(
            Rule::Contact,
            Request {
                contact: Some(&email),
                ..Request::default()
            },
        );
        assert_eq!(
            (found.verdict, found.says.as_str()),
            (Verdict::Refused, words)
        );
        assert_eq!(found.clause.as_deref(), Some("CR-1"));
        assert_eq!(
            found.facts,
            ["authorised (2 of 5 seats): dana@acme.example, luis@acme.example"]
        );
    }
    let dana = desk.finding(
        Rule::Contact,
        Request {
            contact: Some("Dana@acme.example"),
            ..Request::default()
        },
    );
    assert_eq!(dana.verdict, Verdict::Allowed);
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
    let judgement = desk.judge(Request {
        purpose: Purpose::Open,
        contact: Some("bob@acme.example"),
        priority: Some("high"),
        channel: Some("phone"),
        ..Request::default()
    });
    assert_eq!(
        judgement.refusal("acme", &[]),
        Some(Refusal {
            message: "acme may not open this: bob@acme.example is not an authorised contact (CR-1)"
                .to_owned(),
            facts: vec![
                "authorised (4 of 5 seats): dana@acme.example, luis@acme.example, \
                 eva@acme.example, ines@acme.example"
                    .to_owned()
            ],
            hints: vec![
                "`--refuse` keeps the request as refused, `--override contact -m WHY` opens it all \
                 the same"
                    .to_owned()
            ],
        })
    );
    assert_eq!(judgement.refusal("acme", &[Rule::Contact]), None);
    assert!(
        !judgement.is_courtesy(&[Rule::Contact]),
        "a contact leaves the clocks"
    );
}

#[test]
fn cr_2_a_channel_outside_the_plan_is_refused_with_those_inside() {
    let desk = creatio_desk("basic");
    let phone = desk.finding(
        Rule::Channel,
        Request {
            channel: Some("phone"),
            ..Request::default()
        },
    );
    says(
        &phone,
        Verdict::Refused,
        "phone is not included in creatio/basic",
        Some("CR-2"),
        &[
            "use portal or email",
            "creatio/business and creatio/premium include it",
        ],
    );
    let community = desk.finding(
        Rule::Channel,
        Request {
            channel: Some("community"),
            ..Request::default()
        },
    );
    says(
        &community,
        Verdict::Refused,
        "no ticket is opened through community: The community is self-service",
        Some("CR-2"),
        &["use portal or email"],
    );
}

#[test]
fn cr_5_the_sixth_case_of_five_is_refused_and_other_topics_go_on() {
    let desk = creatio_desk("basic").left("citizen-developer", Unit::Cases, 5, 5);
    let analytics = Request {
        topic: Some("analytics"),
        ..Request::default()
    };
    says(
        &desk.finding(Rule::Allowance, analytics),
        Verdict::Refused,
        "citizen-developer: none of 5 cases left until 2026-12-31",
        Some("CR-5"),
        &[
            "`sladesk contract adjust 7 citizen-developer +1` adds to it",
            "creatio/business and creatio/premium do not count them",
        ],
    );
    assert!(desk.judge(analytics).is_courtesy(&[Rule::Allowance]));
    let platform = Request {
        topic: Some("platform"),
        ..Request::default()
    };
    says(
        &desk.finding(Rule::Allowance, platform),
        Verdict::Allowed,
        "cases are not counted",
        None,
        &[],
    );
    let fourth = creatio_desk("basic").left("citizen-developer", Unit::Cases, 5, 4);
    let judgement = fourth.judge(analytics);
    assert_eq!(judgement.verdict(), Verdict::Allowed);
    assert_eq!(judgement.allowance.as_deref(), Some("citizen-developer"));
}

#[test]
fn cr_6_development_is_for_premium_and_for_certified_developers() {
    let business = creatio_desk("business");
    let development = Request {
        topic: Some("development"),
        ..Request::default()
    };
    says(
        &business.finding(Rule::Topic, development),
        Verdict::Refused,
        "development is not included in creatio/business",
        Some("CR-6"),
        &["creatio/premium includes it"],
    );
    let mut premium = creatio_desk("premium");
    let luis = person(2, "luis", "2026-02-01", None);
    premium.people[1] = qualified(luis, "certified-developer", None);
    let dana = Request {
        contact: Some("dana@acme.example"),
        ..development
    };
    says(
        &premium.finding(Rule::Qualification, dana),
        Verdict::Refused,
        "dana@acme.example is not certified-developer, and development is only for: \
         Certified Creatio developer",
        Some("CR-6"),
        &[
            "let luis@acme.example ask",
            "`sladesk contact edit dana@acme.example --qualification certified-developer`",
        ],
    );
    let luis = Request {
        contact: Some("luis@acme.example"),
        ..development
    };
    assert_eq!(premium.judge(luis).verdict(), Verdict::Allowed);
    let lapsed = person(2, "luis", "2026-02-01", None);
    premium.people[1] = qualified(lapsed, "certified-developer", Some("2026-10-01"));
    let found = premium.finding(Rule::Qualification, luis);
    assert_eq!(
        found.says,
        "luis@acme.example was certified-developer until 2026-09-30, and development is only for: \
         Certified Creatio developer"
    );
}

#[test]
fn bp_10_an_excluded_topic_waits_for_the_contract_to_add_it() {
    let desk = creatio_desk("premium");
    let found = desk.finding(
        Rule::Topic,
        Request {
            topic: Some("marketplace"),
            ..Request::default()
        },
    );
    assert_eq!(
        found.says,
        "marketplace is excluded unless the contract adds it"
    );
    assert_eq!(found.clause.as_deref(), Some("CR-12"));
}

#[test]
fn bp_9_advice_goes_to_the_responsible_contact_and_faults_may_come_from_all() {
    let mut desk = Desk::with(bpmonline());
    let dana = person(1, "dana", "2026-01-01", None);
    desk.people[0] = qualified(dana, "responsible-contact", None);
    let luis = |topic| Request {
        contact: Some("luis@acme.example"),
        topic: Some(topic),
        ..Request::default()
    };
    assert_eq!(
        desk.judge(luis("functional-advice")).verdict(),
        Verdict::Refused
    );
    assert_eq!(desk.judge(luis("faults")).verdict(), Verdict::Allowed);
    let dana = Request {
        contact: Some("dana@acme.example"),
        ..luis("functional-advice")
    };
    assert_eq!(desk.judge(dana).verdict(), Verdict::Allowed);
}

#[test]
fn bp_8_a_recommended_channel_is_advice_and_refuses_nothing() {
    let desk = Desk::with(bpmonline());
    let by = |channel| Request {
        priority: Some("1"),
        channel: Some(channel),
        ..Request::default()
    };
    says(
        &desk.finding(Rule::Advice, by("email")),
        Verdict::Remark,
        "for p1, phone or skype is recommended",
        Some("BP-8"),
        &["use phone or skype"],
    );
    assert_eq!(desk.judge(by("email")).verdict(), Verdict::Remark);
    assert_eq!(desk.judge(by("skype")).verdict(), Verdict::Allowed);
    let p2 = Request {
        priority: Some("p2"),
        channel: Some("email"),
        ..Request::default()
    };
    assert_eq!(desk.judge(p2).verdict(), Verdict::Allowed);
}

#[test]
fn su_4_and_su_5_what_it_happens_in_limits_the_severity() {
    let desk = Desk::with(suitecrm());
    let asks = |priority, environment, component| Request {
        priority: Some(priority),
        environment: Some(environment),
        component: Some(component),
        ..Request::default()
    };
    for (priority, environment, component, refusal) in [
        ("s1", "production", "product", None),
        (
            "s1",
            "laboratory",
            "product",
            Some(("s1 is never for laboratory", "open it as s2")),
        ),
        (
            "critical",
            "laboratory",
            "product",
            Some(("s1 is never for laboratory", "open it as s2")),
        ),
        (
            "s1",
            "production",
            "third-party-software",
            Some(("s1 is never for third-party-software", "open it as s3")),
        ),
        (
            "s2",
            "laboratory",
            "third-party-software",
            Some(("s2 is never for third-party-software", "open it as s3")),
        ),
        ("s2", "laboratory", "product", None),
        ("s3", "laboratory", "third-party-software", None),
    ] {
        let found = desk.finding(Rule::Priority, asks(priority, environment, component));
        let told = (found.verdict == Verdict::Refused)
            .then(|| (found.says.as_str(), found.remedies[0].as_str()));
        assert_eq!(told, refusal, "{priority} {environment} {component}");
    }
    let listed = desk.finding(
        Rule::Priority,
        Request {
            component: Some("third-party-software"),
            ..Request::default()
        },
    );
    assert_eq!(listed.says, "it can have s3 and s4");
    let refusal = desk
        .judge(asks("s1", "laboratory", "product"))
        .refusal("acme", &[Rule::Priority]);
    let refusal = refusal.expect("a severity that the contract rules out cannot be forgiven");
    assert_eq!(
        refusal.hints,
        ["open it as s2", "`--refuse` keeps the request as refused"]
    );
}

#[test]
fn su_9_what_a_ticket_must_name_is_listed_when_asked_and_demanded_when_opened() {
    let desk = Desk::with(suitecrm());
    let ask = Request {
        environment: Some("production"),
        ..Request::default()
    };
    let listed = desk.finding(Rule::Named, ask);
    says(
        &listed,
        Verdict::Allowed,
        "a ticket must name version and component",
        Some("SU-9"),
        &[],
    );
    let demanded = desk.finding(
        Rule::Named,
        Request {
            purpose: Purpose::Open,
            ..ask
        },
    );
    says(
        &demanded,
        Verdict::Refused,
        "a ticket must name version and component",
        Some("SU-9"),
        &["add `--version V --component C`"],
    );
}

#[test]
fn su_6_used_up_hours_end_a_duty_and_not_the_right_to_ask() {
    let desk = Desk::with(suitecrm()).left("support-hours", Unit::Hours, 144_000, 144_000);
    says(
        &desk.finding(Rule::Hours, Request::default()),
        Verdict::Remark,
        "support-hours: none of 40h left until 2026-12-31; until more is bought no resolution is \
         promised",
        Some("SU-6"),
        &["`sladesk contract adjust 7 support-hours +10h` adds to it"],
    );
    let some = Desk::with(suitecrm()).left("support-hours", Unit::Hours, 144_000, 9_000);
    let found = some.finding(Rule::Hours, Request::default());
    assert_eq!(
        found.says,
        "support-hours: 37h 30m of 40h left until 2026-12-31"
    );
}

#[test]
fn su_8_a_plan_of_self_service_takes_no_tickets() {
    let mut community = suitecrm();
    community.plan = "community".to_owned();
    community.channels_open = false;
    community.channels = vec![super::fixtures::channel("forum", true, true)];
    let mut desk = Desk::with(community);
    desk.others = vec![suitecrm()];
    says(
        &desk.finding(Rule::Channel, Request::default()),
        Verdict::Refused,
        "suitecrm/community takes no tickets",
        Some("CR-2"),
        &[
            "ask in: The forum",
            "tickets can be opened on suitecrm/dedicated",
        ],
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
    assert_eq!(phone.says, "phone is not agreed yet: it is not promised");
    let mut open = suitecrm();
    open.allowances[0].grant = crate::core::terms::Grant::Hours(crate::core::terms::Agreed::Open);
    let hours = Desk::with(open).finding(Rule::Hours, Request::default());
    assert_eq!(hours.verdict, Verdict::Remark);
    assert_eq!(
        hours.says,
        "how much support-hours holds is not agreed: it is not promised"
    );
}

#[test]
fn a_contract_must_be_in_force_at_that_moment() {
    let mut desk = creatio_desk("basic");
    for (standing, words) in [
        (
            Standing::NotBegun(day("2026-11-01")),
            "contract 7 (creatio/basic) begins on 2026-11-01",
        ),
        (
            Standing::Lapsed(day("2026-10-01")),
            "contract 7 (creatio/basic) ended on 2026-09-30",
        ),
        (
            Standing::Cancelled(day("2026-10-01")),
            "contract 7 (creatio/basic) was cancelled and ended on 2026-09-30",
        ),
        (Standing::None, "acme has no contract"),
    ] {
        desk.standing = standing;
        let found = desk.finding(Rule::Contract, Request::default());
        assert_eq!(
            (found.verdict, found.says.as_str()),
            (Verdict::Refused, words)
        );
        assert!(
            desk.judge(Request::default())
                .is_courtesy(&[Rule::Contract])
        );
    }
}

#[test]
fn several_refusals_are_told_together_and_each_must_be_forgiven() {
    let desk = creatio_desk("basic");
    let judgement = desk.judge(Request {
        purpose: Purpose::Open,
        contact: Some("bob@acme.example"),
        channel: Some("phone"),
        ..Request::default()
    });
    let refusal = judgement.refusal("acme", &[]).expect("two rules refuse");
    assert_eq!(
        refusal.facts,
        [
            "phone is not included in creatio/basic (CR-2)",
            "authorised (2 of 2 seats): dana@acme.example, luis@acme.example",
        ]
    );
    assert_eq!(
        refusal.hints,
        [
            "use portal or email",
            "`--refuse` keeps the request as refused, `--override contact,channel -m WHY` opens it \
             all the same",
        ]
    );
    let left = judgement
        .refusal("acme", &[Rule::Contact])
        .expect("the channel still refuses");
    assert_eq!(
        left.message,
        "acme may not open this: phone is not included in creatio/basic (CR-2)"
    );
    assert_eq!(
        judgement.refusal("acme", &[Rule::Contact, Rule::Channel]),
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

mod changes;
mod seats;

mod properties {
    use super::*;
    use proptest::option;
    use proptest::prelude::*;
    use proptest::sample::select;

    const WORDS: [&str; 14] = [
        "phone",
        "email",
        "community",
        "analytics",
        "development",
        "marketplace",
        "faults",
        "s1",
        "high",
        "p1",
        "laboratory",
        "third-party-software",
        "nobody@acme.example",
        "dana@acme.example",
    ];

    proptest! {
        #[test]
        fn every_request_is_judged_and_forgiving_never_makes_it_worse(
            which in 0usize..5,
            words in prop::collection::vec(option::of(select(&WORDS[..])), 7),
            forgiven in prop::sample::subsequence(&Rule::ALL[..], 0..10),
        ) {
            let terms = [creatio("basic"), creatio("business"), creatio("premium"), suitecrm(), bpmonline()];
            let desk = Desk::with(terms[which].clone()).left("citizen-developer", Unit::Cases, 5, 5);
            let judgement = desk.judge(Request {
                purpose: Purpose::Open,
                contact: words[0],
                channel: words[1],
                topic: words[2],
                priority: words[3],
                environment: words[4],
                component: words[5],
                version: words[6],
            });
            for rule in [Rule::Contract, Rule::Contact, Rule::Channel, Rule::Topic, Rule::Priority] {
                prop_assert!(judgement.findings.iter().any(|finding| finding.rule == rule));
            }
            let refused = judgement.verdict() == Verdict::Refused;
            prop_assert_eq!(judgement.refusal("acme", &[]).is_some(), refused);
            let left = judgement.unforgiven(&forgiven).len();
            prop_assert!(left <= judgement.unforgiven(&[]).len());
            prop_assert_eq!(judgement.refusal("acme", &forgiven).is_some(), left > 0);
            prop_assert!(refused || !judgement.is_courtesy(&forgiven));
        }
    }
}
