//! Whole files and whole signings.

use super::*;
use crate::core::terms::{Agreed, Promise, Seats, Target, Terms};

/// A small file with every shape that the tests need.
pub(super) const ACME: &str = r#"
schema = 1
vendor = "acme"
zone = { one-of = ["UTC+1", "UTC+8"] }
contacts = "open"
[clause]
contacts = "A-1"
targets = { response = "A-2" }
[priorities]
p1 = { title = "Down", aliases = ["1"] }
p2 = "The rest"
[milestones.response]
met-by = ["replied"]
[milestones.resolution]
met-by = ["resolved"]
[calendars]
business-hours = { one-of = ["worldwide", "north-america"] }
worldwide = "mon-fri 09:00-17:00"
north-america = { week = "mon-fri 08:00-17:00", clause = "A-3" }
[channels]
email = "E-mail"
phone = "Phone"
[topics]
faults = "Faults"
networks = { title = "Networks", excluded = true }
[plans.small]
hours = "business-hours"
channels = ["email"]
targets.response = { p1 = "4h", p2 = "open" }
targets.resolution = "none"
[plans.large]
hours = "around-the-clock"
clause = "A-9"
targets.response = { p1 = { within = "1h", hours = "business-hours", negotiable = true }, p2 = { one-of = ["4h", "8h"] } }
targets.resolution = "open"
allowances.visits = { cases = "open", per = "quarter" }
"#;

pub(super) fn file(text: &str) -> PlanFile {
    let reading = PlanFile::read("plans/acme.toml", text.as_bytes(), &SystemNames::default());
    let drawn: String = reading.found.iter().map(Diagnostic::draw).collect();
    reading.file.unwrap_or_else(|| panic!("{drawn}"))
}

fn agreed(set: &[&str]) -> Vec<PathValue> {
    let read = |text: &&str| text.parse().expect("it sets a value");
    set.iter().map(read).collect()
}

fn agreement(set: &[&str]) -> Agreement {
    Agreement {
        set: agreed(set),
        ..Agreement::default()
    }
}

fn signed(plan: &str, set: &[&str]) -> Signed {
    let signed = file(ACME).sign(plan, &agreement(set), &SystemNames::default());
    signed.unwrap_or_else(|error| panic!("{set:?}: {error}"))
}

fn refused(plan: &str, set: &[&str]) -> (String, Vec<String>) {
    let error = file(ACME)
        .sign(plan, &agreement(set), &SystemNames::default())
        .unwrap_err();
    (error.to_string(), error.hints())
}

fn target<'t>(terms: &'t Terms, milestone: &str, priority: usize) -> &'t Target {
    &terms
        .milestone(milestone)
        .expect("the milestone is there")
        .targets[priority]
}

fn within(text: &str) -> Promise {
    Promise::Within(text.parse().expect("a duration"))
}

#[test]
fn a_plan_says_only_what_differs_from_its_file() {
    let small = file(ACME).terms("small").expect("the plan is there");
    assert_eq!(small.contacts, Agreed::Open);
    assert_eq!(small.sources["contacts"].clause.as_deref(), Some("A-1"));
    assert_eq!(target(&small, "response", 0).promise, within("4h"));
    assert_eq!(
        target(&small, "response", 0).source.clause.as_deref(),
        Some("A-2")
    );
    assert_eq!(target(&small, "resolution", 0).promise, Promise::None);
    assert_eq!(
        small
            .channels
            .iter()
            .map(|c| c.included)
            .collect::<Vec<_>>(),
        [true, false]
    );
    assert_eq!(
        small.topics.iter().map(|t| t.included).collect::<Vec<_>>(),
        [true, false]
    );
}

#[test]
fn impact_and_urgency_give_a_priority_where_the_plan_or_its_file_says_so() {
    let text = format!(
        "{ACME}{}",
        r#"
[impacts]
wide = "Widespread"
narrow = "One person"
[urgencies]
now = "Now"
later = "Later"
[priority-matrix]
clause = "A-5"
wide = { now = "p1", later = "p2" }
narrow = { now = "p2" }
[plans.large.priority-matrix]
narrow = { later = "p1" }
"#
    );
    let file = file(&text);
    let given = |plan: &str, impact: &str, urgency: &str| {
        let terms = file.terms(plan).expect("the plan is there");
        let cell = terms.matrix_cell(impact, urgency)?;
        Some((cell.priority.clone(), cell.source.clause.clone()))
    };
    let of_the_file = Some(("p2".to_owned(), Some("A-5".to_owned())));
    assert_eq!(given("small", "wide", "later"), of_the_file);
    assert_eq!(given("small", "narrow", "later"), None);
    assert_eq!(given("large", "wide", "later"), of_the_file);
    let of_the_plan = Some(("p1".to_owned(), Some("A-9".to_owned())));
    assert_eq!(given("large", "narrow", "later"), of_the_plan);
    let small = file.terms("small").expect("the plan is there");
    assert_eq!(small.impacts[0].title, "Widespread");
    assert!(small.has_matrix() && !signed("small", &[]).terms.has_matrix());
}

#[test]
fn the_nearest_clause_wins() {
    let large = file(ACME).terms("large").expect("the plan is there");
    assert_eq!(
        target(&large, "response", 0).source.clause.as_deref(),
        Some("A-9")
    );
    assert_eq!(
        large.sources["contacts"].clause.as_deref(),
        Some("A-1"),
        "said in the file"
    );
    assert_eq!(
        large.sources["hours"].clause.as_deref(),
        Some("A-9"),
        "said in the plan"
    );
}

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
    assert_eq!(error.hints(), ["did you mean `north-america`?"]);
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
    assert_eq!(nothing.hints(), ["write `--set contacts=VALUE`"]);
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
    assert_eq!(nothing.hints(), ["write `--set contacts=VALUE`"]);
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
fn plans_are_found_by_whatever_names_them() {
    let catalogue = Catalogue::built_in(SystemNames::default());
    let name = |typed: &str| catalogue.find(typed).map(|found| found.name());
    assert_eq!(name("creatio/business").as_deref(), Ok("creatio/business"));
    assert_eq!(name("elite").as_deref(), Ok("csd-group/elite"));
    assert_eq!(name("csd-group").as_deref(), Ok("csd-group/elite"));
    assert_eq!(
        name("premium").unwrap_err().to_string(),
        "`premium` can be bpmonline/premium, creatio/premium or credenti/premium"
    );
    let nearest = |typed: &str| name(typed).unwrap_err().hints().remove(0);
    assert_eq!(nearest("creatio/premum"), "did you mean `creatio/premium`?");
    assert_eq!(nearest("creato/premium"), "did you mean `creatio/premium`?");
    assert_eq!(nearest("elit"), "did you mean `csd-group/elite`?");
    assert!(nearest("xyzzy").starts_with("there are `bpmonline/base`"));
    assert_eq!(catalogue.all().len(), 11);
    assert!(catalogue.bad().is_empty());
}

#[test]
fn a_file_in_a_folder_replaces_the_vendors_file_whole() {
    let folder = tempfile::tempdir().expect("a folder");
    std::fs::write(
        folder.path().join("mine.toml"),
        ACME.replace("acme", "creatio"),
    )
    .expect("written");
    std::fs::write(folder.path().join("credenti.toml"), "schema = ").expect("written");
    let catalogue = Catalogue::built_in(SystemNames::default());
    let catalogue = catalogue
        .with_folder(folder.path())
        .expect("it can be read");
    assert!(catalogue.find("creatio/small").is_ok());
    assert!(catalogue.find("creatio/premium").is_err());
    let bad = catalogue.find("credenti/basic").unwrap_err();
    assert!(matches!(bad, PlanError::Bad { .. }), "{bad}");
    assert!(catalogue.find("csd-group/elite").is_ok());
    let path = folder.path().join("mine.toml");
    let found = catalogue
        .find(&format!("{}:large", path.display()))
        .expect("it is there");
    assert_eq!(found.name(), "creatio/large");
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

#[test]
fn what_was_signed_is_amended_by_the_same_paths() {
    let names = SystemNames::default();
    let first = signed("large", &["targets.response.p1=30m", "contacts=3"]);
    let set = agreed(&["targets.response.p1=15m", "contacts=4"]);
    let amended = first
        .document
        .set(&set, &names)
        .expect("the paths are known");
    let terms = amended.terms();
    let says: Vec<String> = diff(&first.document, &amended)
        .into_iter()
        .map(|d| d.says)
        .collect();
    assert_eq!(
        says,
        [
            "contacts: 3 -> 4",
            "response p1: 30 min, counted in business-hours, \
        negotiable for each ticket -> 15 min, counted in business-hours, negotiable for each ticket"
        ]
    );
    let note = target(&terms, "response", 0).source.note.as_deref();
    assert_eq!(note, Some("agreed at signing; the plan says 1h"));
    assert_eq!(
        amended.differences(&first.document),
        ["contacts", "targets.response.p1.within"]
    );
    let error = first
        .document
        .set(&agreed(&["contcts=4"]), &names)
        .unwrap_err();
    assert_eq!(error.hints(), ["did you mean `contacts`?"]);
}

#[test]
fn what_was_agreed_goes_along_onto_another_plan_and_what_has_no_place_there_is_named() {
    let names = SystemNames::default();
    let small = signed(
        "small",
        &[
            "contacts=3",
            "targets.response.p1=30m",
            "targets.resolution.p2=3bd",
            "topics+=networks",
        ],
    );
    let large = file(ACME).document("large").expect("the plan is there");
    let (renewed, lost) = large
        .renew(&small.document, &Agreement::default(), &names)
        .expect("it can be agreed");
    assert_eq!(
        lost,
        ["targets.resolution.p2.within"],
        "no business days there"
    );
    assert_eq!(renewed.terms.contacts, Agreed::Is(Seats::AtMost(3)));
    assert_eq!(target(&renewed.terms, "response", 0).promise, within("30m"));
    assert!(
        target(&renewed.terms, "response", 0).negotiable,
        "as the plan says"
    );
    assert_eq!(
        target(&renewed.terms, "resolution", 0).promise,
        Promise::Open
    );
    assert!(renewed.terms.topics[1].included);

    let large = signed(
        "large",
        &[
            "allowances.visits.cases=9",
            "targets.response.p2=8h",
            "contacts=open",
        ],
    );
    let without = ACME
        .replace("p2 = \"open\" }", "p2 = { one-of = [\"4h\", \"6h\"] } }")
        .replace("contacts = \"open\"", "contacts = 2");
    let small = file(&without).document("small").expect("the plan is there");
    let (renewed, lost) = small
        .renew(&large.document, &Agreement::default(), &names)
        .expect("it can be agreed");
    assert_eq!(lost, ["targets.response.p2.within"]);
    assert_eq!(
        renewed.terms.allowances.len(),
        1,
        "an allowance needs no place"
    );
    assert_eq!(
        renewed.terms.contacts,
        Agreed::Is(Seats::AtMost(2)),
        "what was left open is settled there"
    );
}

#[test]
fn the_built_in_files_hold_to_their_cases() {
    let system_names = SystemNames::default();
    let catalogue = Catalogue::built_in(system_names.clone());
    for vendor in catalogue.vendors() {
        let file = catalogue.vendor(vendor).expect("it is built in");
        let results = run_cases(&file, &system_names);
        assert!(results.len() >= 3, "{vendor} has {} cases", results.len());
        for result in results {
            assert_eq!(result.failures, [""; 0], "{vendor}: {}", result.name);
        }
    }
}

#[test]
fn a_file_to_start_from_passes_and_holds_to_its_case() {
    let system_names = SystemNames::default();
    let text = starting_file("newcomer");
    let found = check("newcomer.toml", text.as_bytes(), &system_names);
    let drawn: String = found.iter().map(Diagnostic::draw).collect();
    assert_eq!(drawn, "");
    let results = run_cases(&file(&text), &system_names);
    assert_eq!(results.len(), 1);
    assert_eq!(results[0].failures, [""; 0]);
}
