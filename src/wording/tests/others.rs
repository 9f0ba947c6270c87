//! The rules of bpm'online and of SalesAgility.

use super::*;

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
        said(&found),
        "“marketplace” is excluded unless the contract adds it"
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
        desk.evaluate(luis("functional-advice")).verdict(),
        Verdict::Refused
    );
    // how many may ask is agreed at signing: until then it is remarked, and refuses nothing
    assert_eq!(desk.evaluate(luis("faults")).verdict(), Verdict::Remark);
    let dana = Request {
        contact: Some("dana@acme.example"),
        ..luis("functional-advice")
    };
    assert_eq!(desk.evaluate(dana).verdict(), Verdict::Remark);
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
        "recommended for “p1”: phone or skype",
        Some("BP-8"),
        &["use phone or skype"],
    );
    assert_eq!(desk.evaluate(by("email")).verdict(), Verdict::Remark);
    assert_eq!(desk.evaluate(by("skype")).verdict(), Verdict::Allowed);
    let p2 = Request {
        priority: Some("p2"),
        channel: Some("email"),
        ..Request::default()
    };
    assert_eq!(desk.evaluate(p2).verdict(), Verdict::Allowed);
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
            Some(("“s1” is never for laboratory", "open it as s2")),
        ),
        (
            "critical",
            "laboratory",
            "product",
            Some(("“s1” is never for laboratory", "open it as s2")),
        ),
        (
            "s1",
            "production",
            "third-party-software",
            Some(("“s1” is never for third-party-software", "open it as s3")),
        ),
        (
            "s2",
            "laboratory",
            "third-party-software",
            Some(("“s2” is never for third-party-software", "open it as s3")),
        ),
        ("s2", "laboratory", "product", None),
        ("s3", "laboratory", "third-party-software", None),
    ] {
        let found = desk.finding(Rule::Priority, asks(priority, environment, component));
        let told =
            (found.verdict == Verdict::Refused).then(|| (said(&found), ways(&found)[0].clone()));
        let told = told
            .as_ref()
            .map(|(says, way)| (says.as_str(), way.as_str()));
        assert_eq!(told, refusal, "{priority} {environment} {component}");
    }
    let listed = desk.finding(
        Rule::Priority,
        Request {
            component: Some("third-party-software"),
            ..Request::default()
        },
    );
    assert_eq!(said(&listed), "it can have s3 and s4");
    let evaluation = desk.evaluate(asks("s1", "laboratory", "product"));
    let refusal = told(refusal(&evaluation, "acme", &[Rule::Priority]));
    let hints = "hint: open it as s2\nhint: `--refuse` keeps the request as refused\n";
    assert!(
        refusal.ends_with(hints),
        "a severity that the contract rules out cannot be forgiven: {refusal}"
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
    let desk = Desk::with(suitecrm()).left("support-hours", AllowanceUnit::Hours, 144_000, 144_000);
    says(
        &desk.finding(Rule::Hours, Request::default()),
        Verdict::Remark,
        "support-hours: none of 40h left until 2026-12-31; until more is bought no resolution is \
         promised",
        Some("SU-6"),
        &["`sladesk contract adjust 7 support-hours +10h` adds to it"],
    );
    let some = Desk::with(suitecrm()).left("support-hours", AllowanceUnit::Hours, 144_000, 9_000);
    let found = some.finding(Rule::Hours, Request::default());
    assert_eq!(
        said(&found),
        "support-hours: 37h 30m of 40h left until 2026-12-31"
    );
}

#[test]
fn su_8_a_plan_of_self_service_takes_no_tickets() {
    let mut community = suitecrm();
    community.plan = "community".to_owned();
    community.channels_open = false;
    community.channels = vec![crate::core::entitlement::fixtures::channel(
        "forum", true, true,
    )];
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
