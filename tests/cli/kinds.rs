//! Kinds of tickets: other targets for what comes by another way, is about something else, starts
//! out of hours.

use serde_json::Value;

use crate::sandbox::Sandbox;

const PLAN: &str = r#"
schema = 1
vendor = "own"
zone = "UTC"
hours = "mon-fri 09:00-17:00"
lines = ["First line", "Second line"]

[priorities]
p1 = "High"
p2 = "Medium"

[channels]
email = "E-mail"
phone = "Telephone"
chat = "Chat"

[topics]
faults = "Faults"
quota = "Quota"

[kinds]
urgent-calls = { title = "Urgent calls", priority = "p1", channel = ["phone"], clause = "K-1" }
off-hours = { title = "Off hours", outside = "mon-fri 09:00-17:00" }
foreign = { title = "Not in English", language = { all-but = ["en"] } }
round = { title = "Around the clock on request", on-request = true }

[milestones.response]
met-by = ["replied"]
[milestones.fix]
met-by = ["resolved"]

[plans.std]
targets.fix = { p1 = "none", p2 = "40h", when.foreign = { p1 = "80h" } }
[plans.std.targets.response]
p1 = "2h"
p2 = "4h"
when.urgent-calls = { p1 = { within = "15m", hours = "around-the-clock" } }
when.off-hours = { within = "3h", hours = "around-the-clock" }
when.round = { within = "2h", hours = "around-the-clock" }
when.phone = "1h"
when.quota = "24h"

[[cases]]
name = "A call in between makes it sooner"
plan = "std"
open = { at = "2026-10-01 09:00", priority = "p2", channel = "email", topic = "faults" }
then = ["10:00 receive phone"]
due = { response = "2026-10-01 11:00" }

[[cases]]
name = "A topic found out later loosens nothing"
plan = "std"
open = { at = "2026-10-01 09:00", priority = "p2", channel = "email", topic = "faults" }
then = ["12:00 edit topic quota"]
due = { response = "2026-10-01 13:00" }

[[cases]]
name = "What is about a quota has a day"
plan = "std"
open = { at = "2026-10-01 09:00", priority = "p2", channel = "email", topic = "quota" }
due = { response = "2026-10-05 17:00" }

[[cases]]
name = "Out of hours"
plan = "std"
open = { at = "2026-10-01 17:01", priority = "p2", channel = "email" }
due = { response = "2026-10-01 20:01" }

[[cases]]
name = "In another language"
plan = "std"
open = { at = "2026-10-01 09:00", priority = "p1", channel = "email", language = "de" }
then = ["10:00 edit language en"]
due = { fix = "2026-10-14 17:00" }

[[cases]]
name = "Asked for at the opening"
plan = "std"
open = { at = "2026-10-01 16:00", priority = "p2", channel = "email", asks = "round" }
due = { response = "2026-10-01 18:00" }

[[cases]]
name = "Asked for later"
plan = "std"
open = { at = "2026-10-01 16:00", priority = "p2", channel = "email" }
then = ["16:30 receive email asks round"]
due = { response = "2026-10-01 18:30" }
"#;

fn clock(ticket: &Value, milestone: &str) -> Value {
    let clocks = ticket["clocks"].as_array().expect("clocks");
    let mut of = clocks
        .iter()
        .filter(|clock| clock["milestone"] == milestone);
    of.next_back().cloned().expect("a clock")
}

fn desk() -> Sandbox {
    let desk = Sandbox::of_plan(PLAN);
    desk.signs_acme();
    desk
}

#[test]
fn a_plan_with_kinds_is_checked_tested_and_shown() {
    let desk = Sandbox::of_plan(PLAN);
    desk.done("sladesk plan check plans/own.toml");
    desk.done("sladesk plan test plans/own.toml");
    let page = desk.done("sladesk --plans plans plan show own/std -f tsv --fields path,value");
    for line in [
        "targets.response.when.urgent-calls.p1\t15 min, counted in around the clock",
        "targets.response.when.phone.p2\t1 h",
        "targets.fix.when.foreign.p1\t80 h",
        "kinds.urgent-calls\tpriority p1; channel phone",
        "kinds.foreign\tlanguage all but en",
        "kinds.off-hours\toutside mon-fri 09:00-17:00",
        "kinds.round\ton request",
    ] {
        assert!(
            page.lines().any(|read| read == line),
            "no `{line}` in\n{page}"
        );
    }
    assert!(!page.contains("urgent-calls.p2"), "{page}");
    let page = desk.done("sladesk --plans plans plan show own/std");
    assert!(page.contains("Response, p1, Urgent calls"), "{page}");
}

#[test]
fn what_a_kind_cannot_be_is_refused_with_what_it_can() {
    let desk = Sandbox::of_plan(PLAN);
    for (old, new, says) in [
        (
            "priority = \"p1\", channel",
            "on-request = \"yes\", channel",
            "`kinds.urgent-calls.on-request` cannot be text",
        ),
        ("[\"en\"]", "[\"EN\"]", "EN"),
        ("when.quota", "when.qouta", "did you mean `quota`?"),
        (
            "channel = [\"phone\"]",
            "channel = [\"fax\"]",
            "no channel `fax`",
        ),
        (
            "outside = \"mon-fri 09:00-17:00\"",
            "",
            "[kinds.off-hours] has no priority",
        ),
        (
            "quota = \"Quota\"",
            "quota = \"Quota\"\n\n[components]\nquota = \"Quotas\"",
            "define it in [kinds]",
        ),
    ] {
        desk.file("plan.toml", &PLAN.replace(old, new));
        let ran = desk.run("sladesk plan check plan.toml");
        assert_ne!(ran.status, 0, "{new}");
        assert!(
            ran.stderr.contains(says) || ran.stdout.contains(says),
            "{new}: {}{}",
            ran.stderr,
            ran.stdout
        );
    }
    let off_hours = "when.off-hours = { within = \"3h\", hours = \"around-the-clock\" }\n";
    desk.file("plan.toml", &PLAN.replace(off_hours, ""));
    let found = desk.run("sladesk plan check plan.toml");
    let told = format!("{}{}", found.stdout, found.stderr);
    assert!(told.contains("no plan has the kind `off-hours`"), "{told}");
    let nobody_asks = PLAN.replace("asks = \"round\"", "asks = \"off-hours\"");
    desk.file("plan.toml", &nobody_asks);
    let ran = desk.run("sladesk plan test plan.toml");
    assert_ne!(ran.status, 0);
    let told = format!("{}{}", ran.stdout, ran.stderr);
    assert!(told.contains("no on-request kind `off-hours`"), "{told}");
    let unknown = PLAN.replace("10:00 receive phone", "10:00 receive fax");
    desk.file("plan.toml", &unknown);
    let ran = desk.run("sladesk plan test plan.toml");
    assert_ne!(ran.status, 0);
    assert!(ran.stdout.contains("no channel `fax`") || ran.stderr.contains("no channel `fax`"));
}

#[test]
fn kinds_that_fit_nothing_everything_or_together_are_found() {
    let desk = Sandbox::new();
    let file = |kinds: &str, targets: &str| {
        format!(
            "schema = 1\nvendor = \"own\"\nzone = \"UTC\"\nhours = \"mon-fri 09:00-17:00\"\n\
             [priorities]\np1 = \"High\"\np2 = \"Medium\"\n\
             [channels]\nemail = \"E-mail\"\nphone = \"Telephone\"\n\
             [topics]\nquota = \"Quota\"\nfaults = \"Faults\"\n\
             [kinds]\n{kinds}\n[milestones.response]\nmet-by = [\"replied\"]\n\
             [plans.std.targets.response]\nwithin = \"4h\"\n{targets}\n"
        )
    };
    let found = |kinds: &str, targets: &str| {
        desk.file("plan.toml", &file(kinds, targets));
        let told = desk.done("sladesk plan check plan.toml -f tsv --fields code,says");
        told.lines().map(str::to_owned).collect::<Vec<_>>()
    };
    let office = "mon-fri 09:00-17:00";
    let (day, night) = (
        format!("day = {{ title = \"Day\", during = \"{office}\" }}"),
        format!("night = {{ title = \"Night\", outside = \"{office}\" }}"),
    );
    let calls = "calls = { title = \"Calls\", channel = \"phone\" }";
    let english = "english = { title = \"English\", language = \"en\" }";
    let british = "british = { title = \"British\", language = \"en-gb\" }";
    let urgent = "urgent = { title = \"Urgent calls\", channel = \"phone\", priority = \"p1\" }";
    for (kinds, targets, says) in [
        (
            format!("{calls}\n{urgent}"),
            "when.calls = \"1h\"\nwhen.urgent = \"30m\"",
            vec![
                "kind-never-fits\tevery ticket of std that is of `urgent` is of `calls`, which comes first",
            ],
        ),
        (
            format!("{urgent}\n{calls}"),
            "when.calls = \"1h\"\nwhen.urgent = { p1 = \"30m\" }",
            vec![
                "kinds-overlap\ta ticket of std can be of `calls` and of `urgent`, which comes first",
            ],
        ),
        (
            urgent.to_owned(),
            "when.urgent = { p2 = \"30m\" }",
            vec!["kind-never-fits\tno ticket of std can be of `urgent`"],
        ),
        (
            "later = { title = \"Later\", line = \"Third\" }".to_owned(),
            "when.later = \"30m\"\n[plans.std]\nlines = [\"First\", \"Second\"]",
            vec!["kind-never-fits\tno ticket of std can be of `later`: there are First and Second"],
        ),
        (
            "never = { title = \"Never\", outside = \"around-the-clock\" }".to_owned(),
            "when.never = \"30m\"",
            vec!["kind-never-fits\tno ticket of std can be of `never`"],
        ),
        (
            format!("{day}\n{night}"),
            "when.day = \"1h\"\nwhen.night = \"8h\"",
            vec![
                "plain-unreached\tevery ticket of std at p1 is of `day` or `night`: its plain response target holds for none",
                "plain-unreached\tevery ticket of std at p2 is of `day` or `night`: its plain response target holds for none",
            ],
        ),
        (
            "grave = { title = \"Grave\", priority = \"p1\" }".to_owned(),
            "when.grave = \"1h\"",
            vec![
                "plain-unreached\tevery ticket of std at p1 is of `grave`: its plain response target holds for none",
            ],
        ),
        (
            "# none".to_owned(),
            "when.phone = \"1h\"\nwhen.quota = \"8h\"",
            vec![
                "kinds-overlap\ta ticket of std can be of `quota` and of `phone`, which comes first",
            ],
        ),
        (
            "# none".to_owned(),
            "when.phone = \"1h\"\nwhen.email = \"8h\"",
            Vec::new(),
        ),
        (
            format!("{english}\n{british}"),
            "when.english = \"1h\"\nwhen.british = \"30m\"",
            vec![
                "kind-never-fits\tevery ticket of std that is of `british` is of `english`, which comes first",
            ],
        ),
        (
            format!("{british}\n{english}"),
            "when.english = \"1h\"\nwhen.british = \"30m\"",
            vec![
                "kinds-overlap\ta ticket of std can be of `english` and of `british`, which comes first",
            ],
        ),
        (
            format!(
                "{british}\nabroad = {{ title = \"Abroad\", language = {{ all-but = [\"en\"] }} }}"
            ),
            "when.british = \"1h\"\nwhen.abroad = \"30m\"",
            Vec::new(),
        ),
        (
            "grave = { title = \"Grave\", priority = \"p1\" }".to_owned(),
            "when.grave = \"1h\"\n[plans.std]\npriorities = [\"p2\"]",
            vec!["kind-never-fits\tno ticket of std can be of `grave`"],
        ),
    ] {
        assert_eq!(found(&kinds, targets), says, "{kinds}\n{targets}");
    }
    desk.file(
        "plan.toml",
        &file(
            &format!("{calls}\n{urgent}"),
            "when.calls = \"1h\"\nwhen.urgent = \"30m\"",
        ),
    );
    let page = desk.run("sladesk plan check plan.toml -f text");
    let page = format!("{}{}", page.stdout, page.stderr);
    assert!(page.contains("this target is never asked for"), "{page}");
}

#[test]
fn a_priority_that_the_plan_has_not_has_no_target_on_its_page() {
    let desk = Sandbox::of_plan(&PLAN.replace("[plans.std]", "[plans.std]\npriorities = [\"p2\"]"));
    let page = desk.done("sladesk --plans plans plan show own/std -f tsv --fields path");
    let targets: Vec<&str> = page
        .lines()
        .filter(|path| path.starts_with("targets."))
        .collect();
    assert!(
        targets.iter().any(|path| path.ends_with(".p2")),
        "{targets:?}"
    );
    assert!(
        !targets.iter().any(|path| path.ends_with(".p1")),
        "{targets:?}"
    );
}

#[test]
fn a_ticket_has_the_target_of_its_kind_and_what_it_becomes_adds_a_limit() {
    let desk = desk();
    let at =
        |time: &str, line: &str| desk.done(&format!("sladesk --now 2026-10-01T{time}:00Z {line}"));
    at(
        "09:00",
        "open dana@acme.example \"It is slow\" -p p2 -c email -t faults",
    );
    let ticket = desk.json("sladesk --now 2026-10-01T09:30:00Z show 1");
    let plain = clock(&ticket, "response");
    assert_eq!(plain["kind"], Value::Null);
    assert_eq!(plain["due"], "2026-10-01T13:00:00Z");
    at("10:00", "receive 1 -c phone -m \"Still slow\"");
    let ticket = desk.json("sladesk --now 2026-10-01T10:30:00Z show 1");
    let by_phone = clock(&ticket, "response");
    assert_eq!(by_phone["kind"], "phone");
    assert_eq!(by_phone["due"], "2026-10-01T11:00:00Z");
    let limits = by_phone["limits"].as_array().expect("limits");
    let kinds: Vec<&Value> = limits.iter().map(|limit| &limit["kind"]).collect();
    assert_eq!(kinds, [&Value::Null, &Value::from("phone")]);
    at("10:45", "edit 1 -t quota");
    let ticket = desk.json("sladesk --now 2026-10-01T10:50:00Z show 1");
    assert_eq!(clock(&ticket, "response")["due"], "2026-10-01T11:00:00Z");
    assert_eq!(desk.done("sladesk db check -f json").trim(), "[]");
}

#[test]
fn what_is_agreed_of_a_kind_goes_by_its_path() {
    let desk = Sandbox::of_plan(PLAN);
    for line in [
        "customer add acme --name Acme",
        "--plans plans contract sign acme own/std --set contacts=5 \
         --set targets.response.when.chat=5m --set targets.response.when.phone.p2=30m",
        "contact add acme dana@acme.example --name Dana",
        "open dana@acme.example \"By chat\" -p p2 -c chat",
        "open dana@acme.example \"By phone\" -p p2 -c phone",
    ] {
        desk.done(&format!("sladesk --now 2026-10-01T10:00:00Z {line}"));
    }
    for (ticket, kind, due) in [(1, "chat", "10:05:00Z"), (2, "phone", "10:30:00Z")] {
        let ticket = desk.json(&format!("sladesk --now 2026-10-01T10:01:00Z show {ticket}"));
        let clock = clock(&ticket, "response");
        assert_eq!(clock["kind"], kind);
        assert_eq!(clock["due"], format!("2026-10-01T{due}"));
    }
    let page = desk.done("sladesk contract show acme");
    assert!(page.contains("Response, p2, Chat"), "{page}");
    desk.done(
        "sladesk --now 2026-10-01T10:02:00Z contract amend acme --start 2026-10-02 \
         --set targets.response.when.phone=10m",
    );
    desk.done("sladesk --now 2026-10-02T10:00:00Z open dana@acme.example \"Again\" -p p2 -c phone");
    let ticket = desk.json("sladesk --now 2026-10-02T10:01:00Z show 3");
    assert_eq!(clock(&ticket, "response")["due"], "2026-10-02T10:10:00Z");
    assert_eq!(desk.done("sladesk db check -f json").trim(), "[]");
}

#[test]
fn may_tells_the_target_of_what_is_asked_for() {
    let desk = desk();
    let due = |words: &str| {
        let answer = desk.json(&format!(
            "sladesk --now 2026-10-01T10:00:00Z may dana@acme.example {words}"
        ));
        answer["due"][0]["due"].clone()
    };
    assert_eq!(due("-p p2 -c email"), "2026-10-01T14:00:00Z");
    assert_eq!(due("-p p2 -c phone"), "2026-10-01T11:00:00Z");
    assert_eq!(due("-p p2 -c email -t quota"), "2026-10-06T10:00:00Z");
    let fix = |words: &str| {
        let answer = desk.json(&format!(
            "sladesk --now 2026-10-01T10:00:00Z may dana@acme.example -p p1 -c email {words}"
        ));
        let all = answer["due"].as_array().expect("a list").clone();
        all.iter()
            .any(|one| one["milestone"] == "fix" && one["target"] == "80h")
    };
    assert!(fix("--language de"));
    assert!(!fix("--language en-GB"), "a region is of its language");
}

#[test]
fn explain_and_the_echo_tell_of_each_limit() {
    let desk = desk();
    let said = |time: &str, line: &str| {
        let ran = desk.run(&format!("sladesk --now 2026-10-01T{time}:00Z {line}"));
        assert_eq!(ran.status, 0, "{}", ran.stderr);
        ran.stderr
    };
    said(
        "09:00",
        "open dana@acme.example \"It is slow\" -p p2 -c email -t faults",
    );
    let echo = said("10:00", "receive 1 -c phone -m \"Still slow\"");
    assert!(echo.contains("response due today 11:00 as phone"), "{echo}");
    let page = desk.done("sladesk --now 2026-10-01T10:30:00Z explain 1 response");
    for line in [
        "1h (Telephone)",
        "4h at Medium from event",
        "before the ticket was of",
    ] {
        assert!(page.contains(line), "no `{line}` in\n{page}");
    }
    said(
        "10:35",
        "open dana@acme.example \"Too little\" -p p2 -c email -t faults",
    );
    let echo = said("12:00", "edit 2 -t quota");
    assert!(echo.contains("response due today 14:35"), "{echo}");
    assert!(
        echo.contains("as quota response would be due Tue"),
        "{echo}"
    );
    assert!(echo.contains("`--corrects WHY`"), "{echo}");
}

#[test]
fn what_a_kind_is_not_promised_is_told_as_such() {
    let desk =
        Sandbox::of_plan(&PLAN.replace("when.quota = \"24h\"", "when.quota = \"best-effort\""));
    desk.signs_acme();
    desk.done("sladesk --now 2026-10-01T10:00:00Z open dana@acme.example \"Too little\" -p p2 -c email -t quota");
    let ticket = desk.json("sladesk --now 2026-10-01T10:30:00Z show 1");
    let silent = ticket["not_promised"].as_array().expect("a list");
    let told: Vec<_> = silent
        .iter()
        .map(|one| (&one["milestone"], &one["why"]))
        .collect();
    assert_eq!(
        told,
        [(
            &Value::from("response"),
            &Value::from("best effort, without a time")
        )]
    );
}

#[test]
fn an_edit_that_corrects_says_that_it_was_so_from_the_opening() {
    let desk = desk();
    let at =
        |time: &str, line: &str| desk.done(&format!("sladesk --now 2026-10-01T{time}:00Z {line}"));
    at(
        "09:00",
        "open dana@acme.example \"Too little\" -p p2 -c email -t faults",
    );
    at(
        "09:10",
        "open dana@acme.example \"Too little too\" -p p2 -c email -t faults",
    );
    at("12:00", "edit 1 -t quota --corrects \"it was misfiled\"");
    at("15:00", "edit 2 -t quota --corrects \"it was misfiled\"");
    let ticket = desk.json("sladesk --now 2026-10-01T15:30:00Z show 1");
    let early = clock(&ticket, "response");
    assert_eq!(early["due"], "2026-10-05T17:00:00Z");
    assert_eq!(
        (&early["kind"], &early["moved_later"]),
        (&Value::from("quota"), &Value::from(true))
    );
    let ticket = desk.json("sladesk --now 2026-10-01T15:30:00Z show 2");
    let clocks = ticket["clocks"].as_array().expect("clocks").iter();
    let states: Vec<_> = clocks
        .filter(|clock| clock["milestone"] == "response")
        .map(|clock| clock["state"].clone())
        .collect();
    assert_eq!(states, ["running", "corrected"]);
    assert_eq!(desk.done("sladesk db check -f json").trim(), "[]");

    at("15:40", "reply 1 -m \"There is more now\"");
    at("15:50", "reply 2 -m \"There is more now\"");
    let now = "--now 2026-11-02T09:00:00Z";
    let rows = desk.json(&format!(
        "sladesk {now} report sla customer:acme --period 2026-10 --by kind"
    ));
    let rows = rows["rows"].as_array().expect("rows");
    let of_quota = |row: &&Value| row["kind"] == "quota" && row["priority"] == "p2";
    let row = rows.iter().find(of_quota).expect("a row of the kind");
    assert_eq!(
        (&row["met"], &row["moved_later"]),
        (&Value::from(2), &Value::from(1))
    );
    for (language, says) in [
        ("en", "moved later"),
        ("es", "aplazado por corrección"),
        ("ru", "срок отодвинут"),
        ("vi", "dời hạn do đính chính"),
        ("ar", "أُجّل موعده"),
    ] {
        let page = desk.done(&format!(
            "sladesk {now} report quarterly customer:acme --period 2026-Q4 -f markdown --lang {language}"
        ));
        assert!(page.contains(says), "{language}: {page}");
    }
}

#[test]
fn what_the_customer_asks_for_fits_from_the_asking_on() {
    let desk = desk();
    let at =
        |time: &str, line: &str| desk.done(&format!("sladesk --now 2026-10-01T{time}:00Z {line}"));
    let shown = |ticket: u32| {
        let ticket = desk.json(&format!("sladesk --now 2026-10-01T17:30:00Z show {ticket}"));
        let clock = clock(&ticket, "response");
        (
            clock["due"].clone(),
            clock["kind"].clone(),
            ticket["asks"].clone(),
        )
    };
    let is = |due: &str, kind: Value, asks: &[&str]| {
        (Value::from(due), kind, Value::from(asks.to_vec()))
    };
    let round = || Value::from("round");
    at(
        "16:00",
        "open dana@acme.example \"Tonight\" -p p2 -c email --asks Round",
    );
    at("16:00", "open dana@acme.example \"Or not\" -p p2 -c email");
    assert_eq!(shown(1), is("2026-10-01T18:00:00Z", round(), &["round"]));
    assert_eq!(shown(2), is("2026-10-02T12:00:00Z", Value::Null, &[]));
    at("16:30", "receive 2 --asks round -m \"Tonight, please\"");
    assert_eq!(shown(2), is("2026-10-01T18:30:00Z", round(), &["round"]));
    let page = desk.done("sladesk --now 2026-10-01T17:30:00Z show 2");
    assert!(page.contains("who asks for round"), "{page}");
    // nobody had asked for it at the opening
    at("16:40", "edit 1 --asks none --corrects \"a slip\"");
    assert_eq!(shown(1), is("2026-10-02T12:00:00Z", Value::Null, &[]));
    let ticket = desk.json("sladesk --now 2026-10-01T17:30:00Z show 1");
    assert_eq!(clock(&ticket, "response")["moved_later"], true);
    let page = desk.done("sladesk --now 2026-10-01T17:30:00Z explain 1 response");
    assert!(page.contains("moved later"), "{page}");
    let may = desk.json(
        "sladesk --now 2026-10-01T16:50:00Z may dana@acme.example -p p2 -c email --asks round",
    );
    assert_eq!(may["due"][0]["due"], "2026-10-01T18:50:00Z");
    for (line, says) in [
        (
            "open dana@acme.example \"X\" -p p2 -c email --asks rond",
            "`round`",
        ),
        ("receive 1 --asks phone -m \"X\"", "phone"),
        ("edit 1 --asks off-hours", "off-hours"),
    ] {
        let ran = desk.run(&format!("sladesk --now 2026-10-01T17:00:00Z {line}"));
        assert_eq!(ran.status, 4, "{line}: {}", ran.stderr);
        assert!(ran.stderr.contains(says), "{line}: {}", ran.stderr);
    }
    assert_eq!(desk.done("sladesk db check -f json").trim(), "[]");
}

#[test]
fn a_clock_that_what_is_told_late_breaks_is_told() {
    let desk = desk();
    let at = |time: &str, line: &str| {
        let ran = desk.run(&format!("sladesk --now 2026-10-01T{time}:00Z {line}"));
        assert_eq!(ran.status, 0, "{}", ran.stderr);
        ran.stderr
    };
    at(
        "10:20",
        "open dana@acme.example \"It is slow\" -p p2 -c email",
    );
    at("11:30", "reply 1 -m \"We look\"");
    let echo = at(
        "12:00",
        "receive 1 -c phone -m \"I called\" --at 2026-10-01T10:22:00Z",
    );
    assert!(
        echo.contains("response was due today 11:22: broken by this"),
        "{echo}"
    );
    // a correction that a later one takes back moved nothing
    at(
        "12:30",
        "open dana@acme.example \"Too little\" -p p2 -c email -t faults",
    );
    at("12:40", "edit 2 -t quota --corrects \"misfiled\"");
    at("12:50", "edit 2 -t faults --corrects \"it was not\"");
    let ticket = desk.json("sladesk --now 2026-10-01T13:00:00Z show 2");
    assert_eq!(clock(&ticket, "response")["moved_later"], false);
}

#[test]
fn lists_of_clocks_are_asked_and_grouped_by_kind() {
    let desk = desk();
    let at =
        |time: &str, line: &str| desk.done(&format!("sladesk --now 2026-10-01T{time}:00Z {line}"));
    at(
        "09:00",
        "open dana@acme.example \"By phone\" -p p2 -c phone",
    );
    at("09:00", "open dana@acme.example \"By mail\" -p p2 -c email");
    at(
        "09:30",
        "open dana@acme.example \"Quota\" -p p2 -c email -t quota",
    );
    let now = "--now 2026-10-01T16:00:00Z";
    let tickets = |line: &str| {
        let rows = desk.json(&format!("sladesk {now} {line}"));
        let rows = rows.as_array().or_else(|| rows["rows"].as_array()).cloned();
        let rows = rows.expect("rows").into_iter();
        rows.map(|row| row["ticket"].as_i64().expect("a ticket"))
            .collect::<Vec<_>>()
    };
    assert_eq!(tickets("overdue kind:phone milestone:response"), [1]);
    assert_eq!(tickets("overdue not:kind:phone milestone:response"), [2]);
    assert_eq!(tickets("overdue kind:none"), [2]);
    assert_eq!(tickets("next kind:quota"), [3]);
    assert_eq!(tickets("report breaches kind:phone --period 2026-10"), [1]);
    // as it was known before it was quota that the third is about
    at("16:10", "edit 2 -t quota --corrects \"misfiled\"");
    let late = "--now 2026-10-01T16:20:00Z";
    let overdue = |more: &str| desk.json(&format!("sladesk {late} overdue kind:none {more}"));
    assert_eq!(overdue("").as_array().map(Vec::len), Some(0));
    assert_eq!(
        overdue("--as-of 2026-10-01T16:05:00Z")
            .as_array()
            .map(Vec::len),
        Some(1)
    );
    let by_kind = desk.done(&format!(
        "sladesk {now} report sla --period 2026-10 --by kind -f tsv --fields kind,milestone,breached"
    ));
    assert!(by_kind.contains("phone\tresponse\t1"), "{by_kind}");
    let ran = desk.run(&format!("sladesk {now} overdue kind:phnoe"));
    assert_ne!(ran.status, 0);
    assert!(ran.stderr.contains("phone"), "{}", ran.stderr);
}

#[test]
fn an_edit_takes_no_later_word_back() {
    let desk = desk();
    let at =
        |time: &str, line: &str| desk.run(&format!("sladesk --now 2026-10-01T{time}:00Z {line}"));
    at(
        "10:00",
        "open dana@acme.example \"It is slow\" -p p2 -c email --asks round",
    );
    assert_eq!(at("10:05", "edit 1 --asks none").status, 0);
    assert_eq!(
        at("10:10", "receive 1 --asks round -m \"Tonight, please\"").status,
        0
    );
    let refused = at("10:15", "edit 1 --asks none");
    assert_eq!(refused.status, 5, "{}", refused.stderr);
    assert!(
        refused.stderr.contains("by a word of the customer"),
        "{}",
        refused.stderr
    );
    let hint = refused
        .stderr
        .lines()
        .find(|line| line.contains("sladesk undo e"));
    let hint = hint.unwrap_or_else(|| panic!("{}", refused.stderr));
    let entry = hint.split('`').nth(1).expect("a command");
    let entry = entry.strip_prefix("sladesk ").expect("ours");
    assert_eq!(at("10:20", entry).status, 0, "{entry}");
    let shown = desk.json("sladesk --now 2026-10-01T10:25:00Z show 1");
    assert_eq!(shown["asks"], serde_json::json!([]), "{shown}");
}

#[test]
fn hours_of_a_kind_alone_are_not_those_of_every_ticket() {
    let desk = desk();
    let page = desk.done(
        "sladesk --now 2026-10-02T08:00:00Z report quarterly customer:acme --period 2026Q4 -f text",
    );
    let told = page.split_whitespace().collect::<Vec<_>>().join(" ");
    for says in [
        "Hours of support mon-fri 09:00-17:00 in UTC",
        "Hours of: response Urgent calls, response Off hours, \
         response Around the clock on request around the clock in UTC",
    ] {
        assert!(told.contains(says), "{says}: {page}");
    }
}
