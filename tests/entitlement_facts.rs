//! What the five vendors let their customers ask for, fact by fact, as the built-in plans decide
//! it. Each row names its fact, so that a failure says which promise is broken.

use sladesk::core::account::{Account, AgreedRun, Contact, Contract, Customer, Seat};
use sladesk::core::entitlement::{
    Finding, Purpose, Request, RequestContext, RequestedChange, Rule, SeatCode, SeatRequest,
    TermsSince, Usage, Verdict, evaluate, may_authorise, may_change, seat_limit,
};
use sladesk::core::model::{ContactId, ContractId, CustomerId, EventId, Qualified, Side};
use sladesk::core::terms::Terms;
use sladesk::core::time::Fixed;
use sladesk::core::time::Instant;
use sladesk::plans::{Agreement, Catalogue, SystemNames};

use Verdict::{Allowed, Refused, Remark};

/// A plan as published with what is agreed laid over it.
fn terms(plan: &str, set: &[&str]) -> Terms {
    let machine = SystemNames::default();
    let found = Catalogue::built_in(SystemNames::default())
        .find(plan)
        .expect("a built-in plan");
    let agreement = Agreement {
        set: set
            .iter()
            .map(|text| text.parse().expect("it sets a value"))
            .collect(),
        ..Agreement::default()
    };
    let signed = found.file.sign(&found.plan, &agreement, &machine);
    signed
        .unwrap_or_else(|error| panic!("{plan} {set:?}: {error}"))
        .terms
}

/// The vendor's other plans.
fn others(plan: &str) -> Vec<Terms> {
    let catalogue = Catalogue::built_in(SystemNames::default());
    let (vendor, own) = plan.split_once('/').expect("vendor/plan");
    let terms = catalogue
        .vendor(vendor)
        .expect("a built-in vendor")
        .all_terms();
    terms
        .into_iter()
        .filter(|terms| terms.plan != own)
        .collect()
}

fn day(text: &str) -> Instant {
    format!("{text}T00:00:00Z").parse().expect("a day")
}

fn contact(id: i64, name: &str, holds: &[&str]) -> Contact {
    let qualified = |what: &&str| Qualified {
        what: (*what).to_owned(),
        until: None,
    };
    Contact {
        id: ContactId(id),
        name: Some(name.to_owned()),
        email: Some(format!("{name}@acme.example")),
        phone: None,
        language: None,
        seats: vec![Seat {
            from: day("2026-01-01"),
            until: None,
            contract: None,
            event: EventId(1),
            ended_by: None,
            replaces: None,
            replaced_by: None,
        }],
        qualified: vec![(day("2026-01-01"), holds.iter().map(qualified).collect())],
        event: EventId(1),
    }
}

/// Acme with contract 1 for 2026 and these contacts.
fn acme(contacts: Vec<Contact>) -> Account {
    let run = AgreedRun {
        event: EventId(1),
        from: day("2026-01-01"),
        ends: day("2027-01-01"),
        months: 12,
        renews: None,
        until: Some(day("2027-01-01")),
        cancelled: None,
    };
    let contract = Contract {
        id: ContractId(1),
        signed: EventId(1),
        signed_at: day("2026-01-01"),
        starts: day("2026-01-01"),
        zone: None,
        region: None,
        runs: vec![run],
        terms: Vec::new(),
        adjustments: Vec::new(),
    };
    Account {
        customer: Customer {
            id: CustomerId(1),
            key: "acme".to_owned(),
            name: "Acme".to_owned(),
            zone: None,
            language: None,
            account_manager: None,
            engineer: None,
            since: Instant(0),
            event: EventId(1),
        },
        contacts,
        contracts: vec![contract],
        remarks: Vec::new(),
        last: EventId(1),
    }
}

/// A request in words, as on the command line: `-c phone -t faults -p p1`.
fn request(words: &str) -> Request<'_> {
    let mut request = Request {
        purpose: Purpose::Open,
        ..Request::default()
    };
    let mut words = words.split_whitespace();
    while let (Some(flag), value @ Some(_)) = (words.next(), words.next()) {
        match flag {
            "-c" => request.channel = value,
            "-t" => request.topic = value,
            "-p" => request.priority = value,
            "--contact" => request.contact = value,
            "--environment" => request.environment = value,
            "--component" => request.component = value,
            "--version" => request.version = value,
            other => panic!("{other}"),
        }
    }
    request
}

fn ask(plan: &str, set: &[&str], contacts: Vec<Contact>, words: &str, rule: Rule) -> Finding {
    let terms = terms(plan, set);
    let others = others(plan);
    let others: Vec<&Terms> = others.iter().collect();
    let account = acme(contacts);
    let zone = Fixed::hours(0);
    let at = day("2026-10-14");
    let usage = Usage {
        contract: &account.contracts[0],
        zone: &zone,
        terms: &[TermsSince {
            from: day("2026-01-01"),
            event: EventId(1),
            terms: &terms,
        }],
        bookings: &[],
    };
    let situation = RequestContext {
        at,
        zone: &zone,
        account: &account,
        contract: account.contracts.first(),
        balances: &usage.balances(at),
        others: &others,
        beside: &[],
        is_open: &|_| None,
    };
    let findings = evaluate(Some(&terms), &situation, &request(words)).findings;
    let found = findings.into_iter().find(|finding| finding.rule == rule);
    found.unwrap_or_else(|| panic!("{plan} {words}: {rule:?} says nothing"))
}

/// What was found: the code, its parameters by name, and whom it speaks of.
fn code(found: &Finding) -> String {
    let kept = found.code.coded();
    let mut text = kept.code;
    for (name, value) in &kept.parameters {
        let value = value.to_string().replace('"', "");
        text.push_str(&format!(" {name}={value}"));
    }
    for person in &found.people {
        text.push_str(&format!(" <{person}>"));
    }
    text
}

fn remedies(found: &Finding) -> Vec<String> {
    let remedies = found.remedies.iter();
    remedies
        .map(|remedy| format!("{remedy:?}").replace('"', ""))
        .collect()
}

type Row = (
    &'static str,            // fact
    &'static str,            // plan
    &'static [&'static str], // agreed
    &'static str,            // asked
    Rule,
    Verdict,
    &'static str,            // what is found
    Option<&'static str>,    // clause
    &'static [&'static str], // remedies
);

#[track_caller]
fn hold(rows: &[Row]) {
    let mut wrong = Vec::new();
    for (fact, plan, set, words, rule, verdict, says, clause, remedies) in rows {
        let contacts = vec![
            contact(1, "dana", &["certified-developer", "responsible-contact"]),
            contact(2, "luis", &[]),
        ];
        let found = ask(plan, set, contacts, words, *rule);
        let told = (found.verdict, code(&found), found.clause.as_deref());
        let expected = (*verdict, (*says).to_owned(), *clause);
        if told != expected || self::remedies(&found) != *remedies {
            let remedies = self::remedies(&found);
            wrong.push(format!("{fact} {plan} `{words}`: {told:?} {remedies:?}"));
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

const DANA: &str = "--contact dana@acme.example -t development";
const LUIS: &str = "--contact luis@acme.example -t development";

#[test]
#[rustfmt::skip]
fn creatio_cr_1_to_cr_12() {
    hold(&[
        ("CR-1", "creatio/basic", &[], "--contact dana@acme.example", Rule::Contact, Allowed,
            "authorised <dana@acme.example>", Some("CR-1"), &[]),
        ("CR-1", "creatio/basic", &[], "--contact bob@acme.example", Rule::Contact, Refused,
            "not-authorised <bob@acme.example>", Some("CR-1"),
            &["Authorise { customer: acme, email: bob@acme.example }"]),
        ("CR-2", "creatio/basic", &[], "-c phone", Rule::Channel, Refused,
            "channel-not-included channel=phone plan=creatio/basic", Some("CR-2"),
            &["UseChannel([portal, email])", "IncludedIn([creatio/business, creatio/premium])"]),
        ("CR-2", "creatio/basic", &[], "-c portal", Rule::Channel, Allowed, "channel-included channel=portal", Some("CR-2"), &[]),
        ("CR-2", "creatio/business", &[], "-c screen-sharing", Rule::Channel, Allowed,
            "channel-included channel=screen-sharing", Some("CR-2"), &[]),
        ("CR-2", "creatio/premium", &[], "-c community", Rule::Channel, Refused,
            "self-service channel=community title=Community", Some("CR-2"),
            &["UseChannel([portal, email, phone, screen-sharing])"]),
        ("CR-5", "creatio/basic", &[], "-t administration", Rule::Allowance, Allowed,
            "not-counted unit=cases", None, &[]),
        ("CR-5", "creatio/basic", &[], "-t analytics", Rule::Allowance, Allowed,
            "left allowance=citizen-developer unit=cases left=5 of=5 until=2026-12-31", Some("CR-5"), &[]),
        ("CR-5", "creatio/business", &[], "-t analytics", Rule::Allowance, Allowed,
            "not-counted unit=cases", None, &[]),
        ("CR-6", "creatio/business", &[], "-t development", Rule::Topic, Refused,
            "topic-not-included topic=development plan=creatio/business", Some("CR-6"), &["IncludedIn([creatio/premium])"]),
        ("CR-6", "creatio/premium", &[], DANA, Rule::Qualification, Allowed,
            "qualified qualification=certified-developer <dana@acme.example>", Some("CR-6"), &[]),
        ("CR-6", "creatio/premium", &[], LUIS, Rule::Qualification, Refused,
            "not-qualified qualification=certified-developer title=Certified Creatio developer topic=development <luis@acme.example>",
            Some("CR-6"), &["LetAsk([dana@acme.example])",
                "Qualify { email: luis@acme.example, qualification: certified-developer }"]),
        ("CR-12", "creatio/premium", &[], "-t marketplace", Rule::Topic, Refused,
            "topic-excluded topic=marketplace", Some("CR-12"),
            &["AddTopic { contract: ContractId(1), topic: marketplace }"]),
        ("CR-12", "creatio/premium", &["topics+=marketplace"], "-t marketplace", Rule::Topic, Allowed,
            "topic-included topic=marketplace", Some("CR-12"), &[]),
    ]);
}

#[test]
#[rustfmt::skip]
fn csd_group_cs_1_to_cs_8() {
    hold(&[
        ("CS-1", "csd-group/elite", &[], "-p p4", Rule::Priority, Allowed, "can-be priority=p4", Some("CS-2"), &[]),
        ("CS-4", "csd-group/elite", &[], "", Rule::Priority, Allowed,
            "can-have priorities=[p1,p2,p3,p4]", None, &[]),
        ("CS-8", "csd-group/elite", &[], "-c phone", Rule::Channel, Remark,
            "channel-not-promised channel=phone", Some("CS-8"), &[]),
        ("CS-8", "csd-group/elite", &["channels=portal,email"], "-c phone", Rule::Channel, Refused,
            "channel-not-included channel=phone plan=csd-group/elite", Some("CS-8"), &["UseChannel([portal, email])"]),
        ("CS-8", "csd-group/elite", &["channels=portal,email"], "-c email", Rule::Channel, Allowed,
            "channel-included channel=email", Some("CS-8"), &[]),
    ]);
}

#[test]
#[rustfmt::skip]
fn bpmonline_bp_2_to_bp_10() {
    const DANA: &str = "--contact dana@acme.example -t functional-advice";
    const LUIS: &str = "--contact luis@acme.example -t functional-advice";
    hold(&[
        ("BP-2", "bpmonline/base", &[], "-c skype", Rule::Channel, Refused,
            "channel-not-included channel=skype plan=bpmonline/base", Some("BP-2"),
            &["UseChannel([email, portal])", "IncludedIn([bpmonline/business, bpmonline/premium])"]),
        ("BP-2", "bpmonline/base", &[], "-t configuration-advice", Rule::Topic, Refused,
            "topic-not-included topic=configuration-advice plan=bpmonline/base", Some("BP-2"),
            &["IncludedIn([bpmonline/business, bpmonline/premium])"]),
        ("BP-2", "bpmonline/base", &[], "", Rule::Allowance, Allowed, "not-counted unit=cases", None, &[]),
        ("BP-8", "bpmonline/premium", &[], "-p p1 -c email", Rule::Advice, Remark,
            "recommended priority=p1 channels=[phone,skype]", Some("BP-8"), &["UseChannel([phone, skype])"]),
        ("BP-9", "bpmonline/premium", &[], DANA, Rule::Qualification, Allowed,
            "qualified qualification=responsible-contact <dana@acme.example>", Some("BP-9"), &[]),
        ("BP-9", "bpmonline/premium", &[], LUIS, Rule::Qualification, Refused,
            "not-qualified qualification=responsible-contact title=The one person to whom advice is given topic=functional-advice <luis@acme.example>", Some("BP-9"),
            &["LetAsk([dana@acme.example])",
                "Qualify { email: luis@acme.example, qualification: responsible-contact }"]),
        ("BP-9", "bpmonline/premium", &[], "--contact luis@acme.example -t faults", Rule::Qualification, Allowed,
            "not-reserved topic=faults", None, &[]),
        ("BP-10", "bpmonline/premium", &[], "-t other-systems", Rule::Topic, Refused,
            "topic-excluded topic=other-systems", Some("BP-10"),
            &["AddTopic { contract: ContractId(1), topic: other-systems }"]),
    ]);
}

#[test]
#[rustfmt::skip]
fn suitecrm_su_4_to_su_10() {
    const PLAN: &str = "suitecrm/dedicated";
    hold(&[
        ("SU-4", PLAN, &["targets.response=4h", "targets.resolution=40h", "hours=around-the-clock"], "-p s1 --environment production",
            Rule::Priority, Allowed, "can-be priority=s1", Some("SU-4"), &[]),
        ("SU-7", PLAN, &[], "-p s1", Rule::Priority, Remark,
            "can-be priority=s1 not_promised=[response,resolution]", Some("SU-4"), &[]),
        ("SU-4", PLAN, &[], "-p critical --environment demonstration", Rule::Priority, Refused,
            "never-for priority=s1 words=[demonstration]", Some("SU-4"), &["OpenAs(s2)"]),
        ("SU-4", PLAN, &[], "-p s1 --environment not-accepted", Rule::Priority, Refused,
            "never-for priority=s1 words=[not-accepted]", Some("SU-4"), &["OpenAs(s2)"]),
        ("SU-5", PLAN, &[], "-p s2 --component customer-software", Rule::Priority, Refused,
            "never-for priority=s2 words=[customer-software]", Some("SU-5"), &["OpenAs(s3)"]),
        ("SU-5", PLAN, &[], "-p s1 --component third-party-software", Rule::Priority, Refused,
            "never-for priority=s1 words=[third-party-software]", Some("SU-4"), &["OpenAs(s3)"]),
        ("SU-6", PLAN, &[], "", Rule::Hours, Remark,
            "amount-not-promised allowance=support-hours", Some("SU-6"), &[]),
        ("SU-6", PLAN, &["allowances.support-hours.hours=40h"], "", Rule::Hours, Allowed,
            "left allowance=support-hours unit=hours left=144000 of=144000 until=2026-12-31", Some("SU-6"), &[]),
        ("SU-7", PLAN, &[], "-c phone", Rule::Channel, Remark,
            "channel-not-promised channel=phone", Some("SU-9"), &[]),
        ("SU-8", "suitecrm/community", &[], "-c forum", Rule::Channel, Refused,
            "no-tickets plan=suitecrm/community", Some("SU-8"),
            &["AskIn([Community forum])", "TicketsOn([suitecrm/dedicated])"]),
        ("SU-9", PLAN, &[], "--environment production", Rule::Named, Refused,
            "must-name fields=[version,component]", Some("SU-9, SU-4"), &["Name([Version, Component])"]),
        ("SU-10", PLAN, &[], "-t migration", Rule::Topic, Refused,
            "topic-excluded topic=migration", Some("SU-10"),
            &["AddTopic { contract: ContractId(1), topic: migration }"]),
    ]);
}

#[test]
#[rustfmt::skip]
fn credenti_cd_1_and_cd_2() {
    hold(&[
        ("CD-1", "credenti/basic", &[], "-c phone", Rule::Channel, Refused,
            "channel-not-included channel=phone plan=credenti/basic", Some("CD-1"),
            &["UseChannel([email, portal])", "IncludedIn([credenti/premium])"]),
        ("CD-1", "credenti/basic", &[], "-c portal", Rule::Channel, Allowed, "channel-included channel=portal", Some("CD-1"), &[]),
        ("CD-2", "credenti/premium", &[], "-c phone", Rule::Channel, Allowed, "channel-included channel=phone", Some("CD-2"), &[]),
    ]);
}

#[test]
fn no_clause_is_given_for_what_the_page_does_not_say() {
    hold(&[
        (
            "CD-2",
            "credenti/premium",
            &[],
            "",
            Rule::Topic,
            Allowed,
            "topics-not-limited",
            None,
            &[],
        ),
        (
            "CD-2",
            "credenti/premium",
            &[],
            "",
            Rule::Contract,
            Allowed,
            "in-force contract=1 plan=credenti/premium until=2026-12-31 then=ends",
            None,
            &[],
        ),
        (
            "CD-2",
            "credenti/premium",
            &[],
            "",
            Rule::Named,
            Allowed,
            "nothing-to-name",
            None,
            &[],
        ),
        (
            "SU-8",
            "suitecrm/community",
            &[],
            "",
            Rule::Topic,
            Allowed,
            "no-topic",
            Some("SU-8"),
            &[],
        ),
        (
            "SU-8",
            "suitecrm/community",
            &[],
            "",
            Rule::Priority,
            Allowed,
            "no-priority",
            None,
            &[],
        ),
    ]);
}

#[test]
fn cr_1_each_plan_of_creatio_seats_two_five_or_fifteen() {
    for (plan, most) in [
        ("creatio/basic", 2),
        ("creatio/business", 5),
        ("creatio/premium", 15),
    ] {
        let terms = terms(plan, &[]);
        assert_eq!(seat_limit(&terms), Some(most));
        let contacts = (1..=i64::from(most)).map(|n| contact(n, &format!("c{n}"), &[]));
        let full = acme(contacts.collect());
        let zone = Fixed::hours(0);
        let situation = RequestContext {
            at: day("2026-10-14"),
            zone: &zone,
            account: &full,
            contract: full.contracts.first(),
            balances: &[],
            others: &[],
            beside: &[],
            is_open: &|_| None,
        };
        let asked = SeatRequest {
            email: "bob@acme.example",
            from: day("2026-10-14"),
            until: None,
            qualifications: &[],
            replaces: None,
        };
        let refused = may_authorise(&terms, &situation, &asked).expect_err("all seats are taken");
        assert!(matches!(refused.code, SeatCode::NoSeat { .. }));
        assert_eq!((refused.plan.as_str(), refused.most), (plan, most));
        assert_eq!(refused.clause.as_deref(), Some("CR-1"));
        assert_eq!(refused.holders.len(), most as usize);
        assert!(refused.holders[0].starts_with("c1@"));
        let replacing = SeatRequest {
            replaces: Some(ContactId(1)),
            ..asked
        };
        assert_eq!(may_authorise(&terms, &situation, &replacing), Ok(()));
    }
}

/// Fact, plan, from, to, reason, whose wish; verdict, what is found, clause.
type Way = (
    &'static str,
    &'static str,
    &'static str,
    &'static str,
    Option<&'static str>,
    Side,
    Verdict,
    &'static str,
    Option<&'static str>,
);

#[test]
fn priorities_change_on_the_grounds_that_each_vendor_gives() {
    let desk = Side::Desk;
    #[rustfmt::skip]
    let rows: &[Way] = &[
        ("BP-7", "bpmonline/premium", "p1", "p3", Some("restored"), desk, Allowed,
            "by-reason title=Works again so far that the priority is lower meets=[resolution] corrects=false", Some("BP-7")),
        ("BP-7", "bpmonline/premium", "p1", "p2", Some("restored"), desk, Refused,
            "reason-leads-to reason=restored step=lower to=p2 only={these:[p3,p4]}", Some("BP-7")),
        ("BP-7", "bpmonline/premium", "p3", "p4", Some("restored"), desk, Refused,
            "reason-starts-at reason=restored from=[p1,p2]", Some("BP-7")),
        ("SU-4", "suitecrm/dedicated", "s1", "s2", Some("no-resources"), desk, Allowed,
            "by-reason title=The customer does not provide adequate resources corrects=false", Some("SU-4")),
        ("SU-4", "suitecrm/dedicated", "s2", "s3", Some("no-resources"), desk, Refused,
            "reason-starts-at reason=no-resources from=[s1]", Some("SU-4")),
        ("CD-6", "credenti/basic", "p1", "p2", Some("unreachable"), desk, Allowed,
            "by-reason title=The customer is not reachable corrects=false", Some("CD-6")),
        ("CD-6", "credenti/basic", "p2", "p3", Some("unreachable"), desk, Refused,
            "reason-starts-at reason=unreachable from=[p1]", Some("CD-6")),
        ("CD-8", "credenti/premium", "p2", "p4", Some("no-resources"), desk, Allowed,
            "by-reason title=The customer cannot provide resources or answers corrects=false", Some("CD-8")),
        ("CD-8", "credenti/premium", "p4", "p2", Some("no-resources"), desk, Refused,
            "reason-leads-to reason=no-resources step=raise to=p2 only=lower", Some("CD-8")),
        ("CS-3", "csd-group/elite", "p1", "p3", Some("misjudged"), desk, Allowed,
            "by-reason title=Its severity was assessed anew corrects=true", Some("CS-3")),
        ("design", "csd-group/elite", "p3", "p1", None, desk, Allowed,
            "raised-in-own-words", None),
        ("design", "creatio/basic", "high", "low", None, desk, Refused,
            "lowering-needs-reason", None),
    ];
    for (fact, plan, from, to, reason, by, verdict, says, clause) in rows.iter().copied() {
        let terms = terms(plan, &[]);
        let change = RequestedChange {
            from: Some(from),
            to,
            reason,
            by,
            environment: None,
            component: None,
        };
        let found = may_change(&terms, &[], &change);
        let told = (found.verdict, code(&found), found.clause.as_deref());
        assert_eq!(
            told,
            (verdict, says.to_owned(), clause),
            "{fact} {plan} {from} to {to}"
        );
    }
}

#[test]
fn cr_11_only_premium_lets_the_customer_change_a_priority() {
    let business = terms("creatio/business", &[]);
    let others = others("creatio/business");
    let others: Vec<&Terms> = others.iter().collect();
    let by_customer = business
        .changes
        .iter()
        .find(|reason| reason.by == Side::Customer);
    let code = by_customer.expect("the file has the reason").id.as_str();
    let change = RequestedChange {
        from: Some("medium"),
        to: "high",
        reason: Some(code),
        by: Side::Customer,
        environment: None,
        component: None,
    };
    let refused = may_change(&business, &others, &change);
    assert_eq!(refused.verdict, Refused);
    assert_eq!(
        self::code(&refused),
        format!("reason-not-included reason={code} step=raise plan=creatio/business")
    );
    assert_eq!(refused.clause.as_deref(), Some("CR-11"));
    assert_eq!(remedies(&refused), ["IncludedIn([creatio/premium])"]);
    let premium = terms("creatio/premium", &[]);
    assert_eq!(may_change(&premium, &[], &change).verdict, Allowed);
}
