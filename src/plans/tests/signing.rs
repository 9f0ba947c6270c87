//! What a signing makes of a plan.

use super::*;

#[test]
fn what_is_open_and_needed_is_asked_for_by_name() {
    let asked = |plan, set: &[&str]| {
        let open = signed(plan, set).unanswered();
        open.into_iter().map(|term| term.flag()).collect::<Vec<_>>()
    };
    assert_eq!(
        asked("small", &[]),
        [
            "--set contacts=5",
            "--set targets.response.p2=4h",
            "--set calendars.business-hours=worldwide",
            "--set zone=UTC+1",
        ]
    );
    assert_eq!(
        asked(
            "large",
            &[
                "calendars.business-hours=worldwide",
                "zone=UTC+8",
                "contacts=open"
            ]
        ),
        [
            "--set targets.response.p2=4h",
            "--set targets.resolution=4h",
            "--set allowances.visits.cases=5",
        ]
    );
    let knowingly = [
        "contacts=3",
        "targets.response=2h",
        "targets.resolution=open",
        "allowances.visits.cases=open",
        "calendars.business-hours=worldwide",
        "zone=UTC+1",
    ];
    assert_eq!(asked("large", &knowingly), [""; 0]);
    let which = [
        "contacts=3",
        "targets.response.p2=4h",
        "calendars.business-hours=open",
        "zone=UTC+1",
    ];
    assert_eq!(asked("small", &which), [""; 0]);
}

#[test]
fn the_contracts_zone_and_region_settle_what_they_can() {
    let with = |zone: &str, region: &str| Agreement {
        set: Vec::new(),
        zone: Some(zone.to_owned()),
        region: Some(region.to_owned()),
    };
    let system_names = SystemNames::default();
    let signed = file(ACME).sign("small", &with("UTC+8", "north-america"), &system_names);
    let terms = signed.expect("they are known").terms;
    let calendar = &terms.calendars["business-hours"];
    assert_eq!(calendar.zone, Agreed::Is("UTC+8".to_owned()));
    assert_eq!(
        calendar.week,
        Agreed::Is("mon-fri 08:00-17:00".parse().expect("a week"))
    );
    assert_eq!(calendar.source.clause.as_deref(), Some("A-3"));
    assert_eq!(
        target(&terms, "response", 0).calendar.as_deref(),
        Some("business-hours")
    );

    let elsewhere = file(ACME).sign("small", &with("Europe/Madrid", "worldwide"), &system_names);
    let open = elsewhere.expect("it can be read").unanswered();
    assert!(
        open.iter().any(|term| term.path == "zone"),
        "Madrid is none of the plan's zones"
    );

    let error = file(ACME)
        .sign("small", &with("UTC+1", "north-amerika"), &system_names)
        .unwrap_err();
    assert_eq!(error.to_string(), "no region `north-amerika`");
    assert_eq!(steps(&error), ["did you mean `north-america`?"]);
}

#[test]
fn a_term_is_agreed_by_its_path() {
    let terms = signed(
        "large",
        &["targets.response.1=30m", "targets.response.p2=8h"],
    )
    .terms;
    let first = target(&terms, "response", 0);
    assert_eq!(first.promise, within("30m"));
    assert!(first.negotiable, "the rest of the target stays");
    assert_eq!(first.waits_for.as_deref(), Some("business-hours"));
    assert_eq!(first.source.clause, None, "no clause says 30m");
    assert_eq!(
        first.source.note.as_deref(),
        Some("agreed at signing; the plan says 1h")
    );
    let second = target(&terms, "response", 1);
    assert_eq!(second.promise, within("8h"));
    assert_eq!(
        second.source.clause.as_deref(),
        Some("A-9"),
        "it left this open"
    );

    let terms = signed("small", &["hours=mon-sat 08:00-20:00", "contacts=7"]).terms;
    assert_eq!(terms.hours.as_deref(), Some("mon-sat 08:00-20:00"));
    assert_eq!(terms.contacts, Agreed::Is(Seats::AtMost(7)));
}

#[test]
fn one_priority_is_agreed_out_of_a_target_for_all() {
    let terms = signed("large", &["targets.resolution.p1=8h"]).terms;
    assert_eq!(target(&terms, "resolution", 0).promise, within("8h"));
    assert_eq!(target(&terms, "resolution", 1).promise, Promise::Open);
    let terms = signed("small", &["targets.resolution.p2=3bd"]).terms;
    assert_eq!(target(&terms, "resolution", 0).promise, Promise::None);
    assert_eq!(target(&terms, "resolution", 1).promise, within("3bd"));
}

#[test]
fn lists_are_agreed_whole_or_word_by_word() {
    let included = |set: &[&str]| {
        let terms = signed("small", set).terms;
        let channels = terms
            .channels
            .iter()
            .filter(|c| c.included)
            .map(|c| c.id.clone());
        let topics = terms
            .topics
            .iter()
            .filter(|t| t.included)
            .map(|t| t.id.clone());
        channels.chain(topics).collect::<Vec<_>>()
    };
    assert_eq!(
        included(&["channels=email,phone"]),
        ["email", "phone", "faults"]
    );
    assert_eq!(included(&["channels+=phone"]), ["email", "phone", "faults"]);
    assert_eq!(included(&["channels-=email"]), ["faults"]);
    assert_eq!(
        included(&["topics+=networks"]),
        ["email", "faults", "networks"]
    );
}

#[test]
fn what_cannot_be_agreed_is_refused_with_what_would_be_right() {
    let nothing = "contacts".parse::<PathValue>().unwrap_err();
    assert_eq!(nothing.to_string(), "`contacts` sets nothing");
    assert_eq!(steps(&nothing), ["write `--set contacts=VALUE`"]);
    for (set, message, hint) in [
        (
            "targets.response.p1=3d",
            "`3d` is no promise: three working days, or 72 hours?",
            "write `3bd`, `3 calendar days` or `72h`",
        ),
        (
            "targets.respose.p1=3h",
            "no term `targets.respose.p1`",
            "did you mean `targets.response.p1`?",
        ),
        (
            "business-hours=worldwide",
            "no term `business-hours`",
            "did you mean `calendars.business-hours`?",
        ),
        (
            "calendars.business-hours=word-wide",
            "`calendars.business-hours` cannot be `word-wide`: the plan has worldwide or north-america",
            "did you mean `--set calendars.business-hours=worldwide`?",
        ),
        ("contcts=5", "no term `contcts`", "did you mean `contacts`?"),
        (
            "channels=phnoe",
            "no channel `phnoe`, in `channels`",
            "did you mean `phone`?",
        ),
        (
            "zone=UTC+3",
            "`zone` cannot be `UTC+3`: the plan has UTC+1 or UTC+8",
            "did you mean `--set zone=UTC+1`?",
        ),
    ] {
        let (said, hints) = refused("small", &[set]);
        assert_eq!(said, message, "{set}");
        assert_eq!(hints.first().map(String::as_str), Some(hint), "{set}");
    }
    let (said, hints) = refused("small", &["contacts=lots"]);
    assert_eq!(said, "`contacts` cannot be `lots`");
    assert_eq!(
        hints,
        ["expected a whole number, unlimited, open or { one-of = [...] }"]
    );
    let nothing = "contacts".parse::<PathValue>().unwrap_err();
    assert_eq!(nothing.to_string(), "`contacts` sets nothing");
    assert_eq!(steps(&nothing), ["write `--set contacts=VALUE`"]);
}

#[test]
fn equal_documents_have_equal_hashes_and_others_have_not() {
    let hash = |plan, set: &[&str]| signed(plan, set).document.hash();
    assert_eq!(hash("small", &[]), hash("small", &[]));
    assert_ne!(hash("small", &["contacts=5"]), hash("small", &[]));
    assert_ne!(hash("small", &[]), hash("large", &[]));
    // left open knowingly is not left open by the plan
    assert_ne!(hash("small", &["contacts=open"]), hash("small", &[]));
}

#[test]
fn a_document_says_the_clause_and_the_layer_of_each_path() {
    let agreed = signed("large", &["targets.response.p1=30m", "channels-=phone"]);
    let text = agreed.document.text();
    for row in [
        r#"["plan","large","A-9","plan"]"#,
        r#"["contacts","open","A-1","file"]"#,
        r#"["targets.response.p1.within","30m",null,"agreed"]"#,
        r#"["targets.response.p1.note","agreed at signing; the plan says 1h",null,"agreed"]"#,
        r#"["targets.response.p1.negotiable",true,"A-9","plan"]"#,
        r#"["targets.response.p2.within",{"one-of":["4h","8h"]},"A-9","plan"]"#,
        r#"["milestones.response.paused-by",[],null,"default"]"#,
        r#"["milestones.response.on-reopen","keep",null,"default"]"#,
        r#"["milestones.resolution.on-reopen","continue",null,"default"]"#,
        r#"["topics.networks.included",false,null,"default"]"#,
        r#"["channels.email.included",true,null,"default"]"#,
        r#"["channels.phone.included",false,null,"agreed"]"#,
        r#"["holidays",[],null,"default"]"#,
    ] {
        assert!(text.contains(row), "no {row} in {text}");
    }
}
