//! Figures as a source publishes them: months, ranges, words without a time, how binding each is.

use crate::sandbox::Sandbox;

const PLAN: &str = r#"
schema = 1
vendor = "own"
zone = "UTC"
hours = "mon-fri 09:00-17:00"

[priorities]
high = "High"
low = "Low"

[channels]
email = "E-mail"

[milestones.response]
met-by = ["replied"]
[milestones.fix]
met-by = ["resolved"]

[plans.std]
targets.response = { high = { within = "4 business hours", cut-off = "15:00" }, low = { within = "3bd", says = "2-3 business days", commitment = "objective" } }
targets.fix = { high = "1 month", low = { within = "best-effort", says = "with the next release", clause = "4.1" } }
"#;

#[test]
fn a_plan_shows_each_figure_as_it_is_published_and_what_is_counted() {
    let desk = Sandbox::of_plan(PLAN);
    let page = desk.done("sladesk --plans plans plan show own/std -f tsv --fields path,value");
    for (path, says) in [
        (
            "targets.response.high",
            "4 h, after 15:00 from the next opening",
        ),
        (
            "targets.response.low",
            "2-3 business days, counted as 3 business days, objective",
        ),
        ("targets.fix.high", "1 month"),
        (
            "targets.fix.low",
            "with the next release: best effort, without a time",
        ),
    ] {
        let line = format!("{path}\t{says}");
        assert!(
            page.lines().any(|read| read == line),
            "no `{line}` in\n{page}"
        );
    }
}

#[test]
fn clocks_run_by_them_and_best_effort_has_none() {
    let desk = Sandbox::of_plan(PLAN);
    desk.signs_acme();
    for (priority, at) in [
        ("high", "2026-10-02T15:30:00Z"),
        ("low", "2026-10-02T15:40:00Z"),
    ] {
        desk.done(&format!(
            "sladesk --now {at} open dana@acme.example \"It is slow\" -p {priority} -c email"
        ));
    }
    let high = desk.json("sladesk show 1");
    let due = |milestone: &str| {
        let clocks = high["clocks"].as_array().expect("clocks");
        let clock = clocks.iter().find(|clock| clock["milestone"] == milestone);
        clock.map(|clock| clock["due"].clone()).expect("a clock")
    };
    assert_eq!(due("response"), "2026-10-05T13:00:00Z");
    assert_eq!(due("fix"), "2026-11-02T15:30:00Z");
    let low = desk.json("sladesk show 2");
    let clocks = low["clocks"].as_array().expect("clocks").iter();
    let milestones: Vec<_> = clocks.map(|clock| clock["milestone"].clone()).collect();
    assert_eq!(milestones, ["response"]);
    let why = desk.done("sladesk explain 2 fix");
    let published = "with the next release: best effort, without a time";
    assert!(why.contains(&format!("{published} (4.1)")), "{why}");
    let quarter = desk.json("sladesk report quarterly customer:acme --period 2026-10");
    let silent = quarter["not_promised"].as_array().expect("a list");
    let whys: Vec<_> = silent.iter().map(|one| one["why"].clone()).collect();
    assert_eq!(whys, ["best effort, without a time"], "{silent:?}");
    for report in ["sla", "quarterly"] {
        let page = desk.done(&format!(
            "sladesk report {report} customer:acme --period 2026-10 -f markdown"
        ));
        assert!(page.contains(published), "{report}: {page}");
    }
}

#[test]
fn words_of_the_trade_are_asked_back_with_what_says_them() {
    let desk = Sandbox::of_plan(PLAN);
    for (written, hint) in [
        ("best effort", "`\"best-effort\"`"),
        ("2-3 business days", "says = \"2-3 business days\""),
        ("next release", "says = \"next release\""),
        ("2 working weeks", "`10bd`"),
    ] {
        let text = PLAN.replace("4 business hours", written);
        desk.file("plan.toml", &text);
        let ran = desk.run("sladesk plan check plan.toml");
        assert_ne!(ran.status, 0, "{written}");
        assert!(ran.stderr.contains(hint), "{written}: {}", ran.stderr);
    }
}

#[test]
fn the_words_are_those_of_the_limit_that_governs() {
    let kinds = "targets.response = { high = { within = \"3bd\", says = \"three of them\" }, \
                 low = { within = \"3bd\", says = \"2-3 business days\", negotiable = true }, \
                 when.phone = { low = { within = \"3bd\", says = \"the third day\" } } }";
    let line = PLAN
        .lines()
        .find(|line| line.starts_with("targets.response"));
    let plan = PLAN.replace(line.expect("it has targets"), kinds).replace(
        "email = \"E-mail\"",
        "email = \"E-mail\"\nphone = \"Telephone\"",
    );
    let desk = Sandbox::of_plan(&plan);
    desk.signs_acme();
    let at = "--now 2026-10-01T10:00:00Z";
    let of_kinds = [
        ("low", "email", "2-3 business days"),
        ("low", "phone", "the third day"),
        ("high", "phone", "three of them"),
    ];
    for (number, (priority, channel, says)) in (1..).zip(of_kinds) {
        desk.done(&format!(
            "sladesk {at} open dana@acme.example \"Slow\" -p {priority} -c {channel}"
        ));
        for line in [
            format!("show {number} -f markdown"),
            format!("explain {number} response -f markdown"),
            format!("may dana@acme.example -p {priority} -c {channel} -f markdown"),
        ] {
            let page = desk.done(&format!("sladesk {at} {line}"));
            let others = of_kinds.iter().filter(|(.., other)| *other != says);
            assert!(page.contains(says), "{line}: no `{says}` in\n{page}");
            for (.., other) in others {
                assert!(!page.contains(other), "{line}: `{other}` in\n{page}");
            }
        }
    }
    // a figure that was agreed for the ticket alone nobody published
    desk.done(&format!("sladesk {at} agree 1 response 3bd"));
    let page = desk.done(&format!("sladesk {at} explain 1 response -f markdown"));
    assert!(!page.contains("2-3 business days"), "{page}");
}
