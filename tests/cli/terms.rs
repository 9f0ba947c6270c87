//! What a contract agreed stays what it agreed, whatever has become of the plan file since.

use serde_json::Value;

use crate::sandbox::Sandbox;

const PLAN: &str = r#"
schema = 1
vendor = "own"
hours = "mon-fri 09:00-17:00"
zone = "UTC"
contacts = 5
holidays = ["spain"]
[priorities]
p1 = "One"
p2 = "Two"
[channels]
email = "E-mail"
phone = "Phone"
[milestones.response]
met-by = ["replied"]
[targets]
response = { p1 = "2h", p2 = "8h" }
[plans.std]
channels = ["email"]
[plans.plus]
targets.response = { p1 = "1h", p2 = "4h" }
[plans.quick]
targets.response = { p1 = "1h", p2 = { one-of = ["4h", "6h"] } }
"#;

/// Acme on `own/std`, with what was agreed.
fn signed(set: &str) -> Sandbox {
    let desk = Sandbox::of_plan(PLAN);
    desk.done("sladesk customer add acme --name Acme");
    desk.done(&format!(
        "sladesk --plans plans contract sign acme own/std --start 2026-10-01 {set}"
    ));
    desk
}

/// The lines of the terms of contract 1, by their paths.
fn said(desk: &Sandbox, path: &str) -> Option<String> {
    let shown = desk.done("sladesk plan show acme -f json");
    let shown: Value = serde_json::from_str(&shown).expect("JSON");
    let lines = shown["terms"].as_array().expect("its terms are a list");
    let line = lines.iter().find(|line| line["path"] == path)?;
    line["value"].as_str().map(str::to_owned)
}

fn hash(desk: &Sandbox) -> Value {
    let shown = desk.done("sladesk plan show acme -f json");
    let shown: Value = serde_json::from_str(&shown).expect("JSON");
    shown["hash"].clone()
}

#[test]
fn an_amendment_takes_in_no_edit_of_the_plan_file() {
    let desk = signed("");
    let edited = PLAN
        .replace("[\"spain\"]", "[\"spain\", \"cyprus\"]")
        .replace("p1 = \"One\"", "urgent = \"One\"")
        .replace("p1 = \"2h\"", "urgent = \"3h\"")
        .replace("p1 = \"1h\"", "urgent = \"1h\"");
    desk.file("plans/own.toml", &edited);
    desk.done(
        "sladesk --plans plans contract amend acme --start 2026-10-20 --set holidays+=vietnam",
    );
    let desk = desk.at("2026-10-21T09:00:00Z");
    assert_eq!(said(&desk, "holidays").as_deref(), Some("spain, vietnam"));
    // in its own words, which the file has no more
    desk.done("sladesk --plans plans contract amend acme --start 2026-10-21 --set targets.response.p1=90m");
    assert_eq!(
        said(&desk, "targets.response.p1").as_deref(),
        Some("1 h 30 min")
    );
    assert_eq!(said(&desk, "targets.response.p2").as_deref(), Some("8 h"));
}

#[test]
fn a_contract_is_amended_when_its_plan_file_is_gone_or_wrong() {
    for text in ["", "schema = "] {
        let desk = signed("--set targets.response.p2=6h");
        match text {
            "" => std::fs::remove_file(desk.path("plans/own.toml")).expect("it was there"),
            text => drop(desk.file("plans/own.toml", text)),
        }
        desk.done("sladesk --plans plans contract amend acme --start 2026-10-14 --set contacts=7");
        assert_eq!(said(&desk, "contacts").as_deref(), Some("7"));
        assert_eq!(said(&desk, "targets.response.p2").as_deref(), Some("6 h"));
        desk.done("sladesk db check");
    }
}

#[test]
fn what_if_is_what_an_amendment_would_be() {
    for set in [
        "targets.response.p1=30m",
        "targets.response=3h",
        "holidays=none",
        "channels+=phone",
        "hours=around-the-clock",
        "contacts=2",
        "allowances.visits.cases=3",
        "milestones.response.paused-by=waiting-customer",
    ] {
        let desk = signed("--set targets.response.p2=6h");
        let asked =
            format!("sladesk report whatif customer:acme --set {set} --period 2026-10 -f json");
        let asked: Value = serde_json::from_str(&desk.done(&asked)).expect("JSON");
        desk.done(&format!(
            "sladesk --plans plans contract amend acme --start 2026-10-14 --set {set} --open-tickets keep"
        ));
        assert_eq!(asked["hash_then"], hash(&desk), "{set}");
    }
}

#[test]
fn what_was_agreed_goes_along_onto_another_plan_as_far_as_it_has_a_place_there() {
    let desk = signed("--set targets.response.p2=5h --set channels+=phone");
    let renew = |plan: &str| {
        let line =
            format!("sladesk --plans plans contract renew acme {plan} --start 2026-10-14 -n");
        let ran = desk.run(&line);
        assert_eq!(ran.status, 0, "{}", ran.stderr);
        ran.stderr
    };
    let onto_plus = renew("own/plus");
    assert!(!onto_plus.contains("no place"), "{onto_plus}");
    assert!(onto_plus.contains("response p1: 2 h -> 1 h"), "{onto_plus}");
    assert!(!onto_plus.contains("response p2"), "{onto_plus}");
    let asked =
        desk.run("sladesk --plans plans contract renew acme own/quick --start 2026-10-14 -n");
    assert!(
        asked.stderr.contains("--set targets.response.p2=4h"),
        "{}",
        asked.stderr
    );
    let onto_quick = renew("own/quick --set targets.response.p2=6h");
    let lost = "what was agreed on own/std has no place in own/quick: targets.response.p2.within";
    assert!(onto_quick.contains(lost), "{onto_quick}");

    let asked = "sladesk --plans plans report whatif customer:acme --plan own/plus --period 2026-10 -f json";
    let asked: Value = serde_json::from_str(&desk.done(asked)).expect("JSON");
    desk.done("sladesk --plans plans contract renew acme own/plus --start 2026-10-14");
    assert_eq!(
        asked["hash_then"],
        hash(&desk),
        "a what-if is what the renewal is"
    );
}

#[test]
fn terms_that_are_kept_otherwise_than_their_document_says_are_found() {
    let desk = signed("");
    desk.done("sladesk db check");
    let Some(file) = desk.desk_file() else { return };
    for (tamper, says) in [
        (
            "UPDATE terms SET body = replace(body, 'Two', 'Other')",
            "are kept otherwise",
        ),
        ("DELETE FROM terms", "are kept otherwise"),
    ] {
        let tampered = rusqlite::Connection::open(&file).expect("the desk's file");
        tampered.execute_batch(tamper).expect("it is SQL");
        drop(tampered);
        let found = desk.run("sladesk db check");
        assert!(
            found.stdout.contains(says),
            "{}{}",
            found.stdout,
            found.stderr
        );
    }
}
