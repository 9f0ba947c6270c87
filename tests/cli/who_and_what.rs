//! Who may ask for what, through what: priorities and components of a plan, what comes through a
//! channel and when it is served.

use crate::sandbox::Sandbox;

const PLAN: &str = r#"
schema = 1
vendor = "own"
zone = "UTC"
hours = "around-the-clock"

[priorities]
p1 = "High"
p2 = "Medium"
p3 = "Low"
[channels]
chat = "Chat"
portal = { title = "Portal", never-for = ["p1", "at-night", "de"] }
phone = { title = "Telephone", only-for = ["p1", "quota"] }
[topics]
faults = "Faults"
quota = "Quota"
[components]
zammad = "Zammad"
nextcloud = "Nextcloud"
[kinds]
at-night = { title = "At night", outside = "mon-fri 09:00-17:00" }
[milestones.response]
met-by = ["replied"]

[plans.std]
targets.response = "4h"
reachable = { phone = "mon-fri 09:00-17:00" }

[plans.small]
priorities = { all-but = ["p1"] }
components = ["zammad"]
targets.response = { p2 = "4h", p3 = "8h" }

[plans.other]
components = ["nextcloud"]
targets.response = "8h"
"#;

fn desk() -> Sandbox {
    let sandbox = Sandbox::of_plan(PLAN);
    sandbox.signs_acme();
    for line in [
        "customer add globex --name Globex",
        "--plans plans contract sign globex own/small",
        "contact add globex gina@globex.example --name Gina",
    ] {
        sandbox.done(&format!("sladesk --now 2026-10-01T08:00:00Z {line}"));
    }
    sandbox
}

#[test]
fn a_channel_takes_what_the_plan_says() {
    let sandbox = desk();
    sandbox.done("sladesk plan check plans/own.toml");
    for (asked, says, remedy) in [
        (
            "-p p1 -c portal",
            "portal is never for p1",
            "use chat or phone",
        ),
        (
            "-p p2 -c phone -t faults",
            "phone is only for p1 and quota",
            "use chat or portal",
        ),
        (
            "-p p2 -c portal --at 2026-10-01T20:00Z",
            "portal is never for at-night",
            "use chat",
        ),
    ] {
        let ran = sandbox.run(&format!(
            "sladesk --plans plans may dana@acme.example {asked} --now 2026-10-01T10:00:00Z -f json"
        ));
        assert_eq!(ran.status, 3, "{asked}: {}{}", ran.stdout, ran.stderr);
        assert!(ran.stdout.contains(says), "{says}: {}", ran.stdout);
        assert!(ran.stdout.contains(remedy), "{remedy}: {}", ran.stdout);
    }
    for allowed in [
        "-p p1 -c phone",
        "-p p2 -c phone -t quota",
        "-p p2 -c portal",
    ] {
        sandbox.done(&format!(
            "sladesk --plans plans may dana@acme.example {allowed} --now 2026-10-01T10:00:00Z"
        ));
    }
    let overridden = "sladesk --plans plans open dana@acme.example Odd -p p2 -t faults -c phone \
                      --override channel -m all --now 2026-10-01T10:00:00Z";
    sandbox.done(overridden);
    sandbox.tells(
        "sladesk show 1 --now 2026-10-01T10:00:00Z",
        r#"{"courtesy": false}"#,
    );
}

#[test]
fn a_channel_takes_a_language_with_its_regions_however_that_is_spelt() {
    for (rule, language, taken) in [
        ("only-for", "en", true),
        ("only-for", "en-GB", true),
        ("only-for", "en-gb", true),
        ("only-for", "de", false),
        ("never-for", "en-GB", false),
        ("never-for", "de", true),
    ] {
        let sandbox = Sandbox::of_plan(&PLAN.replace(
            "chat = \"Chat\"",
            &format!("chat = {{ title = \"Chat\", {rule} = [\"en\"] }}"),
        ));
        sandbox.signs_acme();
        let ran = sandbox.run(&format!(
            "sladesk --plans plans may dana@acme.example -p p1 -c chat --language {language} --now 2026-10-01T10:00:00Z"
        ));
        let status = if taken { 0 } else { 3 };
        assert_eq!(
            ran.status, status,
            "{rule} {language}: {}{}",
            ran.stdout, ran.stderr
        );
    }
}

#[test]
fn a_channel_that_nobody_serves_then_is_a_remark() {
    let sandbox = desk();
    let may = "sladesk --plans plans may dana@acme.example -p p1";
    let ran = sandbox.run(&format!("{may} -c phone --now 2026-10-01T20:00:00Z"));
    assert_eq!(ran.status, 0, "{}", ran.stderr);
    assert!(
        ran.stdout.contains("phone is not served at this hour"),
        "{}",
        ran.stdout
    );
    let night = sandbox.done(&format!("{may} --now 2026-10-01T20:00:00Z"));
    assert!(
        night.contains("open now: chat and portal; closed: phone"),
        "{night}"
    );
    let day = sandbox.done(&format!("{may} --now 2026-10-01T10:00:00Z"));
    assert!(day.contains("open now: chat, portal and phone"), "{day}");
}

#[test]
fn a_priority_that_a_plan_has_not_is_refused_wherever_it_is_asked_for() {
    let sandbox = desk();
    let open = "sladesk --plans plans open gina@globex.example Slow -c chat --component zammad";
    let refused = sandbox.run(&format!("{open} -p p1 --now 2026-10-01T10:00:00Z"));
    assert_eq!(refused.status, 3, "{}", refused.stderr);
    assert!(
        refused.stderr.contains("p1 is not included in own/small"),
        "{}",
        refused.stderr
    );
    assert!(refused.stderr.contains("own/std"), "{}", refused.stderr);
    sandbox.done(&format!("{open} -p p2 --now 2026-10-01T10:00:00Z"));
    let raised = sandbox.run("sladesk --plans plans priority 1 p1 --now 2026-10-01T11:00:00Z");
    assert_eq!(raised.status, 3, "{}", raised.stderr);
    assert!(raised.stderr.contains("own/small"), "{}", raised.stderr);
    sandbox.done(
        "sladesk --plans plans open dana@acme.example Fast -c chat -p p1 --now 2026-10-01T10:00:00Z",
    );
    let moved = sandbox.run("sladesk move 2 globex --now 2026-10-01T11:00:00Z");
    assert_eq!(moved.status, 2, "{}", moved.stderr);
    assert!(
        moved.stderr.contains("own/small has no p1"),
        "{}",
        moved.stderr
    );
    sandbox.done("sladesk move 2 globex -p p2 --now 2026-10-01T11:00:00Z");
    sandbox.tells(
        "sladesk show 2 --now 2026-10-01T11:00:00Z",
        r#"{"priority": "p2"}"#,
    );
    sandbox.done("sladesk db check --now 2026-10-01T12:00:00Z");
}

#[test]
fn a_component_is_covered_by_the_contract_that_names_it() {
    let sandbox = desk();
    let open = "sladesk --plans plans open gina@globex.example Slow -c chat -p p2";
    let asked = format!("{open} --component nextcloud --now 2026-10-01T10:00:00Z");
    let refused = sandbox.run(&asked);
    assert_eq!(refused.status, 3, "{}", refused.stderr);
    assert!(
        refused
            .stderr
            .contains("nextcloud is not included in own/small"),
        "{}",
        refused.stderr
    );
    sandbox.done(&format!("{asked} --override component -m all"));
    sandbox.tells(
        "sladesk show 1 --now 2026-10-01T10:00:00Z",
        r#"{"courtesy": true}"#,
    );
    sandbox.done(
        "sladesk --now 2026-10-01T11:00:00Z --plans plans contract sign globex own/other --start 2026-10-01",
    );
    sandbox.done(&format!(
        "{open} --component nextcloud --now 2026-10-01T12:00:00Z"
    ));
    sandbox.tells(
        "sladesk show 2 --now 2026-10-01T12:00:00Z",
        r#"{"plan": "own/other"}"#,
    );
}

#[test]
fn a_plan_without_channels_asks_for_none() {
    let without = PLAN.replace("[channels]\n", "[services]\n");
    let without: String = without
        .lines()
        .filter(|line| !line.contains("-for") && !line.contains("reachable"))
        .map(|line| format!("{line}\n"))
        .collect();
    let sandbox = Sandbox::of_plan(&without);
    sandbox.signs_acme();
    sandbox.done("sladesk open dana@acme.example Odd -p p2 --now 2026-10-01T10:00:00Z");
}
