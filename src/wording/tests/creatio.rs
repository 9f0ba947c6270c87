//! Creatio's rules.

use super::*;

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
            (found.verdict, said(&found).as_str()),
            (Verdict::Refused, words)
        );
        assert_eq!(found.clause.as_deref(), Some("CR-1"));
        assert_eq!(
            known(&found),
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
        "“phone” is not included in creatio/basic",
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
    let desk = creatio_desk("basic").left("citizen-developer", AllowanceUnit::Cases, 5, 5);
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
    assert!(desk.evaluate(analytics).is_courtesy(&[Rule::Allowance]));
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
    let fourth = creatio_desk("basic").left("citizen-developer", AllowanceUnit::Cases, 5, 4);
    let evaluation = fourth.evaluate(analytics);
    assert_eq!(evaluation.verdict(), Verdict::Allowed);
    assert_eq!(evaluation.allowance.as_deref(), Some("citizen-developer"));
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
        "“development” is not included in creatio/business",
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
        "dana@acme.example is not “certified-developer”, and “development” is only for: \
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
    assert_eq!(premium.evaluate(luis).verdict(), Verdict::Allowed);
    let lapsed = person(2, "luis", "2026-02-01", None);
    premium.people[1] = qualified(lapsed, "certified-developer", Some("2026-10-01"));
    let found = premium.finding(Rule::Qualification, luis);
    assert_eq!(
        said(&found),
        "luis@acme.example was “certified-developer” until 2026-09-30, and “development” is only for: \
         Certified Creatio developer"
    );
}

#[test]
fn a_case_is_used_of_the_allowance_for_its_topic_before_one_for_all() {
    let mut terms = creatio("basic");
    let mut general = terms.allowances[0].clone();
    general.id = "any".to_owned();
    general.topics.clear();
    terms.allowances.insert(0, general);
    let used =
        |topic| allowance_for(&terms, AllowanceUnit::Cases, topic).map(|known| known.id.as_str());
    assert_eq!(used(Some("analytics")), Some("citizen-developer"));
    assert_eq!(used(Some("platform")), Some("any"));
    assert_eq!(used(None), Some("any"));
    assert_eq!(allowance_for(&terms, AllowanceUnit::Hours, None), None);
}
