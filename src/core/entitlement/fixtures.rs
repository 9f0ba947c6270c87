//! Terms and people for tests, after the published plans.

use std::collections::BTreeMap;

use super::allowance::fixtures::{cases, hours};
use crate::core::account::{Account, Contact, Contract, Customer, Seat};
use crate::core::model::{ContactId, CustomerId, EventId, Qualified, Side};
use crate::core::terms::{
    Agreed, Allowance, ChangeTo, Channel, Priority, PriorityChange, Qualification, RequiredField,
    Seats, Source, Terms, Topic, WhenUsedUp, Word,
};
use crate::core::time::Instant;

pub(crate) use super::allowance::fixtures::{contract, day};

pub(crate) fn says(clause: &str) -> Source {
    Source {
        clause: Some(clause.to_owned()),
        ..Source::default()
    }
}

pub(crate) fn bare(vendor: &str, plan: &str) -> Terms {
    Terms {
        vendor: vendor.to_owned(),
        vendor_title: vendor.to_owned(),
        plan: plan.to_owned(),
        title: plan.to_owned(),
        published: None,
        source: Source::default(),
        hours: None,
        business_days: None,
        calendars: BTreeMap::new(),
        zone: Agreed::Open,
        holidays: Agreed::Is(Vec::new()),
        contacts: Agreed::Is(Seats::Unlimited),
        sources: BTreeMap::new(),
        must_name: Vec::new(),
        lines: Vec::new(),
        price: None,
        term: None,
        priorities: Vec::new(),
        kinds: Vec::new(),
        milestones: Vec::new(),
        acts: Vec::new(),
        reopen_within: Default::default(),
        changes: Vec::new(),
        channels_open: false,
        channels: Vec::new(),
        topics_open: false,
        topics: Vec::new(),
        services: Vec::new(),
        exclusions: Vec::new(),
        qualifications: Vec::new(),
        environments: Vec::new(),
        components_open: false,
        components: Vec::new(),
        versions: Vec::new(),
        languages: None,
        impacts: Vec::new(),
        urgencies: Vec::new(),
        matrix: Vec::new(),
        allowances: Vec::new(),
        rank: None,
    }
}

pub(crate) fn priority(id: &str, clause: &str) -> Priority {
    Priority {
        id: id.to_owned(),
        title: id.to_owned(),
        aliases: Vec::new(),
        means: None,
        recommended: Vec::new(),
        never_for: Vec::new(),
        included: true,
        source: says(clause),
    }
}

pub(crate) fn channel(id: &str, included: bool, self_service: bool) -> Channel {
    Channel {
        id: id.to_owned(),
        title: format!("The {id}"),
        self_service,
        only_for: Vec::new(),
        never_for: Vec::new(),
        reachable: None,
        included,
        source: says("CR-2"),
    }
}

pub(crate) fn topic(id: &str, included: bool, clause: &str) -> Topic {
    Topic {
        id: id.to_owned(),
        title: id.to_owned(),
        only_for: None,
        excluded: false,
        included,
        source: says(clause),
    }
}

pub(crate) fn change(
    id: &str,
    by: Side,
    from: &[&str],
    to: ChangeTo,
    clause: &str,
) -> PriorityChange {
    PriorityChange {
        id: id.to_owned(),
        title: format!("Because of {id}"),
        by,
        from: from.iter().map(|word| (*word).to_owned()).collect(),
        to,
        meets: Vec::new(),
        corrects: false,
        included: true,
        source: says(clause),
    }
}

fn words(ids: &[&str]) -> Vec<Word> {
    let word = |id: &&str| Word {
        id: (*id).to_owned(),
        title: (*id).to_owned(),
        included: true,
        source: Source::default(),
    };
    ids.iter().map(word).collect()
}

/// Creatio's plan of that name, as far as entitlement goes.
pub(crate) fn creatio(plan: &str) -> Terms {
    let premium = plan == "premium";
    let basic = plan == "basic";
    let seats = [("basic", 2), ("business", 5), ("premium", 15)];
    let most = seats
        .iter()
        .find(|(name, _)| *name == plan)
        .map_or(0, |(_, most)| *most);
    let mut development = topic("development", premium, "CR-6");
    development.only_for = Some("certified-developer".to_owned());
    let mut marketplace = topic("marketplace", false, "CR-12");
    marketplace.excluded = true;
    let mut on_demand = change("on-demand", Side::Customer, &[], ChangeTo::Any, "CR-11");
    on_demand.included = premium;
    let mut misjudged = change("misjudged", Side::Desk, &[], ChangeTo::Any, "CR-0");
    misjudged.corrects = true;
    Terms {
        contacts: Agreed::Is(Seats::AtMost(most)),
        sources: [
            ("contacts".to_owned(), says("CR-1")),
            ("channels".to_owned(), says("CR-2")),
            ("topics".to_owned(), says("CR-5")),
        ]
        .into(),
        priorities: ["high", "medium", "low"]
            .map(|id| priority(id, "CR-3"))
            .to_vec(),
        channels: vec![
            channel("portal", true, false),
            channel("email", true, false),
            channel("phone", !basic, false),
            channel("community", true, true),
        ],
        topics: vec![
            topic("platform", true, "CR-5"),
            topic("analytics", true, "CR-5"),
            development,
            marketplace,
        ],
        qualifications: vec![Qualification {
            id: "certified-developer".to_owned(),
            title: "Certified Creatio developer".to_owned(),
            at_most: None,
            source: Source::default(),
        }],
        changes: vec![misjudged, on_demand],
        allowances: if basic {
            vec![five_cases()]
        } else {
            Vec::new()
        },
        ..bare("creatio", plan)
    }
}

fn five_cases() -> Allowance {
    Allowance {
        topics: vec!["analytics".to_owned()],
        source: says("CR-5"),
        ..cases(5)
    }
}

/// SalesAgility's plan with 40 hours agreed.
pub(crate) fn suitecrm() -> Terms {
    let mut s1 = priority("s1", "SU-4");
    s1.aliases = vec!["critical".to_owned()];
    s1.never_for = ["laboratory", "third-party-software"]
        .map(str::to_owned)
        .to_vec();
    let mut s2 = priority("s2", "SU-5");
    s2.never_for = vec!["third-party-software".to_owned()];
    let forty = Allowance {
        when_used_up: WhenUsedUp::Lapses(vec!["resolution".to_owned()]),
        source: says("SU-6"),
        ..hours(40 * 3600)
    };
    Terms {
        contacts: Agreed::Open,
        channels_open: true,
        channels: vec![channel("email", true, false), channel("phone", true, false)],
        must_name: vec![
            RequiredField::Version,
            RequiredField::Environment,
            RequiredField::Component,
        ],
        sources: [("tickets-must-name".to_owned(), says("SU-9"))].into(),
        priorities: vec![s1, s2, priority("s3", "SU-5"), priority("s4", "SU-5")],
        environments: words(&["production", "laboratory"]),
        components: words(&["product", "third-party-software"]),
        changes: vec![change(
            "no-resources",
            Side::Desk,
            &["s1"],
            ChangeTo::Lower,
            "SU-4",
        )],
        allowances: vec![forty],
        ..bare("suitecrm", "dedicated")
    }
}

/// bpm'online's premium plan, as far as entitlement goes.
pub(crate) fn bpmonline() -> Terms {
    let mut p1 = priority("p1", "BP-8");
    p1.aliases = vec!["1".to_owned()];
    p1.recommended = ["phone", "skype"].map(str::to_owned).to_vec();
    let rest = ["p2", "p3", "p4"].map(|id| priority(id, "BP-8"));
    let lower = ChangeTo::These(["p3", "p4"].map(str::to_owned).to_vec());
    let mut restored = change("restored", Side::Desk, &["p1", "p2"], lower, "BP-7");
    restored.meets = vec!["resolution".to_owned()];
    let mut advice = topic("functional-advice", true, "BP-11");
    advice.only_for = Some("responsible-contact".to_owned());
    Terms {
        contacts: Agreed::Open,
        channels: ["email", "phone", "skype"]
            .map(|id| channel(id, true, false))
            .to_vec(),
        topics: vec![advice, topic("faults", true, "BP-11")],
        qualifications: vec![Qualification {
            id: "responsible-contact".to_owned(),
            title: "The one person to whom advice is given".to_owned(),
            at_most: Some(1),
            source: says("BP-9"),
        }],
        priorities: [vec![p1], rest.to_vec()].concat(),
        changes: vec![restored],
        ..bare("bpmonline", "premium")
    }
}

pub(crate) fn person(contact: i64, name: &str, from: &str, until: Option<&str>) -> Contact {
    Contact {
        id: ContactId(contact),
        email: Some(format!("{name}@acme.example")),
        name: Some(name.to_owned()),
        phone: None,
        language: None,
        seats: vec![Seat {
            from: day(from),
            until: until.map(day),
            contract: None,
            event: EventId(1),
            ended_by: None,
            replaces: None,
            replaced_by: None,
        }],
        qualified: Vec::new(),
        event: EventId(1),
    }
}

pub(crate) fn qualified(mut person: Contact, what: &str, until: Option<&str>) -> Contact {
    let held = Qualified {
        what: what.to_owned(),
        until: until.map(day),
    };
    person.qualified.push((person.seats[0].from, vec![held]));
    person
}

/// The customer acme with these people and that contract.
pub(crate) fn acme(contacts: Vec<Contact>, contract: Option<Contract>) -> Account {
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
        contracts: contract.into_iter().collect(),
        remarks: Vec::new(),
        last: EventId(1),
    }
}

pub(crate) fn at_noon(text: &str) -> Instant {
    day(text).plus(12 * 3600)
}
