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
            "“portal” is never for p1",
            "use chat or phone",
        ),
        (
            "-p p2 -c phone -t faults",
            "“phone” is only for p1 and quota",
            "use chat or portal",
        ),
        (
            "-p p2 -c portal --at 2026-10-01T20:00Z",
            "“portal” is never for at-night",
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

/// What a ticket is written in is the contact's language, else the customer's: the rules are asked
/// in the same that the ticket then has.
#[test]
fn the_language_of_who_asks_is_known_before_the_rules_are_asked() {
    let sandbox = desk();
    for line in [
        "contact add acme nils@acme.example --name Nils --language de",
        "customer edit globex --language de",
        "contact add globex ed@globex.example --name Ed --language en",
    ] {
        sandbox.done(&format!("sladesk --now 2026-10-01T09:00:00Z {line}"));
    }
    for (who, language, goes) in [
        ("dana@acme.example", None, true),
        ("nils@acme.example", Some("de"), false),
        ("nils@acme.example --language en", Some("en"), true),
        ("dana@acme.example --language de", Some("de"), false),
        ("gina@globex.example", Some("de"), false),
        ("ed@globex.example", Some("en"), true),
    ] {
        let asked = "-p p2 -c portal --now 2026-10-01T10:00:00Z -f json";
        let may = sandbox.run(&format!("sladesk --plans plans may {who} {asked}"));
        let (person, flags) = who.split_once(' ').unwrap_or((who, ""));
        let open = sandbox.run(&format!(
            "sladesk --plans plans open {person} Odd {flags} {asked}"
        ));
        assert_eq!(
            may.status,
            if goes { 0 } else { 3 },
            "{who}: {}",
            may.stderr
        );
        assert_eq!(
            open.status, may.status,
            "{who}: {}{}",
            open.stdout, open.stderr
        );
        match goes {
            true => {
                let opened: serde_json::Value = serde_json::from_str(&open.stdout).expect("json");
                assert_eq!(opened["language"].as_str(), language, "{who}");
            }
            false => assert!(
                may.stdout.contains("“portal” is never for de"),
                "{}",
                may.stdout
            ),
        }
    }
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
        ran.stdout.contains("“phone” is not served at this hour"),
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
        refused.stderr.contains("“p1” is not included in own/small"),
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
fn open_tickets_get_the_priority_that_is_named_where_amended_terms_have_not_theirs() {
    let sandbox = desk();
    let open =
        "sladesk --plans plans open dana@acme.example Hangs -c chat --now 2026-10-02T10:00:00Z -p";
    sandbox.done(&format!("{open} p1"));
    sandbox.done(&format!("{open} p3"));
    let amend = "sladesk --plans plans contract amend acme --start 2026-10-02 --set priorities=p2,p3 \
                 --open-tickets repin --now 2026-10-02T11:00:00Z";
    let refused = sandbox.run(amend);
    assert_eq!(refused.status, 2, "{}", refused.stderr);
    for says in [
        "own/std has no p1",
        "`contract amend` needs the priority",
        "p2",
    ] {
        assert!(refused.stderr.contains(says), "{says}: {}", refused.stderr);
    }
    let unknown = sandbox.run(&format!("{amend} -p p1"));
    assert_eq!(unknown.status, 4, "{}", unknown.stderr);
    sandbox.done(&format!("{amend} -p p2"));
    for (ticket, priority) in [(1, "p2"), (2, "p3")] {
        sandbox.tells(
            &format!("sladesk show {ticket} --now 2026-10-02T11:00:00Z"),
            &format!(r#"{{"priority": "{priority}"}}"#),
        );
    }
    sandbox.done("sladesk db check --now 2026-10-02T12:00:00Z");
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
            .contains("“nextcloud” is not included in own/small"),
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

/// The plan with languages and versions of the product.
fn desk_of_versions() -> Sandbox {
    let plan = PLAN.replace(
        "[kinds]",
        "[versions]\nv7 = { title = \"7.2\", aliases = [\"lts\"], supported-until = 2026-10-31, clause = \"V-7\" }\n\
         v8 = { title = \"8.0\", supported-until = \"2028-10-31\" }\nv9 = \"9.0\"\n[kinds]\n\
         old = { title = \"Old\", version = \"v7\" }",
    );
    let plan = plan.replace(
        "[plans.std]\n",
        "[plans.std]\nlanguages = [\"en\", \"ja\"]\nclause = { languages = \"L-1\" }\n",
    );
    let plan = plan.replacen(
        "targets.response = \"4h\"",
        "targets.response = { within = \"4h\", when.old = \"1h\" }",
        1,
    );
    let sandbox = Sandbox::of_plan(&plan);
    sandbox.done("sladesk plan check plans/own.toml");
    sandbox.signs_acme();
    sandbox
}

#[test]
fn a_version_past_its_support_is_refused_and_forgiven_with_its_clocks() {
    let sandbox = desk_of_versions();
    let page = sandbox.done("sladesk --plans plans plan show own/std -f tsv --fields path,value");
    assert!(
        page.contains("versions.v7\tsupported, also called lts, until 2026-10-31"),
        "{page}"
    );
    let may = "sladesk --plans plans may dana@acme.example -p p2 -c chat";
    let asked = |version: &str, now: &str| {
        sandbox.run(&format!("{may} --version {version} --now {now} -f json"))
    };
    for version in ["7.2", "v7", "LTS"] {
        let last_day = asked(version, "2026-10-31T23:00:00Z");
        assert_eq!(last_day.status, 0, "{}", last_day.stdout);
        assert!(
            last_day.stdout.contains("7.2 is supported until"),
            "{}",
            last_day.stdout
        );
        assert!(
            last_day.stdout.contains("\"target\": \"1h\""),
            "{}",
            last_day.stdout
        );
        let next_day = asked(version, "2026-11-01T00:30:00Z");
        assert_eq!(next_day.status, 3, "{}", next_day.stdout);
        for says in ["support of 7.2 ended on", "supported: 8.0 or 9.0", "V-7"] {
            assert!(
                next_day.stdout.contains(says),
                "{says}: {}",
                next_day.stdout
            );
        }
    }
    assert_eq!(asked("9.0", "2030-01-01T00:00:00Z").status, 0);
    let unknown = asked("7.3", "2026-10-31T23:00:00Z");
    assert_eq!(unknown.status, 4, "{}", unknown.stderr);
    assert!(
        unknown.stderr.contains("own/std has no version `7.3`"),
        "{}",
        unknown.stderr
    );
    let open = "sladesk --plans plans open dana@acme.example Odd -p p2 -t faults -c chat --version 7.2 \
                --now 2026-11-02T10:00:00Z";
    assert_eq!(sandbox.run(open).status, 3);
    sandbox.done(&format!(
        "{open} --override version -m \"until they upgrade\""
    ));
    sandbox.tells(
        "sladesk show 1 --now 2026-11-02T10:00:00Z",
        r#"{"courtesy": false, "version": "v7"}"#,
    );
    // what shows later is kept, and told
    let edited = sandbox.run("sladesk edit 1 --version 9.0 --now 2026-11-02T11:00:00Z");
    assert_eq!(edited.status, 0, "{}", edited.stderr);
    let edited = sandbox.run("sladesk edit 1 --version lts --now 2026-11-02T11:10:00Z");
    assert_eq!(edited.status, 0, "{}", edited.stderr);
    assert!(
        edited.stderr.contains("support of 7.2 ended on"),
        "{}",
        edited.stderr
    );
    let listed =
        sandbox.done("sladesk list version:7.2 --fields ticket -f tsv --now 2026-11-02T12:00:00Z");
    assert_eq!(listed.lines().last(), Some("1"), "{listed}");
    sandbox.done("sladesk db check --now 2026-11-02T12:00:00Z");
}

#[test]
fn a_language_that_the_plan_has_not_is_a_remark() {
    let sandbox = desk_of_versions();
    sandbox
        .done("sladesk contact edit dana@acme.example --language ja-JP --now 2026-10-01T09:00:00Z");
    let may = "sladesk --plans plans may dana@acme.example -p p2 -c chat --now 2026-10-01T10:00:00Z -f json";
    let says = |flags: &str, says: &str| {
        let ran = sandbox.run(&format!("{may} {flags}"));
        assert_eq!(ran.status, 0, "{}{}", ran.stdout, ran.stderr);
        assert!(ran.stdout.contains(says), "{says}: {}", ran.stdout);
        ran.stdout
    };
    says("", "“ja-JP” is included");
    says("--language en-GB", "“en-GB” is included");
    let german = says(
        "--language de",
        "de is none of the languages of support: en and ja",
    );
    assert!(
        german.contains("\"verdict\": \"remark\"") && german.contains("L-1"),
        "{german}"
    );
    let open = "sladesk --plans plans open dana@acme.example Odd -p p2 -t faults -c chat --language de \
                --now 2026-10-01T10:00:00Z";
    let opened = sandbox.run(open);
    assert_eq!(opened.status, 0, "{}", opened.stderr);
    assert!(
        opened.stderr.contains("none of the languages of support"),
        "{}",
        opened.stderr
    );
}

#[test]
fn what_a_plan_leaves_open_of_components_and_languages_is_asked_for_at_signing() {
    let plan = PLAN.replace(
        "components = [\"zammad\"]",
        "components = \"open\"\nlanguages = \"open\"",
    );
    let sandbox = Sandbox::of_plan(&plan);
    sandbox.done("sladesk customer add globex --name Globex --now 2026-10-01T08:00:00Z");
    let sign = "sladesk --plans plans contract sign globex own/small --now 2026-10-01T08:00:00Z";
    let refused = sandbox.run(sign);
    assert_eq!(refused.status, 2, "{}", refused.stderr);
    for says in ["components", "zammad,nextcloud", "languages"] {
        assert!(refused.stderr.contains(says), "{says}: {}", refused.stderr);
    }
    sandbox.done(&format!(
        "{sign} --set components=zammad --set languages=en,de"
    ));
    let page = sandbox.done("sladesk contract show globex");
    assert!(page.contains("Languages"), "{page}");
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
