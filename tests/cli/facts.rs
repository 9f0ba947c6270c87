//! What a source says and no key holds: facts and notes, shown wherever terms are.

use crate::sandbox::Sandbox;

const PLAN: &str = r#"
schema = 1
vendor = "own"
zone = "UTC"
hours = "around-the-clock"

[facts]
maintenance = { title = "Maintenance", text = "every second Thursday from 21:00", clause = "7.2" }
languages = "English and German"

[priorities]
high = "High"

[channels]
note = "the page names two more, without saying how"
email = "E-mail"

[topics]
faults = "Faults"

[milestones.response]
met-by = ["replied"]

[plans.std]
note = "sold until the end of the year"
targets.response = { high = { within = "1h", note = "mostly sooner" } }

[plans.small]
facts.maintenance = "none"
targets.response = "none"
"#;

#[test]
fn facts_and_notes_are_shown_wherever_terms_are() {
    let desk = Sandbox::of_plan(PLAN);
    desk.signs_acme();
    let everything = [
        "every second Thursday from 21:00",
        "English and German",
        "the page names two more, without saying how",
        "sold until the end of the year",
    ];
    for line in [
        "sladesk --plans plans plan show own/std -f text",
        "sladesk --plans plans plan show own/std -f tsv",
        "sladesk --plans plans plan show own/std -f json",
        "sladesk --plans plans plan show own/std -f markdown",
        "sladesk --plans plans plan compare own/std own/small -f tsv",
        "sladesk --plans plans plan compare own/std own/small -f markdown",
        "sladesk contract show acme -f text",
        "sladesk report quarterly --period 2026-10 -f json",
        "sladesk report quarterly --period 2026-10 -f markdown",
    ] {
        // a page may break a line
        let told = desk.done(line);
        let told = told.split_whitespace().collect::<Vec<_>>().join(" ");
        for said in everything {
            assert!(told.contains(said), "{line}: no `{said}`\n{told}");
        }
        assert!(told.contains("7.2"), "{line}: no clause\n{told}");
    }
    for format in ["json", "markdown"] {
        let of_customer = desk.done(&format!(
            "sladesk report quarterly customer:acme --period 2026-10 -f {format}"
        ));
        assert!(of_customer.contains("English and German"), "{of_customer}");
        // what the author of a plan noted is not for the customer
        assert!(!of_customer.contains("names two more"), "{of_customer}");
    }
    let small = desk.done("sladesk --plans plans plan show own/small -f text");
    assert!(!small.contains("Thursday"), "{small}");
    let quarter = desk.json("sladesk report quarterly --period 2026-10");
    let said = quarter["also_said"].as_array().expect("a list");
    let paths: Vec<&str> = said.iter().filter_map(|one| one["path"].as_str()).collect();
    let known = [
        "channels.note",
        "facts.maintenance",
        "facts.languages",
        "note",
    ];
    assert_eq!(paths, known, "{said:?}");
}

#[test]
fn a_note_is_no_change_of_what_is_agreed() {
    let desk = Sandbox::of_plan(PLAN);
    let edited = PLAN.replace("sold until the end of the year", "sold for ever");
    assert_ne!(edited, PLAN);
    desk.file("edited.toml", &edited);
    let said = desk.done(
        "sladesk --plans plans plan diff own/std edited.toml:std -f tsv --fields path,old,new",
    );
    assert_eq!(
        said,
        "note\tsold until the end of the year\tsold for ever\n"
    );
}
